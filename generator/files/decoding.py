"""Bytes → text, whatever the server and the page say of them.

UTF-8 and UTF-16 prove themselves; what is neither is TIS-620 in nearly every old Thai file, though few say so.
"""

from __future__ import annotations

import codecs
import re

_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.I)
_FOR_THAI = frozenset(
    ("", "iso88591", "windows1252", "tis620", "windows874", "cp874", "xwindows874", "iso885911", "iso8859111", "ansi874", "ms874")
)  # fmt: skip
"""Charsets that old Thai pages declare, rightly or because an editor wrote them without asking."""
_ONLY_PYTHONS = frozenset(("undefined", "idna", "punycode", "utf7"))
"""Charsets that no browser knows and Python has: they raise, lose text, or give halves of letters."""
_ASKED = 4096
"""Bytes of a page within which it declares its charset."""
_REPLACED = "\ufffd"


def decode(body: bytes, declared: str = "") -> str:
    """Text as it was meant; letters that cannot be read become U+FFFD, and nothing raises.

    Args:
        declared: what the server says of it: a ``Content-Type``.
    """
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return body.decode("utf-16", "replace")
    body = body.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(body) - 4:  # a text that was cut off within a letter
            return body[: error.start].decode("utf-8")
    said = _CHARSET.search(declared[:_ASKED]) or _CHARSET.search(body[:_ASKED].decode("latin-1"))
    charset = said[1].lower().replace("-", "").replace("_", "") if said else ""
    if said and charset not in _FOR_THAI | _ONLY_PYTHONS and charset != "utf8":
        return _decode_as(body, said[1])
    thai = body.decode("cp874", "replace")
    # Thai in TIS-620 has no letter that it does not know; broken UTF-8 has many.
    return body.decode("utf-8", "replace") if charset == "utf8" and thai.count(_REPLACED) > len(body) // 50 else thai


def _decode_as(body: bytes, charset: str) -> str:
    """A text in a charset that Python may not know, or knows and cannot read bytes with (``idna``, ``undefined``)."""
    try:
        return body.decode(charset, "replace")
    except (LookupError, ValueError):  # UnicodeError is a ValueError; ``hex`` and the like are no text: LookupError
        return body.decode("cp874", "replace")
