"""Permanent addresses: how they are spelt, which files of a built site have one, and that one module alone spells them."""

from __future__ import annotations

import re

import pytest

from generator.models.catalogue import Item
from generator.models.shared import Text
from generator.site import addresses
from tests.conftest import ROOT

ITEM = Item.model_construct(code="O14", title=Text(th="แผน"))


def test_addresses_are_spelt_as_they_always_were() -> None:
    assert addresses.item(2568, ITEM) == "2568/o14/"
    assert addresses.item(2568, ITEM, "hr_plan") == "2568/o14/#hr_plan"
    assert addresses.item_pdf(2568, ITEM, "th") == "2568/o14/o14-2568.pdf"
    assert addresses.year_pdf(2568, "en") == "2568/oit-2568-en.pdf"
    assert addresses.answer_sheet(2568, "csv") == "2568/answers/oit-answers-2568.csv"
    assert addresses.table(2568, "proc_items", ".xlsx") == "tables/2568/proc_items.xlsx"
    assert addresses.indicator(2568, "10.2") == "ita/2568/#indicator-10-2"


@pytest.mark.parametrize("address", ["", "2568/", "2568/o14/", "ita/2568/"])
def test_the_file_of_a_page_and_its_address_lead_to_each_other(address: str) -> None:
    assert addresses.of_page_file(addresses.page_file(address)) == address


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("index.html", ""),
        ("en/2568/o14/index.html", "en/2568/o14/"),
        ("search/index.html", "search/"),
        ("files/2568/plan.pdf", "files/2568/plan.pdf"),
        ("open/2568.json", "open/2568.json"),  # whatever its kind: a download that vanishes is missed
        ("open/feed.xml", "open/feed.xml"),
        ("assets/oit.css", None),
        ("examples/opdc/en/assets/images/favicon.png", None),
        ("search/grams-1.json", None),
        ("robots.txt", None),
        ("sitemap.xml", None),
        (".htaccess", None),
        (".well-known/security.txt", None),
    ],
)
def test_what_somebody_may_have_written_down_has_an_address(file: str, address: str | None) -> None:
    assert addresses.of_built_file(file) == address


@pytest.mark.parametrize(
    ("address", "is_pdf"),
    [
        ("2568/o14/o14-2568.pdf", True),
        ("en/2568/oit-2568-en.pdf", True),
        ("examples/opdc/2566/o1/o1-2566.pdf", True),
        ("2568/o14/o15-2568.pdf", False),
        ("files/2568/o14-2568.pdf", False),
    ],
)
def test_pdfs_of_pages_are_known_by_their_address(address: str, is_pdf: bool) -> None:
    assert addresses.is_pdf_of_pages(address) is is_pdf


def test_no_other_module_or_template_spells_an_address() -> None:
    spelt = re.compile(
        r"""\.slug\}/|\.slug ~ '/|["'](?:ita|units|measures|six-month|families|about-data|data-guide|answers|tables)/|/index\.md"""
    )
    one = re.compile(r"""^(?!.*(?:url|import|include)).*["'][a-z][a-z-]+/["']""")
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in (ROOT / "generator").rglob("*")
        if path.suffix in (".py", ".jinja") and path.name != "addresses.py"
        for line in re.sub(r'"""(?:.|\n)*?"""', "", path.read_text("utf-8")).splitlines()
        if (spelt.search(line) and "import" not in line and "include" not in line)
        or (path.parent.name == "pages" and one.search(line))
    ]
    # Data folders have an ``ita/`` too: a folder of files, no address.
    data = ("generator/officers/", "generator/site/data_files.py")
    assert [line for line in found if not line.startswith(data)] == []
