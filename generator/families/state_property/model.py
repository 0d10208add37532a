"""Rules for using, borrowing and returning the property of the state."""

from __future__ import annotations

from generator.blocks.rules import RuleSet


class StateProperty(RuleSet):
    """แนวปฏิบัติเกี่ยวกับการใช้ทรัพย์สินของราชการ"""
