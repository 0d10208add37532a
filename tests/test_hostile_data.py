"""A data folder whatever it holds: faults with places, never a traceback, and work that grows no faster than the input."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.checks import check
from generator.diagnostics import Diagnostic, Severity
from generator.site.loader import Loader

AGENCY = "name: ตัวอย่าง\nshort_name: ตย.\n"
PLAN = "family: budget_plan\nassessed_year: 2565\ndata_year: 2565\n"
ITEMS = "family: proc_items\nassessed_year: 2568\ndata_year: 2568\n"
GIFT = "family: nogift_decl\nassessed_year: 2568\ndata_year: 2568\n"


def folder_of(path: Path, files: dict[str, str]) -> Path:
    for name, text in {"agency.yaml": AGENCY, **files}.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, "utf-8")
    return path


def faults_of(path: Path) -> list[Diagnostic]:
    """Every fault of a data folder, by reading it and by the checks."""
    site, faults = Loader().load(path, "data")
    return [*faults, *(check(site) if site else ())]


@pytest.mark.parametrize(
    ("files", "place", "code"),
    [
        ({"2568/x.yaml": f"{GIFT}evidence: [{{title: ก, link: 'https://[::1/a.pdf'}}]\n"}, "data/2568/x.yaml:4:29", "bad-link"),
        ({"agency.yaml": f"{AGENCY}site_url: https://[::1\n"}, "data/agency.yaml:3:11", "bad-link"),
        ({"agency.yaml": f"{AGENCY}website: https://[a]b/\n"}, "data/agency.yaml:3:10", "bad-link"),
        ({"agency.yaml": f"{AGENCY}profile: {'a' * 5000}\n"}, "data/agency.yaml:3:10", "unknown-profile"),
        ({"2565/x.yaml": f"{PLAN}lines: [{{number: {'9' * 4301}, title: ก}}, {{number: 2, title: ข}}]\n"}, "data/2565/x.yaml:4:4341", "numbering-with-holes"),
        ({"ita/2600.yaml": f"year: 2566\nquestions: [{{code: I{'9' * 4301}, instrument: IIT, text: ก, score: 1}}]\n"}, "", ""),
        ({"2568/x.yaml": f"{GIFT}summary: ใช้ 1,2,3 บาท ร้อยละ 5 และ {'9' * 4301} บาท (ร้อยละ 7)\n"}, "", ""),
        ({"2568/x.yaml": f"{GIFT}evidence: [{', '.join(f'{{title: ก {n}{chr(57) * 4301}, link: https://a.go.th/{n}}}' for n in (1, 3, 2, 4))}]\n"}, "", ""),
    ],
)  # fmt: skip
def test_what_no_library_can_read_is_a_fault_at_its_place(
    files: dict[str, str], place: str, code: str, tmp_path: Path
) -> None:
    found = [(fault.place, fault.code) for fault in faults_of(folder_of(tmp_path, files))]
    assert not code or (place, code) in found


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"agency.yaml": f"{AGENCY}subsites: [{{path: ../x, data: sub}}]\n", "sub/agency.yaml": AGENCY}, "bad-subsite-path"),
        ({"agency.yaml": f"{AGENCY}subsites: [{{path: /x, data: sub}}]\n", "sub/agency.yaml": AGENCY}, "bad-subsite-path"),
        ({"agency.yaml": f"{AGENCY}subsites: [{{path: {'/'.join('a' * 50)}, data: sub}}]\n", "sub/agency.yaml": AGENCY}, "bad-subsite-path"),
        ({"agency.yaml": f"{AGENCY}subsites: [{{path: {'a' * 500}, data: sub}}]\n", "sub/agency.yaml": AGENCY}, "bad-subsite-path"),
        ({"agency.yaml": f"{AGENCY}subsites: [{{path: x, data: /etc}}]\n"}, "no-subsite-folder"),
        ({"agency.yaml": f"{AGENCY}subsites: [{{path: x, data: 'C:/x'}}]\n"}, "no-subsite-folder"),
        ({"agency.yaml": f"{AGENCY}profile: ../../x\n"}, "not-an-id"),
        ({"agency.yaml": f"{AGENCY}logo: ../x.png\n"}, "evidence-outside"),
        ({"agency.yaml": f"{AGENCY}logo: /etc/passwd\n"}, "evidence-outside"),
        ({"agency.yaml": f"{AGENCY}withdrawn: [{{address: ../x/, reason: ก}}]\n"}, "not-an-address"),
        ({"agency.yaml": f"{AGENCY}withdrawn: [{{address: /x/, reason: ก}}]\n"}, "not-an-address"),
        ({"agency.yaml": f"{AGENCY}withdrawn: [{{address: {'a/' * 1200}, reason: ก}}]\n"}, "not-an-address"),
        ({"agency.yaml": f"{AGENCY}withdrawn: [{{address: {'a' * 250}/, reason: ก}}]\n"}, "not-an-address"),
        ({"2568/x.yaml": "family: ../../x\nassessed_year: 2568\ndata_year: 2568\n"}, "unknown-family"),
        ({"2568/x.yaml": f"{GIFT}evidence: [{{title: ก, file: files/{'a/' * 1200}x.pdf}}]\n"}, "folder-too-deep"),
        ({"2568/x.yaml": f"{GIFT}evidence: [{{title: ก, file: 'files\\..\\x.pdf'}}]\n"}, "evidence-outside"),
        ({"2568/x.yaml": f"{ITEMS}table: ../../x.csv\n"}, "table-outside"),
        ({"2568/x.yaml": f"{ITEMS}table: /etc/passwd\n"}, "table-outside"),
        ({"profiles/x/2568.yaml": "profile: x\nyear: 2568\nitems: [{code: O../x, sub: '1', title: ก, families: [laws]}]\n"}, "not-a-code"),
        ({"units.yaml": "units: [{id: ../x, name: ก}]\n"}, "not-an-id"),
    ],
)  # fmt: skip
def test_no_text_of_data_becomes_a_path_that_leads_out(files: dict[str, str], code: str, tmp_path: Path) -> None:
    assert code in {fault.code for fault in faults_of(folder_of(tmp_path, files))}


@pytest.mark.parametrize("name", ["2568", "ita", "2568/deeper"])
def test_a_folder_that_cannot_be_listed_is_an_error(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder_of(tmp_path, {f"{name}/x.yaml": GIFT})
    listed = os.scandir

    def refusing(path: Any) -> Any:
        if os.fspath(path).rstrip("/").endswith(f"/{name}"):
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", refusing)
    (found,) = [fault for fault in faults_of(tmp_path) if fault.code == "file-unreadable"]
    assert (found.file, found.severity) == (f"data/{name}", Severity.ERROR)


def test_evidence_that_cannot_be_opened_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder_of(
        tmp_path, {"2568/x.yaml": f"{GIFT}evidence: [{{title: ก, file: files/a/x.pdf}}]\n", "files/a/x.pdf": "%PDF-1.7"}
    )
    opened = Path.open

    def refusing(path: Path, *arguments: Any, **named: Any) -> Any:
        if path.name == "x.pdf":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **named)

    monkeypatch.setattr(Path, "open", refusing)
    found = {fault.code: fault.severity for fault in faults_of(tmp_path)}
    assert found["file-unreadable"] is Severity.ERROR


def missing_files(path: Path, size: int) -> None:
    evidence = "".join(f"- {{title: ก, file: files/m{n}.pdf}}\n" for n in range(size))
    folder_of(path, {"2568/x.yaml": f"{GIFT}evidence:\n{evidence}"})
    (path / "files").mkdir(exist_ok=True)
    for number in range(size):
        (path / "files" / f"x{number}.pdf").touch()


def lines(text: str) -> Callable[[Path, int], Any]:
    return lambda path, size: folder_of(path, {"2568/x.yaml": GIFT + "".join(text.format(n) for n in range(size))})


@pytest.mark.parametrize(
    ("write", "size"),
    [
        pytest.param(lines("k{}: 1\n"), 600, id="unknown keys"),
        pytest.param(lines("k{}:\n"), 600, id="unknown keys without a value"),
        pytest.param(lines("{}k: {{a: 1, b: 2}}\n"), 600, id="unknown groups"),
        pytest.param(missing_files, 600, id="missing files"),
        pytest.param(
            lambda path, size: folder_of(path, {"2568/x.yaml": GIFT + "evidence:\n" + "- {title: ก, link: https://a.go.th}\n" * size}),
            300,
            id="entries of a list",
        ),
    ],
)  # fmt: skip
def test_twice_the_input_is_about_twice_the_work(write: Callable[[Path, int], Any], size: int, tmp_path: Path) -> None:
    def work(factor: int) -> int:
        path = tmp_path / str(factor)
        path.mkdir()
        write(path, factor * size)
        count = 0

        def note(frame: object, event: str, arg: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        sys.setprofile(note)
        try:
            faults_of(path)
        finally:
            sys.setprofile(None)
        return count

    work(0)  # what is read once is read before it is counted
    once, twice, four_times = work(1), work(2), work(4)
    assert four_times - twice < 2.6 * (twice - once) + 1000
