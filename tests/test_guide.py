"""The data guide as facts: every key of every kind of file, read off the models."""

from __future__ import annotations

import re

from generator.officers import guide


def test_every_key_of_every_data_file_is_explained() -> None:
    shapes = [guide.shape_of(model, name) for name, (_, model) in guide.FILES.items()]
    shapes += [guide.shape_of(model, model.__name__) for model in guide.inner_models()]
    assert [shape.name for shape in shapes if not re.search(r"[ก-๙]", shape.about)] == []
    assert [(shape.name, key.name) for shape in shapes for key in shape.keys if not key.help] == []
