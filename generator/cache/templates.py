"""Templates as Python compiled them, beside the program as Python keeps its own modules: ``__pycache__``.

They are code, so they are no part of the store, of which nothing is ever run: whoever may write here may change the
program itself. A file belongs to a name and is believed for the very text that it was made of; another one takes its place.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from uuid import uuid4

import jinja2
from jinja2.bccache import Bucket, BytecodeCache


class CompiledTemplates(BytecodeCache):
    """For the environments of one kind, which compile alike.

    Args:
        kind: a word that tells them from other kinds.
    """

    def __init__(self, kind: str) -> None:
        self._kind = kind

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        made_by = f"{self._kind}\0{name}\0{jinja2.__version__}"
        return f"{self._kind}-{hashlib.sha256(made_by.encode()).hexdigest()[:16]}"

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError), open(_file(bucket), "rb") as file:
            content = file.read()
            if hashlib.sha256(content[_SUM:]).digest() == content[:_SUM]:
                bucket.bytecode_from_string(content[_SUM:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        if sys.dont_write_bytecode:
            return
        content, file = bucket.bytecode_to_string(), _file(bucket)
        half = f"{file}.{uuid4().hex}"
        with suppress(OSError):  # installed where this user may not write: compiled anew each time
            os.makedirs(os.path.dirname(file), exist_ok=True)
            try:
                with open(half, "wb") as written:
                    written.write(hashlib.sha256(content).digest() + content)
                os.replace(half, file)
            finally:
                with suppress(FileNotFoundError):
                    os.unlink(half)


_SUM = 32
"""Bytes of a SHA-256, which stands first: half a file is not believed."""


def _file(bucket: Bucket) -> str:
    return cache_from_source(str(Path(__file__).with_name(f"{bucket.key}.py")))
