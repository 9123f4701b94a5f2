"""Runs the centre's command line: `python -m central`."""

import sys

from central.commands import main

if __name__ == "__main__":
    sys.exit(main())
