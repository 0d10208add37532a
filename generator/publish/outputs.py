"""The list of everything that a site has besides its pages; a new one is a module with ``prepare``, and one line here."""

from __future__ import annotations

from generator.publish import evidence, hosting, offline, pdf
from generator.publish.exporters import answer_sheet, whole_tables
from generator.publish.output import Output
from generator.publish.search import shelf

OUTPUTS: tuple[Output, ...] = (
    Output("evidence", evidence.prepare),
    Output("tables", whole_tables.prepare),
    Output("answer sheets", answer_sheet.prepare),
    Output("search", shelf.prepare),
    Output("files for servers", hosting.prepare, is_served=False),
    Output("PDFs", pdf.prepare, is_served=False),
    Output("ZIP", offline.prepare, phase="whole", is_served=False),
)
