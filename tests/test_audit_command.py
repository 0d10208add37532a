"""The command ``oit audit``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from python_calamine import CalamineWorkbook

from generator.audit.report import catalogues_of, names_of
from generator.cli import main
from generator.diagnostics import FORMATS
from generator.site.loader import Loader
from tests.audit_sites import Server, as_bytes, good, page, write


def test_the_command_writes_the_same_kinds_of_report_as_check(
    tmp_path: Path, serve: Callable[[Server], Server], capsys: pytest.CaptureFixture[str]
) -> None:
    files = as_bytes(good(O8='<a href="#">ก</a>'))
    url = serve(Server(files)).url
    common = [url, "--year", "2568", "--pause", "0", "--timeout", "5"]
    for kind in FORMATS:
        assert main(["audit", *common, "--format", kind]) == 1
        out, err = capsys.readouterr()
        assert "audit-link-nowhere" in out
        assert f"{url}/" in unquote(out)
        assert "[8/28] O8" not in out
        assert "[9/28] O9" in err
    out = tmp_path / "todo.xlsx"
    assert main(["audit", *common, "--format", "xlsx", "--out", str(out)]) == 1
    rows = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python()
    assert [row[2] for row in rows[1:]] == ["O8 คู่มือหรือแนวทางการปฏิบัติงานของเจ้าหน้าที่"]
    assert main(["audit", *common, "--lang", "en"]) == 1
    assert "28 of 28 items listed" in capsys.readouterr().out


def test_the_command_goes_on_from_its_state(
    tmp_path: Path, serve: Callable[[Server], Server], capsys: pytest.CaptureFixture[str]
) -> None:
    server = serve(Server(as_bytes(good())))
    path = tmp_path / "state.jsonl"
    common = ["audit", server.url, "--pause", "0", "--timeout", "5", "--state", str(path), "--max-pages"]
    assert main([*common, "20"]) == 0
    assert "audit-limit" in capsys.readouterr().out
    assert "finished" not in path.read_text("utf-8")
    assert main([*common, "20"]) == 0
    assert "audit-limit" not in capsys.readouterr().out
    assert "finished" in path.read_text("utf-8").splitlines()[-1]
    assert len(server.asked) == 31  # robots.txt in each run, and each page once


def test_a_good_folder_ends_with_nought(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(good(), tmp_path)
    assert main(["audit", str(tmp_path)]) == 0
    assert "28" in capsys.readouterr().out


def test_the_agencys_own_list_components_and_name_are_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, site = tmp_path / "data", tmp_path / "site"
    (data / "profiles" / "own").mkdir(parents=True)
    site.mkdir()
    (data / "agency.yaml").write_text("name: สำนักงานทดลอง\nshort_name: สทล.\nprofile: own\n", "utf-8")
    titles = {"laws": "ระเบียบของหน่วยงาน", "news": "ข่าว", "contact": "การติดต่อ", "qa": "ถามตอบ", "pdpa": "ข้อมูลส่วนบุคคล"}
    items = "".join(
        f"- {{code: O{n}, sub_indicator: 9.1, title: {title}, families: [{family}]}}\n"
        for n, (family, title) in enumerate(titles.items(), 1)
    )
    own = data / "profiles" / "own"
    (own / "2568.yaml").write_text(f"profile: own\nyear: 2568\nsource: ก\nitems:\n{items}", "utf-8")
    (own / "components.yaml").write_text(
        "profile: own\ncomponents:\n- {id: list, family: laws, title: รายชื่อระเบียบ}\n", "utf-8"
    )
    rows = "".join(
        f"<tr><td>O{n}</td><td>{title}</td><td><a href='o.html'>เปิด</a></td></tr>"
        for n, title in enumerate(titles.values(), 1)
    )
    (site / "index.html").write_text(page(f"<h1>OIT ปีงบประมาณ 2568</h1><table>{rows}</table>"), "utf-8")
    (site / "o.html").write_text(page("<h1>ระเบียบของหน่วยงาน</h1><p>สำนักงานทดลอง 2568</p>"), "utf-8")
    main(["audit", str(site), "--data", str(data), "--year", "2568", "--lang", "en"])
    assert "5 of 5 items listed" in capsys.readouterr().out
    loaded, _ = Loader().load(data)
    assert loaded
    assert names_of(loaded) == ("สำนักงานทดลอง", "สทล.")
    item = catalogues_of(loaded)[2568].items[0]
    assert [component.id for component in item.components or ()] == ["list"]
    assert main(["audit", str(site), "--data", str(tmp_path / "nowhere")]) == 1
    assert "no-data-folder" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ("nowhere",),
        ("ftp://example.go.th/",),
        (".", "--year", "2500"),
        (".", "--profile", "nobody"),
        (".", "--max-pages", "0"),
        (".", "--pause", "nan"),
        ("http://127.0.0.1:9/", "--host", "a b/c:x"),
        ("http://127.0.0.1:9/", "--host", "[::1"),
        ("http://[::1",),
        ("http://127.0.0.1:9/", "--state", "letter.txt"),
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_two(arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter.txt").write_text("x", "utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["audit", *arguments])
    assert ended.value.code == 2
