"""Papers of a person: passports, driving licences and cards of foreigners, by their names and how their numbers are made."""

from __future__ import annotations

import re

from generator.writing.persons.found import Found, Kind, Spanned

_PASSPORT = re.compile(
    r"(?:หนังสือเดินทาง|พาสปอร์?ต|passport)(?:[^\n\dA-Za-z]|\b(?:nos?|number|id|thai)\b){0,30}?(?<![A-Za-z])"
    r"(?P<number>[A-Z]{1,2}[ -]?\d{6,8}|[1-9]\d{8})(?![\dA-Za-z]|[.,]\d)",
    re.ASCII | re.IGNORECASE,
)
"""One or two letters and six to eight digits, or nine digits, as most countries number them (ICAO Doc 9303 allows nine signs)."""
_LICENCE = re.compile(
    r"(?:ใบขับขี่|ใบอนุญาตขับ(?:รถ|ขี่)\S{0,20}|driv(?:ing|er'?s?) licen[cs]e)[^\d\n]{0,20}(?P<number>\d{8})(?![\d/]|[.,]\d)",
    re.ASCII | re.IGNORECASE,
)
_FOREIGNER = re.compile(
    r"(?:ต่างด้าว|ไม่มีสัญชาติ|ข้ามชาติ|alien)(?P<between>[^\d\n]{0,40})(?P<number>0(?:[ -]{0,3}\d){12})(?!\d)",
    re.ASCII | re.IGNORECASE,
)
"""Thirteen digits that begin with 0, as those of companies do."""
_COMPANY = re.compile(r"นิติบุคคล|บริษัท|ห้าง|ภาษี|tax|company", re.IGNORECASE)
OF_PAPER = re.compile(
    r"หนังสือเดินทาง|พาสปอร์?ต|passport|ใบขับขี่|ใบอนุญาตขับ|driv(?:ing|er'?s?) licen|ต่างด้าว|ไม่มีสัญชาติ|ข้ามชาติ|alien",
    re.IGNORECASE,
)
"""What every such number has before it."""


def papers(text: str) -> Spanned:
    for pattern in (_PASSPORT, _LICENCE, _FOREIGNER):
        for match in pattern.finditer(text):
            if pattern is not _FOREIGNER or not _COMPANY.search(match["between"]):
                key = re.sub(r"[ -]", "", match["number"]).upper()
                yield match.span("number"), Found(Kind.ID, key, "x" * (len(key) - 3) + key[-3:])
