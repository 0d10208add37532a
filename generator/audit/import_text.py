"""What ``oit import`` prints before it writes: every item, its documents, what is not seen, and what the audit found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from generator import languages
from generator.audit.beginnings import said_of_many
from generator.audit.import_plan import How, Places, Step
from generator.audit.survey import Audit
from generator.diagnostics import Diagnostic
from generator.writing.dates import write_date


def list_steps(planned: Sequence[Step], places: Places, audit: Audit, language: str) -> str:
    """All of it, ready to be printed."""
    words = languages.words(language)["import"]
    counts = Counter(step.how for step in planned)
    listed = {step.beginning.item.code for step in planned if step.beginning.is_listed}
    every = {step.beginning.item.code for step in planned}
    lines = [words["head"].format(year=places.year, listed=len(listed), items=len(every))]
    lines += [f"  ! {_said(fault, language)}" for fault in said_of_many(audit)]
    for code, of_item in _by_item(planned).items():
        lines.append(f"{code} {of_item[0].beginning.item.title.in_language(language)}")
        for step in of_item:
            lines += _of_family(step, places, language, words)
        lines += [f"    ! {_said(fault, language)}" for fault in of_item[0].beginning.said]
    lines.append(words["counts"].format(**{str(how): counts[how] for how in How}))
    return "\n".join(lines) + "\n"


def _said(fault: Diagnostic, language: str) -> str:
    return f"{fault.message(language)} [{fault.code}]"


def _by_item(planned: Iterable[Step]) -> dict[str, list[Step]]:
    found: dict[str, list[Step]] = {}
    for step in planned:
        found.setdefault(step.beginning.item.code, []).append(step)
    return found


def _of_family(step: Step, places: Places, language: str, words: Mapping[str, Any]) -> Iterator[str]:
    one = step.beginning
    name = languages.families(language)[one.family]["name"]
    yield f"  {name} [{one.family}]: {words['how'][step.how]}"
    if one.none and step.begun.none:
        yield f"    = {one.none}"
    for document in step.documents:
        key = places.key(one.item.code, document)
        facts = [
            *([write_date(document.issued, language, "arabic")] if document.issued else []),
            *([words["shows"].format(ids=", ".join(document.shows))] if document.shows else []),
        ]
        yield f"    + {document.title} → {' · '.join([*map(unquote, key.values()), *facts])}"
    yield from (f"    - {words['gone'].format(title=e.title.in_language(language))}" for e in step.gone)
    yield from (f"    ? {words['placeless'].format(title=document.title)}" for document in step.placeless)
    if one.lacks and step.how in (How.NEW, How.FILLED):
        titles = ", ".join(component.title.in_language(language) for component in one.lacks)
        yield f"    ~ {words['lacking'].format(titles=titles)}"
    if step.documents and not one.is_read:
        yield f"    ~ {words['remarks']['unread']}"
