"""The recipes of CONTRIBUTING, followed in a copy of the project: what each touches is counted, and what it makes is used."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT
from tests.kinds import CATALOGUES, PROFILE

FAMILY = {
    "model.py": '''"""What the agency hears of noise around it."""

from __future__ import annotations

from pydantic import Field

from generator.models.disclosure import Disclosure, Presence, presence
from generator.models.shared import Numbered


class NoiseReport(Disclosure):
    """รายงานเสียงดัง"""

    sounds: tuple[Numbered, ...] = Field((), description="เสียงดังที่ได้ยิน")

    def shows(self) -> dict[str, Presence]:
        return {"sounds": presence("sounds", self.sounds)}
''',
    "page.md.jinja": """{% import "components.jinja" as c with context %}
{% if disclosure.sounds %}
{{ heading(3, labels.noise_report.sounds, family.family ~ "-sounds") }}
{{ c.numbered(disclosure.sounds) }}
{% endif %}
""",
    "family.yaml": """name: {th: รายงานเสียงดัง, en: Noise report}
about: {th: ได้ยินเสียงอะไร, en: What was heard}
search_words: {th: [เสียง], en: [sound]}
labels:
  sounds: {th: เสียงที่ได้ยิน, en: Sounds}
components:
- id: sounds
  title: {th: เสียง, en: Sounds}
  evidence_words: [เสียง]
""",
    "example.yaml": """family: noise_report
assessed_year: 2568
data_year: 2568
sounds:
- number: "1"
  text: {th: เสียงค้อน, en: A hammer}
""",
}
NEWEST = PROFILE / f"{max(CATALOGUES)}.yaml"
YEAR = max(CATALOGUES) + 1
CODE = f"O{len(CATALOGUES[YEAR - 1]) + 1}"
CATALOGUE = (
    NEWEST.read_text("utf-8").replace(f"year: {YEAR - 1}", f"year: {YEAR}")
    + f'- {{code: {CODE}, sub_indicator: "9.1", title: รายงานเสียงดัง, families: [noise_report]}}\n'
)
CHECK = '''"""A title that shouts.

th:
  about: ชื่อเรื่องมีเครื่องหมายตกใจ
  message: "ชื่อเรื่อง {title} มีเครื่องหมายตกใจ"
  hint: ลบเครื่องหมายตกใจ
  why: ชื่อเรื่องของทางราชการไม่ตะโกน
  rule: ความเห็นของโปรแกรมนี้
en:
  about: a title that shouts
  message: "The title {title} ends with an exclamation mark"
  hint: Delete the mark
  why: Official titles do not shout
  rule: This program's opinion
wrong: "title: แผน!"
right: "title: แผน"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "shouting-title"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        title = entry.data.title
        if title and str(title).endswith("!"):
            yield entry.file.at(("title",), CODE, title=title)
'''
CASE = """about: A title that shouts.
files:
  2566/laws.yaml: |
    family: laws
    assessed_year: 2566
    data_year: 2566
    title: กฎหมาย!
    summary: กฎหมายของหน่วยงาน
report:
- 2566/laws.yaml:4:8 shouting-title
says:
- ชื่อเรื่อง กฎหมาย! มีเครื่องหมายตกใจ → ลบเครื่องหมายตกใจ
"""
PAGE = '''"""What is new."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.trail import Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    yield Planned(addresses.FRESH, partial(_page, voice))


def _page(voice: Voice) -> Page:
    return render("fresh.md.jinja", voice, addresses.FRESH, voice.words["fresh"]["title"], menu="topics")
'''
EXPORT = '''"""The years of each site as text, one a line, in UTF-8."""

from __future__ import annotations

from generator.publish.output import Whole, Write, write_files


def prepare(whole: Whole) -> Write:
    made = {f"{one.path}years.txt": "".join(f"{year}\\n" for year in one.site.years).encode() for one in whole.sites}
    return lambda folder: write_files(made, folder)
'''


class Copy:
    """A copy of the project in which recipes are followed; it knows what each of them touched."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.touched: dict[str, dict[str, int]] = {}
        """Recipe → file → lines that it added to a file that was there; 0 for a file of its own."""
        for name in ("generator", "tests", "theme", "content"):
            unwanted = shutil.ignore_patterns("__pycache__", "artefacts")
            shutil.copytree(ROOT / name, root / name, ignore=unwanted)
        for name in ("mkdocs.yml", "pyproject.toml"):
            shutil.copy(ROOT / name, root)
        for name in ("data", "examples"):
            (root / name).symlink_to(ROOT / name)

    def new(self, recipe: str, name: str, text: str) -> None:
        path = self.root / name
        assert not path.exists()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        self.touched.setdefault(recipe, {})[name] = 0

    def line(self, recipe: str, name: str, line: str, before: str) -> None:
        """Add a line, with the indentation of the line that it comes before."""
        path = self.root / name
        text = path.read_text("utf-8")
        assert text.count(before) == 1, f"{before} in {name}"
        indent = text[: text.index(before)].rpartition("\n")[2]
        path.write_text(text.replace(before, f"{line}\n{indent}{before}"), "utf-8")
        self.touched.setdefault(recipe, {})[name] = 1

    def run(self, *arguments: str) -> str:
        run = subprocess.run([sys.executable, "-m", *arguments], cwd=self.root, capture_output=True, check=False)
        output = (run.stdout + run.stderr).decode("utf-8")
        assert run.returncode == 0, output
        return output


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The project after every recipe."""
    made = Copy(tmp_path_factory.mktemp("recipes"))
    for name, text in FAMILY.items():
        made.new("family", f"generator/families/noise_report/{name}", text)
    made.line("family", "generator/families/__init__.py", 'Family("noise_report"),', 'Family("plan_progress"),')
    made.new("year", f"generator/catalogues/central-government/{YEAR}.yaml", CATALOGUE)
    made.new("check", "generator/checks/shouting_title.py", CHECK)
    made.new("check", "tests/cases/faults/shouting-title-of-a-law.yaml", CASE)
    made.line(
        "check", "generator/checks/__init__.py", '"shouting_title",', '"staging_link",\n        "staging_site_url"'
    )
    made.line("page", "generator/site/addresses.py", 'FRESH = "fresh/"', 'UNITS = "units/"')
    made.new("page", "generator/pages/fresh.py", PAGE)
    made.new("page", "generator/pages/fresh.md.jinja", '{{ heading(1, words.fresh.title, "fresh") }}\n')
    made.line("page", "generator/pages/__init__.py", '"fresh",', '"units",')
    for language, title in (("th", "มีอะไรใหม่"), ("en", "What is new")):
        made.line("page", f"generator/languages/{language}/words.yaml", f"fresh: {{title: {title}}}", "units:\n")
    made.new("export", "generator/publish/exporters/years.py", EXPORT)
    made.line("export", "generator/publish/outputs.py", 'Output("years", "exporters.years"),', 'Output("answer sheets"')
    return made


def test_every_path_that_the_recipes_name_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = set(re.findall(r"`((?:generator|tests|docs|content|schemas|data)/[^`\s]*)`", text))
    assert len(named) > 20
    assert {path for path in named if not any(ROOT.glob(re.sub(r"<\w+>", "*", path).rstrip("/")))} == set()


def test_a_recipe_touches_what_it_says(copy: Copy) -> None:
    lines = {recipe: sum(files.values()) for recipe, files in copy.touched.items()}
    assert lines == {"family": 1, "year": 0, "check": 1, "page": 4, "export": 1}
    own = {recipe: [name for name, added in files.items() if not added] for recipe, files in copy.touched.items()}
    assert {name.rpartition("/")[0] for name in own["family"]} == {"generator/families/noise_report"}
    assert {recipe: len(files) for recipe, files in own.items()} == {
        "family": 4,
        "year": 1,
        "check": 2,  # one is its case
        "page": 2,  # one is its template
        "export": 1,
    }


def test_the_tests_of_the_project_accept_what_the_recipes_add(copy: Copy) -> None:
    copy.run("generator", "schema", "--out", "schemas")
    names = ["shouting", "unknown-year", "noise_report", "every_family", "every_check", "catalogue", "schemas"]
    names += ["same_keys", "file_of_a", "crosswalk"]
    files = [f"tests/test_{name}.py" for name in ("project", "families", "faults", "start", "crosswalk")]
    said = copy.run("pytest", "-q", "-p", "no:cacheprovider", *files, "-k", " or ".join(names))
    assert f"noise_report-central-government-{YEAR}-" in copy.run(
        "pytest", "--collect-only", "-q", "tests/test_families.py"
    )
    assert " passed" in said


def test_a_site_is_built_with_what_the_recipes_add(copy: Copy) -> None:
    data = copy.root / "agency"
    (data / str(YEAR)).mkdir(parents=True)
    (data / "agency.yaml").write_text(
        f"name: ก\nshort_name: ก\nyears: [{YEAR}]\nsample: true\nsite_url: https://www.example.go.th/\n", "utf-8"
    )
    text = FAMILY["example.yaml"].replace("2568", str(YEAR))
    (data / str(YEAR) / "noise_report.yaml").write_text(f"title: เสียงดัง!\npublished: 5 มกราคม {YEAR}\n{text}", "utf-8")
    said = copy.run("generator", "check", "--data", "agency", "--date", f"6 มกราคม {YEAR}")
    assert "shouting-title" in said
    assert "Official titles do not shout" in copy.run("generator", "explain", "shouting-title", "--lang", "en")
    copy.run("generator", "build", "--data", "agency", "--site", "site", "--date", f"6 มกราคม {YEAR}")
    site = copy.root / "site"
    item = LexborHTMLParser((site / str(YEAR) / CODE.lower() / "index.html").read_bytes())
    assert item.css_first("#noise_report-sounds") is not None
    assert "เสียงค้อน" in item.root.text()  # type: ignore[union-attr]
    assert [link.text(strip=True) for link in item.css('nav a[href$="fresh/"]')] == ["มีอะไรใหม่"]
    assert (site / "fresh" / "index.html").is_file()
    assert (site / "years.txt").read_text("utf-8") == f"{YEAR}\n"
