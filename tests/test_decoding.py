"""Bytes that say they are one thing and are another: text comes out, and nothing raises."""

from __future__ import annotations

import time

import pytest

from generator.files.decoding import decode

THAI = "แผนปฏิบัติการป้องกันการทุจริต"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
@pytest.mark.parametrize(
    "declared", ["", "text/html; charset=utf-8", "text/html; charset=TIS-620", "charset=iso-8859-1"]
)
def test_thai_is_read_whatever_is_declared(encoding: str, declared: str) -> None:
    assert decode(THAI.encode(encoding), declared) == THAI


@pytest.mark.parametrize(
    "charset", ["undefined", "idna", "punycode", "UTF-0", "hex", "base64", "rot13", "unicode_escape", ".", "utf-7"]
)
def test_a_charset_that_is_none_raises_nothing(charset: str) -> None:
    assert isinstance(decode(b"\xff\xa1\xa2 \\x", f"text/html; charset={charset}"), str)
    assert isinstance(decode(f"<meta charset={charset}>".encode() + THAI.encode("cp874")), str)


def test_a_charset_that_python_cannot_use_gives_way_to_thai() -> None:
    assert decode(THAI.encode("cp874"), "text/html; charset=idna") == THAI
    assert decode(b"+2Ls- " + THAI.encode("cp874"), "text/html; charset=utf-7") == f"+2Ls- {THAI}"
    assert decode("Привет".encode("cp1251"), "text/html; charset=windows-1251") == "Привет"


def test_a_text_cut_off_within_a_letter_keeps_the_others() -> None:
    assert decode(THAI.encode()[:-1]) == THAI[:-1]


def test_a_declaration_that_never_ends_is_read_in_a_moment() -> None:
    begun = time.monotonic()
    decode(b"\xff" * 10, "charset=" + " " * 1_000_000)
    assert time.monotonic() - begun < 5
