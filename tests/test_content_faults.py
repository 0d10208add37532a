"""Years of evidence and headings."""

from __future__ import annotations

from tests.audit_sites import audit_pages, codes, good, page


def test_evidence_of_another_year_and_an_old_heading_are_told_apart() -> None:
    words = "โครงการ งบประมาณ ไตรมาส ตลอดปี"
    old = page(f"<h1>แผนป้องกันการทุจริต</h1><p>{words} ปีงบประมาณ พ.ศ. ๒๕๖๖</p>")
    heading = page(f"<h1>แผนป้องกันการทุจริต ปี 2566</h1><p>{words} ปีงบประมาณ 2568</p>")
    none = page(f"<h1>แผนป้องกันการทุจริต</h1><p>{words}</p>")
    fine = page(f"<h1>แผน ปี 2566 - 2570</h1><p>{words} 1 ต.ค. 67 - 30 ก.ย. 68</p>")
    for text, expected in (
        (old, [("component-not-seen", "O25"), ("wrong-year", "O25")]),
        (heading, [("old-heading", "O25")]),
        (none, [("component-not-seen", "O25"), ("no-year", "O25")]),
        (fine, []),
    ):
        assert codes(audit_pages(good() | {"o/o25.html": text})) == expected, text
