"""From the guide to files: each make_x(guide) yields output files or pages."""
