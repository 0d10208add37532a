"""An e-mail address that no letter reaches.

A citizen copies it, the letter comes back, and the item's e-mail counts as not shown.

Wrong: ``saraban@agency``, ``saraban.agency.go.th``, ``saraban@agency.go.th, info@agency.go.th`` in one. Right: one address
an entry, ``saraban@agency.go.th``.

Rule: the form of addresses as the web's own forms take them (HTML, "valid e-mail address"), and a dot in the domain; an
address written so that programs cannot read it (``saraban [at] agency.go.th``) is left alone.
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
