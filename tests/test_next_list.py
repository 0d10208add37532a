"""The next list, end to end: a year is opened from a carried one, the official one is pasted, and no address moves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from generator.officers import start
from generator.road import Outcome
from tests.folders import load, write

Builder = Callable[..., tuple[Outcome, Path]]
Run = Callable[..., tuple[int, str, str]]

LAST = max(start.catalogues("central-government"))
YEAR = LAST + 1
HOME = "data/profiles/central-government"


def pasted() -> str:
    """The carried list with its first two items as one, its last before them, and a new one: every number moves."""
    first, second, *rest, last = (item.title.th for item in start.catalogues("central-government")[LAST].items)
    titles = [last, f"{first} และ{second}", *rest, "การใช้ปัญญาประดิษฐ์ในราชการ"]
    return "".join(f"O{number} {title}\n" for number, title in enumerate(titles, 1))


def addresses_of(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("index.html")}


def test_an_official_list_replaces_the_carried_one_and_every_address_stays(
    tmp_path: Path, run: Run, build: Builder
) -> None:
    data = write(
        tmp_path / "data",
        {
            "agency.yaml": f"name: ก\nshort_name: ก\nyears: [{LAST}]\nsite_url: https://oit.example.go.th/\n",
            f"{LAST}/executives.yaml": f"family: executives\nassessed_year: {LAST}\ndata_year: {LAST}\nsummary: ผู้บริหาร\n",
        },
    )
    assert run("new-year", str(YEAR), "--from", str(LAST))[0] == 0
    carried = tmp_path / HOME / f"{YEAR}.yaml"
    assert {item.confidence for item in load(data).catalogues[YEAR].items} == {"carried"}
    agency = data / "agency.yaml"
    agency.write_text(agency.read_text("utf-8").replace(f"- {LAST}\n", f"- {LAST}\n- {YEAR}\n"), "utf-8")
    before, site = build(data)
    assert before.is_built
    published = addresses_of(site)
    assert f"{YEAR}/o1/index.html" in published

    # As the head of the carried list says.
    text = carried.read_text("utf-8")
    assert "oit catalogue new" in text
    carried.rename(carried.with_name(f"{YEAR}-เดิม.yaml")).write_text(f"{text}replaced: 5 มกราคม {YEAR}\n", "utf-8")
    write(tmp_path, {"list.txt": pasted()})
    code, said, _ = run("catalogue", "new", "list.txt", "--year", str(YEAR))
    assert (code, "ไม่มีเรื่องใดใกล้เคียง" in said) == (0, True)
    assert run("catalogue", "check", f"{HOME}/{YEAR}.yaml")[0] == 1, "the officer decides what the last item asks for"
    made = carried.read_text("utf-8")
    carried.write_text(made[: made.rindex("- code:")], "utf-8")
    assert run("catalogue", "check", f"{HOME}/{YEAR}.yaml")[0] == 0

    now = load(data)
    second = now.catalogues[YEAR].items[1]
    assert second.code == "O2"
    assert {"structure", "executives"} <= {*second.families}
    _, site = build(data)
    assert published <= addresses_of(site)
    moved = LexborHTMLParser((site / str(YEAR) / "o1" / "index.html").read_bytes())
    link = moved.css_first("article .oit-note #structure a")
    assert link is not None
    assert link.attributes["href"] == f"../../{YEAR}/o2/#structure"
