"""Of private persons only what nobody decided about is told, once a file; numbers of the office are nobody's own."""

from __future__ import annotations

from pathlib import Path

from generator.site.personal_data import findings, is_decided
from generator.site.site import Site
from generator.writing.persons import Kind, find
from tests.folders import load, write

AGENCY = "name: ก\nshort_name: ก\n"
NEWS = "family: news\nassessed_year: 2567\ndata_year: 2567\n"
CONTACT = "family: contact\nassessed_year: 2567\ndata_year: 2567\nphones: [081-234-5678]\n"


def site_of(tmp_path: Path, **files: str) -> Site:
    names = {"news": "2567/news.yaml", "contact": "2567/contact.yaml", "checks": "checks.yaml", "people": "2567/e.yaml"}
    return load(write(tmp_path, {"agency.yaml": AGENCY, **{names[name]: text for name, text in files.items()}}))


def phones(site: Site) -> list[tuple[str, int, str]]:
    return [(Path(d.file).name, d.line, d.facts["shown"]) for d in findings(site, Kind.PHONE, "personal-phone")]


def test_a_number_is_told_once_a_file_where_it_stands_first(tmp_path: Path) -> None:
    site = site_of(tmp_path, news=f"{NEWS}title: โทร 081-234-5678\nsummary: โทร ๐๘๑๒๓๔๕๖๗๘ หรือ 0898765432\n")
    assert phones(site) == [("news.yaml", 4, "08x-xxx-5678"), ("news.yaml", 5, "08x-xxx-5432")]
    assert list(findings(site, Kind.ID, "national-id")) == []


def test_a_number_that_the_agency_gives_to_be_reached_by_is_nobodys_own(tmp_path: Path) -> None:
    news = f"{NEWS}summary: โทร 081-234-5678 หรือ 0898765432\n"
    assert phones(site_of(tmp_path, news=news, contact=CONTACT)) == [("news.yaml", 4, "08x-xxx-5432")]


def test_a_number_of_an_executive_may_be_private(tmp_path: Path) -> None:
    people = (
        "family: executives\nassessed_year: 2567\ndata_year: 2567\n"
        "people:\n- {name: นางสาว ก, post: หัวหน้า, rank: head, phones: [081-234-5678]}\n"
    )
    assert phones(site_of(tmp_path, people=people)) == [("e.yaml", 5, "08x-xxx-5678")]


def test_what_an_officer_decided_about_is_told_no_more_in_that_file(tmp_path: Path) -> None:
    decision = "decisions:\n- {file: 2567/news.yaml, found: 08x-xxx-5678, reason: ก, by: ก, date: 3 มกราคม 2567}\n"
    site = site_of(tmp_path, news=f"{NEWS}summary: โทร 081-234-5678 หรือ 0898765432\n", checks=decision)
    assert phones(site) == [("news.yaml", 4, "08x-xxx-5432")]
    (decided,) = find("081-234-5678")
    assert is_decided(site, "2567/news.yaml", decided)
    assert is_decided(site, "news.yaml", decided), "the name alone is enough"
    assert not is_decided(site, "2568/news.yaml", decided)
    assert is_decided(site, "2567/news.yaml", "08x-xxx-5678")
    assert not is_decided(site, "2567/news.yaml", "081-234-5678"), "a text is compared as it stands"


def test_an_address_of_the_web_has_no_phone_but_one_that_dials_has(tmp_path: Path) -> None:
    link = "https://example.go.th/a?tel=_0812345678"
    site = site_of(tmp_path, news=f"{NEWS}title: {link}\nsummary: tel:0812345678\n")
    assert [line for _, line, _ in phones(site)] == [5]
