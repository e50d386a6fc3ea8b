#!/usr/bin/env python3
"""The guide's front door. Type: python3 build.py --help."""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 (older Pythons do get here, and must be told so in words they can read)
    sys.exit("The guide needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

from pathlib import Path

PROJECT = Path(__file__).resolve().parent
sys.path.insert(0, str(PROJECT / "plugins"))

from storyguide.cli.bootstrap import main  # noqa: E402 (found only by the line above, before anything is installed)

if __name__ == "__main__":
    status = main(PROJECT, sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    # All is written. To let go of every story one by one would take a tenth of the time it took to build them.
    os._exit(status)
