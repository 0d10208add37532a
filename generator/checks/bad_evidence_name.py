"""An evidence file whose name cannot be part of an address everywhere.

Thai letters in an address become ``%E0%B9%81%E0%B8%9C…`` when someone copies it, and ``#``, ``?`` or ``%`` cut it off:
the link that the agency answers with leads nowhere.

Wrong: ``file: files/แผน.pdf``. Right: ``file: files/plan.pdf``; the title may be Thai.

Rule: addresses of the web (RFC 3986) and file systems; which letters are allowed is chosen by this program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "bad-evidence-name"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.is_there and file.odd_letters:
            letters = re.sub("([ัิ-ฺ็-๎])", "◌\\1", " ".join(file.odd_letters))
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), letters=short(letters, 40))
