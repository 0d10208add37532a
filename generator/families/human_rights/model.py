"""How the agency respects human rights and prevents sexual harassment."""

from __future__ import annotations

from generator.blocks.rules import RuleSet


class HumanRights(RuleSet):
    """การเคารพสิทธิมนุษยชนและการป้องกันการล่วงละเมิดทางเพศ"""
