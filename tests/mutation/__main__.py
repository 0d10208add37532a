"""Tries every kind of change on the sample and writes what was found to ``docs/mutation.md``.

The whole measure takes some twenty minutes on two free cores. ``--share 0 --to -`` tries one change of each kind and
prints the table.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from tests.mutation.measure import try_all
from tests.mutation.table import TABLE, as_markdown


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--share", type=float, default=1.0, help="of as many mutants as a kind says; one at least")
    parser.add_argument("--to", type=Path, default=TABLE, help="file to write; - prints it")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at a time")
    options = parser.parse_args()
    table = as_markdown(try_all(options.share, options.jobs))
    if str(options.to) == "-":
        sys.stdout.write(table)
    else:
        options.to.write_text(table, "utf-8")


if __name__ == "__main__":
    main()
