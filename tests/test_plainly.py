"""What the desk says of faults: no key, file of data or command, and what was typed as it was typed."""

from __future__ import annotations

import re

import pytest

from generator import languages
from generator.desk import plainly
from generator.diagnostics import Diagnostic

_OF_FILES = re.compile(r"\b[\w{}-]+\.yaml|\bYAML\b|\boit [a-z]+|\bnone\b|--[a-z]+|[{}\[\]]|\b[a-z]+_[a-z]+\b|กุญแจ")
"""What only somebody who writes files and commands understands."""

_NO_FORM = re.compile(
    r"audit-|catalogue-|workbook-|table-(type|outside)|encoding-|yaml-|second-(document|catalogue|owner)|rename-to-yaml"
    r"|control-character|file-too-large|address-|published-|publication-|signature-|signer-|pdf-|engine-|exchange-|disk-"
    r"|folder-(in-use|read-only|too-deep)|verify-|review-|no-(ssh|manifest|data-folder|agency)|not-signed|link-outside"
    r"|image-|table-without|heading-|inline-|wrong-language|page-without|long-path|file-in|not-a-hash|step-without"
    r"|machine-|build-under|colon-in-text|dash-forgotten|key-not-text|repeated-key|first-heading|repeated-anchor|broken-|loaded-from|link-without-text"
)
"""Codes of what no form shows: files that are no data, built pages, servers, workbooks."""


def fault(of: str, **facts: str) -> Diagnostic:
    return Diagnostic("data/2568/news.yaml", 1, 1, of, facts=facts)


@pytest.mark.parametrize("code", sorted(code for code in languages.faults("th") if not _NO_FORM.match(code)))
def test_a_fault_is_told_without_keys_files_and_commands(code: str) -> None:
    said = languages.faults("th")[code]
    names = set(re.findall(r"(?<!\{)\{([a-z_]+)\}", f"{said['message']}{said['hint']}"))
    one = fault(code, **{name: "off" if name == "severity" else "2568" for name in names})
    assert _OF_FILES.findall(plainly.message(one, "th")) == []
    assert _OF_FILES.findall(plainly.hint(one, "th")) == []


def test_what_was_typed_is_quoted_as_it_was_typed() -> None:
    one = fault("unknown-unit", name="owner note units.yaml", meant="none")
    assert plainly.message(one, "th") == "ไม่มีหน่วยงานภายในชื่อ owner note units.yaml ใน “หน่วยงานภายใน”"


def test_english_says_what_the_report_says() -> None:
    one = fault("empty-disclosure")
    assert plainly.hint(one, "en") == one.hint("en")
