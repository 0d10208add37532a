"""What a site has besides its pages, in one shape: an output looks at the sites before the engine runs, takes from them
what it needs, and gives the function that writes it. ``outputs`` is the list of them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from generator.diagnostics import Diagnostic
from generator.project import Project
from generator.publish.markdown import Placed, Prepared
from generator.site import addresses


@dataclass(frozen=True)
class Whole:
    """All that is built in one go.

    Attributes:
        sites: the site and its subsites.
        prepared: every language of them whose pages the engine is to build.
        kept: what an output keeps for the next time, by a key of its own; empty where there is none.
        progress: is told how many of how many PDFs are made, each time one is.
    """

    project: Project
    sites: tuple[Placed, ...]
    prepared: tuple[Prepared, ...]
    kept: dict[Hashable, Any]
    progress: Callable[[int, int], None] | None = None


@dataclass(frozen=True)
class Made:
    """What an output wrote.

    Attributes:
        files: how many.
        anew: how many of them were made, and not taken from an earlier time.
        found: what is wrong with them.
    """

    files: int = 0
    anew: int = 0
    found: tuple[Diagnostic, ...] = field(default=())


Write = Callable[[Path], Made]
"""Writes an output into the folder of the whole site, whose pages stand there by then."""


@dataclass(frozen=True)
class Output:
    """One of the things that a site has besides its pages.

    Attributes:
        name: of its stage, where times are shown.
        module: which makes it, below ``generator.publish``.
        phase: ``pages`` follows the pages; ``whole`` follows when the site was found to be right.
        is_served: whether the server on the officer's own machine makes it too.
    """

    name: str
    module: str
    phase: Literal["pages", "whole"] = "pages"
    is_served: bool = True

    @cached_property
    def prepare(self) -> Callable[[Whole], Write]:
        """Takes what it needs from the sites, which are let go before pages are built."""
        prepare: Callable[[Whole], Write] = import_module(f"generator.publish.{self.module}").prepare
        return prepare


def write_files(files: dict[str, bytes], folder: Path) -> Made:
    """Write files by their path below ``folder``."""
    for name, content in files.items():
        path = addresses.inside(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return Made(len(files), len(files))
