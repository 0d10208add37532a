"""``oit new``: what it opens loads at once, tells what to do, and is never written over."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

import jsonschema
import pytest
import yaml

from generator import cli, languages
from generator.checks import check
from generator.families import FAMILIES
from generator.models.catalogue import BUILT_IN, known_components
from generator.officers import start, to_fill
from generator.site.disclosure_files import disclosure_path
from generator.site.loader import Loader
from generator.tables.totals import Tabled
from generator.writing.dates import parse_date
from tests.folders import load, write
from tests.test_schema import EditorLoader

PROFILE = "central-government"
YEARS = sorted(int(path.stem) for path in (BUILT_IN / PROFILE).glob("*.yaml"))
NEWEST = YEARS[-1]
LISTS = {(profile, year): one for profile in start.profiles() for year, one in start.catalogues(profile).items()}
LAST = {family: place for place, one in LISTS.items() for item in one.items for family in item.families}
"""Family → a profile and year whose list asks for it."""

Run = Callable[..., tuple[int, str, str]]


@lru_cache
def new(
    year: int = NEWEST,
    *,
    name: str = "สำนักงาน ก",
    short_name: str = "สก.",
    url: str = "",
    folder: str = "data",
    profile: str = PROFILE,
) -> Mapping[str, str]:
    return start.new(name=name, short_name=short_name, profile=profile, year=year, url=url, folder=folder)


def named(family: str, year: int = NEWEST) -> str:
    """The blank of a family in the lists of the first profile."""
    return disclosure_path(start.catalogues(PROFILE)[year], family, year)


@pytest.mark.parametrize(("profile", "year"), LISTS)
def test_a_new_folder_loads_and_is_only_said_to_be_empty(profile: str, year: int, tmp_path: Path) -> None:
    site = load(write(tmp_path, new(year, url="https://oit.example.go.th/", profile=profile)))
    asked = {family for item in site.catalogues[year].items for family in item.families}
    assert {(entry.data.family, entry.data.assessed_year) for entry in site.disclosures} == {(f, year) for f in asked}
    assert site.years == (year,)
    found = list(check(site))
    assert {(d.code, str(d.severity)) for d in found} == {("empty-disclosure", "warning")}
    assert len(found) == len(asked)
    result, *listed = to_fill.to_fill(site)
    assert (result.year, result.item, result.files) == (year - 1, None, (f"{tmp_path.as_posix()}/ita/{year - 1}.yaml",))
    assert [one.item for one in listed] == list(site.catalogues[year].items)
    codes = {family: one.code for one in reversed(site.catalogues[year].items) for family in one.families}
    files = {f"{tmp_path.as_posix()}/{year}/{code}-{family}.yaml" for family, code in codes.items()}
    assert {file for one in listed for file in one.files} == files


def test_every_file_names_a_schema_beside_it_that_accepts_it(tmp_path: Path) -> None:
    write(tmp_path, new())
    for path in tmp_path.rglob("*.yaml"):
        text = path.read_text("utf-8")
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert named, path
        schema = json.loads((path.parent / named[1]).read_text("utf-8"))
        jsonschema.Draft202012Validator(schema).validate(yaml.load(text, EditorLoader))


@pytest.mark.parametrize("family", FAMILIES.values(), ids=lambda family: family.id)
def test_a_blank_is_filled_in_by_taking_the_marks_of_comments_away(family: object, tmp_path: Path) -> None:
    assert isinstance(family, type(FAMILIES["laws"]))
    profile, year = LAST[family.id]
    opened = new(year, url="https://oit.example.go.th/", profile=profile)
    name = disclosure_path(start.catalogues(profile)[year], family.id, year)
    text = opened[name]
    example = yaml.load(family.example.read_text("utf-8"), yaml.BaseLoader)
    own = set(example) - {"family", "assessed_year", "data_year"}
    told = (
        {"ita_year"} if re.search(r"^## .*ita_year: \d+$", text, re.MULTILINE) else set()
    )  # of a result that nobody has
    own -= told
    assert own <= set(re.findall(r"^# ([a-z0-9_]+):", text, re.MULTILINE))
    result = f"ita/{year - 1}.yaml"
    made = {path: opened[path] for path in opened if "/" not in path or path.startswith(name.removesuffix("yaml"))}
    made[result] = re.sub(r"^# (?!yaml-language-server)", "", opened[result], flags=re.MULTILINE)
    made[name] = re.sub(r"^# (?!yaml-language-server)", "", text, flags=re.MULTILINE)
    site, faults = Loader().load(write(tmp_path, made))
    assert site
    is_empty_table = issubclass(family.model, Tabled)  # the table has a header and waits for rows
    assert [f.place + " " + f.message("en") for f in faults if not is_empty_table] == []
    entry = site.disclosure(family.id, year)
    if entry and own:
        assert entry.data.owner
        assert entry.data.due == parse_date(f"30 เมษายน {year}")
        assert {name for name in own if name in type(entry.data).model_fields and getattr(entry.data, name)} == own
        codes = {d.code for d in check(site) if d.file == entry.file.name and str(d.severity) == "error"}
        # What an example may point to beside its own file: results, documents and files of the sample agency.
        assert codes <= {f"unknown-{what}" for what in ("source", "measure")} | {"evidence-missing"}


@pytest.mark.parametrize("year", YEARS)
def test_the_blanks_of_the_result_and_of_the_measures_fit_each_other(year: int, tmp_path: Path) -> None:
    made = dict(new(year, url="https://oit.example.go.th/"))
    for name in (f"ita/{year - 1}.yaml", named("measures", year), named("measures_report", year)):
        if name in made:
            made[name] = re.sub(r"^# (?!yaml-language-server)", "", made[name], flags=re.MULTILINE)
    site = load(write(tmp_path, made))
    assert site.ita[year - 1].data.questions
    assert {d.code for d in check(site)} <= {"empty-disclosure", "example-left"}


def test_a_result_that_is_not_filled_in_is_no_result_and_is_told_once(tmp_path: Path) -> None:
    made = dict(new(NEWEST, url="https://oit.example.go.th/"))
    name = named("measures")
    made[name] = re.sub(r"^# (?!yaml-language-server)", "", made[name], flags=re.MULTILINE)
    site = load(write(tmp_path, made))
    assert site.ita == {}
    assert [d.code for d in check(site) if str(d.severity) == "error"] == ["unknown-ita-year"]


def test_the_settings_of_the_checks_are_filled_in_by_taking_the_marks_away(tmp_path: Path) -> None:
    made = dict(new(NEWEST, url="https://oit.example.go.th/"))
    made["checks.yaml"] = re.sub(r"^# (?=-|  )", "", made["checks.yaml"], flags=re.MULTILINE)
    site = load(write(tmp_path, made))
    assert [one.code for one in site.settings.settings] == ["missing-english"]
    assert len(site.settings.decisions) == 1
    assert "unknown-check" not in {d.code for d in check(site)}


def test_what_a_blank_says_of_absent_components_is_accepted(tmp_path: Path) -> None:
    made = dict(new(NEWEST, url="https://oit.example.go.th/"))
    name = named("nogift_decl")
    lines = re.findall(r"^##   (absent:|- component: .*|  none: .*)$", made[name], re.MULTILINE)
    assert len(lines) == 3
    made[name] += "summary: ประกาศ\n" + "".join(f"{line}\n" for line in lines)
    site = load(write(tmp_path, made))
    entry = site.disclosure("nogift_decl", NEWEST)
    assert entry
    assert entry.data.absent[0].none.as_of == parse_date(f"30 เมษายน {NEWEST}")
    assert "unknown-component" not in {d.code for d in check(site)}


def test_a_blank_says_what_the_item_must_show_and_how_sure_that_is() -> None:
    text = new()[named("nogift_decl")]
    words = languages.words("th")["confidence"]
    assert re.search(r"^## O\d+ .*No Gift Policy", text, re.MULTILINE)
    assert languages.families("th")["nogift_decl"]["about"] in text
    for component in known_components()["nogift_decl"]:
        if component.is_asked_in(NEWEST):
            assert f"##   - {component.title.th} [{component.id}] ({words[component.mark(NEWEST)]}" in text


def test_years_of_an_example_move_with_the_assessed_year() -> None:
    later, now = new(NEWEST), new(NEWEST - 1)
    changed = 0
    for name in set(later) & {path.replace(str(NEWEST - 1), str(NEWEST)) for path in now}:
        before = now[name.replace(str(NEWEST), str(NEWEST - 1))]
        changed += later[name] != before
    assert changed > 5
    assert not any(str(NEWEST + 5) in text for text in later.values())


@pytest.mark.parametrize(
    "name", ['สำนักงาน "ก": ข', "# ก", "ก, ข [ค]", "- ก", "null", "yes", "ก\\ข", "'ก'", "{ก}", "007"]
)
def test_any_name_is_written_so_that_it_is_read_again(name: str, tmp_path: Path) -> None:
    site = load(write(tmp_path, new(name=name, short_name=name)))
    assert str(site.agency.name) == str(site.agency.short_name) == name


def test_the_command_writes_it_and_a_build_says_what_to_fill_in(tmp_path: Path, run: Run) -> None:
    code, said, complaints = run("new", "data", "--name", "สำนักงาน ก", "--short-name", "สก.", "--year", str(NEWEST))
    assert (code, complaints) == (0, "")
    assert "data/อ่านก่อน.txt" in said
    assert "oit build --data data" in (tmp_path / "data" / "อ่านก่อน.txt").read_text("utf-8")
    assert (tmp_path / "data" / "files" / str(NEWEST) / "อ่านก่อน.txt").is_file()
    assert not (tmp_path / "data" / "sources.yaml").exists()
    code, said, complaints = run("build")
    assert (code, complaints) == (0, "")
    assert f"{NEWEST} O1 " in said
    assert f"data/{NEWEST}/O1-structure.yaml" in said
    assert "empty-disclosure" not in said
    assert "[missing-site-url]" not in said, "a build tells only errors in full"
    words = languages.words("th")["cli"]
    assert words["see_all"].format(folder="data") in said
    assert languages.words("th")["diagnostics"]["summary"].format(error=0, warning=1, advice=0) in said
    code, checked, complaints = run("check", "--date", "1/10/2568")
    assert (code, complaints) == (0, "")
    assert "[missing-site-url]" in checked
    assert "empty-disclosure" not in checked
    assert f"data/{NEWEST}/O1-structure.yaml" in checked
    assert f"{NEWEST - 1} {languages.words('th')['new']['result']}: data/ita/{NEWEST - 1}.yaml" in checked
    assert "deadlines" in (tmp_path / "data" / "อ่านก่อน.txt").read_text("utf-8")
    code, narrowed, _ = run("check", "--date", "1/10/2568", "--item", "O2")
    assert "O1-structure.yaml" not in narrowed
    assert (tmp_path / "site" / str(NEWEST) / "o1" / "index.html").is_file()
    assert {path.name for path in tmp_path.iterdir()} == {"data", "site", "build"}
    assert {path.name for path in (tmp_path / "build").iterdir()} == {"publications"}, "what oit rollback brings back"


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_what_cannot_be_is_wrong_use_and_writes_nothing(language: str, tmp_path: Path, run: Run) -> None:
    write(tmp_path, {"full/old.txt": "เดิม", "file": "เดิม"})
    words = languages.words(language)["new"]
    named = ("--name", "ก", "--lang", language)
    for arguments, key in (
        (("new", "data", "--lang", language), "name_needed"),
        (("new", "data", "--name", " ", "--lang", language), "name_needed"),
        (("new", "full", *named), "not_empty"),
        (("new", "file", *named), "not_empty"),
        (("new", "data", *named, "--profile", "moon"), "no_profile"),
        (("new", "data", *named, "--year", "2500"), "no_year"),
        (("new", "data", *named, "--url", "oit.example.go.th"), "bad_url"),
    ):
        code, said, complaints = run(*arguments)
        assert (code, said) == (2, ""), arguments
        assert words[key].split("{")[0] in complaints
    assert {path.name for path in tmp_path.iterdir()} == {"full", "file"}


def test_on_a_terminal_it_asks_and_enter_takes_what_is_usual(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    answers = iter(["", "กรมตัวอย่าง", "", "", "", "https://oit.example.go.th/"])
    asked: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: (asked.append(question), next(answers))[1])
    assert cli.main(["new", "data"]) == 0
    words = languages.words("th")["new"]["ask"]
    assert asked[0] == asked[1] == f"{words['name']}: "
    assert PROFILE in asked[3]
    assert str(NEWEST) in asked[4]
    agency = load(tmp_path / "data").agency
    assert (str(agency.name), str(agency.short_name)) == ("กรมตัวอย่าง", "กรมตัวอย่าง")
    assert agency.site_url == "https://oit.example.go.th/"
    assert "อ่านก่อน.txt" in capsys.readouterr().out


def test_an_answer_that_cannot_be_is_asked_for_again_and_the_others_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    typed = ["กรมตัวอย่าง", "กตย.", "กรมตัวอย่าง", "1", "ปีนี้", "2500", str(NEWEST), "oit.example.go.th", ""]
    answers = iter(typed)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: next(answers))
    assert cli.main(["new", "data"]) == 0
    assert next(answers, None) is None
    agency = load(tmp_path / "data").agency
    assert (str(agency.name), str(agency.short_name)) == ("กรมตัวอย่าง", "กตย.")
    words = languages.words("th")["new"]
    complaints = capsys.readouterr().err.splitlines()
    assert complaints == [
        words["no_profile"].format(profile="กรมตัวอย่าง", known=", ".join(start.profiles())),
        *(words["no_year"].format(year=year, known=", ".join(map(str, YEARS))) for year in ("ปีนี้", "2500")),
        words["bad_url"].format(url="oit.example.go.th"),
    ]


@pytest.mark.parametrize("profile", ["../central-government", "a" * 5000, "", "\0"])
def test_a_profile_that_does_not_come_with_the_program_leads_nowhere(profile: str) -> None:
    assert start.catalogues(profile) == start.calendars(profile) == {}


@pytest.mark.parametrize(("profile", "year"), LISTS)
def test_an_example_names_its_unit_once_in_a_list(profile: str, year: int) -> None:
    lists = re.findall(r"\[([^\[\]]*)\]", "\n".join(text for text in new(year, profile=profile).values()))
    units = [one.split(", ") for one in lists if start.UNIT["abbreviation"] in one.split(", ")]
    assert units
    assert [one for one in units if len(one) != len(set(one))] == []


def test_two_families_of_one_item_with_the_same_columns_have_one_table() -> None:
    made = start.new(name="กรมตัวอย่าง", short_name="กตอ.", profile="central-government", year=2568, folder="data")
    assert "2568/O12-proc_items.csv" in made
    assert "2568/O12-proc_progress.csv" not in made
    assert "# table: O12-proc_items.csv" in made["2568/O12-proc_progress.yaml"]
    assert "2568/O13-proc_annual.csv" in made
