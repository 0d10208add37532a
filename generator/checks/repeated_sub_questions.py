"""A question with the very sub-questions of another one.

Mostly copied and not rewritten, so that the reader does not learn what was asked.

Wrong: one question on demanding and one on giving, both with sub-questions on demanding. Right: each with its own.

Rule: comparison (D: 004, I5 and I6 have the sub-questions of I4). Only advice, for short sub-questions may really be the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.assessment import title_key
from generator.site.site import Site

CODE = "repeated-sub-questions"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        seen: dict[tuple[str, ...], str] = {}
        for number, question in enumerate(entry.data.questions):
            texts = tuple(title_key(str(sub.text)) for sub in question.sub_questions)
            name = question.code or short(question.text)
            if len(texts) > 1 and (first := seen.setdefault(texts, name)) != name:
                path = ("questions", number, "sub_questions", 0, "text")
                yield entry.file.at(path, CODE, name=name, first=first, count=len(texts))
