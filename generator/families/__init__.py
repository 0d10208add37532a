"""Every kind of content (family) that an item can ask for, by its stable id.

A family with fields of its own has a folder here: ``model.py``, ``page.md.jinja``, and ``page.py`` where
the template needs more than the disclosure. Every other
family of the catalogues is answered with a summary and documents, by the base disclosure.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import languages
from generator.disclosure import Disclosure
from generator.families.ac_6m.model import ProgressReport
from generator.families.measures import page as measures
from generator.families.measures.model import Measures
from generator.families.measures_report import page as measures_report
from generator.families.measures_report.model import MeasuresReport
from generator.trail import Trail
from generator.voice import Voice


@dataclass(frozen=True)
class Family:
    """A kind of content: the model of its data, the template of its body, and what that template needs."""

    id: str
    model: type[Disclosure] = Disclosure
    template: str | None = None
    """Folder of ``page.md.jinja`` below this package; None where the base disclosure says it all."""
    facts: Callable[[Voice, Trail, Disclosure], dict[str, Any]] | None = None


_OWN = (
    Family("measures", Measures, "measures", measures.facts),
    Family("measures_report", MeasuresReport, "measures_report", measures_report.facts),
    Family("ac_6m", ProgressReport, "ac_6m"),
    Family("ac_report", ProgressReport, "ac_6m"),
)

FAMILIES: dict[str, Family] = {
    **{id: Family(id) for id in languages.families("th")},
    **{family.id: family for family in _OWN},
}

FOLDER = Path(__file__).parent
