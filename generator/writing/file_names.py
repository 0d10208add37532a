"""Names of files as people see them: which are the same, which is a copy, which a slip, and which every server can serve."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import PurePosixPath

from generator.writing.letters import STRAY, mended
from generator.writing.near import closest

_STEPS: dict[str, Callable[[str], str]] = {
    "hidden": lambda name: STRAY.sub("", name),
    "form": lambda name: unicodedata.normalize("NFC", name),
    "marks": mended,
    "spaces": lambda name: " ".join(name.split()),
    "case": str.casefold,
}
"""In what names can differ that look alike → what takes the difference away."""


@lru_cache(4096)
def seen(name: str, *, but: str = "") -> str:
    """The one form in which names are compared as people see them: whatever the capitals, and however letters are put
    together out of code points (NFC or NFD, ำ or ํา), and without letters that nobody sees.

    Args:
        but: a key of the steps that is left out.
    """
    for kind, step in _STEPS.items():
        name = name if kind == but else step(name)
    return name


def difference(one: str, other: str) -> tuple[str, ...]:
    """In what two names differ that look alike: ``hidden``, ``form``, ``marks``, ``spaces``, ``case``."""
    return tuple(kind for kind in _STEPS if seen(one, but=kind) != seen(other, but=kind))


_COPY = re.compile(
    r"(?:^|[\s_(-])(?:copy|copie|สำเนา|คัดลอก)(?:[\s_(-]*\d*\)?)?$|\(\d{1,2}\)$|^(?:copy\s?of|สำเนาของ|สำเนา)[\s_-]",
    re.IGNORECASE,
)
"""What Windows, macOS, browsers and people add to the name of a copy."""


def is_copy(name: str) -> bool:
    """Whether a file is a copy of another one by its own name: ``plan - Copy.pdf``, ``plan (1).pdf``, ``สำเนา plan.pdf``."""
    return _COPY.search(_stem(mended(unicodedata.normalize("NFC", name)))) is not None


def meant(name: str, there: Iterable[str]) -> str:
    """The name that a slip of typing makes ``name`` of; empty where none is near.

    A copy is never proposed, nor a name with another number or letter standing alone: ``plan-a`` is no slip of ``plan-b``.
    """
    by_key = {seen(one): one for one in there if not is_copy(one)}
    key = seen(name)
    near = closest(key, [one for one in by_key if _labels(one) == _labels(key)])
    return by_key.get(near, "")


def _labels(key: str) -> list[str]:
    """What tells one file of a series from the next: numbers, and letters that stand alone."""
    return re.findall(r"\d+|(?<![^\W\d_])[^\W\d_](?![^\W\d_])", _stem(key))


def _stem(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return stem if dot and stem and len(ending) <= 5 else name


# --- names that are published -------------------------------------------------------------------------------------

LONGEST = 80
"""Letters of a file's name that every system and archive takes, even deep inside of folders."""
_SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


def is_safe(path: str) -> bool:
    """Whether every server, system and archive takes the path as it is, and no part of an address has to be escaped."""
    return all(_SAFE.fullmatch(part) and len(part) <= LONGEST and not _RESERVED.match(part) for part in path.split("/"))


def safe(path: str, told_apart_by: str = "") -> str:
    """A path that is safe, made from one that may not be: ``files/2568/แผน ปี 2568.pdf`` → ``files/2568/2568-3f2a9c1b.pdf``.

    Letters that are not ASCII are left out; what tells the name from others stands behind it: a part of the SHA-256 of
    ``told_apart_by``, or of the path as people see it, so that it is the same on every machine and in every build.
    """
    *folders, name = path.split("/")
    stem, ending = PurePosixPath(name).stem, PurePosixPath(name).suffix
    digest = hashlib.sha256((told_apart_by or seen(path)).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    kept = [slug for folder in folders if (slug := _slug(folder))]
    ending = f".{_slug(ending)}" if _slug(ending) else ""
    return "/".join([*kept, f"{_slug(stem)[:40].strip('-') or 'document'}-{digest}{ending}"])


def _slug(text: str) -> str:
    slug = re.sub(r"[^A-Za-z0-9]+", "-", unicodedata.normalize("NFKD", text)).strip("-")
    return f"{slug}-0" if _RESERVED.match(slug) else slug
