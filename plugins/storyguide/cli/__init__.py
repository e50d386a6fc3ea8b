"""The command line: what `python3 build.py` understands, and what each of its commands does."""
