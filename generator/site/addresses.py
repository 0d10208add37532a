"""Every permanent address of a site: the one place that knows how they are spelt.

An address is written from the root of its language, without a slash in front: ``2568/o14/``; an anchor follows a
``#``. What stands once for all languages (evidence, tables, answer sheets) is written from the root of the site.
Addresses that were published never move: officers paste them into the form of the assessment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

from generator.models.catalogue import Item
from generator.models.ita import ItaResult, Question, anchor_part
from generator.writing.dates import BE_OFFSET

HOME = ""
SEARCH = "search/"
ITA = "ita/"
MEASURES = "measures/"
SIX_MONTH = "six-month/"
UNITS = "units/"
SPENDING = "spending/"
SUPPLIERS = "spending/suppliers/"
DEADLINES = "deadlines/"
FAMILIES = "families/"
ABOUT_DATA = "about-data/"
ACCESSIBILITY = "accessibility/"
EXAMPLES = "examples/"
HOW_TO_READ = "how-to-read/"
"""Written by hand, in ``content/``."""
DATA_GUIDE = "data-guide/"
CHECKS = "checks/"
CHECK_REPORT = "check-report/"

# --- years and items ----------------------------------------------------------------------------------


def year(of_year: int) -> str:
    return f"{of_year}/"


def item(of_year: int, one: Item, anchor: str = "") -> str:
    """The page of an item: ``2568/o14/``; with ``anchor``, a place on it."""
    return f"{of_year}/{one.slug}/{'#' if anchor else ''}{anchor}"


def beside(one: Item) -> str:
    """Another item of the same year, from an item's own page: ``../o15/``."""
    return f"../{one.slug}/"


def answers(of_year: int) -> str:
    return f"{of_year}/answers/"


def readiness(of_year: int) -> str:
    return f"{of_year}/readiness/"


def answer_sheet(of_year: int, ending: str) -> str:
    """The answer sheet of a year as a file: ``xlsx`` or ``csv``; once for all languages."""
    return f"{of_year}/answers/oit-answers-{of_year}.{ending}"


def item_pdf(of_year: int, one: Item, language: str) -> str:
    """An item as PDF: ``2568/o14/o14-2568.pdf``, in English ``…-en.pdf``: the name is what it is filed under."""
    return f"{of_year}/{one.slug}/{one.slug}-{of_year}{_suffix(language)}.pdf"


def year_pdf(of_year: int, language: str) -> str:
    """All items of a year as PDF."""
    return f"{of_year}/oit-{of_year}{_suffix(language)}.pdf"


def is_pdf_of_pages(address: str) -> bool:
    """Whether an address from the root of all sites is that of :func:`item_pdf` or :func:`year_pdf`."""
    return _PDF_OF_PAGES.search(address) is not None


_PDF_OF_PAGES = re.compile(r"(?:^|/)([0-9]{4})/(?:([a-z][a-z0-9_.-]*[0-9])/\2|oit)-\1(?:-en)?\.pdf$")


def _suffix(language: str) -> str:
    return "" if language == "th" else f"-{language}"


# --- topics -------------------------------------------------------------------------------------------


def ita(of_year: int) -> str:
    return f"{ITA}{of_year}/"


def question(result: ItaResult, one: Question) -> str:
    return f"{ita(result.year)}#{one.id}"


def indicator(of_year: int, number: str) -> str:
    """The row of an indicator in the scores of a year."""
    return f"{ita(of_year)}#indicator-{anchor_part(number)}"


def unit(id: str) -> str:
    return f"{UNITS}#unit-{id}"


def spending_month(month: date | None, of_year: int, part: int = 1) -> str:
    """The jobs of a month of the Buddhist Era, ``spending/2568-03/``, or those of a fiscal year without one, ``…/2568-none/``.

    A long month has several pages, the second at ``…/2568-03/2/``.
    """
    name = f"{month.year + BE_OFFSET}-{month.month:02}" if month else f"{of_year}-none"
    return f"{SPENDING}{name}/{f'{part}/' if part > 1 else ''}"


def suppliers(part: int = 1) -> str:
    """Everybody who was chosen; a long list has several pages."""
    return f"{SUPPLIERS}{f'{part}/' if part > 1 else ''}"


def spending_of(**state: str) -> str:
    """The page of spending as it shows what is asked for: ``supplier``, ``q``, ``year``, ``month``, ``row``."""
    return f"{SPENDING}?{urlencode(state)}"


def family(id: str) -> str:
    """A kind of content over the years."""
    return f"{FAMILIES}{id}/"


FEED = "feed.xml"
"""What is new on the whole site, in each language."""


def feed(family_id: str) -> str:
    """What is new of a kind of content."""
    return f"{family(family_id)}{FEED}"


def years_beside(id: str) -> str:
    """Where years of a kind of content stand side by side."""
    return f"{family(id)}#beside"


def family_guide(id: str) -> str:
    """The data guide's page of a kind of content."""
    return f"{DATA_GUIDE}{id}/"


def source_document(id: str) -> str:
    return f"{ABOUT_DATA}#doc-{id}"


def catalogue(of_year: int) -> str:
    return f"{ABOUT_DATA}#catalogue-{of_year}"


CALENDAR = f"{ABOUT_DATA}#calendar"
"""The steps of the assessment, year by year."""


SHARE_PICTURE = "assets/share.png"
APP_MANIFEST = "assets/app.webmanifest"
"""Once for all languages, as what follows; pages name them, and nobody writes them down."""


def icon(side: int) -> str:
    return f"assets/icon-{side}.png"


def table(assessed_year: int, family: str, ending: str = "") -> str:
    """A whole table as a file, once for all languages: ``tables/2568/proc_items.csv``; ``ending`` has its dot."""
    return f"tables/{assessed_year}/{family}{ending}"


COMPONENTS_LIST = "data/components.json"
CALENDAR_LIST = "data/calendar.json"
"""What is asked of agencies, for programs; once for all languages, as every list is."""


def catalogue_list(of_year: int, second: str = "") -> str:
    """The items of a year as JSON: ``data/catalogue-2568.json``; of a second list with its profile behind the year."""
    return f"data/catalogue-{of_year}{second and f'-{second}'}.json"


# --- pages and files ----------------------------------------------------------------------------------


def root(language: str) -> str:
    """Where the pages of a language stand below their site; Thai is the root itself."""
    return "" if language == "th" else f"{language}/"


def from_language_root(file: str, language: str) -> str:
    """The address of what stands once for all languages, as a page of ``language`` reaches it."""
    return "../" * root(language).count("/") + file


def page_file(address: str) -> str:
    """The Markdown file of a page: ``2568/o14/`` → ``2568/o14/index.md``."""
    return f"{address}index.md"


def of_page_file(path: str) -> str:
    """Where a Markdown file ends up: ``2568/index.md`` → ``2568/``, ``how-to-read.md`` → ``how-to-read/``."""
    stem = path.removesuffix(".md")
    return "" if stem == "index" else f"{stem.removesuffix('/index')}/"


TAKEN = frozenset(("assets", "data", "files", "ita", "search", "spending", "tables"))
"""First steps of addresses that no subsite may have; years and languages neither."""

_BY_PAGES = frozenset(("assets", "search"))
"""Folders of files that pages load and nobody writes down."""
_BY_MACHINES = frozenset(("robots.txt", "sitemap.xml", "web.config", "_headers", "CNAME"))
"""Files at the top of a site that only servers and search engines ask for."""


def of_built_file(path: str) -> str | None:
    """The address of a file of a built site that somebody may have written down; None of all others.

    Args:
        path: below the root of all sites, with forward slashes.

    Pages and downloads of every kind count, but not what pages load, hidden files, and what machines ask for.
    """
    *folders, name = path.split("/")
    if name == "index.html":
        return path.removesuffix("index.html")
    if path.startswith(".") or path in _BY_MACHINES or not _BY_PAGES.isdisjoint(folders):
        return None
    return path


def is_permanent(address: str) -> bool:
    """Whether an address that was once written down is one that somebody else may have written down too."""
    address = address.partition("#")[0]
    is_page = not address or address.endswith("/")
    return of_built_file(f"{address}index.html" if is_page else address) is not None


def is_covered(address: str, accounted: frozenset[str]) -> bool:
    """Whether an address is accounted for: itself, or by one that it is below: a folder, or a place with places in it."""
    return any(address == one or is_below(address, one) for one in accounted)


def is_below(address: str, above: str) -> bool:
    """Whether an address is below a folder (one that ends in a slash), or below a place: ``…#measures-m-1`` is below ``…#measures``."""
    return address.startswith(above if above.endswith("/") else f"{above}-") and (above.endswith("/") or "#" in above)


def by_folder(lost: Iterable[str]) -> dict[str, list[str]]:
    """Addresses by the highest page or place among them that they are below, that one among its own."""
    found: dict[str, list[str]] = {}
    for address in sorted(lost):
        above = next((one for one in found if is_below(address, one)), address)
        found.setdefault(above, []).append(address)
    return found


def inside(folder: Path, path: str) -> Path:
    """The file at ``path`` below ``folder``; every path that data has a part in goes through here.

    Raises:
        OutsideFolder: where the path would leave the folder. Checks refuse such paths with their place before.
    """
    parts = path.replace("\\", "/").split("/")
    if not path or ".." in parts or not parts[0] or ":" in parts[0] or "\0" in path:
        raise OutsideFolder(path)
    return folder.joinpath(*parts)


class OutsideFolder(ValueError):
    """A path that would leave the folder that it is to be in."""


# --- what an address says -----------------------------------------------------------------------------


def year_of(address: str) -> int:
    """The fiscal year in an address, 0 where it has none: ``2568/o1/`` and ``ita/2568/`` → 2568."""
    found = re.search(r"(?:^|/)(2[45]\d\d)/", address)
    return int(found[1]) if found else 0


def is_of_year(address: str) -> bool:
    """Whether an address is that of a whole year's page."""
    return re.match(r"\d{4}/$", address) is not None


def is_of_one_item(address: str) -> bool:
    """Whether a page, place or file is of a single item: other ones gather what many of them say."""
    return bool(re.match(r"(?:\d{4}/(?!answers/|readiness/)[^/]+/|files/|tables/)", address))


def is_for_the_office(address: str) -> bool:
    """Whether a page is for those who fill in the data, and not for readers of it; a draft alone has it."""
    return address.startswith((DATA_GUIDE, CHECKS, CHECK_REPORT)) or bool(re.match(r"\d{4}/readiness/", address))


def is_about_the_site(address: str) -> bool:
    """Whether a page speaks of the site itself, or leads to its other pages."""
    return address.startswith((FAMILIES, ABOUT_DATA, HOW_TO_READ, ACCESSIBILITY, EXAMPLES))
