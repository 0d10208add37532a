"""What a document claims of its figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tests.mutation.kind import Kind, fault
from tests.mutation.sample import Mutant, Sample, Value

CLAIMS = (
    "claim-of-below-target",
    "claim-of-count",
    "claim-of-lowest",
    "claim-of-highest",
    "claim-of-all",
    "claim-of-decrease",
    "claim-of-mean",
    "below-by-one-part",
    "unknown-subject",
    "claim-unlike-sentence",
)


def _claims(sample: Sample) -> Iterator[Value]:
    for file in sample.names:
        for value in sample.values(file):
            if len(value.path) > 1 and value.path[-2] == "claims":
                yield value


def _inside(sample: Sample, claim: Value) -> dict[str, Value]:
    return {str(one.path[-1]): one for one in sample.under(claim) if one.path[:-1] == claim.path}


def _at(sample: Sample, claim: Value) -> set[tuple[str, int | None]]:
    return {(claim.file, one.line) for one in (claim, *sample.under(claim))}


def count(sample: Sample) -> Iterator[Mutant]:
    for claim in _claims(sample):
        one = _inside(sample, claim).get("count")
        if one and one.text:
            yield sample.set(one, str(int(one.text) + 1), *_at(sample, claim))
            if one.text != "0":
                yield sample.set(one, str(int(one.text) - 1), *_at(sample, claim))


def subject_gone(sample: Sample) -> Iterator[Mutant]:
    for claim in _claims(sample):
        subjects = _inside(sample, claim).get("subjects")
        kind = _inside(sample, claim)["kind"]
        if subjects and kind.text == "below_target":
            for one in sample.under(subjects):
                yield sample.without([one], *_at(sample, claim), says=f"{claim.file}:{one.line} without {one.text}")


def subject_exchanged(sample: Sample) -> Iterator[Mutant]:
    """A code that is below the target put in the place of one that is not, or a lowest that is not."""
    for claim in _claims(sample):
        inside = _inside(sample, claim)
        if "subjects" in inside and inside["among"].text in ("questions", "items"):
            for one in sample.under(inside["subjects"]):
                new = {"I": "I8", "E": "E3", "O": "O1"}.get((one.text or " ")[0], "")
                if new and new != one.text:
                    yield sample.set(one, new, *_at(sample, claim))


def indicator_claimed(sample: Sample, kind: str, is_right: bool) -> Iterator[Mutant]:
    """A finding put in that calls an indicator the lowest or the highest, which it is or is not."""
    for file in sample.names:
        data = sample.data(file)
        findings = sample.value(file, ("findings",))
        if not file.startswith("ita/") or not findings or findings.end < len(sample.text(file).rstrip()):
            continue
        indicators = [one for instrument in data["instruments"] for one in instrument.get("indicators", ())]
        whole = {one["number"]: Decimal(one["score"]) for one in indicators if "." not in one["number"]}
        parted = {one["number"] for one in indicators if "parts" in one}  # of which either part may be meant
        edge = (min if kind == "lowest" else max)(whole.values())
        text = sample.text(file).rstrip("\n")
        for number, score in whole.items():
            if (score == edge) is is_right and number not in parted:
                lines = (
                    "- text: {th: ตัวชี้วัดหนึ่งต่างจากตัวชี้วัดอื่น, en: One indicator is unlike the others}",
                    "  claims:",
                    f"  - {{kind: {kind}, among: indicators, subjects: ['{number}'], score: {score}}}",
                )
                new = "\n".join((text, *lines)) + "\n"
                last = text.count("\n") + 1
                at = frozenset((file, last + n) for n in range(1, 4)) if not is_right else frozenset()
                yield Mutant(at, whole={file: new.encode()}, says=f"{file}: indicator {number} {kind}")


def lowest_indicator(sample: Sample) -> Iterator[Mutant]:
    yield from indicator_claimed(sample, "lowest", is_right=False)


def highest_indicator(sample: Sample) -> Iterator[Mutant]:
    yield from indicator_claimed(sample, "highest", is_right=False)


def score_of_claim(sample: Sample) -> Iterator[Mutant]:
    for claim in _claims(sample):
        one = _inside(sample, claim).get("score")
        if one and one.text:
            yield sample.set(one, str(Decimal(one.text) + (4 if Decimal(one.text) < 90 else -4)), *_at(sample, claim))


def below_made_above(sample: Sample) -> Iterator[Mutant]:
    for claim in _claims(sample):
        kind = _inside(sample, claim)["kind"]
        if kind.text == "lowest":
            yield sample.set(kind, "highest", *_at(sample, claim))


def than(sample: Sample) -> Iterator[Mutant]:
    for claim in _claims(sample):
        inside = _inside(sample, claim)
        if "than" in inside and inside.get("count") is not None and "subjects" in inside:
            yield sample.set(inside["than"], "99.5", *_at(sample, claim))


def count_in_prose(sample: Sample) -> Iterator[Mutant]:
    """``มี 2 ข้อ`` where three are listed beside it."""
    for claim in _claims(sample):
        inside = _inside(sample, claim)
        text = sample.value(claim.file, (*claim.path[:-2], "text", "th"))
        number = inside["count"].text if "count" in inside else None
        if text and number and f"มี {number} ข้อ" in (text.text or "") and text.is_plain:
            new = sample.text(text.file)[text.start : text.end].replace(f"มี {number} ข้อ", f"มี {int(number) + 2} ข้อ", 1)
            yield sample.set(text, new, *_at(sample, claim))


def code_in_prose(sample: Sample) -> Iterator[Mutant]:
    """Another code in the sentence than in the claim beside it."""
    for claim in _claims(sample):
        inside = _inside(sample, claim)
        text = sample.value(claim.file, (*claim.path[:-2], "text", "th"))
        if not text or "subjects" not in inside:
            continue
        for one in sample.under(inside["subjects"]):
            code = one.text or ""
            written = sample.text(text.file)[text.start : text.end]
            if code[1:].isdigit() and f"{code} " in f"{written} ":
                other = f"{code[0]}{int(code[1:]) + 1}"
                if other not in written:
                    yield sample.set(text, written.replace(code, other, 1), *_at(sample, claim))


KINDS: tuple[Kind, ...] = (
    fault("a claim's count off by one", count, *CLAIMS, most=8),
    fault("one of those below the target left out", subject_gone, *CLAIMS),
    fault("another code in a claim", subject_exchanged, *CLAIMS, most=8),
    fault("another indicator claimed as the lowest", lowest_indicator, *CLAIMS),
    fault("another indicator claimed as the highest", highest_indicator, *CLAIMS),
    fault("another score in a claim", score_of_claim, "score-printed-otherwise", *CLAIMS),
    fault("the lowest called the highest", below_made_above, *CLAIMS),
    fault("below another figure than the claim counts", than, *CLAIMS),
    fault("a count in a sentence unlike its list", count_in_prose, *CLAIMS),
    fault("a code in a sentence unlike its list", code_in_prose, *CLAIMS),
)
