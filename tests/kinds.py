"""Every kind of page that a site has, and where the complete sample has one; the same page in another language."""

from __future__ import annotations

import yaml

from generator.models import catalogue
from tests.conftest import ROOT

PROFILE = catalogue.BUILT_IN / "central-government"
SAMPLE_YEARS = sorted(int(folder.name) for folder in (ROOT / "data").iterdir() if folder.name.isdigit())
"""The years that the sample discloses: a catalogue may come before its data."""

KINDS = {
    "home": "",
    "year": "2568/",
    "item": "2568/o27/",
    "two-families": "2568/o1/",
    "report": "2568/o28/",
    "large-table": "2568/o12/",
    "answers": "2568/answers/",
    "readiness": "2568/readiness/",
    "families": "families/",
    "family": "families/nogift_decl/",
    "checks": "checks/",
    "data-guide-family": "data-guide/proc_items/",
    "ita": "ita/",
    "ita-year": "ita/2568/",
    "measures": "measures/",
    "six-month": "six-month/",
    "spending": "spending/",
    "spending-month": "spending/2568-03/",
    "suppliers": "spending/suppliers/",
    "units": "units/",
    "deadlines": "deadlines/",
    "search": "search/",
    "how-to-read": "how-to-read/",
    "about-data": "about-data/",
    "accessibility": "accessibility/",
    "data-guide": "data-guide/",
    "examples": "examples/",
    "erc-ita-year": "examples/erc/ita/2564/",
    "opdc-six-month": "examples/opdc/2566/o37/",
    "nhrc-measures": "examples/nhrc/2568/o27/",
    "rdpb-report": "examples/rdpb/2567/o35/",
}
"""Kind of page → a page of the sample, below the root of its site's Thai pages."""

LISTS = {
    (path.parent.name, int(path.stem)): yaml.safe_load(path.read_text("utf-8"))["items"]
    for path in sorted(catalogue.BUILT_IN.glob("*/*.yaml"))
}
"""Profile and year → the items of every list that comes with the program."""
CATALOGUES = {year: items for (profile, year), items in LISTS.items() if profile == PROFILE.name}
FAMILY_PAGES = {
    family: f"{year}/{item['code'].lower()}/"
    for year in SAMPLE_YEARS
    for item in CATALOGUES[year]
    for family in item["families"]
}
"""Family → the page of the last item of the sample that asks for it."""


def in_language(language: str, path: str) -> str:
    """The address of a page below the root of all sites, by its path in Thai."""
    if language == "th":
        return path
    if path.startswith("examples/") and path != "examples/":
        _, name, rest = path.split("/", 2)
        return f"examples/{name}/{language}/{rest}"
    return f"{language}/{path}"
