"""Kinds of files: how their bytes begin, how their names end, what a server calls them.

One table of signatures and one of endings; whatever asks of what kind a file is asks here.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

Kind = Literal["html", "pdf", "xlsx", "xls", "docx", "pptx", "ods", "odt", "csv", "text", "image", "archive", "other"]

PACKAGE = b"PK"
"""How a ZIP archive begins, and a document of Office or OpenDocument, which is one."""
CONTAINER = b"\xd0\xcf\x11\xe0"
"""How an old document of Office begins, and a new one that is locked (a compound file, OLE)."""

_PDF, _PNG, _JPEG = b"%PDF-", b"\x89PNG", b"\xff\xd8\xff"

_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (_PDF, "pdf"),
    (_PNG, "image"),
    (_JPEG, "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
)
"""How the bytes of a kind begin; packages and containers hold several kinds, a web page begins in many ways."""


@dataclass(frozen=True)
class Ending:
    """The ending of a file's name.

    Attributes:
        kind: what a file so called is, where its bytes do not tell.
        signatures: how a file so called has to begin; none for plain text.
        is_published: whether evidence of this kind may be published.
    """

    kind: Kind
    signatures: tuple[bytes, ...] = ()
    is_published: bool = False


ENDINGS = {
    ".pdf": Ending("pdf", (_PDF,), True),
    ".png": Ending("image", (_PNG,), True),
    ".jpg": Ending("image", (_JPEG,), True),
    ".jpeg": Ending("image", (_JPEG,), True),
    ".docx": Ending("docx", (PACKAGE,), True),
    ".xlsx": Ending("xlsx", (PACKAGE,), True),
    ".pptx": Ending("pptx", (PACKAGE,), True),
    ".odt": Ending("odt", (PACKAGE,), True),
    ".ods": Ending("ods", (PACKAGE,), True),
    ".zip": Ending("archive", (PACKAGE,), True),
    ".csv": Ending("csv", (), True),
    ".txt": Ending("text", (), True),
    ".doc": Ending("other", (CONTAINER,), True),
    ".xls": Ending("xls", (CONTAINER,), True),
    **dict.fromkeys((".html", ".htm", ".php", ".asp", ".aspx", ".jsp"), Ending("html")),
}

PUBLISHED = tuple(ending for ending, of in ENDINGS.items() if of.is_published)
"""Endings of the kinds of evidence that may be published."""

_NO_TEXT = (
    PACKAGE + b"\x03\x04",
    CONTAINER,
    *(start for start, _ in _SIGNATURES if start != b"BM"),  # a text may well begin with these two letters
    b"<!DOCTYP",
    b"<html",
)
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body|title|meta|div|table|p|h1|a)\b", re.I | re.S
)
_PARTS: tuple[tuple[str, Kind], ...] = (("xl/", "xlsx"), ("word/", "docx"), ("ppt/", "pptx"))


def ending_of(name: str) -> str:
    """The ending of a name or path, in small letters, with its dot."""
    return PurePosixPath(name.lower()).suffix


def is_what_its_name_says(start: bytes, name: str) -> bool:
    """Whether a file's first eight bytes are those of the kind that its name tells; a plain text is no known other."""
    of = ENDINGS.get(ending_of(name), Ending("other"))
    return start.startswith(of.signatures) if of.signatures else not start.startswith(_NO_TEXT)


def is_locked_container(body: bytes) -> bool:
    """Whether a container holds a new document that is locked."""
    return "EncryptedPackage".encode("utf-16-le") in body


def kind_of_bytes(body: bytes, name: str = "", content_type: str = "") -> Kind | None:
    """Of what kind something is: by its first bytes, then by what the server and the name say; None for a package."""
    start = body[:4096].removeprefix(codecs.BOM_UTF8)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        start = start.decode("utf-16", "replace").encode()
    if _PDF in body[:1024]:
        return "pdf"
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "image"
    for first, kind in _SIGNATURES:
        if start.startswith(first):
            return kind
    if start.startswith(PACKAGE + b"\x03\x04"):
        return None
    if start.startswith(CONTAINER):
        return "xls" if ending_of(name) == ".xls" else "other"
    return _kind_of_text(start, ending_of(name), content_type.lower())


def _kind_of_text(start: bytes, ending: str, content_type: str) -> Kind:
    """Of what kind something is whose first bytes are no signature."""
    said = ENDINGS[ending].kind if ending in ENDINGS else "other"
    if _HTML.match(start) or "html" in content_type:
        return "html"
    if said in ("csv", "text") or content_type.startswith("text/"):
        return "csv" if said == "csv" or "csv" in content_type else "text"
    return said if said == "html" else "other"


def kind_of_package(names: Iterable[str], media_type: bytes) -> Kind:
    """Of what kind a package is.

    Args:
        names: of its parts.
        media_type: what its part ``mimetype`` says, which OpenDocument has.
    """
    if media_type:
        return "ods" if b"spreadsheet" in media_type else "odt"
    names = tuple(names)
    return next((kind for folder, kind in _PARTS if any(name.startswith(folder) for name in names)), "archive")
