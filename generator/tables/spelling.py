"""Letters that texts lose on their way out of PDFs, in the cells of tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.tables.columns import Form
from generator.tables.faults import Place
from generator.tables.rows import Block
from generator.writing.letters import lost_letters, may_have_lost


def slips(block: Block, form: Form) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Every cell of a text with a lost ำ, or ๅ or ำ for า; all texts of a column are searched at once."""
    for column, values in zip(form.kept, block.columns, strict=True):
        if column.kind not in ("text", "lines"):
            continue
        joined = "\n".join([value or "" for value in values])
        if not may_have_lost(joined):
            continue
        for row, value in zip(block.places, values, strict=True):
            for word, meant in lost_letters(value) if value else ():
                index = block.header.index(column.key)
                yield (
                    block.place(row, column.key),
                    {"header": block.header.names[index], "alike": index, "word": word, "meant": meant, "count": "1"},
                )
