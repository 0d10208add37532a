"""Every kind of content (family) that an item can ask for, by its stable id.

A family with fields of its own has a folder here: ``model.py`` and ``page.md.jinja``. Every other
family of the catalogues is answered with a summary and documents, by the base disclosure.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator import languages
from generator.disclosure import Disclosure
from generator.families.ac_6m.model import ProgressReport
from generator.families.measures.model import Measures
from generator.families.measures_report.model import MeasuresReport


@dataclass(frozen=True)
class Family:
    """A kind of content: the model of its data and the template of its body."""

    id: str
    model: type[Disclosure]
    template: str | None = None
    """Folder of ``page.md.jinja`` below this package; None where the base disclosure says it all."""


_OWN = {
    "measures": Family("measures", Measures, "measures"),
    "measures_report": Family("measures_report", MeasuresReport, "measures_report"),
    "ac_6m": Family("ac_6m", ProgressReport, "ac_6m"),
    "ac_report": Family("ac_report", ProgressReport, "ac_6m"),
}

FAMILIES: dict[str, Family] = {
    **{name: Family(name, Disclosure) for name in languages.families("th")},
    **_OWN,
}

FOLDER = Path(__file__).parent
