"""What a page says first: the one or two facts of its data in a sentence.

The sentence opens the page, describes it to search engines, is the text when it is shared, and the words below it among the
results of a search: :attr:`generator.pages.page.Page.says` has it. Its words are the labels ``headline_…`` of a family or
block; in braces stand values of the data: ``{count}``; ``{sum:baht}`` leaves out satang where there are none;
``{count:job|jobs}`` is a figure with its noun
(``generator.languages.plurals``).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from generator import languages
from generator.models.catalogue import Item
from generator.models.disclosure import Headline, HeadlineValue
from generator.models.shared import Period, Text
from generator.pages.voice import Voice
from generator.site.states import FamilyState, ItemState

NAMES = 3
"""Names that are said of a list; of the rest how many there are."""
LONGEST = 300
"""Letters of a sentence, about: more is cut off by whoever shows it."""
_JOINT = " · "


@dataclass(frozen=True)
class _Written:
    """A value as its voice writes it, in the form that the words ask for."""

    voice: Voice
    value: HeadlineValue

    def __format__(self, form: str) -> str:
        if form == "baht" and isinstance(self.value, Decimal | int):
            return self.voice.baht(self.value)
        if form == "year" and isinstance(self.value, int):
            return self.voice.year(self.value)
        return str(self)

    def __str__(self) -> str:
        return written(self.voice, self.value)


def written(voice: Voice, value: HeadlineValue) -> str:
    """A value as a sentence has it."""
    match value:
        case datetime.date():
            return voice.date(value)
        case Decimal() | int():
            return voice.figure(value)
        case Period():
            return voice.period(value).striptags()
        case Text() | str():
            return " ".join(voice.plain(value).split())
        case _:
            return _names(voice, [" ".join(voice.plain(name).split()) for name in value])


def _names(voice: Voice, names: list[str]) -> str:
    shown, rest = names[:NAMES], len(names) - NAMES
    listed = ", ".join(shown)
    return listed if rest <= 0 else voice.words["common"]["and_more"].format(names=listed, count=voice.figure(rest))


def of_item(voice: Voice, state: ItemState) -> str:
    """What the page of an item says first: of each of its families what it has, or that it is not there."""
    return _cut(_JOINT.join(dict.fromkeys(of_family(voice, state, family) for family in state.families)))


def of_family(voice: Voice, state: ItemState, family: FamilyState) -> str:
    """What one family of an item says first; where it has no figures, its state."""
    words = voice.words["item"]
    name = languages.families(voice.language)[family.family]["name"]
    if not family.is_answered or family.entry is None:
        return str(words[missing_word(voice)]).format(family=name, year=voice.year(state.year))
    data = family.entry.data
    if data.none:
        said_none = voice.none_reason(data.none).striptags()
        return str(words["none_of"]).format(year=voice.year(data.data_year), said=said_none)
    if said := [_said(voice, one, data.data_year) for one in data.headlines()]:
        return _JOINT.join(said)
    if data.summary:
        return " ".join(voice.plain(data.summary).split())
    here = words["documents_of"] if data.evidence else words["is_there"]
    return str(here).format(family=name, year=voice.year(data.data_year), count=voice.figure(len(data.evidence)))


def missing_word(voice: Voice) -> str:
    """Which words of an item say that something is not there: an excerpt says nothing of what the agency has."""
    return "not_copied" if voice.site.agency.excerpt else "missing"


def _said(voice: Voice, one: Headline, data_year: int) -> str:
    name, _, key = one.label.partition(".")
    values = {key: _Written(voice, value) for key, value in one.values.items()}
    return languages.labels(voice.language)[name][f"headline_{key}"].format(year=voice.year(data_year), **values)


def _cut(text: str) -> str:
    """The text, without what would be too long; never in the middle of a word where a space is near."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rpartition(' ')[0] or text[:LONGEST]} …"


def short_title(voice: Voice, item: Item) -> str:
    """What an item is called in few words: its official title, or the names of its families where those are shorter."""
    names = [languages.families(voice.language)[family]["name"] for family in item.families]
    joined = voice.listed(names)
    official = voice.plain_item_title(item)
    return min(official, joined, key=len)
