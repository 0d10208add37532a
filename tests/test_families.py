"""Every family over every year that asks for it: its example is accepted, complete, and shown whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from generator import languages
from generator.checks import check
from generator.families import FAMILIES, FOLDER, Family
from generator.models.catalogue import Component
from generator.models.disclosure import Disclosure, Shown
from generator.models.profile import GENERAL, components_of, profile_of
from generator.models.shared import Model, Period, Sourced, Text
from generator.officers import start
from generator.pages import item
from generator.pages.page import Page
from generator.pages.voice import Voice
from generator.site.loader import Loader
from generator.site.site import Site
from generator.site.states import ItemState, State, item_states
from generator.site.trail import Trail
from generator.writing.figures import fold_digits
from tests.conftest import ROOT
from tests.kinds import LISTS

EXAMPLE_YEAR = 2568
ASKED = [
    pytest.param(FAMILIES[family], year, profile, one["code"], id=f"{family}-{profile}-{year}-{one['code']}")
    for (profile, year), items in LISTS.items()
    for one in items
    for family in one["families"]
]
LAST = {p.values[0]: p.values[1:] for p in ASKED}
"""Family → the year, profile and item that ask for it last."""
EACH = [pytest.param(family, id=family.id) for family in FAMILIES.values()]


def example(family: Family, year: int = EXAMPLE_YEAR, asked: Collection[str] = ()) -> str:
    """The family's example, with every year in it moved as far as ``year`` is from the example's.

    Where facts may be of either year, and those of the year before are asked for, they are moved to that.
    """
    text = fold_digits(family.example.read_text("utf-8"))
    is_before = family.year == "either" and "previous_year" in asked and f"data_year: {EXAMPLE_YEAR}" in text
    distance = year - EXAMPLE_YEAR - is_before
    moved = re.sub(r"25[4-7]\d", lambda found: str(int(found[0]) + distance), text)
    return re.sub(r"^assessed_year: .*", f"assessed_year: {year}", moved, flags=re.MULTILINE)


def with_documents(family: Family, text: str, asked: Collection[str]) -> str:
    """A disclosure in which what no key of the family shows is shown by a document."""
    data = family.model.model_validate(yaml.load(text, yaml.BaseLoader))
    only = [id for id in asked if id not in data.shows()]
    shows = f"evidence:\n- {{title: เอกสาร, link: https://www.example.go.th/d.pdf, shows: [{', '.join(only)}]}}\n"
    return text + shows if only and "\nevidence:" not in text else text


def asked_of(family: Family, year: int, profile: str, code: str) -> tuple[Component, ...]:
    """What an item of a list asks of a family."""
    item = next(one for one in start.catalogues(profile)[year].items if one.code == code)
    return components_of(profile_of(profile), family.id, year, item.components, (profile,))


def site_of(folder: Path, family: Family, year: int, text: str, profile: str = GENERAL) -> Site:
    """An agency with the sample's units and documents, and this one disclosure, beside its tables and evidence."""
    data = folder / "data"
    (data / str(year)).mkdir(parents=True)
    for name in ("units.yaml", "sources.yaml"):
        (data / name).write_bytes((ROOT / "data" / name).read_bytes())
    (data / "agency.yaml").write_text(
        f"name: ตัวอย่าง\nshort_name: ตย.\nprofile: {profile}\nyears: [{year}]\nsample: true\nunfinished: show\n"
        "site_url: https://www.example.go.th/\n",
        "utf-8",
    )
    (data / "ita").mkdir()
    for before in (year - 2, year - 1):  # what the examples of measures refer to
        (data / "ita" / f"{before}.yaml").write_text(
            f"year: {before}\nquestions:\n- {{code: I1, instrument: IIT, text: คำถาม}}\n"
            "- {code: E1, instrument: EIT, text: คำถาม}\nclasses:\n- {id: develop, title: ต้องพัฒนา}\n",
            "utf-8",
        )
    for path in family.example.parent.glob("example.*"):
        if path.suffix != ".yaml":
            (data / str(year) / path.name).write_text(
                re.sub(r"25[4-7]\d", lambda f: str(int(f[0]) + year - EXAMPLE_YEAR), path.read_text("utf-8-sig")),
                "utf-8",
            )
    (data / str(year) / f"{family.id}.yaml").write_text(text, "utf-8")
    site, faults = Loader().load(data)
    assert [d.place + " " + d.message("en") for d in faults] == []
    assert site
    found = [d.place + " " + d.message("en") for d in check(site) if d.code != "evidence-missing"]
    assert found == []
    return site


def state_and_page(
    site: Site, family: Family, year: int, language: str = "th", code: str = ""
) -> tuple[ItemState, Page]:
    states = item_states(site, year)
    state = next(s for s in states if family.id in s.item.families and code in ("", s.item.code))
    planned = item.pages(Voice(site, language), Trail(site))
    return state, next(one.make() for one in planned if one.address == f"{year}/{state.item.slug}/")


def texts(value: Any, key: str = "") -> Iterator[str]:
    """Every text of a disclosure that a reader must find on its page."""
    if isinstance(value, Text):
        yield value.th
    elif isinstance(value, BaseModel) and not isinstance(value, Period):
        for name in type(value).model_fields:
            if not isinstance(value, Disclosure) or name not in Disclosure.model_fields or name in ("title", "summary"):
                yield from texts(getattr(value, name), name)
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one, key)


def plain(body: str) -> str:
    """What a reader reads, without markup and without spaces, which wrap."""
    body = re.sub(r"\{: #[^}]*\}", "", body)
    body = re.sub(r"<[^>]+>", "", body)
    body = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), body)
    for name, character in (("amp", "&"), ("quot", '"'), ("lt", "<"), ("gt", ">")):
        body = body.replace(f"&{name};", character)
    return "".join(body.split())


@pytest.mark.parametrize(("family", "year", "profile", "code"), ASKED)
def test_the_example_is_complete_and_shown_whole_in_every_list_that_asks_for_it(
    family: Family, year: int, profile: str, code: str, tmp_path: Path
) -> None:
    asked = [component.id for component in asked_of(family, year, profile, code)]
    text = with_documents(family, example(family, year, asked), asked)
    site = site_of(tmp_path, family, year, text, profile)
    state, page = state_and_page(site, family, year, code=code)
    of_family = next(one for one in state.families if one.family == family.id)
    assert [c.component.id for c in of_family.components] == asked
    assert [c.component.id for c in of_family.required if c.state is Shown.MISSING] == []
    assert of_family.entry
    body = plain(page.body)
    assert [text for text in texts(of_family.entry.data) if "".join(text.split()) not in body] == []
    ids = set(re.findall(r'(?:id="|\{: #)([A-Za-z0-9_-]+)', page.body))
    assert {c.anchor for c in of_family.components if c.anchor} - ids == set()


@pytest.mark.parametrize("family", EACH)
def test_the_english_page_has_every_english_text(family: Family, tmp_path: Path) -> None:
    year, profile, code = LAST[family]
    site = site_of(tmp_path, family, year, example(family, year), profile)
    _, page = state_and_page(site, family, year, "en", code)
    written = list(_english(yaml.load(example(family, year), yaml.BaseLoader)))
    assert [text for text in written if "".join(text.split()) not in plain(page.body)] == []


def _english(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "en" and isinstance(inner, str):
                yield inner
            else:
                yield from _english(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _english(inner)


@pytest.mark.parametrize("family", EACH)
def test_with_a_summary_alone_every_required_component_is_missing(family: Family, tmp_path: Path) -> None:
    year, profile, code = LAST[family]
    previous = year - (family.year == "previous")
    text = f"family: {family.id}\nassessed_year: {year}\ndata_year: {previous}\nsummary: สรุป\n"
    site = site_of(tmp_path, family, year, text, profile)
    state, _ = state_and_page(site, family, year, code=code)
    of_family = next(one for one in state.families if one.family == family.id)
    shown = {c.component.id for c in of_family.required if c.state is not Shown.MISSING}
    assert shown <= {"in_year", "previous_year", "six_months", "one_year", "covers_year"}
    assert of_family.state is (State.PARTIAL if of_family.required else State.COMPLETE)


@pytest.mark.parametrize("family", EACH)
def test_the_example_fills_in_every_key_of_the_family(family: Family) -> None:
    data = family.model.model_validate(yaml.load(family.example.read_text("utf-8"), yaml.BaseLoader))
    filled: dict[type[BaseModel], set[str]] = {}
    _collect(data, filled)
    unfilled = {
        (model.__name__, name)
        for model, names in filled.items()
        if model.__module__ != "generator.models.shared"  # shared by all, tested where they are
        if family.id in model.__module__.split(".") or not model.__module__.startswith("generator.families.")
        for name in set(model.model_fields) - names - set(Sourced.model_fields)
        if not (issubclass(model, Disclosure) and name in Disclosure.model_fields)
    }
    assert unfilled == set()


def _collect(value: object, filled: dict[type[BaseModel], set[str]]) -> None:
    if isinstance(value, Model):
        names = filled.setdefault(type(value), set())
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if inner is not None and inner != ():
                names.add(name)
                _collect(inner, filled)
    elif isinstance(value, tuple):
        for one in value:
            _collect(one, filled)


def test_every_word_about_a_family_or_block_is_filled_in_in_every_language() -> None:
    blocks = {path.stem for path in (ROOT / "generator" / "blocks").glob("[a-z]*.py")}
    assert set(languages.family_files()) == set(FAMILIES)
    assert set(languages.labels("th")) <= set(FAMILIES) | blocks
    for language in languages.LANGUAGES:
        assert [
            (name, key)
            for name, labels in languages.labels(language).items()
            for key, label in labels.items()
            if not label
        ] == []
        assert all(all(words.values()) for words in languages.families(language).values())
        assert all(all(words) for words in languages.search_words(language).values())


@pytest.mark.parametrize("name", languages.family_files())
def test_the_file_of_a_family_has_the_keys_that_its_readme_explains_and_no_other(name: str) -> None:
    written = languages.family_files()[name]
    assert set(written) | {"labels"} == {"name", "about", "search_words", "labels", "components"}
    assert all(of.keys() == set(languages.LANGUAGES) for of in (written["name"], written["about"]))
    assert written["search_words"].keys() == set(languages.LANGUAGES)
    assert all(label.keys() == set(languages.LANGUAGES) for label in written.get("labels", {}).values())
    readme = (FOLDER / "README.md").read_text("utf-8")
    assert {key for key in written if f"| `{key}` |" not in readme} == set()


def test_the_model_of_a_family_is_the_class_of_its_own_folder() -> None:
    assert [
        family.id for family in FAMILIES.values() if family.model.__module__ != f"generator.families.{family.id}.model"
    ] == []
