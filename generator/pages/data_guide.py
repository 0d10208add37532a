"""The data guide, for officers: every kind of data file, key by key, made from the models; a page for each family."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from markupsafe import Markup
from pydantic import BaseModel

from generator import languages
from generator.families import FAMILIES, Family
from generator.models.catalogue import known_components
from generator.models.disclosure import Disclosure
from generator.models.profile import GENERAL
from generator.officers import guide, start
from generator.pages.page import Page, Planned, as_code, render
from generator.pages.voice import Voice
from generator.site import addresses, owners
from generator.site.site import Site
from generator.site.trail import Trail
from generator.tables.totals import Tabled
from generator.writing.choices import listed

_META = {"search": {"exclude": True}}  # for officers, and longer than all the rest


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    if not voice.site.is_draft:
        return
    voice = replace(voice, keeps_digits=True)
    yield Planned(addresses.DATA_GUIDE, partial(_files_page, voice))
    for family in _asked(voice.site):
        yield Planned(addresses.family_guide(family.id), partial(_family_page, voice, family))


def _asked(site: Site) -> tuple[Family, ...]:
    """The families that some year asks the agency for, or that it discloses; the others are of other kinds of agencies."""
    asked = {family for of_year in site.catalogues.values() for item in of_year.items for family in item.families}
    asked |= {entry.data.family for entry in site.disclosures}
    return tuple(family for family in FAMILIES.values() if family.id in asked)


def _files_page(voice: Voice) -> Page:
    examples = start.file_examples(max(start.catalogues(GENERAL)))
    return render(
        "data_guide.md.jinja",
        voice,
        addresses.DATA_GUIDE,
        voice.words["data_guide"]["title"],
        _META,
        menu="about",
        files=[
            _facts(voice, guide.shape_of(model, path), f"file-{name.replace('_', '-')}")
            | {"example": as_code(examples[name]) if name in examples else None}
            for name, (path, model) in guide.FILES.items()
        ],
        columns=owners.FORM.kept,
        shapes=_shapes(voice, *(model for _, model in guide.FILES.values())),
        families={family.id: family for family in _asked(voice.site)},
        family_words=languages.families(voice.language),
    )


def _family_page(voice: Voice, family: Family) -> Page:
    words = languages.families(voice.language)[family.id]
    own = replace(guide.shape_of(family.model, family.id), keys=guide.own_keys(family.model))
    return render(
        "data_guide_family.md.jinja",
        voice,
        addresses.family_guide(family.id),
        voice.words["data_guide"]["family_title"].format(family=words["name"]),
        _META,
        family=family,
        words_of=words,
        own=_facts(voice, own, "own"),
        every=_facts(voice, guide.shape_of(Disclosure, "disclosure"), "every"),
        shapes=_shapes(voice, family.model),
        columns=family.model.form.columns if issubclass(family.model, Tabled) else (),
        table=_table_example(family),
        components=known_components().get(family.id, ()),
        absent=_absent_example(family),
        example=as_code(family.example.read_text("utf-8")),
    )


def _absent_example(family: Family) -> Markup | None:
    """Of the family's last component; nothing where it has none."""
    known = known_components().get(family.id)
    year = max(start.catalogues(GENERAL))
    return as_code(start.absent_example(known[-1].id, start.usual_due(year))) if known else None


def _table_example(family: Family) -> Markup | None:
    path = family.example.with_suffix(".csv")
    return as_code(path.read_text("utf-8-sig")) if path.is_file() else None


def _shapes(voice: Voice, *models: type[BaseModel]) -> list[dict[str, Any]]:
    return [
        _facts(voice, guide.shape_of(model, model.__name__), f"shape-{guide.anchor(model.__name__)}")
        for model in guide.inner_models(*models)
    ]


def _facts(voice: Voice, shape: guide.Shape, anchor: str) -> dict[str, Any]:
    words = voice.words["data_guide"]
    keys = []
    for key in shape.keys:
        value = (
            words["choice"].format(choices=listed(one.value for one in key.choices))
            if key.choices
            else words["kinds"].get(key.kind, key.kind)
        )
        if key.short:
            value = words["or_text"].format(kind=value)
        keys.append(
            {
                "name": key.name,
                "value": words["list_of"].format(kind=value) if key.is_list else value,
                "anchor": f"shape-{guide.anchor(key.kind)}" if key.model else None,
                "required": key.required,
                "meaning": key.help,
            }
        )
    return {"name": shape.name, "about": shape.about, "anchor": anchor, "keys": keys}
