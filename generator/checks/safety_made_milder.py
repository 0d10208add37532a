"""A setting that would turn off a safety check, or make it milder.

What a safety check finds would publish a private file, a person's number, or something that runs; so the setting has no
effect, and is told, so that nobody believes it has.

th:
  about: ปิดหรือลดระดับการตรวจด้านความปลอดภัย
  message: การตรวจ {check} เป็นการตรวจด้านความปลอดภัย ตั้งเป็น {severity} ไม่ได้ และการตั้งค่านี้ไม่มีผล
  hint: ลบการตั้งค่านี้ แล้วแก้ตามที่การตรวจบอก เลขที่ตรวจแล้วว่าเผยแพร่ได้ให้บันทึกที่ decisions พร้อมเหตุผล
  why: สิ่งที่การตรวจนี้พบทำให้แฟ้มลับ เลขของบุคคล หรือแฟ้มที่สั่งให้เครื่องทำงานได้ถูกเผยแพร่ ซึ่งเรียกคืนไม่ได้
  wrong: |-
    settings:
    - {code: evidence-outside, severity: off, reason: แฟ้มอยู่ที่อื่น}
  right: |-
    settings:
    - {code: missing-site-url, severity: off, reason: ยังไม่เปิดใช้}
  rule: ความปลอดภัยของการเผยแพร่ กำหนดโดยโปรแกรมนี้
en:
  about: A safety check turned off or made milder
  message: "{check} is a safety check: it cannot be set to {severity}, and this setting has no effect"
  hint: >-
    Delete this setting and mend what the check says; a number that may be published is listed in decisions, with a
    reason
  why: What it finds would publish a private file, a person's number or a file that runs, which cannot be called back
  wrong: |-
    settings:
    - {code: evidence-outside, severity: off, reason: the file is elsewhere}
  right: |-
    settings:
    - {code: missing-site-url, severity: off, reason: not open yet}
  rule: Safety of publishing; a rule of this program
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, is_milder
from generator.models.settings import Setting
from generator.site.site import Site

CODE = "safety-made-milder"
IS_SAFETY = True


def find(site: Site) -> Iterator[Diagnostic]:
    from generator.checks import CHECKS, is_safety, severity_of  # this list is made of this module, too

    safety = {module.CODE: severity_of(module) for module in CHECKS if is_safety(module)}
    for entry, path, setting in site.each(Setting):
        if setting.code in safety and is_milder(Severity(setting.severity), safety[setting.code]):
            yield entry.file.at((*path, "severity"), CODE, check=setting.code, severity=setting.severity)
