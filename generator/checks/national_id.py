"""The national id or passport of a person, in data, in a file or in what a file says of itself.

Digits of either script, however they are parted; numbers of companies begin with 0 and are passed over. Passports, driving
licences and cards of foreigners are known by their names. Nothing is published until an officer decides, once a file and number, in ``decisions`` of ``checks.yaml``.

th:
  about: เลขประจำตัวประชาชน หนังสือเดินทาง หรือใบขับขี่
  message: พบเลขที่น่าจะเป็นเลขประจำตัวของบุคคล {shown} ใน {file} หน้าหรือบรรทัดที่ {where} (รวม {count} เลข)
  hint: "ลบหรือปิดทับให้เหลือไม่กี่หลัก ถ้าตรวจแล้วเผยแพร่ได้ ให้บันทึกใน checks.yaml ที่ decisions โดยใส่ file: {file} และ found: {shown}"
  why: เลขที่เผยแพร่แล้วเรียกคืนไม่ได้ และใช้สวมรอยได้
  wrong: ผู้เข้าอบรม นางสาวตัวอย่าง หนึ่ง เลข 13 หลักครบทุกตัว
  right: ผู้เข้าอบรม นางสาวตัวอย่าง หนึ่ง
  rule: กฎหมายคุ้มครองข้อมูลส่วนบุคคล (รายละเอียดยังไม่ยืนยัน) ตรวจด้วยเลขตรวจสอบหลักสุดท้าย เลขอื่นตรงโดยบังเอิญได้หนึ่งในสิบ เลขหนังสือเดินทางและใบขับขี่ดูจากคำข้างหน้า
en:
  about: a person's national id, passport or driving licence
  message: What looks like the number of a person's national id or passport, {shown}, stands in {file}, page or line {where} ({count} in all)
  hint: >-
    Take it out or cover its digits; if it may be published, say so in decisions of checks.yaml with file: {file} and
    found: {shown}
  why: What was published cannot be called back and serves to pretend to be that person
  wrong: a trainee with all thirteen digits
  right: a trainee's name
  rule: >-
    The law on personal data (details unverified); found by the check digit, which one in ten other numbers has by
    chance, or by the words before it
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.site.personal_data import findings
from generator.site.site import Site
from generator.writing.persons import Kind

CODE = "national-id"
IS_SAFETY = True


def find(site: Site) -> Iterator[Diagnostic]:
    yield from findings(site, Kind.ID, CODE)
