"""The year's plan for staff: projects of management and of development, what they cost, when they run."""

from __future__ import annotations

from pydantic import Field

from generator.blocks.staff import StaffPlan
from generator.models.disclosure import Presence, presence
from generator.models.shared import Numbered, PlanPeriod


class HrPlan(StaffPlan):
    """แผนการบริหารและพัฒนาทรัพยากรบุคคล"""

    period: PlanPeriod | None = Field(None, description="ระยะเวลาของแผน เช่น ปีงบประมาณ 2568")
    policy: tuple[Numbered, ...] = Field((), description="นโยบายการบริหารทรัพยากรบุคคลของผู้บริหารสูงสุดเป็นข้อ ๆ ถ้ามี")

    def shows(self) -> dict[str, Presence]:
        return {
            "projects": presence(self.first_side, self.projects),
            "budget": presence(self.first_side, *(project.planned for project in self.projects)),
            "period": presence(self.first_side, *(project.period for project in self.projects)),
            "management": presence("management", self.of_side("management")),
            "development": presence("development", self.of_side("development")),
            "policy_or_plan": presence("policy" if self.policy else self.first_side, self.policy or self.projects),
            "in_force": presence(
                "policy" if self.policy else self.first_side,
                self.policy or self.projects,
                self.is_of_assessed_year or self.covers_assessed_year(self.period),
            ),
        }
