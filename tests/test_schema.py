"""The schemas for editors: those in the repository are made from the models, and accept what is shipped."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from generator.officers import schema
from tests.conftest import EXAMPLES, ROOT


def test_the_schemas_in_the_repository_are_those_of_the_models() -> None:
    made = schema.schemas()
    assert {path.name: path.read_text("utf-8") for path in (ROOT / "schemas").glob("*.json")} == made


def data_files() -> list[Path]:
    folders = [ROOT / "data", *(ROOT / "examples" / name for name in EXAMPLES)]
    return [path for folder in folders for path in sorted(folder.rglob("*.yaml"))]


@pytest.mark.parametrize("path", data_files(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_shipped_data_file_names_the_schema_that_accepts_it(path: Path) -> None:
    text = path.read_text("utf-8")
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert named
    file = (path.parent / named[1]).resolve()
    assert file.parent == ROOT / "schemas"
    # As an editor reads it: YAML 1.2, in which no date, octal number or yes/no is special.
    data = yaml.load(text, EditorLoader)
    jsonschema.Draft202012Validator(json.loads(file.read_text("utf-8"))).validate(data)


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2's core schema, near enough: numbers, true and false, null; everything else is text."""


EditorLoader.yaml_implicit_resolvers = {}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]*\.[0-9]+$"), list("-+0123456789.")
)
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])
