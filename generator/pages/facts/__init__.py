"""What the templates of a few families need beyond the disclosure itself, by the family's id."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.models.disclosure import Disclosure
from generator.pages.facts import measures, measures_report, structure
from generator.pages.voice import Voice
from generator.site.trail import Trail

FACTS: dict[str, Callable[[Voice, Trail, Disclosure], dict[str, Any]]] = {
    "structure": structure.facts,
    "measures": measures.facts,
    "measures_report": measures_report.facts,
}
