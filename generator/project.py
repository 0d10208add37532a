"""Where the parts of a project stand: theme and hand-written pages, data, the site, and what is made on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.cache.cache import Cache, no_cache

MARKER = ".oit-site"
"""A file in every site that this program built: only such a folder is ever replaced.

Its first line is ``oit``; the others are every address that was ever published there, so that none is lost unseen.
"""


def is_site(folder: Path) -> bool:
    """Whether a folder is a site that this program built: its marker says so in the first line."""
    try:
        with (folder / MARKER).open(encoding="utf-8", errors="replace") as file:
            return file.readline().rstrip("\n") == "oit"
    except OSError:
        return False


def usual_root() -> Path:
    """The folder of ``mkdocs.yml``: the current one where it has that, else the one that came with the program."""
    here = Path.cwd()
    if (here / "mkdocs.yml").is_file():
        return here
    package = Path(__file__).parent
    packed = package / "packed"  # made by the wheel; a repository has its own folders beside the package
    return packed if packed.is_dir() else package.parent


def shown_path(path: Path) -> str:
    """A path as short as it can be typed here, with forward slashes."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


@dataclass
class Project:
    """Where the parts of a project stand, and what is made of them.

    Attributes:
        root: folder of ``mkdocs.yml``, ``theme/`` and ``content/``.
        data: the data folder.
        site: where the site is published.
        work: folder for pages on their way; nothing in it is kept.
        is_draft: whether the site is for the office, which sees what is unfinished.
        today: the day on which the data is checked; None where nothing is to depend on it.
        pdf_cache: folder that keeps PDFs for the next time; None where none are made.
        has_policy: whether pages carry the Content-Security-Policy of a published site.
        offline: the ZIP to write the site as, too; None for none.
        records_addresses: whether the data folder keeps every address that is published.
        previous: folder that keeps the publications before; None where none are kept.
        key: private key that signs the manifest; None where it is not signed.
        cache: what earlier runs worked out; nothing, unless a command says where that is.
    """

    root: Path
    data: Path
    site: Path
    work: Path
    is_draft: bool = False
    today: date | None = None
    pdf_cache: Path | None = None
    has_policy: bool = True
    offline: Path | None = None
    records_addresses: bool = False
    previous: Path | None = None
    key: Path | None = None
    cache: Cache = field(default_factory=no_cache, compare=False)

    @property
    def data_name(self) -> str:
        """What messages call the data folder: as short as it can be typed here."""
        return shown_path(self.data)

    @property
    def site_name(self) -> str:
        """What messages call the site's folder."""
        return shown_path(self.site)

    def may_replace_site(self) -> bool:
        """Whether the site folder is new, empty or a site, and nothing of the project stands in it."""
        site = self.site.resolve()
        parts = (self.root, self.data.resolve(), self.work.resolve(), Path.cwd())
        if any(part.is_relative_to(site) for part in parts) or (site.exists() and not site.is_dir()):
            return False
        if site.is_relative_to(self.data.resolve()):
            return False
        return not site.exists() or not any(site.iterdir()) or is_site(site)
