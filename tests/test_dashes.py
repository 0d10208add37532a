"""A dash alone says that nothing is written: it is no content, wherever a text may stand."""

from __future__ import annotations

from typing import Any

import pytest

from generator.families import FAMILIES
from generator.input.shape import validate
from generator.input.source import parse
from generator.models.disclosure import Shown
from generator.officers.fixes import fixed

DASHES = ("-", '"-"', "–", "'—'", "“-”")
FRAME = "assessed_year: 2567\ndata_year: 2567\n"


def read(family: str, text: str) -> Any:
    file = parse(f"family: {family}\n{FRAME}{text}".encode(), "a.yaml")
    data, faults = validate(file, FAMILIES[family].model)
    assert faults == []
    return file, data


@pytest.mark.parametrize("dash", DASHES)
def test_an_optional_text_is_left_out(dash: str) -> None:
    _, data = read("contact", f"title: {dash}\nhours: {dash}\naddress: {dash}\nowner: {dash}\nmap: {dash}\n")
    assert (data.title, data.hours, data.address, data.owner, data.map) == (None,) * 5
    assert data.shows()["address"].state is Shown.MISSING


@pytest.mark.parametrize("dash", DASHES)
@pytest.mark.parametrize("entry", ["{0}", "{{title: {0}, text: {0}}}", "{{title: {0}, date: {0}, files: [{0}]}}"])
def test_an_entry_of_dashes_is_no_entry(dash: str, entry: str) -> None:
    _, data = read("news", f"news:\n- {entry.format(dash)}\n" if dash != "-" else "news: ['-']\n")
    assert data.news == ()
    assert data.shows()["mission_news"].state is Shown.MISSING


def test_a_list_of_one_dash_is_that_dash() -> None:
    for written in ('"-"', '["-"]', '["-", "–"]'):
        _, data = read("hr_report", f"problems: {written}\n")
        assert str(data.problems.none.reason) == "ไม่มี"


def test_english_that_is_a_dash_is_none() -> None:
    _, data = read("contact", 'address: {th: กรุงเทพฯ, en: "-"}\n')
    assert (data.address.th, data.address.en) == ("กรุงเทพฯ", None)


def test_a_dash_within_a_text_stays() -> None:
    _, data = read("contact", "address: 1 - 2 ถนนหนึ่ง\nhours: จ.-ศ.\n")
    assert (str(data.address), str(data.hours)) == ("1 - 2 ถนนหนึ่ง", "จ.-ศ.")


def test_cells_of_a_chart_are_printed() -> None:
    _, data = read("contact", 'title: "-"\n')
    _, plan = read("ac_plan", 'title: "-"\nprojects:\n- title: ก\n  period: {chart: ["-", "→", "-", "-"]}\n')
    assert data.title is None
    assert plan.projects[0].period.chart == ("-", "→", "-", "-")


def test_what_stands_behind_an_entry_that_is_left_out_keeps_its_place() -> None:
    file, data = read("news", 'news:\n- "-"\n- title: หนึ่ง\n- {title: "-"}\n- title: สอง\n')
    assert [str(one.title) for one in data.news] == ["หนึ่ง", "สอง"]
    assert [file.place(("news", number, "title"))[0] for number in (0, 1)] == [6, 8]


def test_the_file_keeps_what_was_typed_until_it_is_fixed() -> None:
    text = f'family: news\n{FRAME}title: "-"\nnews:\n- "-"\n- title: หนึ่ง\n'.encode()
    made, told = fixed(text, "a.yaml", FAMILIES["news"].model)
    assert {one.what for one in told} == {"none"}
    assert made == f"family: news\n{FRAME}news:\n- title: หนึ่ง\n".encode()
