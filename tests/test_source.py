"""Reading a YAML file: values stay what was typed, and every value knows its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.input import source, value_places
from generator.input.source import SourceFile, parse


def read(text: str) -> SourceFile:
    return parse(text.encode("utf-8"), "a.yaml")


def faults(file: SourceFile) -> list[tuple[int, int, str]]:
    return [(d.line, d.column, d.code) for d in file.faults]


KEPT_AS_TYPED = {
    "leading zeros": "0105500000001",
    "an octal number": "010",
    "a hexadecimal number": "0x1F",
    "no": "no",
    "on": "on",
    "True": "True",
    "a time": "12:30",
    "a date": "2565-12-09",
    "an impossible date": "2566-02-31",
    "a number with an exponent": "1e3",
    "a number with underscores": "1_000",
    "a number with its last nought": "85.00",
    "a figure with commas": "4,241,300",
    "not a number": ".nan",
    "Thai digits": "๒๕๖๗",
    "a merge key's sign": "<<",
    "an equals sign": "=",
    "a sign": "+",
    "an address": "https://example.go.th/?a=1#b",
    "an emoji": "แผน😀",
}


@pytest.mark.parametrize("value", KEPT_AS_TYPED.values(), ids=KEPT_AS_TYPED)
def test_a_value_stays_what_was_typed(value: str) -> None:
    file = read(f"key: {value}\nlist: [a]\n{value}: key\n")
    assert file.faults == []
    assert file.data == {"key": value, "list": ["a"], value: "key"}
    assert read(f"- {value}\n- b").data == [value, "b"]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", None),
        ("# ก\n", None),
        ("---\n", None),
        ("a:\nb: ~\nc: null\nd: x", {"d": "x"}),
        ("a: ''\nb: \"\"\nc: '~'\nd: \"null\"", {"a": "", "b": "", "c": "~", "d": "null"}),
        ("- \n- ~\n- x", [None, None, "x"]),
        ("a: {}\nb: []", {"a": {}, "b": []}),
        ("{a: 4,241,300}", {"a": "4"}),
        ("a: |\n  ก\n\n  ข\n", {"a": "ก\n\nข\n"}),
        ("a: >-\n  ก\n  ข\n", {"a": "ก ข"}),
        ("a: ก\n  ข", {"a": "ก ข"}),
        ('a: "ก\\r\\nข\\rค\\tง"', {"a": "ก\nข\nค\tง"}),
        ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ("\ufeffa: b", {"a": "b"}),
        ("a: ! b", {"a": "b"}),
        ("a: Cafe\u0301", {"a": "Café"}),
        ("%YAML 1.1\n---\na: b\n...\n", {"a": "b"}),
    ],
)
def test_nothing_but_mappings_lists_and_text_is_read(text: str, data: Any) -> None:
    file = read(text)
    assert file.faults == []
    assert file.data == data


NESTED = """\
# ความเห็น
year: ๒๕๖๖
total: {score: 90, level: A}
questions:
- code: I1
  text: >-
    ข้อความ
    ยาว
  sub_questions:
    - {text: ก, score: 1}
    -   text: "ข"
        score:
-
  code: I2

  class: keep
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (2, 1)),
        (("year",), (2, 7)),
        (("total",), (3, 8)),
        (("total", "score"), (3, 16)),
        (("total", "level"), (3, 27)),
        (("questions",), (5, 1)),
        (("questions", 0), (5, 3)),
        (("questions", 0, "text"), (6, 9)),
        (("questions", 0, "sub_questions", 0, "score"), (10, 24)),
        (("questions", 0, "sub_questions", 1), (11, 9)),
        (("questions", 0, "sub_questions", 1, "text"), (11, 15)),
        (("questions", 0, "sub_questions", 1, "score"), (12, 15)),
        (("questions", 1), (14, 3)),
        (("questions", 1, "class"), (16, 10)),
        (("questions", 1, "class", "th"), (16, 10)),
        (("questions", 0, "sub_questions", 7, "text"), (10, 5)),
        (("questions", 0, "id"), (5, 3)),
        (("nothing", "there"), (2, 1)),
    ],
    ids=str,
)
def test_every_value_has_its_place_and_what_is_missing_has_its_parents(
    path: tuple[str | int, ...], place: tuple[int, int]
) -> None:
    assert read(NESTED).place(path) == place


def test_a_fault_at_a_key_stands_at_the_key() -> None:
    fault = read(NESTED).at_key(("questions", 0, "sub_questions", 1, "score"), "empty-value")
    assert (fault.file, fault.line, fault.column) == ("a.yaml", 12, 9)
    assert read(NESTED).has_key(("questions", 0, "sub_questions", 1, "score"))
    assert not read(NESTED).has_key(("questions", 1, "text"))
    assert read(NESTED).empty_keys() == [("questions", 0, "sub_questions", 1, "score")]
    assert read("a: b").empty_keys() == []


def test_lines_are_counted_as_editors_count_them() -> None:
    assert read("a: ก\u2028ข\u2029ค\x85ง\nb: 1\n").place(("b",)) == (2, 4)
    assert read("a: ก\u2028ข\u2029ค\x85ง\nb: 1\n").data == {"a": "ก ข ค ง", "b": "1"}
    assert read("a: 1\rb: 2\r\nc: 3").place(("c",)) == (3, 4)
    assert faults(read("a: 1\rb: 2\r\nc: \x07")) == [(3, 4, "control-character")]


def test_columns_count_letters_and_not_bytes() -> None:
    assert read("หน่วยงาน: {ชื่อ😀: ก, ข: ค}").place(("หน่วยงาน", "ข")) == (1, 25)
    file = parse("ก: ข\nค: ง\xff".encode().replace(b"\xc3\xbf", b"\xff"), "a.yaml")
    assert faults(file) == [(2, 5, "encoding-unknown")]
    file = parse(b"\xef\xbb\xbf" + "ก: ".encode() + b"\xff\xfc", "a.yaml")
    assert faults(file) == [(1, 4, "encoding-unknown")]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("ก: ข".encode("cp874"), "encoding-cp874"),
        ("name: สำนักงาน ก.พ.ร.".encode("tis-620"), "encoding-cp874"),
        ("name: ก".encode("utf-16"), "encoding-utf16"),
        ("name: ก".encode("utf-16-le"), "encoding-utf16"),
        ("name: ก".encode("utf-16-be"), "encoding-utf16"),
        ("name: ก".encode("utf-32-le"), "control-character"),
        (b"a: \0", "control-character"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "encoding-unknown"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "encoding-unknown"),
        (b"a: \xf8\x88", "encoding-unknown"),
        ("ก: ก".encode()[:-1], "encoding-unknown"),
    ],
    ids=str,
)
def test_a_file_in_another_encoding_says_which(raw: bytes, code: str) -> None:
    file = parse(raw, "a.yaml")
    assert [d.code for d in file.faults] == [code]
    assert file.data is None


@pytest.mark.parametrize("code", [0, 1, 7, 8, 0xB, 0xC, 0xE, 0x1B, 0x1F, 0x7F, 0x80, 0x84, 0x86, 0x9F])
def test_control_characters_are_refused_as_they_are_and_as_escapes(code: int) -> None:
    assert faults(read(f"ก: ข\nค: ง{chr(code)}จ")) == [(2, 5, "control-character")]
    file = read(f'ก: ข\nค: "ง\\x{code:02x}จ"')
    assert faults(file) == [(2, 4, "control-character")]
    assert file.faults[0].facts == {"character": f"U+{code:04X}"}
    assert faults(read(f'"ก\\x{code:02x}": ข')) == [(1, 1, "control-character")]


@pytest.mark.parametrize("text", ["a: '\x85'", "a: \xa0", "a: \u200b", "a: \u2028 b", "a: \ufeff", "a: \ufffd"])
def test_other_unusual_characters_are_read(text: str) -> None:
    assert read(text).faults == []


def test_a_file_that_cannot_be_opened_is_a_fault(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing.yaml"):
        file = source.read(path, "a.yaml")
        assert [(d.place, d.code) for d in file.faults] == [("a.yaml", "file-unreadable")]
        assert file.faults[0].facts["reason"]


def test_limits_are_where_they_are_said_to_be(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    depth = value_places.MAX_DEPTH
    assert read("[" * depth + "x" + "]" * depth).faults == []
    assert faults(read("[" * (depth + 2) + "x" + "]" * (depth + 2))) == [(1, depth + 2, "too-deep")]
    monkeypatch.setattr(value_places, "MAX_VALUES", 5)
    assert read("[a, b, c, d]").faults == []
    assert faults(read("[a, b, c, d, e]")) == [(1, 14, "too-many-values")]
    monkeypatch.setattr(source, "MAX_BYTES", 10)
    (tmp_path / "a.yaml").write_text("a: 3456789", "utf-8")
    assert source.read(tmp_path / "a.yaml", "a.yaml").faults == []
    (tmp_path / "a.yaml").write_text("a: 34567890", "utf-8")
    assert [d.code for d in source.read(tmp_path / "a.yaml", "a.yaml").faults] == ["file-too-large"]


def test_every_repeated_key_is_reported_and_reading_goes_on_to_the_end() -> None:
    file = read("a: 1\na: 2\nb: {c: 1, c: 2, c: 3}\n'a': 3\nd: [{e: 1}, {e: 2}]\n---\nf: 1\n")
    assert faults(file) == [
        (2, 1, "repeated-key"),
        (3, 11, "repeated-key"),
        (3, 17, "repeated-key"),
        (4, 1, "repeated-key"),
        (6, 1, "second-document"),
    ]
    assert file.data is None


def test_the_first_of_two_empty_keys_counts_as_written() -> None:
    assert faults(read("a:\na: 1")) == [(2, 1, "repeated-key")]
