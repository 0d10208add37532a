"""Which unit of an agency a name means: its id, abbreviation, name or alias, or a part of one name alone.

Names are compared as people see them: without spaces and full stops, in either digits, whatever way ำ is made of.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.models.agency import Agency, Unit
from generator.writing.figures import fold_digits
from generator.writing.letters import mended, seen

_KINDS = (
    *(
        "สำนักงาน",
        "สำนัก",
        "กอง",
        "ฝ่าย",
        "กลุ่มงาน",
        "กลุ่ม",
        "งาน",
        "ศูนย์",
        "ส่วน",
        "แผนก",
        "คณะ",
        "สถาบัน",
        "หน่วย",
        "โรงพยาบาล",
    ),
    *("วิทยาลัย", "กรม", "เทศบาล", "ภาควิชา", "ด้าน"),
)
"""What a unit may be; such a word alone names none."""
_KIND = f"(?:{'|'.join((*_KINDS, 'หน่วยงาน', 'ส่วนงาน', 'ส่วนราชการ'))})"
_ALL = re.compile(rf"ทุก{_KIND}(?:(?:[/,]|และ)(?:ทุก)?{_KIND})*(?:ภายใน|ในสังกัด)?")
"""Every unit, by whatever kind of unit the agency has: ``ทุกกอง``, ``ทุกสำนัก/กลุ่ม``."""
_SHORTEST = 4
"""Letters of a part of a name."""
_SHORTEST_REST = 3
"""Letters that are left out of a name: one or two are a slip of the finger, of which the writer is told."""


class UnitNames:
    """The units of an agency by all their names.

    Args:
        agency: names of the agency, which may stand behind that of a unit.
    """

    def __init__(self, units: Iterable[Unit], agency: Iterable[str]) -> None:
        self._exact: dict[str, Unit] = {}
        self._full: list[tuple[str, Unit]] = []
        self._agency = [name_key(name) for name in agency]
        self._known: dict[str, Unit | None] = {}
        self._all: Unit | None = None
        for unit in units:
            for name in (unit.id, *unit.aliases, *_texts(unit)):
                self._exact.setdefault(name_key(name), unit)
            if unit.kind == "all":
                self._all = self._all or unit
            full = [unit.name.th] if unit.name else []
            self._full += [(name_key(name), unit) for name in (*full, *unit.aliases)]

    def find(self, name: str) -> Unit | None:
        """The unit that a name means; None where it means none, or may mean two."""
        if name not in self._known:
            key = name_key(name)
            all_units = self._all if _ALL.fullmatch(key) else None
            self._known[name] = self._exact.get(key) or all_units or self._beside_another(name) or self._by_part(key)
        return self._known[name]

    def exact(self, name: str) -> Unit | None:
        """The unit that has exactly this name, as names are compared."""
        return self._exact.get(name_key(name)) if name_key(name) else None

    def _beside_another(self, name: str) -> Unit | None:
        """A unit by two of its names, one of them in brackets: ``กองคลัง (กค.)``."""
        found = _BOTH.fullmatch(name.strip())
        units = [self._exact.get(name_key(one)) for one in found.groups()] if found else [None]
        return units[0] if units[0] is units[-1] else None

    def _by_part(self, key: str) -> Unit | None:
        """The one unit of whose name a text is the beginning, or all but what kind of unit it is."""
        for agency in self._agency:
            if (without := key.removesuffix(agency)) in self._exact:
                return self._exact[without]
        if len(key) < _SHORTEST or key in _KINDS:
            return None
        found = {unit.id: unit for name, unit in self._full if _is_part(key, name)}
        return next(iter(found.values())) if len(found) == 1 else None


def unit_names(units: Iterable[Unit], agency: Agency) -> UnitNames:
    """The units of an agency by all their names."""
    called = (agency.name, agency.short_name)
    return UnitNames(units, [name for text in called for name in (text.th, text.en) if name])


_BOTH = re.compile(r"([^()]+)\(([^()]+)\)")


def _texts(unit: Unit) -> Iterator[str]:
    for text in (unit.abbreviation, unit.name):
        yield from (name for name in ((text.th, text.en) if text else ()) if name)


def _is_part(part: str, name: str) -> bool:
    rest = name.removeprefix(part)
    if rest == name:
        return name.endswith(part) and name.removesuffix(part) in _KINDS
    return len(rest) >= _SHORTEST_REST and not unicodedata.category(rest[0]).startswith("M") and rest[0] not in "ะาๅๆฯ์"


def name_key(name: str) -> str:
    """A name as it is compared."""
    text = mended(unicodedata.normalize("NFC", seen(fold_digits(name))))
    return "".join(text.split()).replace(".", "").rstrip("ฯ").casefold()
