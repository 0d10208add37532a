"""A data folder in which every key of every file is filled in, made from the models.

A field that is added tomorrow is in it tomorrow.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from generator.families import FAMILIES, Family
from generator.officers import guide
from generator.officers.fields import Field, fields_of
from tests.conftest import ROOT

PROFILE = "filled"

_EXCLUSIVE = {
    "Period": {"text"},
    "ScoreClass": {"at_most"},
    "Remarks": {"none"},
    "Budget": {"none"},
    "Evidence": {"file", "shows"},
    "Logo": {"file", "shows"},
}
"""Keys that cannot stand beside others of the same group; what they hold stands elsewhere too."""
_REFERENCES = {
    **{"source": "sourcedocument", "class": "scoreclass", "parent": "unit", "profile": PROFILE},
    "wanted": "contact",
    **{"question": "question", "questions": "question", "issues": "issue", "measure": "measure", "measures": "measure"},
}


def group(name: str, keys: tuple[Field, ...], text: str, depth: int) -> dict[str, Any]:
    """Every key of a group, with ``text`` wherever a text can stand."""
    return {
        key.name: value(name, key, text, depth)
        for key in keys
        if key.name not in _EXCLUSIVE.get(name, ()) and not (key.model and depth == 0)
    }


def value(name: str, key: Field, text: str, depth: int) -> Any:
    """What a key of the group ``name`` holds."""
    one: Any
    if key.choices:
        one = key.choices[0].value
    elif key.model:
        one = group(key.kind, fields_of(key.model), text, depth - 1)
    elif key.name == "chart":
        return [f"←{text}→", "", "", ""]
    elif key.name == "sha256":
        one = "0" * 64
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
            "address": "2566/o40/",
            "code": "O1",
            "colour": "14505c",
            "id": name.lower(),
        }[key.kind]
    return [one] if key.is_list else one


def disclosure(family: Family, text: str) -> dict[str, Any]:
    """The family's example, in which every key is filled in, with ``text`` wherever it is accepted."""
    content: dict[str, Any] = yaml.load(family.example.read_text("utf-8"), yaml.BaseLoader)

    def try_in(holder: Any, place: Any) -> None:
        """Put ``text`` behind what stands at a place, where the model accepts it there."""
        before = holder[place]
        holder[place] = f"{before} {text}"
        try:
            family.model.model_validate(content)
        except ValidationError:
            holder[place] = before

    def visit(value: Any) -> None:
        for place, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if place in _KEPT:
                continue
            if isinstance(inner, dict | list):
                visit(inner)
            else:
                try_in(value, place)

    for key, inner in content.items():
        if isinstance(inner, dict | list) and key not in _KEPT:
            visit(inner)
    return content


_KEPT = frozenset(
    [
        "owner",
        "owners",
        "unit",
        "oversees",
        "units",
        "file",
        "table",
        "tables",
        "evidence",
        "id",
        "question",
        "questions",
        "issues",
        "indicators",
        "indicator",
        "measure",
        "measures",
        "class",
        "subjects",
        "within",
        "photo",
        "component",
    ]
)
"""Keys that refer to other data: with a text behind them they would lead nowhere."""


def files(text: str) -> dict[str, Any]:
    """Path in the data folder → what its file holds."""
    found: dict[str, Any] = {}
    for kind, (path, model) in guide.FILES.items():
        if kind not in ("checks", "components", "calendar"):
            path = {"ita": "ita/2567.yaml", "catalogue": f"profiles/{PROFILE}/2568.yaml"}.get(kind, path)
            found[path] = group(kind, fields_of(model), text, 6)
    found["agency.yaml"] |= {
        "languages": ["th", "en"],
        "subsites": [{"path": "other", "data": "../other"}],
        "years": ["2568"],
        "public_years": ["2568"],
    }
    found["approvals.yaml"]["approvals"][0] |= {"family": "structure", "assessed_year": "2568"}
    del found["agency.yaml"]["approval"]  # nothing of this would be published
    sample = yaml.load((ROOT / "data" / "units.yaml").read_text("utf-8"), yaml.BaseLoader)
    found["units.yaml"]["units"] += sample["units"]
    catalogue = found[f"profiles/{PROFILE}/2568.yaml"]
    catalogue["year"] = "2568"
    catalogue.pop("replaced", None)
    catalogue["items"] = [
        {"code": f"O{number}", "sub_indicator": text, "title": {"th": text, "en": text}, "families": [family]}
        for number, family in enumerate(FAMILIES, start=1)
    ]
    step = {"kind": "answer", "start": "1 มีนาคม 2568", "end": "30 เมษายน 2568"}
    texts = {name: {"th": f"ไทย {text}", "en": f"English {text}"} for name in ("source", "note")}
    found[f"profiles/{PROFILE}/calendar/2568.yaml"] = {"profile": PROFILE, "year": "2568", "steps": [{**step, **texts}]}
    found["ita/2565.yaml"] = {**found["ita/2567.yaml"], "year": "2565"}
    for year in ("2566", "2567"):  # what the examples refer to
        result = yaml.load((ROOT / f"data/ita/{year}.yaml").read_text("utf-8"), yaml.BaseLoader)
        found[f"ita/{year}.yaml"] = {**result, "source": "sourcedocument"}
    found["ita/2567.yaml"]["classes"] = [{"id": "develop", "title": text}]
    for family in FAMILIES.values():
        found[f"{family.id}/{family.id}.yaml"] = disclosure(family, text)
    found["../other/agency.yaml"] = {"name": f"อื่น {text}", "short_name": text}
    return found


def write(folder: Path, contents: dict[str, Any]) -> Path:
    """Write the files; YAML writes as an escape what cannot stand in a file."""
    for name, content in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), "utf-8")
    for family in FAMILIES.values():
        for path in family.example.parent.glob("example.*"):
            if path.suffix != ".yaml":
                shutil.copyfile(path, folder / family.id / path.name)
    shutil.copytree(ROOT / "data" / "files", folder / "files", dirs_exist_ok=True)
    return folder
