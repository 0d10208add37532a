"""What is new, as Atom feeds (RFC 4287): one of the whole site, one of each kind of content, in each language.

The contract: an entry is the page of an item. Its ``id`` stays, whatever the site's domain becomes: a UUID made from the name
of the agency and the page's address. ``updated`` is the day on which the agency published the data last, at midnight in
Bangkok, and never the day of the build, so that a build of the same data gives the same bytes and tells nobody of anything.
The newest :data:`MOST` entries are in a feed; a feed of nothing is none.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from functools import partial
from urllib.parse import quote
from xml.etree import ElementTree

from generator import languages
from generator.pages import headline
from generator.pages.voice import Voice
from generator.publish.markdown import languages_of
from generator.publish.output import Whole, Write, write_files
from generator.site import addresses
from generator.site.site import Site
from generator.site.states import ItemState
from generator.site.updates import families_with_news, news

MOST = 50
"""Entries of a feed."""
_ATOM = "http://www.w3.org/2005/Atom"
_IDS = uuid.uuid5(uuid.NAMESPACE_URL, "https://github.com/oit-disclosure")


def prepare(whole: Whole) -> Write:
    made = {
        placed.path + addresses.root(language) + name: content
        for placed in whole.sites
        for language in languages_of(placed.site)
        for name, content in placed.make(("feeds", language), partial(_feeds, language=language)).items()
    }
    return lambda folder: write_files(made, folder)


def _feeds(site: Site, language: str) -> dict[str, bytes]:
    """The feeds of a language by their address below its root."""
    voice = Voice(site, language)
    found = news(site)
    title = voice.words["site"]["title"].format(agency=voice.plain(site.agency.short_name))
    feeds = {addresses.FEED: _feed(voice, "", addresses.FEED, title, found)} if found else {}
    names = languages.families(language)
    for family in families_with_news(site):
        own = [one for one in found if family in one.item.families]
        address = addresses.feed(family)
        feeds[address] = _feed(voice, addresses.family(family), address, f"{names[family]['name']} · {title}", own)
    return feeds


def _feed(voice: Voice, page: str, address: str, title: str, states: Sequence[ItemState]) -> bytes:
    feed = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": voice.language})
    _add(
        feed,
        ("id", _id(voice, address)),
        ("title", title),
        ("updated", _moment(max(filter(None, (one.updated for one in states))))),
    )
    author = ElementTree.SubElement(feed, "author")
    _add(author, ("name", voice.plain(voice.site.agency.name)))
    up = "../" * address.count("/")
    _link(feed, voice, page, up)
    _link(feed, voice, address, up, "self")
    for state in states[:MOST]:
        entry = ElementTree.SubElement(feed, "entry")
        url = addresses.item(state.year, state.item)
        name = voice.words["item"]["title"].format(
            title=headline.short_title(voice, state.item), code=state.item.code, year=voice.year(state.year)
        )
        assert state.updated
        _add(entry, ("id", _id(voice, url)), ("title", name), ("updated", _moment(state.updated)))
        _link(entry, voice, url, up)
        for family in state.item.families:
            ElementTree.SubElement(
                entry, "category", term=family, label=languages.families(voice.language)[family]["name"]
            )
        _add(entry, ("summary", headline.of_item(voice, state)))
    ElementTree.indent(feed)
    written: bytes = ElementTree.tostring(feed, "utf-8", xml_declaration=True)
    return written + b"\n"


def _add(to: ElementTree.Element, *parts: tuple[str, str]) -> None:
    for tag, text in parts:
        ElementTree.SubElement(to, tag).text = "".join(filter(_is_xml, text))


def _is_xml(letter: str) -> bool:
    return letter >= " " or letter in "\t\n"


def _link(to: ElementTree.Element, voice: Voice, address: str, up: str, rel: str = "alternate") -> None:
    """A link, whole where the site's own address is known, else as the feed reaches it."""
    base = voice.site.base_url and voice.site.base_url + addresses.root(voice.language)
    kind = "application/atom+xml" if rel == "self" else "text/html"
    ElementTree.SubElement(to, "link", rel=rel, type=kind, href=(base or up or "./") + quote(address))


def _id(voice: Voice, address: str) -> str:
    return uuid.uuid5(_IDS, f"{voice.site.agency.name.th}/{addresses.root(voice.language)}{address}").urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+07:00"
