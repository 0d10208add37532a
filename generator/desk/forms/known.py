"""What a form knows beside its file: the titles of what may be referred to, and which languages the agency writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator import languages
from generator.checks import CHECKS
from generator.families import FAMILIES
from generator.families.measures.model import Measures
from generator.models.catalogue import known_components
from generator.models.made_ids import with_ids
from generator.models.profile import known_profiles
from generator.site.site import Site


@dataclass(frozen=True)
class Known:
    """What references are shown as.

    Attributes:
        titles: what is referred to, as :attr:`~generator.officers.fields.Field.refers_to` calls it → id → title.
        components: family → id of a component → title.
        has_english: whether the agency's site is in English too.
        year: the assessed year of the file, which periods without a year are of.
    """

    titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    components: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    has_english: bool = True
    year: int | None = None

    def of(self, kind: str, data: Any) -> Mapping[str, str]:
        """Everything that a reference of one kind in a file may name, the file's own things first."""
        family = str(data.get("family", "")) if isinstance(data, dict) else ""
        if kind == "component":
            return self.components.get(family) or _components_of(family)
        return {**_own(kind, data), **(self.titles.get(kind) or _shipped(kind))}


def _components_of(family: str) -> Mapping[str, str]:
    return {one.id: one.title.th for one in known_components().get(family, ())}


def _shipped(kind: str) -> Mapping[str, str]:
    """What comes with the program: families, checks, profiles."""
    if kind == "family":
        return {id: languages.families("th")[id]["name"] for id in FAMILIES}
    if kind == "check":
        return {one.CODE: languages.faults("th")[one.CODE]["about"] for one in CHECKS}
    return {id: one.name.th for id, one in known_profiles().items()} if kind == "profile" else {}


_OWN = {"issue": ("issues", "i"), "measure": ("measures", "m"), "class": ("classes", "c")}
"""What a file refers to inside of itself → the list that has it, and how ids that are left out begin."""


def _own(kind: str, data: Any) -> Mapping[str, str]:
    if kind not in _OWN or not isinstance(data, dict):
        return {}
    name, prefix = _OWN[kind]
    listed = with_ids(data.get(name), prefix, "title")
    entries = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    return {str(one["id"]): _title(one) for one in entries if isinstance(one.get("id"), str)}


def _title(one: Mapping[str, Any]) -> str:
    said = next((one[key] for key in ("title", "label", "name", "text") if key in one), "")
    title = said.get("th", "") if isinstance(said, dict) else said
    number = one.get("number")
    return " ".join(part for part in (number, title) if isinstance(part, str)) or str(one["id"])


def known_of(site: Site, year: int | None = None) -> Known:
    """What the forms of an agency know.

    Args:
        year: the assessed year of the file; None for one that is of no year.
    """
    titles: dict[str, Mapping[str, str]] = {
        "unit": {unit.id: str(unit.label) for unit in site.units},
        "document": {id: document.title.th for id, document in site.documents.items()},
    }
    measures = [entry.data for entry in site.disclosures if isinstance(entry.data, Measures)]
    titles["issue"] = {one.id: one.title.th for plan in measures for one in plan.issues}
    titles["measure"] = {one.id: one.title.th for plan in measures for one in plan.measures}
    own: dict[str, dict[str, str]] = {}
    for component in site.components_entry.data.components if site.components_entry else ():
        own.setdefault(component.family, {})[component.id] = component.title.th
    return Known(titles, own, "en" in site.agency.languages, year)
