"""Activities for an honest culture."""

from __future__ import annotations

from generator.blocks.activities import Activities


class Culture(Activities):
    """การเสริมสร้างวัฒนธรรมองค์กร"""
