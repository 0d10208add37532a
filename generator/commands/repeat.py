"""A command that meets what it met the last time says again what it said then, at once."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from generator.cache.cache import Cache
from generator.cache.inputs import Run
from generator.cache.store import Store, folder


@dataclass(frozen=True)
class Done:
    """What a command gave.

    Attributes:
        code: its exit code.
        places: every folder and file that it read; None where it is not known, or must be done again each time.
        made: what it left behind, as JSON, by which it is found to stand as it was left.
    """

    code: int
    places: tuple[Path, ...] | None = None
    made: Any = None


def cache_of(options: argparse.Namespace) -> Cache:
    """The cache of this user; none with ``--no-cache``."""
    return Cache(Store(None if options.no_cache else folder()))


def repeated(
    cache: Cache,
    asked: Mapping[str, Any],
    places: Iterable[Path],
    work: Callable[[], Done],
    stands: Callable[[Any], bool] = lambda made: True,
    writes: Iterable[Path] = (),
) -> int:
    """Do a command's work, or print what it printed where all is as it was the last time; gives its exit code.

    Args:
        asked: everything besides files that it follows from.
        places: what it reads for certain.
        work: prints what it has to say.
        stands: whether what it made then still stands.
        writes: files that it writes among those that it reads.
    """
    if not cache.is_on:
        return work().code
    try:
        run = Run(cache, {**asked, "here": Path.cwd()}, places, writes)
        last = run.last()
        if last is not None and stands(last["made"]):
            print(last["said"], end="", flush=True)
            return int(last["code"])
        heard = _Heard(sys.stdout)
        with redirect_stdout(heard):
            done = work()
        if done.places is not None:
            run.keep({"said": heard.text, "code": done.code, "made": done.made}, done.places)
        return done.code
    finally:
        cache.store.close()


class _Heard:
    """Passes on what is printed, and remembers it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.text = ""

    def write(self, text: str) -> int:
        self.text += text
        return self._stream.write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
