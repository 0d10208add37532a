"""A bank account, said to be one.

An account of the agency that fees are paid to is for an officer to let through. An officer decides once, in
``decisions`` of ``checks.yaml``.

th:
  about: เลขที่บัญชีธนาคาร
  message: พบเลขที่บัญชีธนาคาร {shown} ใน {file} หน้าหรือบรรทัดที่ {where} (รวม {count} บัญชี)
  hint: "ลบออก ถ้าเป็นบัญชีของหน่วยงานที่ประกาศได้ ให้บันทึกใน checks.yaml ที่ decisions โดยใส่ file: {file} และ found: {shown}"
  why: เลขที่บัญชีคู่กับชื่อใช้หลอกลวงได้
  wrong: ค่าวิทยากร เลขที่บัญชีครบทุกหลัก
  right: ค่าวิทยากร 3,600 บาท
  rule: กฎหมายคุ้มครองข้อมูลส่วนบุคคล (รายละเอียดยังไม่ยืนยัน) พบเมื่อมีคำว่าบัญชีและธนาคารอยู่ข้าง ๆ
en:
  about: a bank account
  message: The bank account {shown} stands in {file}, page or line {where} ({count} in all)
  hint: >-
    Take it out; if it is the agency's and may be published, say so in decisions of checks.yaml with file: {file} and
    found: {shown}
  why: An account beside a name serves fraud
  wrong: a lecturer's account with all its digits
  right: the lecturer's fee, 3,600 baht
  rule: The law on personal data (details unverified); found where the words account and bank stand beside it
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.personal_data import findings
from generator.site.site import Site
from generator.writing.persons import Kind

CODE = "bank-account"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    yield from findings(site, Kind.ACCOUNT, CODE)
