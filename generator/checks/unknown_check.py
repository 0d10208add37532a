"""A setting of a check that there is not."""

from __future__ import annotations

from collections.abc import Iterator

from generator import languages
from generator.diagnostics import Diagnostic
from generator.models.settings import Setting
from generator.site.site import Site
from generator.writing.near import nearest

CODE = "unknown-check"


def find(site: Site) -> Iterator[Diagnostic]:
    from generator.checks import CHECKS  # this list is made of this module, too

    known = sorted(module.CODE for module in CHECKS)
    for entry, path, setting in site.each(Setting):
        if setting.code not in known:
            is_of_shape = setting.code in languages.faults("th")
            meant = "" if is_of_shape else nearest(setting.code, known)
            yield entry.file.at((*path, "code"), CODE, check=setting.code, meant=meant)
