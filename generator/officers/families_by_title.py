"""Which families an item asks for, proposed from its title: by known titles, names of families and search words.

A proposal says how sure it is; where nothing is near, none is made. Two titles are compared by the pairs of letters that
they share (Dice's coefficient of bigrams), without spaces, signs and years.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from generator import languages
from generator.models.catalogue import Catalogue
from generator.writing.figures import fold_digits

NEAR, GUESSED = 0.8, 0.55
"""How alike two titles are of which one probably is the other, and of which it may be."""
MOSTLY = 0.75
"""How much of a title the known titles inside of it make up that it is probably put together from."""
SHORTEST = 5
"""Letters of a known title that is sought inside of another one: shorter ones stand in anything."""


class Sureness(StrEnum):
    """How sure a proposal is, the surest first."""

    SAME = "same"
    NEAR = "near"
    GUESSED = "guessed"
    NONE = "none"


@dataclass(frozen=True)
class Known:
    """A title whose families are known, and where it stands: ``O5 2569``, or nothing for the name of a family."""

    title: str
    families: tuple[str, ...]
    place: str = ""


@dataclass(frozen=True)
class Proposal:
    """Families of an item, how sure that is, and the known titles that it rests on."""

    families: tuple[str, ...]
    sureness: Sureness
    like: tuple[Known, ...] = ()


NOTHING = Proposal((), Sureness.NONE)


def known_titles(catalogues: Iterable[Catalogue]) -> tuple[Known, ...]:
    """Titles of catalogues, the newest first, each once; then the names of all families."""
    newest = sorted(catalogues, key=lambda one: -one.year)
    listed = [Known(item.title.th, item.families, f"{item.code} {one.year}") for one in newest for item in one.items]
    names = [Known(words["name"], (family,)) for family, words in languages.families("th").items()]
    once: dict[str, Known] = {}
    for known in (*listed, *names):
        once.setdefault(title_key(known.title), known)
    return tuple(once.values())


def propose(titles: Sequence[str], known: Sequence[Known]) -> list[Proposal]:
    """A proposal for every title of a list; what one item surely asks for is not guessed of another one."""
    found = [_propose(title, known) for title in titles]
    taken = {family for one in found if one.sureness in (Sureness.SAME, Sureness.NEAR) for family in one.families}
    return [_without(one, taken) if one.sureness is Sureness.GUESSED else one for one in found]


def _without(one: Proposal, taken: set[str]) -> Proposal:
    families = tuple(family for family in one.families if family not in taken)
    return replace(one, families=families) if families else NOTHING


def _propose(title: str, known: Sequence[Known]) -> Proposal:
    """What rests on the most: the same title, a near one, several inside of it, one that is like it, search words."""
    key = title_key(title)
    if same := next((one for one in known if title_key(one.title) == key), None):
        return Proposal(same.families, Sureness.SAME, (same,))
    of_whole, of_parts = _by_whole(title, known), _by_parts(key, known)
    is_put_together = of_parts.sureness is Sureness.NEAR and len(of_parts.like) > 1
    if of_whole.sureness is Sureness.NEAR and not is_put_together:
        return of_whole
    return min((of_parts, of_whole, _by_search_words(key)), key=lambda one: [*Sureness].index(one.sureness))


def _by_whole(title: str, known: Sequence[Known]) -> Proposal:
    """The families of the title that is most like another one."""
    best = max(known, key=lambda one: likeness(one.title, title), default=None)
    alike = likeness(best.title, title) if best else 0.0
    if best is None or alike < GUESSED:
        return NOTHING
    return Proposal(best.families, Sureness.NEAR if alike >= NEAR else Sureness.GUESSED, (best,))


def _by_parts(key: str, known: Sequence[Known]) -> Proposal:
    """The families of all known titles that stand inside of one."""
    parts, covered = _parts(key, known)
    families = tuple(dict.fromkeys(family for part in parts for family in part.families))
    return Proposal(families, Sureness.NEAR if covered >= MOSTLY else Sureness.GUESSED, parts) if parts else NOTHING


def _parts(key: str, known: Sequence[Known]) -> tuple[tuple[Known, ...], float]:
    """Known titles that stand inside of a title, the longest first, none over another; how much of it they make up."""
    left, found = key, []
    for one in sorted(known, key=lambda one: -len(title_key(one.title))):
        inner = title_key(one.title)
        if len(inner) >= SHORTEST and inner in left:
            left = left.replace(inner, "\0", 1)
            found.append((key.index(inner), one))
    covered = 1 - len(left.replace("\0", "")) / len(key) if key else 0.0
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0])), covered


def _by_search_words(key: str) -> Proposal:
    """The family of which most letters of search words stand in a title."""
    weights: Counter[str] = Counter()
    for family, words in languages.search_words("th").items():
        keys = map(title_key, words)
        weights[family] = sum(len(word) for word in keys if len(word) >= SHORTEST and word in key)
    family, most = max(weights.items(), key=lambda pair: pair[1])
    return Proposal((family,), Sureness.GUESSED) if most else NOTHING


@lru_cache(4096)
def title_key(title: str) -> str:
    """A title as it is compared: without spaces, signs, and the year that it is of."""
    plain = re.sub(r"(?:ปีงบประมาณ\s*)?(?:พ\.?\s*ศ\.?\s*)?25\d\d", "", fold_digits(title).casefold())
    return "".join(letter for letter in plain if letter.isalnum() or "ั" <= letter <= "๎")


@lru_cache(65536)
def likeness(one: str, other: str) -> float:
    """How alike two titles are, from 0 to 1: the share of pairs of letters that both have."""
    first, second = _pairs(title_key(one)), _pairs(title_key(other))
    return 2 * (first & second).total() / max(first.total() + second.total(), 1)


@lru_cache(4096)
def _pairs(key: str) -> Counter[str]:
    return Counter(key[at : at + 2] for at in range(len(key) - 1))
