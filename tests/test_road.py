"""Whole little sites, built strictly by both engines and asked what a visitor would ask."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.diagnostics import has_errors
from generator.project import Project
from generator.reading import read
from generator.road import Outcome, walk
from tests.conftest import EXAMPLES, ROOT

ADDRESS = "site_url: https://oit.example.go.th/\n"
Builder = Callable[..., tuple[Outcome, Path]]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def addresses(folder: Path) -> set[str]:
    return {path.relative_to(folder).parent.as_posix() for path in folder.rglob("index.html")}


def article(page: Path) -> tuple[list[str], list[str], list[str]]:
    """What a reader gets of a page: its words, its anchors, its links."""
    node = LexborHTMLParser(page.read_bytes()).css_first("article")
    assert node is not None
    words = node.text(separator=" ").split()
    ids = [inner.attributes["id"] or "" for inner in node.css("[id]")]
    anchors = [id for id in ids if not id.startswith("__")]  # an engine's own
    links = [
        inner.attributes["href"] or ""
        for inner in node.css("a[href]")
        if "headerlink" not in (inner.attributes.get("class") or "")
    ]
    return words, anchors, links


@pytest.fixture(scope="module")
def opdc(build: Builder) -> Path:
    return build(ROOT / "examples" / "opdc")[1]


def test_an_agency_with_nothing_but_a_name_builds(build: Builder) -> None:
    outcome, site = build(ROOT / "tests" / "sites" / "minimal")
    assert outcome.diagnostics == []
    assert (site / "2567" / "o35" / "index.html").is_file()
    assert not (site / "en").exists()
    assert not (site / "examples").exists()


def test_every_item_of_every_shown_year_has_its_permanent_address_in_both_languages(opdc: Path) -> None:
    found, _ = read(Project(ROOT, ROOT / "examples" / "opdc", Path("site"), Path("build")))
    assert found is not None
    wanted = {f"{year}/{item.slug}" for year in found.years for item in found.catalogues[year].items}
    wanted |= {"ita", "ita/2566", "measures", "six-month", "units", "about-data", "how-to-read", "."}
    wanted |= {f"{year}/answers" for year in found.years}
    assert wanted <= addresses(opdc)
    assert {"en" if address == "." else f"en/{address}" for address in wanted} <= addresses(opdc)


def test_a_page_says_its_language_and_marks_thai_inside_english(opdc: Path) -> None:
    thai = LexborHTMLParser((opdc / "2567/o34/index.html").read_bytes())
    english = LexborHTMLParser((opdc / "en/2567/o34/index.html").read_bytes())
    assert thai.css_first("html").attributes["lang"] == "th"
    assert english.css_first("html").attributes["lang"] == "en"
    assert english.css_first("article h1").text().startswith("O34 Fiscal year 2024")
    assert "Measures" in english.css_first("article h1").text()
    assert english.css_first("#measures-m-1").attributes["lang"] == "th"
    assert english.css("article [lang=th]")
    assert not thai.css("article [lang=th]")
    switch = english.css_first("a.oit-language")
    assert switch.attributes["href"] == "../../../2567/o34/"
    assert switch.attributes["lang"] == "th"


def test_every_heading_and_table_has_an_explicit_ascii_id(opdc: Path) -> None:
    for page in opdc.rglob("index.html"):
        tree = LexborHTMLParser(page.read_bytes())
        named = tree.css("article h1, article h2, article h3, article h4, .oit-table")
        assert named, page
        for node in named:
            assert (node.attributes.get("id") or "").isascii(), page
            assert node.attributes.get("id"), (page, node.html)
            assert not (node.attributes.get("id") or "").startswith("_"), page


def test_no_page_loads_anything_from_another_host(opdc: Path) -> None:
    for page in opdc.rglob("*.html"):
        tree = LexborHTMLParser(page.read_bytes())
        for node in tree.css(
            "link[href]:not([rel=canonical], [rel=alternate]), script[src], img[src], source[src], iframe[src]"
        ):
            address = node.attributes.get("href") or node.attributes.get("src") or ""
            assert "//" not in address, (page, address)


def test_digits_are_a_setting(build: Builder, opdc: Path) -> None:
    nhrc = build(ROOT / "examples" / "nhrc")[1]
    assert "๘๔.๓๓" in (nhrc / "ita/2567/index.html").read_text("utf-8")
    assert "84.33" in (nhrc / "en/ita/2567/index.html").read_text("utf-8")
    words, _, _ = article(opdc / "2566/o37/index.html")
    assert not {letter for word in words for letter in word} & set("๐๑๒๓๔๕๖๗๘๙")


def test_zensical_builds_the_same_pages_at_the_same_addresses(build: Builder) -> None:
    data = ROOT / "examples" / "nhrc"
    _, by_mkdocs = build(data)
    _, by_zensical = build(data, "zensical")
    assert addresses(by_zensical) == addresses(by_mkdocs)
    for address in sorted(addresses(by_mkdocs)):
        if not address.endswith("how-to-read"):  # hand-written Markdown: engines space its text differently
            assert article(by_zensical / address / "index.html") == article(by_mkdocs / address / "index.html"), address


def test_two_builds_are_the_same_bytes_whatever_the_clock_and_the_order_of_files(tmp_path: Path) -> None:
    built = []
    for name, environment in (
        ("a", {"TZ": "Asia/Bangkok", "PYTHONHASHSEED": "1"}),
        ("b", {"TZ": "UTC", "PYTHONHASHSEED": "2"}),
    ):
        data = tmp_path / name / "data"
        shutil.copytree(ROOT / "examples" / "nhrc", data)
        for number, path in enumerate(sorted(data.rglob("*"), reverse=name == "a")):
            os.utime(path, (1_000_000 + number, 1_000_000 + number))
        command = [
            sys.executable,
            "-m",
            "generator",
            "build",
            "--data",
            str(data),
            "--site",
            str(tmp_path / name / "site"),
        ]
        command += ["--project", str(project_copy(tmp_path / name))]
        run = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000", **environment},
            check=False,
            capture_output=True,
        )
        assert run.returncode == 0, run.stderr.decode("utf-8")
        built.append(files(tmp_path / name / "site"))
    assert built[0].keys() == built[1].keys()
    assert [name for name in built[0] if built[0][name] != built[1][name]] == []


def project_copy(folder: Path) -> Path:
    """The parts of a project that a build reads beside the data."""
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def test_a_failed_build_leaves_the_previous_site_as_it_was(tmp_path: Path) -> None:
    root = project_copy(tmp_path)
    data = root / "data"
    shutil.copytree(ROOT / "tests" / "sites" / "minimal", data)
    project = Project(root, data, root / "site", root / "build")
    assert walk(project).is_built
    before = files(root / "site")

    (data / "agency.yaml").write_text("name: [", "utf-8")
    assert not walk(project).is_built
    assert files(root / "site") == before

    shutil.copyfile(ROOT / "tests" / "sites" / "minimal" / "agency.yaml", data / "agency.yaml")
    (root / "content" / "th" / "extra.md").write_text("# หน้าใหม่ {: #extra }\n\n[หาย](../nowhere/)\n", "utf-8")
    outcome = walk(project)
    assert [d.code for d in outcome.diagnostics] == ["engine-failed"]
    assert files(root / "site") == before

    (root / "content" / "th" / "extra.md").write_text(
        '# หน้าใหม่ {: #extra }\n\n<a href="../nowhere/">หาย</a>\n', "utf-8"
    )
    outcome = walk(project)
    assert [d.code for d in outcome.diagnostics] == ["broken-link"]
    assert files(root / "site") == before

    (root / "mkdocs.yml").write_text("theme: {name: materail}\n", "utf-8")
    (root / "content" / "th" / "extra.md").unlink()
    assert [d.code for d in walk(project).diagnostics] == ["engine-failed"]
    assert files(root / "site") == before
    assert {path.name for path in root.iterdir()} == {"content", "theme", "mkdocs.yml", "data", "site", "build"}


def test_a_hand_written_page_joins_the_site_and_its_menu(tmp_path: Path) -> None:
    root = project_copy(tmp_path)
    shutil.copytree(ROOT / "tests" / "sites" / "minimal", root / "data")
    (root / "content" / "th" / "ask.md").write_text("---\ntitle: ถามบ่อย\n---\n\n# ถามบ่อย {: #ask }\n\nตอบ\n", "utf-8")
    assert walk(Project(root, root / "data", root / "site", root / "build")).is_built
    menu = LexborHTMLParser((root / "site" / "index.html").read_bytes()).css_first(".md-nav--primary")
    assert "ถามบ่อย" in menu.text()
    assert (root / "site" / "ask" / "index.html").is_file()


def test_evidence_is_published_under_its_permanent_address(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "files").mkdir(parents=True)
    (data / "agency.yaml").write_text(f"name: ก\nshort_name: ก\n{ADDRESS}", "utf-8")
    (data / "files" / "plan.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    (data / "laws.yaml").write_text(
        "family: laws\nassessed_year: 2566\ndata_year: 2566\nevidence:\n- title: แผน\n  file: files/plan.pdf\n", "utf-8"
    )
    project = Project(ROOT, data, tmp_path / "site", tmp_path / "work")
    outcome = walk(project)
    assert not has_errors(outcome.diagnostics)
    assert (tmp_path / "site/files/plan.pdf").read_bytes() == b"%PDF-1.4\n%%EOF\n"
    for page in ("2566/o6/index.html", "en/2566/o6/index.html"):
        _, _, links = article(tmp_path / "site" / page)
        target = next(link for link in links if link.endswith("plan.pdf"))
        assert (tmp_path / "site" / page).parent.joinpath(target).resolve() == (
            tmp_path / "site/files/plan.pdf"
        ).resolve()


def test_an_agency_may_bring_its_own_profile(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "profiles/school").mkdir(parents=True)
    (data / "agency.yaml").write_text(
        f"name: ก\nshort_name: ก\nprofile: school\nlanguages: [th]\nunfinished: show\n{ADDRESS}", "utf-8"
    )
    (data / "profiles/school/2567.yaml").write_text(
        "profile: school\nyear: 2567\nsource: ประกาศ\nitems:\n"
        "- code: O1\n  sub_indicator: 9.1\n  title: กฎหมาย\n  families: [laws, news]\n  components:\n"
        "  - id: act\n    family: laws\n    title: พระราชบัญญัติ\n    confidence: confirmed\n",
        "utf-8",
    )
    (data / "laws.yaml").write_text(
        "family: laws\nassessed_year: 2567\ndata_year: 2567\nevidence:\n- title: พ.ร.บ.\n  link: https://example.go.th/act\n"
        "  shows: [act]\n",
        "utf-8",
    )
    outcome = walk(Project(ROOT, data, tmp_path / "site", tmp_path / "work"))
    assert outcome.diagnostics == []
    words, anchors, _ = article(tmp_path / "site/2567/o1/index.html")
    assert {"laws", "news", "components"} <= set(anchors)
    assert "พระราชบัญญัติ" in words


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_sample_site_links_each_example_from_a_page_of_its_own(name: str, sample: Path) -> None:
    _, _, links = article(sample / "examples" / "index.html")
    assert f"../examples/{name}/" in links
    _, _, links = article(sample / "en" / "examples" / "index.html")
    assert f"../../examples/{name}/en/" in links
    assert (sample / "examples" / name / "index.html").is_file()


def test_the_sample_is_marked_as_a_sample_on_every_page(sample: Path) -> None:
    pages = [
        page
        for page in sample.rglob("index.html")
        if page.relative_to(sample).parts[0] != "examples" or page.parent == sample / "examples"
    ]
    assert len(pages) > 100
    for page in pages:
        assert LexborHTMLParser(page.read_bytes()).css_first(".oit-banner--sample") is not None, page


@pytest.mark.parametrize(("year", "empty"), [(2566, "measures"), (2567, "six-month")])
def test_a_year_that_is_not_shown_leaves_no_links_behind(year: int, empty: str, build: Builder, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "opdc", tmp_path / "data")
    with (tmp_path / "data" / "agency.yaml").open("a", encoding="utf-8") as file:
        file.write(f"years: [{year}]\n")
    _, site = build(tmp_path / "data")
    _, _, links = article(site / empty / "index.html")
    assert links == []


def test_only_a_folder_that_this_program_built_is_replaced(tmp_path: Path) -> None:
    root = project_copy(tmp_path)
    shutil.copytree(ROOT / "tests" / "sites" / "minimal", root / "data")

    def may_replace(name: str) -> bool:
        return Project(root, root / "data", root / name, root / "build").may_replace_site()

    (root / "www").mkdir()
    assert may_replace("www")
    (root / "www" / "index.html").write_text("somebody's own", "utf-8")
    assert not may_replace("www")
    assert [name for name in (".", "..", "data", "data/site", "mkdocs.yml", "theme") if may_replace(name)] == []
    project = Project(root, root / "data", root / "site", root / "build")
    assert walk(project).is_built
    assert may_replace("site")
    (root / "site" / "CNAME").write_text("example.go.th", "utf-8")
    (root / "site" / ".git").mkdir()
    assert walk(project).is_built
    assert (root / "site" / "CNAME").read_text("utf-8") == "example.go.th"
    assert (root / "site" / ".git").is_dir()


def test_a_run_of_digits_is_written_in_one_script(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    agency = (data / "agency.yaml").read_text("utf-8").split("subsites:")[0]
    (data / "published-addresses.txt").unlink()  # of the subsites, which are left out
    (data / "agency.yaml").write_text(
        agency.replace("digits: arabic", "digits: thai") + "languages: [th]\n" * ("languages:" not in agency), "utf-8"
    )
    outcome = walk(Project(ROOT, data, tmp_path / "site", tmp_path / "work"))
    assert outcome.is_built, [d.message("en") for d in outcome.diagnostics]
    mixed = re.compile("[0-9][๐-๙]|[๐-๙][0-9]")
    found = [
        (page.relative_to(tmp_path / "site").as_posix(), word)
        for page in (tmp_path / "site").rglob("index.html")
        for word in article(page)[0]
        if mixed.search(word)
    ]
    assert found == []


def test_an_address_that_was_published_is_missed_until_it_is_withdrawn_with_a_reason(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "files").mkdir(parents=True)
    agency = f"name: ก\nshort_name: ก\nlanguages: [th]\nyears: [2566, 2567]\n{ADDRESS}"
    (data / "agency.yaml").write_text(agency, "utf-8")
    (data / "files" / "plan.csv").write_text("ก\n", "utf-8")
    laws = data / "laws.yaml"
    laws.write_text(
        "family: laws\nassessed_year: 2566\ndata_year: 2566\nevidence:\n- title: แผน\n  file: files/plan.csv\n", "utf-8"
    )
    project = Project(ROOT, data, tmp_path / "site", tmp_path / "work", records_addresses=True)

    def missed() -> list[str]:
        return [d.facts["address"] for d in walk(project).diagnostics if d.code == "address-gone"]

    assert missed() == []
    assert "2566/o6/" in (data / "published-addresses.txt").read_text("utf-8").splitlines()
    laws.unlink()
    (data / "agency.yaml").write_text(agency.replace("2566, ", ""), "utf-8")
    assert missed() == ["2566/", "files/plan.csv"]  # what is below one that is gone is counted, not listed
    assert (tmp_path / "site/2566/o6/index.html").is_file()  # the site stays as it was
    shutil.rmtree(tmp_path / "site")
    assert missed() == ["2566/", "files/plan.csv"]  # whatever folder the site is built into
    reasons = "".join(f"- {{address: {one}, reason: ย้ายไปหอจดหมายเหตุ}}\n" for one in ("2566/", "files/plan.csv"))
    (data / "agency.yaml").write_text(agency.replace("2566, ", "") + f"withdrawn:\n{reasons}", "utf-8")
    assert missed() == []
    for address in ("2566", "2566/o6", "2566/answers"):
        assert "ย้ายไปหอจดหมายเหตุ" in article(tmp_path / "site" / address / "index.html")[0]
    (data / "agency.yaml").write_text(agency + f"withdrawn:\n{reasons}", "utf-8")
    assert missed() == []
    assert "กฎหมาย" in "".join(article(tmp_path / "site/2566/o6/index.html")[0])  # it came back


def test_an_agency_may_correct_a_list_of_components_without_touching_code(tmp_path: Path) -> None:
    data = tmp_path / "data"
    own = data / "profiles" / "central-government"
    own.mkdir(parents=True)
    (data / "agency.yaml").write_text(f"name: ก\nshort_name: ก\nlanguages: [th]\nunfinished: show\n{ADDRESS}", "utf-8")
    (data / "news.yaml").write_text("family: news\nassessed_year: 2567\ndata_year: 2567\nsummary: ข่าว\n", "utf-8")
    (own / "components.yaml").write_text(
        "profile: central-government\ncomponents:\n"
        "- {id: weekly, family: news, title: ข่าวทุกสัปดาห์, confidence: confirmed}\n"
        "- {id: foreign, family: news, title: ข่าวต่างประเทศ, required: 'no'}\n"
        "- {id: later, family: news, title: ยังไม่ถามในปีนี้, since: 2568}\n",
        "utf-8",
    )
    outcome = walk(Project(ROOT, data, tmp_path / "site", tmp_path / "work", is_draft=True))
    assert outcome.is_built
    page = LexborHTMLParser((tmp_path / "site/2567/o5/index.html").read_bytes())
    rows = {row.css_first("code").text(): row.text() for row in page.css("#components-table tbody tr")}
    assert set(rows) == {"weekly", "foreign"}
    assert "ยืนยันแล้ว" in rows["weekly"]
    assert "ไม่บังคับ" in rows["foreign"]


def test_a_place_of_a_page_that_was_published_is_missed_until_it_is_withdrawn_with_a_reason(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    agency = f"name: ก\nshort_name: ก\nlanguages: [th]\nyears: [2566]\n{ADDRESS}"
    (data / "agency.yaml").write_text(agency, "utf-8")
    units = "- {id: one, abbreviation: กน., name: กองหนึ่ง}\n- {id: two, abbreviation: กส., name: กองสอง}\n"
    (data / "units.yaml").write_text(f"units:\n{units}", "utf-8")
    laws = "family: laws\nassessed_year: 2566\ndata_year: 2566\nsummary: ก\nowner: กส.\n"
    (data / "laws.yaml").write_text(laws, "utf-8")
    project = Project(ROOT, data, tmp_path / "site", tmp_path / "work", records_addresses=True)

    def missed() -> list[str]:
        return [d.facts["address"] for d in walk(project).diagnostics if d.code == "address-gone"]

    assert missed() == []
    kept = (data / "published-addresses.txt").read_text("utf-8").splitlines()
    assert "units/#unit-two" in kept
    (data / "units.yaml").write_text(f"units:\n{units[: units.index('- {id: two')]}", "utf-8")
    (data / "laws.yaml").write_text(laws.replace("กส.", "กน."), "utf-8")
    assert missed() == ["units/#unit-two"]
    withdrawn = "withdrawn:\n- {address: 'units/#unit-two', reason: รวมกับกองหนึ่งแล้ว}\n"
    (data / "agency.yaml").write_text(agency + withdrawn, "utf-8")
    assert missed() == []
    page = LexborHTMLParser((tmp_path / "site/units/index.html").read_text("utf-8"))
    reason = page.css_first("#unit-two")
    assert reason
    assert "รวมกับกองหนึ่งแล้ว" in reason.text()
    (data / "units.yaml").write_text(f"units:\n{units}", "utf-8")
    (data / "laws.yaml").write_text(laws, "utf-8")
    assert missed() == []  # it came back, and the reason with it is said no more
    assert "รวมกับกองหนึ่งแล้ว" not in (tmp_path / "site/units/index.html").read_text("utf-8")
