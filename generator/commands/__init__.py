"""What each command does, one file a command: ``run(options)`` gives its exit code.

What may be typed behind a command stands in :mod:`generator.arguments`; :mod:`generator.cli` imports a command only when it
was asked for, so that none waits for what another one needs. Only here and in ``cli`` anything is printed.
"""

from __future__ import annotations

import sys
from typing import NoReturn

FINE, FAULTS, WRONG_USE = 0, 1, 2
"""Exit codes: everything is fine; there are faults in the input; the command was used wrongly."""
INTERRUPTED, CLOSED_PIPE = 130, 141
"""As shells give them: 128 and the number of the signal, of Ctrl+C and of a pipe that nobody reads."""


def refuse(problem: str) -> NoReturn:
    """End a command that was used wrongly, with one line that says how."""
    print(f"oit: {problem}", file=sys.stderr)
    raise SystemExit(WRONG_USE)
