"""A question that the table puts in one class and the summary in another.

Who reads only the summary makes measures for the wrong questions.

Wrong: I18 has ``class: keep`` and stands among the members of ``develop``. Right: in one of them.

Rule: comparison (D: 004 prints every class twice). A class without any list of members is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.input.source import Path_
from generator.site.site import Site

CODE = "class-printed-otherwise"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        ita = entry.data
        titles = {one.id: one.title for one in ita.classes}
        seen: dict[str, str] = {}
        for number, one in enumerate(ita.classes):
            for place, members in enumerate(one.members):
                for at, reference in enumerate(members.questions):
                    question = ita.question(reference)
                    if question is None:
                        continue
                    path: Path_ = ("classes", number, "members", place, "questions", at)
                    name = question.code or short(question.text)
                    other = seen.setdefault(question.id, question.class_ or one.id)
                    if other != one.id and other in titles:
                        yield entry.file.at(path, CODE, name=name, title=one.title, other=titles[other])
        listing = {one.id for one in ita.classes if one.members}
        for number, question in enumerate(ita.questions):
            if question.class_ in listing and question.id not in seen:
                name, title = question.code or short(question.text), titles[question.class_]
                yield entry.file.at(("questions", number, "class"), CODE, name=name, title=title, other="–")
