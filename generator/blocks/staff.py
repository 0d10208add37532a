"""Projects of the staff plan: of management, of development, or of a side that the office's own table does not say."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.blocks.projects import Plan, PlannedProject, Project, Report

SIDES = ("management", "development")


class PlannedStaffProject(PlannedProject):
    """โครงการหรือกิจกรรมด้านบุคลากรหนึ่งเรื่องในแผน"""

    side: Literal["management", "development"] | None = Field(
        None,
        description="ด้าน: management ด้านการบริหาร เช่น การสรรหา การประเมินผล หรือ development ด้านการพัฒนา เช่น การอบรม; "
        "ไม่ระบุ = ตารางต้นทางไม่ได้แยกด้าน",
    )


class StaffProject(PlannedStaffProject, Project):
    """โครงการหรือกิจกรรมด้านบุคลากรหนึ่งเรื่อง และผลของเรื่องนั้น"""


class StaffPlan(Plan):
    """แผนด้านบุคลากร"""

    projects: tuple[PlannedStaffProject, ...] = Field((), description="โครงการและกิจกรรม ทั้งด้านการบริหารและด้านการพัฒนา")

    def of_side(self, side: str) -> tuple[PlannedStaffProject, ...]:
        """The projects of one of :attr:`sides`."""
        return tuple(project for project in self.projects if (project.side or self._rest) == side)

    @property
    def _rest(self) -> str:
        """What the projects without a side are called: all there are, or the others."""
        return "others" if any(project.side for project in self.projects) else "all"

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides that have projects, in the order of the page; last those that say none."""
        return tuple(side for side in (*SIDES, self._rest) if self.of_side(side))

    @property
    def first_side(self) -> str:
        """The anchor where the projects begin."""
        return self.sides[0] if self.sides else ""


class StaffReport(StaffPlan, Report):
    """รายงานด้านบุคลากร"""

    projects: tuple[StaffProject, ...] = Field((), description="โครงการและกิจกรรม ทั้งด้านการบริหารและด้านการพัฒนา")
