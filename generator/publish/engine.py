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
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from mkdocs.utils.templates import TemplateContext

from generator.cache.templates import CompiledTemplates
from generator.diagnostics import Diagnostic
from generator.files.tree import files_below
from generator.publish.smaller import SHEET, has_only_what_is_on, sheet, shrink_assets


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


_LEFT_OUT = re.compile(r"assets/(?:(?:javascripts|stylesheets/modern)/|.*\.map$)")
"""What Material brings along and no page loads: its scripts, its newer style sheets, source maps."""
_LISTS = ("search.json", "sitemap.xml", "sitemap.xml.gz", "objects.inv")
"""What an engine makes of all pages: its index, its sitemap."""


def _leave_out(output: Path) -> None:
    """Remove what an engine puts beside the pages and no page loads."""
    for name in ("assets/javascripts", "assets/stylesheets/modern"):
        shutil.rmtree(output / name, ignore_errors=True)
    for path in output.glob("assets/**/*.map"):
        path.unlink()
    for name in _LISTS:
        (output / name).unlink(missing_ok=True)


_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"')
_DEAD_TOGGLE = re.compile(r'<input class="md-toggle" data-md-toggle="search"[^>]*>')
"""Opens the search of Material, which is not ours."""


def _as_the_standard_has_it(html: str) -> str:
    """A page without what no checkbox may have; Material's template has it where no block of ours can reach."""
    while found := _DEAD_TOGGLE.search(html):
        html = html[: found.start()].rstrip() + html[found.end() :]
    return _TOGGLE.sub(r"\1", html)


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
        self._sheet = ("", "")

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        for file in [one for one in files if _LEFT_OUT.match(one.dest_uri)]:
            files.remove(file)  # it would be copied, and removed again
        for file in [one for one in files if SHEET.fullmatch(PurePosixPath(one.dest_uri).name) and _is_plain(config)]:
            files.remove(file)
            was = PurePosixPath(file.src_uri)
            name, css = sheet(file.content_string)
            files.append(File.generated(config, was.with_name(name).as_posix(), content=css))
            self._sheet = (was.name, name)
        if self.only is not None:
            for file in files.documentation_pages():
                file.is_modified = partial(bool, file.src_uri in self.only)  # type: ignore[method-assign]
        return files

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        env.bytecode_cache = CompiledTemplates("theme")
        return env

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
        return _as_the_standard_has_it(output).replace(*self._sheet)

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        return _as_the_standard_has_it(output_content).replace(*self._sheet)


class _ThemeFiles(FileSystemLoader):
    """Lists what a theme has but for folders that begin with a dot: MkDocs takes nothing of them, and Material has 14,000 icons there."""

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for top in self.searchpath:
            for folder, inner, names in os.walk(top):
                inner[:] = [name for name in inner if not name.startswith(".")]
                found.update(Path(folder, name).relative_to(top).as_posix() for name in names)
        return sorted(found)


def _environment(theme: Theme) -> Environment:
    """Of the theme's templates, as MkDocs makes it."""
    env = Theme.get_env(theme)
    env.loader = _ThemeFiles(theme.dirs)
    return env


_OURS = "oit/blocks"


def _is_plain(config: MkDocsConfig) -> bool:
    features = config.theme["features"] or ()
    return has_only_what_is_on(config.markdown_extensions, features, (one for one in config.plugins if one != _OURS))


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
        config.theme.get_env = partial(_environment, config.theme)  # type: ignore[method-assign]
        config.plugins[_OURS] = _WholeBlocks(only)
        config.plugins.on_startup(command="build", dirty=only is not None)
        mkdocs_build.build(config, dirty=only is not None)
        config.plugins.on_shutdown()
        _leave_out(job.output)
        shrink_assets(job.output)
    except MkDocsException as error:
        raise EngineFault("\n".join([*log.lines, str(error)])) from error
    finally:
        mkdocs_build.log.removeFilter(_is_not_about_dirt)
        logger.removeHandler(log)
        logger.propagate = propagate


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


_READS_ELSEWHERE = re.compile(r"!|snippets|b64|pathconverter|magiclink")
"""In a configuration: tags that run or read something, and extensions of Markdown that read files of their own."""


def is_self_contained(config: Path) -> bool:
    """Whether what is built of a configuration follows from it, the theme and the pages alone: no hook, no plugin."""
    try:
        text = config.read_text("utf-8")
        said = yaml.load(text, yaml.CSafeLoader)
    except (OSError, ValueError, yaml.YAMLError):
        return False
    return (
        isinstance(said, dict)
        and not _READS_ELSEWHERE.search(text)
        and not any(said.get(key) for key in ("hooks", "INHERIT", "plugins"))
        and all(str(one).partition(".")[0] in _PURE for one in _names(said.get("markdown_extensions") or ()))
    )


_PURE = frozenset(
    (
        *("pymdownx", "markdown", "abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code"),
        *("footnotes", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
    )
)
"""Extensions of Markdown that come with it or with Material, and read nothing but the page."""


def _names(extensions: Any) -> Iterator[str]:
    """The names of extensions, each of which may bring its settings along."""
    for one in extensions:
        yield from one if isinstance(one, dict) else (one,)


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
    _leave_out(built)
    features = merged["theme"].get("features") or ()
    extensions = _names(merged.get("markdown_extensions") or ())
    shrink_assets(built)
    renamed = ("", "")
    for path in (built / "assets" / "stylesheets").glob("main.*.css"):
        if has_only_what_is_on(extensions, features, merged.get("plugins") or ()):
            name, css = sheet(path.read_text("utf-8"))
            path.unlink()
            path.with_name(name).write_text(css, "utf-8", newline="\n")
            renamed = (path.name, name)
    for page in (file for file in files_below(built) if file.suffix == ".html"):
        page.write_text(_as_the_standard_has_it(page.read_text("utf-8")).replace(*renamed), "utf-8")
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

BUILDS_PARTS = frozenset(("mkdocs",))
"""Engines that build only the pages that are asked for."""
