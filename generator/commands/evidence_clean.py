"""``oit evidence --clean``: published documents without what they say of people, after it was shown."""

from __future__ import annotations

import argparse

from generator import languages
from generator.commands import FINE
from generator.commands.door import accepted, note, put
from generator.files.cleaning import cleaned
from generator.files.evidence import MAX_OPENED
from generator.files.kinds import ENDINGS, ending_of
from generator.site.site import Site
from generator.store.door import Write

MOST_LINES = 12
"""What is taken out of one file that is shown; the rest is counted."""


def clean(site: Site, options: argparse.Namespace) -> int:
    """Show what would be taken out of each document that the data names, and write it where it is accepted."""
    words = languages.words(options.lang)["evidence"]
    writes, told, left = [], [], []
    for file in site.evidence.values():
        if not file.is_there or not file.is_known_kind or not file.is_what_it_says or file.size > MAX_OPENED:
            continue
        body = (site.folder / file.stands_at).read_bytes()
        found = cleaned(body, ENDINGS[ending_of(file.name)].kind)
        if found.why:
            left.append(words["clean_left"].format(file=file.stands_at, reason=words["clean_why"][found.why]))
        elif found.body is not None:
            writes.append(Write(file.stands_at, body, found.body))
            lines = [words["clean_line"].format(key=key or "–", value=value[:120]) for key, value in found.removed]
            told += [file.stands_at, *(f"  {line}" for line in lines[:MOST_LINES])]
            if len(lines) > MOST_LINES:
                told.append(f"  {words['clean_more'].format(count=len(lines) - MOST_LINES)}")
    head = words["clean_head"].format(count=len(writes)) if writes else words["clean_none"]
    print("".join(f"{line}\n" for line in (head, *told, *left)), end="")
    if writes and accepted(options):
        put(options.data, writes, note("evidence_clean", count=len(writes)), options.lang)
    return FINE
