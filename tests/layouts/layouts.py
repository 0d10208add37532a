"""The layouts: each gives the pages of a site that lists the same items, as somebody's website would.

A layout is a function from the entries of a list to its files. To add one, write it and a line in :data:`LAYOUTS`; what
systems of web sites make stands in :mod:`tests.layouts.systems` and :mod:`tests.layouts.agencies`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from urllib.parse import quote

from tests.audit_sites import CATALOGUES, YEAR, page
from tests.layouts.agencies import AGENCIES
from tests.layouts.entry import HEADING, HOST, Entry, Files, Layout, link
from tests.layouts.systems import SYSTEMS


def _one(entries: Sequence[Entry], draw: Callable[[Entry], str], around: str = "{}", head: str = HEADING) -> Files:
    return {"index.html": page(head + around.format("".join(map(draw, entries))))}


def _items(entries: Sequence[Entry]) -> str:
    return "<ul>" + "".join(f"<li>{link(e, f'{e.code} {e.title}')}</li>" for e in entries) + "</ul>"


# --- tables and lists -----------------------------------------------------------------------------------


def table(entries: Sequence[Entry], code: str = "O{}") -> Files:
    head = "<tr><th>ข้อ</th><th>รายการ</th><th>ลิงก์</th></tr>"
    return _one(
        entries,
        lambda e: f"<tr><td>{code.format(e.number)}</td><td>{e.title}</td><td>{link(e, 'เปิด')}</td></tr>",
        f"<table>{head}{{}}</table>",
    )


def table_code_last(entries: Sequence[Entry]) -> Files:
    return _one(entries, lambda e: f"<tr><td>{link(e, e.title)}</td><td>{e.code}</td></tr>", "<table>{}</table>")


def table_with_owner(entries: Sequence[Entry]) -> Files:
    head = "<tr><th>ข้อ</th><th>รายการ</th><th>หน่วยงานที่รับผิดชอบ</th><th>หลักฐาน</th></tr>"
    return _one(
        entries,
        lambda e: (
            f"<tr><td>{e.number}</td><td>{e.title}</td><td><a href=missing.html>กองแผน</a></td><td>{link(e, 'ดู')}</td></tr>"
        ),
        f"<table>{head}{{}}</table>",
    )


def table_of_layout(entries: Sequence[Entry]) -> Files:
    inner = "".join(f"<tr><td>{e.code}<td>{e.title}<td>{link(e, 'เปิด')}" for e in entries)
    return {"index.html": page(f"<table><tr><td><h1>OIT 2568</h1><table>{inner}</table></td></tr></table>")}


def table_of_municipality(entries: Sequence[Entry]) -> Files:
    def row(e: Entry) -> str:
        links = f'<a href="/">{HOST}/home...</a><br>{link(e, f"{HOST}/{e.code.lower()}/pla...")}'
        return f"<tr><td>o{e.number} {e.title}</td><td>{links}</td><td>1. แสดงขั้นตอน {e.code}<br>2. หน้าหลักเลือกหัวข้อ</td></tr>"

    return _one(
        entries, row, "<h2>ITA ปี พ.ศ.2568</h2><table><tr><th>ข้อ</th><th>URL</th><th>คำอธิบาย</th></tr>{}</table>", ""
    )


def entries_of(entries: Sequence[Entry], words: str) -> Files:
    """A list whose entries are written in some way: ``{c}`` the code, ``{n}`` the number, ``{t}`` the title."""
    return _one(entries, lambda e: f"<li>{link(e, words.format(c=e.code, n=e.number, t=e.title))}</li>", "<ul>{}</ul>")


def half_coded(entries: Sequence[Entry]) -> Files:
    return _one(
        entries, lambda e: f"<li>{link(e, f'{e.code} {e.title}' if e.number < 10 else e.title)}</li>", "<ul>{}</ul>"
    )


def thai_digits(entries: Sequence[Entry]) -> Files:
    digits = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    return _one(
        entries, lambda e: f"<li>ข้อ {str(e.number).translate(digits)} {e.title} {link(e, 'ดู')}</li>", "<ol>{}</ol>"
    )


def headings(entries: Sequence[Entry]) -> Files:
    return _one(entries, lambda e: f"<h3>{e.code} : {e.title}</h3><p>{link(e, 'เอกสาร')}</p>")


def terms(entries: Sequence[Entry]) -> Files:
    return _one(entries, lambda e: f"<dt>{e.code} {e.title}</dt><dd>{link(e, 'เอกสาร')}</dd>", "<dl>{}</dl>")


def groups(entries: Sequence[Entry]) -> Files:
    body = HEADING
    for start in range(0, len(entries), 7):
        part = entries[start : start + 7]
        rows = "".join(f"<li>{link(e, f'{e.code} {e.title}')}</li>" for e in part)
        body += f"<h3>ข้อมูลกลุ่มที่ {start // 7 + 1} ({part[0].code} - {part[-1].code})</h3><ul>{rows}</ul>"
    return {"index.html": page(body)}


# --- folds and tabs -------------------------------------------------------------------------------------


def fold(entries: Sequence[Entry], opener: str) -> Files:
    """Folds whose own link is written in some way."""
    return _one(
        entries,
        lambda e: (
            f"<div class=item><div>{opener.format(c=e.code, t=e.title)}</div>"
            f'<div id="c{e.code}"><p>{link(e, "เอกสาร")}</p></div></div>'
        ),
        '<div class="accordion">{}</div>',
    )


def details(entries: Sequence[Entry]) -> Files:
    return _one(
        entries, lambda e: f"<details><summary>{e.code} {e.title}</summary><p>{link(e, 'เอกสาร')}</p></details>"
    )


def tabs(entries: Sequence[Entry]) -> Files:
    """Two years as tabs; the older one comes last, and its answers are not there."""
    now = "".join(f"<li>{link(e, f'{e.code} {e.title}')}</li>" for e in entries)
    before = "".join(f"<li><a href=old.html>{i.code} {i.title.th}</a></li>" for i in CATALOGUES[YEAR - 1].items)
    return {
        "index.html": page(
            "<h1>การประเมิน ITA</h1><ul><li><a data-bs-toggle=tab href=#a>ปีงบประมาณ 2568</a><li><a data-bs-toggle=tab href=#b>ปีงบประมาณ 2567</a></ul>"
            f"<div id=a class=tab-pane><ul>{now}</ul></div><div id=b class=tab-pane><ul>{before}</ul></div>",
            title="ITA",
        )
    }


def two_years(entries: Sequence[Entry]) -> Files:
    now = "".join(f"<li>{link(e, f'{e.code} {e.title}')}</li>" for e in entries)
    before = "".join(f"<li><a href=old.html>{i.code} {i.title.th}</a></li>" for i in CATALOGUES[YEAR - 1].items)
    return {"index.html": page(f"<h2>ITA 2568</h2><ul>{now}</ul><h2>ITA 2567</h2><ul>{before}</ul>", title="ITA")}


# --- lines, cards, pictures -----------------------------------------------------------------------------


def buttons_in_line(entries: Sequence[Entry]) -> Files:
    return _one(entries, lambda e: link(e, f"{e.code} {e.title}", " class=btn") + " ")


def lines(entries: Sequence[Entry]) -> Files:
    return _one(entries, lambda e: f"{e.code} {e.title} {link(e, 'ดู')}<br>", "<p>{}</p>")


def in_one_line(entries: Sequence[Entry]) -> Files:
    return _one(entries, lambda e: f"{e.code} {e.title} {link(e, 'ดู')} ", "<p>{}</p>")


def cards(entries: Sequence[Entry], *, is_picture_first: bool = False) -> Files:
    def card(e: Entry) -> str:
        picture = link(e, "<img src=i.png>")
        words = f"<h5>{e.code}</h5><p>{e.title}</p>"
        return (
            f'<div class="card">{picture}{words}</div>'
            if is_picture_first
            else f"<div class=card>{words}{link(e, 'ดู')}</div>"
        )

    return _one(entries, card, '<div class="row">{}</div>')


def whole_cards(entries: Sequence[Entry]) -> Files:
    return _one(entries, lambda e: link(e, f"<div><b>{e.code}</b></div><div>{e.title}</div>", ' class="card"'))


def pictures(entries: Sequence[Entry], words: str) -> Files:
    return _one(
        entries,
        lambda e: (
            f'<div><a href="{e.href}"{words.format(c=e.code, t=e.title)}</a></div>'
            if e.href
            else f"<p>{e.code} {e.title}{e.says}</p>"
        ),
    )


# --- scripts and detours --------------------------------------------------------------------------------


def clicked(entries: Sequence[Entry], opener: str) -> Files:
    """Links within the site that something opens; those to other hosts are plain."""

    def opened(e: Entry) -> str:
        is_own = e.href is not None and not e.href.startswith("http")
        return opener.format(h=e.href) if is_own else link(e, "เปิด" if e.href else "")

    return _one(entries, lambda e: f"<li>{e.code} {e.title} {opened(e)}</li>", "<ul>{}</ul>")


def based(entries: Sequence[Entry]) -> Files:
    files = entries_of(entries, "{c} {t}")
    text = files["index.html"].replace("<title>", '<base href="/"><title>')
    return {"oit/2568/index.html": text, "index.html": page('<a href="oit/2568/">OIT ปี 2568</a>', "หน้าแรก")}


def behind(entries: Sequence[Entry], door: str) -> Files:
    """The list behind a page that only leads there."""
    return {"list.html": entries_of(entries, "{c} {t}")["index.html"], "index.html": door}


def sub_pages(entries: Sequence[Entry]) -> Files:
    """A page for each sub-indicator, with few items each."""
    files: Files = {}
    links = ""
    for number, start in enumerate(range(0, len(entries), 4), 1):
        rows = "".join(f"<li>{link(e, f'{e.code} {e.title}')}</li>" for e in entries[start : start + 4])
        name = f"part{number}.html"
        files[name] = page(f"<h1>OIT 2568 ตัวชี้วัดย่อยที่ 9.{number}</h1><ul>{rows}</ul>")
        links += f'<li><a href="{name}">ตัวชี้วัดย่อยที่ 9.{number}</a></li>'
    return files | {"index.html": page(f"<h1>การประเมิน ITA ปี 2568</h1><ul>{links}</ul>", "ITA")}


def numbered_pages(entries: Sequence[Entry]) -> Files:
    """Ten items a page, with the numbers of the pages below."""
    parts = [entries[start : start + 10] for start in range(0, len(entries), 10)]
    names = ["index.html", *(f"page{number}.html" for number in range(2, len(parts) + 1))]
    pager = "".join(f'<a href="{name}">{number}</a> ' for number, name in enumerate(names, 1))
    return {name: page(HEADING + _items(part) + f"<p>{pager}</p>") for name, part in zip(names, parts, strict=True)}


def _fold(opener: str) -> Layout:
    return partial(fold, opener=opener)


LAYOUTS: Mapping[str, Layout] = {
    "table": table,
    "table, zero for O": partial(table, code="0{}"),
    "table, the code last": table_code_last,
    "table, numbers and owners": table_with_owner,
    "table within a table": table_of_layout,
    "table of a municipality": table_of_municipality,
    "entries": partial(entries_of, words="{c} {t}"),
    "entries, the code behind": partial(entries_of, words="{t} ({c})"),
    "entries, zero for O": partial(entries_of, words="0{n} {t}"),
    "entries, OIT 3": partial(entries_of, words="OIT {n} {t}"),
    "entries, OIT03": partial(entries_of, words="OIT{n:02} {t}"),
    "entries, O-3": partial(entries_of, words="O-{n} {t}"),
    "entries, numbers": partial(entries_of, words="{n}. {t}"),
    "entries, titles alone": partial(entries_of, words="{t}"),
    "entries, half with codes": half_coded,
    "entries, Thai digits": thai_digits,
    "headings": headings,
    "terms": terms,
    "groups with ranges": groups,
    "folds: details": details,
    "folds: #": _fold('<a href="#" data-toggle="collapse" data-target="#c{c}">{c} {t}</a>'),
    "folds: #id": _fold('<a href="#c{c}" data-bs-toggle="collapse">{c} {t}</a>'),
    "folds: #!": _fold('<a href="#!">{c} {t}</a>'),
    "folds: id that is not there": _fold('<a data-toggle="collapse" href="#z{c}">{c} {t}</a>'),
    "folds: UIkit": _fold('<a class="uk-accordion-title" href="#">{c} {t}</a>'),
    "folds: button": _fold("<button onclick=\"toggle('c{c}')\">{c} {t}</button>"),
    "folds: void": _fold('<a href="javascript:void(0)">{c} {t}</a>'),
    "tabs of years": tabs,
    "two years on a page": two_years,
    "buttons in a line": buttons_in_line,
    "lines": lines,
    "all in one line": in_one_line,
    "cards": cards,
    "cards, picture first": partial(cards, is_picture_first=True),
    "cards that are links": whole_cards,
    "pictures with alt": partial(pictures, words='><img src="i.png" alt="{c} {t}">'),
    "pictures with aria-label": partial(pictures, words=' aria-label="{c} {t}"><img src="i.png">'),
    "onclick": partial(clicked, opener="<button onclick=\"location.href='{h}'\">เปิด</button>"),
    "window.open": partial(clicked, opener="<a href=\"javascript:window.open('{h}')\">เปิด</a>"),
    "a function with the address": partial(clicked, opener="<a href=\"#\" onclick=\"openDoc('{h}'); return false\">เปิด</a>"),
    "data-href": partial(clicked, opener='<button data-href="{h}">เปิด</button>'),
    "data-downloadurl": partial(clicked, opener='<a href="#" data-downloadurl="{h}">Download</a>'),
    "links through Google": partial(clicked, opener='<a href="https://www.google.com/url?q=https%3A%2F%2Fwww.example.go.th{h}&sa=D">เปิด</a>'),
    "base href": based,
    "frames": partial(behind, door="<html><head><title>OIT</title></head><frameset><frame src=menu.html><frame src=list.html></frameset></html>"),
    "list in a frame": partial(behind, door=page("<h1>ITA</h1><iframe src=list.html></iframe>", "ITA")),
    "refresh": partial(behind, door='<html><head><meta http-equiv="refresh" content="0; url=list.html"></head><body></body></html>'),
    "sent on by a script": partial(behind, door="<html><body><script>window.location.replace('/list.html')</script></body></html>"),
    "behind the home page": partial(behind, door=page("<a href=list.html>OIT ปี 2568</a> <a href=x.html>ข่าว</a>", "หน้าแรก")),
    "a page a sub-indicator": sub_pages,
    "numbered pages": numbered_pages,
    **SYSTEMS,
    **AGENCIES,
}  # fmt: skip


# --- how an answer shows its file -------------------------------------------------------------------------

_FILE = "/files/{n}.pdf"
_IN_SCRIPT = _FILE.replace("/", "\\/")
VIEWERS: Mapping[str, str] = {
    "link": f'<a href="{_FILE}">ดาวน์โหลด</a>',
    "iframe": f'<iframe src="{_FILE}"></iframe>',
    "embed": f'<embed src="{_FILE}#toolbar=0">',
    "object": f'<object data="{_FILE}" type="application/pdf"></object>',
    "modal": f'<a href="#m" data-bs-toggle="modal">ดูเอกสาร</a><div id="m"><embed src="{_FILE}"></div>',
    "lazy iframe": f'<iframe src="about:blank" data-src="{_FILE}"></iframe>',
    "pdf.js": f'<iframe src="/pdfjs/web/viewer.html?file={quote(_FILE, safe="{}")}"></iframe>',
    "data-pdf": f'<div class="_3d-flip-book" data-pdf="{_FILE}"></div>',
    "button": f"<button onclick=\"window.open('{_FILE}')\">ดาวน์โหลด</button>",
    "link by a script": f"<a href=\"javascript:openPdf('{_FILE}')\">ดาวน์โหลด</a>",
    "Google viewer": f'<iframe src="https://docs.google.com/gview?url={HOST}{_FILE}&embedded=true"></iframe>',
    "Office viewer": f'<iframe src="https://view.officeapps.live.com/op/embed.aspx?src={HOST}{_FILE}"></iframe>',
    "FlowPaper": f'<iframe src="https://flowpaper.com/flipbook/?pdf={HOST}{_FILE}&title=1"></iframe>',
    "ViewerJS": f'<iframe src="/ViewerJS/#..{_FILE}"></iframe>',
    "PDFObject": f"<div id=v></div><script>PDFObject.embed('{_FILE}#page=1', '#v');</script>",
    "flip book by a script": f'<div class="_df_book"></div><script>var option_df_1 = {{{{"source": "{_IN_SCRIPT}"}}}};</script>',
    "flip book by an attribute": f'<div class="flip" data-flipbook-options="{{{{&quot;pdfUrl&quot;:&quot;{HOST}{_FILE}&quot;}}}}"></div>',
}
"""How pages show a file → its markup; ``{n}`` is the number of the item."""
