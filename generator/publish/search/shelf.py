"""The index of a built site: read its pages, write the files that search asks for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from generator.cache.cache import Cache, no_cache
from generator.files.tree import names_below
from generator.publish.markdown import Prepared
from generator.publish.output import Made, Whole, Write
from generator.publish.search import index, reading
from generator.publish.search.known import Known, known
from generator.publish.search.reading import Article, read

FOLDER = "search"


def prepare(whole: Whole) -> Write:
    fills = [
        partial(
            _shelf(whole, one).fill, one.job.output, known(one.placed.site, one.language, one.unsearched), one.inner
        )
        for one in whole.prepared
    ]
    return lambda folder: Made(sum(fill() for fill in fills))


def _shelf(whole: Whole, one: Prepared) -> Shelf:
    """What was read of these pages the last time."""
    shelf: Shelf = whole.kept.setdefault(("search", one.job.output), Shelf(whole.project.cache))
    return shelf


class Shelf:
    """One language of a built site; a server keeps it, so that a page that did not change is not read again.

    Args:
        cache: what earlier runs read.
    """

    def __init__(self, cache: Cache | None = None) -> None:
        self._cache = cache or no_cache()
        self._read: dict[Path, tuple[bytes, Article | None]] = {}

    def fill(self, output: Path, known: Known, inner: tuple[str, ...] = ()) -> int:
        """Write the index of the pages below ``output``; gives how many files it has.

        Args:
            output: the built pages of one language.
            known: what the data knows of them.
            inner: folders below ``output`` that are other sites or languages.
        """
        articles = list(self._articles(output, known, inner))
        folder = output / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        files = index.files(articles, known)
        for old in folder.glob("*.js"):
            if old.name not in files:
                old.unlink()
        for name, content in files.items():
            path = folder / name
            if name == "start.js" or not path.is_file():
                path.write_bytes(content)
        return len(files)

    def _articles(self, output: Path, known: Known, inner: tuple[str, ...]) -> Iterator[Article]:
        for name in sorted(names_below(output)):
            url, _, last = name.rpartition("/")
            url = url and f"{url}/"
            if last != "index.html" or url in known.left_out or url.startswith((f"{FOLDER}/", *inner)):
                continue
            path = output / name
            html = path.read_bytes()
            before = self._read.get(path)
            if before is None or before[0] != html:
                before = self._read[path] = (html, self._article(url, html))
            if before[1]:
                yield before[1]

    def _article(self, url: str, html: bytes) -> Article | None:
        found = self._cache.made_of(html, "article", lambda: reading.as_json(read(url, html)))
        return reading.from_json(url, found)
