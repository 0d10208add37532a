"""A fault as a value: its order, its sentences, and each of its renderings."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator import languages
from generator.diagnostics import (
    FORMATS,
    LONGEST,
    Diagnostic,
    Severity,
    as_counts,
    as_github,
    as_json,
    as_sarif,
    as_text,
    has_errors,
    seen_from,
    short,
    sort,
)

KEY = Diagnostic("data/ก ข.yaml", 12, 5, "unknown-key", facts={"key": "onwers", "meant": "owners"})
FILE = Diagnostic("data/a,b:c.yaml", 0, 0, "file-too-large", facts={"size": "7", "limit": "5"})
WARNING = Diagnostic("a.yaml", 1, 1, "empty-value", Severity.WARNING)
ADVICE = Diagnostic("a.yaml", 2, 1, "empty-value", Severity.ADVICE)


def test_a_fault_speaks_each_language() -> None:
    assert KEY.message("th") == "ไม่รู้จักกุญแจ onwers"
    assert KEY.hint("th").startswith("หมายถึง owners ใช่หรือไม่")
    assert KEY.message("en") == "The key onwers is not known here"
    assert KEY.hint("en").startswith("Did you mean: owners?")


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_an_item_that_nobody_knows_is_not_named(language: str) -> None:
    facts = {"item": "", "host": "a.go.th", "count": "1", "reason": "403"}
    refused = Diagnostic("a.html", 1, 1, "audit-refused", Severity.ERROR, facts)
    assert refused.message(language).startswith("a.go.th ")
    assert replace(refused, facts=facts | {"item": "O3"}).message(language).startswith("[O3] a.go.th ")


@pytest.mark.parametrize("code", languages.faults("th"))
@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_a_hint_does_not_ask_about_what_was_meant_where_nothing_is_near(code: str, language: str) -> None:
    class Facts(dict[str, str]):
        def __missing__(self, name: str) -> str:
            return ""

    entry = languages.faults(language)[code]
    if "{meant}" in entry["hint"] and "\n" in entry["hint"]:
        hint = Diagnostic("a.yaml", 1, 1, code, facts={"meant": "", "year": "2567", "value": "1"}).hint(language)
        assert hint
        assert "หมายถึง" not in hint
        assert "mean" not in hint
    assert entry["message"].format_map(Facts()).strip()


def test_text_gives_place_severity_code_sentence_and_hint() -> None:
    assert as_text([KEY, FILE], "en") == (
        "data/ก ข.yaml:12:5: error [unknown-key] The key onwers is not known here\n"
        "    to do: Did you mean: owners? The data guide lists every key\n"
        "data/a,b:c.yaml: error [file-too-large] The data file has 7 MB, more than the limit of 5 MB\n"
        "    to do: Split it into several files; long tables do not belong in YAML\n"
        "In all: 2 error(s), 0 warning(s), 0 advice\n"
    )
    assert as_text([WARNING, ADVICE], "th").endswith("รวม: ผิด 0 เตือน 1 แนะนำ 1\n")
    assert as_text([], "th") == "ไม่พบข้อผิดพลาด\n"


def test_text_tells_errors_first_then_warnings_then_advice_whatever_the_file() -> None:
    found = [ADVICE, WARNING, FILE, KEY]
    lines = [line for line in as_text(found, "en").splitlines() if not line.startswith(" ")]
    assert [line.split(" ")[0] for line in lines[:2]] == [f"{FILE.place}:", f"{KEY.place.split()[0]}"]
    assert lines[2].startswith(f"{WARNING.place}: warning")
    assert lines[3].startswith(f"{ADVICE.place}: advice")
    only_errors = as_text(found, "en", [Severity.ERROR])
    assert "warning [" not in only_errors
    assert only_errors.endswith("In all: 2 error(s), 1 warning(s), 1 advice\n"), "what is not shown is counted"


def test_many_places_of_one_fault_are_told_a_folder_a_line() -> None:
    def blank(name: str) -> Diagnostic:
        return Diagnostic(name, 1, 1, "empty-file", Severity.WARNING)

    few = as_text([blank(f"2568/{n}.yaml") for n in "abc"], "en")
    assert ": 2568/b.yaml:1:1, 2568/c.yaml:1:1\n" in few
    many = as_text([blank(f"{year}/{n}.yaml") for year in (2567, 2568) for n in "abcdef"], "en")
    assert (
        "        2567/ b.yaml:1:1, c.yaml:1:1, d.yaml:1:1, e.yaml:1:1, f.yaml:1:1\n        2568/ a.yaml:1:1, " in many
    )


def test_files_are_named_from_a_folder_that_is_far_away_also_inside_of_sentences() -> None:
    far = Diagnostic("/a/b/data/2568/x.yaml", 1, 1, "second-disclosure", facts={"other": "/a/b/data/2567/x.yaml"})
    near = seen_from([far, Diagnostic("site/x", 1, 1, "empty-file")], "/a/b/data")
    assert [d.file for d in near] == ["2568/x.yaml", "site/x"]
    assert near[0].facts == {"other": "2567/x.yaml"}
    assert near[0].severity is far.severity


def test_a_count_has_a_line_for_every_data_folder() -> None:
    files = ("data/agency.yaml", "data/2568/x.yaml", "data/ita/2567.yaml", "examples/a/2567/y.yaml", "data/files/z.pdf")
    found = [Diagnostic(file, 1, 1, "empty-file", Severity.WARNING) for file in files]
    off = Diagnostic("other/agency.yaml", 1, 1, "empty-file", Severity.OFF)
    assert as_counts([*found, off], "en").splitlines() == [
        "data: 0 error(s), 4 warning(s), 0 advice",
        "examples/a: 0 error(s), 1 warning(s), 0 advice",
    ]
    assert as_counts(found[:3], "en") == "", "the sum says it"


def test_json_gives_every_part_under_a_stable_key() -> None:
    rows = json.loads(as_json([KEY, FILE], "th"))
    assert list(rows[0]) == ["file", "line", "column", "code", "severity", "message", "hint", "facts"]
    assert rows[0]["facts"] == {"key": "onwers", "meant": "owners"}
    assert (rows[0]["line"], rows[0]["column"], rows[0]["severity"]) == (12, 5, "error")
    assert (rows[1]["line"], rows[1]["column"]) == (0, 0)
    assert json.loads(as_json([], "th")) == []


def test_sarif_gives_rules_levels_and_addresses() -> None:
    run = json.loads(as_sarif([KEY, FILE, WARNING, ADVICE], "en"))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["empty-value", "file-too-large", "unknown-key"]
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning", "note"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert places[0]["artifactLocation"]["uri"] == "data/%E0%B8%81%20%E0%B8%82.yaml"
    assert places[0]["region"] == {"startLine": 12, "startColumn": 5}
    assert "region" not in places[1]
    assert run["columnKind"] == "unicodeCodePoints"
    assert json.loads(as_sarif([], "en"))["runs"][0]["results"] == []


def test_github_gives_one_command_a_line_whatever_the_text_holds() -> None:
    odd = Diagnostic("a.yaml", 1, 2, "not-a-number", facts={"value": "50%\r\n::error::x"})
    assert as_github([KEY, FILE, WARNING, ADVICE, odd], "en").splitlines() == [
        "::error file=data/ก ข.yaml,line=12,col=5,title=unknown-key::The key onwers is not known here"
        " Did you mean: owners? The data guide lists every key",
        "::error file=data/a%2Cb%3Ac.yaml,title=file-too-large::The data file has 7 MB, more than the limit of 5 MB"
        " Split it into several files; long tables do not belong in YAML",
        "::warning file=a.yaml,line=1,col=1,title=empty-value::The key is there but its value is not filled in"
        " Fill in the value, or delete the line if it is optional",
        "::notice file=a.yaml,line=2,col=1,title=empty-value::The key is there but its value is not filled in"
        " Fill in the value, or delete the line if it is optional",
        "::error file=a.yaml,line=1,col=2,title=not-a-number::50%25 ::error::x is not a number"
        " Write the number only, in Thai or Arabic digits and without a unit, such as 83.80 or 4,241,300",
    ]
    assert as_github([], "en") == ""


def test_faults_are_sorted_by_file_and_place_and_each_is_counted_once() -> None:
    def at(file: str, line: int, column: int, code: str = "empty-value", **facts: str) -> Diagnostic:
        return Diagnostic(file, line, column, code, facts=facts)

    ordered = [
        at("a.yaml", 0, 0, "file-unreadable"),
        at("a.yaml", 2, 9),
        at("a.yaml", 10, 1, "empty-value"),
        at("a.yaml", 10, 1, "missing-key", key="a"),
        at("a.yaml", 10, 1, "missing-key", key="b"),
        at("a.yaml", 10, 2),
        at("b.yaml", 1, 1),
    ]
    assert sort([*reversed(ordered), *ordered]) == ordered
    assert [d.facts for d in sort(ordered[::-1])] == [d.facts for d in ordered]


def test_only_an_error_keeps_a_site_from_being_built() -> None:
    assert has_errors([WARNING, KEY])
    assert not has_errors([WARNING, ADVICE])
    assert not has_errors([])


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("ก", "ก"),
        ("ก\n\n  ข\t", "ก ข"),
        (["ก"], "[…]"),
        ({"ก": "ข"}, "{…}"),
        (2567, "2567"),
        ("ก" * 60, "ก" * 60),
        ("ก" * 61, "ก" * 59 + "…"),
    ],
)
def test_a_message_shows_a_value_on_one_line_and_not_all_of_a_long_one(value: object, shown: str) -> None:
    assert short(value) == shown


def test_a_message_stays_short_whatever_its_facts() -> None:
    fault = Diagnostic("a.yaml", 1, 1, "unknown-key", facts={"key": "ก\n" * 5000, "meant": "{key} {0} %s" * 5000})
    for form in FORMATS.values():
        assert form([fault], "th")
    assert len(fault.message("th")) < LONGEST + 100
    assert "\n" not in fault.message("th")
    assert fault.hint("th").startswith("หมายถึง {key} {0} %s")


@pytest.mark.parametrize("kind", FORMATS)
def test_names_of_files_that_no_encoding_knows_can_be_reported(kind: str) -> None:
    name = b"data/\xa1\xa2.yaml".decode("utf-8", "surrogateescape")
    text = FORMATS[kind]([Diagnostic(name, 1, 1, "empty-file")], "th")
    assert "empty-file" in text.encode("utf-8", "replace").decode("utf-8")
