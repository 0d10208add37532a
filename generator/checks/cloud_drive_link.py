"""A document on a cloud drive.

Source: ita-oit §1 (answers are on the main website), §5 (drives that ask for a login), §9 (no formal rule is known).
Forms for asking people are no documents.

th:
  about: เอกสารอยู่บนที่เก็บแฟ้มออนไลน์
  message: "{url} อยู่บน {host} ซึ่งอาจขอให้เข้าสู่ระบบ และไม่ใช่เว็บไซต์ของหน่วยงาน"
  hint: วางแฟ้มไว้ใต้ files/ หรือบนเว็บไซต์หลักของหน่วยงาน
  why: คำตอบต้องอยู่บนเว็บไซต์หลัก และแฟ้มหายเมื่อเจ้าของบัญชีย้ายงาน
  rule: คำตอบอยู่บนเว็บไซต์หลัก (อ่านจากหน้าเว็บสาธารณะของหน่วยงาน) กฎเรื่องที่เก็บแฟ้มออนไลน์ยังไม่ทราบแน่
en:
  about: a document on a cloud drive
  message: "{url} is on {host}, which may ask for a login and is not the agency's site"
  hint: Put the file below files/, or on the agency's main site
  why: Answers are on the main site, and the file is gone when the owner of the account leaves
  rule: Answers are on the main site (read on public pages of agencies); no rule about cloud drives is known
wrong: "link: https://drive.google.com/file/d/abc/view"
right: "file: files/2568/plan.pdf"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.site.links import links
from generator.site.site import Site

CODE = "cloud-drive-link"
SEVERITY = Severity.WARNING

DRIVES = frozenset(
    (
        "drive.google.com",
        "docs.google.com",
        "photos.google.com",
        "photos.app.goo.gl",
        "dropbox.com",
        "db.tt",
        "onedrive.live.com",
        "1drv.ms",
        "sharepoint.com",
        "icloud.com",
        "box.com",
        "mega.nz",
        "mega.io",
        "mediafire.com",
        "wetransfer.com",
        "we.tl",
        "4shared.com",
        "pcloud.com",
        "terabox.com",
    )
)


def find(site: Site) -> Iterator[Diagnostic]:
    for link in links(site):
        if link.parts and link.is_below(DRIVES) and not link.parts.path.startswith("/forms/"):
            yield link.entry.file.at(link.path, CODE, url=short(link.url), host=link.host)
