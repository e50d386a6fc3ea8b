"""Which faults in reading are a single file's own."""

OF_THE_FILE = (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError)
"""Those that are told with the file, while all others go on.

Any other, as of a disk that fails or of too many files held open, is the machine's: nothing that was read can
then be believed to be all, and a guide must not be published without stories that are there.
"""
