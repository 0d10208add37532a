"""A setting of a check that there is not.

th:
  about: ไม่มีการตรวจรหัสนี้
  message: ตั้งค่าการตรวจ {check} ไม่ได้ ไม่มีการตรวจรหัสนี้ หรือเป็นรูปแบบแฟ้มซึ่งปิดไม่ได้
  hint: |-
    หมายถึง {meant} ใช่หรือไม่
    ดูรหัสทั้งหมดด้วย oit explain หรือลบการตั้งค่านี้
  why: การตั้งค่าที่ไม่มีผลทำให้เข้าใจว่าปิดแล้วทั้งที่ยังตรวจอยู่
  rule: กำหนดโดยโปรแกรมนี้
en:
  about: No check has this code
  message: "{check} cannot be set: no check has this code, or it is about the form of files, which is never turned off"
  hint: |-
    Did you mean {meant}?
    See all codes with oit explain, or delete this setting
  why: A setting without effect makes people believe that a check is off
  rule: A rule of this program
wrong: |-
  settings:
  - {code: missing-site-ulr, severity: off, reason: ยังไม่เปิดใช้}
right: |-
  settings:
  - {code: missing-site-url, severity: off, reason: ยังไม่เปิดใช้}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import languages
from generator.diagnostics import Diagnostic
from generator.models.settings import Setting
from generator.site.site import Site
from generator.writing.near import nearest

CODE = "unknown-check"
IS_SAFETY = True


def find(site: Site) -> Iterator[Diagnostic]:
    from generator.checks import CHECKS  # this list is made of this module, too

    known = sorted(module.CODE for module in CHECKS)
    for entry, path, setting in site.each(Setting):
        if setting.code not in known:
            is_of_shape = setting.code in languages.faults("th")
            meant = "" if is_of_shape else nearest(setting.code, known)
            yield entry.file.at((*path, "code"), CODE, check=setting.code, meant=meant)
