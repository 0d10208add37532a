"""``python -m generator`` is the command ``oit``."""

import sys

from generator.cli import main

sys.exit(main())
