"""A fact that names a source document which ``sources.yaml`` does not list.

th:
  about: ไม่รู้จักเอกสารต้นทาง
  message: ไม่มีเอกสารต้นทางรหัส {id} ใน sources.yaml
  hint: |-
    หมายถึง {meant} ใช่หรือไม่
    ถ้าเป็นเอกสารใหม่ให้เพิ่มใน sources.yaml
  why: ตัวเลขที่ไม่รู้ที่มาตรวจสอบไม่ได้
  rule: สิ่งที่อ้างถึงต้องมีอยู่ในข้อมูล กำหนดโดยโปรแกรมนี้
en:
  about: unknown source document
  message: sources.yaml has no document {id}
  hint: |-
    Did you mean {meant}?
    If it is a new document, add it to sources.yaml
  why: A figure of unknown origin cannot be checked
  rule: What is referred to must be in the data; a rule of this program
wrong: "source: report-256"
right: "source: report-2566"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.models.agency import Sources
from generator.models.shared import Sourced
from generator.site.site import Site
from generator.writing.near import nearest

CODE = "unknown-source"


def find(site: Site) -> Iterator[Diagnostic]:
    if Sources in site.unread:
        return
    for entry, path, fact in site.each(Sourced):
        if fact.source and fact.source not in site.documents:
            meant = nearest(fact.source, site.documents)
            yield entry.file.at((*path, "source"), CODE, id=fact.source, meant=meant)
