"""How the file of a disclosure is called: ``2568/O14-hr_plan.yaml``, so that who knows the item finds it.

The name is for people. What a file discloses it says itself (``family``, ``assessed_year``), so that any other name is
read just as well, and a file keeps its name when a new list moves its item's number.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.models.catalogue import Catalogue


def disclosure_path(catalogue: Catalogue, family: str, year: int) -> str:
    """Where a new disclosure stands in the data folder, by the first item of the year that asks for it."""
    item = catalogue.item_of(family)
    return f"{year}/{item.code}-{family}.yaml" if item else f"{year}/{family}.yaml"


def disclosure_named(there: Collection[str], family: str, year: int) -> str:
    """The file of a year that is named for a family, with any item's number or none; empty where there is none."""
    name = re.compile(rf"{year}/(?:[^/]*[- ])?{re.escape(family)}\.ya?ml", re.IGNORECASE)
    return next((path for path in sorted(there) if name.fullmatch(path)), "")
