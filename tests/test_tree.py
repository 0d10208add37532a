"""Every file below a folder, whatever else stands there."""

from __future__ import annotations

from pathlib import Path

from generator.files.tree import files_below, stamps


def test_files_are_found_however_deep_and_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 1200)
    for folder in reversed([deep, *list(deep.parents)[:1200]]):
        folder.mkdir(exist_ok=True)
    (deep / "a").touch()
    (tmp_path / "up").symlink_to(tmp_path)
    (tmp_path / "circle").symlink_to("circle")
    assert list(files_below(tmp_path)) == [deep / "a"]
    assert list(files_below(tmp_path / "none")) == []


def test_a_change_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("1", "utf-8")
    before = stamps(tmp_path)
    assert before == stamps(file)
    file.write_text("12", "utf-8")
    assert stamps(tmp_path) != before
