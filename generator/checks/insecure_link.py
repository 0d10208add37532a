"""A link that begins with http instead of https.

th:
  about: ลิงก์ขึ้นต้นด้วย http
  message: "{url} ขึ้นต้นด้วย http ไม่ใช่ https"
  hint: เปลี่ยนเป็น https:// แล้วลองเปิดหนึ่งครั้ง
  why: เบราว์เซอร์เตือนว่าไม่ปลอดภัยก่อนเปิด
  rule: การทำงานของเบราว์เซอร์ (แน่นอน) ไม่รู้ว่าปลายทางมี https หรือไม่ จึงเป็นคำแนะนำ
en:
  about: a link with http
  message: "{url} begins with http, not https"
  hint: Change it to https:// and open it once
  why: Browsers warn before they open it
  rule: How browsers behave (certain); whether the other site has https is not known, so advice
wrong: "link: http://www.example.go.th/plan.pdf"
right: "link: https://www.example.go.th/plan.pdf"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.site.links import links
from generator.site.site import Site

CODE = "insecure-link"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for link in links(site):
        if link.parts and link.parts.scheme == "http" and link.host and not link.is_staging:
            yield link.entry.file.at(link.path, CODE, url=short(link.url))
