"""The list of everything that a site has besides its pages; a new one is a module with ``prepare``, and one line here."""

from __future__ import annotations

from generator.publish.output import Output

OUTPUTS: tuple[Output, ...] = (
    Output("evidence", "evidence"),
    Output("tables", "exporters.whole_tables"),
    Output("answer sheets", "exporters.answer_sheet"),
    Output("lists", "exporters.lists"),
    Output("feeds", "exporters.feed"),
    Output("spending", "exporters.spending_rows"),
    Output("search", "search.shelf"),
    Output("pictures to share", "share"),
    Output("files for servers", "hosting", is_served=False),
    Output("PDFs", "pdf", is_served=False),
    Output("ZIP", "offline", phase="whole", is_served=False),
)
