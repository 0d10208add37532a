"""Forms of data files: saved unchanged they change no byte, and a change of one box changes that place and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from selectolax.lexbor import LexborHTMLParser

from generator.desk.forms.fault_places import placed
from generator.desk.forms.form import Form, form_of
from generator.desk.forms.known import Known, known_of
from generator.desk.forms.nodes import Group, Leaf, Listing, Node
from generator.desk.forms.posted import after_action
from generator.desk.forms.render import render
from generator.desk.forms.wording import help_of, label_of
from generator.families import FAMILIES
from generator.input import shape, source
from generator.models.agency import Agency, Sources, Units
from generator.models.approvals import Approvals
from generator.models.calendar import Calendar
from generator.models.catalogue import Catalogue, Components, known_components
from generator.models.ita import ItaResult
from generator.models.settings import CheckSettings
from generator.officers import guide
from generator.officers.fields import Shape, fields_of
from generator.site.file_models import model_of
from generator.site.loader import Loader
from tests.conftest import ROOT
from tests.posting import Pairs, pairs_of, with_value
from tests.test_value_readings import IN_THAI

FOLDERS = [
    ROOT / "data",
    *sorted(path.parent for below in ("examples", "tests/sites") for path in (ROOT / below).rglob("agency.yaml")),
]
HR = FAMILIES["hr_plan"].model


def form(text: str | bytes, model: type[BaseModel] = HR, posted: Pairs | None = None, **known: Any) -> Form:
    raw = text.encode() if isinstance(text, str) else text
    return form_of(raw, "2568/a.yaml", model, Known(**known), posted)


def typed(text: str, name: str, value: str, model: type[BaseModel] = HR) -> str:
    """The text of a file after one box was changed."""
    pairs = with_value(pairs_of(render(form(text, model))), name, value)
    return form(text, model, pairs).changed().decode()


def pressed(text: str, action: str, model: type[BaseModel] = HR, pairs: Pairs | None = None) -> Pairs:
    """What the form sends after a button was pressed that saves nothing."""
    sent = after_action([*(pairs or pairs_of(render(form(text, model)))), ("do", action)])
    return pairs_of(render(form(text, model, list(sent))))


def files(folder: Path) -> Iterator[tuple[Path, type[BaseModel]]]:
    for path in sorted(folder.rglob("*.yaml")):
        place = path.relative_to(folder).as_posix()
        model, _ = model_of(place, source.parse(path.read_bytes(), place))
        if model:
            yield path, model


# --- every file there is ----------------------------------------------------------------------------


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to(ROOT).as_posix())
def test_a_file_saved_unchanged_keeps_every_byte(folder: Path) -> None:
    site, _ = Loader().load(folder, folder.name)
    known = known_of(site, 2568) if site else Known()
    for path, model in files(folder):
        raw = path.read_bytes()
        opened = form_of(raw, path.name, model, known)
        assert opened.changed() == raw, path
        pairs = pairs_of(render(opened))
        assert form_of(raw, path.name, model, known, pairs).changed() == raw, path


@pytest.mark.parametrize("id", FAMILIES)
def test_an_example_saved_unchanged_keeps_every_byte_however_it_ends_its_lines(id: str) -> None:
    raw = FAMILIES[id].example.read_bytes()
    for written in (raw, raw.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + raw):
        pairs = pairs_of(render(form(written, FAMILIES[id].model)))
        assert form(written, FAMILIES[id].model, pairs).changed() == written


# --- every field of every model ---------------------------------------------------------------------


def boxes(node: Node) -> Iterator[Leaf]:
    """Every box of what the file has, not of what could be chosen."""
    if isinstance(node, Leaf):
        yield node
    parts = [one.node for one in node.entries if one.is_on] if isinstance(node, Listing) else node.inner()
    for one in parts:
        yield from boxes(one)


def shown(opened: Form) -> dict[str, str]:
    """What the boxes say, by their names; nothing of empty ones."""
    assert opened.root
    return {one.name: one.shown for one in boxes(opened.root) if one.shown}


def each_field(opened: Form) -> Iterator[Leaf]:
    """A box of each field of a file and of the groups in it: one for every key of every kind of group."""
    assert opened.root
    seen: set[tuple[type[BaseModel], str]] = set()
    for leaf in boxes(opened.root):
        above = _above(opened.root, leaf.name)
        if (above.model, leaf.field.name) not in seen:
            seen.add((above.model, leaf.field.name))
            yield leaf


def _above(root: Group, name: str) -> Group:
    """The group that a box stands in."""
    return next(
        one
        for one in reversed([*root.all()])
        if isinstance(one, Group) and (not one.name or name.startswith(f"{one.name}."))
    )


def other(leaf: Leaf) -> str:
    """Another value of a box."""
    values = [one.value for one in leaf.options if one.value != leaf.shown]
    figure = {Shape.FIGURE: "00085.10", Shape.WHOLE: "7", Shape.YEAR: "2571", Shape.DATE: "๑ ต.ค. ๒๕๖๙"}
    hostile = f"{leaf.shown} ใหม่: # 'a' \"b\" {{c}} <script>".strip()
    return values[-1] if values else figure.get(leaf.field.shape, hostile)


CHECKS = """\
settings:   # สองเรื่อง
- code: due-item
  severity: off
  reason: ยังไม่ถึงกำหนด
  files: [2567/*.yaml]
decisions:
- {file: 2567/contact.yaml, found: "021234567", reason: เบอร์กลาง, by: เลขานุการกรม, date: 1 ต.ค. 2567}
"""
COMPONENTS = """\
profile: own
components:
- {id: mine, family: laws, title: ของเรา, required: "no", since: 2567, read: [2567], only_for: [own]}
"""
APPROVALS = f"""\
approvals:
- family: hr_plan
  assessed_year: 2568
  item: O14
  by: {{th: อธิบดี, en: Director}}
  date: 1 ต.ค. 2568
  files:
  - {{file: 2568/hr_plan.yaml, sha256: {"0a" * 32}}}
"""
CENTRAL = ROOT / "generator" / "catalogues" / "central-government"


def of_each_kind() -> dict[str, tuple[bytes, type[BaseModel]]]:
    """The example of every family, and a file of every other kind."""
    found = {id: (family.example.read_bytes(), family.model) for id, family in FAMILIES.items()}
    found["catalogue"] = ((CENTRAL / "2568.yaml").read_bytes(), Catalogue)
    found["calendar"] = ((CENTRAL / "calendar" / "2568.yaml").read_bytes(), Calendar)
    found["checks"], found["components"] = (CHECKS.encode(), CheckSettings), (COMPONENTS.encode(), Components)
    found["approvals"] = (APPROVALS.encode(), Approvals)
    for name, model in (("agency", Agency), ("units", Units), ("sources", Sources), ("ita/2565", ItaResult)):
        found[name] = ((ROOT / "examples" / "opdc" / f"{name}.yaml").read_bytes(), model)
    return found


KINDS = of_each_kind()


def test_there_is_a_file_of_every_kind() -> None:
    every = {model for _, model in (*guide.FILES.values(), *guide.disclosures().values())}
    assert {model for _, model in KINDS.values()} == every


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_box_changes_its_place_and_no_other(kind: str) -> None:
    raw, model = KINDS[kind]
    opened = form(raw, model)
    pairs, before = pairs_of(render(opened)), shown(opened)
    names = {name for name, _ in pairs}
    tried = 0
    for leaf in each_field(opened):
        if leaf.name not in names:
            continue
        value = other(leaf)
        made = form(raw, model, with_value(pairs, leaf.name, value)).changed()
        after = shown(form(made, model))
        changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
        assert changed == {leaf.name}
        assert after[leaf.name] == value
        old, now = raw.decode().split("\n"), made.decode().split("\n")
        codes = [code for code in SequenceMatcher(None, old, now, autojunk=False).get_opcodes() if code[0] != "equal"]
        assert len(codes) == 1, (leaf.name, codes)
        tried += 1
    assert tried >= 3


# --- lists ------------------------------------------------------------------------------------------

PLAN = """\
# แผนของกรม
family: hr_plan
assessed_year: 2568
data_year: 2568   # ปีเดียวกัน
x_unknown: เก็บไว้
projects:
# โครงการแรก
- side: management
  title: 'ก'   # ชื่อ
  planned: {amount: 0120.50}
# โครงการที่สอง
- side: development
  title: ข
  owners: [กบค.]
- side: development
  title: ค
"""


def saved(text: str, pairs: Pairs, model: type[BaseModel] = HR) -> str:
    return form(text, model, pairs).changed().decode()


def test_a_file_by_thai_keys_keeps_them() -> None:
    assert form(IN_THAI).changed() == IN_THAI.encode()
    assert not form(IN_THAI).faults
    for box, old, new in (
        ("title", "ชื่อเรื่อง: แผนบริหาร", "ชื่อเรื่อง: แผนใหม่"),
        ("projects.0.title", "ชื่อโครงการ: อบรม", "ชื่อโครงการ: แผนใหม่"),
        ("evidence.0.file", "ไฟล์: files/a.pdf", "ไฟล์: แผนใหม่"),
    ):
        name = next(one for one in shown(form(IN_THAI)) if one in (box, f"{box}.th"))
        assert typed(IN_THAI, name, "แผนใหม่") == IN_THAI.replace(old, new)


def test_an_entry_moves_with_the_comment_above_it() -> None:
    down = pressed(PLAN, "down:projects.0")
    assert saved(PLAN, pressed(PLAN, "up:projects.2")).endswith(
        "- side: development\n  title: ค\n# โครงการที่สอง\n- side: development\n  title: ข\n  owners: [กบค.]\n"
    )
    assert [one["title"] for one in source.parse(saved(PLAN, down).encode(), "a").data["projects"]] == ["ข", "ก", "ค"]
    assert saved(PLAN, pressed(PLAN, "up:projects.0", pairs=down)) == PLAN
    assert saved(PLAN, pressed(PLAN, "up:projects.0")) == PLAN


def test_an_entry_goes_and_the_others_stay() -> None:
    left = saved(PLAN, pressed(PLAN, "remove:projects.1"))
    assert left == PLAN.replace("- side: development\n  title: ข\n  owners: [กบค.]\n", "")
    pairs = pairs_of(render(form(PLAN)))
    for number in ("0", "2", "1"):
        pairs = pressed(PLAN, f"remove:projects.{number}", pairs=pairs)
    assert saved(PLAN, pairs) == PLAN.partition("projects:")[0]


def test_a_new_entry_is_written_when_it_says_something() -> None:
    added = pressed(PLAN, "add:projects")
    assert saved(PLAN, added) == PLAN
    filled = with_value(with_value(added, "projects.n1.title.th", "ง"), "projects.n1.side", "management")
    filled = with_value(filled, "projects.n1.planned.amount", "85.10")
    assert saved(PLAN, filled) == PLAN + "- title: ง\n  planned: 85.10\n  side: management\n"
    twice = pressed(PLAN, "add:projects", pairs=filled)
    twice = pressed(PLAN, "up:projects.n2", pairs=with_value(twice, "projects.n2.title.th", "จ"))
    assert [one["title"] for one in source.parse(saved(PLAN, twice).encode(), "a").data["projects"]] == [
        *"กขค",
        "จ",
        "ง",
    ]


def test_removed_moved_added_and_changed_at_once() -> None:
    pairs = pressed(PLAN, "remove:projects.0")
    pairs = pressed(PLAN, "up:projects.2", pairs=pairs)
    pairs = pressed(PLAN, "add:projects", pairs=pairs)
    pairs = with_value(with_value(pairs, "projects.n1.title.th", "ใหม่"), "projects.2.title.th", "ค2")
    data = source.parse(saved(PLAN, pairs).encode(), "a").data
    assert [(one["title"], one.get("owners")) for one in data["projects"]] == [
        ("ค2", None),
        ("ข", ["กบค."]),
        ("ใหม่", None),
    ]
    assert data["x_unknown"] == "เก็บไว้"


def test_lists_of_boxes_grow_and_shrink() -> None:
    pairs = with_value(pressed(PLAN, "add:projects.1.owners"), "projects.1.owners.n1.unit", "กพร.")
    assert saved(PLAN, pairs) == PLAN.replace("[กบค.]", "[กบค., กพร.]")
    assert saved(PLAN, pressed(PLAN, "remove:projects.1.owners.0")) == PLAN.replace("  owners: [กบค.]\n", "")


def test_a_group_is_opened_before_it_is_filled_in() -> None:
    model = FAMILIES["executives"].model
    text = "family: executives\nassessed_year: 2568\ndata_year: 2568\npeople:\n- name: ก\n"
    closed = pairs_of(render(form(text, model)))
    assert not any(name.startswith("people.0.photo.") for name, _ in closed)
    opened = pressed(text, "open:people.0.photo", model)
    assert saved(text, opened, model) == text
    filled = with_value(opened, "people.0.photo.file", "files/2568/a.jpg")
    assert saved(text, filled, model) == text + "  photo:\n    file: files/2568/a.jpg\n"
    rare = with_value(pressed(PLAN, "open:projects.0.+"), "projects.0.note.th", "อ่านไม่ชัด")
    assert source.parse(saved(PLAN, rare).encode(), "a").data["projects"][0]["note"] == "อ่านไม่ชัด"


def test_a_button_that_names_nothing_changes_nothing() -> None:
    sent = pairs_of(render(form(PLAN)))
    for action in ("", "save", "add:", "up:nothing.3", "remove:x", "down:projects.99", "open:..", "eval:projects"):
        assert saved(PLAN, list(after_action([*sent, ("do", action)]))) == PLAN
    deep = [(f"{'steps.n1.' * depth}steps!order", "n1") for depth in range(1500)]
    text, model = "family: measures\nmeasures:\n- title: ก\n", FAMILIES["measures"].model
    assert saved(text, [*deep, *((f"measures.0.{name}", value) for name, value in deep)], model) == text
    odd = [
        *sent,
        ("projects!order", "9" * 5000),
        ("projects!order", "๑"),
        ("projects!order", "99"),
        ("projects!order", "c-x"),
        ("projects!order", "-1"),
        ("nonsense.1", "x"),
    ]
    assert saved(PLAN, odd) == PLAN


# --- choices ----------------------------------------------------------------------------------------


def test_none_is_a_choice() -> None:
    sent = pairs_of(render(form(PLAN)))
    ticked = [*sent, ("none!is", "yes")]
    assert source.parse(saved(PLAN, ticked).encode(), "a").data["none"] == "ไม่มี"
    reasoned = saved(PLAN, with_value(ticked, "none.reason.th", "ไม่มีแผนในปีนี้"))
    assert source.parse(reasoned.encode(), "a").data["none"] == "ไม่มีแผนในปีนี้"
    again = pairs_of(render(form(reasoned)))
    assert ("none!is", "yes") in again
    assert saved(reasoned, [pair for pair in again if pair != ("none!is", "yes")]) == PLAN


def test_what_was_typed_as_a_reason_is_kept_where_nobody_ticked() -> None:
    sent = with_value(pairs_of(render(form(PLAN))), "projects.0.planned.none.reason.th", "ไม่ใช้งบ")
    assert source.parse(saved(PLAN, sent).encode(), "a").data["projects"][0]["planned"]["none"] == "ไม่ใช้งบ"


EVIDENCE = """\
family: hr_plan
assessed_year: 2568
data_year: 2568
evidence:
- title: แผน
  file: files/2568/plan.pdf
  shows: [{component: budget, pages: 3-5}, projects]
absent:
- {component: period, none: ไม่กำหนดเวลา}
"""


def test_what_a_document_shows_is_ticked() -> None:
    html = render(form(EVIDENCE))
    sent = pairs_of(html)
    shows = [value for name, value in sent if name == "evidence.0.shows!order" and value]
    assert shows == ["0", "1"]
    assert 'value="c-policy_or_plan"' in html
    more = saved(EVIDENCE, [*sent, ("evidence.0.shows!order", "c-policy_or_plan")])
    assert more == EVIDENCE.replace(", projects]", ", projects, policy_or_plan]")
    less = saved(EVIDENCE, [pair for pair in sent if pair != ("evidence.0.shows!order", "0")])
    assert less == EVIDENCE.replace("{component: budget, pages: 3-5}, ", "")
    paged = with_value(
        [*sent, ("evidence.0.shows!order", "c-policy_or_plan")], "evidence.0.shows.c-policy_or_plan.pages", "7"
    )
    assert source.parse(saved(EVIDENCE, paged).encode(), "a").data["evidence"][0]["shows"][2] == {
        "component": "policy_or_plan",
        "pages": "7",
    }


def test_a_component_that_is_not_there_is_ticked_with_its_reason() -> None:
    sent = pairs_of(render(form(EVIDENCE)))
    ticked = [*sent, ("absent!order", "c-management")]
    assert source.parse(saved(EVIDENCE, ticked).encode(), "a").data["absent"][1] == {
        "component": "management",
        "none": "ไม่มี",
    }
    reasoned = with_value(ticked, "absent.c-management.none.reason.th", "ไม่มีด้านนี้")
    assert source.parse(saved(EVIDENCE, reasoned).encode(), "a").data["absent"][1]["none"] == "ไม่มีด้านนี้"
    assert saved(EVIDENCE, [pair for pair in sent if pair != ("absent!order", "0")]) == EVIDENCE.partition("absent:")[0]


def test_a_component_called_by_its_name_is_ticked() -> None:
    name = next(one for one in known_components()["hr_plan"] if one.id == "budget").title.th
    text = EVIDENCE.replace("{component: budget, pages: 3-5}", f"{{component: {name}, pages: 3-5}}")
    sent = pairs_of(render(form(text)))
    assert saved(text, sent) == text
    assert [value for said, value in sent if said == "evidence.0.shows!order" and value] == ["0", "1"]


# --- what officers write ----------------------------------------------------------------------------

ODD = """\
family: แผนการบริหารและพัฒนาทรัพยากรบุคคล
assessed_year: พ.ศ. 2568
data_year: ๒๕๖๘
published: 1/10/67
owner: กบค.
objectives: -
projects:
- side: ด้านการบริหาร
  title: {th: ก, en: A}
  planned: 45,000 บาท
  owner: กบค., กพร.
  period: ไตรมาส 1-2
- side: development
  title: ข
  planned: ไม่ใช้งบประมาณ
"""


def test_what_is_only_read_so_is_kept_as_it_is_written() -> None:
    sent = pairs_of(render(form(ODD)))
    values = dict(sent)
    assert saved(ODD, sent) == ODD
    assert values["projects.0.side"] == "management"
    assert values["projects.0.planned.amount"] == "45,000 บาท"
    assert values["projects.1.planned.none.reason.th"] == "ไม่ใช้งบประมาณ"
    assert typed(ODD, "projects.0.planned.amount", "46,000") == ODD.replace("45,000 บาท", "46,000")
    assert typed(ODD, "projects.0.side", "development") == ODD.replace("ด้านการบริหาร\n", "development\n")
    assert typed(ODD, "published", "2 ต.ค. 67") == ODD.replace("1/10/67", "2 ต.ค. 67")
    money = typed(ODD, "projects.1.planned.amount", "5")
    assert source.parse(money.encode(), "a").data["projects"][1]["planned"] == {"amount": "5", "none": "ไม่ใช้งบประมาณ"}


def test_a_short_form_grows_only_where_more_is_said() -> None:
    assert typed(ODD, "owner.unit", "กพร.") == ODD.replace("owner: กบค.\n", "owner: กพร.\n")
    steps = source.parse(typed(ODD, "owner.steps", "1-3").encode(), "a").data["owner"]
    assert steps == {"unit": "กบค.", "steps": "1-3"}
    assert typed(ODD, "projects.0.title.en", "") == ODD.replace("{th: ก, en: A}", "{th: ก}")
    english = source.parse(typed(ODD, "projects.1.title.en", "B").encode(), "a").data["projects"][1]["title"]
    assert english == {"th": "ข", "en": "B"}


def test_a_chart_is_four_cells() -> None:
    sent = with_value(pairs_of(render(form(PLAN))), "projects.0.period.chart.1", "←→")
    text = saved(PLAN, sent)
    assert source.parse(text.encode(), "a").data["projects"][0]["period"] == {"chart": ["", "←→", "", ""]}
    assert saved(text, pairs_of(render(form(text)))) == text
    assert typed(text, "projects.0.period.chart.1", "") == PLAN


HOSTILE = (
    *(
        "'",
        '"',
        "# ไม่ใช่หมายเหตุ",
        "ก: ข",
        "- ก",
        "{a: b}",
        "[a]",
        "&x",
        "*x",
        "!x",
        "|",
        ">",
        "%",
        "@",
        "`",
        "~",
        "null",
        "-",
    ),
    *(
        "true",
        "007",
        "1e3",
        "0x1f",
        "12:30",
        "2567-01-05",
        "</textarea><script>alert(1)</script>",
        '"><img src=x>',
        "&lt;",
    ),
    *("ก\nข", "ก\n\n# ข\n  - ค", "น้ำ กำ", "บรรทัด\tแท็บ", "\\n", "{{ 7*7 }}", "{% raw %}", "😀", "a" * 3000),
)


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_what_was_typed_comes_back_as_typed(value: str) -> None:
    for name in ("title.th", "projects.0.title.th", "projects.1.title.en"):
        text = typed(PLAN, name, value.replace("\n", "\r\n"))
        sent = dict(pairs_of(render(form(text))))
        assert sent[name].replace("\r\n", "\n") == value
        assert "x_unknown: เก็บไว้" in text
    line = value.replace("\n", " ").replace("\t", " ")
    assert dict(pairs_of(render(form(typed(PLAN, "projects.0.number", line)))))["projects.0.number"] == " ".join(
        line.split()
    )


def test_letters_that_no_file_may_hold_are_left_out() -> None:
    text = typed(PLAN, "title.th", "ก\x00\x08\x7f\ud800ข")
    assert source.parse(text.encode(), "a").data["title"] == "กข"


def test_a_new_file_says_what_was_typed() -> None:
    pairs = pairs_of(render(form("")))
    assert saved("", pairs) == ""
    filled = with_value(with_value(pairs, "title.th", "แผน: ๑"), "family", "hr_plan")
    assert source.parse(saved("", filled).encode(), "a").data == {"family": "hr_plan", "title": "แผน: ๑"}


# --- files that cannot be read ----------------------------------------------------------------------


@pytest.mark.parametrize("text", ["a: [1\nb: 2\n", "- ก\n- ข\n", "a: &x 1\nb: *x\n", "title: ก: ข: ค\n"])
def test_a_file_that_cannot_be_read_is_shown_as_text(text: str) -> None:
    opened = form(text)
    html = render(opened)
    assert opened.faults
    assert "f-summary" in html
    sent = pairs_of(html)
    assert dict(sent)["text!"].replace("\r\n", "\n") == text
    assert saved(text, sent) == text
    assert form(text, HR, with_value(sent, "text!", PLAN)).changed().decode() == PLAN
    windows = text.replace("\n", "\r\n")
    assert saved(windows, pairs_of(render(form(windows)))) == windows


def test_a_file_in_another_encoding_is_told_and_kept() -> None:
    raw = "title: แผนการบริหารทรัพยากรบุคคล\n".encode("cp874")
    opened = form(raw)
    assert [fault.code for fault in opened.faults] == ["encoding-cp874"]
    assert "text!" not in dict(pairs_of(render(opened)))
    assert opened.changed() == raw


# --- faults at their fields -------------------------------------------------------------------------


def faults_of(text: str, model: type[BaseModel] = HR) -> dict[str, list[str]]:
    """Id of what a fault is said at → its code."""
    opened = form(text, model)
    file = source.parse(text.encode(), "2568/a.yaml")
    assert opened.root
    told = placed(opened.root, text, shape.validate(file, model)[1])
    return {name: [fault.code for fault in faults] for name, faults in told.at.items()} | (
        {"": [fault.code for fault in told.elsewhere]} if told.elsewhere else {}
    )


def test_a_fault_stands_at_its_field() -> None:
    text = PLAN.replace("x_unknown: เก็บไว้\n", "published: 2024-10-05\nevidence:\n- file: files/a.pdf\n")
    text = text.replace("side: management", "side: ผิด").replace("planned: {amount: 0120.50}", "planned: {amount: มาก}")
    assert faults_of(text) == {
        "published": ["ce-year"],
        "evidence.0.title": ["missing-key"],
        "projects.0.side": ["unknown-choice"],
        "projects.0.planned.amount": ["not-a-number"],
    }
    html = render(form(text), shape.validate(source.parse(text.encode(), "2568/a.yaml"), HR)[1])
    tree = LexborHTMLParser(html)
    box = tree.css_first('input[name="published"]')
    assert box
    assert box.attributes["aria-invalid"] == "true"
    described = [tree.css_first(f'[id="{id}"]') for id in (box.attributes["aria-describedby"] or "").split()]
    assert any(one and "ค.ศ." in one.text() for one in described)
    link = tree.css_first('a[href="#f-evidence.0.title"]')
    assert tree.css_first('a[href="#f-published"]')
    assert link
    assert link.text() == "เอกสารที่เป็นคำตอบหรือหลักฐาน ลำดับ 1 › ชื่อเอกสาร: ยังไม่ได้กรอก"


def test_a_fault_of_the_whole_file_stands_at_the_top() -> None:
    assert faults_of("family: hr_plan\nassessed_year: 2568\nx_unknown: 1\n") == {
        "data_year": ["missing-key"],
        "": ["unknown-key"],
    }


def test_faults_follow_what_was_typed() -> None:
    sent = with_value(pressed(PLAN, "down:projects.0"), "projects.0.planned.amount", "มาก")
    opened = form(PLAN, HR, sent)
    text = opened.changed().decode()
    assert opened.root
    told = placed(opened.root, text, shape.validate(source.parse(text.encode(), "2568/a.yaml"), HR)[1])
    assert {name: [one.code for one in faults] for name, faults in told.at.items()} == {
        "projects.0.planned.amount": ["not-a-number"]
    }


# --- read back --------------------------------------------------------------------------------------


def said(text: str, name: str, **known: Any) -> str:
    opened = form(text, HR, None, **known)
    assert opened.root
    return next(one.said for one in opened.root.all() if isinstance(one, Leaf) and one.name == name)


def test_what_was_typed_is_read_back() -> None:
    units = {"unit": {"hr": "กองการเจ้าหน้าที่"}}
    assert said(ODD, "published") == "1 ตุลาคม 2567"
    assert said(ODD, "projects.0.planned.amount") == ""
    assert said(ODD.replace("45,000", "๔๕๐๐๐"), "projects.0.planned.amount") == "45,000 บาท"
    assert said(ODD, "projects.0.period.text", year=2568) == "1 ตุลาคม 2567 – 31 มีนาคม 2568"
    assert said(ODD.replace("กบค.\n", "hr\n", 1), "owner.unit", titles=units) == "กองการเจ้าหน้าที่"
    assert said(ODD.replace("1/10/67", "เร็ว ๆ นี้"), "published") == ""


# --- HTML -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_box_has_a_name_and_what_it_is_described_by(kind: str) -> None:
    raw, model = KINDS[kind]
    tree = LexborHTMLParser(render(form(raw, model)))
    ids = [one.attributes["id"] for one in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    labels = {one.attributes["for"] for one in tree.css("label[for]")}
    assert labels <= set(ids)
    for box in tree.css("select, textarea, input:not([type=hidden])"):
        assert box.attributes.get("aria-label") or box.attributes["id"] in labels
    for one in tree.css("[aria-describedby]"):
        assert set((one.attributes["aria-describedby"] or "").split()) <= set(ids)
    assert not tree.css("[style], script, [onclick]")
    root = form(raw, model).root
    assert root
    missing = {node.name for node in seen(root)} - {id.removeprefix("f-") for id in ids if id}
    assert {name for name in missing if not name.endswith(".component")} == set()


def seen(node: Node) -> Iterator[Node]:
    """Every part that a form shows, which a fault can lead to."""
    if node.name:
        yield node
    parts = node.children if isinstance(node, Group) and not node.is_rare_open and node.name else node.inner()
    for one in parts:
        yield from seen(one)


def test_no_box_speaks_of_how_a_file_is_written() -> None:
    every = {model for _, model in KINDS.values()}
    models = [*every, *guide.inner_models()]
    said = [(label_of(one), help_of(one)) for model in models for one in fields_of(model)]
    of_files = re.compile(
        r"\b(?:agency|units|sources)\.yaml|\b(?:none|true|false|evidence|shows|allocated)\b|เขียนเป็น|เดียวก็ได้|บรรทัดนี้|เป็นรายการ|ไม่ระบุ =|\boit [a-z]|\.json"
    )
    assert [one for one in said if of_files.search(" ".join(one))] == []
    assert all(re.match("[ก-๙A-Z(]", label) for label, _ in said)


def test_a_file_may_be_emptied_and_filled_again() -> None:
    units = "# หน่วยงาน\nunits:\n- {id: a, name: ก}\n"
    empty = saved(units, pressed(units, "remove:units.0", Units), Units)
    assert source.parse(empty.encode(), "a").data == {}
    assert empty.startswith("# หน่วยงาน\n")
    filled = with_value(pressed(empty, "add:units", Units), "units.n1.name.th", "ข")
    assert source.parse(saved(empty, filled, Units).encode(), "a").data == {"units": [{"name": "ข"}]}
