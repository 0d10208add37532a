"""Built pages that an earlier build made of the same text, in the same look: the engine builds the others."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from generator.cache.cache import Cache
from generator.publish.engine import BUILDS_PARTS, is_self_contained
from generator.publish.markdown import Prepared
from generator.site import addresses


class KeptHtml:
    """The HTML of pages by their text and by everything else that the engine makes them of.

    Hand-written pages are not kept: their links follow from which other pages there are.
    """

    def __init__(self, cache: Cache, root: Path, engine: str) -> None:
        self._cache = cache
        self._is_on = cache.is_on and engine in BUILDS_PARTS and is_self_contained(root / "mkdocs.yml")
        if self._is_on:
            looks = [cache.hashes.tree(root / name).content for name in ("theme", "mkdocs.yml")]
            self._looks = "\0".join((engine, *looks))

    def build(self, one: Prepared, engine: Callable[..., None]) -> None:
        """Let the engine build all pages of a job, but for those that are kept."""
        job = one.job
        if not self._is_on or not one.texts:
            engine(job)
            return
        if job.output.exists():
            shutil.rmtree(job.output)  # as an engine does that builds everything
        look = self._look_of(one)
        found = {path for path, text in one.texts.items() if self._restored(look, path, text, job.output)}
        engine(job, only=one.paths - found)
        for path, text in one.texts.items():
            if path not in found:
                self._cache.put(_file(job.output, path).read_bytes(), "html", look, path, text)

    def _restored(self, look: str, path: str, text: str, output: Path) -> bool:
        html = self._cache.get("html", look, path, text)
        if html is None:
            return False
        file = _file(output, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(html)
        return True

    def _look_of(self, one: Prepared) -> str:
        """All that a page is built of but its text: the theme, the settings, and which pages there are, its neighbours."""
        settings = (one.job.config_file.read_bytes(), one.job.extra_file.read_bytes())
        digest = hashlib.sha256("\0".join((self._looks, *sorted(one.paths))).encode("utf-8", "surrogatepass"))
        for content in settings:
            digest.update(hashlib.sha256(content).digest())
        return digest.hexdigest()


def _file(output: Path, path: str) -> Path:
    """Where an engine writes the page of a Markdown file."""
    return output / addresses.of_page_file(path) / "index.html"
