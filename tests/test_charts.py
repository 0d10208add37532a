"""Charts: what they say is what the data say, they are drawn alike every time, and hold nothing that a page must not."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markupsafe import Markup
from playwright.sync_api import sync_playwright
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator import languages
from generator.blocks.projects import PlannedProject, Project
from generator.families.budget_plan.model import BudgetPlan
from generator.families.complaint_stats.model import ComplaintStats
from generator.families.measures.model import Measure
from generator.models.ita import ItaResult
from generator.models.shared import Period
from generator.pages import charts
from generator.pages.charts import bars, drawing, lines, measures, quarters
from generator.pages.charts.chart import LETTERS, Chart, Drawing, extremes, fitting, length, named
from generator.pages.voice import Voice
from generator.site.loader import Loader
from generator.site.readiness import Part, Readiness
from generator.site.site import Site
from generator.tables.table import Table
from tests.conftest import ROOT

HOSTILE = "</text><script>alert('t0')</script> & \"t1\" {{ 7 * 7 }} datum.row"
CSS = (ROOT / "theme" / "assets" / "charts.css").read_text("utf-8")


@pytest.fixture(scope="module")
def site() -> Site:
    found, _ = Loader().load(ROOT / "data", is_draft=True)
    assert found
    return found


@pytest.fixture(scope="module")
def thai(site: Site) -> Voice:
    return Voice(site, "th")


@pytest.fixture(scope="module")
def english(site: Site) -> Voice:
    return Voice(site, "en")


def chart_of(voice: Voice, name: str, *facts: object) -> Chart:
    chart = charts.chart_of(voice, name, "a-chart", "a-table", *facts)
    assert chart
    return chart


def words_in(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in ElementTree.fromstring(svg).iter("text")]


def rows_in(svg: str) -> list[tuple[str, str]]:
    """Name and figure of each row of bars, from the top: what stands first, and what stands last."""
    texts = list(ElementTree.fromstring(svg).iter("text"))
    placed = [(*map(float, re.findall(r"[\d.]+", text.get("transform", ""))), text.text or "") for text in texts]
    names = sorted((y, text) for x, y, text in placed if x == 0)
    told = sorted((y, text) for x, y, text in placed if x != 0)
    assert all(0 <= b[0] - a[0] < 24 for a, b in zip(names, told, strict=True))
    return [(a[1], b[1]) for a, b in zip(names, told, strict=True)]


# --- what charts say ------------------------------------------------------------------------------------------


def result(year: int, total: str | None, target: str | None = None, mean: str | None = None, **of: str) -> ItaResult:
    """A result; ``i1="90.00"`` is the score of indicator 1."""
    indicators = [{"number": k.removeprefix("i"), "title": f"เรื่อง {k[1:]}", "score": v} for k, v in of.items()]
    instruments = [{"instrument": "IIT", "indicators": indicators}] if indicators else []
    told = {"total": total, "target": target, "national_mean": mean}
    return ItaResult.model_validate(
        {"year": str(year), "instruments": instruments, **{k: v for k, v in told.items() if v is not None}}
    )


def test_scores_over_the_years_tell_the_last_one_the_target_the_change_and_the_ends(thai: Voice) -> None:
    years = [
        result(2566, "88.10"),
        result(2564, "80.00"),
        result(2565, None),
        result(2567, "84.33", target="86", mean="90.19"),
    ]
    chart = chart_of(thai, "scores_by_year", years)
    assert chart.sentence == (
        "ปี 2567 ได้ 84.33 คะแนน ต่ำกว่าค่าเป้าหมาย 86 ลดลง 3.77 จากปี 2566 "
        "ต่ำกว่าค่าเฉลี่ยระดับประเทศปี 2567 ซึ่งคือ 90.19 สูงสุดปี 2566 (88.10) ต่ำสุดปี 2564 (80.00)"
    )
    assert list(chart.key) == ["main", "target", "mean"]
    svg = drawing.draw(chart, "th")
    assert {"2564", "2566", "2567", "80.00", "88.10", "84.33"} == set(words_in(svg))


def test_the_target_of_the_assessment_stands_in_for_one_that_is_not_printed(english: Voice) -> None:
    chart = chart_of(english, "scores_by_year", [result(2566, "85"), result(2567, "85")])
    assert chart.sentence == "2024: 85 points; equal to the target of 85; the same as in 2023."


def test_indicators_tell_the_highest_the_lowest_and_how_many_are_below_the_target(thai: Voice) -> None:
    one = result(2567, "84.00", mean="93.82", i1="95.50", i2="84.99", i3="85", i4="70.00")
    chart = chart_of(thai, "scores_by_indicator", one)
    assert chart.sentence == (
        "สูงสุดคือตัวชี้วัดที่ 1 เรื่อง 1 (95.50) ต่ำสุดคือตัวชี้วัดที่ 4 เรื่อง 4 (70.00) ต่ำกว่าค่าเป้าหมาย 85 อยู่ 2 จาก 4 ตัวชี้วัด "
        "แท่งเริ่มที่ 60 คะแนน ไม่ใช่ศูนย์ เพื่อให้เห็นความต่าง"
    )
    drawn = words_in(drawing.draw(chart, "th"))
    assert [text for text in drawn if text.startswith("▼")] == ["▼ 84.00", "▼ 84.99", "▼ 70.00"]
    assert drawn[:3] == ["คะแนนรวม", "ค่าเฉลี่ยระดับประเทศ", "1. เรื่อง 1"]


def test_parts_of_indicators_are_drawn_only_where_the_whole_ones_are_not_told(thai: Voice) -> None:
    both = chart_of(thai, "scores_by_indicator", result(2567, None, **{"i9": "90", "i10": "80", "i9.1": "70"}))
    assert words_in(drawing.draw(both, "th"))[:2] == ["9. เรื่อง 9", "10. เรื่อง 10"]
    parts = chart_of(thai, "scores_by_indicator", result(2567, None, **{"i9.1": "90", "i9.2": "80"}))
    assert "9.1. เรื่อง 9.1" in words_in(drawing.draw(parts, "th"))


def test_the_newest_indicators_are_those_of_the_last_year_that_has_scores(thai: Voice) -> None:
    years = [result(2566, "88", i1="80", i2="90"), result(2567, "99", i1="95")]
    assert chart_of(thai, "scores_newest", years).title == "คะแนนแต่ละตัวชี้วัด ปี 2566"


def jobs(site: Site) -> Table:
    entry = site.disclosure("proc_annual", 2568)
    assert entry
    rows = entry.data.rows  # type: ignore[attr-defined]
    assert isinstance(rows, Table)
    return rows


@pytest.mark.parametrize("key", ["month", "method"])
def test_procurement_tells_the_largest_group_its_share_and_the_whole(key: str, site: Site, thai: Voice) -> None:
    rows = jobs(site)
    sums = {group.name: group.sums[0] for group in rows.groups[key]}
    largest = max(sums.values())
    assert list(sums.values()).count(largest) == 1
    chart = chart_of(thai, f"amounts_by_{key}", rows)
    share = (largest * 100 / sum(sums.values())).quantize(Decimal("0.01"))
    assert f"({thai.baht(largest)} บาท ร้อยละ {share})" in chart.sentence
    assert chart.sentence.endswith(f"รวมทั้งหมด {thai.baht(sum(sums.values()))} บาท")
    drawn = words_in(drawing.draw(chart, "th"))
    assert drawn[len(sums) :] == [thai.baht(value) for value in sums.values()]


def test_months_without_any_are_drawn_as_nothing_up_to_the_last_that_has_some(site: Site, thai: Voice) -> None:
    entry = site.disclosure("proc_monthly", 2566)
    assert entry
    assert [bool(month.group) for month in entry.data.months[:4]] == [False, True, True, False]  # type: ignore[attr-defined]
    chart = chart_of(thai, "amounts_by_every_month", entry.data)
    assert rows_in(drawing.draw(chart, "th")) == [
        ("ต.ค. 2565", "0"),
        ("พ.ย. 2565", "480,000"),
        ("ธ.ค. 2565", "12,500"),
    ]
    assert "น้อยที่สุดคือ ตุลาคม 2565 (0 บาท)" in chart.sentence


def test_of_very_many_groups_the_largest_are_drawn_and_the_sentence_says_so(site: Site, thai: Voice) -> None:
    rows = jobs(site)
    group = rows.groups["method"][0]
    many = tuple(replace(group, sums=(Decimal(n), *group.sums[1:])) for n in range(1, 31))
    chart = chart_of(thai, "amounts_by_method", replace(rows, groups={**rows.groups, "method": many}))
    assert "แสดง 20 แถวที่มากที่สุดจาก 30 แถว" in chart.sentence
    assert words_in(drawing.draw(chart, "th"))[20:] == [str(n) for n in range(11, 31)]


def budget_plan(*quarters_of: tuple[int, int, int, int]) -> BudgetPlan:
    lines_ = [
        {"title": "งบ", "quarters": {f"q{n}": str(value) for n, value in enumerate(four, start=1)}}
        for four in quarters_of
    ]
    return BudgetPlan.model_validate(
        {"family": "budget_plan", "assessed_year": "2568", "data_year": "2568", "lines": lines_}
    )


def test_quarters_of_a_budget_that_share_the_most_are_both_named(thai: Voice) -> None:
    chart = chart_of(thai, "amounts_by_quarter", budget_plan((100, 200, 100, 50), (50, 100, 200, 50)))
    assert chart.sentence == (
        "มากที่สุดคือ ไตรมาส 2 และ ไตรมาส 3 (เท่ากันที่ 300 บาท ร้อยละ 35.29) น้อยที่สุดคือ ไตรมาส 4 (100 บาท) รวมทั้งหมด 850 บาท"
    )


def test_what_several_share_is_said_of_each_in_english_too(english: Voice) -> None:
    chart = chart_of(english, "amounts_by_quarter", budget_plan((1, 3, 3, 1)))
    assert chart.sentence == (
        "Most: Quarter 2 and Quarter 3 (3 baht each, 37.50%); least: Quarter 1 and Quarter 4 (1 baht each); 8 baht in all."
    )


def project(title: str, planned: str | None, spent: str | None) -> Project:
    money = {"planned": planned, "budget": spent}
    return Project.model_validate({"title": title, **{k: v for k, v in money.items() if v is not None}})


def test_projects_tell_what_was_spent_of_what_was_planned(thai: Voice) -> None:
    projects = [project("ก", "1,000", "500"), project("ข", "3,000", "3,000"), project("ค", None, None)]
    chart = chart_of(thai, "spending_of_projects", projects)
    assert chart.sentence == (
        "ใช้ไป 3,500 บาท จาก 4,000 บาท (ร้อยละ 87.50) ใช้ไปในสัดส่วนมากที่สุดคือ ข (ร้อยละ 100.00) น้อยที่สุดคือ ก (ร้อยละ 50.00)"
    )
    assert rows_in(drawing.draw(chart, "th")) == [("ก", "50.00%"), ("ข", "100.00%")]
    assert list(chart.key) == ["main", "whole"]


def test_projects_without_planned_money_tell_what_was_spent(thai: Voice) -> None:
    projects = [project("ก", "1,000", "500"), project("ข", None, "3,000")]
    chart = chart_of(thai, "spending_of_projects", projects)
    assert chart.sentence == "ใช้ไปรวม 3,500 บาท มากที่สุดคือ ข (3,000 บาท) น้อยที่สุดคือ ก (500 บาท)"
    assert not chart.key


def complaints(*rows: tuple[str | None, str | None, int, int]) -> ComplaintStats:
    told = [{"period": p, "kind": k, "finished": str(f), "pending": str(w)} for p, k, f, w in rows]
    data = [{key: value for key, value in one.items() if value is not None} for one in told]
    return ComplaintStats.model_validate(
        {"family": "complaint_stats", "assessed_year": "2568", "data_year": "2568", "complaints": data}
    )


def test_complaints_tell_how_many_came_in_and_how_many_are_finished(thai: Voice) -> None:
    stats = complaints(("ตุลาคม 2567", "ก", 2, 1), ("มกราคม 2568", "ข", 1, 0), ("มกราคม 2568", "ก", 0, 1))
    chart = chart_of(thai, "complaints_by_period", stats)
    assert chart.sentence == ("รับไว้ 5 เรื่อง แล้วเสร็จ 3 เรื่อง อยู่ระหว่างดำเนินการ 2 เรื่อง มากที่สุดคือ ตุลาคม 2567 (3 เรื่อง)")
    assert rows_in(drawing.draw(chart, "th")) == [("ต.ค. 2567", "2 / 3"), ("ม.ค. 2568", "1 / 2")]
    by_kind = chart_of(thai, "complaints_by_kind", stats)
    assert words_in(drawing.draw(by_kind, "th")) == ["ก", "ข", "2 / 4", "1 / 1"]


def timed(title: str, is_done: bool, *periods: str) -> measures.Timed:
    steps = [{"text": "ขั้น", "period": period} for period in periods]
    data = {"id": "m", "number": "1", "title": title, "steps": steps}
    return measures.Timed(Measure.model_validate(data), is_done)


def test_measures_tell_how_many_each_quarter_has_and_how_many_have_a_result(thai: Voice) -> None:
    listed = [
        timed("ก", True, "ไตรมาส 1", "ไตรมาส 3 - 4"),
        timed("ข", False, "15 ธ.ค. 2567 – 10 ม.ค. 2568"),
        timed("ค", False, "ไตรมาส 1 ปีงบประมาณ 2560"),
        timed("ง", False),
    ]
    chart = chart_of(thai, "measures_by_quarter", 2568, listed)
    assert chart.sentence == (
        "มาตรการ 2 เรื่อง อยู่ในไตรมาส 1: 2 เรื่อง, ไตรมาส 2: 1 เรื่อง, ไตรมาส 3: 1 เรื่อง, ไตรมาส 4: 1 เรื่อง "
        "มีรายงานผลแล้ว 1 เรื่อง อีก 2 เรื่องไม่ได้ระบุเวลาในปีนี้"
    )
    svg = drawing.draw(chart, "th")
    assert svg.count("oit-mark--fill-main") == 2  # the first measure rests in its second quarter
    assert svg.count("oit-mark--stroke-whole") == 1


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ("ไตรมาส 2 - 3", {2, 3}),
        ("ตลอดปีงบประมาณ", {1, 2, 3, 4}),
        ("30 ก.ย. 2567 – 1 ต.ค. 2567", {1}),
        ("ตุลาคม 2568", set()),
    ],
)
def test_a_period_takes_the_quarters_that_some_day_of_it_lies_in(period: str, found: set[int]) -> None:
    assert measures.quarters_of([Period.model_validate(period)], 2568) == found


def test_readiness_tells_the_score_to_expect_and_the_weakest_part(thai: Voice) -> None:
    parts = (Part("9.1", Decimal("50.00"), Decimal("75.00")), Part("9.2", Decimal("100.00"), Decimal("100.00")))
    one = Readiness(Decimal("75.00"), Decimal("87.50"), True, (), parts, (), {})
    chart = chart_of(thai, "readiness_by_sub_indicator", one, thai.site.catalogues[2569])
    assert chart.sentence == "คาดว่า OIT ได้ 75.00–87.50 คะแนน ต่ำสุดคือ 9.1 ข้อมูลพื้นฐาน (50.00)"
    assert words_in(drawing.draw(chart, "th")) == ["9.1 ข้อมูลพื้นฐาน", "9.2 การบริหารงาน", "50.00–75.00", "100.00"]
    assert list(chart.key) == ["main", "whole"]
    certain = replace(one, sub_indicators=(parts[1], Part("9.1", Decimal("0.00"), Decimal("0.00"))))
    assert not chart_of(thai, "readiness_by_sub_indicator", certain, thai.site.catalogues[2569]).key


def test_digits_are_those_of_the_agency(site: Site) -> None:
    agency = replace(site.agency_entry, data=site.agency.model_copy(update={"digits": "thai"}))
    chart = chart_of(
        Voice(replace(site, agency_entry=agency), "th"), "scores_by_year", [result(2566, "80"), result(2567, "90")]
    )
    assert not re.search("[0-9]", chart.sentence + chart.about + "".join(words_in(drawing.draw(chart, "th"))))
    assert "ปี ๒๕๖๗ ได้ ๙๐ คะแนน" in chart.sentence


def test_what_has_fewer_than_two_points_or_only_nothing_is_not_drawn(thai: Voice) -> None:
    def made(name: str, *facts: object) -> Chart | None:
        return charts.chart_of(thai, name, "a", "b", *facts)

    assert made("scores_by_year", [result(2566, "80"), result(2567, None)]) is None
    assert made("scores_by_indicator", result(2567, "90", mean="93", i1="90")) is None
    assert made("scores_newest", []) is None
    assert made("spending_of_projects", [project("ก", "1", "1"), PlannedProject.model_validate({"title": "ข"})]) is None
    assert made("spending_of_projects", [project("ก", "0", "0"), project("ข", "0", "0")]) is None
    assert made("complaints_by_kind", complaints(("ตุลาคม 2567", "ก", 1, 1))) is None
    assert made("complaints_by_period", complaints(("ตุลาคม 2567", None, 0, 0), ("มกราคม 2568", None, 0, 0))) is None
    assert made("measures_by_quarter", 2568, [timed("ก", True, "ไตรมาส 1"), timed("ข", True)]) is None
    assert made("amounts_by_quarter", budget_plan()) is None


def test_names_that_share_a_figure_are_two_or_the_first_and_how_many_more(thai: Voice, english: Voice) -> None:
    assert named(thai, ["ก", "ข"]) == "ก และ ข"
    assert named(thai, ["ก", "ข", "ค", "ง"]) == "ก และอีก 3"
    assert named(english, ["A", "ข<b>"]) == 'A and <span lang="th">ข&lt;b&gt;</span>'
    assert extremes([("a", Decimal(1)), ("b", Decimal(1))]) is None


# --- names ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("การใช้งบประมาณ", "การใช้งบประมาณ"),
        ("ที่นี่" * 6, "ที่นี่" * 6),  # 18 letters with 24 marks
        ("โครงการพัฒนา ระบบสารสนเทศ เพื่อการให้บริการประชาชนอย่างทั่วถึง", "โครงการพัฒนา ระบบสารสนเทศ…"),
        ("ก" * 35 + "ำ" + "ก" * 9, "ก" * 34 + "…"),
        ("ก" * 34 + "เก" + "ก" * 9, "ก" * 34 + "…"),
        ("ก" * 34 + "กี่" + "กี่" * 9, "ก" * 34 + "กี่…"),
        ("Procurement of cleaning services for the whole of the building", "Procurement of cleaning services…"),
    ],
)
def test_a_long_name_ends_after_a_word_or_between_letters_that_may_part(name: str, shown: str) -> None:
    assert fitting(name) == shown
    assert length(shown) <= LETTERS


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_names_of_the_data_are_text_and_nothing_else(language: str, thai: Voice) -> None:
    chart = chart_of(thai, "spending_of_projects", [project(HOSTILE, "2", "1"), project("ข", "1", "1")])
    chart = replace(chart, title=HOSTILE, about=HOSTILE)
    svg = drawing.draw(chart, language)
    root = ElementTree.fromstring(svg)
    assert {element.tag for element in root.iter()} == {"svg", "title", "desc", "path", "text"}
    assert words_in(svg)[0] == fitting(HOSTILE)
    assert root.findtext("title") == root.findtext("desc") == HOSTILE
    assert "<script" not in chart.sentence
    assert "&lt;script&gt;" in chart.sentence


def test_thai_words_on_an_english_page_say_that_they_are_thai(thai: Voice) -> None:
    chart = chart_of(thai, "spending_of_projects", [project("ก", "2", "1"), project("B", "1", "1")])
    texts = list(ElementTree.fromstring(drawing.draw(chart, "en")).iter("text"))
    assert [text.get("lang") for text in texts] == ["th", None, None, None]


def test_rows_stand_in_the_order_of_the_data_also_where_some_have_no_bar() -> None:
    values = [(0, 0), (1, 4), (0, 2), (0, 0), (3, 3)]
    one = bars.draw([bars.Bar(f"ก{n}", f"{n}", Decimal(v), Decimal(w)) for n, (v, w) in enumerate(values)])
    assert one
    svg = drawing.draw(Chart("x", "T", Markup("S"), "A", one, "t"), "th")
    assert rows_in(svg) == [(f"ก{n}", f"{n}") for n in range(5)]
    assert svg.count("oit-mark--stroke-whole") == 3
    assert svg.count("oit-mark--fill-main") == 2


# --- drawings -------------------------------------------------------------------------------------------------


def drawings() -> dict[str, Drawing]:
    rows = [bars.Bar("ก" * 20, "1", Decimal(1)), bars.Bar("ข", "-2", Decimal(-2), mark="below")]
    short = [bars.Bar("ต.ค. 67", "1", Decimal(1), Decimal(3)), bars.Bar("พ.ย. 67", "9" * 40, Decimal("9" * 40))]
    points = [lines.Point(year, str(year), str(year % 7), Decimal(year % 7)) for year in range(2550, 2570)]
    times = [quarters.Row("ก", frozenset({1, 2, 4}), True), quarters.Row("ข", frozenset({3}), False)]
    found = {
        "bars": bars.draw(rows, target=Decimal(1)),
        "short bars": bars.draw(short),
        "lines": lines.draw(points, {"target": {2550: Decimal(3), 2569: Decimal(3)}, "mean": {2560: Decimal(5)}}),
        "quarters": quarters.draw(times, ["1", "2", "3", "4"]),
    }
    return {name: one for name, one in found.items() if one}


@pytest.mark.parametrize("name", ["bars", "short bars", "lines", "quarters"])
def test_a_drawing_has_a_name_and_a_description_and_nothing_that_a_page_must_not_have(name: str, thai: Voice) -> None:
    chart = Chart("x", "ชื่อ", thai.say("ประโยค"), "คำอธิบาย", drawings()[name], "t")
    root = ElementTree.fromstring(drawing.draw(chart, "th"))
    assert root.get("role") == "img"
    by_id = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    assert by_id == {"x-title": "ชื่อ", "x-about": "คำอธิบาย"}
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == ("x-title", "x-about")
    allowed = {"class", "d", "transform", "x2", "y2", "lang", "text-anchor", "font-size", "font-weight"}
    allowed |= {"fill", "stroke", "stroke-width", "stroke-dasharray"}
    parts = [element for element in root.iter() if element is not root and element.tag not in ("title", "desc")]
    assert {element.tag for element in parts} <= {"g", "path", "line", "text"}
    assert {key for element in parts for key in element.attrib} <= allowed
    assert not any(re.search(r"NaN|Infinity|undefined|null", value) for e in parts for value in e.attrib.values())


def test_drawings_are_the_same_bytes_in_every_process() -> None:
    program = (
        "import hashlib\n"
        "from generator.pages.charts import drawing\n"
        "from generator.pages.charts.chart import Chart\n"
        "from tests.test_charts import drawings\n"
        "for name, one in drawings().items():\n"
        "    svg = drawing.draw(Chart('x', 'T', 'S', 'A', one, 't'), 'th')\n"
        "    print(name, hashlib.sha256(svg.encode()).hexdigest())\n"
    )

    def run(seed: str, zone: str) -> str:
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LANG": "C"}
        return subprocess.run(
            [sys.executable, "-c", program], capture_output=True, cwd=ROOT, check=True, env=env
        ).stdout.decode()

    first = run("1", "UTC")
    assert first.count("\n") == 4
    assert first == run("2", "Asia/Bangkok")


def test_one_drawing_serves_both_languages_and_keeps_no_word_of_either(thai: Voice, english: Voice) -> None:
    years = [result(2566, "81.5"), result(2567, "91.5")]
    drawing._drawn.cache_clear()
    first = drawing.draw(chart_of(thai, "scores_by_year", years), "th")
    drawing.draw(chart_of(english, "scores_by_year", years), "en")
    assert drawing._drawn.cache_info().misses == 1
    assert drawing.draw(chart_of(thai, "scores_by_year", years), "th") == first


def test_a_colour_without_a_name_is_refused() -> None:
    with pytest.raises(ValueError, match="red"):
        drawing._painted({"fill": "red"})


def test_every_mark_has_a_colour_in_light_in_dark_in_print_and_in_high_contrast() -> None:
    used = {f"{key}-{name}" for key, name in re.findall(r"oit-mark--(fill|stroke)-([\w-]+)", _drawn_classes())}
    assert {f"{key}-{name}" for key, name in re.findall(r"\.oit-mark--(fill|stroke)-([\w-]+)", CSS)} >= used
    colours = set(re.findall(r"var\((--oit-chart-\w+)\)", CSS))
    blocks = (':root, [data-md-color-scheme="default"]', '[data-md-color-scheme="slate"]')
    scopes = [CSS.split(f"{block} {{")[1].split("}")[0] for block in blocks]
    scopes += [CSS.split(f"@media {media} {{")[1].split("}")[0] for media in ("print", "(forced-colors: active)")]
    for scope in scopes:
        assert set(re.findall(r"(--oit-chart-\w+):", scope)) == colours


def _drawn_classes() -> str:
    return "".join(drawing.draw(Chart("x", "T", one.texts[0], "A", one, "t"), "th") for one in drawings().values())  # type: ignore[arg-type]


def test_every_chart_is_placed_by_some_template_and_listed_once() -> None:
    placed = "\n".join(path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.jinja"))
    names = set(re.findall(r'charts\.chart\("(\w+)",', placed))
    names |= {f"amounts_by_{key}" for key in ("month", "method") if 'charts.chart("amounts_by_" ~ key,' in placed}
    assert names == set(charts.CHARTS)


# --- on the pages of the sample and of the examples -----------------------------------------------------------


def figures(site: Path) -> Iterator[tuple[str, LexborHTMLParser, LexborNode]]:
    for path in sorted(site.rglob("index.html")):
        text = path.read_text("utf-8")
        if 'class="oit-chart"' in text:
            page = LexborHTMLParser(text)
            for figure in page.css("figure.oit-chart"):
                yield path.relative_to(site).as_posix(), page, figure


def test_every_chart_of_the_sample_has_its_sentence_its_table_and_its_figures_in_it(sample: Path) -> None:
    wrong, kinds, in_examples = [], set(), set()
    for path, page, figure in figures(sample):
        id = figure.attributes["id"] or ""
        kinds.add(re.sub(r"-?\d{4}$", "", id))
        in_examples |= {path.split("/")[1]} if path.startswith("examples/") else set()
        link = figure.css_first(".oit-chart__table a")
        target = ((link.attributes["href"] if link else None) or "")[1:]
        table = page.css_first(f"#{target} table") if target else None
        sentence, svg = figure.css_first(".oit-chart__sentence"), figure.css_first("svg")
        if not (table and table.css_first("caption") and sentence and svg and sentence.text().strip()):
            wrong.append((path, id, "parts"))
            continue
        if len(page.css(f'[id="{id}"]')) != 1 or len(page.css(f'[id="{id}-title"]')) != 1:
            wrong.append((path, id, "ids"))
        told = " ".join(table.text(separator=" ").split())
        drawn = [text.text() for text in svg.css("text[font-weight=bold]")]
        for one in drawn if "quarters-" not in id or "budget" in id else []:
            for part in re.split(r" / |–", one.removeprefix("▼ ")):
                if part not in told and part.removesuffix("%") not in told and part != "0":
                    wrong.append((path, id, part))
        html = figure.html or ""
        if re.search(r"style|<script|\son\w+=|href=\"(?!#)", html):
            wrong.append((path, id, "forbidden"))
        if len(gzip.compress(html.encode())) > 3000:
            wrong.append((path, id, "size"))
    assert wrong == []
    assert in_examples == {"erc", "nhrc", "opdc", "rdpb"}
    assert kinds >= {"by-year", "by-indicator", "quarters", "spending"}
    assert kinds >= {"proc_annual-month-chart", "proc_monthly-month-chart", "annual_report-chart"}


def test_names_of_a_chart_are_whole_or_the_beginning_of_one_in_its_table(sample: Path) -> None:
    seen, wrong = 0, []
    for path, page, figure in figures(sample):
        id = figure.attributes["id"] or ""
        if "month" in id or "period" in id or id in ("by-year", "by-indicator"):
            continue  # months and indicators are called shorter than in their tables
        table = page.css_first(f"#{(figure.css_first('.oit-chart__table a').attributes['href'] or '')[1:]}")  # type: ignore[union-attr]
        told = "".join((table.text() if table else "").split())
        for text in figure.css("svg text:not([font-weight])"):
            seen += 1
            name = re.sub(r"^\S+[.)] ", "", text.text().removesuffix("…"))
            if "".join(name.split()) not in told:
                wrong.append((path, id, name))
    assert wrong == []
    assert seen > 100


OUTSIDE = """() => [...document.querySelectorAll('.oit-chart__drawing')].flatMap((svg) => {
  const around = svg.getBoundingClientRect(), found = [];
  const texts = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
  texts.forEach(([name, box], number) => {
    if (box.left < around.left - 3 || box.right > around.right + 3 || box.bottom > around.bottom + 4)
      found.push([svg.parentElement.id, name]);
    for (const [other, its] of texts.slice(number + 1)) {
      const across = Math.min(box.right, its.right) - Math.max(box.left, its.left);
      const down = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
      if (across > 1 && down > 7) found.push([svg.parentElement.id, name, other]);
    }
  });
  return found;
})"""
"""Letters that leave their drawing or lie over others; boxes of text have room for the tallest vowels and tone marks."""


def test_no_word_of_any_chart_leaves_its_drawing_or_lies_over_another_on_the_smallest_phone(sample: Path) -> None:
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    assert executable, "install Debian's Chromium: apt-get install chromium"
    pages = list(dict.fromkeys(path for path, _, _ in figures(sample)))
    wrong: list[object] = []
    sizes: set[float] = set()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 320, "height": 900})
        for path in pages:
            page.goto((sample / path).as_uri())
            page.evaluate("document.fonts.ready")
            wrong += [[path, *one] for one in page.evaluate(OUTSIDE)]
            shown = page.locator(".oit-chart__drawing").first
            sizes.add(round(shown.evaluate("svg => 15 * svg.clientWidth / svg.viewBox.baseVal.width"), 1))
        browser.close()
    assert wrong == []
    assert min(sizes) >= 12
