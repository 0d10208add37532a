"""Every kind of content (family) that an item can ask for, by its stable id.

A family is a folder here and one line below. In the folder: ``model.py`` (its data, and what it tells of each
component), ``page.md.jinja`` (the body of it on its item's page), ``family.yaml`` (every word about it in each language:
name, labels, components …) and ``example.yaml`` (every key filled in: the test case and the data guide's example).
What several families are made of stands in :mod:`generator.blocks`; what a template needs beyond the disclosure in
``pages/facts/``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Literal

from generator.models.disclosure import Disclosure

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Family:
    """A kind of content.

    Attributes:
        id: its folder, and what ``family:`` says in data.
        year: whether its facts are of the assessed year, of the year before, or of either.
        stays: whether last year's words are still true until someone changes them (``oit new-year`` carries them).
    """

    id: str
    year: Literal["assessed", "previous", "either"] = "assessed"
    stays: bool = False

    @cached_property
    def model(self) -> type[Disclosure]:
        """Of its data: the class of its ``model.py`` that is called as the folder is, ``AcPlan`` for ``ac_plan``."""
        name = "".join(part.capitalize() for part in self.id.split("_"))
        model: type[Disclosure] = getattr(import_module(f"{__name__}.{self.id}.model"), name)
        return model

    @property
    def template(self) -> str:
        return f"{self.id}/page.md.jinja"

    @property
    def example(self) -> Path:
        """A disclosure with every key filled in."""
        return FOLDER / self.id / "example.yaml"


FAMILIES: dict[str, Family] = {
    family.id: family
    for family in (
        Family("structure", stays=True),
        Family("executives", stays=True),
        Family("powers", stays=True),
        Family("strategy"),
        Family("contact", stays=True),
        Family("laws", stays=True),
        Family("news"),
        Family("qa", stays=True),
        Family("social", stays=True),
        Family("annual_plan"),
        Family("plan_6m"),
        Family("annual_report", year="previous"),
        Family("ops_manual", stays=True),
        Family("service_manual", stays=True),
        Family("service_stats", year="either"),
        Family("satisfaction", year="previous"),
        Family("eservice", stays=True),
        Family("budget_plan"),
        Family("budget_6m"),
        Family("budget_report", year="previous"),
        Family("proc_plan"),
        Family("proc_notices"),
        Family("proc_monthly"),
        Family("proc_annual", year="previous"),
        Family("hr_plan"),
        Family("hr_impl"),
        Family("hr_criteria", stays=True),
        Family("hr_report", year="previous"),
        Family("complaint_guideline", stays=True),
        Family("complaint_channel", stays=True),
        Family("complaint_stats", year="either"),
        Family("opinion_channel", year="either", stays=True),
        Family("participation", year="either"),
        Family("exec_integrity"),
        Family("exec_participation"),
        Family("risk_assess"),
        Family("risk_result", year="previous"),
        Family("culture"),
        Family("ac_plan"),
        Family("ac_6m"),
        Family("ac_report", year="previous"),
        Family("measures"),
        Family("measures_report", year="previous"),
        Family("nogift_decl"),
        Family("pdpa", stays=True),
        Family("nogift_culture"),
        Family("nogift_report", year="either"),
        Family("ethics_code", stays=True),
        Family("ethics_drive"),
        Family("ethics_eval", year="either"),
        Family("plan_progress"),
        Family("proc_items"),
        Family("proc_progress"),
        Family("gift_report", year="previous"),
        Family("gift_rules"),
        Family("self_assessment", year="previous"),
        Family("internal_control", year="either"),
        Family("disclosure_system"),
        Family("proc_analysis", year="previous"),
        Family("appraisal_results"),
        Family("bribery_measures"),
        Family("medicine_ethics"),
        Family("state_property"),
        Family("human_rights"),
    )
}
