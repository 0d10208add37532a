"""A file without what it says of people: metadata, places of photographs, comments. What a reader sees stays the same.

PDFs by pypdf; pictures and packed documents by their parts, so that no picture is encoded anew. What was made is read again and
compared by :func:`cleaned`: where its pages say anything else, nothing is given.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from generator.files.content import Content, Reach
from generator.files.kinds import Kind
from generator.files.reading import read_content

Why = Literal["signed", "locked", "kind", "differs"]
_REACH = Reach(pages=1_000, letters=5_000_000, is_thorough=True)


@dataclass(frozen=True)
class Cleaned:
    """What came of a file.

    Attributes:
        body: the file without what was taken out; None where nothing is, or nothing can be.
        removed: what is gone: where it stood, and what it said.
        why: why nothing could be taken out of a file that says something of people; empty where it could, or says nothing.
    """

    body: bytes | None = None
    removed: tuple[tuple[str, str], ...] = ()
    why: Why | Literal[""] = ""


def cleaned(body: bytes, kind: Kind) -> Cleaned:
    """The file without metadata and comments, where it has any and can do without."""
    before = read_content(io.BytesIO(body), kind, _REACH)
    if before.problem:
        return Cleaned(why="locked") if before.problem in ("locked", "restricted") else Cleaned()
    try:
        made = _CLEANERS[kind](body) if kind in _CLEANERS else None
    except _Signed:
        return Cleaned(why="signed") if before.metadata else Cleaned()
    except Exception:  # a file that is damaged in a way that its reader bears
        return Cleaned(why="differs") if before.metadata else Cleaned()
    if made is None:
        return Cleaned(why="kind") if before.metadata else Cleaned()
    after = read_content(io.BytesIO(made), kind, _REACH)
    removed = _gone(before, after)
    if not removed:
        return Cleaned()
    return Cleaned(made, removed) if _is_same(before, after) else Cleaned(why="differs")


def _gone(before: Content, after: Content) -> tuple[tuple[str, str], ...]:
    """What stood in the file beside its pages and does not any more."""
    said = (*before.metadata, *before.hidden, *before.lines)
    left = Counter(text for _, text in (*after.metadata, *after.hidden, *after.lines))
    gone = []
    for where, text in said:
        if left[text]:
            left[text] -= 1
        elif text.strip():
            gone.append((where, " ".join(text.split())))
    return tuple(dict.fromkeys(gone))


def _is_same(before: Content, after: Content) -> bool:
    """Whether pages are as before; of a document whose comments stand among its words, that nothing else came or moved."""
    if after.problem or before.pages != after.pages:
        return False
    if before.pages is not None:
        return before.lines == after.lines
    letters = iter("".join(text for _, text in before.lines))
    return all(any(letter == other for other in letters) for _, text in after.lines for letter in text)


# --- PDF ----------------------------------------------------------------------------------------------------------


class _Signed(Exception):
    """A digital signature speaks of every byte."""


_COMMENTS = (
    "/Text",
    "/Popup",
    "/Highlight",
    "/Underline",
    "/StrikeOut",
    "/Squiggly",
    "/Caret",
    "/FileAttachment",
    "/Sound",
)
"""Annotations that people made of a document; links, fields, stamps and text typed onto the page are a part of it."""


def _of_pdf(body: bytes) -> bytes:
    from pypdf import PdfReader, PdfWriter  # not at the top: slow to load
    from pypdf.generic import ArrayObject, NameObject

    reader = PdfReader(io.BytesIO(body))
    if b"/ByteRange" in body and b"/Sig" in body:
        raise _Signed
    title = reader.metadata.title if reader.metadata else None
    writer = PdfWriter(clone_from=reader)
    writer.metadata = {"/Title": title} if title else None  # screen readers say it
    _only_accessibility(writer)
    for page in writer.pages:
        page.pop(NameObject("/Metadata"), None)
        if "/Annots" in page:
            listed: Any = page["/Annots"].get_object()
            kept = [one for one in listed if one.get_object().get("/Subtype") not in _COMMENTS]
            page[NameObject("/Annots")] = ArrayObject(kept)
    _compact(writer)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


_PDF_UA = re.compile(rb"pdfuaid:part(?:>|=[\"'])(\d)")


def _only_accessibility(writer: Any) -> None:
    """The XMP of a document keeps nothing but that it is made for screen readers (PDF/UA), where it says so."""
    from pypdf.generic import DecodedStreamObject, NameObject

    old = writer.root_object.pop("/Metadata", None)
    found = _PDF_UA.search(old.get_object().get_data()) if old else None
    if found:
        stream = DecodedStreamObject()
        stream.set_data(_XMP % found[1])
        stream[NameObject("/Type")], stream[NameObject("/Subtype")] = NameObject("/Metadata"), NameObject("/XML")
        writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)


_XMP = (
    b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    b'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="%b"/></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
)


def _compact(writer: Any) -> None:
    """Without objects that nothing refers to any more: a comment that is only cut off would still stand in the bytes."""
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)


# --- pictures -----------------------------------------------------------------------------------------------------


def _of_image(body: bytes) -> bytes | None:
    if body.startswith(b"\xff\xd8"):
        return b"\xff\xd8" + b"".join(_jpeg_parts(body))
    if body.startswith(b"\x89PNG"):
        return body[:8] + b"".join(_png_parts(body))
    return None


def _jpeg_parts(body: bytes) -> Iterator[bytes]:
    """Every segment but EXIF, XMP, IPTC and comments; which way is up stays said."""
    at = 2
    while at + 4 <= len(body) and body[at] == 0xFF and body[at + 1] != 0xDA:
        size = int.from_bytes(body[at + 2 : at + 4], "big")
        marker, inner = body[at + 1], body[at + 4 : at + 2 + size]
        if marker == 0xE1 and inner.startswith(b"Exif\0\0"):
            if (turned := _orientation(inner[6:])) > 1:
                exif = b"Exif\0\0" + _only_orientation(turned)
                yield b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif
        elif marker not in (0xE1, 0xED, 0xFE):
            yield body[at : at + 2 + size]
        at += 2 + max(size, 2)
    yield body[at:]


def _png_parts(body: bytes) -> Iterator[bytes]:
    at = 8
    while at + 8 <= len(body):
        size, name = int.from_bytes(body[at : at + 4], "big"), body[at + 4 : at + 8]
        if name == b"eXIf" and (turned := _orientation(body[at + 8 : at + 8 + size])) > 1:
            exif = _only_orientation(turned)
            yield len(exif).to_bytes(4, "big") + name + exif + zlib.crc32(name + exif).to_bytes(4, "big")
        elif name not in (b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME"):
            yield body[at : at + 12 + size]
        at += 12 + size


_TURNED = 0x0112


def _orientation(tiff: bytes) -> int:
    """Which way up a picture is, 1 to 8 as EXIF has it; 1 where it does not say."""
    order = "<" if tiff.startswith(b"II") else ">"
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for number in range(min(count, 200)):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * number)
            if tag == _TURNED:
                return int(value) if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1


def _only_orientation(turned: int) -> bytes:
    return b"MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, _TURNED, 3, 1, turned, 0, 0)


# --- packed documents ---------------------------------------------------------------------------------------------

_EMPTIED = re.compile(
    r"docProps/(?:core|app|custom)\.xml|meta\.xml|(?:word|ppt|xl)/(?:[^/]+/)?(?:comments?|threadedComment|person|people|commentAuthors|authors)"
    r"\w*\.xml|xl/(?:persons|threadedComments)/[^/]+\.xml|ppt/(?:comments|commentAuthors)/[^/]+\.xml"
)
"""Parts that hold properties, comments, and who wrote them: each keeps its outermost element alone."""
_ROOT = re.compile(rb"^(.*?)<([A-Za-z_][\w.-]*:?[\w.-]*)((?:\s[^<>]*?)?)/?>", re.S)
_XLSX_COMMENTS = re.compile(r"xl/comments[^/]*\.xml")
_REFERENCES = re.compile(rb"<w:comment(?:RangeStart|RangeEnd|Reference)\b[^<>]*/>")
_ANNOTATIONS = re.compile(rb"<office:annotation(?:-end)?\b[^<>]*?(?:/>|>.*?</office:annotation(?:-end)?>)", re.S)
_NOTES = re.compile(rb"<v:shape\b(?:(?!</v:shape>).)*?ObjectType=\"Note\".*?</v:shape>", re.S)
_PICTURE = re.compile(r"(?:/media/|^Pictures/).*\.(?:jpe?g|png)$", re.IGNORECASE)


def _of_package(body: bytes) -> bytes | None:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        if any(
            name.startswith("_xmlsignatures/") or name == "META-INF/documentsignatures.xml" for name in old.namelist()
        ):
            raise _Signed
        for info in old.infolist():
            new.writestr(info, _part(info.filename, old.read(info)), info.compress_type)
    return made.getvalue()


def _part(name: str, raw: bytes) -> bytes:
    """A part without what speaks of people."""
    if _EMPTIED.fullmatch(name):
        inner = b"<authors/><commentList/>" if _XLSX_COMMENTS.fullmatch(name) else b""
        return _emptied(raw, b"<office:meta/>" if name == "meta.xml" else inner)
    if _PICTURE.search(name):
        return _of_image(raw) or raw
    if name.startswith("word/") and name.endswith(".xml"):
        return _REFERENCES.sub(b"", raw)
    if name in ("content.xml", "styles.xml"):
        return _ANNOTATIONS.sub(b"", raw)
    return _NOTES.sub(b"", raw) if name.endswith(".vml") else raw


def _emptied(raw: bytes, inner: bytes) -> bytes:
    """The outermost element with nothing inside but ``inner``."""
    found = _ROOT.match(raw)
    return b"%b<%b%b>%b</%b>" % (found[1], found[2], found[3], inner, found[2]) if found else raw


_CLEANERS: dict[str, Callable[[bytes], bytes | None]] = {
    "pdf": _of_pdf,
    "image": _of_image,
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods"), _of_package),
}
