"""``oit calendar``: a file that any calendar program reads, the same bytes every time."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.models.calendar import Calendar
from generator.officers.calendar_file import as_icalendar
from tests.folders import load, write

Run = Callable[..., tuple[int, str, str]]

DATA = {
    "agency.yaml": "name: ก\nshort_name: กรม ก, ข; ค\nprofile: own\ndeadlines:\n- {year: 2567, date: 20 เม.ย. 2567}\n",
    "profiles/own/2567.yaml": "profile: own\nyear: 2567\nsource: ก\nitems:\n"
    "- {code: O1, sub_indicator: 9.1, title: ก, families: [laws, pdpa]}\n",
    "profiles/own/calendar/2567.yaml": """profile: own
year: 2567
steps:
- {kind: register, start: 1 มกราคม 2567, end: 29 กุมภาพันธ์ 2567, known_to: month, source: หนังสือเวียนที่ ๑; ข้อ ๒}
- kind: answer
  end: 30 เมษายน 2567
  confidence: confirmed
  source: "ประกาศ \\\\ เรื่องปฏิทินการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
  note: เลื่อนจากเดิม
""",
    "2567/laws.yaml": "family: laws\nassessed_year: 2567\ndata_year: 2567\ndue: 1 เมษายน 2567\n",
    "2567/pdpa.yaml": "family: pdpa\nassessed_year: 2567\ndata_year: 2567\ndue: 1 เมษายน 2567\n",
}


def parse(raw: bytes) -> list[dict[str, str]]:
    """The events of a file as RFC 5545 has it: unfolded, property by property, texts unescaped."""
    lines = raw.decode("utf-8").split("\r\n")
    assert lines.pop() == ""
    assert all(len(line.encode("utf-8")) <= 75 and "\n" not in line for line in lines)
    whole = re.sub("\r\n ", "", "\r\n".join(lines)).split("\r\n")
    assert whole[0] == "BEGIN:VCALENDAR"
    assert whole[-1] == "END:VCALENDAR"
    assert "VERSION:2.0" in whole
    events: list[dict[str, str]] = []
    for line in whole:
        name, _, value = line.partition(":")
        assert re.fullmatch(r"[A-Z-]+(?:;VALUE=DATE)?", name), line
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and line not in ("END:VEVENT", "END:VCALENDAR"):
            text = re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), value)
            assert events[-1].setdefault(name.partition(";")[0], text) == text
    return events


def test_the_file_holds_steps_and_own_days_in_whole_days(tmp_path: Path) -> None:
    raw = as_icalendar(load(write(tmp_path, DATA)), 2567, "th")
    found = parse(raw)
    days = [(one["DTSTART"], one["DTEND"], one["SUMMARY"]) for one in found]
    assert days == [
        ("20240101", "20240301", "ITA 2567: ลงทะเบียนหน่วยงาน (ทราบเพียงเดือน)"),
        ("20240401", "20240402", "OIT 2567: ครบกำหนด 2 เรื่อง"),
        ("20240420", "20240421", "OIT 2567: ทุกข้อต้องเสร็จ"),
        ("20240430", "20240501", "ITA 2567: ตอบแบบวัด OIT"),
    ]
    assert "หนังสือเวียนที่ ๑; ข้อ ๒" in found[0]["DESCRIPTION"]
    assert "ประกาศ \\ เรื่องปฏิทิน" in found[3]["DESCRIPTION"]
    assert found[3]["DESCRIPTION"].endswith("\nเลื่อนจากเดิม")
    assert len({one["UID"] for one in found}) == 4
    assert {one["DTSTAMP"] for one in found} >= {"20240101T000000Z"}
    assert raw == as_icalendar(load(tmp_path), 2567, "th")


def test_the_command_writes_the_file_in_either_language(tmp_path: Path, run: Run) -> None:
    write(tmp_path / "data", DATA)
    code, out, _ = run("calendar", "--year", "๒๕๖๗", "--out", "a.ics")
    assert (code, "4 รายการ" in out) == (0, True)
    assert run("calendar", "--lang", "en")[0] == 0
    english = (tmp_path / "oit.ics").read_bytes()
    assert [one["SUMMARY"] for one in parse(english)][-1] == "ITA 2567: Answers to OIT"
    assert b"X-WR-CALNAME" in (tmp_path / "a.ics").read_bytes()


def test_where_no_day_is_known_there_is_no_file(tmp_path: Path, run: Run) -> None:
    write(tmp_path / "data", DATA)
    code, out, _ = run("calendar", "--year", "2599")
    assert code == 1
    assert "data/profiles/own/calendar/2599.yaml" in out
    assert not (tmp_path / "oit.ics").exists()


def test_an_agencys_own_calendar_stands_in_the_place_of_the_programs(tmp_path: Path) -> None:
    files = {"agency.yaml": "name: ก\nshort_name: ก\n"}
    shipped = load(write(tmp_path, files)).calendars
    year = max(year for year, calendar in shipped.items() if calendar.answer)
    own = f"profile: central-government\nyear: {year}\nsteps:\n- {{kind: answer, end: 5/5/{year}, source: ก}}\n"
    now = load(write(tmp_path, {f"profiles/central-government/calendar/{year}.yaml": own})).calendars
    assert now.keys() == shipped.keys()
    assert now[year].answer != shipped[year].answer


@pytest.mark.parametrize("wrong", [{}, {"start": "2 ม.ค. 2567", "end": "1 ม.ค. 2567"}])
def test_a_step_has_days_in_order(wrong: dict[str, str]) -> None:
    step = {"kind": "answer", "source": "ก", **wrong}
    with pytest.raises(ValueError, match=r"step-without-day|period-reversed"):
        Calendar.model_validate({"profile": "p", "year": "2567", "steps": [step]})


def test_a_month_is_no_day_for_answers() -> None:
    step = {"kind": "answer", "start": "1 เม.ย. 2567", "end": "30 เม.ย. 2567", "known_to": "month", "source": "ก"}
    calendar = Calendar.model_validate({"profile": "p", "year": "2567", "steps": [step]})
    assert calendar.answer is None
    assert calendar.steps[0].last == datetime.date(2024, 4, 30)


def test_the_agencys_own_day_names_the_list_it_answers(tmp_path: Path) -> None:
    agency = "name: ก\nshort_name: ก\nprofile: health-ministry\ndeadlines:\n- {year: 2569, date: 20 เม.ย. 2569}\n"
    found = parse(as_icalendar(load(write(tmp_path, {"agency.yaml": agency})), 2569, "th"))
    assert [one["SUMMARY"] for one in found if "ทุกข้อ" in one["SUMMARY"]] == ["MOIT 2569: ทุกข้อต้องเสร็จ"]
