"""The rules on what officials may take by custom, and how the staff were told of them."""

from __future__ import annotations

from generator.blocks.rules import RuleSet


class GiftRules(RuleSet):
    """หลักเกณฑ์การรับทรัพย์สินหรือประโยชน์โดยธรรมจรรยา ที่เผยแพร่ให้เจ้าหน้าที่รู้"""
