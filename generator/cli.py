"""The command line ``oit``: reads what was typed, runs that one command, gives its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module

from generator.arguments import language_of, parser
from generator.commands import WRONG_USE


def main(arguments: list[str] | None = None) -> int:
    """Run one command; gives one of the exit codes of :mod:`generator.commands`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a Thai Windows console is cp874
    typed = sys.argv[1:] if arguments is None else arguments
    options = parser(language_of(typed, os.environ.get("OIT_LANG", ""))).parse_args(typed)
    try:
        return _run_of(options.command)(options)
    except OSError as error:  # the machine refuses: a full disk, a port in use, a folder without leave to write
        print(f"oit: {error.strerror or error}: {error.filename or ''}".rstrip(": "), file=sys.stderr)
        return WRONG_USE


def _run_of(command: str) -> Callable[..., int]:
    """What runs a command; imported only now, so that no command waits for what another one needs."""
    run: Callable[..., int] = import_module(f"generator.commands.{command.replace('-', '_')}").run
    return run
