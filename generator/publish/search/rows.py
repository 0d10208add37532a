"""What is searched beside pages: names of jobs, suppliers and the numbers of rows; the text of evidence, page by page.

A record is three texts: address, title, text. Of rows the address is a letter: ``j`` jobs of one name, ``s`` a supplier,
``n`` numbers and bidders of jobs of one name. The text of ``j`` and ``s`` is jobs, money and the same by fiscal year, for
``search.js`` to say in words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.models.shared import Evidence
from generator.pages.voice import Voice
from generator.publish.search.reading import LONGEST
from generator.site.site import Site
from generator.site.spending import Row, has_spending, spending

Record = tuple[str, str, str]


def of_rows(site: Site) -> tuple[Record, ...]:
    """Records of every procurement row; names that begin alike stand together, so that few files hold those of a word."""
    return site.recall(("search", "rows"), lambda: tuple(_of_rows(site))) if has_spending(site) else ()


def _of_rows(site: Site) -> Iterator[Record]:
    found = spending(site)
    jobs: dict[str, dict[int, list[Decimal]]] = defaultdict(lambda: defaultdict(list))
    numbers: dict[str, list[str]] = defaultdict(list)
    for of_year in found.years:
        for row in of_year.rows:
            if of_year.kind == "job":
                jobs[row.name][of_year.year].append(row.money)
            numbers[row.name] += filter(None, _numbers(row))
    for name in sorted(jobs):
        yield "j", name, _sums((year, len(money), sum(money, Decimal(0))) for year, money in jobs[name].items())
    for supplier in sorted(found.suppliers, key=lambda one: one.name):
        yield "s", supplier.name, _sums((year, *sums) for year, sums in supplier.years.items())
    for name in sorted(numbers):
        for piece in _pieces(numbers[name]):
            yield "n", name, piece


def _numbers(row: Row) -> tuple[str, ...]:
    return row.contract, row.egp, row.bids, row.link and row.status, _sum(row.money), _sum(row.budget or Decimal(0))


def _sum(money: Decimal) -> str:
    """A sum as it is typed: satang only where there are any."""
    return f"{money:.2f}".removesuffix(".00") if money else ""


def _sums(years: Iterable[tuple[int, int, Decimal]]) -> str:
    of_years = list(years)
    all_jobs, money = sum(count for _, count, _ in of_years), sum((money for *_, money in of_years), Decimal(0))
    return " ".join((f"{all_jobs}:{money}", *(f"{year}:{count}:{money}" for year, count, money in of_years)))


def _pieces(texts: Iterable[str]) -> Iterator[str]:
    piece: list[str] = []
    for text in dict.fromkeys(texts):
        if piece and sum(map(len, piece)) + len(text) > LONGEST:
            yield "\n".join(piece)
            piece = []
        piece.append(text)
    if piece:
        yield "\n".join(piece)


def of_evidence(voice: Voice) -> tuple[Record, ...]:
    """Records of the words of evidence that names its pages: PDFs."""
    titles = {one.file: voice.plain(one.title) for _, _, one in voice.site.each(Evidence) if one.file}
    found: list[Record] = []
    for name, file in voice.site.evidence.items():
        for number, text in file.words:
            title = (
                f"{titles.get(name, name)} {voice.words['search']['page_of'].format(page=voice.figure(int(number)))}"
            )
            address = f"{voice.evidence_address(name)}#page={number}"
            found += ((address, title, piece) for piece in _pieces(line for line in text.split("\n") if line.strip()))
    return tuple(found)
