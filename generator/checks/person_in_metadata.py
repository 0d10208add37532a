"""A person named in what a file says of itself: an e-mail address, a name with its title, a folder of an account.

Whoever opens the properties of a PDF reads who typed it, on which account; it is published with the file and nobody
looked.

Wrong: author ``somchai@gmail.com``, title ``C:\\Users\\somchai\\Desktop\\plan.docx``. Right: the agency as author, the
document's name as title.

Rule: personal data are not published without need (PDPA; U in its details). Only what is certain; a bare word may be a
computer. An officer decides once, in ``decisions`` of ``checks.yaml``.
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
