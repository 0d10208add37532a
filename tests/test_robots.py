"""``robots.txt`` by RFC 9309, of hosts that mean it and of those that do not."""

from __future__ import annotations

import time

import pytest

from generator.audit.robots import LONGEST_PAUSE, MOST_ROBOTS, robots_of

AT = "https://www.example.go.th"


@pytest.mark.parametrize(
    ("rules", "path", "may"),
    [
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b", True),
        ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?v=1", True),
        ("User-agent: *\nDisallow: /\nUser-agent: OIT-Audit\nDisallow:", "/a", True),
        ("User-agent: oit-audit\nDisallow: /a\n\nUser-agent: oit-audit\nDisallow: /b", "/b", False),
        ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
        ("User-agent: a\nUser-agent: *\n\n# of all\nDisallow: /a", "/a", False),
        ("User-agent: *\nDisallow: /%E0%B8%81", "/%e0%b8%81", False),
        ("User-agent: *\nDisallow: /ก", "/%E0%B8%81", False),
        ("User-agent: *\nDisallow: //[", "/a", True),
        ("User-agent: *\nDisallow: https://[::1", "/a", True),
        ("Disallow: /", "/a", True),
    ],
)
def test_an_address_may_be_opened_by_the_rule_that_says_most_of_it(rules: str, path: str, may: bool) -> None:
    assert robots_of(200, rules.encode()).may_open(AT + path) is may


@pytest.mark.parametrize(
    ("asked", "pause"),
    [("2.5", 2.5), ("²", 0), ("-1", 0), ("nan", 0), ("inf", 0), ("9" * 400, 0), ("1e300", LONGEST_PAUSE), ("", 0)],
)
def test_a_pause_is_kept_as_far_as_it_is_one(asked: str, pause: float) -> None:
    assert robots_of(200, f"User-agent: *\nCrawl-delay: {asked}\n".encode()).pause == pause


@pytest.mark.parametrize(
    ("status", "may"), [(200, False), (301, True), (404, True), (403, True), (500, False), (503, False)]
)
def test_a_host_without_rules_allows_and_one_that_fails_refuses(status: int, may: bool) -> None:
    assert robots_of(status, b"User-agent: *\nDisallow: /").may_open(f"{AT}/") is may


@pytest.mark.parametrize(
    "rules",
    [
        b"User-agent: *\nDisallow: /" + b"*a" * 200_000,
        b"User-agent: *\n" + b"Disallow: /*a*b\n" * 30_000,
        b"\xff\0" * 200_000,
    ],
    ids=["stars", "lines", "bytes"],
)
def test_no_rules_take_long(rules: bytes) -> None:
    begun = time.process_time()
    robots = robots_of(200, rules[:MOST_ROBOTS])
    for number in range(20):
        robots.may_open(f"{AT}/{'a' * 2000}{number}")
    assert time.process_time() - begun < 5
