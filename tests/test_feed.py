"""Feeds of what is new: valid Atom, ids that stay, days from the data, the same bytes for the same data."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.publish.exporters import feed
from generator.site import addresses
from generator.site.loader import Loader
from generator.site.site import Site
from generator.site.updates import news
from tests.conftest import ROOT

ATOM = "{http://www.w3.org/2005/Atom}"
WHOLE = 50


def loaded(folder: Path) -> Site:
    site, _ = Loader().load(folder)
    assert site
    return site


@pytest.fixture(scope="module")
def site() -> Site:
    return loaded(ROOT / "data")


def read(content: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(content)


def said(of: ElementTree.Element, tag: str) -> str:
    found = of.find(ATOM + tag)
    assert found is not None
    assert found.text
    return found.text


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_feed_has_what_the_standard_asks_for(site: Site, language: str) -> None:
    feeds = feed._feeds(site, language)
    assert addresses.FEED in feeds
    assert len(feeds) > 40
    ids = []
    for content in feeds.values():
        tree = read(content)
        assert tree.tag == f"{ATOM}feed"
        entries = tree.findall(f"{ATOM}entry")
        assert 0 < len(entries) <= WHOLE
        assert tree.find(f"{ATOM}author/{ATOM}name") is not None
        for one in (tree, *entries):
            assert said(one, "id").startswith("urn:uuid:")
            assert said(one, "title")
            assert datetime.fromisoformat(said(one, "updated")).utcoffset() == timedelta(hours=7)
            assert [link for link in one.findall(f"{ATOM}link") if link.get("rel") == "alternate" and link.get("href")]
        days = [said(one, "updated") for one in entries]
        assert days == sorted(days, reverse=True)
        assert said(tree, "updated") == days[0]
        assert len({said(one, "id") for one in entries}) == len(entries)
        ids.append(said(tree, "id"))
    assert len(set(ids)) == len(ids)


def test_the_same_data_gives_the_same_bytes_and_the_day_of_the_build_is_nowhere(site: Site) -> None:
    later = replace(loaded(ROOT / "data"), today=date(2031, 5, 1))
    assert feed._feeds(later, "th") == feed._feeds(site, "th")


def test_an_id_stays_when_the_site_moves_and_links_follow_it(site: Site) -> None:
    elsewhere = replace(site, base_url="https://new.example.go.th/oit/")
    here, there = (read(feed._feeds(one, "en")[addresses.FEED]) for one in (site, elsewhere))
    assert [said(one, "id") for one in here.iter(f"{ATOM}entry")] == [
        said(one, "id") for one in there.iter(f"{ATOM}entry")
    ]
    links = [link.get("href") or "" for link in there.iter(f"{ATOM}link")]
    assert links
    assert all(link.startswith("https://new.example.go.th/oit/en/") for link in links)


def test_what_is_published_anew_comes_first_and_nothing_else_changes(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/sites/profiles/province", tmp_path / "data")
    file = tmp_path / "data/2568/structure.yaml"
    before = feed._feeds(loaded(tmp_path / "data"), "th")
    file.write_text(file.read_text("utf-8") + "\npublished: 1 มีนาคม 2569\n", "utf-8")
    after = feed._feeds(loaded(tmp_path / "data"), "th")
    assert before == {}  # nothing says when it was published: no feed, and no link to one
    entry = read(after[addresses.FEED]).find(f"{ATOM}entry")
    assert entry is not None
    assert said(entry, "updated") == "2026-03-01T00:00:00+07:00"
    assert list(after) == [addresses.FEED, addresses.feed("powers"), addresses.feed("structure")]


def test_news_are_of_every_year_and_the_newest_first(site: Site) -> None:
    days = [one.updated for one in news(site)]
    assert len({one.year for one in news(site)}) > 3
    assert days == sorted(days, reverse=True)  # type: ignore[type-var]


@pytest.mark.parametrize("page", ["", "en/", "families/measures/", "en/families/measures/"])
def test_a_page_names_its_feeds_and_they_are_there(page: str, sample: Path) -> None:
    tree = LexborHTMLParser((sample / page / "index.html").read_bytes())
    found = [link.attributes["href"] or "" for link in tree.css('link[type="application/atom+xml"]')]
    assert len(found) == (2 if "families/" in page else 1), "the feed of the site, and that of the topic"
    for href in found:
        content = (sample / urljoin(page, href)).read_bytes()
        for link in read(content).iter(f"{ATOM}link"):
            assert (link.get("href") or "").startswith("https://")
