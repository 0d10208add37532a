"""Projects of the staff plan: each is of management or of development."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.blocks.projects import Plan, PlannedProject, Project, Report

SIDES = ("management", "development")


class PlannedStaffProject(PlannedProject):
    """โครงการหรือกิจกรรมด้านบุคลากรหนึ่งเรื่องในแผน"""

    side: Literal["management", "development"] = Field(
        description="ด้าน: management ด้านการบริหาร เช่น การสรรหา การประเมินผล หรือ development ด้านการพัฒนา เช่น การอบรม"
    )


class StaffProject(PlannedStaffProject, Project):
    """โครงการหรือกิจกรรมด้านบุคลากรหนึ่งเรื่อง และผลของเรื่องนั้น"""


class StaffPlan(Plan):
    """แผนด้านบุคลากร"""

    projects: tuple[PlannedStaffProject, ...] = Field((), description="โครงการและกิจกรรม ทั้งด้านการบริหารและด้านการพัฒนา")

    def of_side(self, side: str) -> tuple[PlannedStaffProject, ...]:
        return tuple(project for project in self.projects if project.side == side)

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides that have projects, in the order of the page."""
        return tuple(side for side in SIDES if self.of_side(side))

    @property
    def first_side(self) -> str:
        """The anchor where the projects begin."""
        return self.sides[0] if self.sides else ""


class StaffReport(StaffPlan, Report):
    """รายงานด้านบุคลากร"""

    projects: tuple[StaffProject, ...] = Field((), description="โครงการและกิจกรรม ทั้งด้านการบริหารและด้านการพัฒนา")
