"""HTML documents → tagged PDFs (PDF/UA-1). The only place that knows WeasyPrint.

What was printed before is kept and taken again while nothing that went into it has changed. WeasyPrint finds the breaks
between Thai words with Pango, a library of the system: :func:`what_is_missing` says what a machine lacks.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import importlib
import logging
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path, PurePosixPath
from typing import Any

from generator.diagnostics import Diagnostic, Severity
from generator.publish.output import Made

FONTS = Path(__file__).parent.parent / "fonts"
"""Sarabun whole: WeasyPrint prints garbage from a family whose letters are spread over several files."""

_PAPER = Path(__file__).with_name("paper.css")
_FEW = 4
"""So many documents are printed sooner in this process than in others that must be started first."""


def what_is_missing() -> Diagnostic | None:
    """What this machine lacks for printing; None where nothing does."""
    try:
        with contextlib.redirect_stdout(None):  # WeasyPrint prints advice of its own, in English
            importlib.import_module("weasyprint")
    except ModuleNotFoundError as error:
        problem = error.name or str(error)
    except OSError as error:
        problem = f"Pango ({error})"
    else:
        return None
    return Diagnostic("oit build --pdf", 0, 0, "pdf-software-missing", facts={"problem": " ".join(problem.split())})


@dataclass(frozen=True)
class Sheet:
    """One document to print.

    Attributes:
        file: its address below the site, with forward slashes.
        html: the whole document; pictures are named ``site:`` and their address.
    """

    file: str
    html: str


def print_all(
    sheets: Iterable[Sheet], site: Path, kept: Path, css: str, name: str, progress: Callable[[int], None] | None = None
) -> Made:
    """Print every document to its place in a built site.

    Args:
        sheets: asked for one after the other.
        site: folder of the built site, which pictures are read from.
        kept: folder of what was printed before; what is not wanted any more is removed from it.
        css: how articles look on paper.
        name: what messages call the site.
        tell: is told how many documents are ready, each time one is.
    """
    kept.mkdir(parents=True, exist_ok=True)
    wanted, waiting, flaws = set(), [], []
    ready = 0
    for sheet in sheets:
        copy = kept / f"{_fingerprint(sheet, site, css)}.pdf"
        wanted.add(copy.name)
        if copy.is_file():
            _place(copy, site / PurePosixPath(sheet.file))
            ready += 1
        else:
            waiting.append((sheet, copy))
    for (sheet, copy), (content, said) in _made_pdfs(waiting, site, css):
        destination = site / PurePosixPath(sheet.file)
        destination.parent.mkdir(parents=True, exist_ok=True)
        destination.write_bytes(content)
        flaws += [
            Diagnostic(f"{name}/{sheet.file}", 0, 0, "pdf-flaw", Severity.WARNING, {"problem": one}) for one in said
        ]
        if not said:  # a flaw is told again the next time
            half = copy.with_suffix(".half")
            half.write_bytes(content)
            os.replace(half, copy)
        ready += 1
        if progress:
            progress(ready)
    for old in kept.iterdir():
        if old.name not in wanted:
            old.unlink()
    return Made(ready, len(waiting), tuple(flaws))


def _place(copy: Path, destination: Path) -> None:
    destination.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(copy, destination)


_Waiting = list[tuple[Sheet, Path]]
_Pdf = tuple[bytes, tuple[str, ...]]


def _made_pdfs(waiting: _Waiting, site: Path, css: str) -> Iterator[tuple[tuple[Sheet, Path], _Pdf]]:
    """Each document with its PDF and what was wrong; many are shared out among the processors."""
    workers = min(os.cpu_count() or 1, len(waiting) // _FEW)
    if workers < 2:
        for one in waiting:
            yield one, to_pdf(one[0].html, site, css)
        return
    # Long ones first, so that no processor waits for another's whole year at the end.
    waiting = sorted(waiting, key=lambda one: (-len(one[0].html), one[0].file))
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        runs: list[Future[_Pdf]] = [pool.submit(to_pdf, sheet.html, site, css) for sheet, _ in waiting]
        for number, one in enumerate(waiting):
            yield one, runs[number].result()
            runs[number] = Future()  # a whole year is a megabyte: what was written is let go


def to_pdf(html: str, site: Path, css: str) -> _Pdf:
    """The PDF of one document, the same bytes for the same document, and what WeasyPrint found wrong with it."""
    from weasyprint import HTML

    logger = logging.getLogger("weasyprint")
    heard = _Errors()
    logger.addHandler(heard)
    propagate, logger.propagate = logger.propagate, False
    try:
        sheet, fonts = _looks(css, site)
        document = HTML(string=html, base_url="site:", url_fetcher=_fetcher(site))
        rendered = document.render(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1")
        identifier = hashlib.sha256(html.encode()).digest()[:16]
        content = rendered.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    finally:
        logger.removeHandler(heard)
        logger.propagate = propagate
    return bytes(content), tuple(dict.fromkeys(heard.lines))


class _Errors(logging.Handler):
    """Collects what WeasyPrint could not put on paper."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@cache
def _looks(css: str, site: Path) -> tuple[Any, Any]:
    """The style sheet, and the typefaces that it brings; read once a process."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    atexit.register(_looks.cache_clear)  # it cannot let its files go when the interpreter is half gone
    fonts = FontConfiguration()
    paper = f"{css}\n{_PAPER.read_text('utf-8')}"
    return CSS(string=paper, font_config=fonts, url_fetcher=_fetcher(site), base_url="site:"), fonts


@cache
def _fetcher(site: Path) -> Any:
    """Reads typefaces of ours and pictures of the site, and nothing else: no other file, no other host."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            kind, _, address = url.partition(":")
            root = {"font": FONTS, "site": site}[kind]
            file = (root / PurePosixPath(address)).resolve()
            if not file.is_relative_to(root.resolve()):
                raise ValueError(url)
            return URLFetcherResponse(url, file.read_bytes())

    return Fetcher()


_PICTURE = re.compile(r'src="site:([^"]+)"')


def _fingerprint(sheet: Sheet, site: Path, css: str) -> str:
    """A name for all that goes into a document; another name is another print."""
    digest = hashlib.sha256(_tools())
    digest.update(css.encode())
    digest.update(sheet.html.encode())
    for picture in dict.fromkeys(_PICTURE.findall(sheet.html)):
        file = site / PurePosixPath(picture)
        digest.update(hashlib.sha256(file.read_bytes() if file.is_file() else b"").digest())
    return digest.hexdigest()


@cache
def _tools() -> bytes:
    """What prints: the versions of WeasyPrint and Pango, the typefaces, the sheets."""
    import weasyprint
    from weasyprint.text.ffi import pango

    parts = [weasyprint.__version__.encode(), str(pango.pango_version()).encode(), _PAPER.read_bytes()]
    parts += [file.read_bytes() for file in sorted(FONTS.glob("*.ttf"))]
    return b"".join(hashlib.sha256(part).digest() for part in parts)
