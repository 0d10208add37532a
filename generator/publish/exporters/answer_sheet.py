"""The answer sheet of a year as XLSX and CSV, to copy into the NACC's form.

The contract: columns stay in this order, further ones come at the end.

- Sheet 1 and the CSV, a row per item: code, title, have or not, full address, explanation, kinds of files,
  date, SHA-256 of the evidence (one a line, in the order of sheet 3).
- Sheet 2, a row per component that is shown or stated as none: code, content, component, state, full address
  with its anchor, document and pages.
- Sheet 3, a row per piece of evidence: code, title, full address, kind, bytes, pages, date, SHA-256.

Texts are Thai, dates B.E. as text. CSV is UTF-8 with a byte order mark, which Thai Excel needs; a text that
Excel would take for a formula begins with an apostrophe there. XLSX is the same bytes on every build.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from generator import languages
from generator.models.disclosure import Shown
from generator.pages.voice import Voice
from generator.publish.output import Whole, Write, write_files
from generator.site import addresses
from generator.site.answers import Answer, AnswerDocument, Place, answers_of
from generator.site.site import Site
from generator.tables.xlsx import Sheet, workbook

_WIDTHS = (8, 40, 12, 50, 80, 14, 20, 68)


def prepare(whole: Whole) -> Write:
    made = {}
    for placed in whole.sites:
        for year in placed.site.years:
            for name, content in placed.make(("answer sheet", year), partial(_of_year, year=year)):
                made[placed.path + name] = content
    return lambda folder: write_files(made, folder)


def _of_year(site: Site, year: int) -> list[tuple[str, bytes]]:
    return list(files(Voice(site, "th"), (year,)))


def files(voice: Voice, years: Iterable[int]) -> Iterator[tuple[str, bytes]]:
    """Path below the site and content of the sheets of years; of the Thai language only, as the form is."""
    for year in years:
        answers = answers_of(voice.site, year)
        yield addresses.answer_sheet(year, "xlsx"), _xlsx(voice, answers)
        yield addresses.answer_sheet(year, "csv"), _csv(voice, answers)


def explanation(voice: Voice, answer: Answer) -> str:
    """What leads the assessor's eye: each component, and the heading, document or statement that shows it."""
    words = voice.words["answers"]
    lines = []
    for place in answer.places:
        title = voice.plain(place.component.title)
        if place.none:
            said = voice.plain(place.none.reason)
            lines.append(words["stated"].format(component=title, said=said))
        elif place.document:
            text = words["in_document"].format(component=title, document=voice.plain(place.document.title))
            pages = f" {voice.words['item']['page'].format(pages=voice.plain(place.pages))}" if place.pages else ""
            lines.append(text + pages)
        else:
            content = languages.families(voice.language)[place.component.family]["name"]
            url = f"{voice.site.base_url}{place.url}" if voice.site.base_url else f"#{place.url.partition('#')[2]}"
            lines.append(words["on_page"].format(component=title, content=content, anchor=url))
    return "\n".join(lines)


def _items(voice: Voice, answers: Sequence[Answer]) -> Iterator[list[Any]]:
    words = voice.words["answers"]
    yield [words[key] for key in ("code", "item", "has", "url", "explanation", "kinds", "date", "sha256")]
    for answer in answers:
        yield [
            answer.item.code,
            voice.plain_item_title(answer.item),
            words["yes"] if answer.has else words["no"],
            voice.site.base_url + answer.url if answer.has else "",
            explanation(voice, answer),
            ", ".join(dict.fromkeys(["HTML", *(document.kind for document in answer.documents)])) if answer.has else "",
            voice.date(answer.updated) if answer.updated else "",
            "\n".join(document.sha256 for document in answer.documents if document.sha256),
        ]


def _places(voice: Voice, answers: Sequence[Answer]) -> Iterator[list[Any]]:
    words = voice.words["answers"]
    yield [words[key] for key in ("code", "content", "component", "state", "url", "document", "pages")]
    names = languages.families(voice.language)
    for answer in answers:
        for place in answer.places:
            yield [answer.item.code, names[place.component.family]["name"], *_place(voice, place)]


def _place(voice: Voice, place: Place) -> list[Any]:
    state = voice.words["component_state"][Shown.NONE if place.state is Shown.NONE else Shown.SHOWN]
    document = voice.plain(place.document.title) if place.document else ""
    title = voice.plain(place.component.title)
    return [title, state, voice.site.base_url + place.url, document, voice.plain(place.pages)]


def _documents(voice: Voice, answers: Sequence[Answer]) -> Iterator[list[Any]]:
    words = voice.words["answers"]
    yield [words[key] for key in ("code", "document", "url", "kind", "bytes", "page_count", "date", "sha256")]
    for answer in answers:
        for document in answer.documents:
            yield [answer.item.code, *_document(voice, document)]


def _document(voice: Voice, document: AnswerDocument) -> list[Any]:
    size: list[int | str] = ["", ""] if document.is_outside else [document.size, document.pages or ""]
    day = voice.date(document.evidence.date) if document.evidence.date else ""
    url = document.url if document.is_outside else voice.site.base_url + document.url
    return [voice.plain(document.evidence.title), url, document.kind, *size, day, document.sha256]


def _csv(voice: Voice, answers: Sequence[Answer]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([safe_cell(cell) for cell in row] for row in _items(voice, answers))
    return text.getvalue().encode("utf-8-sig")


def safe_cell(cell: Any) -> Any:
    """A cell of a CSV that is meant for Excel: no text of it is ever taken for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell else cell


def _xlsx(voice: Voice, answers: Sequence[Answer]) -> bytes:
    words = voice.words["answers"]["sheets"]
    rows = {"answers": _items, "components": _places, "documents": _documents}
    return workbook(Sheet(words[name], list(of(voice, answers)), _WIDTHS) for name, of in rows.items())
