"""Letters that look like others, and what is a person's."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.mutation.kind import Kind, fault
from tests.mutation.sample import Edit, Mutant, Sample, Value

FILES = "256[789]/*"


def thai(sample: Sample) -> Iterator[Value]:
    for value in sample.each("th", files=FILES):
        if value.is_plain and not value.in_flow and len(value.text or "") > 12:
            yield value


def appended(*texts: str) -> Callable[[Sample], Iterator[Mutant]]:
    """A text with something behind it."""

    def make(sample: Sample) -> Iterator[Mutant]:
        for number, value in enumerate(thai(sample)):
            text = texts[number % len(texts)]
            yield Mutant(
                frozenset({(value.file, value.line)}),
                (Edit(value.file, value.end, value.end, f" {text}"),),
                says=f"{value.file}:{value.line} + {text}",
            )

    return make


def _letter(old: str, new: str, *keys: str) -> Callable[[Sample], Iterator[Mutant]]:
    """The first ``old`` of a text as ``new``."""

    def make(sample: Sample) -> Iterator[Mutant]:
        for value in sample.each(*(keys or ("th",)), files=FILES):
            text = sample.text(value.file)[value.start : value.end]
            place = text.find(old)
            if place >= 0 and "note" not in value.path:
                start = value.start + place
                line = sample.line(value.file, value.start)
                yield Mutant(
                    frozenset({(value.file, line)}),
                    (Edit(value.file, start, start + len(old), new),),
                    says=f"{value.file}:{line} {old!r} → {new!r}",
                )

    return make


def inside(letter: str) -> Callable[[Sample], Iterator[Mutant]]:
    """A letter put into the middle of a text."""

    def make(sample: Sample) -> Iterator[Mutant]:
        for value in thai(sample):
            at = value.start + (value.end - value.start) // 2
            yield Mutant(
                frozenset({(value.file, value.line)}),
                (Edit(value.file, at, at, letter),),
                says=f"{value.file}:{value.line} with U+{ord(letter):04X}",
            )

    return make


def mixed_digits(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("th", "amount", "score", "published", files="*/*"):
        text = sample.text(value.file)[value.start : value.end]
        for place in range(len(text) - 1):
            if text[place].isdigit() and text[place + 1].isdigit() and text[place].isascii():
                new = "๐๑๒๓๔๕๖๗๘๙"[int(text[place])]
                yield Mutant(
                    frozenset({(value.file, value.line)}),
                    (Edit(value.file, value.start + place, value.start + place + 1, new),),
                    says=f"{value.file}:{value.line} mixed digits",
                )
                break


def _with_check(digits: str) -> str:
    """Twelve digits of a national id and the right thirteenth."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=True))
    return digits + str((11 - total % 11) % 10)


def _id(prefix: str = "", *, thai_digits: bool = False, parted: bool = False) -> str:
    number = _with_check("310170012345")
    if parted:
        number = f"{number[0]}-{number[1:5]}-{number[5:10]}-{number[10:12]}-{number[12]}"
    if thai_digits:
        number = number.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    return f"{prefix}{number}"


def person_in_table(sample: Sample) -> Iterator[Mutant]:
    """A national id in a cell of an evidence table."""
    for name, raw in sample.files.items():
        if name.startswith("files/") and name.endswith(".csv"):
            users = {(v.file, v.line) for v in sample.each("file") if v.text == name}
            yield Mutant(frozenset(users), whole={name: raw + f"นาย ก,{_id()}\r\n".encode()}, says=f"{name} with an id")
            yield Mutant(
                frozenset(users), whole={name: raw + "นาง ข,081-234-5678\r\n".encode()}, says=f"{name} with a phone"
            )


def email_mistyped(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("emails", "email", "address", within="emails", files=FILES):
        text = value.text or ""
        if "@" in text:
            for new in (
                text.replace("@", " ที่ "),
                text.replace(".", ",", 1),
                text.replace("@", "@@"),
                text.split("@")[0],
            ):
                yield sample.set(value, f'"{new}"')


KINDS: tuple[Kind, ...] = (
    fault("an address of mail mistyped", email_mistyped, "malformed-email"),
    fault("a national id in a text", appended(_id("เลขบัตรประชาชน ")), "national-id"),
    fault(
        "a national id in Thai digits or parted",
        appended(_id("เลขประจำตัว ", thai_digits=True), _id("", parted=True)),
        "national-id",
    ),
    fault(
        "a mobile number in a text",
        appended("โทร 081-234-5678", "มือถือ 0891234567", "โทร. ๐๘๑ ๒๓๔ ๕๖๗๘"),
        "personal-phone",
    ),
    fault(
        "a bank account in a text",
        appended("บัญชีเลขที่ 123-4-56789-0 ธนาคารกรุงไทย", "ธนาคารออมสิน เลขที่บัญชี 020123456789"),
        "bank-account",
    ),
    fault("a home address in a text", appended("บ้านเลขที่ 99/1 หมู่ 4 ตำบลบางรัก"), "home-address"),
    fault("a person's number in an evidence table", person_in_table, "national-id", "personal-phone"),
    fault("a letter of a private font in a text", inside("\uf70a"), "stray-character"),
    fault("the replacement sign in a text", inside("\ufffd"), "stray-character"),
    fault("a Cyrillic letter in a Latin word", _letter("a", "а", "en"), "look-alike-letter"),
    fault("a Latin O in a year", _letter("2567", "25O7"), "look-alike-letter"),
    fault("am in two pieces", _letter("ำ", "ํา"), "misplaced-mark"),
    fault("two e for ae", _letter("แ", "เเ"), "misplaced-mark"),
    fault("a tone mark twice", _letter("่", "่่"), "misplaced-mark"),
    fault("a tone mark before its vowel", _letter("ี่", "่ี"), "misplaced-mark"),
    fault("digits of both scripts in one figure", mixed_digits, "mixed-digits"),
    fault("a fixed term misspelt: integrity", _letter("คุณธรรมและความโปร่งใส", "คุณธรรมและความโปร่งไส"), "misspelt-term"),
    fault("a fixed term misspelt: procurement", _letter("จัดซื้อจัดจ้าง", "จัดซือจัดจ้าง"), "misspelt-term"),
    fault("a fixed term misspelt: corruption", _letter("การทุจริต", "การทุจิต"), "misspelt-term"),
    fault("a fixed term misspelt: budget", _letter("งบประมาณ", "งบประมาน"), "misspelt-term"),
)
