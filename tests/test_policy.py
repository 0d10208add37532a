"""What browsers, web servers and search engines are told: the policy of every page, header files, list of pages; weight."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route
from selectolax.lexbor import LexborHTMLParser

from generator import serve
from generator.project import MARKER, Project
from generator.publish import hosting, policy
from generator.publish.hosting import Host
from generator.publish.publication import publish
from generator.road import Outcome
from generator.site import addresses
from generator.site.loader import Loader
from tests import test_moved
from tests.conftest import ROOT, becomes_true, complaints, served
from tests.kinds import KINDS, in_language

Builder = Callable[..., tuple[Outcome, Path]]

HEAVIEST = 150_000
"""Bytes, compressed, that a first visit to any page may take in all, the start of the search included."""

MOST_SHIFT = 0.03
"""Cumulative layout shift that nobody sees; Lighthouse calls 0.1 good."""

WATCH = """
    globalThis.seen = {violations: [], shift: 0, schemes: []};
    document.addEventListener("securitypolicyviolation", event => seen.violations.push(
        `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
    new PerformanceObserver(list => list.getEntries().forEach(entry => {
        if (!entry.hadRecentInput) seen.shift += entry.value;
    })).observe({type: "layout-shift", buffered: true});
    const look = () => {
        if (document.body) seen.schemes.push(document.body.getAttribute("data-md-color-scheme"));
        if (seen.schemes.length < 5) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
"""


def watched(context: BrowserContext) -> tuple[Page, list[str]]:
    """A page that notes what the policy stops, what moves and which colours it is painted in; and what it complains of."""
    context.add_init_script(WATCH)
    page = context.new_page()
    wrong = complaints(page)
    page.on("response", lambda answer: answer.status >= 400 and wrong.append(answer.url))
    return page, wrong


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, locale="th-TH")
    yield context
    context.close()


# --- the policy of every page -----------------------------------------------------------------------


def inline_code(page: Path) -> list[str]:
    """Every script, style and handler that stands inside of a page."""
    tree = LexborHTMLParser(page.read_bytes())
    found = [node.html or "" for node in tree.css("script:not([src]), style")]
    for node in tree.css("*"):
        found += [name for name in node.attributes if name == "style" or name.startswith("on")]
    return [one for one in found if 'type="application/' not in one]


def policy_of(page: Path) -> tuple[str, str | None]:
    """The tag of the first thing in a page's head, and the policy that stands right behind it."""
    first, second = LexborHTMLParser(page.read_bytes()).css("head > *")[:2]
    is_policy = second.attributes.get("http-equiv") == "Content-Security-Policy"
    return first.attributes.get("charset") or "", second.attributes.get("content") if is_policy else None


def test_every_page_begins_with_the_policy_and_holds_no_code(sample: Path) -> None:
    pages = sorted(sample.rglob("*.html"))
    assert len(pages) > 1000
    assert {policy_of(page) for page in pages} == {("utf-8", policy.POLICY)}
    assert [(page, code) for page in pages if (code := inline_code(page))] == []


def test_pages_by_zensical_hold_no_code_either(build: Builder) -> None:
    _, site = build(ROOT / "examples" / "nhrc", "zensical")
    pages = sorted(site.rglob("*.html"))
    assert {policy_of(page) for page in pages} == {("utf-8", policy.POLICY)}
    assert [(page, code) for page in pages if (code := inline_code(page))] == []


def test_the_policy_allows_nothing_from_elsewhere_and_no_code_in_pages() -> None:
    rules = dict(rule.split(" ", 1) for rule in policy.POLICY.split("; "))
    assert rules["default-src"] == "'none'"
    assert {source for sources in rules.values() for source in sources.split()} == {"'none'", "'self'", "data:"}
    assert [name for name, sources in rules.items() if "data:" in sources] == ["img-src"]


@pytest.mark.parametrize(("language", "width"), [("th", 1280), ("en", 360)])
def test_no_kind_of_page_does_what_its_policy_forbids_or_is_heavy_or_moves(
    language: str, width: int, browser: Browser, address: str, sample: Path
) -> None:
    found: dict[str, object] = {}
    for kind, path in KINDS.items():
        # A context of its own is a first visit.
        context = browser.new_context(base_url=address, viewport={"width": width, "height": 800})
        page, wrong = watched(context)
        loaded: set[str] = set()
        page.on("request", lambda asked, loaded=loaded: loaded.add(asked.url))
        page.goto(in_language(language, path))
        page.evaluate("document.fonts.ready")
        shift = page.evaluate("seen.shift")
        use(page)
        with page.expect_response("**/search/start.js"):
            page.locator(".oit-search-open__button").click()
        bytes = sum(weight(sample, url.removeprefix(address)) for url in loaded)
        page.locator("input[name=q]:focus").fill({"th": "ประกาศ", "en": "notice"}[language])
        page.locator(".oit-search mark:visible").first.wait_for()
        wrong += page.evaluate("seen.violations")
        context.close()
        if wrong or bytes > HEAVIEST or shift > MOST_SHIFT:
            found[kind] = (wrong, bytes, shift)
    assert found == {}


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("kind", ["home", "item", "opdc-six-month"])
def test_a_typeface_that_comes_late_moves_no_page(kind: str, width: int, browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 800})
    page, _ = watched(context)
    late: list[str] = []

    def hold(route: Route) -> None:
        late.append(route.request.url)
        page.wait_for_timeout(400)
        route.continue_()

    page.route("**/*.woff2", hold)
    page.goto(KINDS[kind])
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(200)  # what would move then, moves in the next frames
    assert late
    assert page.evaluate("seen.shift") <= MOST_SHIFT
    context.close()


def weight(site: Path, url: str) -> int:
    """Bytes on the wire of what a page asks for: what is packed already (fonts, pictures) does not shrink."""
    path = site / unquote(urlsplit(url).path)
    body = (path / "index.html" if path.is_dir() else path).read_bytes()
    return min(len(body), len(gzip.compress(body, 6)))


def use(page: Page) -> None:
    """Everything that a script answers, wherever the page has it: colours, menu, filter, folds, the way up."""
    page.locator(".oit-scheme").first.click()
    for button in page.locator(".oit-menu:visible").all():
        button.click()
        page.keyboard.press("Escape")
    for box in page.locator(".oit-filter__box:visible").all()[:1]:
        box.fill("ก")
    for fold in page.locator("details > summary:visible").all()[:1]:
        fold.click()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")


def test_a_page_would_tell_of_code_that_was_slipped_in(context: BrowserContext) -> None:
    page, wrong = watched(context)
    page.goto("")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\" onclick=\"run()\">')")
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'globalThis.ran=1'}))"
    )
    directives = {said.split(" ")[0] for said in page.evaluate("seen.violations")}
    assert directives == {"style-src-attr", "script-src-attr", "script-src-elem"}
    assert page.evaluate("globalThis.ran") is None
    assert wrong


def test_a_number_that_moved_leads_on_with_the_anchor_that_was_asked_for(
    browser: Browser, build: Builder, tmp_path: Path
) -> None:
    _, site = build(test_moved.data(tmp_path / "data", **{"2568": test_moved.IN_FORCE, "2568-1": test_moved.FORMER}))
    with served(site) as address:
        context = browser.new_context(base_url=address)
        page, wrong = watched(context)
        page.goto("2568/o5/")
        page.wait_for_url("**/2568/o1/**")
        page.goto("2568/o5/#somewhere")
        page.wait_for_url("**/2568/o1/#somewhere")
        assert page.evaluate("seen.violations") == []
        assert wrong == []
        context.close()


# --- light and dark ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("device", "first", "other"), [("light", "default", "slate"), ("dark", "slate", "default")])
def test_colours_stand_before_the_first_paint_and_a_choice_is_kept(
    device: str, first: str, other: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(base_url=address, color_scheme=device)
    page, wrong = watched(context)
    page.goto("2568/o27/")
    becomes_true(page, "seen.schemes.length > 2")
    assert set(page.evaluate("seen.schemes")) == {first}
    button = page.locator(".oit-scheme")
    assert button.get_attribute("aria-pressed") == str(first == "slate").lower()
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == str(other == "slate").lower()
    for path in ("2568/o27/", "en/2568/", "examples/opdc/"):
        page.goto(path)
        becomes_true(page, "seen.schemes.length > 2")
        assert set(page.evaluate("seen.schemes")) == {other}
    assert context.cookies() == []
    assert wrong == []
    context.close()


def test_without_scripts_a_page_is_whole_and_offers_nothing_that_needs_one(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto("2568/o27/")
    assert page.locator("article h1").is_visible()
    assert page.locator("nav.md-nav--primary a:visible").count() > 10
    assert not page.locator(".oit-scheme").is_visible()
    context.close()


def test_nothing_is_published_that_no_page_loads(sample: Path) -> None:
    loaded = {
        (page.parent / (node.attributes.get("href") or node.attributes.get("src") or "")).resolve()
        for page in sample.rglob("*.html")
        if page.name != "404.html"
        for node in LexborHTMLParser(page.read_bytes()).css("link[href], script[src], img[src]")
    }
    scripts = {path for path in sample.rglob("assets/**/*") if path.suffix in (".js", ".css", ".map")}
    unused = {path.name for path in scripts - loaded}
    # Only pages of numbers that moved load the one, and only a site that bought something the other.
    assert unused <= {"redirect.js", "spending.js"}


# --- header files -----------------------------------------------------------------------------------

HOST = Host("https://oit.example.go.th/", tuple(hosting.SERVERS), ("", "en/"))


def headers_of_netlify(text: str) -> dict[str, dict[str, str]]:
    """Path → the headers of a ``_headers`` file."""
    given: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            given[line] = {}
        elif line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            given[list(given)[-1]][name] = value
    return given


def headers_of_apache(text: str) -> dict[str, dict[str, str]]:
    """Pattern of files → the headers of a ``.htaccess``."""
    given: dict[str, dict[str, str]] = {"": {}}
    pattern = ""
    for line in map(str.strip, text.splitlines()):
        if found := re.fullmatch(r'<FilesMatch "(.+)">', line):
            pattern = found[1]
        elif line == "</FilesMatch>":
            pattern = ""
        elif found := re.fullmatch(r'Header (?:always )?set ([\w-]+) "(.*?)"(?: "expr=.*")?', line):
            given.setdefault(pattern, {})[found[1]] = found[2]
    return given


def headers_of_iis(text: str) -> dict[str, str]:
    """The headers of a ``web.config``."""
    root = ElementTree.fromstring(text.encode())
    return {one.attrib["name"]: one.attrib["value"] for one in root.iterfind("system.webServer//customHeaders/add")}


def headers_of_nginx(text: str) -> dict[str, str]:
    """The headers of an nginx configuration."""
    return dict(re.findall(r'^  add_header ([\w-]+) "?(.*?)"?(?: always)?;$', text, re.MULTILINE))


def test_every_server_says_the_same_headers() -> None:
    texts = {name: hosting.server_file(HOST, name).decode() for name in hosting.SERVERS}
    wanted = {**policy.HEADERS, "Strict-Transport-Security": hosting.SECURE_ONLY}
    netlify, apache = headers_of_netlify(texts["netlify"]), headers_of_apache(texts["apache"])
    assert netlify["/*"] == wanted
    assert apache[""] == {**wanted, "Cache-Control": "no-cache"}
    assert headers_of_iis(texts["iis"]) == wanted
    assert headers_of_nginx(hosting.render(HOST, "nginx.jinja")) == {**wanted, "Cache-Control": "$oit_lifetime"}
    assert "frame-ancestors 'self'" in wanted["Content-Security-Policy"]


def test_files_with_a_hash_in_their_name_are_kept_long_and_pages_are_asked_for_again() -> None:
    year = "public, max-age=31536000, immutable"
    netlify = headers_of_netlify(hosting.server_file(HOST, "netlify").decode())
    assert netlify["/assets/stylesheets/*"]["Cache-Control"] == year
    assert netlify["/en/assets/stylesheets/*"]["Cache-Control"] == year
    assert all("Cache-Control" not in headers for path, headers in netlify.items() if "assets/" not in path)
    apache = headers_of_apache(hosting.server_file(HOST, "apache").decode())
    (hashed,) = (pattern for pattern, headers in apache.items() if headers["Cache-Control"] == year)
    assert re.search(hashed, "main.57a0d79d.min.css")
    assert re.search(hashed, "search/g1.080923af.js")
    assert not re.search(hashed, "oit.css")
    assert not re.search(hashed, "search/start.js")
    iis = ElementTree.fromstring(hosting.server_file(HOST, "iis"))
    lives = {one.attrib["path"]: one.find(".//clientCache").attrib for one in iis.iterfind("location")}  # type: ignore[union-attr]
    assert lives["en/assets/stylesheets"]["cacheControlMaxAge"] == "365.00:00:00"
    assert iis.find("system.webServer//clientCache").attrib == {"cacheControlMode": "DisableCache"}  # type: ignore[union-attr]


def test_a_site_without_https_does_not_ask_for_it_and_one_in_a_folder_names_its_own_page_for_what_is_missing() -> None:
    host = Host("http://www.example.go.th/oit/", tuple(hosting.SERVERS))
    for name in hosting.SERVERS:
        text = hosting.server_file(host, name).decode()
        assert "Strict-Transport-Security" not in text
        assert ("/oit/404.html" in text) == (name != "netlify")


def test_files_of_the_sample_stand_at_its_top_and_name_real_folders(sample: Path) -> None:
    for name, _ in hosting.SERVERS.values():
        assert hosting.SIGN in (sample / name).read_text("utf-8")
    folders = [path for path in headers_of_netlify((sample / "_headers").read_text("utf-8")) if path != "/*"]
    assert len(folders) == 2 * 2 * 5
    assert [path for path in folders if not (sample / path.strip("/*")).is_dir()] == []


def test_an_agency_names_its_server_or_none(build: Builder, tmp_path: Path) -> None:
    for servers, files in (("[iis]", {"web.config"}), ("[]", set())):
        data = tmp_path / servers
        data.mkdir()
        (data / "agency.yaml").write_text(f"name: ก\nshort_name: ก\nservers: {servers}\n", "utf-8")
        _, site = build(data)
        assert {name for name, _ in hosting.SERVERS.values() if (site / name).exists()} == files


def test_what_people_wrote_for_their_server_stays(tmp_path: Path) -> None:
    site, new = tmp_path / "site", tmp_path / "new"
    for folder in (site, new):
        folder.mkdir()
        (folder / ".htaccess").write_bytes(hosting.server_file(HOST, "apache"))
        (folder / "web.config").write_bytes(hosting.server_file(HOST, "iis"))
    (site / MARKER).write_text("oit\n", "utf-8")
    (site / "web.config").write_text("<configuration/>", "utf-8")
    (site / ".htaccess").write_text(f"# {hosting.SIGN}\nErrorDocument 404 /old.html\n", "utf-8")
    publish(Project(ROOT, tmp_path / "data", site, tmp_path / "work"), new, frozenset(), frozenset())
    assert (site / "web.config").read_text("utf-8") == "<configuration/>"
    assert "old.html" not in (site / ".htaccess").read_text("utf-8")


FOLDER = Host("https://www.example.go.th/oit/", tuple(hosting.SERVERS))
MANUALS = [("hosting-nginx.md", HOST, "nginx.jinja"), ("hosting-cms.md", FOLDER, "nginx-folder.jinja")]


@pytest.mark.parametrize(("name", "host", "template"), MANUALS, ids=[name for name, _, _ in MANUALS])
def test_the_manual_has_the_configuration_of_nginx(name: str, host: Host, template: str, update: bool) -> None:
    manual = ROOT / "docs" / name
    text = manual.read_text("utf-8")
    written = hosting.render(host, template)
    if update:
        text = re.sub(r"(?<=```nginx\n).*?(?=```)", lambda _: written, text, flags=re.DOTALL)
        manual.write_text(text, "utf-8")
    assert f"```nginx\n{written}```" in text


@pytest.mark.skipif(shutil.which("nginx") is None, reason="no nginx")
def test_nginx_reads_what_the_manuals_say(tmp_path: Path) -> None:
    server = hosting.render(HOST, "nginx.jinja")
    folder = hosting.render(FOLDER, "nginx-folder.jinja")
    configuration = tmp_path / "nginx.conf"
    configuration.write_text(
        f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{\naccess_log off;\n{server}\nserver {{\nlisten 127.0.0.1:8182;\n{folder}\n}}\n}}\n",
        "utf-8",
    )
    command = ["nginx", "-t", "-q", "-e", str(tmp_path / "log"), "-c", str(configuration)]
    assert subprocess.run(command, capture_output=True, text=True, check=False).returncode == 0


_MODULES = Path("/usr/lib/apache2/modules")


@pytest.mark.skipif(shutil.which("apache2") is None or not _MODULES.is_dir(), reason="no Apache of Debian")
@pytest.mark.parametrize("host", [HOST, FOLDER])
def test_apache_reads_what_stands_in_the_site(host: Host, tmp_path: Path) -> None:
    loaded = ("mpm_event", "authz_core", "mime", "dir", "headers", "filter", "deflate", "rewrite")
    modules = "".join(f"LoadModule {name}_module {_MODULES}/mod_{name}.so\n" for name in loaded)
    manual = (ROOT / "docs/hosting-apache.md").read_text("utf-8")
    shown = manual.partition("```apache\n")[2].partition("```")[0].replace("/srv/oit/site", str(tmp_path))
    (tmp_path / "apache.conf").write_text(
        f"ServerName localhost\nListen 127.0.0.1:8183\nPidFile {tmp_path}/pid\nErrorLog {tmp_path}/log\n"
        f"TypesConfig /dev/null\n{modules}DocumentRoot {tmp_path}\n"
        f"{shown}<Directory {tmp_path}>\n{hosting.server_file(host, 'apache').decode()}</Directory>\n",
        "utf-8",
    )
    run = subprocess.run(
        ["apache2", "-t", "-f", str(tmp_path / "apache.conf")], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


def test_every_page_of_the_hosting_guide_is_led_to() -> None:
    guide = (ROOT / "docs/hosting.md").read_text("utf-8")
    pages = {path.name for path in (ROOT / "docs").glob("hosting-*.md")}
    assert set(re.findall(r"\((hosting-[a-z]+\.md)\)", guide)) == pages
    links = {
        link
        for name in pages
        for link in re.findall(r"\((hosting[a-z-]*\.md)\)", (ROOT / "docs" / name).read_text("utf-8"))
    }
    assert {link for link in links if not (ROOT / "docs" / link).is_file()} == set()


# --- search engines ---------------------------------------------------------------------------------


def test_search_engines_are_told_every_page_with_the_day_of_its_data(sample: Path) -> None:
    root = ElementTree.parse(sample / "sitemap.xml").getroot()
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    days = {entry.findtext(f"{space}loc"): entry.findtext(f"{space}lastmod") for entry in root}
    base = "https://sample.example.go.th/"
    listed = (path for path in sample.rglob("index.html") if b'content="noindex' not in path.read_bytes())
    files = (path.relative_to(sample).as_posix() for path in listed)
    pages = {address for file in files if (address := addresses.of_built_file(file)) is not None}
    assert set(days) == {base + page for page in pages}
    site, _ = Loader().load(ROOT / "data", "data")
    assert site is not None
    item = next(one for one in site.catalogues[2568].items if one.families == ("ac_plan",))
    entry = site.disclosure("ac_plan", 2568)
    assert entry
    assert entry.data.published
    day = entry.data.published.isoformat()
    assert days[f"{base}2568/{item.slug}/"] == days[f"{base}en/2568/{item.slug}/"] == day
    assert days[f"{base}about-data/"] is None
    assert (sample / "robots.txt").read_text("utf-8").endswith(f"Sitemap: {base}sitemap.xml\n")
    assert not list(sample.glob("*/**/sitemap.xml"))


def test_a_page_names_itself_in_the_other_language(sample: Path) -> None:
    for path in ("2568/o27/", "en/2568/o27/"):
        tree = LexborHTMLParser((sample / path / "index.html").read_bytes())
        others = {
            one.attributes["hreflang"]: one.attributes["href"] for one in tree.css("link[rel=alternate][hreflang]")
        }
        base = "https://sample.example.go.th/"
        assert others == {"th": f"{base}2568/o27/", "en": f"{base}en/2568/o27/"}
        assert tree.css("link[rel=alternate][type='application/atom+xml']"), "every page leads to the feed of the site"


def test_search_engines_keep_away_from_a_draft(tmp_path: Path) -> None:
    host = Host("https://oit.example.go.th/", (), is_draft=True, updated={"": date(2025, 1, 1)})
    given = hosting.files(host, [""])
    assert given.keys() == {"robots.txt"}
    assert given["robots.txt"] == b"User-agent: *\nDisallow: /\n"


def test_a_server_that_reloads_pages_gives_them_no_policy(tmp_path: Path) -> None:
    # It puts a script into every page, which the policy would stop.
    shown: list[Any] = []

    class Shown(serve.Server):
        def show(self, root: Path, builder: Callable[[], None], has_changed: Callable[[], bool], *_: object) -> None:
            shown.append(policy_of(root / "index.html"))

        def shutdown(self) -> None:
            self.server_close()

    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "agency.yaml").write_text("name: ก\nshort_name: ก\n", "utf-8")
    project = Project(ROOT, tmp_path / "data", tmp_path / "site", tmp_path / "work")
    server = Shown("127.0.0.1", 0)
    serve.serve(project, "mkdocs", tmp_path / "served", server, lambda outcome: None, lambda url: None)
    assert shown == [("utf-8", None)]
