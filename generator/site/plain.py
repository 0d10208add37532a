"""What is made of a site as JSON and back: pages, files and their parts, nothing else."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup


def plain(value: object) -> Any:
    """A value as JSON.

    Raises:
        TypeError: of anything but texts, bytes, numbers, lists, tuples and mappings of texts.
    """
    if value is None or type(value) in (bool, int, str):
        return value
    if type(value) is list:
        return [plain(one) for one in value]
    if type(value) is tuple:
        return {"tuple": [plain(one) for one in value]}
    if isinstance(value, Markup):
        return {"html": str(value)}
    if isinstance(value, bytes):
        return {"bytes": b64encode(value).decode()}
    if type(value) is dict and all(type(key) is str for key in value):
        return {"dict": [[key, plain(one)] for key, one in value.items()]}
    raise TypeError(type(value).__qualname__)


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "tuple": lambda inner: tuple(map(unplain, inner)),
    "html": Markup,
    "bytes": b64decode,
    "dict": lambda inner: {key: unplain(one) for key, one in inner},
}


def unplain(value: Any) -> Any:
    """What :func:`plain` was given."""
    if isinstance(value, list):
        return [unplain(one) for one in value]
    if isinstance(value, dict):
        ((kind, inner),) = value.items()
        return _READERS[kind](inner)
    return value
