"""Small ITA results for tests, and sites that hold them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from generator.models.ita import ItaResult
from generator.site.loader import Loader
from generator.site.site import Site

TITLES = {"1": "การปฏิบัติหน้าที่", "2": "การใช้งบประมาณ", "3": "การใช้อำนาจ", "4": "การใช้ทรัพย์สินของราชการ"}


def indicator(number: str, score: str | None = None, **more: Any) -> dict[str, Any]:
    scored = {} if score is None else {"score": score}
    return {"number": number, "title": TITLES.get(number, f"ตัวชี้วัด {number}"), **scored, **more}


def question(code: str, score: str | None = None, **more: Any) -> dict[str, Any]:
    """A question; ``I1`` to ``I3`` are of indicator 1, and so on."""
    instrument = {"I": "IIT", "E": "EIT", "O": "OIT"}[code[0]]
    frame = {"code": code, "instrument": instrument, "text": f"ข้อ {code}"}
    of = {"indicator": str((int(code[1:]) + 2) // 3)} if code[0] == "I" else {}
    return {**frame, **of, **({} if score is None else {"score": score}), **more}


def result(*, year: int = 2567, iit: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """A result of 2567, of which the questions of every indicator are known."""
    instruments = [{"instrument": "IIT", **iit}] if iit else []
    return {"year": str(year), "instruments": instruments, **more}


def ita(data: dict[str, Any]) -> ItaResult:
    return ItaResult.model_validate(data)


def site_of(folder: Path, *results: dict[str, Any], **disclosures: dict[str, Any]) -> Site:
    """A site with results and, by family, disclosures of 2568 that rest on the result of 2567."""
    for data in results:
        path = folder / "ita" / f"{data['year']}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    for family, data in disclosures.items():
        frame = {"family": family, "assessed_year": "2568", "data_year": "2568", "ita_year": "2567"}
        path = folder / "2568" / f"{family}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump({**frame, **data}, allow_unicode=True), "utf-8")
    (folder / "agency.yaml").write_text("name: ตัวอย่าง\nshort_name: ตย.\n", "utf-8")
    site, faults = Loader().load(folder, "data")
    assert [fault.message("en") for fault in faults] == []
    assert site
    return site
