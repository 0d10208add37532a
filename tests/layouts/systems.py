"""What systems of web sites and their editors make of a list: each entry is drawn by a piece of HTML.

In a piece, ``{c}`` is the code, ``{n}`` the number, ``{t}`` the title, ``{begin}{rest}`` its two parts, ``{titled}`` code
and title as a link, ``{opened}`` a link that says เปิด, ``{picture}`` a picture that is a link, ``{says}`` what stands
beside an item without a link.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from tests.audit_sites import page
from tests.layouts.entry import HEADING, Entry, Files, Layout, is_own, link, year_before


def drawn(entries: Sequence[Entry], entry: str, around: str = "{}", behind: str = "") -> Files:
    """A list of pieces; ``behind``: what stands below it."""
    pieces = (
        entry.format(
            c=one.code,
            n=one.number,
            t=one.title,
            begin=one.title[:7],
            rest=one.title[7:],
            titled=link(one, f"{one.code} {one.title}"),
            opened=link(one, "เปิด"),
            picture=link(one, '<img src="i.png" alt="ภาพประกอบ">'),
            says=one.says,
        )
        for one in entries
    )
    return {"index.html": page(HEADING + around.format("".join(pieces)) + behind)}


def two_in_a_row(entries: Sequence[Entry]) -> Files:
    half = (len(entries) + 1) // 2
    cells = [f"<td>{one.code}</td><td>{one.title}</td><td>{link(one, 'เปิด')}</td>" for one in entries]
    right = [*cells[half:], *[""] * half]
    rows = "".join(f"<tr>{left}{beside}</tr>" for left, beside in zip(cells[:half], right, strict=False))
    return {"index.html": page(f"{HEADING}<table>{rows}</table>")}


def form_buttons(entries: Sequence[Entry]) -> Files:
    def opened(one: Entry) -> str:
        button = f'<form action="{one.href}"><button type="submit">เปิด</button></form>'
        return button if is_own(one) else link(one, "เปิด")

    rows = "".join(f"<tr><td>{one.code}</td><td>{one.title}</td><td>{opened(one)}</td></tr>" for one in entries)
    return {"index.html": page(f"{HEADING}<table>{rows}</table>")}


def menu_to_jump_by(entries: Sequence[Entry]) -> Files:
    options = "".join(f'<option value="{one.href or ""}">{one.code} {one.title}{one.says}</option>' for one in entries)
    select = f'<select onchange="location = this.value"><option value="">เลือกข้อ</option>{options}</select>'
    return {"index.html": page(HEADING + select)}


def contents_and_sections(entries: Sequence[Entry]) -> Files:
    contents = "".join(f'<li><a href="#o{one.number}">{one.code} {one.title}</a></li>' for one in entries)
    sections = "".join(
        f'<h3 id="o{one.number}">{one.code} {one.title}</h3><p>{link(one, "เอกสาร")}</p><p><a href="#top">กลับด้านบน</a></p>'
        for one in entries
    )
    return {"index.html": page(f"{HEADING}<ul>{contents}</ul>{sections}")}


def tabs_by_a_function(entries: Sequence[Entry]) -> Files:
    """Two years behind buttons, the older one first, whose answers are not there."""
    buttons = "".join(f"<button onclick=\"openTab(event, 'y{year}')\">ปี 25{year}</button>" for year in (67, 68))
    now = "".join(f"<li>{link(one, f'{one.code} {one.title}')}</li>" for one in entries)
    lists = f'<div id="y67"><ul>{year_before()}</ul></div><div id="y68"><ul>{now}</ul></div>'
    return {"index.html": page(f"<h1>ITA</h1><div class=tab>{buttons}</div>{lists}", "ITA")}


def dialogs_below(entries: Sequence[Entry]) -> Files:
    """Buttons that open dialogs, which stand below the whole list."""
    buttons = "".join(
        f'<li>{one.code} {one.title} <button data-toggle="modal" data-target="#m{one.number}">ดู</button></li>'
        for one in entries
    )
    dialogs = "".join(
        f'<div class="modal fade" id="m{one.number}"><div class="modal-body">{link(one, "เอกสาร")}</div></div>'
        for one in entries
    )
    return {"index.html": page(f"{HEADING}<ul>{buttons}</ul>{dialogs}")}


def hidden_year_before(entries: Sequence[Entry]) -> Files:
    """The list of the year before, left there and hidden, with a heading of its own."""
    old = f'<div style="display:none"><h2>ปีงบประมาณ พ.ศ. 2567</h2><ul>{year_before()}</ul></div>'
    now = "".join(f"<li>{link(one, f'{one.code} {one.title}')}</li>" for one in entries)
    return {"index.html": page(f"{HEADING}{old}<ul>{now}</ul>")}


_FOOT = (
    '<div class="share"><a href="https://www.facebook.com/sharer/sharer.php?u=x">Share</a></div>'
    '<div id="foot"><p><a href="/">หน้าแรก</a></p><p>โปรแกรม <a href="https://get.adobe.com/reader/">Adobe Reader</a></p></div>'
)
_JOOMLA = (
    '<div class="item"><div class="page-header"><h2>{titled}</h2></div><ul class="dropdown-menu">'
    '<li><a href="/index.php?view=article&tmpl=component&print=1">พิมพ์</a></li>'
    '<li><a href="/index.php/component/mailto/?tmpl=component&link=a{n}">อีเมล</a></li></ul>'
    "<dl class=article-info><dd>วันที่เผยแพร่: 12 มกราคม 2568</dd><dd>ฮิต: 345</dd></dl></div>"
)
_POSTS = (
    '<div class="post"><a href="https://www.facebook.com/dept">กรมตัวอย่าง</a> 12 มกราคม 2568<div>{c} {t}</div>{picture}'
    '<div><a href="#">ถูกใจ</a> <a href="https://www.facebook.com/sharer/sharer.php?u=x">แชร์</a></div></div>'
)

SYSTEMS: Mapping[str, Layout] = {
    "entries, ข้อ 3 as headings": partial(drawn, entry="<h3>ข้อ {n} {t}</h3><p>{opened}</p>"),
    "entries, OIT ข้อ 3 in a table": partial(drawn, entry="<tr><td>OIT ข้อ {n}</td><td>{t}</td><td>{opened}</td></tr>", around="<table>{}</table>"),
    "entries, ลำดับที่ 3 in paragraphs": partial(drawn, entry="<p>ลำดับที่ {n} {t}</p><p>{opened}</p>"),
    "code, title and link in paragraphs": partial(drawn, entry="<p><strong>{c}</strong></p><p>{t}</p><p>{opened}</p>"),
    "lines in bold with links below": partial(drawn, entry="<b>{c}</b> {t}<br>- {opened}<br><br>", around="<p>{}</p>"),
    "two rows an item": partial(drawn, entry='<tr><td rowspan="2">{c}</td><td rowspan="2">{t}</td><td>คำอธิบาย</td></tr><tr><td>{opened}</td></tr>', around="<table>{}</table>"),
    "two items a row": two_in_a_row,
    "a table an item": partial(drawn, entry='<table><tr><td>{c}</td><td>{t}</td></tr><tr><td colspan="2">{opened}</td></tr></table><br>'),
    "other items named in a column": partial(drawn, entry="<tr><td>{c}</td><td>{t}</td><td>เป็นข้อมูลต่อเนื่องจาก O1 และ O2</td><td>{opened}</td></tr>", around="<table>{}</table>"),
    "thumbnails": partial(drawn, entry='<div class="col-md-3"><div>{picture}<div><h4>{c}</h4><p>{t}</p></div></div></div>', around='<div class="row">{}</div>'),
    "two languages": partial(drawn, entry="<li>{titled}<br><small>{c} Disclosure item {n}</small></li>", around="<ul>{}</ul>"),
    "blog of Joomla": partial(drawn, entry=_JOOMLA),
    "posts to share": partial(drawn, entry=_POSTS),
    "the foot of the page below": partial(drawn, entry="<p>{c} {t} {opened}</p>", behind=_FOOT),
    "forms of one button": form_buttons,
    "a menu to jump by": menu_to_jump_by,
    "contents and sections": contents_and_sections,
    "tabs by a function": tabs_by_a_function,
    "dialogs below the list": dialogs_below,
    "the year before, hidden": hidden_year_before,
}  # fmt: skip
