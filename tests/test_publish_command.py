"""``oit publish``: what goes to the web server, and a list of what to upload and what to delete."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.audit_sites import Server, serving
from tests.folders import files_in, write
from tests.test_rollback import ONE, TWO, published

Run = Callable[..., tuple[int, str, str]]
THREE = {**{path: text for path, text in TWO.items() if path != "2568/o1/index.html"}, "index.html": "three"}


def listed(file: Path) -> list[tuple[str, str]]:
    """What a list says: the action and the path of each row, in order."""
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"))))
    book = CalamineWorkbook.from_path(str(file.with_suffix(".xlsx"))).get_sheet_by_index(0).to_python()
    assert [[str(cell) for cell in row[1:3]] for row in book] == [row[1:3] for row in rows]
    assert [int(row[0]) for row in rows[1:]] == list(range(1, len(rows)))
    text = file.with_suffix(".txt").read_text("utf-8-sig")
    assert all(f"  {row[2]}\n" in text for row in rows[1:])
    return [(row[1], row[2]) for row in rows[1:]]


def test_everything_goes_to_a_folder_with_its_list(tmp_path: Path, run: Run) -> None:
    published(tmp_path, ONE)
    assert run("publish", "--to", "out")[0] == 0
    site = files_in(tmp_path / "site")
    assert run("verify", "out/files")[0] == 0
    assert files_in(tmp_path / "out/files") == {name: body for name, body in site.items() if name != ".oit-site"}
    steps = listed(tmp_path / "out/oit-upload.csv")
    assert [path for _, path in steps] == ["assets/a.css", "2568/o1/index.html", "index.html", "manifest.json"]


def test_what_changed_since_the_last_time_goes_and_what_is_gone_is_listed(tmp_path: Path, run: Run) -> None:
    published(tmp_path, ONE)
    assert run("publish", "--to", "out", "--changed")[0] == 2  # nobody knows what the server has
    assert run("publish", "--to", "one")[0] == 0
    published(tmp_path, TWO)
    published(tmp_path, THREE)  # what was published and never given away counts too
    assert run("publish", "--to", "two", "--changed")[0] == 0
    assert listed(tmp_path / "two/oit-upload.csv") == [
        ("อัปโหลด", "2568/o2/index.html"),
        ("อัปโหลด", "index.html"),
        ("อัปโหลด", "manifest.json"),
        ("ลบ", "2568/o1/index.html"),
    ]
    code, said, _ = run("publish", "--to", "three", "--changed")
    assert (code, "ไม่มีอะไรต้องทำ" in said, (tmp_path / "three").exists()) == (0, True, False)


def test_following_the_list_brings_the_server_to_what_was_published(tmp_path: Path, run: Run) -> None:
    published(tmp_path, ONE)
    assert run("publish", "--to", "one")[0] == 0
    on_server = files_in(tmp_path / "one/files")
    published(tmp_path, THREE)
    with serving(Server(on_server)) as server:
        assert run("publish", "--to", "two.zip", "--since", server.url)[0] == 0
        with zipfile.ZipFile(tmp_path / "two.zip") as packed:
            on_server.update({name: packed.read(name) for name in packed.namelist()})
        for action, path in listed(tmp_path / "two-list.csv"):
            if action == "ลบ":
                del on_server[path]
        assert run("verify", server.url, "--pause", "0")[0] == 0
    (tmp_path / "wanted").mkdir()
    assert run("publish", "--to", "wanted")[0] == 0
    assert on_server == files_in(tmp_path / "wanted/files")


def test_a_zip_has_the_same_bytes_every_time(tmp_path: Path, run: Run) -> None:
    published(tmp_path, TWO)
    assert run("publish", "--to", "a.zip")[0] == 0
    (tmp_path / "site/index.html").touch()
    assert run("publish", "--to", "b.zip")[0] == 0
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_nothing_that_stands_there_is_written_over(tmp_path: Path, run: Run) -> None:
    assert run("publish", "--to", "out")[0] == 2  # there is no site
    published(tmp_path, ONE)
    write(tmp_path, {"out/own.txt": "x", "own.zip": "x", "file": "x"})
    for target in ("out", "own.zip", "file"):
        assert run("publish", "--to", target)[0] == 2
    assert run("publish", "--to", "new", "--since", "nowhere")[0] == 2
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("target", ["out", "out.zip"])
def test_a_site_that_was_altered_is_not_given_away(target: str, tmp_path: Path, run: Run) -> None:
    published(tmp_path, ONE)
    (tmp_path / "site/index.html").write_text("other", "utf-8")
    code, said, _ = run("publish", "--to", target)
    assert (code, "[published-changed]" in said) == (1, True)
    (tmp_path / "site/index.html").unlink()
    assert run("publish", "--to", f"other-{target}")[0] == 1
    assert run("publish", "--to", "next", "--changed")[0] == 2  # nothing was given away
