"""The project holds to its own rules: every fault has a manual in every language, every command has help …"""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import languages
from generator.checks import CHECKS, is_safety
from generator.families import FAMILIES, FOLDER
from generator.models import accessibility, catalogue, profile
from tests.conftest import ROOT

PROGRAM = ROOT / "generator"
CHECK_FILES = sorted((PROGRAM / "checks").glob("[a-z]*.py"))
PARTS_OF_EXAMPLE = ("wrong", "right")
PARTS_OF_A_CHECK = ("about", "message", "hint", "why", "rule")


def keys(words: Any, above: str = "") -> Iterator[tuple[str, str]]:
    """Every key of nested words, with its text."""
    for name, value in words.items():
        if isinstance(value, dict):
            yield from keys(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", str(value)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("file", ["words", "faults", "families", "yaml_problems"])
def test_every_language_has_the_same_keys_and_placeholders(file: str) -> None:
    read = getattr(languages, file)
    thai, english = dict(keys(read("th"))), dict(keys(read("en")))
    assert thai.keys() == english.keys()
    formatted = (
        {k for k in thai if not k.endswith((".wrong", ".right", ".why", ".about"))} if file == "faults" else thai
    )
    differing = [key for key in formatted if placeholders(thai[key]) != placeholders(english[key])]
    assert differing == []


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_every_fault_has_a_whole_manual_page(language: str) -> None:
    checks = {module.CODE for module in CHECKS}
    assert {
        code
        for code, page in languages.faults(language).items()
        if {k for k, v in page.items() if v}
        != {*PARTS_OF_A_CHECK, *PARTS_OF_EXAMPLE} - ({"rule"} if code not in checks else set())
    } == set()


def test_every_code_that_the_program_can_raise_has_a_manual_page_and_no_other_has() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.py"))
    raised = {code for code in languages.faults("th") if re.search(rf'"{code}"', sources)}
    assert set(languages.faults("th")) - raised == set()
    assert {module.CODE for module in CHECKS} <= raised


def test_every_check_is_one_file_named_for_its_fault_and_listed() -> None:
    assert [module.__name__.rpartition(".")[2] for module in CHECKS] == [path.stem for path in CHECK_FILES]
    assert all(module.__name__.rpartition(".")[2].replace("_", "-") == module.CODE for module in CHECKS)


@pytest.mark.parametrize("path", CHECK_FILES, ids=lambda path: path.name)
def test_the_docstring_of_a_check_is_its_manual_page_in_every_language(path: Path) -> None:
    text = path.read_text("utf-8")
    docstring = ast.get_docstring(ast.parse(text), clean=False) or ""
    assert docstring == text.split('"""', 2)[1], "it is read as text: begin it with r where it has a backslash"
    about, begins, written = docstring.partition("\nth:")
    assert begins, "a line th: begins what officers read"
    assert about.strip().split("\n\n")[0].endswith("."), "a sentence for the reader of the code comes first"
    pages = yaml.load(f"th:{written}", yaml.BaseLoader)
    example = {part: pages.pop(part) for part in PARTS_OF_EXAMPLE if part in pages}
    assert list(pages) == list(languages.LANGUAGES)
    in_each = PARTS_OF_A_CHECK if example else (*PARTS_OF_A_CHECK, *PARTS_OF_EXAMPLE)
    assert {frozenset(page) for page in pages.values()} == {frozenset(in_each)}
    assert tuple(example) in {(), PARTS_OF_EXAMPLE}
    assert all(part for page in (*pages.values(), example) for part in page.values())
    assert example or not all(len({page[part] for page in pages.values()}) == 1 for part in PARTS_OF_EXAMPLE), (
        "say it once"
    )


def test_no_sentence_is_cut_off_at_a_number_sign() -> None:
    # In a plain value of YAML, what follows " #" is a comment; an example inside of a manual page may have one.
    words = [path for room in ("languages", "families", "blocks") for path in PROGRAM.glob(f"{room}/**/*.yaml")]
    parts = "|".join((*PARTS_OF_A_CHECK, *PARTS_OF_EXAMPLE))
    for files, key in ((CHECK_FILES, f"(?:  )?(?:{parts})"), (words, r" *(?:- )?[\w-]+")):
        plain = re.compile(rf"""^{key}: (?!["'|>#]).* #.*""", re.MULTILINE)
        assert [f"{path.name}: {cut}" for path in files for cut in plain.findall(path.read_text("utf-8"))] == []


def test_every_family_of_a_catalogue_is_known_and_has_words() -> None:
    asked = {
        family
        for path in catalogue.BUILT_IN.glob("*/*.yaml")
        for item in yaml.safe_load(path.read_text("utf-8"))["items"]
        for family in item["families"]
    }
    assert asked == set(FAMILIES) == set(languages.families("en"))
    assert asked == set(catalogue.known_components())


def test_every_family_is_a_folder_with_all_about_it() -> None:
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(FAMILIES)
    for name in folders:
        assert {path.name for path in (FOLDER / name).iterdir()} >= {
            "model.py",
            "page.md.jinja",
            "family.yaml",
            "example.yaml",
        }, name


def test_catalogues_number_their_items_without_holes() -> None:
    for path in catalogue.BUILT_IN.glob("*/*.yaml"):
        data = yaml.safe_load(path.read_text("utf-8"))
        letters = profile.known_profiles()[data["profile"]].letters
        codes = [item["code"] for item in data["items"]]
        if data.get("whole") != "false":
            assert codes == [f"{letters}{n}" for n in range(1, len(codes) + 1)]
        assert len(set(codes)) == len(codes)
        assert str(data["year"]) == path.stem
        assert data["profile"] == path.parent.name


def test_no_code_names_an_item_or_a_year() -> None:
    named = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in (ROOT / "generator").rglob("*")
        if path.suffix in (".py", ".jinja")
        for line in _code_lines(path)
        if re.search(r"""["']o\d+["']|\b25[5-7]\d\b""", line, re.IGNORECASE)
    ]
    assert named == []


def _code_lines(path: Path) -> list[str]:
    """Lines without docstrings, comments and the examples in descriptions."""
    text = re.sub(r'"""(?:.|\n)*?"""', "", path.read_text("utf-8"))
    text = re.sub(r'(?:description|help)=\(?\s*"[^"]*"', "", text)
    return [line.split("  # ")[0] for line in text.splitlines() if not line.lstrip().startswith("#")]


def test_modules_of_the_road_are_named_in_reading_order_in_the_front_docstring() -> None:
    front = (ROOT / "generator" / "__init__.py").read_text("utf-8")
    modules = {path.stem for path in (ROOT / "generator").glob("[a-z]*.py")}
    packages = {path.parent.name for path in (ROOT / "generator").glob("*/__init__.py")}
    assert {name for name in modules | packages if f"``{name}``" not in front} == set()


def test_the_changelog_readme_and_contributing_say_what_they_must() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "make site" in readme
    assert "make test" in readme
    assert "![" in readme
    contributing = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for recipe in ("year", "family", "page", "check", "language"):
        assert re.search(rf"^## .*\b{recipe}\b", contributing, re.MULTILINE | re.IGNORECASE), recipe
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert version
    assert version[1] in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_no_word_is_hidden_by_a_method_of_dictionaries() -> None:
    # A template that asks for words.x.items would be given dict.items.
    assert [key for key, _ in keys(languages.words("th")) if key.rpartition(".")[2] in dir(dict)] == []


def test_every_word_is_used() -> None:
    folders = (ROOT / "generator", ROOT / "theme")
    files = [p for folder in folders for p in folder.rglob("*") if p.suffix in (".py", ".jinja", ".html", ".js")]
    text = "\n".join(path.read_text("utf-8") for path in files)
    names = {key.rpartition(".")[2] for key, _ in keys(languages.words("th"))}
    # The accessibility statement shows every limit, and names what its result holds.
    stated = accessibility.tested()
    names -= {*languages.words("th")["accessibility"]["limits"], *stated.kinds, *stated.schemes}
    names -= {*(tool.id for tool in stated.tools), *(one.rule for one in stated.left)}
    assert {name for name in names if not re.search(rf"""[."']{re.escape(name)}\b""", text)} == set()


def test_the_hook_for_pre_commit_runs_a_command_of_ours() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["entry"] == "oit check"
    assert f"id: {hook['id']}" in (ROOT / "docs" / "automation.md").read_text("utf-8")


def test_the_docs_name_every_safety_check_and_no_other() -> None:
    _, _, behind = (ROOT / "docs" / "automation.md").read_text("utf-8").partition("\nSafety checks are")
    named, _, _ = behind.partition("They are ")[2].partition("; `oit explain")
    assert re.findall("`([a-z-]+)`", named) == [module.CODE for module in CHECKS if is_safety(module)]
