"""Pages and files → a built site. The only place that knows MkDocs or any other site engine.

An engine is a function that takes a :class:`Job`, one language of one site, and fills its output
folder. The pages are the same for every engine: plain Markdown in ``job.pages``, and a configuration
that inherits the project's ``mkdocs.yml``, which people can edit.
"""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

import yaml
from material.plugins.search.plugin import SearchPlugin
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.diagnostics import Diagnostic


class EngineFault(Exception):
    """The engine did not build the site.

    Attributes:
        code: of the diagnostic: ``engine-failed`` or ``engine-missing``.
        said: what the engine said, or its name.
    """

    def __init__(self, said: str, code: str = "engine-failed") -> None:
        super().__init__(said)
        self.code = code
        self.said = said.strip()

    def diagnostic(self) -> Diagnostic:
        """The fault, told at the project's configuration."""
        lines = [line for line in self.said.splitlines() if line.strip()]
        return Diagnostic("mkdocs.yml", 0, 0, self.code, facts={"problem": " / ".join(lines[:5]) or "?"})


@dataclass(frozen=True)
class Job:
    """One language of one site.

    Attributes:
        project: folder of ``mkdocs.yml``, ``theme/`` and ``content/``.
        pages: folder of the Markdown files.
        output: folder to fill with the built pages.
        settings: what is added to ``mkdocs.yml``: name, language, the data of the theme.
    """

    project: Path
    pages: Path
    output: Path
    settings: Mapping[str, Any]

    @property
    def config_file(self) -> Path:
        return self.pages.parent / "mkdocs.yml"

    @property
    def extra_file(self) -> Path:
        """What the theme is told, apart from the configuration, because reading JSON is quick and YAML is not."""
        return self.pages.parent / "extra.json"

    def write_config(self) -> bool:
        """Write the configuration beside the pages; True where it differs from what stood there."""
        settings = {
            "INHERIT": _seen_from(self.config_file.parent, self.project / "mkdocs.yml"),
            "docs_dir": self.pages.name,
            "site_dir": _seen_from(self.config_file.parent, self.output),
            **{key: value for key, value in self.settings.items() if key != "extra"},
            "theme": {
                **self.settings["theme"],
                "custom_dir": _seen_from(self.config_file.parent, self.project / "theme"),
            },
        }
        texts = {self.config_file: settings, self.extra_file: self.settings["extra"]}
        changed = False
        for file, values in texts.items():
            text = json.dumps(values, ensure_ascii=False, indent=1)
            if not file.is_file() or file.read_text("utf-8") != text:
                file.write_text(text, "utf-8")
                changed = True
        return changed


def _seen_from(folder: Path, path: Path) -> str:
    """The path from a folder; whole where there is none, as from one drive of Windows to another."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:
        return str(path.resolve())


# --- MkDocs -----------------------------------------------------------------------------------------

_BLOCK = re.compile(r'^<div class="oit-block">(?:\n[^\n]+)+', re.MULTILINE)
_STAND_IN = re.compile(r'<div class="oit-block" data-block="(\d+)"></div>')


class _WholeBlocks(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Keeps finished HTML blocks away from the Markdown parser, which would only hand them through slowly.

    Also tells MkDocs which pages changed, where that is known, instead of letting it compare file times.
    """

    def __init__(self, only: frozenset[str] | None) -> None:
        super().__init__()
        self.only = only

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        if self.only is not None:
            for file in files.documentation_pages():
                file.is_modified = partial(bool, file.src_uri in self.only)  # type: ignore[method-assign]
        return files

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        number = count()
        return _BLOCK.sub(lambda _: f'<div class="oit-block" data-block="{next(number)}"></div>', markdown)

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        page.markdown = ""
        return html

    @event_priority(100)
    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        # Only now, page by page: MkDocs reads all pages before it writes the first, and would keep them all.
        blocks = _BLOCK.findall(page.file.content_string)
        page.content = _STAND_IN.sub(lambda found: blocks[int(found[1])], page.content or "")

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        page.content = ""
        return output


_TAG = re.compile(r"<[^>]+>|<!--.*?-->", re.DOTALL)
_SECTION = re.compile(r'<h([1-6])[^>]*? id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)


class _QuickSearch(SearchPlugin):  # type: ignore[misc]
    """Material's search, with entries read by pattern instead of by a pure-Python HTML parser."""

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> None:
        if not self.config.enabled or (page.meta.get("search") or {}).get("exclude"):
            return
        title = str(page.meta.get("title", page.title))
        for anchor, heading, text in _sections(page.content or "", title):
            entry = {"location": page.url + (f"#{anchor}" if anchor else ""), "title": heading, "text": text}
            self.search_index.entries.append(entry)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        index = Path(config.site_dir) / "search" / "search_index.json"
        if self.is_dirty and index.is_file():
            # Only changed pages were read: keep the entries of all others.
            changed = {entry["location"].partition("#")[0] for entry in self.search_index.entries}
            kept = json.loads(index.read_text("utf-8"))["docs"]
            self.search_index.entries[:0] = [d for d in kept if d["location"].partition("#")[0] not in changed]
        super().on_post_build(config=config)


def _sections(content: str, title: str) -> list[tuple[str, str, str]]:
    """(anchor, heading, text) of the page's start and of each section after it."""
    parts = _SECTION.split(content)
    sections = [("", title, parts[0])]
    for level, anchor, heading, text in zip(parts[1::4], parts[2::4], parts[3::4], parts[4::4], strict=True):
        # The page itself is found at its own address, which Material groups its sections under.
        sections.append(("" if level == "1" else anchor, heading, text))
    found = []
    for anchor, heading, text in sections:
        words = " ".join(_TAG.sub(" ", text).split())
        if words or anchor:
            # Material shows titles and texts as HTML: they stay escaped, as in the page.
            found.append((anchor, " ".join(_TAG.sub("", heading).split()) or title, words))
    if len(found) > 1 and not found[0][2] and not found[0][0]:
        del found[0]
    return found


def build_with_mkdocs(job: Job, *, only: frozenset[str] | None = None) -> None:
    """Build with MkDocs and Material, in this process.

    Args:
        job: what to build.
        only: the pages whose text changed, for a server that kept the output of all others; None builds all.
    """
    log = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(log)
    mkdocs_build.log.addFilter(_is_not_about_dirt)
    propagate, logger.propagate = logger.propagate, False
    try:
        config = load_config(config_file=str(job.config_file))
        config.extra.update(json.loads(job.extra_file.read_text("utf-8")))
        config.plugins["oit/blocks"] = _WholeBlocks(only)
        if "material/search" in config.plugins:
            quick = _QuickSearch()
            quick.load_config(dict(config.plugins["material/search"].config.items()))
            _replace_plugin(config, "material/search", quick)
        config.plugins.on_startup(command="build", dirty=only is not None)
        mkdocs_build.build(config, dirty=only is not None)
        config.plugins.on_shutdown()
    except MkDocsException as error:
        raise EngineFault("\n".join([*log.lines, str(error)])) from error
    finally:
        mkdocs_build.log.removeFilter(_is_not_about_dirt)
        logger.removeHandler(log)
        logger.propagate = propagate


def _replace_plugin(config: MkDocsConfig, name: str, plugin: BasePlugin) -> None:  # type: ignore[type-arg]
    """Put ``plugin`` where the one called ``name`` was, its events included."""
    old = config.plugins[name]
    for methods in config.plugins.events.values():
        methods[:] = [method for method in methods if getattr(method, "__self__", None) is not old]
    del config.plugins[name]
    config.plugins[name] = plugin


def _is_not_about_dirt(record: logging.LogRecord) -> bool:
    """MkDocs warns of every partial build, which strict mode would turn into a failure; ours are told what changed."""
    return "'dirty' build" not in record.getMessage()


class _Warnings(logging.Handler):
    """Collects what MkDocs warns of, for the message of a failed build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


# --- Zensical ---------------------------------------------------------------------------------------


def build_with_zensical(job: Job, *, only: frozenset[str] | None = None) -> None:
    """Build with Zensical, in a process of its own; it reads the same configuration and theme.

    Zensical is quick enough to build everything: ``only`` changes nothing.
    """
    if find_spec("zensical") is None:
        raise EngineFault("zensical", "engine-missing")
    # Zensical neither follows INHERIT nor writes outside of its configuration's folder.
    folder = job.config_file.parent
    built = folder / "site"
    merged = {**_merged(job), "site_dir": built.name}
    job.config_file.write_text(yaml.safe_dump(merged, allow_unicode=True, sort_keys=False), "utf-8")
    shutil.rmtree(built, ignore_errors=True)
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--config-file", str(job.config_file)]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if run.returncode or not (built / "index.html").is_file():
        raise EngineFault(run.stdout + run.stderr)
    shutil.copytree(built, job.output, dirs_exist_ok=True)
    shutil.rmtree(built)


def _merged(job: Job) -> dict[str, Any]:
    with (job.project / "mkdocs.yml").open("rb") as file:
        base: dict[str, Any] = yaml.load(file, yaml.CSafeLoader)
    own = json.loads(job.config_file.read_text("utf-8"))
    own.pop("INHERIT")
    own["extra"] = json.loads(job.extra_file.read_text("utf-8"))
    return _deep_merge(base, own)


def _deep_merge(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in own.items():
        inner = merged.get(key)
        merged[key] = _deep_merge(inner, value) if isinstance(inner, dict) and isinstance(value, dict) else value
    return merged


ENGINES: dict[str, Callable[..., None]] = {"mkdocs": build_with_mkdocs, "zensical": build_with_zensical}
"""Every engine, by the name that ``--engine`` takes; the first is the default."""
