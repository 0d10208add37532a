"""Every case of ``cases/faults``: a broken data folder, and the exact report that it must give.

A case names its files and what stands in them: text, or ``base64``, ``cp874``, ``utf16``, ``repeat`` with
``times``, a ``link``, or a ``pdf``, ``package``, ``workbook``, ``sheets`` of one or ``photo`` made by :mod:`tests.documents`; ``today`` is the day
of the check. An agency with nothing but its name is added unless the case is ``bare``.
"""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml

from generator import languages
from generator.diagnostics import FORMATS, Diagnostic, Severity, as_text
from generator.project import Project
from generator.reading import read
from generator.writing.dates import parse_date
from tests import documents
from tests.conftest import ROOT

CASES = sorted((Path(__file__).parent / "cases" / "faults").glob("*.yaml"))
MANY = Path(__file__).parent / "cases" / "faults" / "many-faults-of-form-in-many-files.yaml"
AGENCY = "name: สำนักงานตัวอย่าง\nshort_name: สนง.\nsite_url: https://oit.example.go.th/\n"
ELSEWHERE = {
    "file-unreadable": "no file is unreadable to everyone who may run the tests: test_source reads a folder as a file",
    **dict.fromkeys(
        (
            "workbook-not-ours",
            "workbook-locked",
            "workbook-macros",
            "workbook-of-another-agency",
            "workbook-sheet-twice",
            "workbook-damaged",
            "workbook-merged-cells",
            "workbook-formula",
            "workbook-date-for-text",
            "workbook-day-or-month",
            "workbook-cell-empty",
            "workbook-no-cell",
            "workbook-conflict",
        ),
        "a fault of a workbook that came back: test_workbook",
    ),
    "edit-nowhere": "a fault of a change, not of data: test_edits",
    "edit-refused": "a fault of a change, not of data: test_edits",
    "engine-failed": "test_road breaks the engine's configuration",
    "engine-missing": "a fault of the computer, not of data",
    **dict.fromkeys(
        (
            "page-without-language",
            "first-heading",
            "repeated-anchor",
            "link-outside-site",
            "broken-link",
            "broken-anchor",
            "heading-skips-level",
            "table-without-caption",
            "heading-cell-without-scope",
            "image-without-text",
            "link-without-text",
            "loaded-from-elsewhere",
            "inline-code",
            "long-path-offline",
            "wrong-language",
            "address-gone",
        ),
        "a fault of built pages, not of data",
    ),
    **dict.fromkeys(
        (
            *("evidence-changed", "build-under-way", "exchange-cut-off", "file-in-the-way"),
            *("disk-full", "folder-read-only", "folder-in-use", "machine-refuses"),
        ),
        "a fault of publishing: test_publication",
    ),
    **dict.fromkeys(
        (
            *("no-manifest", "published-added", "published-changed", "published-line-ends", "published-missing"),
            *("published-unread", "verify-stopped", "publication-older", "publication-other", "review-overdue"),
            *("signature-missing", "signature-wrong", "signer-unknown", "no-ssh-keygen", "not-signed"),
        ),
        "a fault of what stands on a server: test_verify_command",
    ),
    **dict.fromkeys(
        ("published-unapproved", "published-on-hold", "published-unconfirmed", "published-year-hidden"),
        "a fault of what was published before: test_approval",
    ),
    **dict.fromkeys(
        ("address-closed", "publication-damaged", "signature-left-out"), "a fault of going back: test_rollback"
    ),
    **dict.fromkeys(("pdf-software-missing", "pdf-flaw", "pdf-left-out"), "a fault of printing: test_pdf_documents"),
    **dict.fromkeys(
        (code for code in languages.faults("th") if code.startswith("audit-")),
        "a fault of published sites: test_item_audit",
    ),
    **dict.fromkeys(
        (code for code in languages.faults("th") if code.startswith("catalogue-")),
        "odd in a catalogue by itself: test_catalogue_check",
    ),
}


def write(folder: Path, files: dict[str, Any]) -> None:
    """Put a case's files where they belong."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        match content:
            case str():
                path.write_text(content, "utf-8")
            case {"base64": code}:
                path.write_bytes(base64.b64decode(code))
            case {"cp874": text}:
                path.write_bytes(text.encode("cp874"))
            case {"utf16": text}:
                path.write_bytes(text.encode("utf-16"))
            case {"repeat": text, "times": times}:
                path.write_text(text * times, "utf-8")
            case {"link": target}:
                path.symlink_to(target)
            case _:
                _make(path, content)


def _make(path: Path, content: dict[str, Any]) -> None:
    """Make a document of what is in it."""
    match content:
        case {"pdf": _} | {"package": _} | {"photo": _}:
            path.write_bytes(documents.made(content))
        case {"workbook": rows}:
            documents.workbook(path, rows)
        case {"sheets": sheets}:
            documents.office_workbook(path, sheets)
        case _:
            raise ValueError(f"{path.name}: {content}")


def found_in(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Diagnostic]:
    """What the case's folder gives: every error, and of warnings and advice those that the case is named for."""
    case = yaml.safe_load(path.read_text("utf-8"))
    monkeypatch.chdir(folder)
    write(folder / "data", {} if case.get("bare") else {"agency.yaml": AGENCY})
    write(folder / "data", case["files"])
    today = parse_date(case["today"]) if "today" in case else None
    found = read(Project(ROOT, Path("data"), folder / "site", folder / "build", today=today))[1]
    own = max((code for code in languages.faults("th") if path.stem.startswith(f"{code}-")), key=len, default=None)
    return [d for d in found if own is None or d.code == own or d.severity is Severity.ERROR]


def report(found: list[Diagnostic]) -> list[str]:
    return [f"{d.place.removeprefix('data/')} {d.code}" for d in found]


def sentences(found: list[Diagnostic], language: str = "th") -> list[str]:
    return [f"{d.message(language)} → {d.hint(language)}" for d in found]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_broken_folder_gives_its_whole_report(
    path: Path, update: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = path.read_text("utf-8")
    case = yaml.safe_load(text)
    found = found_in(path, tmp_path, monkeypatch)
    expected = {"report": report(found)} | ({"says": sentences(found)} if "says" in case else {})
    if update:
        head = f"{text.partition(chr(10) + 'report:')[0].rstrip()}\n"
        path.write_text(head + yaml.safe_dump(expected, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
    else:
        assert {key: case[key] for key in expected} == expected
        assert len(report(found)) == len(set(zip(report(found), sentences(found), strict=True)))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_report_reads_well_in_every_language_and_format(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = found_in(path, tmp_path, monkeypatch)
    for language in languages.LANGUAGES:
        for sentence in sentences(found, language):
            assert "\n" not in sentence
            assert not re.search(r"\{\w*\}|None|  |\['", sentence), sentence
            assert len(sentence) < 1200
        assert all(re.search("[ก-๛]", sentence) for sentence in sentences(found, "th"))
        text = as_text(found, language)
        assert sorted(places_of_text(text, language)) == sorted(
            d.place for d in found if d.severity is not Severity.OFF
        )
        assert places_of_json(FORMATS["json"](found, language)) == places(found)
        assert places_of_sarif(FORMATS["sarif"](found, language)) == places(found)
        assert places_of_github(FORMATS["github"](found, language)) == places(found)


def places_of_text(text: str, language: str) -> Iterator[str]:
    also = f"    {languages.words(language)['diagnostics']['also']}:"
    for line in text.splitlines():
        if line.startswith(also):
            yield from filter(None, line.removeprefix(also).strip().split(", "))
        elif line.startswith("        ") and (found := re.fullmatch(r"\s+(\S*/) (.+)", line)):
            yield from (f"{found[1].removeprefix('./')}{name}" for name in found[2].split(", "))
        elif re.search(r"^\S+: .*\[[a-z0-9-]+\]", line):
            yield line.split(": ")[0]


def places(found: list[Diagnostic]) -> list[tuple[str, int, int, str]]:
    return [(d.file, d.line, d.column, d.code) for d in found]


def places_of_json(text: str) -> list[tuple[str, int, int, str]]:
    return [(row["file"], row["line"], row["column"], row["code"]) for row in json.loads(text)]


def places_of_sarif(text: str) -> list[tuple[str, int, int, str]]:
    run = json.loads(text)["runs"][0]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert rules == {result["ruleId"] for result in run["results"]}
    found = []
    for result in run["results"]:
        location = result["locations"][0]["physicalLocation"]
        region = location.get("region", {"startLine": 0, "startColumn": 0})
        file = unquote(location["artifactLocation"]["uri"])
        found.append((file, region["startLine"], region["startColumn"], result["ruleId"]))
    return found


def places_of_github(text: str) -> list[tuple[str, int, int, str]]:
    pattern = re.compile(r"::(?:error|warning|notice) file=([^,]+)(?:,line=(\d+),col=(\d+))?,title=([a-z0-9-]+)::\S")
    matches = [pattern.match(line) for line in text.splitlines()]
    return [(unquote(m[1]), int(m[2] or 0), int(m[3] or 0), m[4]) for m in matches if m]


def test_every_fault_of_data_has_a_case_named_for_it() -> None:
    codes = {path.stem: {line.split()[-1] for line in reported(path)} for path in CASES}
    assert set().union(*codes.values()) == set(languages.faults("th")) - set(ELSEWHERE)
    for code in set(languages.faults("th")) - set(ELSEWHERE):
        own = [name for name in codes if name.startswith(f"{code}-")]
        assert own, code
        assert [name for name in own if code not in codes[name]] == []
    assert [name for name in codes if not name.startswith((*languages.faults("th"), "many-"))] == []


def reported(path: Path) -> list[str]:
    lines: list[str] = yaml.safe_load(path.read_text("utf-8"))["report"]
    return lines


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *arguments]
    environment = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=120
    )


def broken(folder: Path) -> None:
    """A data folder full of faults, and a site that was published before."""
    write(folder / "data", yaml.safe_load(MANY.read_text("utf-8"))["files"])
    write(
        folder,
        {
            "site/index.html": "<p>เดิม</p>",
            "site/2567/index.html": "ก",
            "site/.oit-site": "oit\n",
            "mkdocs.yml": "site_name: ก\n",
        },
    )


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_a_build_of_a_broken_folder_writes_nothing_at_all(language: str, tmp_path: Path) -> None:
    broken(tmp_path)
    before = files(tmp_path)
    result = run(tmp_path, "build", "--data", "data", "--site", "site", "--lang", language)
    assert result.returncode == 1
    assert files(tmp_path) == before
    assert "Traceback" not in result.stdout + result.stderr
    assert languages.words(language)["cli"]["not_built"] in result.stderr
    assert "data/agency.yaml:4:1" in result.stdout
    hints = result.stdout.count(f"\n    {languages.words(language)['diagnostics']['hint']}: ")
    assert hints == len(reported(MANY)), "a build tells every error in full"


@pytest.mark.parametrize("kind", FORMATS)
def test_check_exits_with_one_for_faults_and_with_nought_for_none(kind: str, tmp_path: Path) -> None:
    broken(tmp_path)
    result = run(tmp_path, "check", "--format", kind)
    assert result.returncode == 1
    assert "repeated-key" in result.stdout
    write(tmp_path / "fine", {"agency.yaml": AGENCY})
    before = files(tmp_path)
    result = run(tmp_path, "check", "--data", "fine", "--format", kind)
    assert (result.returncode, result.stderr) == (0, "")
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("bulid",),
        ("check", "--lang", "lo"),
        ("check", "--format", "xml"),
        ("build", "--engine", "hugo"),
        ("build", "--no-such-option"),
        ("build", "--project", "nowhere"),
        ("explain", "unknown-kye"),
    ],
    ids=lambda arguments: " ".join(arguments) or "no command",
)
def test_wrong_use_exits_with_two_and_says_what_is_wrong(arguments: tuple[str, ...], tmp_path: Path) -> None:
    result = run(tmp_path, *arguments)
    assert result.returncode == 2
    assert result.stderr
    assert "Traceback" not in result.stderr
    assert files(tmp_path) == {}
