"""For the office, in a draft: every check with its manual page, and what the checks found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from generator import languages
from generator.checks import CHECKS, is_safety, severity_of
from generator.diagnostics import Severity
from generator.officers.report import Report
from generator.pages.page import Page, Planned, as_code, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.trail import Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    voice = replace(voice, keeps_digits=True)  # a figure of a message is told as it was typed
    if voice.site.is_draft:
        yield Planned(addresses.CHECKS, partial(_checks, voice))
        yield Planned(addresses.CHECK_REPORT, partial(_report, voice))


def _checks(voice: Voice) -> Page:
    words, manual = voice.words["checks"], languages.faults(voice.language)
    checks = [
        {
            "code": module.CODE,
            "severity": severity_of(module),
            "is_safety": is_safety(module),
            **manual[module.CODE],
            "wrong": as_code(manual[module.CODE]["wrong"]),
            "right": as_code(manual[module.CODE]["right"]),
        }
        for module in CHECKS
    ]
    return render("checks.md.jinja", voice, addresses.CHECKS, words["title"], _META, menu="about", checks=checks)


_META = {"search": {"exclude": True}}


def _report(voice: Voice) -> Page:
    report = Report(voice.site.found, voice.site)
    matters = [matter for matter in report.matters if matter.found.severity is not Severity.OFF]
    title = voice.words["checks"]["report_title"]
    return render(
        "check_report.md.jinja",
        voice,
        addresses.CHECK_REPORT,
        title,
        _META,
        menu="about",
        report=report,
        groups={
            severity: [matter for matter in matters if matter.found.severity is severity]
            for severity in (Severity.ERROR, Severity.WARNING, Severity.ADVICE)
        },
        off=[matter.found for matter in report.matters if matter.found.severity is Severity.OFF],
    )
