"""A site in a folder, as a source of documents; nothing outside of the folder is read."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from urllib.parse import unquote

from generator.audit.addresses import FOLDER_ROOT
from generator.audit.limits import Limits
from generator.audit.reading_process import Reader
from generator.audit.task import Fetched, Trouble

MOST_ABOVE = 3
"""Folders above that may be the root of the site."""


class Folder:
    """The files of a folder, by addresses below :data:`FOLDER_ROOT`."""

    def __init__(self, folder: Path, limits: Limits, *, is_whole: bool = True) -> None:
        """``is_whole``: whether the folder has the site, so that what is not in it is nowhere; a saved page is alone."""
        self._is_whole = is_whole
        self._root = os.path.realpath(folder)
        self._limits = limits
        self._opened = 0
        self._reader = Reader()

    def fetch(self, address: str) -> Fetched:
        """The document at an address, or why there is none; never raises."""
        if self._opened >= self._limits.pages:
            return Fetched(address, address, 0, "limit")
        self._opened += 1
        path = self._path_of(address)
        if path is None:
            return Fetched(address, address, 404, "status")
        final = address
        if os.path.isdir(path):
            path = os.path.join(path, "index.html")
            final = address if address.endswith("/") else f"{address}/"
        try:
            status = os.stat(path)
            if not stat.S_ISREG(status.st_mode):  # a pipe or device, which may never end
                return Fetched(address, final, 404, "status")
            size = status.st_size
            if size > self._limits.size:
                return Fetched(address, final, 200, "too-large", size=size)
            with open(path, "rb") as file:
                body = file.read(self._limits.size)
        except FileNotFoundError:
            trouble: Trouble = "status" if self._is_whole and not self._is_outside(path) else "outside"
            return Fetched(address, final, 404, trouble)
        except OSError as error:
            return Fetched(address, final, 0, "unreachable", error.strerror or str(error))
        name = final if not final.endswith("/") else f"{final}index.html"
        return Fetched(address, final, size=size, document=self._reader.read(body, name, "", self._limits.timeout))

    def body(self, address: str) -> bytes | None:
        """The bytes of the file at an address; None where there is none within the bounds."""
        path = self._path_of(address)
        try:
            if path is None or not stat.S_ISREG(os.stat(path).st_mode):
                return None
            with open(path, "rb") as file:
                body = file.read(self._limits.size + 1)
        except OSError:
            return None
        return body if len(body) <= self._limits.size else None

    def _path_of(self, address: str) -> str | None:
        """Where the file of an address is; None where no file can be, or it is outside of the folder."""
        path = unquote(address.removeprefix(FOLDER_ROOT).partition("?")[0])
        if "\0" in path:
            return None
        there = os.path.realpath(os.path.join(self._root, path))
        own = os.path.join(os.path.basename(self._root), "")
        if path.startswith(own) and not os.path.exists(
            there
        ):  # an address from the site's root, of which this is a folder
            there = os.path.realpath(os.path.join(self._root, path.removeprefix(own)))
        is_inside = there == self._root or there.startswith(os.path.join(self._root, ""))
        return there if is_inside else None

    def _is_outside(self, path: str) -> bool:
        """Whether the site goes on above the folder: what is not in it is there in one of the folders that hold it."""
        within, above = os.path.relpath(path, self._root), self._root
        for _ in range(MOST_ABOVE):
            above = os.path.dirname(above)
            if os.path.exists(os.path.join(above, within)):
                return True
        return False
