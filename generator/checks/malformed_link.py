"""A link that is no address, though it looks like one.

Source: RFC 3986 and the URL standard of browsers.

th:
  about: ลิงก์เขียนผิดรูป
  message: "{url} ไม่ใช่ที่อยู่เว็บที่เปิดได้"
  hint: |-
    หมายถึง {meant} ใช่หรือไม่
    ที่อยู่เว็บขึ้นต้นด้วย https:// ครั้งเดียว แล้วตามด้วยชื่อเว็บไซต์
  why: เบราว์เซอร์พาไปหน้าที่ไม่มีอยู่
  rule: รูปแบบที่อยู่เว็บ (แน่นอน)
en:
  about: a link that is no address
  message: "{url} is no web address that opens"
  hint: |-
    Did you mean {meant}?
    An address begins with https:// once, and the name of the site follows
  why: The browser goes to a page that there is not
  rule: How web addresses are made (certain)
wrong: "link: https:/www.example.go.th/plan.pdf"
right: "link: https://www.example.go.th/plan.pdf"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.site.links import Link, links
from generator.site.site import Site

CODE = "malformed-link"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for link in links(site):
        if _is_malformed(link):
            scheme, _, rest = link.url.partition(":")
            while doubled := re.match(r"/*(https?)(?=[:/])[:/]*", rest, re.IGNORECASE):
                scheme, rest = doubled[1], rest[doubled.end() :]
            meant = f"{scheme.lower()}://{rest.lstrip('/').rstrip(',;')}"
            yield link.entry.file.at(link.path, CODE, url=short(link.url), meant=short(meant) if "." in meant else "")


def _is_malformed(link: Link) -> bool:
    return (
        not re.match(r"https?://[^/]", link.url, re.IGNORECASE)
        or link.parts is None
        or not link.host
        or link.host in ("http", "https")
        or ".." in link.host
        or link.url.endswith((",", ";"))
    )
