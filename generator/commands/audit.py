"""``oit audit``: a site or a folder as an assessor of the NACC sees it."""

from __future__ import annotations

import argparse
import sys

from generator import languages
from generator.audit.report import audit_summary, report_of
from generator.audit.state import NotAState
from generator.commands import FAULTS, FINE, refuse
from generator.commands.console import report
from generator.commands.sites_out import basis_of_data, basis_of_profile, opened
from generator.diagnostics import has_errors
from generator.officers.todo_list import as_xlsx


def run(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)
    format = "text" if options.format == "xlsx" else options.format  # a workbook is of an audit, which there is not
    basis = basis_of_data(options, format) if options.data else basis_of_profile(options)
    if basis is None:
        return FAULTS
    try:
        with opened(options, basis) as (audit, _):
            found = report_of(audit)
    except NotAState:
        refuse(words["audit"]["not_a_state"].format(file=options.state))
    except KeyboardInterrupt:
        print(f"\n{words['audit']['interrupted']}", file=sys.stderr)
        return FAULTS
    if options.format == "xlsx":
        options.out.write_bytes(as_xlsx(found, options.lang))
        print(words["report"]["written"].format(file=options.out))
    else:
        report(found.found, options.lang, options.format)
    if options.format == "text":
        print(audit_summary(found, options.lang), end="", flush=True)
    return FAULTS if has_errors(found.found) else FINE
