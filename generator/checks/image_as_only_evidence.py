"""An item whose only answer is a picture.

Nobody can search a picture, enlarge its words on a phone or have it read aloud.

Wrong: ``evidence: [{title: ประกาศ, file: files/poster.jpg}]`` and nothing else. Right: the announcement as PDF or as data,
the poster beside it.

Rule: found on real pages that lost points (ita-oit §5, P); accessibility (WCAG 2.2).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.models.disclosure import Shown
from generator.site.site import Site

CODE = "image-as-only-evidence"
SEVERITY = Severity.WARNING

_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp")


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        targets = [(one.file or one.link or "").lower().partition("?")[0] for one in entry.data.evidence]
        is_image = all(target.endswith(_ENDINGS) for target in targets)
        is_told = entry.data.none or any(told.state is Shown.SHOWN for told in entry.data.shows().values())
        if targets and is_image and not is_told:
            yield entry.file.at(("evidence",), CODE, count=len(targets))
