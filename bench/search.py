"""What a search loads and how long it takes on a phone: on the sample as it is, and as a site of more years.

``python bench/search.py SITE`` takes a built sample. The site of more years has the item pages of the newest year once
more for each year that is added, with the year and every other figure changed; it is made in a folder that is thrown
away. The browser is slowed down four times, as a phone of the middle range is.
"""

from __future__ import annotations

import argparse
import gzip
import re
import shutil
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, sync_playwright

from generator.project import Project, usual_root
from generator.publish.search import index
from generator.publish.search.known import Known, known
from generator.publish.search.reading import Article, Section
from generator.publish.search.reading import read as read_page
from generator.reading import read
from tests.conftest import CHROMIUM_ARGUMENTS, served

QUERIES = ("จัดซื้อจัดจ้าง", "ร้องเรียน", "O15 2568", "กระดาษถ่ายเอกสาร", "งบประมาณ", "ของขวัญ", "กบค.", "จัดชื้อจัดจ้าง")
SLOWER = 4
TYPE = """(query) => new Promise((resolve) => {
  const box = document.querySelector(".oit-search-dialog input");
  const list = document.querySelector(".oit-search-dialog .oit-search__hits");
  box.value = query;
  const from = performance.now();
  new MutationObserver((_, observer) => {
    if (!list.children.length) return;
    observer.disconnect();
    requestAnimationFrame(() => resolve(performance.now() - from));
  }).observe(list, { childList: true });
  list.replaceChildren();
  box.dispatchEvent(new Event("input", { bubbles: true }));
})"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="the built sample")
    parser.add_argument("--years", type=int, nargs="+", default=[0, 10, 20], help="0: as it is")
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    articles, of_site = sample(given.site)
    for years in given.years:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "site"
            shutil.copytree(given.site, place, ignore=shutil.ignore_patterns("examples", "en", "files", "tables"))
            measure(place, *with_years(articles, of_site, years), given.runs)


def sample(site: Path) -> tuple[list[Article], Known]:
    """The searched pages of the built sample, and what is known of them."""
    root = usual_root()
    loaded, _ = read(Project(root, root / "data", site, site.with_name("work")))
    assert loaded
    searched = re.findall(r'\["([^"]*)","[^"]*",\d,\d+,', (site / "search" / "start.js").read_text("utf-8"))
    pages = (read_page(url, (site / url / "index.html").read_bytes()) for url in searched)
    return [page for page in pages if page], known(loaded, "th")


def with_years(articles: list[Article], of_site: Known, years: int) -> tuple[list[Article], Known]:
    """The pages, with those of the newest year once more for each year that is missing."""
    shown = sorted({int(url[:4]) for url in of_site.items})
    newest = shown[-1]
    more, items = list(articles), dict(of_site.items)
    for year in range(shown[0] - 1, newest - years, -1):

        def changed(text: str, year: int = year) -> str:
            text = text.replace(str(newest), str(year)).replace(str(newest - 1), str(year - 1))
            return re.sub(r"\d(?=\d{2})(?!\d*25)", lambda found: str((int(found[0]) + year) % 9 + 1), text)

        for article in articles:
            if article.url.startswith(f"{newest}/"):
                url = article.url.replace(str(newest), str(year))
                sections = (
                    Section(one.anchor, changed(one.heading), tuple(map(changed, one.pieces)))
                    for one in article.sections
                )
                more.append(Article(url, article.title, tuple(sections)))
                if article.url in items:
                    items[url] = items[article.url]
    return more, replace(of_site, items=items)


def measure(site: Path, articles: list[Article], of_site: Known, runs: int) -> None:
    """Print what one site's search weighs and takes."""
    start = time.process_time()
    files = index.files(articles, of_site)
    seconds = time.process_time() - start
    for old in (site / "search").glob("*.js"):
        old.unlink()
    for name, content in files.items():
        (site / "search" / name).write_bytes(content)
    weights = {name: len(gzip.compress(content, 6)) for name, content in files.items()}
    whole = sum(weights.values()) / 1e6
    print(f"{len(articles)} pages, {len(files)} files, {whole:.2f} MB compressed, made in {seconds:.1f} s of CPU")
    print(
        f"  start.js {weights['start.js'] / 1000:.1f} KB; largest other file {sorted(weights.values())[-2] / 1000:.1f} KB"
    )
    with served(site) as address, sync_playwright() as playwright:
        executable = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        for query in QUERIES:
            times, loads = [], []
            for _ in range(runs):
                page = browser.new_page(viewport={"width": 360, "height": 740})
                page.goto(address)
                first, later, load = one_query(page, query, weights)
                times.append((first, later))
                loads.append(load)
                page.close()
            medians = [statistics.median(one) for one in zip(*times, strict=True)]
            least = [min(one) for one in zip(*times, strict=True)]
            told = (f"{median:.0f} ms (least {low:.0f})" for median, low in zip(medians, least, strict=True))
            print(
                "  {}: first result {}, after the last letter typed {}; {:.0f} KB loaded".format(
                    query, *told, loads[0] / 1000
                )
            )
        browser.close()


def one_query(page: Page, query: str, weights: dict[str, int]) -> tuple[float, float, int]:
    """Milliseconds to the first result, of a query pasted and after the last letter of one typed; bytes loaded."""
    loaded: list[int] = []
    page.on("request", lambda asked: loaded.append(weights.get(unquote(urlsplit(asked.url).path).split("/")[-1], 0)))
    page.keyboard.press("Control+k")
    page.evaluate(
        "oitSearch.start().then(() => null)"
    )  # what is common to all queries comes as soon as the box is open
    client = page.context.new_cdp_session(page)
    client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    first = page.evaluate(TYPE, query)
    page.wait_for_load_state("networkidle")
    load = sum(loaded)
    page.reload()
    page.keyboard.press("Control+k")
    page.evaluate("oitSearch.start().then(() => null)")
    page.evaluate("query => oitSearch.find(query).then(() => null)", query[:-1])  # what typing loads on its way
    return first, page.evaluate(TYPE, query), load


if __name__ == "__main__":
    main()
