"""``oit schema``: the JSON Schemas of the data files, for editors."""

from __future__ import annotations

import argparse

from generator import languages
from generator.commands import FINE
from generator.officers.schema import schemas


def run(options: argparse.Namespace) -> int:
    made = schemas()
    options.out.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (options.out / name).write_text(text, "utf-8")
    print(languages.words(options.lang)["cli"]["schema"].format(count=len(made), folder=options.out))
    return FINE
