"""One cause is one message, as grave as what it brings along; what has another cause stays."""

from __future__ import annotations

from generator import languages
from generator.causes import FOLLOWS, only_causes
from generator.checks import CHECKS
from generator.diagnostics import Diagnostic, Severity


def at(file: str, code: str, severity: Severity = Severity.WARNING, **facts: str) -> Diagnostic:
    return Diagnostic(file, 1, 1, code, severity, facts)


CAUSE = at("2568/a.yaml", "folder-of-another-year")


def presence(*found: Diagnostic) -> list[tuple[str, str, str]]:
    return [(d.file, d.code, str(d.severity)) for d in only_causes(found)]


def test_what_follows_in_the_same_file_is_left_out_and_what_does_not_stays() -> None:
    follows = at("2568/a.yaml", "wrong-data-year")
    other = at("2568/b.yaml", "wrong-data-year")
    own = at("2568/a.yaml", "bad-link", Severity.ERROR)
    assert presence(follows, CAUSE, other, own) == [
        ("2568/a.yaml", "folder-of-another-year", "warning"),
        ("2568/b.yaml", "wrong-data-year", "warning"),
        ("2568/a.yaml", "bad-link", "error"),
    ]


def test_an_error_that_follows_makes_its_cause_an_error_also_from_the_file_that_it_clashes_with() -> None:
    clash = at("2567/a.yaml", "second-disclosure", Severity.ERROR, other="2568/a.yaml")
    assert presence(CAUSE, clash) == [("2568/a.yaml", "folder-of-another-year", "error")]


def test_a_cause_that_is_turned_off_explains_nothing() -> None:
    off = at("2568/a.yaml", "folder-of-another-year", Severity.OFF)
    assert len(presence(off, at("2568/a.yaml", "wrong-data-year"))) == 2


def test_the_first_cause_takes_the_later_ones_with_all_that_follows_from_them() -> None:
    chain = [CAUSE, at("2568/a.yaml", "wrong-data-year"), at("2568/a.yaml", "title-of-another-year")]
    assert presence(*reversed(chain)) == [("2568/a.yaml", "folder-of-another-year", "warning")]


def test_every_code_of_the_list_is_known_and_no_cause_follows_from_itself() -> None:
    known = {*languages.faults("th"), *(module.CODE for module in CHECKS)}
    for code, consequences in FOLLOWS.items():
        assert {code, *consequences} <= known
        assert code not in consequences
