"""The faults that are planted into a list, each with the code that has to be said of its item."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from tests.audit_sites import page
from tests.layouts.layouts import Entry

NONE_STATED = " ไม่มีการรับทรัพย์สินหรือประโยชน์อื่นใดในปีงบประมาณ พ.ศ. 2568"


@dataclass(frozen=True)
class Planted:
    """One entry with a fault: the entry, or None where it is left out, and the page that answers it."""

    entry: Entry | None
    answer: str | None = None


@dataclass(frozen=True)
class Fault:
    """A kind of fault.

    Attributes:
        code: what has to be said, without ``audit-``; empty where nothing may be said.
        without: beginnings of the names of layouts in which it cannot be written.
    """

    code: str
    plant: Callable[[Entry], Planted]
    without: tuple[str, ...] = ()


def _href(href: str | None) -> Callable[[Entry], Planted]:
    return lambda entry: Planted(replace(entry, href=href))


def _answer(body: str) -> Callable[[Entry], Planted]:
    return lambda entry: Planted(entry, page(body.format(t=entry.title), "เอกสาร"))


_CLICKED = ("onclick", "window.open", "a function", "data-href", "data-downloadurl", "links through", "base href")
FAULTS: Mapping[str, Fault] = {
    "nothing is wrong": Fault("", lambda entry: Planted(entry)),
    "none in the year, stated without a link": Fault("", lambda entry: Planted(replace(entry, href=None, says=NONE_STATED))),
    "the item is left out": Fault("item-not-listed", lambda _: Planted(None)),
    "no link": Fault("item-without-link", _href(None), ("entries, titles", "entries, half", "table of a m", "folds: #!", "folds: void", "folds: UIkit x")),
    "a link to a page that is gone": Fault("broken-link", _href("/gone.html")),
    "a link to nothing": Fault("link-nowhere", _href("#"), (*_CLICKED, "table of a m")),
    "a link to the home page": Fault("link-nowhere", _href("/"), ("table of a m",)),
    "a link to a machine for tests": Fault("staging-link", _href("http://192.168.1.5/a.pdf")),
    "a link to a cloud drive": Fault("cloud-drive", _href("https://drive.google.com/file/d/1/view")),
    "a short link": Fault("short-link", _href("https://bit.ly/abc")),
    "an empty page": Fault("empty", _answer("")),
    "a page that is not ready": Fault("placeholder", _answer("<h1>{t}</h1><p>อยู่ระหว่างจัดทำ</p>")),
    "a page that asks for a password": Fault("asks-login", _answer("<h1>เข้าสู่ระบบ</h1><form><input type=password></form>")),
    "a page that says it is not there": Fault("broken-link", _answer("<h1>ไม่พบหน้า</h1>")),
    "a firewall's page": Fault("refused", _answer("<h1>Request Rejected</h1>")),
    "a page that waits for scripts": Fault("needs-scripts", _answer("<div id=root></div><script src=a.js></script>")),
    "a picture alone": Fault("image-only", _answer("<h1>{t}</h1><img src=p.jpg>")),
}  # fmt: skip
