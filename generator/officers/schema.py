"""JSON Schemas of every kind of data file, for completion and checking in editors."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from generator.families import FAMILIES
from generator.models.agency import Unit
from generator.models.ita import Question
from generator.models.scores import Printing, Score
from generator.models.shared import Remarks, Text, has_short_form
from generator.officers.guide import FILES
from generator.writing import choices

_ID_FROM: dict[type[BaseModel], tuple[str, ...]] = {Question: ("code",), Unit: ("abbreviation", "name")}
"""Shapes whose id is made from another key where it is left out."""


class _Schema(GenerateJsonSchema):
    """Pydantic's schema, and the short forms that the models also read."""

    def literal_schema(self, schema: Any) -> dict[str, Any]:
        """A choice by its Thai word first, which editors propose in this order; they accept the other words, too."""
        known = tuple(map(str, schema["expected"]))
        words = choices.words_of(known)
        proposed = {"type": "string", "enum": [*(words[one][0] for one in known if words[one]), *known]}
        others = [re.escape(word) for one in known for word in words[one][1:]]
        return {"anyOf": [proposed, {"type": "string", "pattern": f"^({'|'.join(others)})$"}]} if others else proposed

    def model_schema(self, schema: Any) -> dict[str, Any]:
        made = super().model_schema(schema)
        cls: type[BaseModel] = schema["cls"]
        if has_short_form(cls) or cls in (Text, Printing, Score):
            return {"anyOf": [{"type": ["string", "number"]}, made], "description": made.get("description", "")}
        if others := _ID_FROM.get(cls):
            made["required"].remove("id")
            return {**made, "anyOf": [{"required": [key]} for key in ("id", *others)]}
        if cls is Remarks:
            return {"anyOf": [made["properties"]["items"], made], "description": made.get("description", "")}
        return made


def schemas() -> dict[str, str]:
    """File name → JSON text, the same bytes every time. All disclosures share one schema, which goes by ``family``."""
    made = {f"{name}.json": _one(model) for name, (_, model) in FILES.items()}
    made["disclosure.json"] = _disclosures()
    return {name: _text(name, content) for name, content in made.items()}


def _one(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema(by_alias=True, schema_generator=_Schema, mode="validation")


def _disclosures() -> dict[str, Any]:
    """Which keys a disclosure may have depends on its family, so that an editor offers the right ones."""
    models: list[tuple[type[BaseModel], Any]] = [(family.model, "validation") for family in FAMILIES.values()]
    places, made = models_json_schema(models, by_alias=True, schema_generator=_Schema)
    is_of_family = [
        {
            "if": {"properties": {"family": {"const": family.id}}, "required": ["family"]},
            "then": places[family.model, "validation"],
        }
        for family in FAMILIES.values()
    ]
    return {
        **made,
        "type": "object",
        "required": ["family"],
        "properties": {"family": {"enum": sorted(FAMILIES), "description": "ประเภทของเนื้อหา"}},
        "allOf": is_of_family,
    }


def _text(name: str, made: dict[str, Any]) -> str:
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": name, **_without_titles(made)}
    return json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _without_titles(value: Any) -> Any:
    """Drops the English titles that pydantic derives from names; the descriptions say it in Thai."""
    if isinstance(value, dict):
        return {k: _without_titles(v) for k, v in value.items() if not (k == "title" and isinstance(v, str))}
    return [_without_titles(v) for v in value] if isinstance(value, list) else value
