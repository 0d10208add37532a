"""What moved between two lists: items that came or went, and those that changed number, title, families or sub-indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator import languages
from generator.models.catalogue import Catalogue, Item
from generator.officers.families_by_title import NEAR, likeness

SAME_FAMILIES = 2.0
"""How much more families that two items share weigh than titles that are alike: families say what is asked for."""
SAME_CODE = 0.1


@dataclass(frozen=True)
class Changes:
    """How one list became another.

    Attributes:
        pairs: items that are the same in both, before and after, in the order after.
        came: items with no counterpart before.
        went: items with no counterpart after.
        held_before, held_after: family → the item that asks for it.
    """

    before: Catalogue
    after: Catalogue
    pairs: tuple[tuple[Item, Item], ...]
    came: tuple[Item, ...]
    went: tuple[Item, ...]

    @property
    def held_before(self) -> Mapping[str, Item]:
        return _by_family(self.before)

    @property
    def held_after(self) -> Mapping[str, Item]:
        return _by_family(self.after)


def _by_family(catalogue: Catalogue) -> dict[str, Item]:
    return {family: item for item in reversed(catalogue.items) for family in item.families}


def changes(before: Catalogue, after: Catalogue) -> Changes:
    """The changes between two lists; each item has at most one counterpart, the likeliest pairs are made first."""
    weighed = (
        (_likeness(old, new), -number, -other, old, new)
        for number, new in enumerate(after.items)
        for other, old in enumerate(before.items)
    )
    ordered = sorted((one for one in weighed if one[0] > 0), key=lambda one: one[:3], reverse=True)
    paired: dict[int, int] = {}
    for _, number, other, _, _ in ordered:
        if -number not in paired and -other not in paired.values():
            paired[-number] = -other
    pairs = tuple((before.items[paired[number]], after.items[number]) for number in sorted(paired))
    return Changes(
        before,
        after,
        pairs,
        tuple(item for number, item in enumerate(after.items) if number not in paired),
        tuple(item for number, item in enumerate(before.items) if number not in paired.values()),
    )


def _likeness(old: Item, new: Item) -> float:
    """How probably two items are the same; 0 where neither a family nor the title says so."""
    shared = {*old.families} & {*new.families}
    alike = likeness(old.title.th, new.title.th)
    if not shared and alike < NEAR:
        return 0.0
    return (
        SAME_FAMILIES * len(shared) / len({*old.families, *new.families}) + alike + SAME_CODE * (old.code == new.code)
    )


def list_changes(found: Changes, language: str) -> str:
    """The changes for people, a kind after the other, each item on a line."""
    words = languages.words(language)["catalogue"]
    lines = [
        words["between"].format(
            before=_name(found.before, words),
            after=_name(found.after, words),
            before_count=len(found.before.items),
            after_count=len(found.after.items),
        )
    ]
    for key, listed in (
        ("came", [_came(found, item, language) for item in found.came]),
        ("went", [_went(found, item, language) for item in found.went]),
        ("renumbered", [f"{a.code} → {b.code} {_title(b, language)}" for a, b in found.pairs if a.code != b.code]),
        ("retitled", list(_retitled(found.pairs, language))),
        ("other_families", list(_other_families(found.pairs, language))),
        ("other_sub", list(_other_subs(found.pairs, words))),
    ):
        if listed:
            lines += [words[key].format(count=len(listed)), *(f"    {line}" for line in listed)]
    if len(lines) == 1:
        lines.append(words["nothing_moved"])
    return "\n".join(lines) + "\n"


def _name(catalogue: Catalogue, words: Mapping[str, Any]) -> str:
    return str(words["list_of"].format(year=catalogue.year, profile=catalogue.profile))


def _title(item: Item, language: str) -> str:
    return item.title.in_language(language)


def _came(found: Changes, item: Item, language: str) -> str:
    """A new item, and the items before that asked for what it asks for."""
    words = languages.words(language)["catalogue"]
    codes = dict.fromkeys(found.held_before[family].code for family in item.families if family in found.held_before)
    note = f" ({words['was_in'].format(codes=', '.join(codes))})" if codes else ""
    return f"{item.code} {_title(item, language)}{note}"


def _went(found: Changes, item: Item, language: str) -> str:
    """An item that went, and where what it asked for is asked for now."""
    words = languages.words(language)["catalogue"]
    codes = dict.fromkeys(found.held_after[family].code for family in item.families if family in found.held_after)
    gone = [family for family in item.families if family not in found.held_after]
    notes = [words["is_in"].format(codes=", ".join(codes))] if codes else []
    notes += [words["not_asked"].format(families=_families(gone, language))] if gone else []
    return f"{item.code} {_title(item, language)} ({'; '.join(notes)})"


def _families(families: Sequence[str], language: str) -> str:
    names = languages.families(language)
    return ", ".join(names[family]["name"] if family in names else family for family in families)


def _retitled(pairs: Sequence[tuple[Item, Item]], language: str) -> Iterator[str]:
    for before, after in pairs:
        if before.title.th != after.title.th:
            yield f"{after.code} {_title(before, language)} → {_title(after, language)}"


def _other_families(pairs: Sequence[tuple[Item, Item]], language: str) -> Iterator[str]:
    for before, after in pairs:
        added = [f"+ {_families([one], language)}" for one in after.families if one not in before.families]
        removed = [f"− {_families([one], language)}" for one in before.families if one not in after.families]
        if added or removed:
            yield f"{after.code} {_title(after, language)}: {', '.join(added + removed)}"


def _other_subs(pairs: Sequence[tuple[Item, Item]], words: Mapping[str, Any]) -> Iterator[str]:
    for before, after in pairs:
        if before.sub_indicator != after.sub_indicator:
            yield f"{after.code} {words['sub_moved'].format(before=before.sub_indicator, after=after.sub_indicator)}"
