"""The annual report of the anti-corruption plan: as the six-month report, for the whole year before."""

from __future__ import annotations

from generator.families.ac_6m.model import ProgressReport


class AcReport(ProgressReport):
    """รายงานผลการป้องกันการทุจริตประจำปี"""
