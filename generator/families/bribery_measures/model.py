"""Measures of the agency against the taking of bribes."""

from __future__ import annotations

from generator.blocks.rules import RuleSet


class BriberyMeasures(RuleSet):
    """มาตรการป้องกันการรับสินบน"""
