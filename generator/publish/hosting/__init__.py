"""What a site tells the machines it meets: the browser (policy, headers), the web server, search engines.

A web server reads one of these files and serves the others as plain text, which harms nobody: an officer need not
know what the agency's server is. nginx reads none; ``docs/hosting-nginx.md`` has what to put into its configuration.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.files.tree import names_below
from generator.publish.output import Made, Whole, Write, write_files
from generator.publish.policy import HEADERS
from generator.site import addresses
from generator.site.site import Site
from generator.site.states import item_state

SECURE_ONLY = "max-age=31536000"
"""Strict-Transport-Security, for a site whose address is https: only this host, because others are not ours to bind."""

LIFETIMES: Mapping[str, str] = {
    "page": "no-cache",  # kept, and asked for again each time: a correction is seen at once
    "font": "public, max-age=2592000",
    "hashed": "public, max-age=31536000, immutable",
}
"""Cache-Control, in seconds, by kind of file; a hashed file has its content's hash in its name."""

SERVERS: Mapping[str, tuple[str, str]] = {
    "apache": (".htaccess", "htaccess.jinja"),
    "iis": ("web.config", "web.config.jinja"),
    "netlify": ("_headers", "headers.jinja"),
}
"""Server → the file that it reads, and our template of it. Cloudflare Pages reads what Netlify does."""

FILES = frozenset(name for name, _ in SERVERS.values())
"""Names of the servers' configurations."""

FOR_MACHINES = frozenset((*(name for name, _ in SERVERS.values()), "robots.txt", "sitemap.xml", "CNAME"))
"""Names at the top of a site that no reader opens."""

SIGN = "oit-disclosure wrote this file"
"""In every such file: one without it was written by people, and stays."""


@dataclass(frozen=True)
class Host:
    """Where and how a site is served.

    Attributes:
        base_url: where the site stands on the web, with a slash at the end; empty where nobody knows yet.
        servers: keys of :data:`SERVERS` to write files for.
        roots: every folder that has an ``assets`` folder, as ``""``, ``en/``, ``examples/opdc/``.
        is_draft: whether search engines are to keep away.
        updated: the last day on which something of a page was published, by its address, where that is known.
    """

    base_url: str
    servers: tuple[str, ...]
    roots: tuple[str, ...] = ("",)
    is_draft: bool = False
    updated: Mapping[str, date] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Where the site begins on its host: ``/`` or ``/oit/``."""
        return urlsplit(self.base_url).path or "/"


def host_of(sites: Sequence[tuple[str, Site]]) -> Host:
    """Where a site and its subsites are served.

    Args:
        sites: each with its address below the first.
    """
    roots, updated = [], {}
    for path, site in sites:
        for language in site.agency.languages:
            root = path + addresses.root(language)
            roots.append(root)
            for year in site.years:
                for item in site.catalogues[year].items:
                    if day := item_state(site, year, item).updated:
                        updated[root + addresses.item(year, item)] = day
    first = sites[0][1]
    return Host(first.base_url, first.agency.servers, tuple(roots), first.is_draft, updated)


def prepare(whole: Whole) -> Write:
    host = host_of([(placed.path, placed.site) for placed in whole.sites])
    return lambda folder: write(host, folder)


def write(host: Host, folder: Path) -> Made:
    """Write what machines want to know into the folder of a built site."""
    pages = (
        name for name in names_below(folder) if name.rpartition("/")[2] == "index.html" and not _leads_on(folder / name)
    )
    return write_files(files(host, [name.removesuffix("index.html") for name in pages]), folder)


def _leads_on(page: Path) -> bool:
    with page.open("rb") as opened:
        return _LEADS_ON.search(opened.read(4000)) is not None


_LEADS_ON = re.compile(rb'<meta (?:http-equiv="refresh"|name="robots" content="noindex)')
"""In a page that only leads on to another one, or that search engines are not to list."""


def files(host: Host, pages: Iterable[str]) -> dict[str, bytes]:
    """Everything that stands at the top of a site for machines, by name.

    Args:
        pages: address of each page below the top that search engines may list.
    """
    given = {SERVERS[name][0]: server_file(host, name) for name in host.servers}
    given["robots.txt"] = robots(host)
    if host.base_url and not host.is_draft:
        given["sitemap.xml"] = sitemap(host, pages)
    return given


def server_file(host: Host, server: str) -> bytes:
    """The configuration of one kind of server."""
    return render(host, SERVERS[server][1]).encode()


def render(host: Host, template: str) -> str:
    """A template of a configuration, filled in for a host."""
    facts: dict[str, Any] = {
        "headers": HEADERS,
        "lifetimes": LIFETIMES,
        "secure_only": SECURE_ONLY if host.base_url.startswith("https:") else "",
        "host": host,
        "sign": SIGN,
    }
    return _environment().get_template(template).render(facts)


def robots(host: Host) -> bytes:
    """Which pages search engines may read, and where the list of them is; they only look at the top of a host."""
    lines = ["User-agent: *", "Disallow: /" if host.is_draft else "Disallow:"]
    if host.base_url and not host.is_draft:
        lines += ["", f"Sitemap: {host.base_url}sitemap.xml"]
    return ("\n".join(lines) + "\n").encode()


def sitemap(host: Host, pages: Iterable[str]) -> bytes:
    """Every page for search engines (sitemaps.org 0.9), with the day of its data, never the day of the build."""
    root = ElementTree.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for page in sorted(pages):
        entry = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(entry, "loc").text = host.base_url + quote(page)
        if page in host.updated:
            ElementTree.SubElement(entry, "lastmod").text = host.updated[page].isoformat()
    ElementTree.indent(root, "")
    return bytes(ElementTree.tostring(root, "utf-8", xml_declaration=True)) + b"\n"


def is_by_people(file: Path) -> bool:
    """Whether a server's configuration was written by people, and not by this program."""
    if file.name not in FILES or not os.path.lexists(file):
        return False
    try:
        return SIGN.encode() not in file.read_bytes()
    except OSError:  # a folder of that name, or what this program may not read: not ours
        return True


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        autoescape=lambda name: bool(name and name.startswith("web.config")),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
