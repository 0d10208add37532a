"""Reads what an address gave, within a deadline: no page or file, however it is made, stops an audit.

Parsers are written in C and Rust: one that is caught in a hostile file cannot be interrupted and may end its process.
What is large, and every file but a page, is therefore read in a process of its own, which is ended at the deadline.
"""

from __future__ import annotations

import signal
import time
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from urllib.parse import unquote

from generator.audit.addresses import parts_of
from generator.files.content import ReadDocument
from generator.files.reading import kind_of, read

SMALL_PAGE = 100_000
"""Bytes of a page that is read at once: the worst page of this size takes less than two seconds."""
MOST_MEMORY = 1_000_000_000
"""Bytes of memory that the reading process may use, where the system can limit it."""
PAGES_SHARE = 0.8
"""Of the deadline, what is spent on the pages of a long PDF: the rest is for the last of them, so that what was read is kept."""
START = 60.0
"""Seconds that the reading process may take to start."""


class Reader:
    """Reads documents one after the other; starts its process when it is first needed, and anew when it was ended."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def read(self, body: bytes, address: str, content_type: str, seconds: float) -> ReadDocument:
        """The document at an address; one that is not whole where it could not be read in time."""
        name = unquote(parts_of(address).path)
        kind = kind_of(body, name, content_type)
        if kind == "html" and len(body) <= SMALL_PAGE:
            return read(body, name, content_type)
        line = self._started()
        try:
            line.send((body, name, content_type, seconds))
            if line.poll(seconds):
                document: ReadDocument = line.recv()
                return document
        except (EOFError, OSError):  # the process ended: a parser gave up, or ran out of memory
            pass
        self._stop()
        return ReadDocument(kind, is_whole=False)

    def _started(self) -> Connection:
        if self._line is None:
            context = get_context("spawn")  # the only way on every system, and safe beside threads
            self._line, other = context.Pipe()
            self._process = context.Process(target=_serve, args=(other,), daemon=True)
            self._process.start()
            other.close()
            if not self._line.poll(START):
                raise TimeoutError("the process that reads documents does not start")
            self._line.recv()
        return self._line

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None


def _serve(line: Connection) -> None:
    """Reads documents until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is answered by the program that asks
    _limit_memory()
    line.send("ready")
    while True:
        try:
            body, name, content_type, seconds = line.recv()
        except EOFError:
            return
        end = time.monotonic() + PAGES_SHARE * seconds
        try:
            document = read(body, name, content_type, lambda end=end: time.monotonic() < end)  # type: ignore[misc]
        except Exception:  # hostile bytes fail in a parser in any way there is
            document = ReadDocument(kind_of(body, name, content_type), is_whole=False)
        line.send(document)


def _limit_memory() -> None:
    try:
        import resource  # not there on Windows
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    except (OSError, ValueError):  # a system that knows the limit and does not set it
        return
