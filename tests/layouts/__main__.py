"""Tries every layout with every fault and writes what was found to ``docs/audit.md``; some minutes on two free cores.

``--to -`` prints it; ``--pages DIR`` writes the pages themselves, to be looked at.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from tests.layouts.layouts import LAYOUTS
from tests.layouts.measure import entries, try_all
from tests.layouts.table import TABLE, as_markdown


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=TABLE, help="file to write; - prints it")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at a time")
    parser.add_argument("--pages", type=Path, help="folder for the pages of every layout")
    options = parser.parse_args()
    if options.pages:
        for name, layout in LAYOUTS.items():
            for file, text in layout(entries()).items():
                path = options.pages / name.replace("#", "hash") / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
        return
    table = as_markdown(try_all(options.jobs))
    if str(options.to) == "-":
        sys.stdout.write(table)
    else:
        options.to.write_text(table, "utf-8")


if __name__ == "__main__":
    main()
