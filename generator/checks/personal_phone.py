"""A mobile phone number that the agency does not give as its own.

Numbers of offices begin with 02 to 07; an executive's mobile is a finding. An officer decides once, in ``decisions`` of
``checks.yaml``.

th:
  about: เบอร์โทรศัพท์มือถือส่วนตัว
  message: พบเบอร์มือถือ {shown} ใน {file} หน้าหรือบรรทัดที่ {where} (รวม {count} เบอร์) ซึ่งไม่ใช่เบอร์ที่หน่วยงานประกาศ
  hint: >-
    ใช้เบอร์สำนักงานแทน ถ้าเป็นเบอร์ของหน่วยงานให้ใส่ในข้อมูลการติดต่อ หรือบันทึกใน checks.yaml ที่ decisions โดยใส่ file: {file} และ
    found: {shown}
  why: เบอร์ส่วนตัวที่เผยแพร่แล้วถูกใช้หลอกลวงและรบกวน
  wrong: ติดต่อ นางสาวตัวอย่าง พร้อมเบอร์มือถือครบสิบหลัก
  right: ติดต่อ 0 2000 0000 ต่อ 101
  rule: กฎหมายคุ้มครองข้อมูลส่วนบุคคล (รายละเอียดยังไม่ยืนยัน) เบอร์สำนักงาน สายด่วน และเบอร์ในข้อมูลการติดต่อไม่นับ
en:
  about: a private mobile number
  message: >-
    The mobile number {shown} stands in {file}, page or line {where} ({count} in all), and the agency does not give it
    as its own
  hint: >-
    Give the office's number; if it is the agency's, put it into the contact data, or say so in decisions of checks.yaml
    with file: {file} and found: {shown}
  why: Published private numbers serve fraud and bring calls at night
  wrong: an officer with all ten digits of a mobile number
  right: 0 2000 0000 ext. 101
  rule: >-
    The law on personal data (details unverified); numbers of offices, hotlines and those in the contact data do not
    count
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.personal_data import findings
from generator.site.site import Site
from generator.writing.persons import Kind

CODE = "personal-phone"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    yield from findings(site, Kind.PHONE, CODE)
