"""How one site speaks in one language: its words, its digits, and the writing of every kind of value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from generator import languages
from generator.models.catalogue import Item
from generator.models.shared import NoneStated, Period, Text
from generator.site import addresses
from generator.site.site import Site
from generator.writing.dates import BE_OFFSET, Span, write_date, write_days
from generator.writing.figures import fold_digits, write_digits, write_figure, write_money


@dataclass(frozen=True)
class Voice:
    """How one site speaks in one language: words, digits, and the writing of every kind of value."""

    site: Site
    language: str
    keeps_digits: bool = False
    """Digits stay as they were typed, where a reader is told what to type."""

    @property
    def digits(self) -> str:
        return self.site.agency.digits if self.language == "th" else "arabic"

    @property
    def words(self) -> dict[str, Any]:
        return languages.words(self.language, self.site.list_name(self.language))

    def plain(self, text: Text | str | None) -> str:
        """A text as it reads, without markup."""
        if text is None:
            return ""
        return self.prose_digits(text if isinstance(text, str) else text.in_language(self.language))

    def say(self, text: Text | str | None) -> Markup:
        """A text as HTML; Thai on an English page says so to screen readers."""
        if text is None:
            return Markup("")
        shown = _lines(escape(self.plain(text)))
        if (
            self.language != "th"
            and (isinstance(text, str) or text.written_in(self.language) == "th")
            and is_thai(shown)
        ):
            return Markup('<span lang="th">{}</span>').format(shown)
        return self._marked(shown)

    def sentence(self, text: str) -> Markup:
        """A sentence of ours, in which names may be Thai; on an English page they say so to screen readers."""
        return self._marked(escape(text))

    def _marked(self, shown: Markup) -> Markup:
        if self.language != "th" and is_thai(shown):
            return Markup(_THAI_WORDS.sub(r'<span lang="th">\g<0></span>', str(shown)))
        return shown

    def item_title(self, item: Item) -> Markup:
        """What an item is called: its title, or in English, where it has none, what its families are called."""
        return self.say(item.title) if self._has_title(item) else escape(self.plain_item_title(item))

    def plain_item_title(self, item: Item) -> str:
        """As :meth:`item_title`, without markup."""
        if self._has_title(item):
            return self.plain(item.title)
        return self.listed([languages.families(self.language)[family]["name"] for family in item.families])

    def listed(self, names: Sequence[str]) -> str:
        """Names one after the other: ``a, b and c``."""
        *before, last = names
        return f"{', '.join(before)}{self.words['common']['and']}{last}" if before else last

    def _has_title(self, item: Item) -> bool:
        return item.title.written_in(self.language) == self.language

    def none_reason(self, stated: NoneStated) -> Markup:
        """A statement that there is none as a sentence; the word itself is added where only a reason was written."""
        text = self.plain(stated.reason)
        written = stated.reason.written_in(self.language)
        if text.lower().startswith(_SAYS_NONE[written]):
            return self.say(stated.reason)
        return Markup("{} {}").format(languages.words(written)["common"]["none"], self.say(stated.reason))

    def counted(self, number: str | None, title: Text) -> str:
        """A title after its printed number: ``1. …``, ``๑) …``, ``(๑) …``."""
        if not number:
            return self.plain(title)
        shown = self.plain(number)
        return f"{shown} {self.plain(title)}" if not shown[-1].isalnum() else f"{shown}. {self.plain(title)}"

    def figure(self, figure: Decimal | int | None, signed: bool = False) -> str:
        return "" if figure is None else write_figure(figure, self.digits, signed=signed)

    def baht(self, amount: Decimal | int | None) -> str:
        """An amount of money without its unit: satang only where there are any, and then two digits of them."""
        return "" if amount is None else write_money(amount, self.digits)

    def priced(self, text: str) -> Markup:
        """A name with a price behind it, as a table has bids, with the price as these pages write money."""
        found = _PRICED.fullmatch(fold_digits(text.strip()))
        if not found:
            return self.say(text)
        amount = self.baht(Decimal(found["price"].replace(",", "")))
        return Markup("{} {} {}").format(self.say(found["name"]), amount, self.words["common"]["baht"])

    def at_place(self, where: Text) -> Markup:
        """Where something was: ``ที่ห้องประชุม``; a place that says itself how one is there (``ผ่านระบบ…``) needs no word before."""
        word = languages.words(where.written_in(self.language))["progress"]["where"]
        if where.in_language(self.language).lower().startswith(_SAYS_WHERE[where.written_in(self.language)]):
            return self.say(where)
        return Markup("{} {}").format(self.sentence(word), self.say(where))

    def size(self, size: int) -> str:
        """Bytes as a reader weighs a download: ``12.3 KB``, ``4.5 MB``."""
        units = ("B", "KB", "MB", "GB")
        power = min((max(size, 1).bit_length() - 1) // 10, len(units) - 1)
        number = f"{size / 1024**power:.1f}" if power else str(size)
        return f"{write_digits(number, self.digits)} {units[power]}"

    def download_address(self, file: str) -> str:
        """The address of a file from the language's root: evidence and downloads stand once, below the root of the site."""
        return addresses.from_language_root(quote(file), self.language)

    def evidence_address(self, name: str) -> str:
        """The address of an evidence file, by its name in the data."""
        return self.download_address(self.site.evidence[name].address)

    def file_name(self, title: Text, kind: str, year: int = 0) -> str:
        """What a file is saved as: its title, as far as Windows takes it, and the ending of its kind.

        Args:
            year: that the page is of; a title without a year gets the list and its year, so that files of two years differ.
        """
        name = " ".join(re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", self.plain(title)).split())[:100].strip(" .")
        if year and not _NAMES_YEAR.search(fold_digits(name)):
            name = f"{name} {self.site.list_name(self.language)} {year}"
        return f"{name}.{kind.lower()}"

    def language_name(self, language: str) -> str:
        """What a language is called in this one."""
        return str(self.words["item"]["languages"][language])

    def year(self, year: int) -> str:
        """A B.E. year in the era of the page: an English page has no other than C.E. (addresses keep theirs)."""
        return write_digits(str(year), self.digits) if self.language == "th" else str(year - BE_OFFSET)

    def short_date(self, day: date) -> str:
        """A day for a narrow column: the month abbreviated."""
        return write_date(day, self.language, self.digits, width="abbreviated")

    def date(self, day: date) -> str:
        return write_date(day, self.language, self.digits)

    def period(self, period: Period, year: int | None = None) -> Markup:
        """A period as the reader wants it: quarters as quarters, days in full, a lost chart as printed."""
        span = period.span
        if span.parts:
            return Markup(self.words["period"]["between"]).join(self._days(part) for part in span.parts)
        if span.undetermined:
            cells = " | ".join(cell.strip() or "–" for cell in period.chart or ())
            return Markup('<span class="oit-quarters">{} <span lang="zxx">{}</span></span>').format(
                self.words["period"]["chart"], cells
            )
        if span.start and span.end:
            return self._days(span)
        words, year = self.words["period"], span.year or year
        if span.said == "year":
            text = words["whole_of_year"].format(year=self.year(year)) if year else words["year"]
            return escape(write_digits(text, self.digits))
        if span.said == "half":
            text = words["first_half" if span.first == 1 else "second_half"]
        else:
            text = words["quarter" if span.first == span.last else "quarters"].format(first=span.first, last=span.last)
        if year:
            text += " " + words["of_year"].format(year=self.year(year))
        return escape(write_digits(text, self.digits))

    def _days(self, span: Span) -> Markup:
        """A span from one day to another."""
        days = write_days(span.start, span.end, self.language, self.digits) if span.start and span.end else ""
        return Markup('<span class="oit-period">{}</span>').format(days)

    def prose_digits(self, text: str) -> str:
        """Digits of running text in the agency's script; beside Latin letters they stay Arabic (PM 2.5)."""
        if self.keeps_digits:
            return text
        if self.digits == "arabic":
            return fold_digits(text)
        return _PROSE_NUMBER.sub(lambda found: write_digits(found[0], "thai"), text)


_PROSE_NUMBER = re.compile(
    r"(?<![A-Za-z0-9@/_.:#-])(?<![A-Za-z] )(?<![A-Za-z][-–] )[0-9]+(?:[.,:–-][0-9]+)*(?![0-9A-Za-z@/_])"
)
"""A whole number of running text, not part of a code, an address or a name in Latin letters."""


_PRICED = re.compile(r"(?P<name>.+?)\s+(?P<price>\d[\d,]*(?:\.\d\d?)?)\s*บาท")


_NAMES_YEAR = re.compile(r"(?<!\d)(?:25|20)\d\d(?!\d)")


_SAYS_NONE = {"th": ("ไม่", "ยังไม่", "มิได้", "ไร้"), "en": ("no", "not ", "none", "without", "there ")}
"""How a sentence begins that already says that there is none."""


_SAYS_WHERE = {
    "th": ("ที่", "ณ", "ใน", "ผ่าน", "ทาง", "บน", "โดย", "ด้วย", "ระบบ", "ออนไลน์", "ตาม", "ทั่ว", "จาก"),
    "en": ("at ", "in ", "on ", "by ", "via ", "through ", "online", "over ", "across ", "from "),
}
"""How a text begins that already says how one is there."""


_THAI_WORDS = re.compile(r"[ก-๎]+(?:[ .]+[ก-๎]+)*\.?")
"""A run of Thai words inside of an English text."""


def is_thai(text: str) -> bool:
    return any("ก" <= letter <= "๛" for letter in text)


def _lines(text: Markup) -> Markup:
    lines = str.splitlines(text)  # as plain texts: each method of Markup wraps what it gives
    if len(lines) == 1:
        return Markup(lines[0].strip())
    return Markup("<br>".join(line.strip() for line in lines if line.strip()))
