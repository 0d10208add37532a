"""How many were appraised outstanding and very good, without names of others."""

from __future__ import annotations

from generator.blocks.findings import Findings


class AppraisalResults(Findings):
    """ผลการประเมินการปฏิบัติราชการระดับดีเด่นและดีมาก"""
