"""A college's report on itself, standard by standard (SAR)."""

from __future__ import annotations

from generator.blocks.findings import Findings


class SelfAssessment(Findings):
    """รายงานการประเมินตนเองของสถานศึกษา (SAR)"""
