"""A percentage behind an amount of money in a summary that the amounts do not give.

The amount before the percentage is divided by every other amount of the summary and of the data, and by their sums.

th:
  about: ร้อยละในบทสรุปไม่ตรงกับจำนวนเงิน
  message: บทสรุปบอกว่า {amount} บาท เป็นร้อยละ {share} ซึ่งไม่มีจำนวนเงินใดในแฟ้มที่หารแล้วได้เท่านี้
  hint: |-
    ที่ใกล้ที่สุดคือร้อยละ {meant}
    คำนวณใหม่ หรือตรวจจำนวนเงิน
  why: คนมักจำและอ้างร้อยละ ใครกดเครื่องคิดเลขก็รู้ว่าไม่ตรง
  rule: การหาร แน่นอน; ยอมให้ต่างหนึ่งหน่วยของทศนิยมตำแหน่งสุดท้ายจากการปัดเศษ
en:
  about: A percentage in a summary that the amounts do not give
  message: The summary calls {amount} baht {share} per cent, which no amount in the file gives
  hint: |-
    The nearest is {meant} per cent
    Work it out again, or check the amounts
  why: The percentage is what is quoted, and anybody can work it out
  rule: Dividing, certain; one unit in the last decimal is allowed for rounding
wrong: "summary: งบประมาณ 15,200,000 บาท ใช้ไป 6,184,000 บาท หรือร้อยละ 46.08"
right: "summary: งบประมาณ 15,200,000 บาท ใช้ไป 6,184,000 บาท หรือร้อยละ 40.68"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Diagnostic, Severity
from generator.site.amounts import amounts_in, known_amounts
from generator.site.site import Site
from generator.writing.figures import fold_digits

CODE = "share-unlike-data"
SEVERITY = Severity.WARNING

_SHARE = re.compile(
    r"(?<![\d.,])(\d[\d,]*(?:\.\d+)?)\s*บาท\s*\(?(?:หรือ)?(?:คิดเป็น)?\s*ร้อยละ\s*(\d{1,3}(?:\.\d+)?)(?![\d.]*\d)"
)


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        if entry.data.summary is None:
            continue
        text = fold_digits(entry.data.summary.th)
        for found in _SHARE.finditer(text):
            wholes = known_amounts(entry.data) | {amount for _, amount in amounts_in(text)}
            part = next((amount for _, amount in amounts_in(found[0])), None)
            if part is None:
                continue
            if wholes - {part} and not any(_is_share(part, whole, found[2]) for whole in wholes):
                facts = {"amount": found[1], "share": found[2], "meant": _likeliest(part, wholes, found[2])}
                yield entry.file.at(("summary", "th"), CODE, **facts)


def _is_share(part: Decimal, whole: Decimal, said: str) -> bool:
    share = Decimal(said)
    return bool(whole) and abs(part * 100 / whole - share) <= Decimal((0, (1,), min(int(share.as_tuple().exponent), 0)))


def _likeliest(part: Decimal, wholes: frozenset[Decimal], said: str) -> str:
    """The nearest percentage that one of the amounts gives."""
    shares = [part * 100 / whole for whole in wholes if whole > part]
    nearest = min(shares, key=lambda share: abs(share - Decimal(said)), default=None)
    return "" if nearest is None else f"{nearest:.2f}"
