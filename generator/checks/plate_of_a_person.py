"""The plate of a car that is somebody's.

Cars of offices are passed over; an officer decides once, in ``decisions`` of ``checks.yaml``.

th:
  about: ทะเบียนรถของบุคคล
  message: พบทะเบียนรถที่น่าจะเป็นของบุคคล {shown} ใน {file} หน้าหรือบรรทัดที่ {where} (รวม {count} คัน)
  hint: "ลบหรือปิดทับ ถ้าเป็นรถของหน่วยงาน ให้เขียนว่ารถราชการ หรือบันทึกใน checks.yaml ที่ decisions โดยใส่ file: {file} และ found: {shown}"
  why: ทะเบียนรถบอกได้ว่าใครเป็นเจ้าของ ผู้ร้องเรียนหรือคู่กรณีอาจถูกตามถึงตัว
  wrong: ผู้ร้องเรียนขับรถยนต์ พร้อมหมายเลขทะเบียน
  right: ผู้ร้องเรียนขับรถยนต์ส่วนบุคคล
  rule: กฎหมายคุ้มครองข้อมูลส่วนบุคคล (รายละเอียดยังไม่ยืนยัน) พบเมื่อกล่าวถึงบุคคล หรือเป็นหมวดที่มีเลขนำหน้า รถราชการและงานซ่อมรถไม่นับ
en:
  about: the plate of somebody's car
  message: What looks like the plate of somebody's car, {shown}, stands in {file}, page or line {where} ({count} in all)
  hint: >-
    Take it out or cover it; of a car of the agency say that it is one, or say so in decisions of checks.yaml with
    file: {file} and found: {shown}
  why: A plate tells whose car it is; who complained may be found by it
  wrong: a complainant's car with its plate
  right: a complainant's own car
  rule: >-
    The law on personal data (details unverified); found where a person is named or a digit stands before the letters;
    cars of offices and their repair do not count
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.personal_data import findings
from generator.site.site import Site
from generator.writing.persons import Kind

CODE = "plate-of-a-person"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    yield from findings(site, Kind.PLATE, CODE)
