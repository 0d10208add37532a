"""What is asked of agencies as JSON in every built site, read back by what its contract says."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

from generator.languages import LANGUAGES
from generator.officers.public_lists import lists_of_site
from generator.site import addresses
from generator.site.loader import Loader
from tests.conftest import ROOT
from tests.folders import load, write


def read(site: Path, address: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((site / address).read_text("utf-8"))
    assert made["licence"] == "CC0-1.0"
    assert all({*meaning} == {*LANGUAGES} for meaning in made["certainty"].values())
    return made


def test_a_built_site_has_its_lists(sample: Path) -> None:
    site, _ = Loader().load(ROOT / "data")
    assert site
    components = read(sample, addresses.COMPONENTS_LIST)
    known = {f"{family['id']}.{one['id']}": one for family in components["families"] for one in family["components"]}
    marks = components["certainty"].keys()
    assert {one["confidence"] for one in known.values()} <= marks
    for year, catalogue in site.catalogues.items():
        made = read(sample, addresses.catalogue_list(year))
        assert (made["year"], made["profile"]) == (year, site.agency.main_profile)
        for item, one in zip(catalogue.items, made["items"], strict=True):
            assert (one["code"], one["title"]["th"], tuple(one["families"])) == (
                item.code,
                item.title.th,
                item.families,
            )
            assert one["confidence"] in marks
            asked = [f"{f}.{c.id}" for f in item.families for c in site.components(item, f, year)]
            assert one["components"] == asked
            assert {*asked} <= known.keys()
    for path in site.subsites:
        assert read(sample / path, addresses.COMPONENTS_LIST)["families"]
    steps = {one["year"]: one["steps"] for one in read(sample, addresses.CALENDAR_LIST)["years"]}
    for year, calendar in site.calendars.items():
        for step, made in zip(calendar.steps, steps[year], strict=True):
            days = [datetime.date.fromisoformat(made[key]) if key in made else None for key in ("start", "end")]
            assert days == [step.start, step.end]
            assert made["source"]["th"] == step.source.th


def test_an_agencys_own_lists_stand_in_the_place_of_the_programs(tmp_path: Path) -> None:
    files = {
        "agency.yaml": "name: ก\nshort_name: ก\nprofile: own\n",
        "profiles/own/2567.yaml": "profile: own\nyear: 2567\nsource: ก\nitems:\n"
        "- {code: A1, sub_indicator: 1, title: ก, families: [laws]}\n",
        "profiles/own/components.yaml": "profile: own\ncomponents:\n- {id: mine, family: laws, title: ของเรา}\n",
    }
    site = load(write(tmp_path, files))
    made = {address: json.loads(text) for address, text in lists_of_site(site).items()}
    assert made.keys() == {"data/catalogue-2567.json", "data/components.json", "data/calendar.json"}
    assert made["data/catalogue-2567.json"]["items"][0]["components"] == ["laws.mine"]
    (laws,) = (one for one in made["data/components.json"]["families"] if one["id"] == "laws")
    assert [one["id"] for one in laws["components"]] == ["mine"]
    assert made["data/calendar.json"]["years"] == []
    assert lists_of_site(site) == lists_of_site(load(tmp_path))
