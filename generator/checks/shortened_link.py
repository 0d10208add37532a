"""A link by way of a service that shortens addresses.

Source: ita-oit §5.

th:
  about: ลิงก์ย่อ
  message: "{url} เป็นลิงก์ย่อของ {host} ไม่รู้ว่าไปที่ใด"
  hint: ใส่ที่อยู่เต็มของปลายทาง
  why: บริการลิงก์ย่อเปลี่ยนหรือเลิกได้ แต่ลิงก์คำตอบต้องอยู่ตลอดการประเมิน
  rule: การอุทธรณ์ตัดสินจากลิงก์ที่ตอบไว้เดิม (อ่านจากหน้าเว็บสาธารณะของหน่วยงาน)
en:
  about: a shortened link
  message: "{url} is a short address of {host}; nobody sees where it leads"
  hint: Give the whole address that it leads to
  why: The service can change or end, and an answered link must stay
  rule: An appeal is judged by the link that was answered (read on public pages of agencies)
wrong: "link: https://bit.ly/3abcdef"
right: "link: https://www.example.go.th/plan-2568.pdf"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.site.links import links
from generator.site.site import Site

CODE = "shortened-link"
SEVERITY = Severity.WARNING

SHORTENERS = frozenset(
    (
        "bit.ly",
        "bitly.com",
        "bit.do",
        "tinyurl.com",
        "tiny.cc",
        "goo.gl",
        "t.co",
        "t.ly",
        "is.gd",
        "v.gd",
        "ow.ly",
        "rb.gy",
        "cutt.ly",
        "shorturl.at",
        "shorturl.asia",
        "shorturl.com",
        "s.id",
        "rebrand.ly",
        "short.io",
        "qrco.de",
        "qrgo.page.link",
        "me-qr.com",
        "linktr.ee",
        "citly.me",
        "url.in.th",
        "ln.run",
    )
)


def find(site: Site) -> Iterator[Diagnostic]:
    for link in links(site):
        if link.is_below(SHORTENERS) and link.host != "photos.app.goo.gl":
            yield link.entry.file.at(link.path, CODE, url=short(link.url), host=link.host)
