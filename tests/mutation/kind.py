"""A kind of change: what is changed, whether it matters, and what must be said of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from tests.mutation.sample import Mutant, Sample

MOST_LOOKED_AT = 3000
"""Places of one kind among which some are drawn."""


@dataclass(frozen=True)
class Kind:
    """One kind of change.

    Attributes:
        name: what is changed, in words.
        make: every mutant of the kind that the sample allows, the same every time.
        codes: what may be said of it; nothing where the change is none that matters.
        most: how many of its mutants are tried.
        missed: why some of its mutants are not found, where that is known and accepted.
    """

    name: str
    make: Callable[[Sample], Iterator[Mutant]]
    codes: frozenset[str] = frozenset()
    most: int = 6
    missed: str = ""

    @property
    def matters(self) -> bool:
        return bool(self.codes)

    def drawn(self, sample: Sample, most: int | None = None) -> list[Mutant]:
        """Some of the kind's mutants, spread by chance over the sample, the same every time."""
        found = list(islice(self.make(sample), MOST_LOOKED_AT))
        chance = random.Random(self.name)
        wanted = min(self.most if most is None else most, len(found))
        return [found[number] for number in sorted(chance.sample(range(len(found)), wanted))]


def fault(name: str, make: Callable[[Sample], Iterator[Mutant]], *codes: str, most: int = 6, missed: str = "") -> Kind:
    """A change that matters, and the codes of which one must be told."""
    if not codes:
        raise ValueError(name)
    return Kind(name, make, frozenset(codes), most, missed)


def harmless(name: str, make: Callable[[Sample], Iterator[Mutant]], most: int = 6) -> Kind:
    """A change of which nothing may be told."""
    return Kind(name, make, most=most)
