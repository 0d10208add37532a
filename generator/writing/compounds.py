"""Compounds of Thai that must not be parted where a line ends.

Browsers break Thai between the words of a dictionary, which sees two words in ``ส่งทัน`` or ``จัดซื้อจัดจ้าง``; in the large
letters of a heading such a break reads as another word. What is kept together is a reviewed list, ``compounds.yaml``.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def listed() -> dict[str, tuple[str, ...]]:
    """``compounds``, and ``prefixes`` that go with any of them: ``การ``, ``ความ``."""
    with (Path(__file__).parent / "compounds.yaml").open("rb") as file:
        read: dict[str, Any] = yaml.load(file, yaml.CSafeLoader)
    return {name: tuple(words) for name, words in read.items()}


@cache
def compound() -> re.Pattern[str]:
    """Finds a compound with the prefix before it; of two that begin at one place the longer one.

    ``(?!…)``: a compound ends where a letter ends, not before a vowel or tone mark that belongs to it.
    """
    longest_first = sorted(listed()["compounds"], key=lambda word: -len(word))
    prefixes = "|".join(listed()["prefixes"])
    return re.compile(rf"(?:{prefixes})?(?:{'|'.join(longest_first)})(?![ะ-ฺๅ็-๎])")
