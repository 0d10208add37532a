"""What waits for approval, item by item with what changed since the last one; and what an approval adds to ``approvals.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from generator import languages
from generator.diagnostics import short
from generator.families import FAMILIES
from generator.files.evidence import EvidenceFile
from generator.input import edits, readings
from generator.input.edits import Append
from generator.models.approvals import Approval, ApprovedFile
from generator.models.catalogue import Item
from generator.models.disclosure import Disclosure
from generator.officers.fields import fields_of
from generator.officers.to_fill import title_of
from generator.officers.workbook.cells import Names, show
from generator.officers.workbook.changes import differences
from generator.officers.workbook.office import names_of
from generator.site.approvals import FILE, OF_THE_OFFICE, Reader, evidence_names, files_of
from generator.site.holding import Held, held_of, removed_since
from generator.site.site import Approved, Entry, Site, approval_key
from generator.site.states import item_states
from generator.writing.dates import write_date

HEAD = (
    "# ใครอนุมัติให้เผยแพร่เรื่องใด เมื่อใด บันทึกด้วย oit approve\n"
    f"# เนื้อหาที่อนุมัติเก็บไว้ในโฟลเดอร์ approvals/ ข้างแฟ้มนี้ ({FILE}) อย่าลบ: เว็บไซต์เผยแพร่จากที่นั่นเมื่อข้อมูลถูกแก้หลังอนุมัติ\n"
)
_FRAME = frozenset(("family", "assessed_year", "data_year", *OF_THE_OFFICE))
_LONGEST = 200
"""Letters of one field of what is approved for the first time."""


@dataclass(frozen=True)
class Candidate:
    """One disclosure that can be approved.

    Attributes:
        why: ``first``: never approved; ``changed`` or ``removed`` since; ``lost``: its approved state cannot be compared;
            ``again``: approved already, and unchanged.
        code: of its item; empty where no item of the year asks for it.
        title: of the item, or the name of the content.
        owner: the unit responsible; empty where nobody is named.
        files: what is approved, with hashes; none of what was removed.
        last: the last approval.
        changes: every difference to what was approved last, a sentence each.
    """

    family: str
    year: int
    why: str
    code: str
    title: str
    owner: str
    files: tuple[ApprovedFile, ...]
    last: Approval | None
    changes: tuple[str, ...]


def candidates(
    site: Site, reader: Reader, *, year: int | None, item: str | None
) -> tuple[list[Candidate], tuple[Held, ...]]:
    """What can be approved, the newest year first and in the order of the catalogue; and what its own file keeps back.

    Args:
        reader: gives hashes of files.
        year: only of this one; None for all that the site shows.
        item: only this one, also where it is approved already.
    """
    found: dict[str, Candidate] = {}
    kept_back: list[Held] = []
    for of_year in site.years:
        for state in item_states(site, of_year) if year in (None, of_year) else ():
            if item not in (None, state.item.code):
                continue
            entries = [one.entry for one in state.families if one.entry and one.is_answered]
            for entry in entries:
                held = held_of(site, entry)
                if held and held.why in ("hold", "carried"):
                    kept_back.append(held)
                    continue
                made = _candidate(site, reader, entry, state.item)
                if made.why != "again" or item:
                    found.setdefault(approval_key(of_year, entry.data.family), made)
    for gone in removed_since(site):
        if gone.approval and year in (None, gone.year) and item in (None, gone.item):
            found[approval_key(gone.year, gone.approval.family)] = _removed(site, gone.approval)
    return sorted(found.values(), key=lambda one: -one.year), tuple(kept_back)


def _candidate(site: Site, reader: Reader, entry: Entry[Disclosure], item: Item) -> Candidate:
    approved = site.approved(entry.data)
    files = files_of(entry, site.folder, site.name, site.evidence, reader)
    last = approved.record if approved and approved.record.files else None
    owner = entry.data.owner
    unit = site.unit(owner.unit) if owner else None
    if last is None or approved is None:
        why = "first"
    elif approved.is_current:
        why = "again"
    else:
        why = "changed" if approved.entry else "lost"
    return Candidate(
        entry.data.family,
        entry.data.assessed_year,
        why,
        item.code,
        _title(item, entry.data.family),
        str(unit.label) if unit else owner.unit if owner else "",
        files,
        last,
        tuple(_changes(site, entry, approved, files)),
    )


def _title(item: Item, family: str) -> str:
    """The title of an item; of one that asks for several things also which of them."""
    title = title_of(item, "th")
    return title if len(item.families) == 1 else f"{title}: {languages.families('th')[family]['name']}"


def _removed(site: Site, last: Approval) -> Candidate:
    name = languages.families("th")[last.family]["name"]
    return Candidate(last.family, last.assessed_year, "removed", last.item or "", name, "", (), last, ())


def _changes(
    site: Site, entry: Entry[Disclosure], approved: Approved | None, files: tuple[ApprovedFile, ...]
) -> Iterator[str]:
    """Every difference between what was approved and what the data says, in the words of its fields."""
    model = FAMILIES[entry.data.family].model
    before = approved.entry if approved else None
    words = languages.words("th")["approve"]
    if before is None:
        yield from _contents(_said(entry), model, names_of(site), words)
        return
    yield from (one.sentence for one in differences(_said(before), _said(entry), model))
    was, now = _rows(before), _rows(entry)
    if was != now:
        yield words["rows"].format(before=f"{was or 0:,}", after=f"{now or 0:,}")
    elif approved and _has_other_tables(approved.record.files, files, entry):
        yield words["rows_changed"]
    for name in evidence_names(entry):
        yield from _evidence(name, approved.evidence if approved else {}, site.evidence, words)


def _evidence(
    name: str, before: Mapping[str, EvidenceFile], after: Mapping[str, EvidenceFile], words: Mapping[str, str]
) -> Iterator[str]:
    was, now = before.get(name), after.get(name)
    if was and now and was.sha256 != now.sha256:
        yield words["evidence"].format(file=name, before=f"{was.size:,}", after=f"{now.size:,}")


def _contents(data: Any, model: type[Disclosure], names: Names, words: Mapping[str, str]) -> Iterator[str]:
    """What a disclosure says, a field a sentence: of a list of groups how many there are, of evidence what each is called."""
    for field in fields_of(model):
        value = data.get(field.name)
        if value is None:
            continue
        if field.name == "evidence":
            papers = value if isinstance(value, list) else [value]
            said = "; ".join(_thai(one.get("title")) if isinstance(one, dict) else str(one) for one in papers)
        elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
            said = words["entries"].format(count=len(value))
        else:
            shown = show(value, field, names)
            said = (
                write_date(shown, "th")
                if isinstance(shown, date)
                else f"{shown:,}"
                if isinstance(shown, Decimal)
                else shown
            )
        if said.strip():
            yield f"{field.label}: {short(' '.join(said.split()), _LONGEST)}"


def _thai(text: Any) -> str:
    return str(text.get("th", "")) if isinstance(text, dict) else str(text or "")


def _has_other_tables(before: Sequence[ApprovedFile], after: Sequence[ApprovedFile], entry: Entry[Disclosure]) -> bool:
    """Whether a table has another content than it had; evidence is told by itself."""
    known, papers = set(before), evidence_names(entry)
    return any(one not in known and one.file not in papers for one in after[1:])


def _rows(entry: Entry[Any]) -> int | None:
    rows = getattr(entry.data, "rows", None)
    return rows.count if rows else None


def _said(entry: Entry[Disclosure] | None) -> Any:
    """What a file says, as it is meant, but for what it is of."""
    if entry is None:
        return {}
    said = readings.read(entry.file.data or {}, FAMILIES[entry.data.family].model).data
    return {key: value for key, value in said.items() if key not in _FRAME}


# --- recorded -----------------------------------------------------------------------------------------


def recorded(raw: bytes | None, name: str, chosen: Iterable[Candidate], by: str, day: date) -> bytes:
    """``approvals.yaml`` with an approval of each, behind those that are there.

    Args:
        raw: of the file; None where there is none yet.
        name: what messages call it.

    Raises:
        Refused: the file is broken.
    """
    made = [Append(("approvals",), _as_data(one, by, day)) for one in chosen]
    return edits.edited(raw or HEAD.encode("utf-8"), name, made)


def _as_data(one: Candidate, by: str, day: date) -> dict[str, Any]:
    data: dict[str, Any] = {"family": one.family, "assessed_year": str(one.year)}
    if one.code:
        data["item"] = one.code
    data |= {"by": by, "date": write_date(day, "th", "arabic")}
    if one.files:
        data["files"] = [{"file": file.file, "sha256": file.sha256} for file in one.files]
    return data


def list_candidates(listed: Sequence[Candidate], language: str, most: int) -> str:
    """What waits, an item a line and its changes below it, ``most`` of each."""
    words = languages.words(language)["approve"]
    lines = []
    for one in listed:
        last = ""
        if one.last:
            last = words["last"].format(by=one.last.by, date=write_date(one.last.date, language))
        lines.append(f"{one.year} {one.code or one.family} {one.title}: {words['why'][one.why]}{last}")
        lines += [f"  {line}" for line in one.changes[:most]]
        if len(one.changes) > most:
            lines.append("  " + words["more"].format(count=len(one.changes) - most))
    return "".join(f"{line}\n" for line in lines)
