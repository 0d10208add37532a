"""Lists as systems that many Thai agencies use write them; pieces as in :mod:`tests.layouts.systems`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from tests.audit_sites import page
from tests.layouts.entry import HEADING, Entry, Files, Layout, is_own, link, year_before
from tests.layouts.systems import drawn

_GRID_FORM = (
    '<form method="post" action="./ita.aspx?year=2568"><input type="hidden" name="__VIEWSTATE" value="/wEPDw"><select name="ddlYear" '
    'onchange="javascript:setTimeout(&#39;__doPostBack()&#39;, 0)"><option selected value="2568">2568</option>'
    '<option value="2567">2567</option></select><table rules="all"><tr><th>ข้อ</th><th>รายการ</th><th>เอกสาร</th></tr>{}'
    '<tr><td colspan="3"><table><tr><td><span>1</span></td></tr></table></td></tr></table></form>'
)
_DATA_TABLE = (
    '<div><label>แสดง <select><option value="10">10</option><option value="25">25</option></select> แถว</label><input type="search"></div>'
    "<table><thead><tr><th>ลำดับ</th><th>รหัส</th><th>รายการ</th><th>ไฟล์</th></tr></thead><tbody>{}</tbody><tfoot><tr><th>ลำดับ</th><th>รหัส</th>"
    '<th>รายการ</th><th>ไฟล์</th></tr></tfoot></table><a class="paginate_button current">1</a><a class="paginate_button">ถัดไป</a>'
)
_JOOMLA_SLIDER = (
    '<div class="accordion-group panel"><a class="anchor" id="s{n}"></a><div><a href="https://www.example.go.th/#s{n}" '
    'class="accordion-toggle" data-toggle="collapse" data-id="s{n}">{c} {t}</a></div><div id="s{n}" class="collapse"><p>{opened}</p></div></div>'
)
_WPBAKERY = (
    '<div class="vc_tta-panel" id="p{n}"><h4><a href="#p{n}" data-vc-accordion data-vc-container=".vc_tta-container"><span>{c} {t}</span></a></h4>'
    '<div class="vc_tta-panel-body"><p>{opened}</p></div></div>'
)
_BOOTSTRAP = (
    '<div class="card"><h5><button class="btn btn-link collapsed" data-toggle="collapse" data-target="#c{n}" aria-expanded="false">{c} {t}'
    '</button></h5><div id="c{n}" class="collapse" data-parent="#accordion"><div class="card-body">{opened}</div></div></div>'
)
_WORD_ROW = (
    "<tr><td><p class=MsoNormal align=center><span lang=EN-US>{c}<o:p></o:p></span></p></td><td><p class=MsoNormal><span lang=TH>{begin}</span>"
    "<span lang=TH>{rest}<o:p></o:p></span></p></td><td><p class=MsoNormal>{opened}<o:p></o:p></p></td></tr>"
)
_DRUPAL_FIELDS = (
    '<article><div class="field"><div class="field__label">ข้อ</div><div class="field__item">{c}</div></div><div class="field"><div>ชื่อข้อมูล</div>'
    '<div>{t}</div></div><div class="field"><div>ไฟล์</div><span class="file">{opened}</span> <span>(1.2 MB)</span></div></article>'
)
_COPIED = (
    "<div class=item><div>{c}</div><div>{t}</div>"
    '<div>{opened} <a href="javascript:void(0)" onclick="copyLink(this)">คัดลอกลิงก์</a></div></div>'
)


def framed(entries: Sequence[Entry]) -> Files:
    """Each answer shown by a viewer below its heading."""
    shown = (f'<iframe src="{one.href}"></iframe>' if is_own(one) else link(one, "เปิด") for one in entries)
    parts = (f"<h3>{one.code} {one.title}</h3><p>{frame}</p>" for one, frame in zip(entries, shown, strict=True))
    return {"index.html": page(HEADING + "".join(parts))}


def map_of_a_picture(entries: Sequence[Entry], area: str = '<area shape="rect"{href} alt="{words}">') -> Files:
    areas = (
        area.format(href=f' href="{one.href}"' if one.href else "", words=f"{one.code} {one.title}{one.says}")
        for one in entries
    )
    return {"index.html": page(f'{HEADING}<img src="oit.png" usemap="#oit"><map name="oit">{"".join(areas)}</map>')}


def years_in_a_menu(entries: Sequence[Entry]) -> Files:
    """A menu of years, whose older one has answers that are not there."""
    options = "".join(f'<option value="ita{year}.html">พ.ศ. {year}</option>' for year in (2567, 2568))
    menu = f'<select onchange="location = this.value"><option value="">เลือกปี</option>{options}</select>'
    now = "".join(f"<li>{link(one, f'{one.code} {one.title}')}</li>" for one in entries)
    return {
        "index.html": page(f"<h1>ITA</h1>{menu}", "กรมตัวอย่าง"),
        "ita2567.html": page(f"<h1>ITA 2567</h1><ul>{year_before()}</ul>", "ITA 2567"),
        "ita2568.html": page(f"<h1>ITA 2568</h1><ul>{now}</ul>", "ITA 2568"),
    }


def years_in_columns(entries: Sequence[Entry]) -> Files:
    """The answers of two years beside each other; the older ones are not there."""
    rows = "".join(
        f'<tr><td>{one.code}</td><td>{one.title}</td><td>{link(one, "เปิด")}</td><td><a href="/2567/{one.code}.html">เปิด</a></td></tr>'
        for one in entries
    )
    head = "<tr><th>ข้อ</th><th>ข้อมูล</th><th>ปี 2568</th><th>ปี 2567</th></tr>"
    return {"index.html": page(f"<h1>การเปิดเผยข้อมูล</h1><table>{head}{rows}</table>", "กรมตัวอย่าง")}


def modals(entries: Sequence[Entry]) -> Files:
    """Entries that open windows, which all stand below the list."""
    top = "".join(
        f'<li><a href="#" data-toggle="modal" data-target="#m{e.number}">{e.code} {e.title}</a></li>' for e in entries
    )
    below = "".join(
        f'<div class="modal fade" id="m{e.number}" role="dialog"><button data-dismiss="modal">×</button><h4>{e.code} {e.title}</h4>'
        f'<p>{link(e, "เอกสาร")}</p><button data-dismiss="modal">ปิด</button></div>'
        for e in entries
    )
    return {"index.html": page(f"{HEADING}<ul>{top}</ul>{below}")}


def group_in_the_first_column(entries: Sequence[Entry]) -> Files:
    rows = ""
    for number, one in enumerate(entries):
        group = (
            f'<td rowspan="{min(5, len(entries) - number)}">9.{number // 5 + 1} ข้อมูลพื้นฐาน</td>'
            if number % 5 == 0
            else ""
        )
        rows += f"<tr>{group}<td>{one.code}</td><td>{one.title}</td><td>{link(one, 'เปิด')}</td></tr>"
    head = "<tr><th>ตัวชี้วัดย่อย</th><th>ข้อ</th><th>ข้อมูล</th><th>ลิงก์</th></tr>"
    return {"index.html": page(f"{HEADING}<table>{head}{rows}</table>")}


def folds_in_folds(entries: Sequence[Entry]) -> Files:
    """Years, in them sub-indicators, in them items."""
    groups = ""
    for start in range(0, len(entries), 7):
        part = entries[start : start + 7]
        items = "".join(
            f"<details><summary>{e.code} {e.title}</summary><p>{link(e, 'เอกสาร')}</p></details>" for e in part
        )
        groups += f"<details><summary>ตัวชี้วัดย่อยที่ 9.{start // 7 + 1}</summary>{items}</details>"
    before = f"<details><summary>ปีงบประมาณ 2567</summary><ul>{year_before()}</ul></details>"
    return {
        "index.html": page(
            f"<h1>ITA</h1><details open><summary>ปีงบประมาณ 2568</summary>{groups}</details>{before}", "ITA"
        )
    }


def _table(head: str) -> str:
    return f"<table><tr>{''.join(f'<th>{words}</th>' for words in head.split('|'))}</tr>{{}}</table>"


def _drawn(entry: str, around: str = "{}", behind: str = "") -> Layout:
    return partial(drawn, entry=entry, around=around, behind=behind)


AGENCIES: Mapping[str, Layout] = {
    "sliders of Joomla": _drawn(_JOOMLA_SLIDER),
    "spoilers of Shortcodes Ultimate": _drawn('<div class="su-spoiler"><div class="su-spoiler-title" tabindex="0" role="button">{c} {t}</div><div>{opened}</div></div>'),
    "panels of WPBakery": _drawn(_WPBAKERY),
    "toggles of Divi": _drawn('<div class="et_pb_toggle"><h5 class="et_pb_toggle_title">{c} {t}</h5><div class="et_pb_toggle_content"><p>{opened}</p></div></div>'),
    "buttons of Elementor": _drawn('<section><div><h2 class="elementor-heading-title">{c}</h2></div><div><p>{t}</p></div><div class="elementor-button-wrapper">{opened}</div></section>'),
    "files of Gutenberg": _drawn('<div class="wp-block-file">{titled}{opened}</div>'),
    "cards of Bootstrap": _drawn(_BOOTSTRAP, '<div id="accordion">{}</div>'),
    "views of Drupal": _drawn('<div class="views-row"><div><span class="field-content">{titled}</span></div><div>12 ม.ค. 2568 - 10:30</div></div>', behind='<nav class="pager"><a href="?page=0">1</a></nav>'),
    "fields of Drupal": _drawn(_DRUPAL_FIELDS),
    "DataTables": _drawn("<tr><td>{n}</td><td>{c}</td><td>{t}</td><td>{opened}</td></tr>", _DATA_TABLE),
    "grid of WebForms": _drawn("<tr><td><span>{c}</span></td><td><span>{t}</span></td><td>{opened}</td></tr>", _GRID_FORM),
    "repeater of WebForms": _drawn('<span id="lblNo_{n}"><b>{c}</b></span>&nbsp;<span id="lblTitle_{n}">{t}</span>&nbsp;{opened}<br />'),
    "table of Word": _drawn(_WORD_ROW, "<div class=WordSection1><table class=MsoTableGrid>{}</table></div>"),
    "text of Wix": _drawn("<div><p><span>{c}</span><span> {begin}</span><span>{rest}</span></p><p><span><u>{opened}</u></span></p></div>"),
    "posts of Blogger": _drawn("<div><b>{c}</b> {t}</div><div>{opened}</div><div><br /></div>", '<div class="post-body">{}</div>'),
    "documents of Google": _drawn('<p class="c1"><span>{c} {t}</span></p><ul class="lst-kix"><li><span>{opened}</span></li></ul>'),
    "parts ก. and ข.": _drawn("<p><b>{c} {t}</b></p><p>ก. {opened}</p><p>ข. คำอธิบายประกอบ</p>"),
    "parts (1) and (2)": _drawn("<li>{c} {t}<ol><li>{opened}</li><li>หมายเหตุ</li></ol></li>", "<ul>{}</ul>"),
    "new, with its day and readers": _drawn('<li><img src="new.gif"> {titled} <span>[12 ม.ค. 68]</span> <span>(อ่าน 123 ครั้ง)</span></li>', "<ul>{}</ul>"),
    "a note of the range below": _drawn("<li>{titled}</li>", "<ul>{}</ul>", "<p>หมายเหตุ: ข้อมูล O1-O28 ปรับปรุงล่าสุด 1 มี.ค. 2568 โทร. 0 2123 4567</p>"),
    "a button to copy": _drawn(_COPIED),
    "table, scores": _drawn("<tr><td>{c}</td><td>{t}</td><td>100</td><td>{opened}</td></tr>", _table("ข้อ|รายการ|คะแนน|URL")),
    "table, มี and ไม่มี": _drawn("<tr><td>{c}</td><td>{t}</td><td>✓</td><td></td><td>{opened}</td></tr>", _table("ข้อ|รายการ|มี|ไม่มี|ลิงก์")),
    "table, QR codes": _drawn('<tr><td>{c}</td><td>{t}</td><td>{opened}</td><td><img src="qr{n}.png" alt="QR Code"></td></tr>', _table("ข้อ|รายการ|ลิงก์|QR")),
    "table in every cell": _drawn("<tr><td>{c} {t}<table><tr><td>เอกสาร</td><td>{opened}</td></tr></table></td></tr>", "<table>{}</table>"),
    "table, a group first": group_in_the_first_column,
    "answers in frames": framed,
    "map of a picture": map_of_a_picture,
    "years in a menu": years_in_a_menu,
    "years in columns": years_in_columns,
    "windows below the list": modals,
    "folds in folds": folds_in_folds,
}  # fmt: skip
