"""A photograph that says where it was taken, also one inside of a document or an archive.

The place is told to a tenth of a degree, some ten kilometres. An officer decides once, in ``decisions`` of
``checks.yaml``.

th:
  about: รูปถ่ายบอกพิกัดที่ถ่าย
  message: แฟ้ม {file} บอกพิกัดที่ถ่ายรูป (ประมาณ {found})
  hint: บันทึกรูปใหม่โดยไม่เก็บตำแหน่ง ใน Windows คลิกขวา > คุณสมบัติ > รายละเอียด > เอาคุณสมบัติออก หรือบันทึกใน
    checks.yaml ที่ decisions โดยใส่ file (ชื่อแฟ้มนี้) และ found (พิกัดที่แสดง)
  why: พิกัดบอกบ้านหรือที่ทำงานของบุคคลในรูปได้ละเอียดถึงไม่กี่เมตร
  wrong: รูปจากโทรศัพท์ที่เปิดตำแหน่งไว้
  right: รูปที่เอาตำแหน่งออกแล้ว
  rule: กฎหมายคุ้มครองข้อมูลส่วนบุคคล (รายละเอียดยังไม่ยืนยัน)
en:
  about: a photograph that says where it was taken
  message: The file {file} says where its picture was taken (about {found})
  hint: 'Save the picture without its place (in Windows: Properties > Details > Remove properties), or say in decisions
    of checks.yaml that it may stay, with file (this one) and found (the place as shown)'
  why: The place leads to the home or work of the persons shown, to a few metres
  wrong: a picture of a phone that keeps places
  right: a picture without its place
  rule: The law on personal data (details unverified)
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.shared import Evidence
from generator.site.personal_data import is_decided
from generator.site.site import Site

CODE = "location-in-picture"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        place = next((value for key, value in file.metadata if key == "GPS"), "") if file else ""
        if file and place and not is_decided(site, file.name, place):
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), found=place)
