"""Whatever stands in a data folder, reading it gives a report or a site, never a traceback."""

from __future__ import annotations

import copy
import functools
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import languages, pages
from generator.checks import check
from generator.diagnostics import Diagnostic, Severity, as_text, has_errors, sort
from generator.families import FAMILIES
from generator.officers import guide
from generator.site.loader import Loader
from generator.site.recording import Memory
from tests import filled
from tests.conftest import EXAMPLES, ROOT

AGENCY = "name: สำนักงานตัวอย่าง\nshort_name: สนง.\n"
FILES = [
    *("agency.yaml", "units.yaml", "sources.yaml", "ita/2566.yaml", "2567/measures.yaml", "2566/ac_6m.yaml"),
    *("2567/measures_report.yaml", "2566/laws.yaml", "profiles/central-government/2567.yaml"),
]
MODELS = [*(model for _, model in guide.FILES.values()), *guide.inner_models()]
KEYS = sorted({key.name for model in MODELS for key in guide.shape_of(model, "").keys})
ODD = [
    *("", "~", "no", "12:30", "0105500000001", "1e5", "-1", ".5", "๕", "²", "½", "9" * 50, "9" * 5000, "ก" * 300),
    *("[", "]", "{", "}", "[]", "{}", "[~]", "[[]]", "[ก, ข]", "{a: b}", "- a", "? a", "a: b: c", "|", "> x", "#"),
    *("&a x", "*a", "!!python/name:os.system x", "!x y", "<<", "---", "...", "%YAML 9.9", "'", '"', '"\\0"', "\t"),
    *('"\\x02# h"', '"a\\r\\rb"', '"\\u2028"', '"\\N"', '"\\ud800"', '"\\U0010ffff"', "\ufeff", "\x07", "\x85"),
    *("2566", "2023", "9999", "0000", "2566-01-01", "2023-01-01", "31 ก.พ. 2566", "ไตรมาส 4 - 1", "[2567, 2567]"),
    *("<script>", "javascript:alert(1)", "https://", "http://[", "{% raw %}", "{{ 7*7 }}", "{: #a onclick=b }"),
    *("../../x", "/", ".", "..", "C:\\x", "files/a.pdf", "files", "agency.yaml", "a" * 5000, f"files/{'a' * 300}.pdf"),
    *("list", "summary", "m-1", "issue-1", "O1", "o..", "IIT", "th", "true", "measures", "laws", "ตลอดปี"),
]
MANY = settings(derandomize=True, deadline=None, max_examples=150)


@functools.cache
def server(folder: Path) -> tuple[Loader, Memory]:
    """What a server keeps of a folder: a change is read again, and makes the pages again that show it."""
    return Loader(), Memory()


def survives(folder: Path) -> list[Diagnostic]:
    """Load and check, tell in every language, and render what has no error."""
    loader, memory = server(folder)
    site, found = loader.load(folder, "data")
    if site:
        found = sort([*found, *check(site)])
    for language in languages.LANGUAGES:
        assert as_text(found, language)
    for fault in found:
        is_inside = fault.file.startswith("data/")  # else of another site, named from where both stand
        path = folder / fault.file.removeprefix("data/") if is_inside else folder.parent / fault.file
        if fault.line:
            assert 1 <= fault.line <= len(path.read_bytes().splitlines()) + 1
            assert fault.column >= 1
    if site and not has_errors(found):
        for language in languages.LANGUAGES:
            made = list(pages.render_all(site, language, memory))
            assert pages.navigation(site, language, made)
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an agency and nothing else."""
    data = tmp_path_factory.mktemp("fuzz") / "data"
    for name in FILES:
        (data / name).parent.mkdir(parents=True, exist_ok=True)
    return data


def alone(folder: Path, name: str, content: bytes) -> list[Diagnostic]:
    """What a folder gives that holds one file beside the agency's."""
    (folder / "agency.yaml").write_text(AGENCY, "utf-8")
    (folder / name).write_bytes(content)
    try:
        return survives(folder)
    finally:
        (folder / name).unlink()


@MANY
@given(st.sampled_from(FILES), st.one_of(st.binary(), st.binary().map(lambda raw: b"name: " + raw)))
def test_any_bytes_may_stand_in_any_file(folder: Path, name: str, content: bytes) -> None:
    alone(folder, name, content)


YAML_TEXT = st.lists(
    st.one_of(
        st.sampled_from(
            ["\n", "\n  ", "\n- ", ": ", ", ", " #", "? ", "[", "]", "{", "}", "'", '"', "|\n", ">-\n", "---\n"]
        ),
        st.sampled_from(KEYS),
        st.sampled_from(ODD),
        st.text(max_size=5),
    ),
    max_size=25,
).map("".join)


@MANY
@given(st.sampled_from(FILES), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp874", "utf-32"]), YAML_TEXT)
def test_any_text_may_stand_in_any_file_in_any_encoding(folder: Path, name: str, encoding: str, text: str) -> None:
    alone(folder, name, text.encode(encoding, "ignore"))


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.text(max_size=20), st.sampled_from(ODD)
)
STRUCTURES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(KEYS), st.text(max_size=5)), inner, max_size=6),
    ),
    max_leaves=25,
)


@MANY
@given(st.sampled_from(FILES), STRUCTURES, st.sampled_from([*FAMILIES, None]))
def test_any_structure_may_stand_in_any_file(folder: Path, name: str, content: Any, family: str | None) -> None:
    if family and isinstance(content, dict):
        content = {"family": family, "assessed_year": 2566, "data_year": 2566, **content}
    alone(folder, name, yaml.safe_dump(content, allow_unicode=True).encode("utf-8", "ignore"))


FILLED = filled.files("ข้อความ 1")


def paths(content: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value inside of ``content``."""
    inner = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for key, value in inner:
        yield (*above, key)
        yield from paths(value, (*above, key))


PLACES = [(name, path) for name, content in FILLED.items() if name[0] != "." for path in paths(content)]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which every key is filled in."""
    data = filled.write(tmp_path_factory.mktemp("fuzz") / "data", FILLED)
    assert [d for d in survives(data) if d.severity is Severity.ERROR] == []
    return data


@settings(MANY, max_examples=250)
@given(st.sampled_from(PLACES), st.one_of(STRUCTURES, st.sampled_from(["delete", "twice"])))
def test_any_value_at_any_depth_may_be_any_other(whole: Path, place: tuple[str, tuple[Any, ...]], new: Any) -> None:
    name, path = place
    content = copy.deepcopy(FILLED[name])
    holder = content
    for step in path[:-1]:
        holder = holder[step]
    if new == "delete":
        del holder[path[-1]]
    elif new == "twice" and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[path[-1]]))
    else:
        holder[path[-1]] = new
    (whole / name).write_bytes(yaml.safe_dump(content, allow_unicode=True).encode("utf-8", "ignore"))
    try:
        survives(whole)
    finally:
        filled.write(whole, {name: FILLED[name]})


SHIPPED = [
    (example, path.relative_to(ROOT / "examples" / example).as_posix())
    for example in EXAMPLES
    for path in sorted((ROOT / "examples" / example).rglob("*.yaml"))
]


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fuzz") / "examples"
    shutil.copytree(ROOT / "examples", folder)
    return folder


def change(line: str, kind: str, odd: str) -> list[str]:
    """A line as it may come out of an editor."""
    indentation = len(line) - len(line.lstrip())
    key, colon, _ = line.partition(": ")
    return {
        "delete": [],
        "twice": [line, line],
        "deeper": ["  " + line],
        "higher": [line[min(indentation, 2) :]],
        "tab": ["\t" + line.lstrip()],
        "value": [f"{key}{colon}{odd}"],
        "entry": [line[:indentation] + "- " + odd],
        "key": [line.replace(key.strip(" -"), odd, 1)],
        "letter": [line[:-1]],
    }[kind]


KINDS = ["delete", "twice", "deeper", "higher", "tab", "entry", "key", "letter", *["value"] * 8]


@settings(MANY, max_examples=120)
@given(
    st.sampled_from(SHIPPED),
    st.lists(
        st.tuples(st.integers(0, 10_000), st.sampled_from(KINDS), st.sampled_from(ODD) | st.text(max_size=9)),
        min_size=1,
        max_size=3,
    ),
)
def test_a_shipped_example_may_be_changed_anywhere(
    examples: Path, shipped: tuple[str, str], changes: list[tuple[int, str, str]]
) -> None:
    data = examples / shipped[0]
    file = data / shipped[1]
    text = file.read_text("utf-8")
    lines = text.split("\n")
    for number, kind, odd in changes:
        at = number % len(lines)
        lines[at : at + 1] = change(lines[at], kind, odd) or ([""] if len(lines) == 1 else [])
    file.write_bytes("\n".join(lines).encode("utf-8", "ignore"))
    try:
        survives(data)
    finally:
        file.write_text(text, "utf-8")


NAMES = [b"\xa1\xa2.yaml", b"a\nb.yaml", b"a:1:2.yaml", b".yaml", b"%s{0}.yaml", "ก.yml".encode(), b"-.YAML"]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_may_have_any_name(tmp_path: Path, name: bytes) -> None:
    (tmp_path / "agency.yaml").write_text(AGENCY, "utf-8")
    (tmp_path / name.decode("utf-8", "surrogateescape")).write_text("family: x\n", "utf-8")
    site, found = Loader().load(tmp_path, "data")
    assert site is not None
    assert all(as_text(found, language) for language in languages.LANGUAGES)


def test_a_folder_may_hold_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "agency.yaml").write_text(AGENCY, "utf-8")
    for name in ("units.yaml", "ita/2566.yaml", "files/plan.pdf", "2567"):
        (tmp_path / name).mkdir(parents=True)
    links = {"circle.yaml": "circle.yaml", "2567/up": "..", "gone.yaml": "nowhere", "profiles": "."}
    for name, target in links.items():
        (tmp_path / name).symlink_to(target)
    assert [d for d in survives(tmp_path) if d.severity is Severity.ERROR] == []
    (tmp_path / "agency.yaml").unlink()
    (tmp_path / "agency.yaml").mkdir()
    assert [fault.code for fault in survives(tmp_path)] == ["no-agency-file"]
    assert [fault.code for fault in survives(tmp_path / "circle.yaml")] == ["no-data-folder"]
    assert [fault.code for fault in survives(Path("a" * 5000))] == ["no-data-folder"]
