"""The one description of what may be filled in: Thai labels, choices, units and references, from the models alone."""

from __future__ import annotations

import re

import pytest
import yaml
from pydantic import BaseModel

from generator import languages
from generator.families import FAMILIES
from generator.input.labels import label_of
from generator.officers import guide
from generator.officers.fields import Shape, field_at, fields_of, order_of
from tests.conftest import ROOT

MODELS = (*(model for _, model in (*guide.FILES.values(), *guide.disclosures().values())), *guide.inner_models())
HR = FAMILIES["hr_plan"].model


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_has_a_short_thai_label_and_what_its_shape_needs(model: type[BaseModel]) -> None:
    for field in fields_of(model):
        assert re.match("[ก-๙]", field.label), (field.name, field.label)
        assert len(field.label) <= 70, field.label
        assert field.help.replace("true = ", "").replace("false = ", "").replace("no = ", "").replace("month = ", "")
        assert bool(field.choices) == (field.shape is Shape.CHOICE)
        assert bool(field.refers_to) == (field.shape is Shape.REFERENCE)
        assert (field.model is not None) == (field.shape in (Shape.GROUP, Shape.PERIOD, Shape.OWNER))
        assert field.shape is not Shape.ID or field.name == "id", "an id that names something else is a reference"


def test_the_fields_of_a_family() -> None:
    found = {field.name: field for field in fields_of(HR)}
    assert list(found)[:3] == list(order_of(HR))[:3]
    assert (found["period"].label, found["period"].shape) == ("ระยะเวลาของแผน", Shape.PERIOD)
    assert (found["owner"].shape, found["owner"].short) == (Shape.OWNER, "unit")
    assert (found["projects"].is_list, found["projects"].shape) == (True, Shape.GROUP)
    assert found["family"].required
    amount = field_at(HR, ("projects", 0, "planned", "amount"))
    assert amount is not None
    assert (amount.label, amount.unit, amount.shape) == ("จำนวนเงิน", "บาท", Shape.FIGURE)
    side = field_at(HR, ("projects", 1, "side"))
    assert side is not None
    assert [(one.value, one.label) for one in side.choices] == [
        ("management", "ด้านการบริหาร"),
        ("development", "ด้านการพัฒนา"),
    ]
    assert field_at(HR, ("projects", 0, "nonsense")) is None


def test_every_label_and_choice_has_its_english_and_no_other_has() -> None:
    every = [field for model in MODELS for field in fields_of(model)]
    thai = {field.label for field in every} | {choice.label for field in every for choice in field.choices}
    english = yaml.safe_load((ROOT / "generator/languages/en/labels.yaml").read_text("utf-8"))
    assert sorted(thai - english.keys()) == []
    assert sorted(english.keys() - thai) == []
    assert [one for one in english.values() if not one or re.search("[ก-๙]", one) or len(one) > 120] == []
    assert languages.label("จำนวนเงิน", "en") == "Amount of money"
    assert languages.label("จำนวนเงิน", "th") == "จำนวนเงิน"


def test_a_label_is_the_first_words() -> None:
    assert label_of("ระยะเวลาของแผน เช่น ปีงบประมาณ 2568") == "ระยะเวลาของแผน"
    assert label_of("true = ข้อมูลสมมติ ทุกหน้าจะบอกไว้ชัดเจน") == "ข้อมูลสมมติ ทุกหน้าจะบอกไว้ชัดเจน"
    assert label_of("ค่าธรรมเนียมเป็นข้อ ๆ หรือ none เมื่อไม่มี") == "ค่าธรรมเนียม"
