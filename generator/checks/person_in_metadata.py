"""A person named in what a file says of itself: an e-mail address, a name with its title, a folder of an account.

A bare word may be a computer and is passed over. An officer decides once, in ``decisions`` of ``checks.yaml``.

th:
  about: ชื่อบุคคลในคุณสมบัติของแฟ้ม
  message: "คุณสมบัติ {key} ของแฟ้ม {file} บอกชื่อหรือบัญชีของบุคคล: {found}"
  hint: >-
    ลบใน แฟ้ม > ข้อมูล > ตรวจสอบเอกสาร แล้วบันทึกใหม่ หรือบันทึกใน checks.yaml ที่ decisions โดยใส่ file: {file} และ found: {found}
  why: ทุกคนที่ดาวน์โหลดเปิดดูคุณสมบัติของแฟ้มได้
  wrong: "Author: บัญชีอีเมลส่วนตัว"
  right: "Author: ชื่อหน่วยงาน"
  rule: กฎหมายคุ้มครองข้อมูลส่วนบุคคล (รายละเอียดยังไม่ยืนยัน) พบเฉพาะอีเมล ชื่อที่มีคำนำหน้า และโฟลเดอร์ของบัญชี
en:
  about: a person in the properties of a file
  message: "The property {key} of {file} names a person or an account: {found}"
  hint: >-
    Take it out with File > Info > Inspect document and save again, or say in decisions of checks.yaml that it may stay,
    with file: {file} and found: {found}
  why: Everyone who downloads the file can open its properties
  wrong: "Author: a private e-mail address"
  right: "Author: the agency"
  rule: >-
    The law on personal data (details unverified); only e-mail addresses, names with a title, and folders of accounts
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.channels import Email
from generator.models.shared import Evidence
from generator.site.personal_data import is_decided
from generator.site.site import Site

CODE = "person-in-metadata"
SEVERITY = Severity.WARNING

_ACCOUNT = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.-]+|[A-Za-z]:[\\/](?:Users|Documents and Settings)[\\/][^\\/]+|/(?:Users|home)/[^/\s]+/"
)
_NAME = re.compile(r"^(?:นาย(?!ก)|นางสาว|นาง|น\.ส\.|ว่าที่\s?ร้อย|(?:Mr|Mrs|Ms)\b\.?\s*|Miss\s+)\S+(?:\s+\S+)?")
_PEOPLE = frozenset(("author", "creator", "lastmodifiedby", "initial-creator", "manager"))
"""Properties that name who made a file."""


def find(site: Site) -> Iterator[Diagnostic]:
    official = {email.address.casefold() for _, _, email in site.each(Email)}
    seen = set()
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if not file or file.name in seen:
            continue
        seen.add(file.name)
        for key, value in file.metadata:
            found = _ACCOUNT.search(value) or (_NAME.search(value) if key.casefold() in _PEOPLE else None)
            if found and found[0].casefold() not in official and not is_decided(site, file.name, found[0]):
                yield entry.file.at((*path, "file"), CODE, file=file.name, key=key, found=short(found[0]))
                break
