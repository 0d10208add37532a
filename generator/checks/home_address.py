"""An address that is somebody's home.

An officer decides once, in ``decisions`` of ``checks.yaml``.

th:
  about: ที่อยู่บ้านของบุคคล
  message: พบที่อยู่ที่น่าจะเป็นบ้านของบุคคล {shown} ใน {file} หน้าหรือบรรทัดที่ {where} (รวม {count} แห่ง)
  hint: >-
    เหลือเพียงอำเภอหรือจังหวัด ถ้าเป็นที่อยู่ของหน่วยงานให้ใส่ในข้อมูลการติดต่อ หรือบันทึกใน checks.yaml ที่ decisions โดยใส่ file: {file} และ
    found: {shown}
  why: ผู้ร้องเรียนหรือผู้ให้ข้อมูลอาจถูกตามถึงบ้าน
  wrong: ผู้ร้องเรียน พร้อมบ้านเลขที่ หมู่ และตำบล
  right: ผู้ร้องเรียนในอำเภอเมือง
  rule: กฎหมายคุ้มครองข้อมูลส่วนบุคคล (รายละเอียดยังไม่ยืนยัน) พบเมื่อมีคำว่าเลขที่ หมู่ และตำบล ที่อยู่ของหน่วยงานเองไม่นับ
en:
  about: somebody's home address
  message: What looks like somebody's home, {shown}, stands in {file}, page or line {where} ({count} in all)
  hint: >-
    Keep the district or the province; if it is the agency's, put it into the contact data, or say so in decisions of
    checks.yaml with file: {file} and found: {shown}
  why: Who complained or informed may be visited at home
  wrong: a complainant with house, village and parish
  right: a complainant of the city district
  rule: >-
    The law on personal data (details unverified); found by the words house number, village and parish; the agency's own
    address does not count
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.personal_data import findings
from generator.site.site import Site
from generator.writing.persons import Kind

CODE = "home-address"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    yield from findings(site, Kind.HOME, CODE)
