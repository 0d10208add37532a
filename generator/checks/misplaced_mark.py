"""A Thai vowel or tone mark in two pieces, typed twice, in the wrong order, or on no letter.

Source: WTT 2.0 (unverified in its details). Such texts come from PDFs and from old keyboards.

th:
  about: สระหรือวรรณยุกต์ซ้ำหรือสลับที่
  message: คำ {word} มีสระหรือวรรณยุกต์ที่แยกชิ้น ซ้ำ สลับที่ หรือลอย ({letters}; พบ {count} แห่งในแฟ้ม)
  hint: |-
    หมายถึง {meant} ใช่หรือไม่
    ลบแล้วพิมพ์คำนี้ใหม่
  why: ตาเห็นเหมือนถูก แต่เป็นคนละคำกับที่ประชาชนพิมพ์ค้นหา
  rule: ลำดับการพิมพ์ภาษาไทย (แน่นอนสำหรับแบบที่ตรวจ)
en:
  about: Thai marks twice or in the wrong order
  message: >-
    The word {word} has marks in pieces, twice, in the wrong order or on no letter ({letters}; {count} in the file)
  hint: |-
    Did you mean {meant}?
    Delete the word and type it again
  why: It looks right, and is another word than the one that people search for
  rule: The order in which Thai is typed (certain for what is looked for)
wrong: "title: เเผนปฏิบัติการ"
right: "title: แผนปฏิบัติการ"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site import texts
from generator.site.site import Site
from generator.writing.letters import MISPLACED, may_be_misplaced, mended

CODE = "misplaced-mark"
SEVERITY = Severity.WARNING

_AROUND = 30


def find(site: Site) -> Iterator[Diagnostic]:
    yield from texts.once_per_file(site, CODE, _may_hold, _slips)


def _slips(text: str) -> Iterator[dict[str, str]]:
    """Of many slips of one kind in a text the first shows where."""
    for match in {found[0]: found for found in reversed(list(MISPLACED.finditer(text)))}.values():
        start = re.search(r"[ก-๎]*$", text[max(0, match.start() - _AROUND) : match.start()])
        end = re.match(r"[ก-๎]*", text[match.end() : match.end() + _AROUND])
        word = f"{start[0] if start else ''}{match[0]}{end[0] if end else ''}".strip()
        right = mended(word)
        meant = right if right != word and not MISPLACED.search(right) else ""
        letters = " ".join(f"U+{ord(letter):04X}" for letter in match[0])
        yield {"word": word, "letters": letters, "meant": meant}


def _may_hold(text: str) -> bool:
    return may_be_misplaced(text) and MISPLACED.search(text) is not None
