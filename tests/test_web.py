"""What is asked of a server, and what never is."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable

import pytest

from generator.audit.addresses import host_of
from generator.audit.limits import Limits
from tests.audit_sites import Server, as_bytes, audit_site, codes, good


def test_other_hosts_are_never_asked(serve: Callable[[Server], Server]) -> None:
    other = serve(Server({"o8.html": good()["o/o8.html"].encode()}))  # type: ignore[union-attr]
    files = good(O8=f'<a href="{other.url}/o8.html">ก</a>', O9='<a href="away">ข</a>')
    server = serve(Server(as_bytes(files), {"/away": f"{other.url}/x"}))
    report, _ = audit_site(server.url)
    assert other.asked == []
    assert ("link-not-opened", "O9") in codes(report) or ("link-not-opened", "O8, O9") in codes(report)
    assert "staging-link" in {code for code, _ in codes(report)}
    report, _ = audit_site(server.url, hosts=[host_of(other.url)])
    assert set(other.asked) == {"/robots.txt", "/o8.html", "/x"}
    assert codes(report) == [("broken-link", "O9")]


def test_robots_txt_is_respected_for_this_program_by_name(serve: Callable[[Server], Server]) -> None:
    files = as_bytes(good())
    files["robots.txt"] = b"User-agent: oit-audit\nDisallow: /o/o8.html\n\nUser-agent: *\nDisallow:\n"
    server = serve(Server(files))
    report, _ = audit_site(server.url)
    assert codes(report) == [("robots", "O8")]
    assert "/o/o8.html" not in server.asked
    server.files["robots.txt"] = b"User-agent: *\nDisallow: /\n"
    server.asked.clear()
    report, _ = audit_site(server.url)
    assert [d.code for d in report.found] == ["audit-robots"]
    assert server.asked == ["/robots.txt"]


def test_a_pause_is_kept_between_two_requests(serve: Callable[[Server], Server]) -> None:
    files = as_bytes(good())
    server = serve(Server(files))
    audit_site(server.url, Limits(pause=0.05, timeout=5, pages=6))
    gaps = [later - sooner for sooner, later in zip(server.at, server.at[1:], strict=False)]
    assert len(server.asked) == 6
    assert min(gaps) >= 0.045


@pytest.mark.parametrize("is_dripping", [False, True])
def test_a_slow_server_costs_no_more_than_the_timeout(is_dripping: bool, serve: Callable[[Server], Server]) -> None:
    files = as_bytes(good())
    server = Server(files, slow={} if is_dripping else {"/o/o8.html": 60})
    server.dripping = {"/o/o8.html"} if is_dripping else set()
    begun = time.monotonic()
    report, _ = audit_site(serve(server).url, Limits(pause=0, timeout=0.5))
    assert codes(report) == [("no-answer", "O8")]
    assert report.found[0].facts["reason"] == "timeout"
    assert time.monotonic() - begun < 20


def test_a_huge_file_is_not_read(serve: Callable[[Server], Server]) -> None:
    files = as_bytes(good(O8='<a href="a.pdf">ก</a>', O9='<a href="b.html">ก</a>'))
    files["a.pdf"] = b"%PDF-1.4" + b"0" * 3_000_000
    files["b.html"] = gzip.compress(b"<p>" + b"0" * 30_000_000)
    server = Server(files, headers={"/b.html": {"Content-Encoding": "gzip"}})
    report, _ = audit_site(serve(server).url, Limits(pause=0, timeout=5, size=1_000_000))
    assert codes(report) == [("too-large", "O8"), ("too-large", "O9")]


def test_redirects_are_followed_within_the_site_and_loops_end(serve: Callable[[Server], Server]) -> None:
    answers = {
        "O8": '<a href="moved">ก</a>',
        "O9": '<a href="a">ก</a>',
        "O10": '<a href="far0">ก</a>',
        "O11": '<a href="gone">ก</a>',
    }
    files = as_bytes(good(**answers))
    redirects = {"/moved": "/o/o8.html", "/a": "/b", "/b": "/a", "/gone": "/"}
    redirects |= {f"/far{n}": f"/far{n + 1}" for n in range(20)}
    report, _ = audit_site(serve(Server(files, redirects)).url)
    assert codes(report) == [("redirect-loop", "O9"), ("redirect-loop", "O10"), ("redirect-home", "O11")]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (401, "asks-login"),
        (403, "refused"),
        (429, "refused"),
        (404, "broken-link"),
        (410, "broken-link"),
        (500, "broken-link"),
    ],
)
def test_a_status_is_said(status: int, expected: str, serve: Callable[[Server], Server]) -> None:
    files = as_bytes(good())
    report, _ = audit_site(serve(Server(files, statuses={"/o/o8.html": status})).url)
    assert codes(report) == [(expected, "O8")]


def test_a_host_that_is_not_there_is_said_at_the_beginning() -> None:
    report, _ = audit_site("http://127.0.0.1:9/")
    assert [d.code for d in report.found] == ["audit-no-answer"]


def test_one_timeout_holds_for_all_redirects_from_an_address(serve: Callable[[Server], Server]) -> None:
    files = as_bytes(good(O8='<a href="r0">ก</a>'))
    redirects = {f"/r{n}": f"/r{n + 1}" for n in range(4)} | {"/r4": "/o/o8.html"}
    server = serve(Server(files, redirects, slow=dict.fromkeys(redirects, 0.8)))
    report, _ = audit_site(server.url, Limits(pause=0, timeout=2))
    assert codes(report) == [("no-answer", "O8")]
    assert "/r4" not in server.asked


def test_the_start_of_a_long_robots_txt_holds(serve: Callable[[Server], Server]) -> None:
    rules = b"User-agent: *\nDisallow: /o/o8.html\n" + b"# ...\n" * 200_000
    server = serve(Server(as_bytes(good()) | {"robots.txt": rules}))
    assert codes(audit_site(server.url)[0]) == [("robots", "O8")]
