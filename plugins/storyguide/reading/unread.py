"""List the operating system errors that concern a single file, not the whole machine."""

OF_THE_FILE = (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError)
"""Errors reported as a problem of the one file, while reading goes on.

Any other OSError, as of a failing disk or too many open files, stops the build: what was read may then be incomplete,
and a guide must not be published without stories that are there.
"""
