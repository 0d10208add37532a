"""What is printed: every document of a site, and the built pages that it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from generator.pages.voice import Voice
from generator.pages.year import sub_indicator_title
from generator.site import addresses
from generator.site.pdfs import item_pdf, year_pdf
from generator.site.site import Site
from generator.site.states import State, item_states


@dataclass(frozen=True)
class Part:
    """One built page inside of a document.

    Attributes:
        page: its address below the root of all sites: ``en/2568/o21/``.
        code: of the item: ``O21``.
        title: of the item.
        group: the sub-indicator that the contents list it under.
        is_answered: whether it says anything; else it is in the contents alone.
    """

    page: str
    code: str
    title: str
    group: str
    is_answered: bool = True

    @property
    def slug(self) -> str:
        """The last step of its address: ``o21``."""
        return self.page.rstrip("/").rpartition("/")[2]


@dataclass(frozen=True)
class PdfDocument:
    """One PDF to make.

    Attributes:
        file: its address below the root of all sites.
        language: that it is written in.
        digits: ``thai`` or ``arabic``, for page numbers.
        agency: name of the agency, in full.
        logo: address of its picture below the root of all sites; empty where it has none.
        title: what the document is called.
        year: the assessed year in words, for the running head.
        address: of the page that says the same; empty where nobody knows yet where the site will stand.
        below: where its site stands below the root of all sites; empty for the first.
        base_url: where that site stands on the web; empty as ``address``.
        published: the last day on which something in it was published.
        published_words: the same as it is written.
        notices: what must be said on every sheet: that it is a sample, or a draft.
        parts: the items in it.
        is_whole_year: whether it has a cover and contents.
    """

    file: str
    language: str
    digits: str
    agency: str
    logo: str
    title: str
    year: str
    address: str
    below: str
    base_url: str
    published: date | None = None
    published_words: str = ""
    notices: tuple[str, ...] = ()
    parts: tuple[Part, ...] = field(default=())
    is_whole_year: bool = False

    @property
    def pages(self) -> tuple[str, ...]:
        """Addresses of the built pages that go into it."""
        return tuple(part.page for part in self.parts if part.is_answered)


def documents(site: Site, path: str, language: str) -> Iterator[PdfDocument]:
    """Every document of one site in one language: of each item that says something, and of each year.

    Args:
        path: where the site stands below the root of all sites, with a slash at the end; empty for the first.
    """
    voice = Voice(site, language)
    agency, words = site.agency, voice.words
    root = path + addresses.root(language)
    web = site.base_url and site.base_url + root.removeprefix(path)
    notices = [words["site"]["sample"]] * agency.sample + [words["draft"]["name"]] * site.is_draft
    blank = PdfDocument(
        file="",
        language=language,
        digits=voice.digits,
        agency=voice.plain(agency.name),
        logo=path + agency.logo.file if agency.logo and agency.logo.file else "",
        title="",
        year="",
        address="",
        below=path,
        base_url=site.base_url,
        notices=tuple(notices),
    )
    for year in site.years:
        of_year = words["item"]["year"].format(year=voice.year(year))
        parts, days = [], []
        for state in item_states(site, year):
            page = addresses.item(year, state.item)
            group = sub_indicator_title(voice, site.catalogues[year].list_of(state.item), state.item.sub_indicator)
            is_answered = state.state is not State.MISSING
            part = Part(root + page, state.item.code, voice.plain_item_title(state.item), group, is_answered)
            parts.append(part)
            days += [state.updated] if state.updated else []
            if pdf := item_pdf(site, language, state):
                yield replace(
                    blank,
                    file=root + pdf,
                    title=f"{part.code} {part.title}",
                    year=of_year,
                    address=web and web + page,
                    published=state.updated,
                    published_words=voice.date(state.updated) if state.updated else "",
                    parts=(part,),
                )
        if pdf := year_pdf(site, language, year):
            last = max(days, default=None)
            yield replace(
                blank,
                file=root + pdf,
                title=words["year"]["title"].format(year=voice.year(year)),
                year=of_year,
                address=web and web + addresses.year(year),
                published=last,
                published_words=voice.date(last) if last else "",
                parts=tuple(parts),
                is_whole_year=True,
            )
