"""The command line ``oit``: reads what was typed, runs that one command, gives its exit code."""

from __future__ import annotations

import errno
import gc
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from keyword import iskeyword

from generator import languages
from generator.arguments import parser
from generator.commands import CLOSED_PIPE, INTERRUPTED, WRONG_USE
from generator.typed import language_of

_COLLECTS = (100_000, 50, 1_000)
"""How seldom Python looks for what refers to itself: nearly all that a command reads is kept to its end, and is looked at
each time; a build takes a tenth less so, for 2 % more memory."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; gives one of the exit codes of :mod:`generator.commands`."""
    gc.set_threshold(*_COLLECTS)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a Thai Windows console is cp874
    typed = sys.argv[1:] if arguments is None else arguments
    try:
        try:
            options = parser(language_of(typed, os.environ.get("OIT_LANG", ""))).parse_args(typed)
            _finish(options)
            return _run_of(options.command)(options)
        finally:
            sys.stdout.flush()  # here, where a full disk or a closed pipe is told, and not when Python ends
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # who reads has read enough: ``oit check | head``
        _let_go_of_stdout()
        return CLOSED_PIPE
    except OSError as error:  # the machine refuses: a full disk, a folder without leave to write
        with suppress(OSError):
            print(f"oit: {_refused(error, language_of(typed, os.environ.get('OIT_LANG', '')))}", file=sys.stderr)
        _let_go_of_stdout()
        return WRONG_USE


def _finish(options: Namespace) -> None:
    """A change of the data that was cut off is finished before anybody reads it; imported only where there is one."""
    data = getattr(options, "data", None)
    if data and (data / ".oit-history" / "unfinished.json").is_file():
        import_module("generator.commands.door").finish(data, options.lang)


_REFUSALS = {
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EBUSY: "denied",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EROFS: "read_only",
    errno.ENOENT: "missing",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "folder",
}
"""What the machine says → its sentence in ``cli.refused``, with what to do."""


def _refused(error: OSError, language: str) -> str:
    """What a refusal of the machine means to whoever typed the command, and what to do."""
    words = languages.words(language)["cli"]["refused"]
    file = error.filename if isinstance(error.filename, str) else "-"
    said = words[_REFUSALS.get(error.errno or 0, "other")]
    return str(said).format(file=file, reason=error.strerror or str(error))


def _let_go_of_stdout() -> None:
    """What waits to be printed and cannot be is thrown away; Python would try again when it ends, and say so."""
    try:
        sys.stdout.flush()
    except OSError:
        with suppress(OSError, ValueError), open(os.devnull, "wb") as nothing:  # no file of its own under a test
            os.dup2(nothing.fileno(), sys.stdout.fileno())


def _run_of(command: str) -> Callable[..., int]:
    """What runs a command; imported only now, so that no command waits for what another one needs."""
    name = command.replace("-", "_")
    module = f"{name}_" if iskeyword(name) else name  # ``import`` is no name of a module
    run: Callable[..., int] = import_module(f"generator.commands.{module}").run
    return run
