"""What a photograph says of itself: where it was taken, by whom, and comments (EXIF 2.32, JPEG, PNG, TIFF).

Only the tags that speak of persons and places are read, by the bytes; the picture itself is not decoded.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

from generator.files.decoding import decode

_MAX_FIELDS = 200
_NAMES = {0x010E: "ImageDescription", 0x013B: "Artist", 0x8298: "Copyright", 0x9286: "UserComment", 0x9C9C: "XPComment",
          0x9C9D: "XPAuthor", 0x9C9B: "XPTitle", 0x9C9E: "XPKeywords", 0x9C9F: "XPSubject", 0xA430: "CameraOwnerName"}  # fmt: skip
_EXIF, _GPS = 0x8769, 0x8825
_TAGS = re.compile(r"<[^<>]*>")
Metadata = list[tuple[str, str]]


def metadata(body: bytes) -> Metadata:
    """What the bytes of a picture say of it; nothing where they cannot be read."""
    try:
        if body.startswith(b"\xff\xd8"):
            return list(_of_jpeg(body))
        if body.startswith(b"\x89PNG"):
            return list(_of_png(body))
        return list(_of_tiff(body)) if body[:4] in (b"II*\0", b"MM\0*") else []
    except (struct.error, zlib.error, IndexError):
        return []


def _of_jpeg(body: bytes) -> Iterator[tuple[str, str]]:
    at = 2
    while at + 4 <= len(body) and body[at] == 0xFF and body[at + 1] != 0xDA:
        size = int.from_bytes(body[at + 2 : at + 4], "big")
        inner = body[at + 4 : at + 2 + size]
        if body[at + 1] == 0xFE:
            yield "Comment", decode(inner)
        elif inner.startswith(b"Exif\0\0"):
            yield from _of_tiff(inner[6:])
        elif inner.startswith((b"http://ns.adobe.com/xap", b"Photoshop 3.0")):
            yield from _of_text(inner)
        at += 2 + max(size, 2)


def _of_png(body: bytes) -> Iterator[tuple[str, str]]:
    at = 8
    while at + 8 <= len(body):
        size, name = int.from_bytes(body[at : at + 4], "big"), body[at + 4 : at + 8]
        inner = body[at + 8 : at + 8 + size]
        if name == b"eXIf":
            yield from _of_tiff(inner)
        elif name in (b"tEXt", b"iTXt"):
            yield from _of_text(inner)
        elif name == b"zTXt":
            yield from _of_text(zlib.decompressobj().decompress(inner[inner.index(0) + 2 :], 100_000))
        at += 12 + size


def _of_text(raw: bytes) -> Iterator[tuple[str, str]]:
    text = decode(raw)
    if re.search("GPSLatitude|GPSLongitude", text):
        yield "GPS", "XMP"
    yield "Comment", _TAGS.sub(" ", text.replace("\0", " "))


def _of_tiff(body: bytes, at: int | None = None) -> Iterator[tuple[str, str]]:
    order = "<" if body.startswith(b"II") else ">"
    start: int = struct.unpack_from(f"{order}I", body, 4)[0] if at is None else at
    (count,) = struct.unpack_from(f"{order}H", body, start)
    for number in range(min(count, _MAX_FIELDS)):
        tag, form, size, value = struct.unpack_from(f"{order}HHII", body, start + 2 + 12 * number)
        if tag == _GPS:
            yield from _place(body, order, value)
        elif tag == _EXIF and at is None:
            yield from _of_tiff(body, value)
        elif tag in _NAMES:
            raw = body[value : value + size] if size > 4 else struct.pack(f"{order}I", value)[:size]
            said = raw.decode("utf-16-le", "replace") if form == 1 else decode(raw.removeprefix(b"ASCII\0\0\0"))
            yield _NAMES[tag], said.replace("\0", " ").strip()


def _place(body: bytes, order: str, at: int) -> Iterator[tuple[str, str]]:
    """Degrees of latitude and longitude, rounded to a tenth: enough to judge by, and no address."""
    found: dict[int, float] = {}
    (count,) = struct.unpack_from(f"{order}H", body, at)
    for number in range(min(count, _MAX_FIELDS)):
        tag, form, size, value = struct.unpack_from(f"{order}HHII", body, at + 2 + 12 * number)
        if tag in (2, 4) and form == 5 and size == 3:
            parts = struct.unpack_from(f"{order}6I", body, value)
            found[tag] = sum(parts[2 * n] / (parts[2 * n + 1] or 1) / 60**n for n in range(3))
    if 2 in found and 4 in found and any(found.values()):
        yield "GPS", f"{found[2]:.1f}, {found[4]:.1f}"
