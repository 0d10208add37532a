"""Writes the table of what is found."""

from __future__ import annotations

from tests.persons.measure import TABLE, as_markdown

if __name__ == "__main__":
    TABLE.write_text(as_markdown(), "utf-8")
