"""For the office: every check with its manual page, and in a draft what the checks found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator import languages
from generator.checks import CHECKS
from generator.diagnostics import Severity
from generator.officers.report import Report
from generator.pages.page import Page, as_code, render
from generator.pages.voice import Voice
from generator.site.trail import Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Page]:
    site = voice.site
    if not site.shows_work:
        return
    voice = replace(voice, keeps_digits=True)  # a figure of a message is told as it was typed
    words, manual = voice.words["checks"], languages.faults(voice.language)
    meta = {"search": {"exclude": True}}
    checks = [
        {
            "code": module.CODE,
            "severity": getattr(module, "SEVERITY", Severity.ERROR),
            **manual[module.CODE],
            "wrong": as_code(manual[module.CODE]["wrong"]),
            "right": as_code(manual[module.CODE]["right"]),
        }
        for module in CHECKS
    ]
    yield render("checks.md.jinja", voice, "checks/index.md", words["title"], meta, menu="about", checks=checks)
    if site.is_draft:
        report = Report(site.found, site)
        matters = [matter for matter in report.matters if matter.found.severity is not Severity.OFF]
        title = words["report_title"]
        yield render(
            "check_report.md.jinja",
            voice,
            "check-report/index.md",
            title,
            meta,
            menu="about",
            report=report,
            groups={
                severity: [matter for matter in matters if matter.found.severity is severity]
                for severity in (Severity.ERROR, Severity.WARNING, Severity.ADVICE)
            },
            off=[matter.found for matter in report.matters if matter.found.severity is Severity.OFF],
        )
