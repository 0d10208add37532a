"""Hand-written pages: front matter as it should be, and every way in which it is not, told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish.content import ContentFault, read_content


def folder_of(path: Path, **pages: bytes) -> Path:
    folder = path / "content" / "th"
    folder.mkdir(parents=True)
    for name, raw in pages.items():
        (folder / f"{name}.md").write_bytes(raw)
    return folder


def test_front_matter_gives_title_and_flags(tmp_path: Path) -> None:
    raw = "---\ntitle: ก\nsearch:\n  exclude: true\n---\n\nข\n".encode()
    (page,) = read_content(folder_of(tmp_path, a=raw))
    assert (page.title, page.body, dict(page.meta)) == ("ก", "ข\n", {"search": {"exclude": True}})
    assert page.text


@pytest.mark.parametrize("raw", [b"# a\n", b"---\n---\n# a\n", b"---\n", b"\xef\xbb\xbf# a\n", b"---\nno end\n"])
def test_without_front_matter_the_address_is_the_title(raw: bytes, tmp_path: Path) -> None:
    (page,) = read_content(folder_of(tmp_path, a=raw))
    assert page.title == "a"


@pytest.mark.parametrize(
    ("raw", "place", "code"),
    [
        ("---\n- a\n---\n\nก\n".encode(), "content/th/a.md:2:1", "not-a-mapping"),
        ("---\ntitle: [\n---\n\nก\n".encode(), "content/th/a.md:3:1", "yaml-syntax"),
        ("---\ntitle: ก\ntitle: ข\n---\n".encode(), "content/th/a.md:3:1", "repeated-key"),
        (b"---\ntitle: !!python/name:os.system x\n---\n", "content/th/a.md:2:8", "yaml-tag"),
        (b"---\na: " + b"[" * 1200 + b"\n---\n", "content/th/a.md", "too-deep"),
        (b"# \xa1\xa2\n", "content/th/a.md:1:3", "encoding-cp874"),
        ("ก".encode("utf-16"), "content/th/a.md:1:1", "encoding-utf16"),
    ],
)
def test_what_is_broken_is_a_fault_at_its_place(raw: bytes, place: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(ContentFault) as caught:
        list(read_content(folder_of(tmp_path, a=raw)))
    first = caught.value.faults[0]
    assert (first.place if code != "too-deep" else first.file, first.code) == (place, code)


def test_a_name_that_is_no_address_is_a_fault(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, **{"a:b": b""})
    with pytest.raises(ContentFault) as caught:
        list(read_content(folder))
    assert caught.value.faults[0].code == "not-an-address"


def test_folders_may_be_as_deep_as_the_system_lets_them_be(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, a=b"# a\n")
    deep = folder
    for _ in range(400):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "b.md").write_bytes(b"# b\n")
    assert len(list(read_content(folder))) == 2
