"""``oit new`` and ``oit new-year``: what they open loads at once, tells what to do, and is never written over."""

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
from generator.models.catalogue import BUILT_IN
from generator.officers import new_year, start, to_fill
from generator.site.carried import without_mark
from generator.site.loader import Loader
from generator.site.moved import formers
from generator.site.site import Site
from generator.tables.totals import Tabled
from generator.writing.dates import parse_date
from tests.conftest import ROOT
from tests.test_project import _EditorLoader

PROFILE = "central-government"
YEARS = sorted(int(path.stem) for path in (BUILT_IN / PROFILE).glob("*.yaml"))
NEWEST = YEARS[-1]

Run = Callable[..., tuple[int, str, str]]


def write(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def load(folder: Path) -> Site:
    site, faults = Loader().load(folder)
    assert [fault.place + " " + fault.message("en") for fault in faults] == []
    assert site
    return site


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Runs a command in the test's folder, away from a terminal; gives exit code, output and complaints."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            code = cli.main(list(arguments))
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@lru_cache
def new(
    year: int = NEWEST, *, name: str = "สำนักงาน ก", short_name: str = "สก.", url: str = "", folder: str = "data"
) -> Mapping[str, str]:
    return start.new(name=name, short_name=short_name, profile=PROFILE, year=year, url=url, folder=folder)


# --- a new agency -----------------------------------------------------------------------------------


@pytest.mark.parametrize("year", YEARS)
def test_a_new_folder_loads_and_is_only_said_to_be_empty(year: int, tmp_path: Path) -> None:
    site = load(write(tmp_path, new(year, url="https://oit.example.go.th/")))
    asked = {family for item in site.catalogues[year].items for family in item.families}
    assert {(entry.data.family, entry.data.assessed_year) for entry in site.disclosures} == {(f, year) for f in asked}
    assert site.years == (year,)
    found = list(check(site))
    assert {(d.code, str(d.severity)) for d in found} == {("empty-disclosure", "warning")}
    assert len(found) == len(asked)
    result, *listed = to_fill.to_fill(site)
    assert (result.year, result.item, result.files) == (year - 1, None, (f"{tmp_path.as_posix()}/ita/{year - 1}.yaml",))
    assert [one.item for one in listed] == list(site.catalogues[year].items)
    assert {Path(file).stem for one in listed for file in one.files} == asked


def test_every_file_names_a_schema_beside_it_that_accepts_it(tmp_path: Path) -> None:
    write(tmp_path, new())
    for path in tmp_path.rglob("*.yaml"):
        text = path.read_text("utf-8")
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert named, path
        schema = json.loads((path.parent / named[1]).read_text("utf-8"))
        jsonschema.Draft202012Validator(schema).validate(yaml.load(text, _EditorLoader))


@pytest.mark.parametrize("family", FAMILIES.values(), ids=lambda family: family.id)
def test_a_blank_is_filled_in_by_taking_the_marks_of_comments_away(family: object, tmp_path: Path) -> None:
    assert isinstance(family, type(FAMILIES["laws"]))
    year = max(y for y in YEARS if start.catalogues(PROFILE)[y].item_of(family.id))
    opened = new(year, url="https://oit.example.go.th/")
    name = f"{year}/{family.id}.yaml"
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
    for name in (f"ita/{year - 1}.yaml", f"{year}/measures.yaml", f"{year}/measures_report.yaml"):
        if name in made:
            made[name] = re.sub(r"^# (?!yaml-language-server)", "", made[name], flags=re.MULTILINE)
    site = load(write(tmp_path, made))
    assert site.ita[year - 1].data.questions
    assert {d.code for d in check(site)} <= {"empty-disclosure", "example-left"}


def test_a_result_that_is_not_filled_in_is_no_result_and_is_told_once(tmp_path: Path) -> None:
    made = dict(new(NEWEST, url="https://oit.example.go.th/"))
    name = f"{NEWEST}/measures.yaml"
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
    name = f"{NEWEST}/nogift_decl.yaml"
    lines = re.findall(r"^##   (absent:|- component: .*|  none: .*)$", made[name], re.MULTILINE)
    assert len(lines) == 3
    made[name] += "summary: ประกาศ\n" + "".join(f"{line}\n" for line in lines)
    site = load(write(tmp_path, made))
    entry = site.disclosure("nogift_decl", NEWEST)
    assert entry
    assert entry.data.absent[0].none.as_of == parse_date(f"30 เมษายน {NEWEST}")
    assert "unknown-component" not in {d.code for d in check(site)}


def test_a_blank_says_what_the_item_must_show_and_how_sure_that_is() -> None:
    text = new()[f"{NEWEST}/nogift_decl.yaml"]
    words = languages.words("th")["confidence"]
    assert re.search(r"^## O\d+ .*No Gift Policy", text, re.MULTILINE)
    assert languages.families("th")["nogift_decl"]["about"] in text
    for component in start.known_components()["nogift_decl"]:
        if component.is_asked_in(NEWEST):
            assert f"##   - {component.title.th} [{component.id}] ({words[component.confidence]}" in text


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
    assert f"data/{NEWEST}/structure.yaml" in said
    assert "empty-disclosure" not in said
    assert "[missing-site-url]" not in said, "a build tells only errors in full"
    words = languages.words("th")["cli"]
    assert words["see_all"].format(folder="data") in said
    assert languages.words("th")["diagnostics"]["summary"].format(error=0, warning=1, advice=0) in said
    code, checked, complaints = run("check", "--date", "1/10/2568")
    assert (code, complaints) == (0, "")
    assert "[missing-site-url]" in checked
    assert "empty-disclosure" not in checked
    assert f"data/{NEWEST}/structure.yaml" in checked
    assert f"{NEWEST - 1} {languages.words('th')['new']['result']}: data/ita/{NEWEST - 1}.yaml" in checked
    assert "deadlines" in (tmp_path / "data" / "อ่านก่อน.txt").read_text("utf-8")
    code, narrowed, _ = run("check", "--date", "1/10/2568", "--item", "O2")
    assert "structure.yaml" not in narrowed
    assert (tmp_path / "site" / str(NEWEST) / "o1" / "index.html").is_file()
    assert {path.name for path in tmp_path.iterdir()} == {"data", "site"}


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


# --- a new year -------------------------------------------------------------------------------------

LAST = {
    "agency.yaml": "# yaml-language-server: $schema=../s/agency.json\nname: ก\nshort_name: ก\nyears: [2568] # ปีที่แสดง\n",
    "units.yaml": "units:\n- {id: legal, abbreviation: กกม.}\n- {id: hr, abbreviation: กบค.}\n",
    "2568/laws.yaml": """# yaml-language-server: $schema=../../s/disclosure.json
# ตรวจกับกลุ่มกฎหมายแล้ว
family: laws
assessed_year: 2568
data_year: ๒๕๖๘ # ปีของข้อมูล
published: 1 ก.พ. 2568 # ขึ้นเว็บแล้ว
due: 31 มี.ค. 2568
owner: กกม.
# เดิมเป็น pdf
summary: กฎหมายปี 2568
""",
    "2568/contact.yaml": """family: contact
assessed_year: 2568
data_year: 2568
summary: ติดต่อเรา
""",
    "2568/hr_plan.yaml": """family: hr_plan
assessed_year: 2568
data_year: 2568
owner: กบค.
summary: แผนปีก่อนที่ห้ามยกมา
""",
    "2568/ops_manual.yaml": "family: ops_manual\nassessed_year: 2568\ndata_year: 2568\nowner: กบค.\n",
}


def test_what_still_holds_is_carried_with_its_comments_and_without_its_dates(tmp_path: Path) -> None:
    site = load(write(tmp_path, {**LAST, "profiles/p/2569.yaml": _list(2569), "profiles/p/2568.yaml": _list(2568)}))
    plan = new_year.new_year(site, 2569, 2568, there=(), agency=LAST["agency.yaml"])
    assert (
        plan.files["2569/laws.yaml"]
        == """# yaml-language-server: $schema=../../s/disclosure.json
# ยกมาจากปี 2568 ตรวจว่ายังถูกต้องทุกบรรทัด แล้วลบบรรทัดนี้
# ตรวจกับกลุ่มกฎหมายแล้ว
family: laws
assessed_year: 2569
data_year: ๒๕๖๙ # ปีของข้อมูล
owner: กกม.
# เดิมเป็น pdf
summary: กฎหมายปี 2568
"""
    )
    assert plan.files["2569/contact.yaml"].startswith(
        "# ยกมาจากปี 2568 ตรวจว่ายังถูกต้องทุกบรรทัด แล้วลบบรรทัดนี้\nfamily: contact\n"
    )
    write(tmp_path, plan.files)
    again = new_year.carried(plan.files["2569/laws.yaml"], 2570, 2569, "2569/laws.yaml", "2570/laws.yaml")
    assert again.count("ยกมาจากปี") == 1
    assert "# ยกมาจากปี 2569 " in again


def test_explanations_of_last_years_blank_are_not_carried() -> None:
    text = (
        "## O9 ของปี 2568\n# ของเจ้าหน้าที่\nfamily: laws\n## คำอธิบาย\nassessed_year: 2568\nsummary: |\n  ## ข้อความ\n## ท้าย"
    )
    assert new_year.carried(text, 2569, 2568, "laws.yaml", "2569/laws.yaml") == (
        "# ยกมาจากปี 2568 ตรวจว่ายังถูกต้องทุกบรรทัด แล้วลบบรรทัดนี้\n"
        "# ของเจ้าหน้าที่\nfamily: laws\nassessed_year: 2569\nsummary: |\n  ## ข้อความ\n"
    )


def test_what_is_carried_is_told_until_its_mark_is_deleted(tmp_path: Path) -> None:
    site = load(write(tmp_path, {**LAST, "profiles/p/2569.yaml": _list(2569), "profiles/p/2568.yaml": _list(2568)}))
    plan = new_year.new_year(site, 2569, 2568, there=(), agency=LAST["agency.yaml"])
    assert "ita/2568.yaml" not in plan.files, "no measures are asked for"
    write(tmp_path, plan.files)
    told = {Path(d.file).stem for d in check(load(tmp_path)) if d.code == "carried-unverified"}
    assert told == {"laws", "contact"}
    path = tmp_path / "2569/contact.yaml"
    path.write_text(without_mark(path.read_text("utf-8")), "utf-8")
    assert {Path(d.file).stem for d in check(load(tmp_path)) if d.code == "carried-unverified"} == {"laws"}


def _list(year: int) -> str:
    families = ("laws", "contact", "hr_plan", "ops_manual") + (("news",) if year > 2568 else ("pdpa",))
    items = "".join(
        f"- {{code: O{n}, sub_indicator: 9.1, title: ก, families: [{f}]}}\n" for n, f in enumerate(families, 1)
    )
    return f"profile: central-government\nyear: {year}\nsource: ก\nitems:\n{items}"


def test_a_file_in_braces_or_elsewhere_is_carried_too() -> None:
    text = "{family: laws, published: 1 ก.พ. 2568, assessed_year: 2568, data_year: พ.ศ. 2567}\n"
    assert new_year.carried(text, 2569, 2568, "laws.yaml", "2569/laws.yaml") == (
        "# ยกมาจากปี 2568 ตรวจว่ายังถูกต้องทุกบรรทัด แล้วลบบรรทัดนี้\n{family: laws, assessed_year: 2569, data_year: พ.ศ. 2568}\n"
    )
    text = "# yaml-language-server: $schema=.schemas/disclosure.json\nfamily: laws\npublished:\n  1 ก.พ. 2568\nnote: |\n  ก\ndue: |\n  1 ก.พ. 2568\n"
    assert new_year.carried(text, 2569, 2568, "laws.yaml", "2569/laws.yaml") == (
        "# yaml-language-server: $schema=../.schemas/disclosure.json\n# ยกมาจากปี 2568 ตรวจว่ายังถูกต้องทุกบรรทัด แล้วลบบรรทัดนี้\n"
        "family: laws\nnote: |\n  ก\n"
    )


def test_what_must_be_new_is_a_blank_of_the_same_owner_and_never_last_years_words(tmp_path: Path) -> None:
    site = load(write(tmp_path, {**LAST, "profiles/p/2569.yaml": _list(2569), "profiles/p/2568.yaml": _list(2568)}))
    plan = new_year.new_year(site, 2569, 2568, there=(), agency=LAST["agency.yaml"])
    how = {one.family: one.how for _, opened in plan.items for one in opened}
    assert how == {
        "laws": new_year.How.CARRIED,
        "contact": new_year.How.CARRIED,
        "hr_plan": new_year.How.BLANK,
        "ops_manual": new_year.How.BLANK,  # it stays, but nobody had filled it in
        "news": new_year.How.BLANK,
    }
    blank = plan.files["2569/hr_plan.yaml"]
    assert "\nowner: กบค.\n" in blank
    assert "แผนปีก่อน" not in blank
    assert "\n# owner: กกม.\n" in plan.files["2569/news.yaml"]
    assert {line for line in blank.splitlines() if not line.startswith("#")} == {
        "family: hr_plan",
        "assessed_year: 2569",
        "data_year: 2569",
        "owner: กบค.",
    }
    write(tmp_path, {**plan.files, "agency.yaml": plan.agency or ""})
    fresh = load(tmp_path)
    assert [d.place for d in check(fresh) if str(d.severity) == "error"] == []
    assert [(one.year, one.item.code) for one in to_fill.to_fill(fresh)][:3] == [
        (2569, "O3"),
        (2569, "O4"),
        (2569, "O5"),
    ]


def test_a_year_without_a_list_gets_the_last_one_marked_as_carried(tmp_path: Path) -> None:
    site = load(write(tmp_path, LAST))
    year = NEWEST + 1
    plan = new_year.new_year(site, year, 2568, there=(), agency=LAST["agency.yaml"])
    assert plan.catalogue == f"profiles/{PROFILE}/{year}.yaml"
    assert plan.files[plan.catalogue].startswith("# yaml-language-server: $schema=../../../s/catalogue.json\n")
    assert "replaced:" in plan.files[plan.catalogue].split("profile:")[0]
    write(tmp_path, plan.files)
    made = load(tmp_path).catalogues
    assert {item.confidence for item in made[year].items} == {"carried"}
    assert [(i.code, i.title, i.families, i.components) for i in made[year].items] == [
        (i.code, i.title, i.families, i.components) for i in made[NEWEST].items
    ]
    assert made[year].sub_indicators[0].number == made[NEWEST].sub_indicators[0].number
    schema = json.loads((ROOT / "schemas" / "catalogue.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(yaml.load(plan.files[plan.catalogue], _EditorLoader))


def test_the_list_for_the_time_being_is_replaced_as_it_says_and_its_numbers_lead_on(tmp_path: Path) -> None:
    site = load(write(tmp_path, LAST))
    year = NEWEST + 1
    plan = new_year.new_year(site, year, 2568, there=(), agency=LAST["agency.yaml"])
    former = plan.files.pop(plan.catalogue)
    home = plan.catalogue.rpartition("/")[0]
    lists = {f"{home}/{year}-เดิม.yaml": f"{former}replaced: 5 ธันวาคม {year - 1}\n", f"{home}/{year}.yaml": _list(year)}
    site = load(write(tmp_path, {**plan.files, **lists}))
    assert len(site.catalogues[year].items) == 5
    moved = formers(site, year)
    contact = site.former[year][0].item_of("contact")
    assert contact
    assert next((m.family, m.item and m.item.code) for m in moved[contact.code][0].moves) == ("contact", "O2")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("years: [2567, 2568] # ก\n", "years: [2567, 2568, 2569] # ก\n"),
        ("years: [2568, 2567]\n", "years: [2569, 2568, 2567]\n"),
        ("years: [๒๕๖๘]\n", "years: [๒๕๖๘, ๒๕๖๙]\n"),
        ("years:\n- 2567\n- 2568 # ล่าสุด\nname: ก\n", "years:\n- 2567\n- 2568 # ล่าสุด\n- 2569\nname: ก\n"),
        ("years:\n  # ใหม่ก่อน\n  - 2568\n  - 2567", "years:\n  # ใหม่ก่อน\n  - 2569\n  - 2568\n  - 2567"),
        ("years:\r\n- 2568\r\nname: ก\r\n", "years:\r\n- 2568\r\n- 2569\r\nname: ก\r\n"),
        ("years:\n- 2568", "years:\n- 2568\n- 2569"),
        ("\ufeffyears: ['2568']\n", "\ufeffyears: ['2568', 2569]\n"),
        ("years: []\nname: ก\n", "years: []\nname: ก\n"),
        ("name: ก\n", "name: ก\n"),
    ],
)
def test_the_year_joins_the_list_of_years_and_nothing_else_changes(before: str, after: str) -> None:
    assert new_year.with_year(before, 2569) == after


def test_the_command_writes_over_nothing_and_says_what_it_did(tmp_path: Path, run: Run) -> None:
    lists = {f"profiles/p/{year}.yaml": _list(year) for year in (2568, 2569)}
    write(
        tmp_path / "data",
        {**LAST, **lists, "2569/news.yaml": "# ของเดิม\nfamily: news\nassessed_year: 2569\ndata_year: 2569\n"},
    )
    (tmp_path / "data" / "2569" / "ข่าวอื่น.yaml").write_text(
        "family: contact\nassessed_year: 2569\ndata_year: 2569\nowner: กบค.\nsummary: ใหม่แล้ว\n", "utf-8"
    )
    code, said, complaints = run("new-year", "2569", "--from", "2568")
    assert (code, complaints) == (0, "")
    assert "O3 " in said
    words = languages.words("th")["new"]["how"]
    assert f"{words['there']}: data/2569/news.yaml" in said
    assert f"{words['there']}: data/2569/ข่าวอื่น.yaml" in said
    assert f"{words['carried']}: data/2569/laws.yaml" in said
    assert f"{words['blank']}: data/2569/hr_plan.yaml" in said
    assert "ผู้รับผิดชอบ กบค." in said
    assert (tmp_path / "data/2569/news.yaml").read_text("utf-8").startswith("# ของเดิม\n")
    assert not (tmp_path / "data/2569/contact.yaml").exists()
    assert len(list((tmp_path / "data/profiles").rglob("*.yaml"))) == 2
    assert (tmp_path / "data/agency.yaml").read_text("utf-8") == LAST["agency.yaml"].replace("[2568]", "[2568, 2569]")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    code, said, complaints = run("new-year", "2569", "--from", "2568", "--lang", "en")
    assert (code, complaints) == (0, "")
    assert "0 carried, 0 blank" in said
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_folder_with_faults_or_a_year_that_is_not_there_opens_nothing(tmp_path: Path, run: Run) -> None:
    write(tmp_path / "data", LAST)
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    for arguments, expected in (
        (("2569", "--from", "2569"), 2),
        (("2569", "--from", "2500"), 2),
        (("69x", "--from", "2568"), 2),
        (("2569",), 2),
        (("2569", "--from", "2568", "--data", "nowhere"), 1),
    ):
        assert run("new-year", *arguments)[0] == expected, arguments
    (tmp_path / "data/2568/contact.yaml").write_text("family: contact\nassessed_year: [\n", "utf-8")
    code, said, _ = run("new-year", "2569", "--from", "2568")
    assert code == 1
    assert "data/2568/contact.yaml" in said
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == before
