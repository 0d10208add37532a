"""A fixed term with a letter too many, too few or wrong.

Source: ita-oit §8 and ``generator/writing/terms.yaml``. One letter off within a long term; doubtful, so advice.
Documents transcribed as printed keep their spelling: turn the check off for them in ``checks.yaml``, with the reason.

th:
  about: คำเฉพาะสะกดผิด
  message: "{word} น่าจะเป็น {meant} (พบ {count} แห่งในแฟ้ม)"
  hint: แก้เป็น {meant} ถ้าต้นฉบับพิมพ์ไว้อย่างนี้ ให้ปิดการตรวจของแฟ้มนี้ใน checks.yaml พร้อมเหตุผล
  why: ผู้ประเมินและประชาชนค้นด้วยคำที่ถูก
  rule: ชื่อรายการในบัญชีของแต่ละปี คำในเอกสารต้นทาง และพจนานุกรมฉบับราชบัณฑิตยสถาน ต่างกันหนึ่งตัวอักษร
en:
  about: a misspelt term
  message: "{word} is probably {meant} ({count} in the file)"
  hint: Write {meant}; if the original has it so, turn the check off for this file in checks.yaml, with the reason
  why: Assessors and citizens search for the right word
  rule: >-
    Item titles of each year's catalogue, terms of the source documents and the Royal Society's dictionary; one letter
    off
wrong: "title: แผนปฏิบัติการป้องกันการทุจรติ"
right: "title: แผนปฏิบัติการป้องกันการทุจริต"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.diagnostics import Diagnostic, Severity
from generator.site import texts
from generator.site.site import Site
from generator.writing.letters import mended
from generator.writing.terms import misspelt_in

CODE = "misspelt-term"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    titles = frozenset(item.title.th for catalogue in site.catalogues.values() for item in catalogue.items)
    slips = _slips_of(titles)
    yield from texts.once_per_file(site, CODE, slips.are_in, slips.of, with_addresses=False)


@dataclass(frozen=True)
class _Slips:
    """What is misspelt where these titles are official."""

    titles: frozenset[str]

    def are_in(self, text: str) -> bool:
        return bool(misspelt_in(mended(text), self.titles))

    def of(self, text: str) -> Iterator[dict[str, str]]:
        if not texts.is_address(text):
            for word, meant in misspelt_in(mended(text), self.titles):
                yield {"word": word, "meant": meant}


@lru_cache(maxsize=8)
def _slips_of(titles: frozenset[str]) -> _Slips:
    """One and the same for the same titles, so that what was found in a file is found again."""
    return _Slips(titles)
