"""Activities that make it a habit to take no gifts."""

from __future__ import annotations

from generator.blocks.activities import Activities


class NogiftCulture(Activities):
    """การสร้างวัฒนธรรม No Gift Policy"""
