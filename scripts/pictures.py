"""The pictures of the desk and of ``oit table`` in ``docs/``, taken of this commit: ``make pictures``.

The desk works on a copy of the sample's year, some of whose files are taken away: an agency in the middle of its work. The
table is an office's own form of that year. Needs Chromium and Pillow, as the tests do.
"""

from __future__ import annotations

import html
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import xlsxwriter
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
OIT = (sys.executable, "-m", "generator")
FONTS = ROOT / "theme" / "assets" / "fonts"
YEAR = 2568
TODAY = f"1/3/{YEAR}"
UNDONE = (
    "powers", "service_stats", "proc_progress", "proc_annual", "hr_report", "complaint_stats", "participation",
    "gift_report", "risk_result", "ac_report", "measures_report",
)  # fmt: skip
"""Kinds of content that the agency of the pictures has not filled in yet."""
MOST = 150_000
"""Bytes of a picture, at most: who reads the manual on a telephone pays for them."""
FORM = (
    ("รายการจัดซื้อจัดจ้าง ปีงบประมาณ พ.ศ. 2568 (ต.ค. 67 - ก.พ. 68)",),
    ("ที่", "ชื่องาน", "วงเงิน (บาท)", "แหล่งเงิน", "สถานะ", "วิธีการ", "ราคากลาง (บาท)", "ราคาที่ตกลงซื้อ/จ้าง (บาท)",
     "ผู้ขาย/ผู้รับจ้าง", "เลขที่โครงการ e-GP", "หมายเหตุ"),
    ("๑", "จัดซื้อวัสดุสำนักงาน", "12,500.-", "งบดำเนินงาน", "ส่งมอบแล้ว", "เฉพาะเจาะจง", "12,500.-", "12,500.-",
     "ร้านสมมติการค้า", "67109000011", ""),
    ("๒", "จ้างซ่อมรถยนต์", "8,000", "งบดำเนินงาน", "เบิกจ่ายแล้ว", "เฉพาะเจาะจง (ข)", "8,000", "8,000", "อู่สมมติ",
     "67119000012", ""),
    ("", "รวมทั้งสิ้น", "20,500.00", "", "", "", "", "20,500.00", "", "", ""),
    ("", "ลงชื่อ", "", "", "", "", "", "", "", "", ""),
)  # fmt: skip
FORM_NAME = "รายการจัดซื้อ.xlsx"
WINDOW = """<!doctype html><html lang="th"><meta charset="utf-8"><style>
@font-face {{ font-family: Thai; src: url("{thai}"); }}
@font-face {{ font-family: Latin; src: url("{latin}"); unicode-range: U+0-2FF, U+2000-2FFF; }}
body {{ margin: 0; padding: 20px 26px; background: #0f2430; color: #e9f1f3; }}
pre {{ margin: 0; font: 17px/1.55 Latin, Thai, sans-serif; white-space: pre-wrap; }}
b {{ color: #ffd479; font-weight: 400; }}
</style><pre><b>PS C:\\oit&gt; {command}</b>
{said}</pre></html>"""


def main() -> None:
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = Path(made)
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        assert chromium, "install Debian's Chromium: apt-get install chromium"
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        _table(browser, folder)
        with _desk(_agency(folder / "data")) as address:
            _of_desk(browser, address)


def _agency(data: Path) -> Path:
    """The sample's year alone, without what is not done yet."""
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns(".oit-history"))
    for found in data.iterdir():
        if found.is_dir() and found.name.isdecimal() and found.name != str(YEAR):
            shutil.rmtree(found)
    for name in UNDONE:
        for found in (data / str(YEAR)).glob(f"{name}.*"):
            found.unlink()
    (data / "published-addresses.txt").unlink(missing_ok=True)  # of pages that this copy does not have
    agency = data / "agency.yaml"
    text = agency.read_text("utf-8").partition("\nsubsites:")[0] + "\n"
    agency.write_text(text.replace("languages: [th, en]", "languages: [th]"), "utf-8")
    return data


@contextmanager
def _desk(data: Path) -> Iterator[str]:
    """The address under which the desk of a data folder was opened."""
    command = [*OIT, "edit", "--data", str(data), "--date", TODAY, "--no-browser", "--no-cache", "--port", "8733"]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        assert running.stdout
        found = re.search(r"http://\S+", running.stdout.readline())
        assert found, "the desk says where it is open"
        yield found[0]
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(60)


def _of_desk(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 860}, reduced_motion="reduce", locale="th-TH")
    page.set_default_timeout(300_000)  # the first draft is built in the meantime
    page.goto(address)
    _hide_name(page)
    _save(page.screenshot(), "desk-home")
    page.set_viewport_size({"width": 1280, "height": 940})
    page.goto(re.sub(r"\?.*", "", address) + f"file/{YEAR}/hr_plan.yaml")
    page.frame_locator("iframe").locator("h1").wait_for()
    page.get_by_text("ร่างตรงกับที่บันทึก").wait_for()
    _hide_name(page)
    page.wait_for_timeout(500)
    _save(page.screenshot(), "desk-item")


def _hide_name(page: Page) -> None:
    """Who took the pictures is nobody's business."""
    page.evaluate("for (const one of document.querySelectorAll('header .user')) one.textContent = 'ทำงานในชื่อ สมศรี'")


def _table(browser: Browser, folder: Path) -> None:
    """What ``oit table`` says of an office's form, in a window that is drawn for it."""
    with xlsxwriter.Workbook(folder / FORM_NAME) as book:
        sheet = book.add_worksheet("รายการ")
        for number, row in enumerate(FORM):
            sheet.write_row(number, 0, row)
    asked = ("table", FORM_NAME, "--year", str(YEAR))
    command = subprocess.run(
        [*OIT, *asked], cwd=folder, env=_environment(), capture_output=True, text=True, encoding="utf-8", check=True
    )
    thai, latin = ((FONTS / f"sarabun-{script}-400-normal.woff2").as_uri() for script in ("thai", "latin"))
    said = html.escape(command.stdout.partition("  รายการที่ 2 ")[0].rstrip())
    drawn = folder / "table.html"
    drawn.write_text(WINDOW.format(thai=thai, latin=latin, command=f"oit {' '.join(asked)}", said=said), "utf-8")
    page = browser.new_page(viewport={"width": 960, "height": 200})
    page.goto(drawn.as_uri())
    page.evaluate("document.fonts.ready")
    _save(page.screenshot(full_page=True), "table")


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "OIT_LANG": "th"}


def _save(picture: bytes, name: str) -> None:
    """As a PNG of few colours, which pictures of pages have anyway."""
    out = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(96, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    assert len(out.getvalue()) < MOST, f"{name}: {len(out.getvalue())} bytes"
    (ROOT / "docs" / f"{name}.png").write_bytes(out.getvalue())


if __name__ == "__main__":
    main()
