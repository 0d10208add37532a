"""Forms of data files: saved unchanged they change no byte, and a change of one box changes that place and no other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator.desk.forms.form import Form, form_of
from generator.desk.forms.known import Known, known_of
from generator.desk.forms.posted import after_action
from generator.desk.forms.render import render
from generator.families import FAMILIES
from generator.input import source
from generator.site.file_models import model_of
from generator.site.loader import Loader
from tests.conftest import ROOT
from tests.posting import Pairs, pairs_of, with_value

FOLDERS = [
    ROOT / "data",
    *sorted(path.parent for below in ("examples", "tests/sites") for path in (ROOT / below).rglob("agency.yaml")),
]
HR = FAMILIES["hr_plan"].model


def form(text: str | bytes, model: type[BaseModel] = HR, posted: Pairs | None = None, **known: Any) -> Form:
    raw = text.encode() if isinstance(text, str) else text
    return form_of(raw, "2568/a.yaml", model, Known(**known), posted)


def typed(text: str, name: str, value: str, model: type[BaseModel] = HR) -> str:
    """The text of a file after one box was changed."""
    pairs = with_value(pairs_of(render(form(text, model))), name, value)
    return form(text, model, pairs).changed().decode()


def pressed(text: str, action: str, model: type[BaseModel] = HR, pairs: Pairs | None = None) -> Pairs:
    """What the form sends after a button was pressed that saves nothing."""
    sent = after_action([*(pairs or pairs_of(render(form(text, model)))), ("do", action)])
    return pairs_of(render(form(text, model, list(sent))))


def files(folder: Path) -> Iterator[tuple[Path, type[BaseModel]]]:
    for path in sorted(folder.rglob("*.yaml")):
        place = path.relative_to(folder).as_posix()
        model, _ = model_of(place, source.parse(path.read_bytes(), place))
        if model:
            yield path, model


# --- every file there is ----------------------------------------------------------------------------


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to(ROOT).as_posix())
def test_a_file_saved_unchanged_keeps_every_byte(folder: Path) -> None:
    site, _ = Loader().load(folder, folder.name)
    known = known_of(site, 2568) if site else Known()
    for path, model in files(folder):
        raw = path.read_bytes()
        opened = form_of(raw, path.name, model, known)
        assert opened.changed() == raw, path
        pairs = pairs_of(render(opened))
        assert form_of(raw, path.name, model, known, pairs).changed() == raw, path


@pytest.mark.parametrize("id", FAMILIES)
def test_an_example_saved_unchanged_keeps_every_byte_however_it_ends_its_lines(id: str) -> None:
    raw = FAMILIES[id].example.read_bytes()
    for written in (raw, raw.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + raw):
        pairs = pairs_of(render(form(written, FAMILIES[id].model)))
        assert form(written, FAMILIES[id].model, pairs).changed() == written
