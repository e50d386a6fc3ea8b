"""What a site consists of and how it is put in place; no module here knows an engine."""
