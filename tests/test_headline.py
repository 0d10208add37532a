"""What a page says first: made from the data, in both languages, and the same wherever it is said."""

from __future__ import annotations

import itertools
import re
import string
from collections import Counter
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import languages
from generator.families import Family
from generator.languages.plurals import sentence
from generator.pages import headline
from generator.pages.voice import Voice
from generator.site.loader import Loader
from generator.site.site import Site
from generator.site.states import item_states
from generator.tables.totals import Tabled
from generator.writing.figures import fold_digits
from tests.conftest import ROOT
from tests.test_families import EACH, LAST, example, site_of

WITHOUT_FIGURES: frozenset[str] = frozenset()
"""Families of which nothing can be said first but their state."""

COUNTED = frozenset(
    [
        "all",
        "allocated",
        "amount",
        "count",
        "donts",
        "dos",
        "finished",
        "high",
        "pending",
        "planned",
        "share",
        "spent",
        "total",
    ]
)
"""Values of a headline's words that are figures alone, and so may stand beside each other with a comma."""


@pytest.fixture(scope="module")
def sample_site() -> Site:
    site, _ = Loader().load(ROOT / "data")
    assert site
    return site


def says(site: Site, language: str, year: int, code: str) -> str:
    state = next(one for one in item_states(site, year) if one.item.code == code)
    return headline.of_item(Voice(site, language), state)


@pytest.mark.parametrize(
    ("year", "code", "thai", "english"),
    [
        (2568, "O14", "แผนปี 2568 มี 8 โครงการหรือกิจกรรม งบประมาณ 940,000 บาท", "The plan of 2025 has 8 projects and activities, 940,000 baht"),
        (2568, "O19", "ปี 2567 มีเรื่องร้องเรียน 2 เรื่อง แล้วเสร็จ 2 เรื่อง", "In 2024, 2 complaints came in: 2 finished, 0 pending"),
        (2568, "O24", "ไม่มีเหตุการณ์ใดเกิดขึ้นจริง", "none occurred"),
        (2569, "O22", "เกิดเหตุการณ์จริง 1 ครั้ง", "1 event did occur"),
        (2569, "O18", "มีเรื่องร้องเรียน 3 เรื่อง แล้วเสร็จ 2 เรื่อง อยู่ระหว่างดำเนินการ 1 เรื่อง", "3 complaints came in: 2 finished, 1 pending"),
        (2568, "O13", "ปี 2567 ซื้อหรือจ้าง 46 งาน ราคาที่ตกลงรวม 7,820,825.25 บาท", "In 2024, 46 purchases for 7,820,825.25 baht in all"),
        (2568, "O22", "ปี 2567 มีผู้ให้ 2 ครั้ง มูลค่ารวม 2,040 บาท", "In 2024, 2 gifts were given, worth 2,040 baht"),
        (2568, "O12", "ระยะที่ 6 (3,574,700 บาท)", "ระยะที่ 6 (3,574,700 baht)"),
        (2569, "O2", "หัวหน้าสำนักงานคือ นางสาวตัวอย่าง หนึ่ง", "3 executives in all"),
    ],
)  # fmt: skip
def test_the_sentence_is_made_from_the_figures(
    sample_site: Site, year: int, code: str, thai: str, english: str
) -> None:
    assert thai in says(sample_site, "th", year, code)
    assert english in says(sample_site, "en", year, code)


@pytest.mark.parametrize("family", EACH)
def test_every_family_says_something_of_its_example_in_every_language(family: Family, tmp_path: Path) -> None:
    year, profile, code = LAST[family]
    site = site_of(tmp_path, family, year, example(family, year), profile)
    (entry,) = (one for one in site.disclosures if one.data.family == family.id)
    is_table = isinstance(entry.data, Tabled) and entry.data.rows is None
    assert is_table or bool(list(entry.data.headlines())) or family.id in WITHOUT_FIGURES
    for language in languages.LANGUAGES:
        said = says(site, language, year, code)
        assert said.strip()
        assert not set("{}|") & set(said)
        assert "None" not in said
        assert len(said) <= headline.LONGEST + 2


def test_a_single_thing_is_one_and_satang_are_only_where_there_are_any(sample_site: Site) -> None:
    english, thai = Voice(sample_site, "en"), Voice(sample_site, "th")
    jobs = sentence("{one:job|jobs} {many:job|jobs}", "en")
    assert jobs.format(one=headline._Written(english, 1), many=headline._Written(english, 1200)) == "1 job 1,200 jobs"
    from decimal import Decimal

    written = [f"{headline._Written(thai, Decimal(one)):baht}" for one in ("1850.00", "1850.5", "0", "1234567.25")]
    assert written == ["1,850", "1,850.50", "0", "1,234,567.25"]


def test_of_many_names_the_first_are_said_and_how_many_more_there_are(sample_site: Site) -> None:
    voice = Voice(sample_site, "th")
    assert headline._names(voice, ["ก", "ข", "ค"]) == "ก, ข, ค"
    assert headline._names(voice, ["ก", "ข", "ค", "ง", "จ"]) == "ก, ข, ค และอีก 2"


def test_what_there_is_none_of_and_what_is_missing_is_said_so(tmp_path: Path) -> None:
    files = {
        "agency.yaml": "name: ก\nshort_name: ก\nyears: [2568]\n",
        "2568/gift_report.yaml": "family: gift_report\nassessed_year: 2568\ndata_year: 2567\n"
        "none: {reason: ไม่มีการรับทรัพย์สิน}\n",
        "2568/news.yaml": "family: news\nassessed_year: 2568\ndata_year: 2568\nsummary: ข่าวอยู่ในเอกสาร\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    site, _ = Loader().load(tmp_path)
    assert site
    assert says(site, "th", 2568, "O22") == "ปี 2567: ไม่มีการรับทรัพย์สิน"
    assert says(site, "th", 2568, "O4") == "ข่าวอยู่ในเอกสาร"
    assert "ยังไม่ได้เผยแพร่" in says(site, "th", 2568, "O1")


def test_every_word_of_a_headline_is_in_both_languages_with_the_same_values() -> None:
    for name, thai in languages.labels("th").items():
        english = languages.labels("en")[name]
        for key in (key for key in thai if key.startswith("headline_")):
            fields = [
                {field for _, field, _, _ in string.Formatter().parse(text) if field}
                for text in (thai[key], english[key])
            ]
            assert fields[0] - {"year"} == fields[1] - {"year"}, (name, key)


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_no_words_run_a_value_into_the_next(language: str) -> None:
    """A name ends in a figure as often as not ("ระยะที่ 6"): a word or a bracket stands between it and what follows."""
    headlines = {
        f"{name}.{key}": text
        for name, labels in languages.labels(language).items()
        for key, text in labels.items()
        if key.startswith("headline_")
    }
    words = languages.words(language)
    charts = {f"charts.says.{key}": text for key, text in words["charts"]["says"].items() if key != "total"}
    for place, text in {**headlines, **charts, "item.documents_of": words["item"]["documents_of"]}.items():
        parts = list(string.Formatter().parse(text))
        for (_, before, _, _), (between, after, _, _) in itertools.pairwise(parts):
            if before and after and before not in COUNTED and not (before == "year" and "," in between):
                assert re.search(r"[^\W\d_]|[(:]", between), (place, text)


def test_the_sentence_opens_the_page_and_describes_it(sample: Path) -> None:
    page = LexborHTMLParser((sample / "2568/o14/index.html").read_bytes())
    said = page.css_first("p.oit-says").text()
    assert "940,000" in said
    assert page.css_first("meta[name=description]").attributes["content"] == said
    assert page.css_first("article h1").text().split()[0] == "O14"


def test_no_two_pages_of_a_site_have_one_title(sample: Path) -> None:
    for root in ("", "en/"):
        titles: Counter[str] = Counter()
        for path in sorted((sample / root).rglob("index.html")):
            below = path.relative_to(sample / root).as_posix()
            if below.startswith(("en/", "examples/")):
                continue
            tree = LexborHTMLParser(path.read_bytes())
            if tree.css_first("meta[http-equiv=refresh], meta[name=robots]") is None:
                titles[tree.css_first("title").text()] += 1
        assert [title for title, count in titles.items() if count > 1] == []
        assert len(titles) > 200


def test_a_title_names_topic_item_year_and_agency(sample: Path) -> None:
    title = LexborHTMLParser((sample / "2568/o14/index.html").read_bytes()).css_first("title").text()
    assert title == "แผนการบริหารและพัฒนาทรัพยากรบุคคล · O14 ปีงบประมาณ 2568 · สำนักงานตัวอย่าง"


def test_the_public_site_has_nothing_that_only_officers_need(sample: Path) -> None:
    for path in ("2568/readiness", "checks", "data-guide", "data-guide/hr_plan", "en/2568/readiness", "en/checks"):
        page = LexborHTMLParser((sample / path / "index.html").read_bytes())
        assert page.css_first("#withdrawn") is not None, path
        assert page.css_first("meta[name=robots]").attributes["content"] == "noindex", path
    assert b"readiness/" not in (sample / "sitemap.xml").read_bytes()
    for path in ("2568/o14", "2568", ""):
        page = LexborHTMLParser((sample / path / "index.html").read_bytes())
        hrefs = [link.attributes.get("href") or "" for link in page.css("a[href]")]
        assert not [href for href in hrefs if re.search(r"readiness|checks/|data-guide", href)], path
        assert page.css_first("#components-table") is None


def test_who_was_in_time_and_who_was_late_is_counted_from_the_data(sample: Path) -> None:
    page = LexborHTMLParser((sample / "deadlines/index.html").read_bytes())
    rows = page.css("#units-2568 tbody tr")
    assert rows
    in_time = sum(int(fold_digits(row.css_first("td").text())) for row in rows)
    late = sum(len(row.css("td .oit-fact")) for row in rows)
    site, _ = Loader().load(ROOT / "data")
    assert site
    assert in_time + late == sum(len(state.families) for state in item_states(site, 2568))
