"""A claim that says something else than the sentence it stands below.

Counts are such as ``3 ข้อ``, ``3 ตัวชี้วัด`` and ``3 รายการ``; codes are those of questions and items.

th:
  about: คำกล่าวไม่ตรงกับประโยคที่อยู่คู่กัน
  message: ประโยคบอก {said} แต่คำกล่าวใต้ประโยค (claims) บอก {claimed}
  hint: แก้ฝั่งที่พิมพ์ผิดให้ตรงกับเอกสาร
  why: ประชาชนอ่านประโยค โปรแกรมตรวจคำกล่าว ถ้าไม่ตรงกัน การตรวจก็ไม่ได้พิสูจน์ประโยคนั้น
  rule: การเปรียบเทียบ; เฉพาะเมื่อประโยคกับคำกล่าวมีจำนวนหรือรหัสเท่ากันแต่เป็นคนละอย่าง
en:
  about: A claim unlike the sentence beside it
  message: The sentence says {said}, but the claim below it (claims) says {claimed}
  hint: Correct the one that is a slip, so that both are as the document prints
  why: >-
    People read the sentence and the program checks the claim; where they differ the check proves nothing of the
    sentence
  rule: Comparison; only where sentence and claims have as many counts or codes and one of them is another
wrong: |-
  text: ต่ำกว่า 85 มี 3 ข้อ คือ I1 I2 และ I3
  claims:
  - {kind: below_target, among: questions, subjects: [I1, I2], count: 2}
right: "text: ต่ำกว่า 85 มี 2 ข้อ คือ I1 และ I2"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.models.ita import reference_key
from generator.models.scores import Finding
from generator.site.site import Site
from generator.writing.figures import fold_digits

CODE = "claim-unlike-sentence"
SEVERITY = Severity.WARNING

_COUNT = re.compile(r"(?<![\d.,])(\d{1,3})\s*(?:ข้อ|ตัวชี้วัด|รายการ|ประเด็น)(?![\d])")
_CODE = re.compile(r"(?<![A-Za-z0-9])([IEO])\s?(\d{1,2})(?![\d.])")
_RANGE = re.compile(r"[IEO]\s?\d{1,2}\s*(?:-|–|ถึง)\s*[IEO]?\s?\d")


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, finding in site.each(Finding):
        text = fold_digits(finding.text.th)
        counts = [claim.count for claim in finding.claims if claim.count is not None]
        said = [int(number) for number in _COUNT.findall(text)]
        subjects = {reference_key(one) for claim in finding.claims for one in claim.subjects}
        codes = {f"{letter}{number}".lower() for letter, number in _CODE.findall(text)}
        others = sorted(codes - subjects)
        if counts and len(said) == len(counts) == 1 and said != counts:
            yield entry.file.at((*path, "text"), CODE, said=said[0], claimed=counts[0])
        elif others and len(codes) == len(subjects) and not _RANGE.search(text):
            claimed = ", ".join(sorted(subjects - codes)).upper()
            yield entry.file.at((*path, "text"), CODE, said=", ".join(others).upper(), claimed=claimed)
