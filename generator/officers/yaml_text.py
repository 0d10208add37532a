"""A text as YAML writes it on one line."""

from __future__ import annotations

import yaml


def scalar(text: str) -> str:
    """A text as YAML writes it on one line, in quotes only where it needs them, inside of a list too."""
    text = " ".join(text.split())
    try:
        is_plain = text not in ("", "~", "null") and yaml.load(f"k: [{text}]", yaml.BaseLoader) == {"k": [text]}
    except yaml.YAMLError:
        is_plain = False
    return text if is_plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
