"""Evidence files of an agency: what is known of one that a disclosure names."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.files import evidence
from generator.files.evidence import EvidenceFile
from tests import documents as make


def put(folder: Path, name: str, body: bytes) -> EvidenceFile:
    path = folder / "files" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    return evidence.read(folder, f"files/{name}")


@pytest.mark.parametrize("name", ["a.pdf", "files/../a.pdf", "files\\a.pdf", "files/C:a.pdf", "/etc/passwd", ""])
def test_nothing_outside_of_the_files_is_opened(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-")
    assert evidence.read(tmp_path, name) == EvidenceFile(name)


def test_a_link_out_of_the_files_is_outside(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("x")
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "a.txt").symlink_to(tmp_path / "secret.txt")
    assert not evidence.read(tmp_path, "files/a.txt").is_inside


def test_of_one_that_is_not_there_its_neighbours_are_told(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", b"x")
    found = evidence.read(tmp_path, "files/a.txt")
    assert (found.is_inside, found.is_there, found.beside) == (True, False, ("b.txt",))


def test_what_is_hashed_is_the_whole_file_however_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "MAX_OPENED", 10)
    body = "โทร 081-234-5678 ".encode() * 100_000
    found = put(tmp_path, "a.txt", body)
    assert (found.size, found.sha256) == (len(body), hashlib.sha256(body).hexdigest())
    assert found.text == ""


def test_words_metadata_and_personal_data_are_found_by_their_place(tmp_path: Path) -> None:
    found = put(tmp_path, "a.csv", "ชื่อ,โทร\nนายก,081-234-5678\n".encode("cp874"))
    assert found.text == "ชื่อ\tโทร\nนายก\t081-234-5678"
    assert [one.where for one in found.personal] == ["2"]
    found = put(tmp_path, "a.pdf", make.pdf(["แผน"], info={"Author": "x@gmail.com"}))
    assert ("Author", "x@gmail.com") in found.metadata
    assert (found.kind, found.pages) == ("PDF", 1)


@pytest.mark.parametrize(
    ("name", "body", "problem", "is_what_it_says"),
    [
        ("a.pdf", b"", "empty", False),
        ("a.pdf", b"%PDF-1.7", "damaged", True),
        ("a.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "locked", True),
        ("a.docx", b"\xd0\xcf\x11\xe0 old", "", False),
        ("a.png", b"\x89PNG\r\n\x1a\n", "damaged", True),
        ("a.png", b"\x89PNG\r\n\x1a\n...IEND", "", True),
        ("a.xls", b"\xd0\xcf\x11\xe0 torn", "damaged", True),
        ("a.txt", b"%PDF-1.7", "", False),
        ("a.exe", b"MZ", "", True),
    ],
)
def test_what_a_reader_meets_is_known(
    name: str, body: bytes, problem: str, is_what_it_says: bool, tmp_path: Path
) -> None:
    found = put(tmp_path, name, body)
    assert (found.problem, found.is_what_it_says) == (problem, is_what_it_says)


THERE = ("files/2567/แผน.pdf", "files/2568/แผน.pdf", "files/2568/รายงาน (1).pdf", "files/logo.png")


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("รายงาน (1).pdf", THERE[2:3]),
        ("รายงาน  (1).PDF", THERE[2:3]),
        ("2568/แผน.pdf", THERE[1:2]),
        ("2568\\แผน.pdf", THERE[1:2]),
        ("files\\2568\\แผน.pdf", THERE[1:2]),
        ("./logo.png", THERE[3:]),
        ("แผน.pdf", THERE[:2]),
        ("ผน.pdf", ()),
        ("ไม่มี.pdf", ()),
        ("../แผน.pdf", ()),
        ("/แผน.pdf", ()),
        ("C:\\แผน.pdf", ()),
        ("", ()),
    ],
)
def test_a_name_without_its_folder_is_every_file_that_is_called_so(name: str, places: tuple[str, ...]) -> None:
    assert evidence.fitting(name, THERE) == places


def test_only_files_below_the_folder_of_evidence_are_looked_through(tmp_path: Path) -> None:
    put(tmp_path, "2568/ก.pdf", b"x")
    (tmp_path / "ก.pdf").write_bytes(b"x")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/ข.pdf").write_bytes(b"x")
    (tmp_path / "files/link").symlink_to(tmp_path / "out")
    assert list(evidence.below(tmp_path)) == ["files/2568/ก.pdf"]
