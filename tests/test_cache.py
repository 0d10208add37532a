"""What is kept between runs is what was made of the same, or nothing: damaged, deleted, shared by two at once, or too large."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cache.cache import Cache
from generator.cache.hashes import Hashes
from generator.cache.inputs import Run
from generator.cache.store import VARIABLE, Store
from generator.files import evidence, kept_evidence
from generator.input import source
from tests.conftest import ROOT
from tests.documents import pdf

FILE = "cache.sqlite"
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of this test, used by the commands that it runs."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def written(folder: Path, **values: str) -> None:
    store = Store(folder)
    for name, value in values.items():
        store.put(value.encode(), name)
    store.close()


# --- the store ----------------------------------------------------------------------------------------


def test_what_was_put_is_there_in_the_next_run_under_its_whole_name_only(folder: Path) -> None:
    store = Store(folder)
    store.put("ก\0ข".encode(), "a", "b")
    assert store.get("a", "b") == "ก\0ข".encode()
    store.close()
    assert Store(folder).get("a", "b") == "ก\0ข".encode()
    assert Store(folder).get("a") is None
    assert Store(folder).get("ab") is None


@pytest.mark.parametrize("at", [0, 30, 2_000, -1])
def test_a_file_that_is_damaged_anywhere_gives_nothing_wrong_and_is_used_again(folder: Path, at: int) -> None:
    values = {f"n{number}": f"value {number} " * 200 for number in range(20)}
    written(folder, **values)
    content = bytearray((folder / FILE).read_bytes())
    content[at] ^= 0xFF
    (folder / FILE).write_bytes(content)
    store = Store(folder)
    assert {store.get(name) for name in values} <= {None, *(value.encode() for value in values.values())}
    store.close()
    written(folder, again="1")
    written(folder, again="1")
    assert Store(folder).get("again") == b"1"


def test_an_entry_that_somebody_changed_is_not_believed(folder: Path) -> None:
    written(folder, one="1", two="2")
    with sqlite3.connect(folder / FILE) as connection:
        values = [row[0] for row in connection.execute("SELECT value FROM kept ORDER BY rowid")]
        connection.execute("UPDATE kept SET value = ? WHERE value = ?", (values[1], values[0]))
    connection.close()
    assert Store(folder).get("one") is None
    assert Store(folder).get("two") == b"2"


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(2000)])
def test_something_else_in_its_place_is_replaced(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(content)
    assert Store(folder).get("one") is None
    written(folder, one="1")
    written(folder, one="1")
    assert Store(folder).get("one") == b"1"


def test_a_folder_that_cannot_be_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    written(tmp_path / "file" / "cache", one="1")
    assert Store(tmp_path / "file" / "cache").get("one") is None
    written(tmp_path, one="1")
    shutil.rmtree(tmp_path)
    assert Store(tmp_path).get("one") is None


def test_it_stays_within_its_bound_and_keeps_what_was_put_last(folder: Path) -> None:
    for number in range(30):
        store = Store(folder, limit=300_000)
        store.put(os.urandom(50_000), f"n{number}")
        store.close()
    assert (folder / FILE).stat().st_size < 450_000
    assert Store(folder).get("n29") is not None
    assert Store(folder).get("n0") is None


def test_two_may_write_at_once(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from generator.cache.store import Store\n"
        "for number in range(40):\n"
        "    store = Store(Path(sys.argv[1])); store.put(sys.argv[2].encode() * 999, sys.argv[2], str(number)); store.close()"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(folder), name], cwd=ROOT, stderr=subprocess.PIPE)
        for name in "abc"
    ]
    assert [(one.communicate()[1], one.returncode) for one in running] == [(b"", 0)] * 3
    store = Store(folder)
    names = [(name, str(number)) for name in "abc" for number in range(40)]
    assert [one for one in names if store.get(*one) != one[0].encode() * 999] == []


def test_nobody_else_may_read_it(folder: Path) -> None:
    written(folder, one="1")
    if os.name == "posix":
        assert [path.stat().st_mode & 0o077 for path in (folder, folder / FILE)] == [0, 0]


# --- hashes -------------------------------------------------------------------------------------------


def test_a_file_that_is_written_again_at_once_with_the_same_size_and_time_is_told(tmp_path: Path, folder: Path) -> None:
    place = tmp_path / "data"
    place.mkdir()
    seen = set()
    for number in range(10):
        (place / "a").write_text(str(number), "utf-8")
        os.utime(place / "a", ns=(10**18, 10**18))
        store = Store(folder)
        seen.add(Hashes(store).tree(place).content)
        store.close()
    assert len(seen) == 10


def test_a_file_is_read_once_as_long_as_it_stays(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data/inner").mkdir(parents=True)
    (tmp_path / "data/inner/a").write_text("1", "utf-8")
    later = time.time_ns() + 10**10
    monkeypatch.setattr("generator.cache.hashes.time.time_ns", lambda: later)  # the file is old by then
    store = Store(folder)
    before = Hashes(store).tree(tmp_path / "data")
    monkeypatch.setattr("generator.cache.hashes._sha256", lambda path: pytest.fail(path))
    assert Hashes(store).tree(tmp_path / "data") == before


@pytest.mark.parametrize(
    "change",
    [
        lambda data: (data / "b").write_text("", "utf-8"),
        lambda data: (data / "inner/a").unlink(),
        lambda data: (data / "inner/a").rename(data / "inner/c"),
        lambda data: (data / "empty").mkdir(),
        lambda data: shutil.rmtree(data),
        lambda data: os.symlink(data / "inner", data / "link"),
        lambda data: os.symlink(data / "nowhere", data / "link"),
    ],
)
def test_whatever_happens_in_a_folder_changes_its_hash(
    tmp_path: Path, folder: Path, change: Callable[[Path], object]
) -> None:
    data = tmp_path / "data"
    (data / "inner").mkdir(parents=True)
    (data / "inner/a").write_text("1", "utf-8")
    store = Store(folder)
    before = Hashes(store).tree(data).content
    assert Hashes(store).tree(data).content == before
    change(data)
    assert Hashes(store).tree(data).content != before


# --- whole runs ---------------------------------------------------------------------------------------


def test_a_run_is_kept_only_where_nothing_was_written_meanwhile(tmp_path: Path, folder: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "a").write_text("1", "utf-8")
    run = Run(Cache(Store(folder)), {}, [data])
    (data / "a").write_text("2", "utf-8")
    cache = Cache(Store(folder))
    run.keep("read of 2", [data])
    (data / "a").write_text("1", "utf-8")
    assert Run(cache, {}, [data]).last() is None


def test_what_a_run_writes_itself_keeps_the_next_one_from_nothing_but_anything_else_does(
    tmp_path: Path, folder: Path
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    own = data / "own.txt"
    for other, kept in ((False, "gave"), (True, None)):
        cache = Cache(Store(folder))
        first = Run(cache, {"other": other}, [data], [own])
        own.write_text(f"written {other}", "utf-8")
        if other:
            (data / "a").write_text("1", "utf-8")
        first.keep("gave", [data])
        cache.store.close()
        assert Run(Cache(Store(folder)), {"other": other}, [data], [own]).last() == kept
    own.write_text("somebody else", "utf-8")
    assert Run(Cache(Store(folder)), {"other": False}, [data], [own]).last() is None


def test_a_folder_that_is_found_on_the_way_counts_from_then_on(tmp_path: Path, folder: Path) -> None:
    data, inner = tmp_path / "data", tmp_path / "inner"
    for place in (data, inner):
        place.mkdir()
        (place / "a").write_text("1", "utf-8")
    cache = Cache(Store(folder))
    for _ in range(2):  # it is young the first time
        Run(cache, {"day": 1}, [data]).keep("gave", [data, inner])
    assert Run(cache, {"day": 1}, [data]).last() == "gave"
    assert Run(cache, {"day": 2}, [data]).last() is None
    (inner / "a").write_text("2", "utf-8")
    assert Run(cache, {"day": 1}, [data]).last() is None


def test_another_program_meets_nothing(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "generator"
    (package / "pages").mkdir(parents=True)
    (package / "pages/item.md.jinja").write_text("a", "utf-8")
    monkeypatch.setattr("generator.cache.program._PACKAGE", package)
    store = Store(folder)
    Cache(store).put(b"1", "page")
    assert Cache(store).get("page") == b"1"
    (package / "pages/item.md.jinja").write_text("b", "utf-8")
    assert Cache(store).get("page") is None
    (package / "pages/item.md.jinja").write_text("a", "utf-8")
    assert Cache(store).get("page") == b"1"
    (tmp_path / "jinja2-99.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert Cache(store).get("page") is None


# --- evidence -----------------------------------------------------------------------------------------


def test_evidence_is_read_once_and_gives_the_same_again(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files/plan.pdf").write_bytes(
        pdf(["1101700230708 แผนปฏิบัติการ", "ประจำปี 2568"], {"Author": "ก"}, extras={"note": "ข"})
    )
    store = Store(folder)
    first = kept_evidence.read(tmp_path, "files/plan.pdf", Cache(store))
    store.close()
    assert first == evidence.read(tmp_path, "files/plan.pdf")
    assert first.metadata
    with monkeypatch.context() as patched:
        patched.setattr("generator.files.evidence.read", lambda *given: pytest.fail("opened again"))
        assert kept_evidence.read(tmp_path, "files/plan.pdf", Cache(Store(folder))) == first
    (tmp_path / "files/plan.pdf").write_bytes(pdf(["แผนอื่น"]))
    assert kept_evidence.read(tmp_path, "files/plan.pdf", Cache(Store(folder))) == evidence.read(
        tmp_path, "files/plan.pdf"
    )


def test_what_somebody_else_wrote_in_the_place_of_evidence_is_not_taken(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files/a.txt").write_text("ก", "utf-8")
    cache = Cache(Store(folder))
    fresh = evidence.read(tmp_path, "files/a.txt")
    for odd in ([], {}, {"name": 1}, {**evidence.as_json(fresh), "start": "x"}):
        cache.put_json(odd, "evidence", "files/a.txt", "files/a.txt", fresh.sha256)
        assert kept_evidence.read(tmp_path, "files/a.txt", cache) == fresh


@pytest.mark.parametrize(
    "text",
    [
        *("a: ก\nb: [1, {c: no, d: ~}]\n", "a:\nb: x\n", "a: -\nb: -\n", 'a: "\\ud800"\n', "\ufeffa: ข\r\nb: ค\r\n"),
        *("", "# nothing\n", "[a, b]\n", "a: [\n", "a: 1\na: 2\n", "a: ํา\n", "a: e\u0301\n"),
    ],
)
def test_a_data_file_is_parsed_once_and_gives_the_same_again(tmp_path: Path, folder: Path, text: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(text.encode())
    fresh = source.read(file, "a.yaml")
    for _ in range(2):
        store = Store(folder)
        found = source.read(file, "a.yaml", Cache(store))
        store.close()
        for part in ("name", "text", "data", "faults", "has_empty_keys", "renamed"):
            assert getattr(found, part) == getattr(fresh, part), part
        assert found.empty_keys() == fresh.empty_keys()
        assert found.place(("b",)) == fresh.place(("b",))


# --- commands -----------------------------------------------------------------------------------------


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "examples/nhrc", tmp_path / "data"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_check_says_the_same_again_and_notices_every_change(data: Path, folder: Path, run: Command) -> None:
    for change in (
        lambda: None,
        lambda: edit(data / "ita/2567.yaml", "84.15", "84.16"),
        lambda: edit(data / "ita/2567.yaml", "score: 84.33", "score: eighty"),
        lambda: edit(data / "ita/2567.yaml", "score: eighty", "score: 84.33"),
        lambda: (data / "units.yaml").unlink(),
    ):
        change()
        cold = run("check", "--no-cache", "--data", "data", "--date", "1/1/2569")
        for _ in range(3):
            assert run("check", "--data", "data", "--date", "1/1/2569") == cold
    assert run("check", "--data", "data", "--lang", "en") != run("check", "--data", "data")
    assert Store(folder).size > 0


def test_a_check_that_meets_the_same_does_nothing(
    data: Path, folder: Path, run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("check", "--data", "data", "--date", "1/1/2569")
    monkeypatch.setattr("generator.commands.check_data.check", lambda *given: pytest.fail("checked again"))
    assert run("check", "--data", "data", "--date", "1/1/2569") == first
    with pytest.raises(pytest.fail.Exception):
        run("check", "--data", "data", "--date", "2/1/2569")


def test_a_build_that_meets_the_same_does_nothing_and_mends_a_site_that_was_changed(
    data: Path, folder: Path, run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(data)
    shutil.copytree(ROOT / "tests/sites/minimal", data)
    command = ("build", "--data", "data", "--site", "site")
    first = run(*command)
    site = data.parent / "site"
    page = (site / "index.html").read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr("generator.commands.build_site.build", lambda *given: pytest.fail("built again"))
        assert run(*command) == first
    (site / "index.html").write_bytes(page + b" ")
    assert run(*command) == first
    assert (site / "index.html").read_bytes() == page
    (site / "2567/index.html").unlink()
    assert run(*command) == first
    assert (site / "2567/index.html").is_file()
    shutil.rmtree(site)
    assert run(*command)[0] == 0
    assert (site / "index.html").read_bytes() == page


def test_the_cache_says_where_it_is_and_is_cleared(
    folder: Path, run: Command, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("check", "--data", "data")
    assert str(folder) in run("cache")[1]
    assert Store(folder).size > 0
    assert run("cache", "--clear")[0] == 0
    assert Store(folder).size == 0
    assert run("check", "--data", "data", "--no-cache")[0] == 0
    assert Store(folder).size == 0
    monkeypatch.setenv(VARIABLE, "")
    assert VARIABLE in run("cache", "--lang", "en")[1]
