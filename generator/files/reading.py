"""One reader of files: bytes or an open file in, what stands in it out.

Every kind is read within the bounds of :mod:`generator.files.content`, and what cannot be read is said, not raised.
``check`` and ``build`` read an agency's evidence this way (:mod:`generator.files.evidence`), ``audit`` whatever a site
links to.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import IO

from generator.files import office, pdf, pictures
from generator.files.content import MAX_TEXT, Content, Reach, ReadDocument, as_metadata, within
from generator.files.decoding import decode
from generator.files.html import read_page
from generator.files.kinds import Kind, is_locked_container, kind_of_bytes
from generator.tables.columns import CellFault

MAX_PDF_PAGES = 150
"""Pages of a PDF that ``audit`` reads."""
_CELL_ENDS = str.maketrans(',;"', "\t\t\t")
"""What parts the cells of a CSV file, so that a number is not taken for a part of its neighbour."""
_PICTURE_END = 65_536
"""Bytes at the end of a picture within which it says that it ends."""
_KEPT_AS_WRITTEN = ("pdf", "csv", "text")
"""Kinds whose ends of lines and spaces stay in the text of a document."""


def kind_of(body: bytes, name: str = "", content_type: str = "") -> Kind:
    """Of what kind something is: by its first bytes, then by what the server and the name say."""
    return kind_of_bytes(body, name, content_type) or office.kind_of_package(io.BytesIO(body))


def read(
    body: bytes, name: str = "", content_type: str = "", has_time: Callable[[], bool] = lambda: True
) -> ReadDocument:
    """What stands in a page or file that somebody published.

    Args:
        name: of the file, or the path of its address.
        content_type: what the server says of it.
        has_time: asked between the pages of a long PDF; the rest is left unread where it says no.
    """
    kind = kind_of(body, name, content_type)
    if not body.strip():
        return ReadDocument(kind)
    if kind == "html":
        return read_page(body, content_type)
    content = read_content(io.BytesIO(body), kind, Reach(MAX_PDF_PAGES, MAX_TEXT, has_time), content_type)
    return _as_document(kind, content)


def _as_document(kind: Kind, content: Content) -> ReadDocument:
    """As one text: a workbook without rows is empty, whatever its sheets are called."""
    is_named = kind == "archive" or any(text.strip() for _, text in content.lines)
    if kind in _KEPT_AS_WRITTEN:
        text = "\n".join(text for _, text in content.lines)
    else:
        lines = [*(content.titles if is_named else ()), *(" ".join(text.split()) for _, text in content.lines)]
        text = "\n".join(line for line in lines if line)
    return ReadDocument(
        kind,
        text[:MAX_TEXT],
        images=content.images,
        pages=content.pages or 0,
        is_locked=content.problem == "locked",
        is_damaged=content.problem == "damaged" and kind != "image",  # browsers show as much of a picture as there is
        is_whole=content.is_whole and len(text) <= MAX_TEXT,
    )


def read_content(file: IO[bytes], kind: Kind, reach: Reach, content_type: str = "") -> Content:
    """What stands in a file of any kind but a page; whatever a reader raises, the file is damaged."""
    readers: dict[str, Callable[[], Content]] = {
        "pdf": lambda: pdf.read(file, reach),
        "xlsx": lambda: office.workbook(file, reach),
        "xls": lambda: _old_workbook(file, reach),
        "csv": lambda: _text(file, reach, content_type, is_csv=True),
        "text": lambda: _text(file, reach, content_type, is_csv=False),
        "image": lambda: _image(file, reach),
        "other": lambda: _other(file, reach),
        **dict.fromkeys(("docx", "pptx", "ods", "odt", "archive"), lambda: office.package(file, kind, reach)),
    }
    try:
        content = readers[kind]()
        return _with_inner(content, reach) if content.inner else content
    except CellFault as fault:
        return Content(problem="oversized" if fault.code == "table-too-large" else "damaged", is_whole=False)
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException:  # a broken file fails in any way there is; a panic of Rust is not even an Exception
        return Content(problem="damaged", is_whole=False)


def _with_inner(content: Content, reach: Reach) -> Content:
    """What stands in the files inside, beside what stands in the file; a file inside of one inside is said, not read."""
    lines, metadata = list(content.hidden), list(content.metadata)
    active = dict.fromkeys(content.active)
    is_thorough = content.is_thorough
    for one in content.inner:
        kind = kind_of(one.body, one.name)
        if kind == "html":
            found = Content(
                tuple((one.name, block.text) for block in read_page(one.body, "").blocks), active=("script",)
            )
        else:
            found = read_content(io.BytesIO(one.body), kind, replace(reach, is_thorough=kind == "image"))
        lines += [(f"{one.name} {where}".strip(), text) for where, text in (*found.lines, *found.hidden)]
        metadata += found.metadata if kind == "image" else ()
        lines += [(f"{one.name} {key}", value) for key, value in found.metadata]
        active.update(dict.fromkeys(found.active))
        is_thorough &= found.is_whole or kind == "image"
    return replace(
        content,
        hidden=tuple(lines),
        metadata=tuple(metadata),
        active=tuple(active),
        inner=(),
        is_thorough=is_thorough,
    )


def _old_workbook(file: IO[bytes], reach: Reach) -> Content:
    other = _other(file, reach)
    file.seek(0)
    return other if other.problem else replace(office.old_workbook(file, reach), active=other.active)


def _other(file: IO[bytes], reach: Reach) -> Content:
    """A kind that has no reader; of a container it is known whether it is locked, has macros, and which words it has."""
    raw = file.read()
    return Content(
        problem="locked" if is_locked_container(raw) else "",
        is_whole=False,
        hidden=tuple(("", text) for text in office.strings(raw)) if reach.is_thorough else (),
        active=("macro",) if office.has_old_macros(raw) else (),
        is_thorough=False,
    )


def _image(file: IO[bytes], reach: Reach) -> Content:
    """A picture, with what it says of itself; a PNG says where it ends."""
    raw = file.read()
    is_cut = raw.startswith(b"\x89PNG") and b"IEND" not in raw[-_PICTURE_END:]
    metadata = as_metadata(pictures.metadata(raw)) if reach.is_thorough else ()
    return Content(images=1, problem="damaged" if is_cut else "", metadata=metadata, is_whole=False)


def _text(file: IO[bytes], reach: Reach, content_type: str, *, is_csv: bool) -> Content:
    text = decode(file.read(reach.letters * 3), content_type)
    is_whole = not file.read(1)
    if is_csv:
        text = text.translate(_CELL_ENDS)
    lines, is_all = within(((str(number), line) for number, line in enumerate(text.splitlines(), 1)), reach.letters)
    return Content(lines, is_whole=is_whole and is_all)
