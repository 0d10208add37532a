"""The ethics of buying medicines and medical supplies, and what was done to keep them."""

from __future__ import annotations

from generator.blocks.rules import RuleSet


class MedicineEthics(RuleSet):
    """เกณฑ์จริยธรรมการจัดซื้อยาและเวชภัณฑ์"""
