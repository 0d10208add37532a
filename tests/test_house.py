"""The rules of the house: the map is whole, every module can be imported alone, and who touches files and writes markup.

That rooms import only downwards is a contract in ``pyproject.toml``, which ``make lint`` holds.
"""

from __future__ import annotations

import ast
import graphlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

GENERATOR = ROOT / "generator"
MODULES = sorted(GENERATOR.rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


NAMES = {name_of(path): path for path in MODULES}


def imports(path: Path) -> Iterator[str]:
    """What a module imports of ours when it is imported itself: modules, and packages of which it takes a name."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name in NAMES)
        if isinstance(node, ast.ImportFrom) and node.module in NAMES:
            for one in node.names:
                inner = f"{node.module}.{one.name}"
                yield inner if inner in NAMES else node.module


def test_every_module_can_be_imported_alone() -> None:
    # Where no module imports one that imports it, in however many steps, any of them may come first.
    graphlib.TopologicalSorter({name: set(imports(path)) for name, path in NAMES.items()}).prepare()


def test_the_map_names_every_room_and_fits_on_a_screen() -> None:
    front = (GENERATOR / "__init__.py").read_text("utf-8")
    rooms = {path.name for path in GENERATOR.iterdir() if path.is_dir() and path.name != "__pycache__"}
    rooms |= {path.stem for path in GENERATOR.glob("[a-z]*.py")}
    assert {room for room in rooms if f"``{room}``" not in front} == set()
    assert len(front.splitlines()) <= 40


def test_modules_stay_small_enough_to_be_read_at_once() -> None:
    assert {name_of(path) for path in MODULES if len(path.read_text("utf-8").splitlines()) > 400} == set()


READS = frozenset(
    ("open", "read_text", "read_bytes", "glob", "rglob", "iterdir", "is_file", "is_dir", "exists", "stat")
)
WRITES = frozenset(
    ("write_text", "write_bytes", "unlink", "mkdir", "rmdir", "rmtree", "copyfile", "copytree", "symlink_to", "mkdtemp")
)
EDGES = (
    *(
        "generator.input.",
        "generator.files.",
        "generator.tables.",
        "generator.site.loader.",
        "generator.site.data_files.",
        "generator.site.published.",
        "generator.officers.start.",
    ),
    *(
        "generator.publish.",
        "generator.audit.",
        "generator.project.",
        "generator.store.",
        "generator.reading.",
        "generator.road.",
        "generator.serve.",
    ),
    *("generator.desk.office.", "generator.desk.preview.", "generator.desk.uploads.", "generator.desk.server."),
    "generator.cache.",
    *("generator.cli.", "generator.commands."),
)
"""Rooms that touch the files of an agency, of its site, or of a site that is audited; and the one that keeps what was read."""
SHIPPED = frozenset(
    (
        *("generator.languages", "generator.models.catalogue", "generator.models.assessment"),
        "generator.models.profile",
        *("generator.models.accessibility", "generator.writing.choices", "generator.writing.terms"),
        "generator.writing.compounds",
        *("generator.checks.example_left", "generator.pages.data_guide", "generator.blocks.procurement_columns"),
        "generator.officers.component_keys",
    )
)
"""Modules that read data which came with the program, and no other file."""


def calls(path: Path) -> set[str]:
    """Names of the functions and methods that a module calls."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            found.add(getattr(node.func, "attr", getattr(node.func, "id", "")))
    return found


@pytest.mark.parametrize("name", [name for name in NAMES if not f"{name}.".startswith(EDGES)])
def test_only_the_edges_touch_files(name: str) -> None:
    assert calls(NAMES[name]) & WRITES == set()
    if name not in SHIPPED:
        assert calls(NAMES[name]) & READS == set()


MARKUP = frozenset(
    (
        "generator.pages.page",  # headings, blocks and the cells of a table, which every template is made of
        "generator.pages.voice",  # how a single value is written
        "generator.publish.engine",  # reads and mends what the engine wrote
        "generator.publish.offline",  # reads links of built pages
        "generator.publish.pdf.document",  # the style of drawings on paper
    )
)
_TAG = re.compile(r"</?(?:a|b|br|div|h[1-6]|li|link|p|span|strong|style|sup|table|td|th|tr|ul|ol|svg|script)[\s>/]")


def texts(path: Path) -> Iterator[str]:
    """The texts of a module that are no docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def test_markup_lives_in_templates_but_for_five_modules() -> None:
    assert {name for name, path in NAMES.items() if any(map(_TAG.search, texts(path)))} == MARKUP
