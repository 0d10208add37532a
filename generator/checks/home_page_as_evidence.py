"""A document whose link leads to the front page of a site.

Source: ita-oit §1. Evidence and documents only: a system, a channel or an account may well have its own host.

th:
  about: ลิงก์หลักฐานไปหน้าแรกของเว็บไซต์
  message: "{url} เป็นหน้าแรกของเว็บไซต์ ไม่ใช่เอกสาร"
  hint: ใส่ที่อยู่ของหน้าหรือแฟ้มนั้นโดยตรง
  why: ผู้ประเมินดูเฉพาะที่ลิงก์ชี้ไป ถ้าต้องค้นต่อถือว่าไม่พบ
  rule: ลิงก์คำตอบต้องพาไปถึงที่ (อ่านจากหน้าเว็บสาธารณะของหน่วยงาน)
en:
  about: a document's link that leads to a front page
  message: "{url} is the front page of a site, not a document"
  hint: Give the address of the page or file itself
  why: The assessor looks at what the link shows; what must be searched for counts as not found
  rule: The answered link leads to the place (read on public pages of agencies)
wrong: "link: https://www.example.go.th/"
right: "link: https://www.example.go.th/plan-2568.pdf"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.diagnostics import Diagnostic, Severity, short
from generator.site.links import links
from generator.site.site import Site

CODE = "home-page-as-evidence"
SEVERITY = Severity.WARNING

_FRONT = re.compile(
    r"/*(?:(?:th|en)/*)?(?:(?:main|home|index|default)(?:\.(?:html?|php|aspx?|jsp))?)?/*", re.IGNORECASE
)
_OF_SYSTEMS = frozenset(("eservice", "complaint_channel", "opinion_channel", "qa", "social"))


def find(site: Site) -> Iterator[Diagnostic]:
    own = {urlsplit(url).hostname for url in (site.agency.site_url, site.agency.website) if url}
    for link in links(site):
        parts = link.parts
        if not link.is_document or not parts or not link.host or parts.query:
            continue
        is_system = getattr(link.entry.data, "family", "") in _OF_SYSTEMS and link.host not in own
        if _FRONT.fullmatch(parts.path) and not parts.fragment.strip("/!") and not is_system:
            yield link.entry.file.at(link.path, CODE, url=short(link.url))
