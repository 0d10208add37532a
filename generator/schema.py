"""JSON Schemas of every kind of data file, for completion and checking in editors."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from generator.families import FAMILIES
from generator.guide import FILES
from generator.ita import Question
from generator.models import NoneStated, Numbered, Owner, Period, Remarks, Text
from generator.scores import Finding, Printing, Score

_AS_TEXT = (Text, Period, Owner, Numbered, NoneStated, Finding)
"""Shapes that may be written as one text instead of a mapping."""


class _Schema(GenerateJsonSchema):
    """Pydantic's schema, and the short forms that the models also read."""

    def model_schema(self, schema: Any) -> dict[str, Any]:
        made = super().model_schema(schema)
        cls: type[BaseModel] = schema["cls"]
        if issubclass(cls, _AS_TEXT) or cls in (Printing, Score):
            return {"anyOf": [{"type": ["string", "number"]}, made], "description": made.get("description", "")}
        if cls is Question:
            made["required"].remove("id")
            return {**made, "anyOf": [{"required": ["id"]}, {"required": ["code"]}]}
        if cls is Remarks:
            return {"anyOf": [made["properties"]["items"], made], "description": made.get("description", "")}
        return made


def schemas() -> dict[str, str]:
    """File name → JSON text, the same bytes every time."""
    return {f"{name}.json": _text(name, model) for name, (_, model) in FILES.items()}


def _text(name: str, model: type[BaseModel]) -> str:
    made = model.model_json_schema(by_alias=True, schema_generator=_Schema, mode="validation")
    family = made.get("properties", {}).get("family")
    if family is not None:
        own = sorted(id for id, known in FAMILIES.items() if known.model is model)
        family["enum"] = own
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{name}.json", **_without_titles(made)}
    return json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _without_titles(value: Any) -> Any:
    """Drops the English titles that pydantic derives from names; the descriptions say it in Thai."""
    if isinstance(value, dict):
        return {k: _without_titles(v) for k, v in value.items() if not (k == "title" and isinstance(v, str))}
    return [_without_titles(v) for v in value] if isinstance(value, list) else value
