"""Addresses of a published site: resolved, compared and named. Pure; an address that no parser reads is no error."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urljoin, urlsplit

from generator.audit import audit_words

FOLDER_ROOT = "file:///"
"""How addresses inside of a folder begin: ``file:///2568/o1/`` is ``2568/o1/index.html`` below the folder."""

_FILE_ENDING = re.compile(r"\.(pdf|docx?|xlsx?|pptx?|csv|ods|odt|txt|zip|rar|7z|jpe?g|png|gif|webp)$", re.IGNORECASE)
_CARRIERS = ("file", "url", "src", "pdf", "pdffile", "document", "doc", "q", "u", "target")
"""Parameters in which a viewer, or a page that only leads on, carries the address of what it shows."""
_NOWHERE = SplitResult("", "", "", "", "")


def parts_of(address: str) -> SplitResult:
    """The parts of an address as a page gives it; all empty where it cannot be read, such as ``http://[::1``."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return _NOWHERE
    return parts


def host_of(address: str) -> str:
    """``host``, or ``host:port`` where the port is not the usual one; empty where the address cannot be read."""
    parts = parts_of(address)
    host = (parts.hostname or "").rstrip(".")
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    return f"{host}:{parts.port}" if parts.port and parts.port != usual else host


def address_of(base: str, href: str) -> str | None:
    """The whole address of a link, without its anchor; None where it is none of a page or file."""
    try:
        joined = urljoin(base, re.sub(r"[\t\r\n]", "", href).strip().replace("\\", "/"))
    except ValueError:
        return None
    parts = parts_of(joined)
    if parts.scheme not in ("http", "https", "file") or (parts.scheme != "file" and not parts.hostname):
        return None
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._", errors="replace")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?", errors="replace")
    netloc = parts.netloc.rpartition("@")[2].lower()
    return f"{parts.scheme}://{netloc}{_tidy_path(path)}{'?' + query if query else ''}"


def _tidy_path(path: str) -> str:
    """A path without ``.`` and ``..``, which must not lead out of the site."""
    tidy = posixpath.normpath("/" + path.lstrip("/"))
    return tidy + "/" if path.endswith(("/", "/.", "/..")) and tidy != "/" else tidy


def target_of(base: str, href: str) -> str | None:
    """As :func:`address_of`; of a viewer, the file that its address carries: ``viewer.html?file=/plan.pdf`` is ``/plan.pdf``."""
    address = address_of(base, href)
    if address is None or not audit_words.matches("viewers", address):
        return address
    parts = parts_of(urljoin(base, href.strip()))
    carried = {name.lower(): value for name, value in parse_qsl(f"{parts.query}&{parts.fragment}")}
    for name in _CARRIERS:
        said = carried.get(name, "").strip()
        if said.startswith(("http://", "https://", "/")) or _FILE_ENDING.search(parts_of(said).path):
            return address_of(address, said) or address
    is_file = _FILE_ENDING.search(parts.fragment) and "=" not in parts.fragment
    return (address_of(address, parts.fragment) if is_file else None) or address


def without_www(host: str) -> str:
    """What is the same for ``example.go.th`` and ``www.example.go.th``."""
    return host.removeprefix("www.")


def is_home(address: str) -> bool:
    parts = parts_of(address)
    return not parts.query and audit_words.is_whole("home_pages", parts.path or "/")


def file_name(address: str) -> str:
    """The name of the file at an address, empty for a page."""
    name = unquote(posixpath.basename(parts_of(address).path))
    return name if _FILE_ENDING.search(name) else ""


def file_ending(address: str) -> str:
    """``pdf``, ``xlsx`` …, empty for a page."""
    found = _FILE_ENDING.search(parts_of(address).path)
    return found[1].lower() if found else ""


def without_ending(name: str) -> str:
    """The name of a file without its ending."""
    return _FILE_ENDING.sub("", name)
