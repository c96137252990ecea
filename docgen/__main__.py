"""`python -m docgen`: the same as the command `docgen`."""

import sys

from docgen.cli import main

sys.exit(main())
