"""``oit cache``: where what was worked out before is kept, how large it is, and how to be rid of it."""

from __future__ import annotations

import argparse

from generator import languages
from generator.cache.store import Store, folder
from generator.commands import FINE


def run(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["cli"]
    store = Store(folder())
    if store.folder is None:
        print(words["cache_off"])
        return FINE
    if options.clear:
        store.clear()
    print(words["cache_is"].format(folder=store.folder, size=f"{store.size / 1_000_000:.1f}"))
    return FINE
