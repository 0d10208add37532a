"""Every kind of content (family) that an item can ask for, by its stable id.

A family is a folder here: ``model.py`` (its data, and what it tells of each component), ``page.md.jinja``
(the body of it on its item's page), ``example.yaml`` (every key filled in: the test case and the data
guide's example); and one line below. What several families are made of stands in :mod:`generator.blocks`;
labels in ``languages/*/labels/``; what a template needs beyond the disclosure in ``pages/facts/``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.families.ac_6m.model import Ac6m
from generator.families.ac_plan.model import AcPlan
from generator.families.ac_report.model import AcReport
from generator.families.annual_plan.model import AnnualPlan
from generator.families.annual_report.model import AnnualReport
from generator.families.budget_6m.model import Budget6m
from generator.families.budget_plan.model import BudgetPlan
from generator.families.budget_report.model import BudgetReport
from generator.families.complaint_channel.model import ComplaintChannel
from generator.families.complaint_guideline.model import ComplaintGuideline
from generator.families.complaint_stats.model import ComplaintStats
from generator.families.contact.model import Contact
from generator.families.culture.model import Culture
from generator.families.eservice.model import Eservice
from generator.families.ethics_code.model import EthicsCode
from generator.families.ethics_drive.model import EthicsDrive
from generator.families.ethics_eval.model import EthicsEval
from generator.families.exec_integrity.model import ExecIntegrity
from generator.families.exec_participation.model import ExecParticipation
from generator.families.executives.model import Executives
from generator.families.gift_report.model import GiftReport
from generator.families.hr_criteria.model import HrCriteria
from generator.families.hr_impl.model import HrImpl
from generator.families.hr_plan.model import HrPlan
from generator.families.hr_report.model import HrReport
from generator.families.laws.model import Laws
from generator.families.measures.model import Measures
from generator.families.measures_report.model import MeasuresReport
from generator.families.news.model import News
from generator.families.nogift_culture.model import NogiftCulture
from generator.families.nogift_decl.model import NogiftDecl
from generator.families.nogift_report.model import NogiftReport
from generator.families.opinion_channel.model import OpinionChannel
from generator.families.ops_manual.model import OpsManual
from generator.families.participation.model import Participation
from generator.families.pdpa.model import Pdpa
from generator.families.plan_6m.model import Plan6m
from generator.families.plan_progress.model import PlanProgress
from generator.families.powers.model import Powers
from generator.families.proc_annual.model import ProcAnnual
from generator.families.proc_items.model import ProcItems
from generator.families.proc_monthly.model import ProcMonthly
from generator.families.proc_notices.model import ProcNotices
from generator.families.proc_plan.model import ProcPlan
from generator.families.proc_progress.model import ProcProgress
from generator.families.qa.model import Qa
from generator.families.risk_assess.model import RiskAssess
from generator.families.risk_result.model import RiskResult
from generator.families.satisfaction.model import Satisfaction
from generator.families.service_manual.model import ServiceManual
from generator.families.service_stats.model import ServiceStats
from generator.families.social.model import Social
from generator.families.strategy.model import Strategy
from generator.families.structure.model import Structure
from generator.models.disclosure import Disclosure

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Family:
    """A kind of content.

    Attributes:
        id: its folder, and what ``family:`` says in data.
        model: of its data.
        year: whether its facts are of the assessed year, of the year before, or of either.
        stays: whether last year's words are still true until someone changes them (``oit new-year`` carries them).
    """

    id: str
    model: type[Disclosure]
    year: Literal["assessed", "previous", "either"] = "assessed"
    stays: bool = False

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
        Family("structure", Structure, stays=True),
        Family("executives", Executives, stays=True),
        Family("powers", Powers, stays=True),
        Family("strategy", Strategy),
        Family("contact", Contact, stays=True),
        Family("laws", Laws, stays=True),
        Family("news", News),
        Family("qa", Qa, stays=True),
        Family("social", Social, stays=True),
        Family("annual_plan", AnnualPlan),
        Family("plan_6m", Plan6m),
        Family("annual_report", AnnualReport, year="previous"),
        Family("ops_manual", OpsManual, stays=True),
        Family("service_manual", ServiceManual, stays=True),
        Family("service_stats", ServiceStats, year="either"),
        Family("satisfaction", Satisfaction, year="previous"),
        Family("eservice", Eservice, stays=True),
        Family("budget_plan", BudgetPlan),
        Family("budget_6m", Budget6m),
        Family("budget_report", BudgetReport, year="previous"),
        Family("proc_plan", ProcPlan),
        Family("proc_notices", ProcNotices),
        Family("proc_monthly", ProcMonthly),
        Family("proc_annual", ProcAnnual, year="previous"),
        Family("hr_plan", HrPlan),
        Family("hr_impl", HrImpl),
        Family("hr_criteria", HrCriteria, stays=True),
        Family("hr_report", HrReport, year="previous"),
        Family("complaint_guideline", ComplaintGuideline, stays=True),
        Family("complaint_channel", ComplaintChannel, stays=True),
        Family("complaint_stats", ComplaintStats, year="either"),
        Family("opinion_channel", OpinionChannel, year="either", stays=True),
        Family("participation", Participation, year="either"),
        Family("exec_integrity", ExecIntegrity),
        Family("exec_participation", ExecParticipation),
        Family("risk_assess", RiskAssess),
        Family("risk_result", RiskResult, year="previous"),
        Family("culture", Culture),
        Family("ac_plan", AcPlan),
        Family("ac_6m", Ac6m),
        Family("ac_report", AcReport, year="previous"),
        Family("measures", Measures),
        Family("measures_report", MeasuresReport, year="previous"),
        Family("nogift_decl", NogiftDecl),
        Family("pdpa", Pdpa, stays=True),
        Family("nogift_culture", NogiftCulture),
        Family("nogift_report", NogiftReport, year="either"),
        Family("ethics_code", EthicsCode, stays=True),
        Family("ethics_drive", EthicsDrive),
        Family("ethics_eval", EthicsEval, year="either"),
        Family("plan_progress", PlanProgress),
        Family("proc_items", ProcItems),
        Family("proc_progress", ProcProgress),
        Family("gift_report", GiftReport, year="previous"),
    )
}
