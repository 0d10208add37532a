"""A data folder in which every key of every file is filled in, made from the models.

A field that is added tomorrow is in it tomorrow.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from generator import guide
from generator.guide import Key

PROFILE = "filled"
FAMILIES = {"measures": "measures", "measures_report": "measures_report", "progress": "ac_6m", "disclosure": "laws"}
"""Kind of data file, as the guide names it → the family that stands for it."""

_MODELS = {model.__name__: model for model in guide.inner_models()}
_EXCLUSIVE = {"Period": {"text"}, "Remarks": {"none"}, "Budget": {"none"}, "Evidence": {"file", "shows"}}
"""Keys that cannot stand beside others of the same group; what they hold stands elsewhere too."""
_REFERENCES = {
    **{"source": "sourcedocument", "class": "scoreclass", "parent": "unit", "profile": PROFILE},
    **{"question": "question", "questions": "question", "issues": "issue", "measure": "measure", "measures": "measure"},
}


def group(name: str, keys: tuple[Key, ...], text: str, depth: int) -> dict[str, Any]:
    """Every key of a group, with ``text`` wherever a text can stand."""
    return {
        key.name: value(name, key, text, depth)
        for key in keys
        if key.name not in _EXCLUSIVE.get(name, ()) and not (key.shape and depth == 0)
    }


def value(name: str, key: Key, text: str, depth: int) -> Any:
    """What a key of the group ``name`` holds."""
    one: Any
    if key.choices:
        one = key.choices[0]
    elif key.shape:
        one = group(key.shape, guide.shape_of(_MODELS[key.shape], key.shape).keys, text, depth - 1)
    elif key.name == "chart":
        return [f"←{text}→", "", "", ""]
    elif key.name in _REFERENCES and key.kind != "text":
        one = _REFERENCES[key.name]
    else:
        one = {
            "text": {"th": f"ไทย {text}", "en": f"English {text}"},
            "line": text,
            "figure": "84.33",
            "whole": "12",
            "year": "2567",
            "date": "๙ ธันวาคม ๒๕๖๖",
            "flag": "yes",
            "link": "https://example.go.th/?a=1&b=2",
            "code": "O1",
            "id": name.lower(),
        }[key.kind]
    return [one] if key.is_list else one


def files(text: str) -> dict[str, Any]:
    """Path in the data folder → what its file holds."""
    found: dict[str, Any] = {}
    for kind, (path, model) in guide.FILES.items():
        content = group(kind, guide.shape_of(model, kind).keys, text, 6)
        if kind in FAMILIES:
            path = f"2567/{FAMILIES[kind]}.yaml"
            content["family"] = FAMILIES[kind]
        found[{"ita": "ita/2567.yaml", "catalogue": f"profiles/{PROFILE}/2567.yaml"}.get(kind, path)] = content
    found["agency.yaml"] |= {"languages": ["th", "en"], "subsites": [{"path": "other", "data": "../other"}]}
    del found["2567/measures_report.yaml"]["measures"][0]["issues"]  # issues stand in the file of measures
    found[f"profiles/{PROFILE}/2567.yaml"]["items"] = [
        {
            "code": f"O{number}",
            "sub_indicator": text,
            "title": {"th": text, "en": text},
            "families": [family],
            "components": [{"id": "component", "family": family, "title": text}],
        }
        for number, family in enumerate([*FAMILIES.values(), "ac_report"], start=1)
    ]
    found["../other/agency.yaml"] = {"name": f"อื่น {text}", "short_name": text}
    return found


def write(folder: Path, contents: dict[str, Any]) -> Path:
    """Write the files; YAML writes as an escape what cannot stand in a file."""
    for name, content in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")
    return folder
