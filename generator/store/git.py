"""A change of the data as a commit, where the data folder stands in a git repository: of its own files and no others."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

_SECONDS = 60


def commit(folder: Path, paths: Sequence[str], message: str, who: str) -> bool:
    """Commit these files as they are now; False where there is no repository, or git does not take them.

    What else is staged or changed stays as it is. The repository's hooks are not run: the change is made already, and a
    hook that asks or fails would leave it half told.

    Args:
        folder: the data folder.
        paths: seen from there.
        message: of the commit.
        who: made the change; its author.
    """
    if _git(folder, "rev-parse", "--is-inside-work-tree") != "true":
        return False
    ignored = set((_git(folder, "check-ignore", "--", *paths) or "").splitlines())
    tracked = _git(folder, "-c", "core.quotePath=false", "ls-files", "-z", "--", *paths) or ""
    known = set(filter(None, tracked.split("\0")))
    taken = [path for path in paths if path in known or (path not in ignored and (folder / path).is_file())]
    if not taken or _git(folder, "add", "--all", "--", *taken) is None:
        return False
    return _git(folder, "commit", "--quiet", "--no-verify", f"--message={message}", "--", *taken, who=who) is not None


def _git(folder: Path, *words: str, who: str = "") -> str | None:
    """What git says, or None where it fails or there is none."""
    settings = ["-c", f"core.hooksPath={os.devnull}", "-c", "commit.gpgSign=false"]
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_LITERAL_PATHSPECS": "1"}
    if who:
        environment["GIT_AUTHOR_NAME"] = who
        for role in ("AUTHOR", "COMMITTER"):
            environment.setdefault(f"GIT_{role}_EMAIL", _git(folder, "config", "user.email") or "oit@localhost")
        environment.setdefault("GIT_COMMITTER_NAME", _git(folder, "config", "user.name") or who)
    try:
        run = subprocess.run(
            ["git", *settings, "-C", str(folder), *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return run.stdout.decode("utf-8", "replace").strip("\n")
