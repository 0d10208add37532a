"""An evidence file that lies outside ``files/`` of the data folder, whether by its path or by a link.

th:
  about: แฟ้มหลักฐานอยู่นอกโฟลเดอร์ข้อมูล
  message: ที่อยู่ {file} ไม่ได้ขึ้นต้นด้วย files/ หรือออกนอกโฟลเดอร์ files/ ของข้อมูล
  hint: |-
    วางแฟ้มในโฟลเดอร์ files ของข้อมูล แล้วเขียนที่อยู่นับจากโฟลเดอร์ข้อมูล ใช้ / คั่น
    เป็น file: {meant}
  why: แฟ้มนอกโฟลเดอร์อาจเป็นแฟ้มลับของเครื่องที่ถูกเผยแพร่โดยไม่ตั้งใจ
  rule: ความปลอดภัยของการเผยแพร่ กำหนดโดยโปรแกรมนี้
en:
  about: evidence outside the data folder
  message: The place {file} does not begin with files/, or leads out of files/ of the data folder
  hint: |-
    Put the file below files of the data folder and write its place from the data folder, with /
    as file: {meant}
  why: A file from outside may be a private one that is published by mistake
  rule: Safety of publishing; a rule of this program
wrong: "file: ../../secret.pdf"
right: "file: files/2567/plan.pdf"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, short
from generator.models.shared import Evidence
from generator.site.data_files import DEEPEST
from generator.site.site import Site

CODE = "evidence-outside"
IS_SAFETY = True


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.name.count("/") > DEEPEST:
            yield entry.file.at((*path, "file"), "folder-too-deep", limit=DEEPEST)
        elif file and len(file.beside) > 1 and not file.is_inside:
            yield entry.file.at(
                (*path, "file"), "evidence-place-unclear", file=short(file.name), places=_listed(file.beside)
            )
        elif file and not file.is_inside:
            name = re.split(r"[/\\]", file.name.rstrip("/\\"))[-1]
            year = getattr(entry.data, "assessed_year", "")
            meant = "/".join(part for part in ("files", str(year), name) if part)
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), meant=meant)


_MOST = 6
"""Places that a message names."""


def _listed(places: tuple[str, ...]) -> str:
    return ", ".join([*places[:_MOST], *["…"][: len(places) - _MOST]])
