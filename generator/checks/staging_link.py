"""A link to this computer, an inner network, or a host for trying out.

Source: ita-oit §5.

th:
  about: ลิงก์ไปที่ทดลองหรือเครือข่ายภายใน
  message: "{url} เป็นเครื่องนี้ เครือข่ายภายใน หรือที่ทดลอง ประชาชนเปิดไม่ได้"
  hint: ใส่ที่อยู่บนเว็บไซต์จริง
  why: ลิงก์เปิดได้เฉพาะในสำนักงาน ผู้ประเมินเปิดไม่ได้
  rule: พบในหน้า OIT จริง (อ่านจากหน้าเว็บสาธารณะของหน่วยงาน)
en:
  about: a link to an inner network or a host for trying out
  message: "{url} is this computer, an inner network or a host for trying out; the public cannot open it"
  hint: Give the address on the real site
  why: It opens in the office only, not for the assessor
  rule: Found on real OIT pages (read on public pages of agencies)
wrong: "link: http://localhost:8000/plan.pdf"
right: "link: https://www.example.go.th/plan.pdf"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.site.links import links
from generator.site.site import Site

CODE = "staging-link"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for link in links(site):
        if link.is_staging:
            yield link.entry.file.at(link.path, CODE, url=short(link.url))
