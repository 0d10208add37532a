"""A new catalogue from a pasted list: its families are proposed, and every guess is marked as one in the file itself.

An item for which nothing is near has an empty list of families, which no site accepts: the officer decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator import languages
from generator.models.catalogue import Catalogue, Item, SubIndicator
from generator.models.shared import Text
from generator.officers.catalogue_changes import changes, list_changes
from generator.officers.families_by_title import Known, Proposal, Sureness, known_titles, propose
from generator.officers.listed_items import Listing
from generator.officers.start import rendered
from generator.officers.yaml_text import scalar


@dataclass(frozen=True)
class DraftItem:
    """One item of the new list, with what its families rest on; ``is_sub_guessed`` where the list named none."""

    item: Item
    proposal: Proposal
    is_sub_guessed: bool


@dataclass(frozen=True)
class Draft:
    """A new catalogue, as far as the pasted list goes.

    Attributes:
        source: what it was pasted from.
        last: the list that it follows, or None where there is none.
        left: lines of the pasted list that were not read.
    """

    profile: str
    year: int
    source: str
    sub_indicators: tuple[SubIndicator, ...]
    items: tuple[DraftItem, ...]
    last: Catalogue | None
    left: tuple[int, ...]

    @property
    def catalogue(self) -> Catalogue:
        """The draft as a catalogue, for comparison; items without families are among it."""
        return Catalogue.model_construct(
            profile=self.profile,
            year=self.year,
            source=Text(th=self.source),
            items=tuple(one.item for one in self.items),
        )


def draft(
    listing: Listing, *, profile: str, year: int, source: str, last: Catalogue | None, known: Iterable[Catalogue]
) -> Draft:
    """The catalogue that a pasted list makes.

    Args:
        listing: what was read of it.
        source: where the list is from, as the catalogue says it.
        last: the list of the profile's year before.
        known: every catalogue by whose titles families are proposed.
    """
    proposals = propose([one.title for one in listing.items], known_titles(known))
    items = []
    before = ""
    for listed, proposal in zip(listing.items, proposals, strict=True):
        sub = listed.sub_indicator or _sub_of(proposal, last) or before or _first_sub(last)
        before = sub
        item = Item.model_construct(
            code=listed.code,
            sub_indicator=sub,
            title=Text(th=listed.title),
            families=proposal.families,
            confidence="unverified",
            components=None,
        )
        items.append(DraftItem(item, proposal, not listed.sub_indicator))
    used = dict.fromkeys(one.item.sub_indicator for one in items)
    return Draft(profile, year, source, _subs(used, listing, last), tuple(items), last, listing.left)


def _sub_of(proposal: Proposal, last: Catalogue | None) -> str:
    """The sub-indicator under which the last list asks for the same."""
    held = (last.item_of(family) for family in proposal.families) if last else ()
    return next((item.sub_indicator for item in held if item), "")


def _first_sub(last: Catalogue | None) -> str:
    return last.items[0].sub_indicator if last and last.items else "1"


def _subs(used: Iterable[str], listing: Listing, last: Catalogue | None) -> tuple[SubIndicator, ...]:
    """The names of the sub-indicators: as pasted, else as in the last list, else unknown."""
    carried = {one.number: one for one in last.sub_indicators} if last else {}
    found = []
    for number in used:
        if title := listing.sub_indicators.get(number):
            found.append(SubIndicator(number=number, title=Text(th=title), confidence="unverified"))
        elif number in carried:
            found.append(carried[number].model_copy(update={"confidence": "carried"}))
        else:
            found.append(SubIndicator(number=number))
    return tuple(found)


def catalogue_text(made: Draft, schema: str = "") -> str:
    """The file of a draft: plain YAML, each item with what its families rest on as a comment."""
    words = languages.words("th")["catalogue"]
    subs = [
        {"number": scalar(one.number), "title": scalar(one.title.th) if one.title else "", "confidence": one.confidence}
        for one in made.sub_indicators
    ]
    items = [
        {
            "code": one.item.code,
            "sub_indicator": scalar(one.item.sub_indicator),
            "sub_note": words["sub_guessed"] if one.is_sub_guessed else "",
            "title": scalar(one.item.title.th),
            "families": ", ".join(one.item.families),
            "note": _note(one.proposal, "th"),
        }
        for one in made.items
    ]
    facts = {"profile": made.profile, "year": made.year, "source": scalar(made.source)}
    return rendered("catalogue.yaml", schema=schema, subs=subs, items=items, **facts)


def _note(proposal: Proposal, language: str) -> str:
    """How sure a proposal is, and what it rests on."""
    words = languages.words(language)["catalogue"]
    like = ", ".join(_place(known, words["name_of_family"]) for known in proposal.like)
    return f"{words['sureness'][proposal.sureness]}{f': {like}' if like else ''}"


def _place(known: Known, name_of_family: str) -> str:
    return f"{known.place or name_of_family} {known.title}"


def list_draft(made: Draft, file: str, language: str) -> str:
    """What was read and written, what is to decide, and what moved since the last list."""
    words = languages.words(language)["catalogue"]
    counts = Counter(one.proposal.sureness for one in made.items)
    lines: list[str] = [words["made"].format(file=file, count=len(made.items), year=made.year)]
    lines.append(words["counts"].format(**{str(one): counts[one] for one in Sureness}))
    names = languages.families(language)
    for one in made.items:
        if one.proposal.sureness is not Sureness.SAME:
            families = ", ".join(names[family]["name"] for family in one.item.families) or "–"
            lines.append(f"    {one.item.code} {one.item.title.th}: {families} ({_note(one.proposal, language)})")
    if made.left:
        lines.append(words["left"].format(lines=", ".join(map(str, made.left))))
    moved = list_changes(changes(made.last, made.catalogue), language) if made.last else ""
    then = words["then"].format(file=file)
    return "\n".join(lines) + f"\n{moved}{then}\n"
