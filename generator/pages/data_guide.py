"""The data guide: every kind of data file, key by key, made from the models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator import guide, languages
from generator.pages.page import Page, render
from generator.trail import Trail
from generator.voice import Voice


def pages(voice: Voice, trail: Trail) -> Iterator[Page]:
    voice = replace(voice, keeps_digits=True)
    shown = {model.__name__ for model in guide.inner_models()}
    files = [
        {"path": path, **_facts(voice, guide.shape_of(model, path), f"file-{name.replace('_', '-')}", shown)}
        for name, (path, model) in guide.FILES.items()
    ]
    shapes = [
        _facts(voice, guide.shape_of(model, model.__name__), f"shape-{guide.anchor(model.__name__)}", shown)
        for model in guide.inner_models()
    ]
    title = voice.words["data_guide"]["title"]
    family_words = languages.families(voice.language)
    yield render(
        "data_guide.md.jinja",
        voice,
        "data-guide/index.md",
        title,
        {"search": {"exclude": True}},  # for officers, and longer than all the rest
        files=files,
        shapes=shapes,
        family_words=family_words,
    )


def _facts(voice: Voice, shape: guide.Shape, anchor: str, shown: set[str]) -> dict[str, Any]:
    words = voice.words["data_guide"]
    keys = []
    for key in shape.keys:
        value = (
            words["choice"].format(choices=", ".join(key.choices))
            if key.choices
            else words["kinds"].get(key.kind, key.kind)
        )
        keys.append(
            {
                "name": key.name,
                "value": words["list_of"].format(kind=value) if key.is_list else value,
                "anchor": f"shape-{guide.anchor(key.shape)}" if key.shape in shown else None,
                "required": key.required,
                "meaning": key.meaning,
            }
        )
    return {"name": shape.name, "about": shape.about, "anchor": anchor, "keys": keys}
