"""A data folder is read by where its files stand; a second load reads only what changed."""

from __future__ import annotations

import os
from pathlib import Path

from generator.families import FAMILIES
from generator.models.disclosure import Disclosure
from generator.models.scores import Score
from generator.site.loader import Loader
from generator.site.site import Entry, Site
from tests.folders import load, write

AGENCY = "name: ก\nshort_name: ก\n"
LAWS = "family: laws\nassessed_year: 2567\ndata_year: 2567\nsummary: ก\n"


def entry(site: Site, family: str) -> Entry[Disclosure]:
    found = site.disclosure(family, 2567)
    assert found
    return found


def test_every_yaml_file_is_read_but_evidence_and_what_is_hidden(tmp_path: Path) -> None:
    news = LAWS.replace("laws", "news")
    files = {
        "agency.yaml": AGENCY,
        "anywhere/at/all.yml": LAWS,
        "news.yaml": news,
        "files/2567/x.yaml": "no: data",
        ".hidden/x.yaml": "no: data",
        "readme.txt": "no: data",
    }
    assert {e.data.family for e in load(write(tmp_path, files)).disclosures} == {"laws", "news"}


def test_an_ending_that_hides_a_file_is_told_and_the_file_is_not_read(tmp_path: Path) -> None:
    files = {"agency.yaml": AGENCY, "units.yml": "units: []\n", "laws.yaml.txt": LAWS, "news.YAML": LAWS}
    site, faults = Loader().load(write(tmp_path, files), "data")
    assert site
    assert not site.disclosures
    assert [(d.file, d.code, d.facts["name"]) for d in faults] == [
        ("data/laws.yaml.txt", "rename-to-yaml", "laws.yaml"),
        ("data/news.YAML", "rename-to-yaml", "news.yaml"),
        ("data/units.yml", "rename-to-yaml", "units.yaml"),
    ]


def test_faults_of_several_files_are_all_told_and_what_is_whole_is_a_site(tmp_path: Path) -> None:
    files = {"agency.yaml": AGENCY, "laws.yaml": "family: laws\n", "news.yaml": "family: nwes\n", "x.yaml": "a: b\n"}
    site, faults = Loader().load(write(tmp_path, files), "data")
    assert site
    assert site.unread == {Disclosure}
    assert {(d.file, d.code) for d in faults} == {
        ("data/laws.yaml", "missing-key"),
        ("data/news.yaml", "unknown-family"),
        ("data/x.yaml", "missing-key"),
    }
    assert Loader().load(tmp_path / "nowhere", "data")[0] is None
    assert [d.code for d in Loader().load(write(tmp_path / "empty", {"laws.yaml": LAWS}))[1]] == ["no-agency-file"]


def test_a_second_load_reads_only_what_changed(tmp_path: Path) -> None:
    files = {"agency.yaml": AGENCY, "laws.yaml": LAWS, "news.yaml": LAWS.replace("laws", "news")}
    loader = Loader()
    before, _ = loader.load(write(tmp_path, files))
    assert before
    write(tmp_path, {"laws.yaml": LAWS.replace("summary: ก", "summary: ข")})
    stamp = (tmp_path / "laws.yaml").stat().st_mtime_ns + 1
    os.utime(tmp_path / "laws.yaml", ns=(stamp, stamp))
    after, _ = loader.load(tmp_path)
    assert after
    assert entry(after, "news") is entry(before, "news")
    assert str(entry(after, "laws").data.summary) == "ข"
    assert str(entry(before, "laws").data.summary) == "ก"


def test_a_changed_table_makes_its_disclosure_a_new_one(tmp_path: Path) -> None:
    frame = "family: proc_items\nassessed_year: 2568\ndata_year: 2568\ntable: jobs.csv\n"
    table = (FAMILIES["proc_items"].example.parent / "example.csv").read_text("utf-8-sig")
    write(tmp_path, {"agency.yaml": AGENCY, "items.yaml": frame, "jobs.csv": table})
    loader = Loader()
    first, again = (loader.load(tmp_path)[0] for _ in range(2))
    assert first
    assert again
    assert again.disclosures[0] is first.disclosures[0]
    write(tmp_path, {"jobs.csv": table.rstrip().rpartition("\n")[0]})
    changed, _ = loader.load(tmp_path)
    assert changed
    assert changed.disclosures[0] is not first.disclosures[0]


def test_the_origin_of_a_fact_is_handed_down(tmp_path: Path) -> None:
    ita = (
        "year: 2567\nsource: doc\nplace: หน้า 1\nquestions:\n"
        "- {code: I1, instrument: IIT, text: ก, score: 80}\n"
        "- {code: I2, instrument: IIT, text: ข, score: 81, place: หน้า 2}\n"
    )
    site = load(write(tmp_path, {"agency.yaml": AGENCY, "ita/2567.yaml": ita}))
    assert [(one.origin.document, str(one.origin.place)) for _, one in site.ita[2567].each(Score)] == [
        ("doc", "หน้า 1"),
        ("doc", "หน้า 2"),
    ]


def test_a_subsite_is_a_site_of_its_own_below_the_address_of_the_outer_one(tmp_path: Path) -> None:
    inner = "subsites: [{path: inner, data: ../other}]\nsite_url: https://oit.example.go.th\n"
    write(tmp_path / "other", {"agency.yaml": AGENCY.replace("ก", "ข"), "laws.yaml": LAWS})
    site, faults = Loader().load(write(tmp_path / "data", {"agency.yaml": AGENCY + inner}), "some/data")
    assert faults == []
    assert site
    below = site.subsites["inner"]
    assert (site.base_url, below.base_url) == ("https://oit.example.go.th/", "https://oit.example.go.th/inner/")
    assert entry(below, "laws").file.name == "some/other/laws.yaml"
    assert not site.disclosures


def test_items_stand_in_the_order_of_their_numbers_whatever_the_order_of_the_lines(tmp_path: Path) -> None:
    items = "".join(
        f"- {{code: O{n}, sub_indicator: 9.1, title: ก, families: [{f}]}}\n"
        for n, f in ((14, "laws"), (2, "news"), (1, "pdpa"))
    )
    files = {
        "agency.yaml": AGENCY + "profile: small\n",
        "profiles/small/2567.yaml": f"profile: small\nyear: 2567\nsource: ก\nitems:\n{items}",
    }
    site = load(write(tmp_path, files))
    assert [item.code for item in site.catalogues[2567].items] == ["O1", "O2", "O14"]
