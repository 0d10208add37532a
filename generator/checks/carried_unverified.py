"""A file that was carried over from the year before, and nobody has said that it still holds.

th:
  about: แฟ้มที่ยกมาจากปีก่อนและยังไม่มีใครยืนยัน
  message: แฟ้มนี้ยกมาจากปี {year} และยังไม่ได้ยืนยันว่ายังถูกต้อง
  hint: "อ่านทุกบรรทัดเทียบกับปัจจุบัน แล้วลบบรรทัดนี้ (บรรทัดที่ขึ้นต้นด้วย # ยกมาจากปี) ก่อนนั้นแฟ้มนี้อยู่ในเว็บไซต์ร่างเท่านั้น"
  why: ที่อยู่ เบอร์โทรศัพท์ หรือชื่อผู้บริหารของปีก่อนทำให้ประชาชนเสียเวลา และผู้ประเมินเห็นเป็นข้อมูลเก่า
  wrong: "# ยกมาจากปี 2567 ตรวจว่ายังถูกต้องทุกบรรทัด แล้วลบบรรทัดนี้"
  right: (ตรวจแล้ว ไม่มีบรรทัดนี้)
  rule: เครื่องหมายที่โปรแกรมนี้เขียนไว้เอง แน่ใจ
en:
  about: a file carried from the year before that nobody has confirmed
  message: This file was carried from {year}, and nobody has confirmed yet that it still holds
  hint: "Compare every line with how things are now, then delete this line (the one that begins with # ยกมาจากปี); until then the file is in the draft only"
  why: Last year's address, telephone or executive costs citizens time, and an assessor sees old facts
  wrong: "# ยกมาจากปี 2567 ตรวจว่ายังถูกต้องทุกบรรทัด แล้วลบบรรทัดนี้"
  right: (looked at; the line is gone)
  rule: A mark that this program itself wrote; certain
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.carried import find_mark
from generator.site.site import Site

CODE = "carried-unverified"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        if found := find_mark(entry.file.text):
            line, year = found
            yield Diagnostic(entry.file.name, line, 1, CODE, facts={"year": year})
