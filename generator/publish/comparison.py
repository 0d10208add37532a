"""Two publications, or a publication and what stands somewhere, file by file."""

from __future__ import annotations

from dataclasses import dataclass

from generator.project import MARKER
from generator.publish.manifest import Manifest


@dataclass(frozen=True)
class Difference:
    """What one publication has that another has not; paths below the site, sorted.

    The file that only this program reads (:data:`generator.project.MARKER`) is left out: it tells every address that was
    ever published, whichever publication it is.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.changed or self.removed)


def difference(before: Manifest, after: Manifest) -> Difference:
    """What is to be done to have ``after`` where ``before`` stands."""
    old, new = dict(before.files), dict(after.files)
    old.pop(MARKER, None)
    new.pop(MARKER, None)
    return Difference(
        tuple(sorted(new.keys() - old.keys())),
        tuple(sorted(path for path in new.keys() & old.keys() if new[path] != old[path])),
        tuple(sorted(old.keys() - new.keys())),
    )
