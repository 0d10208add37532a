"""Changes of YAML at key paths: the one place is written anew, everything else stays letter for letter."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.input import edits, source
from generator.input.edits import Append, Change, Insert, Move, Put, Refused, Remove, Rename, edited
from generator.input.spans import Node, line_end, tree
from tests.conftest import ROOT

OFFICERS = {
    "odd indents": """\
# หัวแฟ้ม
family:   hr_plan      # ชนิด
assessed_year: ๒๕๖๘
projects:
    -   title:   แผน
        number: 007
        # เจ้าของ
        owners:
              - กบค.
              -   สลก.

    -   title: 'แผนสอง'   # สอง
        planned:
             amount: 85.10

# ท้ายรายการ
note: >
    ข้อความ
    ต่อกัน

    ย่อหน้าใหม่
place: |-
      บรรทัด
        ย่อหน้า
last: จบ""",
    "flow": '{family: hr_plan, assessed_year: "2568", list: [a, "b, c", {x: 1, y: [ ]}], empty: {},}\n',
    "mixed flow": """\
family: hr_plan
owners: [กบค., 'สลก.',
  "กคง."]   # สามกลุ่ม
planned: {amount: 1200, none: {reason: "ไม่มี: เลย"}}
tax: 0105500000001
time: 12:30
no: no
'quoted key': "\\u0e01 \\"x\\" \\n y"
empty:
nothing: ~
blank: ''
list:
- a
-
- - deep
  - er
- k: v
-
  # ก่อนกุญแจ
  late: 1
""",
    "windows": "\ufeff# หัว\r\ntitle:\r\n  th: ชื่อ   # ไทย\r\n  en: Name\r\nlist:\r\n  - หนึ่ง\r\n\r\n  - สอง\r\ntext: |\r\n  ก\r\n\r\n  ข\r\nend: 1\r\n",
    "keep": 'a: |+\n  x\n\n\nb: |2\n    y\nc: plain\n  over two\n  lines # c\nd: "quoted\n  over lines"\n...\n',
    "decomposed": "ชื่อ: กำลัง\u2028x\ntitle: ca\u0301fe\nlist:\n- ํา\n- b\n",
    "tabs": "a:\t1\t# c\nb: [ 1,\t2 ]\nc:\n- x\t\n- y\n",
    "marks": "---\na: 1\nb:\n  - 1\n---\n"[:-4] + "...\n# ท้าย\n",
}
FILES = [
    *sorted((ROOT / "generator" / "families").glob("*/example.yaml")),
    *sorted((ROOT / "data").rglob("*.yaml")),
    *sorted((ROOT / "examples").rglob("*.yaml")),
]
TEXTS = (
    *(
        "แผน",
        "ไม่มี: เลย",
        "- x",
        "# ไม่ใช่หมายเหตุ",
        "0105500000001",
        "85.10",
        "no",
        "12:30",
        "",
        " ขอบ ",
        "a\nb",
        "a\n\nb\n",
    ),
    *(
        "'",
        '"',
        "\\",
        "{",
        "[x",
        "*a",
        "&a",
        "!t",
        "%",
        "@",
        "`",
        "|",
        ">",
        "?",
        "? x",
        ": x",
        "x:",
        "x #y",
        "~",
        "null",
    ),
    *(
        "2568",
        "2568-10-01",
        "1e5",
        "=",
        "<<",
        "true",
        "ก\u200bข",
        "\ufeff",
        "😀",
        "a\tb",
        "ยาว " * 60,
        "k:v",
        "a, b",
        "...",
    ),
)


def values(picks: random.Random, depth: int = 0) -> Any:
    kind = picks.random()
    if kind < 0.6 or depth > 2:
        return picks.choice(TEXTS)
    if kind < 0.8:
        return [values(picks, depth + 1) for _ in range(picks.randrange(3))]
    return {
        picks.choice(("th", "en", "ชื่อ", "a b", "x: y", "007")): values(picks, depth + 1)
        for _ in range(picks.randrange(3))
    }


def paths(data: Any, path: source.KeyPath = ()) -> list[source.KeyPath]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(one for step, value in inner for one in paths(value, (*path, step)))]


def at(data: Any, path: source.KeyPath) -> Any:
    for step in path:
        data = data[step]
    return data


def random_change(data: Any, picks: random.Random) -> Change | None:
    path = picks.choice(paths(data))
    here = at(data, path)
    if isinstance(here, list) and picks.random() < 0.5:
        if len(here) > 1 and picks.random() < 0.4:
            return Move((*path, picks.randrange(len(here))), picks.randrange(len(here)))
        value = values(picks)
        return Append(path, value) if picks.random() < 0.3 else Insert((*path, picks.randrange(len(here) + 1)), value)
    if isinstance(here, dict) and picks.random() < 0.5:
        key = picks.choice(("new", "ใหม่", "a: b"))
        return None if key in here else Put((*path, key), values(picks), picks.choice(((), (key, *here), (*here, key))))
    if not path:
        return None
    if isinstance(path[-1], str) and picks.random() < 0.2:
        name = picks.choice(("other", "อื่น", "x y"))
        return None if name in at(data, path[:-1]) else Rename(path, name)
    return Remove(path) if picks.random() < 0.3 else Put(path, values(picks))


def raw_of(name: str) -> bytes:
    return OFFICERS[name].encode() if name in OFFICERS else (ROOT / name).read_bytes()


NAMES = [*OFFICERS, *(path.relative_to(ROOT).as_posix() for path in FILES)]


def spellings(raw: bytes, without: source.KeyPath | None) -> list[str]:
    """How every key and text is written, in their order, but for those at and below a path."""
    text = raw.removeprefix(edits.BOM).decode("utf-8")
    found: list[str] = []

    def visit(node: Node, path: source.KeyPath) -> None:
        if path == without:
            return
        if node.kind == "text":
            found.append(text[node.start : node.end])
        for key, (written, value) in node.keys.items():
            if (*path, key) != without:
                found.append(text[written.start : written.end])
            visit(value, (*path, key))
        for number, value in enumerate(node.items):
            visit(value, (*path, number))

    root = tree(text)
    if root:
        visit(root, ())
    return found


def comments(raw: bytes, without: source.KeyPath | None) -> list[str]:
    """The comments of a file but for those inside of what stands at a path."""
    text = raw.removeprefix(edits.BOM).decode("utf-8")
    root = tree(text)
    letters = list(text)

    def mask(start: int, end: int) -> None:
        letters[start:end] = ["x" if letter not in "\r\n" else letter for letter in letters[start:end]]

    def visit(node: Node, path: source.KeyPath) -> None:
        if path == without and node.kind != "text":
            return mask(node.start, node.end)
        if node.kind == "text":
            head = line_end(text, node.start) if node.style in ("|", ">") else node.start
            mask(head, node.end)
        for key, (written, value) in node.keys.items():
            mask(written.start, written.end)
            visit(value, (*path, key))
        for number, value in enumerate(node.items):
            visit(value, (*path, number))
        return None

    if root:
        visit(root, ())
    return [one[0].rstrip() for one in re.finditer(r"(?:^|(?<=\s))#[^\r\n]*", "".join(letters), re.MULTILINE)]


def assert_the_rest_is_as_it_was(before: bytes, after: bytes, change: Change, data: Any) -> None:
    path = change.path
    if isinstance(change, Append):
        path = (*path, len(at(data, path)))
    is_new = isinstance(change, Append | Insert) or (isinstance(change, Put) and path and not is_in(data, path))
    old = None if is_new or isinstance(change, Move) else path
    new = (
        None if isinstance(change, Remove | Move) else (*path[:-1], change.name) if isinstance(change, Rename) else path
    )
    spelt, again = spellings(before, old), spellings(after, new)
    assert sorted(spelt) == sorted(again) if isinstance(change, Move) else spelt == again
    kept, left = comments(before, old), comments(after, new)
    if isinstance(change, Remove):
        assert len(left) >= len(kept) - 1  # one that stands behind what is gone goes with it
    elif is_new or isinstance(at(data, path), str) or isinstance(change, Rename | Move):
        assert sorted(kept) == sorted(left)
    else:
        assert set(left) <= set(kept)


def is_in(data: Any, path: source.KeyPath) -> bool:
    above = at(data, path[:-1])
    return path[-1] in above if isinstance(above, dict) else True


@given(st.sampled_from(NAMES), st.integers(0, 10**9))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_changed_the_rest_stays(name: str, seed: int) -> None:
    run(name, seed)


def run(name: str, seed: int) -> None:
    picks = random.Random(seed)
    raw = raw_of(name)
    data = source.parse(raw, name).data
    for _ in range(3):
        change = random_change(data, picks)
        if change is None:
            continue
        made = edited(raw, name, [change])
        again = source.parse(made, name)
        assert not again.faults
        assert again.data == edits.meant_by(change, data)
        if not (isinstance(change, Put) and isinstance(change.value, dict | list)):
            assert_the_rest_is_as_it_was(raw, made, change, data)
        raw, data = made, again.data


# --- one change each --------------------------------------------------------------------------------

LIST = "l:\n  - a   # หนึ่ง\n  # สอง\n  - b\n\n# ท้าย\nx: 1\n"


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("a: 007 # c\nb: 1\n", Put(("b",), "2"), "a: 007 # c\nb: 2\n"),
        ("a: 'x'  # c\r\n", Put(("a",), "it's"), "a: 'it''s'  # c\r\n"),
        ('a: "x"\n', Put(("a",), "0105500000001"), 'a: "0105500000001"\n'),
        ("a: x\n", Put(("a",), "0105500000001"), 'a: "0105500000001"\n'),
        ("a: 85.1\n", Put(("a",), "85.10"), "a: 85.10\n"),
        ("a:  # c\nb: 1\n", Put(("a",), "x"), "a: x  # c\nb: 1\n"),
        ("a: x # c\nb: 1\n", Put(("a",), {"th": "ก", "en": "x"}), "a: # c\n  th: ก\n  en: x\nb: 1\n"),
        ("a:\n  th: ก\n  en: x\nb: 1\n", Put(("a",), "ก"), "a: ก\nb: 1\n"),
        ("a:\n    th: ก # c\nb: 1\n", Put(("a", "en"), "x"), "a:\n    th: ก # c\n    en: x\nb: 1\n"),
        ("a: 1\nc: 3\n", Put(("b",), "2", ("a", "b", "c")), "a: 1\nb: 2\nc: 3\n"),
        ("# หัว\nc: 3\n", Put(("b",), "2", ("b", "c")), "# หัว\nb: 2\nc: 3\n"),
        ("{a: 1}\n", Put(("b",), "x, y"), '{a: 1, b: "x, y"}\n'),
        ("a: |\n  ก\n  ข\nb: 1\n", Put(("a",), "ก\nค\n"), "a: |\n  ก\n  ค\nb: 1\n"),
        ("a: x\n", Put(("a",), "ก\nข"), "a: |-\n  ก\n  ข\n"),
        ("# หัว\n", Put(("a",), "1"), "# หัว\na: 1\n"),
        ("", Put(("a",), ["x"]), "a:\n- x\n"),
        (LIST, Insert(("l", 1), "n"), LIST.replace("หนึ่ง\n", "หนึ่ง\n  - n\n")),
        (LIST, Insert(("l", 0), "n"), LIST.replace("  - a", "  - n\n  - a")),
        (LIST, Append(("l",), {"k": "v", "m": ["1"]}), LIST.replace("- b\n", "- b\n  - k: v\n    m:\n      - 1\n")),
        (LIST, Append(("new",), "n"), LIST + "new:\n  - n\n"),
        ("l: []\nx: 1\n", Append(("l",), "n"), "l:\n- n\nx: 1\n"),
        ("l: [a, b] # c\n", Append(("l",), "n"), "l: [a, b, n] # c\n"),
        (LIST, Remove(("l", 0)), "l:\n  # สอง\n  - b\n\n# ท้าย\nx: 1\n"),
        (LIST, Remove(("l",)), "\n# ท้าย\nx: 1\n"),
        ("- a: 1\n  b: 2\n", Remove((0, "a")), "- b: 2\n"),
        ("l: [a, b, c]\n", Remove(("l", 1)), "l: [a, c]\n"),
        (LIST, Move(("l", 1), 0), "l:\n  # สอง\n  - b\n  - a   # หนึ่ง\n\n# ท้าย\nx: 1\n"),
        ("แผน: 1 # c\n", Rename(("แผน",), "plan"), "plan: 1 # c\n"),
    ],
)
def test_one_change(before: str, change: Change, after: str) -> None:
    for mark in (b"", edits.BOM):
        assert edited(mark + before.encode(), "x", [change]) == mark + after.encode()


@pytest.mark.parametrize(
    ("text", "change", "code"),
    [
        ("a: 1\n", Put(("b", "c"), "x"), "edit-nowhere"),
        ("a: [x]\n", Put(("a", 1), "x"), "edit-nowhere"),
        ("a: [x]\n", Remove(("a", -1)), "edit-nowhere"),
        ("a: 1\n", Remove(("b",)), "edit-nowhere"),
        ("a: 1\n", Append(("a",), "x"), "edit-nowhere"),
        ("a: 1\nb: 2\n", Rename(("a",), "b"), "edit-nowhere"),
        ("a: [x]\n", Insert(("a", 2), "x"), "edit-nowhere"),
        ("a: 1\n", Put(("a",), "\x07"), "edit-refused"),
        ("a: *x\n", Put(("a",), "1"), "yaml-alias"),
        ("a: 1\na: 2\n", Put(("a",), "1"), "repeated-key"),
    ],
)
def test_nothing_is_guessed(text: str, change: Change, code: str) -> None:
    with pytest.raises(Refused) as refused:
        edited(text.encode(), "x", [change])
    assert [fault.code for fault in refused.value.faults] == [code]


@given(st.sampled_from(NAMES), st.integers(0, 10**9))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_leads_from_one_state_to_another_is_small(name: str, seed: int) -> None:
    picks = random.Random(seed)
    raw = raw_of(name)
    before = source.parse(raw, name).data
    changes = [random_change(before, picks) for _ in range(2)]
    after = before
    for change in changes[:1]:
        after = edits.meant_by(change, before) if change else before
    assert edits.between(before, before) == []
    steps = edits.between(before, after)
    assert source.parse(edited(raw, name, steps), name).data == after
    assert edited(raw, name, [Put((), after)]) == edited(raw, name, steps)
