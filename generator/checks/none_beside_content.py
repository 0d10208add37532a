"""A statement that there is none, beside what there is.

Activities and the period of a report may stand beside the statement.

th:
  about: กล่าวว่าไม่มี ทั้งที่มีข้อมูล
  message: กล่าวว่าไม่มี แต่แฟ้มนี้มีข้อมูลใน {key}
  hint: ลบ none หรือลบข้อมูลใน {key}
  why: หน้าเว็บจะบอกทั้งสองอย่าง คนอ่านไม่รู้ว่าจะเชื่ออย่างใด
  rule: เป็นจริงพร้อมกันไม่ได้
en:
  about: None is stated beside content
  message: It is stated that there is none, but the file has {key}
  hint: Delete none, or what is under {key}
  why: The page says both, and nobody knows which to believe
  rule: Both cannot be true
wrong: |-
  none: ไม่มีเรื่องร้องเรียน
  complaints:
  - {finished: 3, pending: 0}
right: "none: ไม่มีเรื่องร้องเรียน"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.models.disclosure import Disclosure
from generator.site.site import Site

CODE = "none-beside-content"
SEVERITY = Severity.WARNING

_BESIDE = frozenset(("activities", "period", "ita_year"))


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        data = entry.data
        own = [name for name in type(data).model_fields if name not in Disclosure.model_fields and name not in _BESIDE]
        filled = next((name for name in own if isinstance(getattr(data, name), tuple) and getattr(data, name)), None)
        if data.none and filled:
            yield entry.file.at(("none",), CODE, key=filled)
