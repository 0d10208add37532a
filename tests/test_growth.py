"""What checks cost does not grow faster than the data: in years, in documents of a list, in rows of a table.

Steps of Python are counted, not seconds, so that a busy machine changes nothing: lines of the program that run while a
check runs. Of three sizes, each larger than the last by the same, the second growth of a cost that is linear is as large
as the first, whatever it costs to begin with; of one that is quadratic it is five thirds of it.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import pytest

from generator.checks import CHECKS
from generator.models import catalogue
from generator.site import texts
from generator.site.loader import Loader
from generator.site.site import Site
from generator.writing.terms import misspelt_in
from tests.conftest import ROOT

FIRST, LAST = 2541, 2569
GROWTH = 1.25
"""How many times the first growth the second may be: half way to what is quadratic."""
FEWEST = 2_000
"""Steps that are no growth."""


def a_check(find: Callable[[Site], Iterator[Any]]) -> ModuleType:
    module = ModuleType("a_check")
    module.CODE, module.find = "a-check", find  # type: ignore[attr-defined]
    return module


def test_no_check_grows_faster_than_the_years(tmp_path: Path) -> None:
    assert too_fast([of_years(tmp_path / str(count), count) for count in (2, 4, 6)], CHECKS) == {}


def test_no_check_grows_faster_than_a_list_of_documents(tmp_path: Path) -> None:
    assert too_fast([of_documents(tmp_path / str(count), count) for count in (60, 120, 180)], CHECKS) == {}


def test_no_check_grows_faster_than_the_rows_of_a_table(tmp_path: Path) -> None:
    assert too_fast([of_rows(tmp_path / str(count), count) for count in (120, 240, 360)], CHECKS) == {}


def test_a_check_that_compares_all_with_all_is_found(tmp_path: Path) -> None:
    sizes = [of_documents(tmp_path / str(count), count) for count in (30, 60, 90)]

    def all_with_all(site: Site) -> Iterator[Any]:
        found = [text for entry in texts.published(site) for _, text in texts.values(entry.file)]
        for one in found:
            for other in found:
                if one is None and other is None:
                    yield one

    def each_once(site: Site) -> Iterator[Any]:
        for entry in texts.published(site):
            for _, text in texts.values(entry.file):
                if not text:
                    yield text

    assert list(too_fast(sizes, (a_check(all_with_all),))) == ["a-check"]
    assert too_fast(sizes, (a_check(each_once),)) == {}


@pytest.mark.parametrize(("title", "text"), [("การ", "1"), ("ก", "ก"), ("การ", "12"), ("แผนการ", "การ")])
def test_a_misspelt_term_is_looked_for_in_one_pass_also_in_a_word_of_thousands_of_letters(
    title: str, text: str
) -> None:
    few, more, most = (
        lines_of(lambda: misspelt_in(f"{text * count}2", [title + text * count]))  # noqa: B023  # called at once
        for count in (1_000, 2_000, 3_000)
    )
    assert (most - more) / (more - few) < GROWTH


def too_fast(sizes: Sequence[Path], checks: tuple[ModuleType, ...]) -> dict[str, float]:
    """The checks whose second growth is more than the first, by how much, of three sizes with the same between them."""
    steps(sizes[0], checks)  # what is imported late, and read only once
    few, more, most = (steps(data, checks) for data in sizes)
    grown = {code: (most[code] - more[code]) / max(more[code] - few[code], FEWEST) for code in most}
    return {code: round(times, 2) for code, times in grown.items() if times > GROWTH}


def steps(data: Path, checks: tuple[ModuleType, ...]) -> Counter[str]:
    """Lines of Python that run in each check, by its code; what several share counts for the first of them."""
    forget()
    site, found = Loader().load(data, "data")
    assert site is not None, found[:3]
    counted: Counter[str] = Counter()
    for module in checks:
        counted[module.CODE] = lines_of(lambda module=module: list(module.find(site)))  # type: ignore[misc]
    return counted


def forget() -> None:
    """Empty every cache of the program, as if it had just been started."""
    for name, module in list(sys.modules.items()):
        if name.startswith("generator."):
            for one in vars(module).values():
                if callable(clear := getattr(one, "cache_clear", None)):
                    clear()


def lines_of(run: Callable[[], object]) -> int:
    """Lines of Python that run in a call, each time that it is reached."""
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(before)
    return count


# --- sites that grow ----------------------------------------------------------------------------------


def of_years(data: Path, count: int) -> Path:
    """The sample's last year as ``count`` years of which no catalogue comes with the program, each with its own dates."""
    one_year(data)
    newest = (catalogue.BUILT_IN / "central-government" / f"{LAST}.yaml").read_text("utf-8")
    result = (data / "ita" / f"{LAST - 1}.yaml").read_text("utf-8")
    disclosures = data.parent / "disclosures"
    shutil.move(data / str(LAST), disclosures)
    shutil.rmtree(data / "ita")
    profile = data / "profiles" / "central-government"
    profile.mkdir(parents=True)
    (data / "ita").mkdir()
    for year in range(FIRST, FIRST + count):
        (profile / f"{year}.yaml").write_text(newest.replace(f"year: {LAST}", f"year: {year}"), "utf-8")
        (data / "ita" / f"{year - 1}.yaml").write_text(moved(result, year - LAST), "utf-8")
        shutil.copytree(disclosures, data / str(year))
        for path in (data / str(year)).glob("*.yaml"):
            path.write_text(moved(path.read_text("utf-8"), year - LAST), "utf-8")
    shutil.rmtree(disclosures)
    return data


def moved(text: str, years: int) -> str:
    return re.sub(r"(?<![-/])25[4-7]\d", lambda found: str(int(found[0]) + years), text)


def of_documents(data: Path, count: int) -> Path:
    """A small agency with ``count`` documents in one list, all different."""
    write_agency(data)
    documents = "".join(
        f"- title: แผนปฏิบัติการของกองที่ {number} ปีงบประมาณ พ.ศ. 2568\n  link: https://www.example.go.th/a/plan-{number}.pdf\n"
        f"  date: {number % 28 + 1} มกราคม 2568\n"
        for number in range(1, count + 1)
    )
    (data / "2568/annual_plan.yaml").write_text(
        "family: annual_plan\nassessed_year: 2568\ndata_year: 2568\ntitle: แผนปฏิบัติราชการ ใช้ 5,000 บาท\n"
        f"published: 31 มกราคม 2568\nevidence:\n{documents}",
        "utf-8",
    )
    return data


def of_rows(data: Path, count: int) -> Path:
    """A small agency with a procurement table of ``count`` rows."""
    write_agency(data)
    header = (ROOT / "data/2568").glob("*.csv")
    lines = next(header).read_text("utf-8-sig").splitlines()
    rows = [lines[1 + number % (len(lines) - 1)] for number in range(count)]
    (data / "2568/proc_items.csv").write_text("\n".join([lines[0], *rows]), "utf-8-sig")
    (data / "2568/proc_items.yaml").write_text(
        "family: proc_items\nassessed_year: 2568\ndata_year: 2568\ntable: proc_items.csv\n", "utf-8"
    )
    return data


def one_year(data: Path) -> None:
    """The sample without the examples below it, and of its years only the last."""
    shutil.copytree(ROOT / "data", data)
    agency = data / "agency.yaml"
    agency.write_text(agency.read_text("utf-8").partition("subsites:")[0], "utf-8")
    for folder in data.glob("25*"):
        if folder.name != str(LAST):
            shutil.rmtree(folder)


def write_agency(data: Path) -> None:
    (data / "2568").mkdir(parents=True)
    (data / "agency.yaml").write_text("name: ตัวอย่าง\nshort_name: ตย.\nsite_url: https://www.agency.go.th/\n", "utf-8")
