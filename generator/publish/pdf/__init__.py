"""The pages that are filed on paper, as PDF: ``plan`` says what goes into each document, ``document`` makes one HTML
document of built pages, ``press`` prints it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePosixPath

from generator.publish.output import Made, Whole, Write
from generator.publish.pdf import plan, press
from generator.publish.pdf.document import compose


def prepare(whole: Whole) -> Write:
    project = whole.project
    if not project.pdf_cache:
        return lambda folder: Made()
    kept = project.pdf_cache
    documents = [
        document
        for one in whole.prepared
        for document in plan.documents(one.placed.site, one.placed.path, one.language)
    ]
    assets = project.root / "theme" / "assets"
    css = "".join((assets / name).read_text("utf-8") for name in ("charts.css", "print.css"))
    progress = partial(whole.progress, len(documents)) if whole.progress else None
    return lambda folder: press.print_all(_sheets(documents, folder), folder, kept, css, project.site_name, progress)


def _sheets(documents: list[plan.PdfDocument], folder: Path) -> Iterator[press.Sheet]:
    """Each document composed from the built pages, one after the other."""
    for document in documents:
        pages = {page: (folder / PurePosixPath(page) / "index.html").read_bytes() for page in document.pages}
        yield press.Sheet(document.file, compose(document, pages))
