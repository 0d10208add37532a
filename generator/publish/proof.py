"""What stands somewhere, on a server or in a folder, against the manifest that was published with it.

Servers may pack what they send and add headers: only the content counts. What no web server sends (its own configuration,
hidden files) is asked of folders only; what was added to a site can be seen in a folder only.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from generator.diagnostics import Diagnostic, Severity
from generator.project import MARKER
from generator.publish import hosting, manifest, signature
from generator.publish.manifest import Manifest
from generator.publish.signature import SignatureFault

MOST_SILENT = 10
"""Files, one after the other, that give no answer: then nothing more is asked."""
MOST_ADDED = 5
"""Files of one kind in one folder that were not published and are told one by one."""
MOST_FILE = 200_000_000
"""Bytes of a file that is asked of a server."""


@dataclass(frozen=True)
class Found:
    """What stands at one path.

    Attributes:
        content: its bytes; None where nothing stands there, or it could not be read.
        trouble: why it could not be read; empty where it was, or nothing is there.
    """

    content: bytes | None = None
    trouble: str = ""


class Source(Protocol):
    """Where a site stands: gives a file by its path below the site."""

    def read(self, path: str) -> Found: ...


class Folder:
    """A site in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, path: str) -> Found:
        try:
            return Found((self._folder / path).read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return Found()
        except OSError as error:
            return Found(trouble=error.strerror or str(error))

    def paths(self) -> Iterator[str]:
        """Every file of the folder but those of version control."""
        for path in sorted(self._folder.rglob("*")):
            name = path.relative_to(self._folder).as_posix()
            if path.is_file() and not name.startswith(".git/"):
                yield name


def differences(published: Manifest, source: Source, name: str, *, is_served: bool) -> Iterator[Diagnostic]:
    """Every file that is missing, changed or could not be read, one after the other as it is looked at.

    Args:
        name: what messages call the site.
        is_served: whether a web server answers, which sends no file of its own configuration.
    """
    silent = 0
    paths = [path for path in published.files if not is_served or _is_sent(path)]
    for number, path in enumerate(paths):
        found = source.read(path)
        silent = silent + 1 if found.trouble else 0
        if found.trouble:
            yield Diagnostic(_at(name, path), 0, 0, "published-unread", facts={"file": path, "reason": found.trouble})
        elif found.content is None and path == MARKER:
            continue  # only this program reads it: ``oit publish`` gives it to no server
        elif found.content is None:
            yield Diagnostic(_at(name, path), 0, 0, "published-missing", facts={"file": path})
        elif code := _change(found.content, published.files[path]):
            yield Diagnostic(_at(name, path), 0, 0, code, facts={"file": path})
        if silent >= MOST_SILENT and number + 1 < len(paths):
            yield Diagnostic(name, 0, 0, "verify-stopped", facts={"count": str(len(paths) - number - 1)})
            return


def _change(content: bytes, digest: str) -> str:
    """The code of what happened to a file; empty where it is what was published."""
    if hashlib.sha256(content).hexdigest() == digest:
        return ""
    plain = content.replace(b"\r\n", b"\n")
    is_of_ends = digest in (
        hashlib.sha256(plain).hexdigest(),
        hashlib.sha256(plain.replace(b"\n", b"\r\n")).hexdigest(),
    )
    return "published-line-ends" if is_of_ends else "published-changed"


def added(published: Manifest, paths: Iterable[str], name: str) -> Iterator[Diagnostic]:
    """What stands in a folder and is not in its manifest: of people, or of somebody who should not have been there.

    Very many of one kind in one folder are told together: what the publication before left there.
    """
    others: dict[tuple[str, str], list[str]] = {}
    for path in paths:
        if path not in published.files and path not in (manifest.NAME, signature.NAME):
            others.setdefault((posixpath.dirname(path), posixpath.splitext(path)[1]), []).append(path)
    for (folder, ending), same in others.items():
        said = same if len(same) <= MOST_ADDED else [f"{folder or '.'}/*{ending} ({len(same)})"]
        for path in said:
            yield Diagnostic(
                _at(name, path if path in same else folder), 0, 0, "published-added", Severity.WARNING, {"file": path}
            )


def about_signature(
    published: Manifest, signed: bytes | None, signers: Path, name: str
) -> tuple[str, list[Diagnostic]]:
    """Who signed the manifest, and what is wrong with the signature."""
    if signed is None:
        return "", [Diagnostic(name, 0, 0, "signature-missing")]
    try:
        return signature.signer_of(published.content, signed, signers), []
    except SignatureFault as fault:
        return "", [Diagnostic(name, 0, 0, fault.code, facts={"key": signers.as_posix(), "reason": fault.reason})]


def about_serial(published: Manifest, known: Manifest, name: str) -> Iterator[Diagnostic]:
    """Whether a publication may follow the one that was known before."""
    facts = {"serial": str(published.serial), "known": str(known.serial)}
    if published.serial < known.serial:
        yield Diagnostic(name, 0, 0, "publication-older", facts=facts)
    elif (published.serial == known.serial and published.sha256 != known.sha256) or (
        published.serial == known.serial + 1 and published.previous != known.sha256
    ):
        yield Diagnostic(name, 0, 0, "publication-other", facts=facts)


def about_review(published: Manifest, today: date, name: str) -> Iterator[Diagnostic]:
    """Whether the day has passed by which the agency wanted to look through its data."""
    if published.next_review and published.next_review < today:
        yield Diagnostic(name, 0, 0, "review-overdue", Severity.WARNING, {"date": published.next_review.isoformat()})


def _is_sent(path: str) -> bool:
    """Whether a web server sends a file: none that is hidden, and none of a server's configuration."""
    top = path.split("/")[0]
    is_hidden = any(part.startswith(".") for part in path.split("/")) and top != ".well-known"
    return not is_hidden and path not in (*hosting.FILES, MARKER)


def _at(name: str, path: str) -> str:
    return f"{name.rstrip('/')}/{path}"
