"""The annual report of the anti-corruption plan: as the six-month report, for the whole year before."""

from __future__ import annotations

from generator.families.ac_6m.model import ProgressReport
from generator.models.disclosure import Presence, presence


class AcReport(ProgressReport):
    """รายงานผลการป้องกันการทุจริตประจำปี"""

    def shows(self) -> dict[str, Presence]:
        return {**super().shows(), "previous_year": presence("projects", self.projects, self.is_of_previous_year)}
