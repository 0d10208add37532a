"""Every address that the data sends a reader to, and what kind of place it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site.links import Link, links
from generator.writing.hosts import is_of
from tests.folders import load, write


def test_addresses_are_found_everywhere_but_for_the_sites_own(tmp_path: Path) -> None:
    files = {
        "agency.yaml": "name: ก\nshort_name: ก\nsite_url: https://oit.example.go.th/\n"
        "website: https://www.example.go.th/\n",
        "2567/news.yaml": "family: news\nassessed_year: 2567\ndata_year: 2567\n"
        "summary: ดู https://www.example.go.th/words\n"
        "evidence:\n- {title: ก, link: HTTPS://www.example.go.th/a.pdf}\n- {title: ข, file: files/a.pdf}\n",
    }
    found = list(links(load(write(tmp_path, files))))
    assert [(Path(one.entry.file.name).name, one.path, one.is_document) for one in found] == [
        ("agency.yaml", ("website",), False),
        ("news.yaml", ("evidence", 0, "link"), True),
    ]


def link(url: str) -> Link:
    return Link(None, (), url, False)  # type: ignore[arg-type]  # where it stands does not matter


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://WWW.Example.go.th./a", "www.example.go.th"),
        ("https://example.go.th:8080/", "example.go.th"),
        ("https://example.go.th:port/", ""),
        ("https://[broken/", ""),
        ("https:/no-host", ""),
    ],
)
def test_the_host_of_an_address_or_none(url: str, host: str) -> None:
    assert link(url).host == host


def test_a_link_is_below_a_host_by_whole_labels() -> None:
    hosts = frozenset({"example.go.th"})
    assert link("https://example.go.th/").is_below(hosts)
    assert link("https://oit.example.go.th/").is_below(hosts)
    assert not link("https://anexample.go.th/").is_below(hosts)
    assert not link("https://example.go.th.evil.com/").is_below(hosts)


@pytest.mark.parametrize(
    ("url", "is_own"),
    [
        ("https://www.example.go.th/a.pdf", True),
        ("https://example.go.th/a.pdf", True),
        ("http://data.example.go.th/a", True),
        ("https://oit.other.go.th/x", True),
        ("https://example.go.th.evil.com/", False),
        ("https://notexample.go.th/", False),
        ("https://go.th/", False),
        ("http://[half", False),
    ],
)
def test_a_link_to_the_agencys_own_host_is_its_own(url: str, is_own: bool) -> None:
    assert is_of(url, ["https://www.example.go.th/", "https://oit.other.go.th/site/"]) is is_own
