"""Slips of writing YAML: keys, lists, marks and indentation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tests.mutation.kind import Kind, fault
from tests.mutation.sample import Edit, Mutant, Sample, Value

SYNTAX = ("yaml-syntax",)
FILES = "256*/*"


def keyed(sample: Sample, *, top: bool | None = None) -> Iterator[Value]:
    """Values with a key in block style.

    Args:
        top: only those at the top of a file, or only those below.
    """
    for file in sample.names:
        for value in sample.values(file):
            if value.key and not value.in_flow and (top is None or top == (len(value.path) == 1)):
                yield value


def line_of_key(sample: Sample, value: Value) -> int:
    return sample.line(value.file, value.key[0] if value.key else value.start)


def edited(sample: Sample, file: str, start: int, end: int, new: str, *lines: int, says: str = "") -> Mutant:
    """One edit, to be told at its line or at other lines."""
    at = {(file, line) for line in (sample.line(file, start), *lines)}
    return Mutant(
        frozenset(at),
        (Edit(file, start, end, new),),
        says=says or f"{file}:{sample.line(file, start)} {sample.text(file)[start:end]!r} → {new!r}",
    )


REQUIRED = {
    "family",
    "assessed_year",
    "data_year",
    "year",
    "id",
    "title",
    "text",
    "th",
    "instrument",
    "kind",
    "month",
    "work",
    "event",
    "finished",
    "pending",
    "walk_in",
}


def _mistyped(is_required: bool) -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for value in keyed(sample):
            name = str(value.path[-1])
            if (name in REQUIRED) == is_required and len(name) > 2 and value.key:
                new = name[:2] + name[3:]
                yield edited(sample, value.file, *value.key, new)

    return make


def _swapped(sample: Sample) -> Iterator[Mutant]:
    for value in keyed(sample):
        name = str(value.path[-1])
        if len(name) > 3 and name[1] != name[2] and value.key:
            yield edited(sample, value.file, *value.key, name[0] + name[2] + name[1] + name[3:])


def _in_thai(sample: Sample) -> Iterator[Mutant]:
    words = {"title": "ชื่อเรื่อง", "summary": "สรุป", "owner": "ผู้รับผิดชอบ", "period": "ระยะเวลา", "measures": "มาตรการ"}
    for value in keyed(sample):
        if value.path[-1] in words and value.key:
            yield edited(sample, value.file, *value.key, words[str(value.path[-1])])


def _required_gone(sample: Sample) -> Iterator[Mutant]:
    for value in keyed(sample):
        if value.path[-1] in REQUIRED and value.path[-1] not in ("id",) and (value.next or value.before):
            if value.path[-1] == "text" and not {"steps", "done", "outcomes", "results", "progress"} & set(
                map(str, value.path)
            ):
                continue
            if value.path[-1] == "title" and (
                len(value.path) == 1 or ("evidence" not in value.path and "measures" not in value.path)
            ):
                continue  # needed in some groups only
            if value.path[-1] in ("kind", "event", "work", "year") and len(value.path) > 1:
                continue
            holder = sample.value(value.file, value.path[:-1])
            lines = {one.line for one in (sample.under(holder) if holder else ())} | {
                line_of_key(sample, value),
                1,
                2,
                3,
                holder.line if holder else 1,
            }
            yield sample.without(
                [value], *((value.file, line) for line in lines), says=f"{value.file}:{value.line} no {value.path[-1]}"
            )


def _emptied(sample: Sample) -> Iterator[Mutant]:
    for value in keyed(sample):
        if value.text is not None and value.path[-1] in REQUIRED - {"title", "text", "kind", "event", "work", "year"}:
            yield edited(sample, value.file, value.start, value.end, "")


def _emptied_quotes(sample: Sample) -> Iterator[Mutant]:
    for value in keyed(sample):
        if value.text is not None and value.path[-1] in ("th", "published", "owner", "period", "score", "id"):
            yield edited(sample, value.file, value.start, value.end, '""')


def _doubled(sample: Sample) -> Iterator[Mutant]:
    for value in keyed(sample):
        if (
            value.text is not None
            and value.key
            and value.is_plain
            and "\n" not in sample.text(value.file)[value.start : value.end]
        ):
            text = sample.text(value.file)
            start = text.rfind("\n", 0, value.key[0]) + 1
            end = text.find("\n", value.end)
            indent = " " * (value.key[0] - start)
            again = f"\n{indent}{text[value.key[0] : end]}"
            line = line_of_key(sample, value)
            yield edited(sample, value.file, end, end, again, line + 1, line)


def _dash_forgotten(first: bool) -> Callable[[Sample], Iterator[Mutant]]:
    """``- id: m-2`` as ``  id: m-2``."""

    def make(sample: Sample) -> Iterator[Mutant]:
        for value in _entries(sample):
            text = sample.text(value.file)
            dash = text.rfind("-", 0, value.start)
            is_only = (
                first and sample.value(value.file, (*value.path[:-1], 1)) is None
            )  # one entry is read without its dash
            if (
                not is_only
                and (value.path[-1] == 0) == first
                and text[dash : value.start] == "- "
                and value.text is None
            ):
                yield edited(sample, value.file, dash, dash + 1, " ")

    return make


def _entries(sample: Sample) -> Iterator[Value]:
    for file in sample.names:
        for value in sample.values(file):
            if not value.key and value.path and not value.in_flow:
                yield value


def _dash_without_space(sample: Sample) -> Iterator[Mutant]:
    for value in _entries(sample):
        text = sample.text(value.file)
        if text[value.start - 2 : value.start] == "- ":
            yield edited(sample, value.file, value.start - 1, value.start, "")


def _tab(sample: Sample) -> Iterator[Mutant]:
    for value in keyed(sample, top=False):
        text = sample.text(value.file)
        start = text.rfind("\n", 0, value.begin) + 1
        if text[start : value.begin].isspace():
            yield edited(sample, value.file, start, value.begin, "\t")


def _wide_colon(sample: Sample) -> Iterator[Mutant]:
    for value in keyed(sample):
        if value.key and value.text is not None and sample.text(value.file)[value.key[1] : value.start] == ": ":
            yield edited(sample, value.file, value.key[1], value.start, "\uff1a ")


def _wide_colon_of_group(sample: Sample) -> Iterator[Mutant]:
    for value in keyed(sample):
        if value.key and value.text is None and sample.text(value.file)[value.key[1]] == ":":
            yield edited(sample, value.file, value.key[1], value.key[1] + 1, "\uff1a")


def _no_space(sample: Sample) -> Iterator[Mutant]:
    for value in keyed(sample):
        if value.key and value.text is not None and sample.text(value.file)[value.key[1] : value.start] == ": ":
            yield edited(sample, value.file, value.key[1], value.start, ":")


def _no_colon(sample: Sample) -> Iterator[Mutant]:
    for value in keyed(sample):
        if value.key and value.text is not None and sample.text(value.file)[value.key[1] : value.start] == ": ":
            yield edited(sample, value.file, value.key[1], value.start, " ")


def _quote_open(mark: str) -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for value in keyed(sample):
            if value.text and value.is_plain and value.path[-1] in ("th", "en", "title", "text"):
                yield edited(sample, value.file, value.start, value.start, mark)

    return make


def _quote_inside(sample: Sample) -> Iterator[Mutant]:
    """``"แผน" ปี 2567``: text behind a closed quotation mark."""
    for value in keyed(sample):
        text = value.text or ""
        if value.is_plain and value.path[-1] in ("th", "en") and " " in text and not value.in_flow:
            first, _, rest = text.partition(" ")
            yield edited(sample, value.file, value.start, value.end, f'"{first}" {rest}')


def _colon_inside(sample: Sample) -> Iterator[Mutant]:
    """``- จัดประชุม เวลา: 09.30``."""
    for value in keyed(sample):
        if value.is_plain and value.path[-1] in ("th", "en") and " " in (value.text or "") and not value.in_flow:
            yield edited(sample, value.file, value.start, value.end, f"{value.text} เวลา: 09.30 น.")


def _colon_in_entry(sample: Sample) -> Iterator[Mutant]:
    """The same in a list of plain texts, where it makes a group."""
    for value in _entries(sample):
        if value.text is not None and value.is_plain and value.path[-2] not in ("phones", "questions"):
            yield edited(sample, value.file, value.start, value.end, f"{value.text} เวลา: 09.30 น.")


def _indented(more: int) -> Callable[[Sample], Iterator[Mutant]]:
    """A line one space further in or out than its group."""

    def make(sample: Sample) -> Iterator[Mutant]:
        for value in keyed(sample, top=False):
            text = sample.text(value.file)
            start = text.rfind("\n", 0, value.begin) + 1
            lead = text[start : value.begin]
            if lead.isspace() and len(lead) + more > 0 and value.before is not None and value.text is not None:
                line = sample.line(value.file, start)
                yield edited(sample, value.file, start, value.begin, " " * (len(lead) + more), line)

    return make


def _bracket_open(sample: Sample) -> Iterator[Mutant]:
    for file in sample.names:
        for value in sample.values(file):
            if value.is_list and sample.text(file)[value.start] == "[" and value.key and not value.in_flow:
                yield edited(sample, file, value.end - 1, value.end, "")


def _brace_open(sample: Sample) -> Iterator[Mutant]:
    for file in sample.names:
        for value in sample.values(file):
            if (
                sample.text(file)[value.start : value.start + 1] == "{"
                and not value.in_flow
                and value.end - value.start > 2
            ):
                yield edited(sample, file, value.end - 1, value.end, "")


def _comma_in_flow(sample: Sample) -> Iterator[Mutant]:
    """``{amount: 4,241,300}``."""
    for file in sample.names:
        for value in sample.values(file):
            if value.in_flow and value.key and value.path[-1] == "amount":
                yield edited(sample, file, value.start, value.end, "4,241,300")


def _list_for_single(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("owner", "published", "assessed_year", "score", files="*/*"):
        if value.key and not value.in_flow:
            yield edited(sample, value.file, value.start, value.end, f"[{value.text}]")


def _group_for_text(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("th", files=FILES):
        if value.key and not value.in_flow:
            yield edited(sample, value.file, value.start, value.end, f"{{ข้อความ: {value.is_plain}}}")


def _anchor(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("owner", "unit", files=FILES):
        if value.is_plain:
            yield edited(sample, value.file, value.start, value.end, f"&o {value.text}")
            yield edited(sample, value.file, value.start, value.end, "*o")


def _tag(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("th", "owner", files=FILES):
        if value.is_plain and not value.in_flow:
            yield edited(sample, value.file, value.start, value.end, f"!!python/name:os.system {value.text}")


def _starts_with_sign(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("th", files=FILES):
        if value.is_plain and not value.in_flow:
            for sign in "@`%":
                yield edited(sample, value.file, value.start, value.start, sign)


def _second_document(sample: Sample) -> Iterator[Mutant]:
    for file in sample.disclosures:
        for value in sample.values(file):
            if len(value.path) == 1 and value.key and value.before:
                yield edited(
                    sample, file, value.begin, value.begin, "---\n", sample.line(file, value.begin) + 1, 1, 2, 3
                )


def _whole(change: Callable[[bytes], bytes], line: int | None = None) -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for file in sample.names:
            if file != "agency.yaml":
                new = change(sample.files[file])
                yield Mutant(frozenset({(file, line)}), whole={file: new}, says=f"{file} as a whole")

    return make


def _renamed(ending: str) -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for file in sample.disclosures:
            new = file.removesuffix(".yaml") + ending
            yield Mutant(frozenset({(new, None)}), whole={file: None, new: sample.files[file]}, says=f"{file} → {new}")

    return make


KINDS: tuple[Kind, ...] = (
    fault("a required key mistyped", _mistyped(True), "unknown-key", most=8),
    fault("an optional key mistyped", _mistyped(False), "unknown-key", most=8),
    fault("two letters of a key swapped", _swapped, "unknown-key"),
    fault("a key in Thai", _in_thai, "unknown-key"),
    fault("a required key deleted", _required_gone, "missing-key", most=8),
    fault("a required value deleted", _emptied, "empty-value"),
    fault(
        "a value of two quotation marks with nothing between",
        _emptied_quotes,
        "empty-value",
        "not-a-date",
        "not-text",
        "not-a-number",
        "not-an-id",
        "not-a-period",
    ),
    fault("a key written twice", _doubled, "repeated-key", most=8),
    fault(
        "the dash of a further entry forgotten",
        _dash_forgotten(False),
        "dash-forgotten",
        "repeated-key",
        *SYNTAX,
        most=8,
    ),
    fault("the dash of the first entry forgotten", _dash_forgotten(True), "dash-forgotten", "not-a-list", *SYNTAX),
    fault("no space behind a dash", _dash_without_space, *SYNTAX, "repeated-key", "not-a-list", "dash-forgotten"),
    fault("a tab as indentation", _tab, *SYNTAX),
    fault("a full-width colon", _wide_colon, *SYNTAX),
    fault("a full-width colon before a group", _wide_colon_of_group, *SYNTAX),
    fault("no space behind a colon", _no_space, *SYNTAX, most=8),
    fault("no colon behind a key", _no_colon, *SYNTAX),
    fault("a double quotation mark opened and not closed", _quote_open('"'), *SYNTAX, most=8),
    fault("a single quotation mark opened and not closed", _quote_open("'"), *SYNTAX),
    fault("text behind a closed quotation mark", _quote_inside, *SYNTAX),
    fault("a colon inside of a text", _colon_inside, *SYNTAX, most=8),
    fault(
        "a colon inside of an entry of a list",
        _colon_in_entry,
        *SYNTAX,
        "colon-in-text",
        "unknown-key",
        "not-text",
        "missing-key",
    ),
    fault("a line indented one space too far", _indented(1), *SYNTAX),
    fault("a line indented one space too little", _indented(-1), *SYNTAX, "unknown-key"),
    fault("a square bracket not closed", _bracket_open, *SYNTAX),
    fault("a curly bracket not closed", _brace_open, *SYNTAX),
    fault("a figure with commas between braces", _comma_in_flow, "comma-in-figure"),
    fault(
        "a list where one value belongs",
        _list_for_single,
        "not-text",
        "not-a-date",
        "not-a-year",
        "not-a-number",
        "not-a-mapping",
        "not-an-id",
    ),
    fault("a group where a text belongs", _group_for_text, "not-text"),
    fault("an anchor or an alias", _anchor, "yaml-alias", *SYNTAX),
    fault("a tag that asks for a program", _tag, "yaml-tag"),
    fault("a text that begins with a sign of YAML", _starts_with_sign, *SYNTAX),
    fault("a line that begins a second document", _second_document, "second-document", "missing-key"),
    fault(
        "a file saved by an old Notepad", _whole(lambda raw: raw.decode().encode("cp874", "replace")), "encoding-cp874"
    ),
    fault("a file saved as UTF-16", _whole(lambda raw: raw.decode().encode("utf-16")), "encoding-utf16"),
    fault("a file cut off in the middle of a letter", _whole(lambda raw: raw[: _cut(raw)]), "encoding-unknown"),
    fault("a file with nothing in it", _whole(lambda raw: b""), "empty-file"),
    fault("a file that Windows gave another ending", _renamed(".yaml.txt"), "rename-to-yaml"),
)


def _cut(raw: bytes) -> int:
    """Where a file is cut so that half a Thai letter is left."""
    found = [match.start() + 1 for match in re.finditer(rb"\xe0\xb8", raw)]
    return found[len(found) // 2]
