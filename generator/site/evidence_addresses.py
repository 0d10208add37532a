"""Under which address each evidence file is published: a safe one that never moves, whatever the office calls the file.

A name that every server serves is its own address. Of any other one the address is made: it depends on the name alone, so
that every machine and every build gives the same, and no other file moves it. What was published once stays where it is,
also where the data writes the name in another way that looks the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.files.evidence import EvidenceFile
from generator.writing.file_names import is_safe, safe, seen


def evidence_addresses(names: Iterable[str], published: Iterable[str]) -> dict[str, str]:
    """Name in the data → address below the site; no two names have one address, not even on a system without capitals.

    Args:
        published: every address that was ever published below the site.
    """
    before: dict[str, list[str]] = {}
    for address in sorted(one for one in published if one.startswith("files/")):
        before.setdefault(seen(address), []).append(address)
    known = {name: _published(name, before) for name in names}
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(known, key=lambda name: (not known[name], name not in known[name], name)):
        wanted = [*known[name], name if is_safe(name) else safe(name)]
        address = next((one for one in wanted if one.casefold() not in taken), safe(name, told_apart_by=name))
        found[name] = address
        taken.add(address.casefold())
    return found


def with_addresses(files: Mapping[str, EvidenceFile], addresses: Mapping[str, str]) -> dict[str, EvidenceFile]:
    """Files by their names, each with its address."""
    return {name: replace(file, address=addresses[name]) for name, file in files.items()}


def _published(name: str, before: Mapping[str, list[str]]) -> list[str]:
    """Under which addresses a name may have been published: those that are its own alone first."""
    own = (name, safe(name, told_apart_by=name))
    alike = [one for made in (*own, safe(name)) for one in before.get(seen(made), ())]
    return sorted(dict.fromkeys(alike), key=lambda one: one not in own)
