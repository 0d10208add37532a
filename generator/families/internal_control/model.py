"""How internal control was assessed, and what will be improved."""

from __future__ import annotations

from generator.blocks.findings import Findings


class InternalControl(Findings):
    """การประเมินผลการควบคุมภายใน"""
