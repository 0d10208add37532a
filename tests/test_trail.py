"""Question → issue → measure → result: every reference leads on, in both directions, within the right year."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.models.ita import Question
from generator.site.site import Site
from generator.site.trail import Trail, answered
from tests.conftest import ROOT
from tests.folders import load, write

FILES = {
    "agency.yaml": "name: ก\nshort_name: ก\nyears: [2568]\n",
    "ita/2567.yaml": "year: 2567\nquestions:\n"
    "- {code: I1, instrument: IIT, text: หนึ่ง, score: 80}\n"
    "- {code: I2, instrument: IIT, text: สอง, score: 81}\n"
    "- {code: E1, instrument: EIT, text: สาม, score: 82}\n"
    "- {code: E2, instrument: EIT, text: สี่, score: 83}\n"
    "instruments:\n- {instrument: IIT, score: 80, indicators: [{number: 1, title: หน้าที่, score: 80}]}\n",
    "2568/measures.yaml": "family: measures\nassessed_year: 2568\ndata_year: 2568\nita_year: 2567\nissues:\n"
    "- {id: slow, number: 1, title: ช้า, scope: [{indicator: 1, title: หน้าที่, questions: [I1]}],"
    " scores: [{question: E1, score: 82}]}\n"
    "- {id: left, number: 2, title: ค้าง, scope: [{indicator: 1, title: หน้าที่, questions: [E2]}]}\n"
    "measures:\n"
    "- {id: guide, title: คู่มือ, issues: [slow], indicators: [1, 9]}\n"
    "- {id: train, title: อบรม, questions: [i2]}\n",
    "2569/measures_report.yaml": "family: measures_report\nassessed_year: 2569\ndata_year: 2568\nita_year: 2567\n"
    "results:\n- {measure: guide, done: [ทำแล้ว], outcomes: [เร็วขึ้น]}\n- {measure: gone, done: [ก]}\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return load(write(tmp_path, FILES))


def test_a_question_leads_to_the_measures_that_name_it_or_answer_its_issue(site: Site) -> None:
    trail, ita = Trail(site), site.ita[2567].data
    led = {question.code: [stop.measure.id for stop in trail.answers(ita, question)] for question in ita.questions}
    assert led == {"I1": ["guide"], "I2": ["train"], "E1": ["guide"], "E2": []}


def test_an_issue_without_a_measure_takes_no_question_up(site: Site) -> None:
    trail, ita = Trail(site), site.ita[2567].data
    taken = {question.code for question in ita.questions if trail.is_taken_up(ita, question)}
    assert taken == {"I1", "I2", "E1"}


def test_a_measure_leads_back_to_issue_question_and_indicator(site: Site) -> None:
    trail = Trail(site)
    guide, train = trail.measures
    item = site.catalogues[2568].item_of("measures")
    assert item
    assert [(str(stop.title), stop.url) for stop in trail.origins(guide)] == [
        ("ช้า", f"2568/{item.slug}/#measures-slow"),
        ("ตัวชี้วัดที่ 1", "ita/2567/#indicator-1"),
        ("ตัวชี้วัดที่ 9", ""),
    ]
    assert [(str(stop.title), stop.url) for stop in trail.origins(train)] == [("I2", "ita/2567/#i2")]


def test_a_result_is_of_the_measure_of_its_data_year_and_shown_with_its_year(site: Site, tmp_path: Path) -> None:
    trail = Trail(site)
    (report,) = (e.data for e in site.disclosures if e.data.family == "measures_report")
    guide = trail.measures[0]
    assert trail.measure_of(report.results[0], report) is guide
    assert trail.measure_of(report.results[1], report) is None
    assert trail.results_of(guide) == [], "the report's year is not shown"
    shown = load(write(tmp_path, {"agency.yaml": FILES["agency.yaml"].replace("[2568]", "[2568, 2569]")}))
    (stop,) = Trail(shown).results_of(Trail(shown).measures[0])
    assert str(stop.title) == "เร็วขึ้น", "what came of it goes before what was done"
    assert stop.url.startswith("2569/")


def test_a_place_in_a_year_that_is_not_shown_has_no_address(site: Site) -> None:
    trail = Trail(site)
    (report,) = (e.data for e in site.disclosures if e.data.family == "measures_report")
    assert trail.url(report) == ""
    assert trail.url(trail.measures[0].disclosure).endswith("/#measures")


def test_a_family_is_answered_in_the_latest_year_that_says_something(tmp_path: Path) -> None:
    frame = "family: contact\nassessed_year: {0}\ndata_year: {0}\n"
    files = {
        "agency.yaml": "name: ก\nshort_name: ก\nyears: [2568, 2567]\n",
        "2567/contact.yaml": frame.format(2567) + "summary: ก\n",
        "2568/contact.yaml": frame.format(2568),
    }
    site = load(write(tmp_path, files))
    found = answered(site, "contact")
    assert found
    assert found.url == f"2567/{found.item.slug}/#contact"
    assert answered(site, "laws") is None


def test_what_comes_from_a_document_names_it(tmp_path: Path) -> None:
    files = {
        "sources.yaml": "documents: [{id: doc, title: ก}]\n",
        "2568/news.yaml": "family: news\nassessed_year: 2568\ndata_year: 2568\nsource: doc\ntitle: ข\nsummary: ค\n",
    }
    site = load(write(tmp_path, {**FILES, **files}))
    assert [(str(title), entry.data.source) for title, entry in Trail(site).uses("doc")] == [("ข", "doc")]


def test_a_question_of_an_example_can_be_followed_to_its_issue_and_measure() -> None:
    site = load(ROOT / "examples" / "nhrc")
    trail, ita = Trail(site), site.ita[2567].data
    question = ita.question("I1")
    assert isinstance(question, Question)
    measures = trail.answers(ita, question)
    assert measures
    assert all("I1" in {score.question for issue in trail.issues_of(m) for score in issue.scores} for m in measures)


def test_every_measure_of_an_example_can_be_followed_to_its_result() -> None:
    trail = Trail(load(ROOT / "examples" / "rdpb"))
    assert len(trail.measures) == 18
    assert all(trail.results_of(measure) for measure in trail.measures)
