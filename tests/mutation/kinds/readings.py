"""Other writing that has one meaning, and what is near it and has two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.writing import choices
from tests.mutation.kind import Kind, fault, harmless
from tests.mutation.kinds.forms import FILES, edited, keyed
from tests.mutation.kinds.harmless import SHORT, sets
from tests.mutation.kinds.letters import thai
from tests.mutation.kinds.times import MONTHS, days
from tests.mutation.sample import Edit, Mutant, Sample, Value

Sets = Callable[[Sample], Iterator[tuple[Value, str]]]


def _amounts(*forms: str) -> Sets:
    def make(sample: Sample) -> Iterator[tuple[Value, str]]:
        for number, value in enumerate(sample.each("amount", files=FILES)):
            digits = (value.text or "").replace(",", "")
            if digits.isdigit():
                form = forms[number % len(forms)]
                yield value, f'"{form.format(amount=f"{int(digits):,}")}"'

    return make


def _counts(*forms: str) -> Sets:
    def make(sample: Sample) -> Iterator[tuple[Value, str]]:
        for number, value in enumerate(sample.each("filled", "walk_in", "count", files=FILES)):
            if (value.text or "").isdigit():
                yield value, f'"{forms[number % len(forms)].format(count=value.text)}"'

    return make


def _days(*forms: str) -> Sets:
    def make(sample: Sample) -> Iterator[tuple[Value, str]]:
        for number, (value, found) in enumerate(days(sample, "published", "date", "as_of", files=FILES)):
            month = MONTHS.index(found[2])
            facts = {"day": int(found[1]), "month": month + 1, "short": SHORT[month], "name": found[2]}
            yield value, forms[number % len(forms)].format(**facts, year=int(found[3]), two=int(found[3]) % 100)

    return make


_CHOICES = {
    "kind": ("form", "system", "board", "chat", "social", "app", "phone", "email", "post", "walk_in", "box", "other"),
    "side": ("management", "development"),
    "level": ("very_high", "high", "medium", "low"),
    "giver": ("person", "company", "agency", "other"),
    "rank": ("head", "deputy", "other"),
}


def choice_in_thai(sample: Sample) -> Iterator[tuple[Value, str]]:
    for value in sample.each(*_CHOICES, files=FILES):
        known = _CHOICES[str(value.path[-1])]
        if value.text in known:
            for word in choices.words_of(known)[value.text]:
                yield value, word


def one_for_list(sample: Sample) -> Iterator[tuple[Value, str]]:
    for file in sample.names:
        for value in sample.values(file):
            keys = ("owners", "questions", "issues", "measures")
            is_listed = value.is_list and value.key and value.path[-1] in keys
            if is_listed and sample.text(file)[value.start] == "[":
                inner = [one.text or "" for one in sample.under(value)]
                if value.in_flow and len(inner) > 1:
                    continue  # the comma parts keys there
                yield value, ", ".join(inner)


def _keys(change: Callable[[str], str]) -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for value in keyed(sample):
            name = str(value.path[-1])
            if value.key and re.fullmatch("[a-z_]+", name) and change(name) != name:
                yield Mutant(frozenset(), (Edit(value.file, *value.key, change(name)),), says=f"{value.file} {name}")

    return make


def _singular(name: str) -> str:
    plural = ("projects", "owners", "targets", "objectives", "phones", "emails", "channels", "risks", "people_")
    return name[:-1] if name in plural else name


def _around_text(before: str, behind: str = "") -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for value in thai(sample):
            edits = (Edit(value.file, value.start, value.start, before), Edit(value.file, value.end, value.end, behind))
            yield Mutant(frozenset(), edits, says=f"{value.file}:{value.line} {before}…{behind}")

    return make


def _inside(letter: str) -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for value in thai(sample):
            at = value.start + (value.end - value.start) // 2
            says = f"{value.file}:{value.line} with U+{ord(letter):04X}"
            yield Mutant(frozenset(), (Edit(value.file, at, at, letter),), says=says)

    return make


def _spaces(sample: Sample) -> Iterator[Mutant]:
    """No-break spaces as indentation and behind colons."""
    for file in sample.names:
        new = re.sub(
            r"^ +|(?<=[a-z_]:) ", lambda found: "\u00a0" * len(found[0]), sample.text(file), flags=re.MULTILINE
        )
        yield Mutant(frozenset(), whole={file: new.encode("utf-8")}, says=f"{file} with no-break spaces")


def curly_quotes(sample: Sample) -> Iterator[tuple[Value, str]]:
    for value in sample.each("published", "assessed_year", "data_year", "date", "kind", "side", files=FILES):
        if value.is_plain:
            yield value, f"“{value.text}”"


def _key_twice(sample: Sample) -> Iterator[Mutant]:
    """``owner`` beside ``owners``: two keys for one."""
    for value in keyed(sample, top=False):
        if value.path[-1] in ("owners", "phones", "emails") and value.key and not value.in_flow:
            text = sample.text(value.file)
            start = text.rfind("\n", 0, value.key[0]) + 1
            lead = " " * (value.key[0] - start)
            line = sample.line(value.file, value.key[0])
            one = f"{str(value.path[-1])[:-1]}: กบค.\n{lead}"
            yield edited(sample, value.file, value.key[0], value.key[0], one, line, line + 1)


def _several(*forms: str) -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for value, new in _counts(*forms)(sample):
            yield edited(sample, value.file, value.start, value.end, new)

    return make


def _short_years(sample: Sample) -> Iterator[Mutant]:
    """``5/10/24``: of 2524 or of 2024."""
    for value, found in days(sample, "published", "date", "as_of", files=FILES):
        new = f"{found[1]}-{MONTHS.index(found[2]) + 1}-{(int(found[3]) - 543) % 100}"
        yield edited(sample, value.file, value.start, value.end, new)


KINDS: tuple[Kind, ...] = (
    harmless(
        "an amount with its unit", sets(_amounts("{amount} บาท", "{amount}.-", "฿{amount}", "{amount} บาทถ้วน")), most=8
    ),
    harmless("a number with what is counted", sets(_counts("{count} คน", "จำนวน {count} ราย", "{count} เรื่อง")), most=8),
    harmless(
        "a day as letters and forms have it",
        sets(
            _days(
                "{day}-{short}-{two}",
                "{day:02}-{month:02}-{year}",
                "{year}/{month:02}/{day:02}",
                "ลว. {day} {short} {two}",
                "ลงวันที่ {day} {name} {year}",
            )
        ),
        most=10,
    ),
    harmless("a choice by its Thai word", sets(choice_in_thai), most=10),
    harmless("one value where a list belongs", sets(one_for_list), most=10),
    harmless("a key with a capital letter", _keys(str.capitalize)),
    harmless("a key with hyphens", _keys(lambda name: name.replace("_", "-"))),
    harmless("a key in the singular", _keys(_singular), most=8),
    harmless("a bullet of Word before a text", _around_text("• ")),
    harmless("quotation marks of Word around a text", _around_text("“", "”")),
    harmless("quotation marks of Word around a value", sets(curly_quotes)),
    harmless("no-break spaces for spaces", _spaces),
    harmless("a zero-width space in a text", _inside("\u200b")),
    harmless("a soft hyphen or a byte-order mark in a text", _inside("\u00ad")),
)
TWO_MEANINGS: tuple[Kind, ...] = (
    fault("a number that is no exact one", _several("60-70 คน", "ประมาณ 60 คน", "60 คน 3 รุ่น"), "not-a-whole-number"),
    fault("a day whose year has two meanings", _short_years, "short-year"),
    fault("a key in the singular beside its plural", _key_twice, "unknown-key"),
)
