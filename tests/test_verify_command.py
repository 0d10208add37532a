"""``oit verify``: what stands on a server or in a folder, against the manifest that was published with it."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.publish import manifest
from generator.publish.proof import MOST_ADDED
from tests.audit_sites import Server, serving
from tests.folders import files_in
from tests.test_rollback import ONE, TWO, published

Run = Callable[..., tuple[int, str, str]]
FILES = {**TWO, "a.pdf": "%PDF-1.4\nline\n", ".htaccess": "x", "web.config": "x", "ก ข.csv": "1", "search/x.json": "{}"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    published(tmp_path, ONE)
    published(tmp_path, FILES)
    return tmp_path / "site"


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    """The site as a web server gives it: nothing hidden, and no configuration."""
    files = {name: body for name, body in files_in(site).items() if not name.startswith(".") and name != "web.config"}
    with serving(Server(files)) as server:
        yield server


def codes(run: Run, *typed: str) -> tuple[int, list[str]]:
    """The exit code and what was found, as pairs of code and file."""
    code, said, _ = run("verify", *typed, "--format", "json")
    return code, sorted(f"{one['code']} {one['facts'].get('file', '')}".strip() for one in json.loads(said))


def test_a_folder_is_what_was_published(site: Path, run: Run) -> None:
    assert codes(run, "site") == (0, [])
    (site / "index.html").write_text("other", "utf-8")
    (site / "2568/o1/index.html").unlink()
    (site / "shell.php").write_text("x", "utf-8")
    (site / "a.pdf").write_bytes(b"%PDF-1.4\r\nline\r\n")
    assert codes(run, "site") == (
        1,
        [
            "published-added shell.php",
            "published-changed index.html",
            "published-line-ends a.pdf",
            "published-missing 2568/o1/index.html",
        ],
    )


def test_what_the_publication_before_left_is_told_once_a_folder(site: Path, run: Run) -> None:
    for number in range(MOST_ADDED + 1):
        (site / "search" / f"g{number}.js").write_text("x", "utf-8")
    (site / "search" / "shell.php").write_text("x", "utf-8")
    assert codes(run, "site") == (0, ["published-added search/*.js (6)", "published-added search/shell.php"])


def test_a_server_is_what_was_published(server: Server, run: Run) -> None:
    assert codes(run, server.url, "--pause", "0") == (0, [])
    assert codes(run, f"{server.url}/manifest.json", "--pause", "0") == (0, [])
    server.files["index.html"] = b"<script>of the host</script>two"
    server.files.pop("assets/a.css")
    server.statuses["/a.pdf"] = 403
    assert codes(run, server.url, "--pause", "0") == (
        1,
        ["published-changed index.html", "published-missing assets/a.css", "published-unread a.pdf"],
    )


def test_a_server_that_packs_and_adds_headers_is_fine(server: Server, run: Run) -> None:
    server.files["index.html"] = gzip.compress(server.files["index.html"])
    server.headers["/"] = {"Content-Encoding": "gzip", "X-Powered-By": "x"}
    assert codes(run, server.url, "--pause", "0") == (0, [])


def test_a_server_that_stops_answering_is_asked_no_more(
    server: Server, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.publish.proof.MOST_SILENT", 2)
    server.statuses.update(dict.fromkeys(("/", "/2568/o1/", "/2568/o2/", "/assets/a.css", "/a.pdf"), 500))
    code, found = codes(run, server.url, "--pause", "0")
    assert (code, found.count("verify-stopped")) == (1, 1)
    code, found = codes(run, server.url, "--pause", "0.2", "--deadline", "1")
    assert (code, "verify-stopped" in found) == (1, True)


def test_robots_are_respected_and_redirects_lead_nowhere_else(server: Server, run: Run) -> None:
    server.files["robots.txt"] = b"User-agent: *\nDisallow: /2568/\n"
    server.redirects["/a.pdf"] = "http://localhost:1/a.pdf"
    assert codes(run, server.url, "--pause", "0")[1] == [
        "published-unread 2568/o1/index.html",
        "published-unread 2568/o2/index.html",
        "published-unread a.pdf",
    ]


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"x", b"[]", b'{"serial": 1}', b'{"serial": 0, "files": {}}', b"[" * 100_000),
        *(b'{"serial": 1, "files": {"../x": "0"}}', b'{"serial": 1, "files": {"/x": "0"}}'),
        b'{"serial": 1, "next_review": "x", "files": {}}',
    ],
)
def test_a_manifest_that_is_none_is_told(content: bytes, site: Path, run: Run) -> None:
    (site / manifest.NAME).write_bytes(content)
    assert codes(run, "site") == (1, ["no-manifest"])


def test_places_that_are_none_are_wrong_use(site: Path, run: Run) -> None:
    assert run("verify", "nowhere")[0] == 2
    assert run("verify", "http://[::1/")[0] == 2
    assert run("verify", "site", "--since", "nowhere")[0] == 2
    assert codes(run, "http://127.0.0.1:9/") == (1, ["no-manifest"])


def test_publications_follow_each_other(tmp_path: Path, run: Run) -> None:
    published(tmp_path, ONE)
    first = (tmp_path / "site" / manifest.NAME).read_bytes()
    (tmp_path / "known.json").write_bytes(first)
    published(tmp_path, TWO)
    assert codes(run, "site", "--since", "known.json") == (0, [])
    second = (tmp_path / "site" / manifest.NAME).read_bytes()
    (tmp_path / "known.json").write_bytes(first.replace(b'"serial": 1', b'"serial": 3'))
    assert codes(run, "site", "--since", "known.json")[1] == ["publication-older"]
    for other in (
        first.replace(b'"previous": ""', b'"previous": "0"'),
        second.replace(b'"previous": "', b'"previous": "0'),
    ):
        (tmp_path / "known.json").write_bytes(other)
        assert codes(run, "site", "--since", "known.json")[1] == ["publication-other"]


def test_a_review_that_is_overdue_is_a_warning(site: Path, run: Run) -> None:
    file = site / manifest.NAME
    file.write_bytes(file.read_bytes().replace(b'"next_review": ""', b'"next_review": "2020-01-31"'))
    assert codes(run, "site") == (0, ["review-overdue"])


# --- signatures -------------------------------------------------------------------------------------


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A new key, and the file of those who may sign with it."""
    if shutil.which("ssh-keygen") is None:
        pytest.skip("no OpenSSH")
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / "key"], check=True)
    public = (tmp_path / "key.pub").read_text("utf-8")
    (tmp_path / "signers").write_text(f"oit@agency.go.th {public}", "utf-8")
    return tmp_path / "key"


def test_a_signature_proves_who_published(tmp_path: Path, key: Path, run: Run) -> None:
    published(tmp_path, ONE)
    published(tmp_path, TWO)
    assert codes(run, "site", "--signers", "signers")[1] == ["signature-missing"]
    assert run("rollback", "--yes", "--sign", "key")[0] == 0
    code, said, _ = run("verify", "site", "--signers", "signers")
    assert (code, "oit@agency.go.th" in said) == (0, True)
    assert "[signature-left-out]" in run("rollback", "--yes")[1]
    assert not (tmp_path / "site/manifest.json.sig").exists()  # a signature of another manifest proves nothing


def test_a_signature_of_something_or_somebody_else_is_told(tmp_path: Path, key: Path, run: Run) -> None:
    published(tmp_path, ONE)
    published(tmp_path, TWO)
    assert run("rollback", "--yes", "--sign", "key")[0] == 0
    file = tmp_path / "site" / manifest.NAME
    file.write_bytes(file.read_bytes().replace(b'"serial": 3', b'"serial": 4'))
    assert codes(run, "site", "--signers", "signers")[1] == ["signature-wrong"]
    (tmp_path / "signers").write_text("", "utf-8")
    assert codes(run, "site", "--signers", "signers")[1] == ["signer-unknown"]
    (tmp_path / "site/manifest.json.sig").write_bytes(b"x")
    assert codes(run, "site", "--signers", "signers")[1] == ["signer-unknown"]
    subprocess.run(
        ["ssh-keygen", "-Y", "sign", "-f", key, "-n", "file", file], check=True, capture_output=True, input=b"y\n"
    )
    (tmp_path / "signers").write_text(f"oit@agency.go.th {(tmp_path / 'key.pub').read_text('utf-8')}", "utf-8")
    assert codes(run, "site", "--signers", "signers")[1] == ["signature-wrong"]


def test_a_key_that_does_not_sign_leaves_the_site_as_it_was(
    tmp_path: Path, key: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(tmp_path, ONE)
    published(tmp_path, TWO)
    for wrong in ("nowhere", "signers", "data"):
        code, said, _ = run("rollback", "--yes", "--sign", wrong)
        assert (code, "[not-signed]" in said) == (1, True)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    code, said, _ = run("rollback", "--yes", "--sign", "key")
    assert (code, "[no-ssh-keygen]" in said) == (1, True)
    assert (tmp_path / "site/index.html").read_text("utf-8") == "two"
