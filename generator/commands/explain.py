"""``oit explain``: the manual page of a fault, or the list of all."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping

from generator import languages
from generator.checks import CHECKS, is_safety
from generator.commands import FINE, WRONG_USE
from generator.writing.near import closest


def run(options: argparse.Namespace) -> int:
    manual = languages.faults(options.lang)
    if options.code is None:
        width = max(map(len, manual))
        print("\n".join(f"{code:<{width}}  {manual[code]['about']}" for code in sorted(manual)))
        return FINE
    words = languages.words(options.lang)
    if options.code not in manual:
        print(words["cli"]["no_such_code"].format(code=options.code), file=sys.stderr)
        if meant := closest(options.code, manual):
            print(words["cli"]["did_you_mean"].format(code=meant), file=sys.stderr)
        return WRONG_USE
    _print_page(options.code, manual[options.code], words["diagnostics"])
    return FINE


def _print_page(code: str, page: Mapping[str, str], labels: Mapping[str, str]) -> None:
    safety = f" ({labels['safety']})" if code in {module.CODE for module in CHECKS if is_safety(module)} else ""
    print(f"{code}: {page['about']}{safety}\n")
    print(f"{labels['why']}: {page['why']}\n")
    for part in ("wrong", "right"):
        print(f"{labels[part]}:")
        print("".join(f"    {line}\n" for line in page[part].splitlines()))
    if "rule" in page:
        print(f"{labels['rule']}: {page['rule']}")
