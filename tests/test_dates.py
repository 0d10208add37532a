"""Days, periods and charts in every form of the five documents; fiscal years by a definition of their own."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from babel.dates import get_month_names
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.writing.dates import (
    BE_OFFSET,
    DateFault,
    Span,
    Width,
    fiscal_year,
    parse_date,
    parse_period,
    parse_year,
    quarter,
    quarter_days,
    write_date,
    write_days,
)
from generator.writing.quarter_charts import parse_chart

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def days(start: str, end: str) -> Span:
    return Span(start=day(start), end=day(end))


WRITTEN = [
    *("9 ธันวาคม 2565", "9 ธ.ค. 2565", "9 ธ.ค. 65", "๙ ธ.ค. ๖๕", "๙ ธันวาคม ๒๕๖๕", "9ธันวาคม2565", "9ธ.ค.65"),
    *("วันที่ 9 ธันวาคม พ.ศ. 2565", "วันที่ ๙ เดือนธันวาคม พ.ศ. ๒๕๖๕", "เมื่อวันที่ 9 ธันวาคม 2565", "ณ วันที่ 9 ธ.ค. 65"),
    *("9 ธันวาคม พ.ศ.2565", "9 ธันวาคม พ. ศ. 2565", "9 ธันวาคม พศ 2565", " 9  ธันวาคม\t2565 ", "9 ธันวาคม\n2565"),
    *("9/12/2565", "09/12/2565", "9.12.2565", "9/12/65", "๙/๑๒/๒๕๖๕", "2565-12-09", "2565-12-9", "๒๕๖๕-๑๒-๐๙"),
    *("9 December 2022", "9 Dec 2022", "9 Dec. 2022", "9 DECEMBER 2022", "9 december 2022", "9 December 2022 A.D."),
    *("9 ธันวาคม ค.ศ. 2022", "9/12/2022 ค.ศ.", "ค.ศ. 2022-12-09", "9 December 2565 B.E.", "9 December B.E. 2565"),
]


@pytest.mark.parametrize("text", WRITTEN, ids=repr)
def test_a_day_is_read_in_every_form(text: str) -> None:
    assert parse_date(text) == day("2022-12-09")
    assert parse_period(text) == days("2022-12-09", "2022-12-09")


PERIODS = {
    "9 ธันวาคม 2565": days("2022-12-09", "2022-12-09"),
    "1 ต.ค. 66 – 30 ก.ย. 67": days("2023-10-01", "2024-09-30"),
    "1 ต.ค. 66 - 30 ก.ย. 67": days("2023-10-01", "2024-09-30"),
    "1 ต.ค. 66-30 ก.ย. 67": days("2023-10-01", "2024-09-30"),
    "1ต.ค.66—30ก.ย.67": days("2023-10-01", "2024-09-30"),
    "๑ ตุลาคม ๒๕๖๗ ถึง ๓๑ มีนาคม ๒๕๖๘": days("2024-10-01", "2025-03-31"),
    "1 ตุลาคม 2567 ถึงวันที่ 31 มีนาคม 2568": days("2024-10-01", "2025-03-31"),
    "2566-10-01 - 2567-09-30": days("2023-10-01", "2024-09-30"),
    "9 - 10 มกราคม 2566": days("2023-01-09", "2023-01-10"),
    "9-10 มกราคม 2566": days("2023-01-09", "2023-01-10"),
    "๙ – ๑๐ ม.ค. ๖๖": days("2023-01-09", "2023-01-10"),
    "ระหว่างวันที่ 9 - 10 มกราคม พ.ศ. 2566": days("2023-01-09", "2023-01-10"),
    "9 - 10 มกราคม ค.ศ. 2023": days("2023-01-09", "2023-01-10"),
    "9 - 10 January B.E. 2566": days("2023-01-09", "2023-01-10"),
    "28 มกราคม - 2 กุมภาพันธ์ ค.ศ. 2023": days("2023-01-28", "2023-02-02"),
    "28 มกราคม - 2 กุมภาพันธ์ 2566": days("2023-01-28", "2023-02-02"),
    "9 January 2023 to 10 January 2023": days("2023-01-09", "2023-01-10"),
    "มกราคม 2566": days("2023-01-01", "2023-01-31"),
    "ตุลาคม 2566 – มีนาคม 2567": days("2023-10-01", "2024-03-31"),
    "ต.ค. – ธ.ค. 66": days("2023-10-01", "2023-12-31"),
    "เดือนกุมภาพันธ์ 2567": days("2024-02-01", "2024-02-29"),
    "ธ.ค. 65": days("2022-12-01", "2022-12-31"),
    "December 2022": days("2022-12-01", "2022-12-31"),
    "ไตรมาส 3 - 4": Span(first=3, last=4),
    "ไตรมาส ๓ – ๔": Span(first=3, last=4),
    "ไตรมาสที่ 1": Span(first=1, last=1),
    "ไตรมาสที่ 1 และ 2": Span(first=1, last=2),
    "ไตรมาสที่ 1 ถึง ไตรมาสที่ 4": Span(first=1, last=4),
    "ไตรมาส 2 ปีงบประมาณ พ.ศ. 2567": Span(first=2, last=2, year=2567),
    "ไตรมาส 2 ของปี 2567": Span(first=2, last=2, year=2567),
    "Q1-Q2": Span(first=1, last=2),
    "quarters 3 to 4": Span(first=3, last=4),
    "รอบ 6 เดือน": Span(first=1, last=2, said="half"),
    "รอบ ๖ เดือนแรก": Span(first=1, last=2, said="half"),
    "รอบ 6 เดือนหลัง ปีงบประมาณ 2567": Span(first=3, last=4, year=2567, said="half"),
    "12 เดือน": Span(first=1, last=4, said="year"),
    "รอบ 12 เดือน": Span(first=1, last=4, said="year"),
    "ตลอดปีงบประมาณ": Span(first=1, last=4, said="year"),
    "ตลอดปีงบประมาณ 2566": Span(first=1, last=4, year=2566, said="year"),
    "ปีงบประมาณ พ.ศ. ๒๕๖๖": Span(first=1, last=4, year=2566, said="year"),
    "ทั้งปี": Span(first=1, last=4, said="year"),
    "รอบที่ 1/2568 (1 ต.ค. 67 – 31 มี.ค. 68)": days("2024-10-01", "2025-03-31"),
}
MARCH, SEPTEMBER = days("2025-03-01", "2025-03-31"), days("2025-09-01", "2025-09-30")
ROUNDS = Span(start=MARCH.start, end=SEPTEMBER.end, parts=(MARCH, SEPTEMBER))
PERIODS |= dict.fromkeys(
    (
        "รอบที่ 1 มี.ค. 68 รอบที่ 2 ก.ย. 68",
        "รอบที่ ๑ : มีนาคม ๒๕๖๘ และรอบที่ ๒ : กันยายน ๒๕๖๘",
        "ครั้งที่ 1 (มี.ค. 68), ครั้งที่ 2 (ก.ย. 68)",
        "มี.ค. 68 และ ก.ย. 68",
        "มี.ค. 68, ก.ย. 68",
    ),
    ROUNDS,
)


@pytest.mark.parametrize(("text", "span"), PERIODS.items(), ids=PERIODS)
def test_a_period_is_read_in_every_form(text: str, span: Span) -> None:
    assert parse_period(text) == span


@pytest.mark.parametrize(
    ("cells", "span"),
    [
        (("←", "", "→", ""), Span(first=1, last=3)),
        (("", "←", "→", ""), Span(first=2, last=3)),
        (("", "", "", "→"), Span(first=4, last=4)),
        (("✓", "✓", "✓", "✓"), Span(first=1, last=4)),
        (("", "←", "", "ธ.ค. →"), Span(first=2, last=4)),
        (("", "←→", "", ""), Span(first=2, last=2)),
        (("", "ต.ค. ←———→", "", ""), Span()),
        (("", "", "", ""), Span()),
        (("", " ", "\t", ""), Span()),
    ],
)
def test_a_chart_says_from_where_to_where_its_arrow_reaches_or_nothing(cells: tuple[str, ...], span: Span) -> None:
    assert parse_chart(cells) == span
    assert parse_chart(cells).undetermined == (span == Span())


FAULTS = {
    "9 ธันวาคม 2022": "ce-year",
    "2022-12-09": "ce-year",
    "9/12/2022": "ce-year",
    "9 ธ.ค. พ.ศ. 2022": "ce-year",
    "9 December 2565": "be-year",
    "9 ธันวาคม ค.ศ. 2565": "be-year",
    "31 กุมภาพันธ์ 2566": "impossible-date",
    "29 กุมภาพันธ์ 2566": "impossible-date",
    "29/2/2500": "impossible-date",
    "31/4/2567": "impossible-date",
    "0 มกราคม 2567": "impossible-date",
    "2567-13-01": "impossible-date",
    "9 ธันวาคม 9999": "impossible-date",
    "9 ธันวาคม 565": "impossible-date",
    "9 December 65": "impossible-date",
    "9 ธันวาคม 0065": "not-a-date",
    "0065-12-09": "not-a-date",
    "9 ธันวา 2565": "not-a-date",
    "ธันวาคม 2565": "not-a-date",
    "9 ธันวาคม": "not-a-date",
    "12:30": "not-a-date",
    "๙": "not-a-date",
    "": "not-a-date",
    "2565": "not-a-date",
    "20221209": "not-a-date",
    "2565-12-09T00:00:00": "not-a-date",
}


@pytest.mark.parametrize(("text", "code"), FAULTS.items(), ids=FAULTS)
def test_a_day_that_cannot_be_meant_says_why(text: str, code: str) -> None:
    with pytest.raises(DateFault) as caught:
        parse_date(text)
    assert caught.value.code == code
    assert "value" in caught.value.detail


PERIOD_FAULTS = {
    "30 ก.ย. 67 – 1 ต.ค. 66": "period-reversed",
    "ไตรมาส 4 - 3": "period-reversed",
    "10 - 9 มกราคม 2566": "period-reversed",
    "1 ต.ค. - 30 ก.ย. 67": "period-reversed",
    "ไตรมาส 5": "not-a-period",
    "ไตรมาส 0 - 1": "not-a-period",
    "7 เดือน": "not-a-period",
    "ไตรมาส 1 และ 3": "not-a-period",
    "รอบที่ 1": "not-a-period",
    "รอบที่ 1 มี.ค. 68 รอบที่ 2": "not-a-period",
    "รอบที่ 1 ก.ย. 68 รอบที่ 2 มี.ค. 68": "not-a-period",
    "มี.ค. 68 และปลายปี": "not-a-period",
    "ปีงบประมาณ 0066": "not-a-period",
    "เร็ว ๆ นี้": "not-a-period",
    "1 ต.ค. 66 – สิ้นปี": "not-a-period",
    "1 ต.ค. 66 – 2 ต.ค. 66 – 3 ต.ค. 66": "not-a-period",
    "ก่อนสิ้นปีงบประมาณ 2567": "not-a-period",
    "–": "not-a-period",
    "": "not-a-period",
    "ไตรมาส 2 ปี 2024": "ce-year",
    "1 ต.ค. 2023 – 30 ก.ย. 2024": "ce-year",
    "1 October 2566": "be-year",
    "31 - 32 มกราคม 2567": "impossible-date",
    "มกราคม 9999": "impossible-date",
}


@pytest.mark.parametrize(("text", "code"), PERIOD_FAULTS.items(), ids=PERIOD_FAULTS)
def test_a_period_that_cannot_be_meant_says_why(text: str, code: str) -> None:
    with pytest.raises(DateFault) as caught:
        parse_period(text)
    assert caught.value.code == code


@pytest.mark.parametrize("text", ["2567", "๒๕๖๗", " 2567 ", "พ.ศ. 2567", "พ.ศ.๒๕๖๗", "ค.ศ. 2024", "B.E. 2567"])
def test_a_year_has_four_digits_of_either_script(text: str) -> None:
    assert parse_year(text) == 2567


@pytest.mark.parametrize(
    ("text", "code", "meant"),
    [
        ("2024", "ce-year", 2567),
        ("๒๐๒๔", "ce-year", 2567),
        ("ค.ศ. 2567", "be-year", 2024),
        ("9999", "impossible-date", None),
    ]
    + [(text, "not-a-year", None) for text in ("67", "567", "0067", "25670", "2567-2568", "ปี 2567", "", "๒๕๖๗.0")],
)
def test_a_year_of_the_other_era_names_the_year_that_was_meant(text: str, code: str, meant: int | None) -> None:
    with pytest.raises(DateFault) as caught:
        parse_year(text)
    assert (caught.value.code, caught.value.detail.get("meant")) == (code, meant)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(
    DAYS, st.sampled_from(["arabic", "thai"]), st.sampled_from(["wide", "abbreviated"]), st.sampled_from(["th", "en"])
)
def test_every_day_that_is_written_is_read_again(date: datetime.date, digits: str, width: Width, language: str) -> None:
    text = write_date(date, language, digits, width=width)
    assert parse_date(text) == date
    assert get_month_names(width, locale=language)[date.month] in text


@settings(derandomize=True, deadline=None, max_examples=300)
@given(DAYS, st.integers(0, 800), st.sampled_from(["arabic", "thai"]), st.sampled_from(["th", "en"]))
def test_every_range_of_days_that_is_written_is_read_again(
    start: datetime.date, length: int, digits: str, language: str
) -> None:
    end = start + datetime.timedelta(days=length)
    assert parse_period(write_days(start, end, language, digits)) == Span(start=start, end=end)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(DAYS)
def test_the_fiscal_year_begins_in_october_and_has_four_quarters(date: datetime.date) -> None:
    year = next(
        y for y in range(2400, 2700) if (y - 1 - BE_OFFSET, 10) <= (date.year, date.month) <= (y - BE_OFFSET, 9)
    )
    quarters = {10: 1, 11: 1, 12: 1, 1: 2, 2: 2, 3: 2, 4: 3, 5: 3, 6: 3, 7: 4, 8: 4, 9: 4}
    assert fiscal_year(date) == year
    assert quarter(date) == quarters[date.month]
    first, last = quarter_days(year, quarter(date), quarter(date))
    assert first <= date <= last
    assert (quarter(first), quarter(last)) == (quarter(date), quarter(date))
    assert quarter(last + datetime.timedelta(days=1)) == quarter(date) % 4 + 1


def test_quarters_are_placed_in_their_own_year_or_in_that_of_the_data() -> None:
    assert Span(first=1, last=4).days(2567) == (day("2023-10-01"), day("2024-09-30"))
    assert Span(first=3, last=4, year=2566).days(2567) == (day("2023-04-01"), day("2023-09-30"))
    assert days("2023-01-09", "2023-01-10").days(2567) == (day("2023-01-09"), day("2023-01-10"))
    assert Span().days(2567) is None


@settings(derandomize=True, deadline=None, max_examples=500)
@given(st.one_of(st.text(), st.text("0123456789๐๑๒ -–/.ถึงปีไตรมาสพ.ศ.ม.คabcเดือน", max_size=30)))
def test_any_text_is_a_day_a_period_a_year_or_refused_with_a_known_code(text: str) -> None:
    codes = {"not-a-date", "not-a-period", "not-a-year", "ce-year", "be-year", "impossible-date", "period-reversed"}
    assert {code_of(parse, text) for parse in (parse_date, parse_period, parse_year)} <= {*codes, "fine"}


def code_of(parse: Callable[[str], object], text: str) -> str:
    try:
        parse(text)
    except DateFault as fault:
        return fault.code
    return "fine"
