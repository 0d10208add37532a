"""An e-mail address that no letter reaches.

th:
  about: อีเมลที่ส่งไม่ถึง
  message: "{value} ไม่ใช่ที่อยู่อีเมลที่ส่งถึงได้"
  hint: เขียนทีละที่อยู่ แบบ ชื่อ@โดเมน ด้วยอักษรอังกฤษ เช่น saraban@agency.go.th หลายที่อยู่เขียนเป็นหลายรายการ
  why: ประชาชนคัดไปแล้วส่งไม่ถึง และผู้ประเมินถือว่าไม่ได้แสดงอีเมล
  rule: รูปแบบที่อยู่อีเมลตามแบบฟอร์มของเว็บ (HTML) และโดเมนต้องมีจุด; ที่อยู่ที่เขียนหลบโปรแกรม เช่น saraban [at] agency.go.th ไม่ถือว่าผิด
en:
  about: an e-mail address that no letter reaches
  message: "{value} is no e-mail address that a letter reaches"
  hint: Write one address an entry, as name@domain in Latin letters, such as saraban@agency.go.th
  why: A citizen's letter comes back, and an assessor takes the e-mail for not shown
  rule: >-
    The form of addresses in web forms (HTML), with a dot in the domain; one written so that programs cannot read it,
    such as saraban [at] agency.go.th, is left alone
wrong: "emails: [saraban@agency]"
right: "emails: [saraban@agency.go.th]"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.channels import Email
from generator.site.site import Site

CODE = "malformed-email"
SEVERITY = Severity.WARNING

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"[A-Za-z0-9_+'-]+(?:\.[A-Za-z0-9_+'-]+)*@{_LABEL}(?:\.{_LABEL})*\.[A-Za-z]{{2,}}")
_HIDDEN = re.compile(r"[(\[{]\s*(?:at|แอท|แอ็ท)\s*[)\]}]|\s(?:at|แอท|แอ็ท)\s", re.IGNORECASE)


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, email in site.each(Email):
        if not _ADDRESS.fullmatch(email.address) and not ("@" not in email.address and _HIDDEN.search(email.address)):
            place = (*path, "address") if entry.file.has_key((*path, "address")) else path
            yield entry.file.at(place, CODE, value=short(email.address))
