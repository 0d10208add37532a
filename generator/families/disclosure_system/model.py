"""How the agency publishes its information: who asks for it, on which form, and who watches the site."""

from __future__ import annotations

from generator.blocks.rules import RuleSet


class DisclosureSystem(RuleSet):
    """ระบบการเผยแพร่ข้อมูลต่อสาธารณะของหน่วยงาน"""
