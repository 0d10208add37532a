"""Evidence files that were read in an earlier run: a PDF takes seconds to read, and stays as it is for years."""

from __future__ import annotations

import os
import time
from pathlib import Path

from generator.cache.cache import Cache
from generator.files import evidence
from generator.files.evidence import EvidenceFile
from generator.files.pdf import MAX_SECONDS


def read(folder: Path, name: str, cache: Cache, kept_at: str = "") -> EvidenceFile:
    """As :func:`generator.files.evidence.read`; a file whose content was read before is not opened again.

    Only a file that is there is kept, under both its names, which tell its kind, and the hash of its content.
    """
    place = folder / kept_at if kept_at else evidence.inside(folder, name)
    if not cache.is_on or not place or not os.path.isfile(place):
        return evidence.read(folder, name, kept_at)
    where = place.relative_to(folder).as_posix()
    if found := _of(cache.get_json("evidence", name, where, cache.hashes.of(folder, place))):
        return found
    start = time.monotonic()
    read = evidence.read(folder, name, kept_at)
    was_cut_by_time = not read.is_searched and time.monotonic() - start > MAX_SECONDS / 2
    if read.sha256 and not was_cut_by_time:
        cache.put_json(evidence.as_json(read), "evidence", name, where, read.sha256)
    return read


def _of(found: object) -> EvidenceFile | None:
    if not isinstance(found, dict):
        return None
    try:
        return evidence.from_json(found)
    except Exception:  # written by something else: read the file
        return None
