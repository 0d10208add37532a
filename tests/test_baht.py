"""Amounts in Thai words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.writing.baht import baht_of_words


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("(หนึ่งหมื่นสองพันห้าร้อยบาทถ้วน)", 12500),
        ("หนึ่งล้านสองแสนบาทถ้วน", 1_200_000),
        ("ยี่สิบเอ็ดบาทห้าสิบสตางค์", "21.5"),
        ("สิบล้านบาท", 10_000_000),
        ("ร้อยบาทถ้วน", 100),
        ("สองพันหมื่นบาท", None),
        ("หนึ่งสองบาท", None),
        ("หนึ่งบาทหนึ่งร้อยสตางค์", None),
        ("รวมหนึ่งบาท", None),
        ("ร้าน ก", None),
        ("หนึ่ง" * 200 + "บาท", None),
    ],
)
def test_an_amount_in_words_is_read_where_it_is_one(text: str, amount: object) -> None:
    assert baht_of_words(text) == (None if amount is None else Decimal(str(amount)))
