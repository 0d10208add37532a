"""Tries every kind of change on the sample and writes what was found to ``docs/mutation.md``."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.mutation.kinds import GROUPS
from tests.mutation.measure import Bench, Tried, read_sample, summary, try_kinds

TABLE = Path(__file__).parent.parent.parent / "docs" / "mutation.md"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, help="mutants of a kind (default: as many as the kind says)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="oit-mutation-") as folder:
        bench = Bench(Path(folder) / "data", read_sample())
        tried = {group: list(try_kinds(bench, kinds, options.most)) for group, kinds in GROUPS.items()}
    TABLE.write_text(as_markdown(tried), "utf-8")
    print(TABLE)


def as_markdown(tried: dict[str, list[Tried]]) -> str:
    """The table that is published: a row a kind, and the sums."""
    every = [one for group in tried.values() for one in group]
    sums = summary(every)
    lines = [
        "# What the checks find",
        "",
        "The sample is clean: no error, no warning, no advice. One thing at a time is changed in it by machine, and what",
        "the checks say of it is compared with what must be said, at its file and line. Made by `make mutants`.",
        "",
        f"**{sums['kinds']} kinds of change. Of {sums['matter']} mutants that matter {sums['found']} were found at their"
        f" place ({sums['share']:.1%}), with {sums['messages']:.2f} messages each. Of {sums['harmless']} harmless ones"
        f" {sums['alarms']} were told.**",
        "",
    ]
    for group, of_group in tried.items():
        lines += [f"## {group}", "", "| change | mutants | found or silent | known |", "|---|---:|---:|---|"]
        for one in of_group:
            right = one.found if one.kind.matters else one.mutants - len(one.alarms)
            lines.append(f"| {one.kind.name} | {one.mutants} | {right} | {one.kind.missed} |")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
