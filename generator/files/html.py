"""What stands in a page or file that somebody published: its text, headings and links, and whether it can be read.

Bytes in, a :class:`Document` out; nothing is opened here. A document comes from anywhere, so every kind is read
within bounds, and what cannot be read is said, not raised. ``oit audit`` judges what this finds.
"""

from __future__ import annotations

import bisect
import io
import logging
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal
from xml.sax.saxutils import unescape

from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_TEXT = 300_000
"""Letters that are kept of one document."""
MAX_HTML = 5_000_000
MAX_BLOCKS = 20_000
MAX_PDF_PAGES = 150
MAX_UNPACKED = 60_000_000
MAX_CELLS = 3_000_000

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what a PDF lacks is said as a fault, not logged

Kind = Literal["html", "pdf", "xlsx", "xls", "docx", "pptx", "ods", "odt", "csv", "text", "image", "archive", "other"]


@dataclass(frozen=True)
class Anchor:
    """A link of a page: where it leads, the words on it, and where it stands in the source.

    Attributes:
        title: what its ``title`` or ``aria-label`` says beyond the words.
        language: what ``hreflang`` or ``lang`` says of its target.
        is_frame: whether the page shows the target inside of itself.
    """

    href: str
    text: str
    line: int = 0
    column: int = 0
    title: str = ""
    language: str = ""
    is_frame: bool = False


@dataclass(frozen=True)
class Block:
    """A heading, a row of a table, an entry of a list, a paragraph or a line.

    Attributes:
        cells: of a row: the text of each cell, and how many links it has.
        group: number of the table or list it stands in, 0 for none.
        is_aside: whether it is the page's frame (menu, header, footer), not its content.
    """

    tag: str
    text: str
    line: int = 0
    column: int = 0
    links: tuple[Anchor, ...] = ()
    cells: tuple[tuple[str, int], ...] = ()
    group: int = 0
    is_aside: bool = False

    @property
    def level(self) -> int:
        """Of a heading, 1 to 6; else 0."""
        return int(self.tag[1]) if re.fullmatch("h[1-6]", self.tag) else 0


@dataclass(frozen=True)
class Document:
    """What can be seen in one page or file.

    Attributes:
        kind: by its content, not by its name.
        text: of a file; a page has its text in ``blocks``.
        images: pictures in the content of a page, or pages of a PDF that have one.
        pages: of a PDF.
        is_locked: whether a password is needed.
        is_damaged: whether nobody can open it.
        is_whole: whether all of its text was read: false where there is too much of it, or no reader for its kind.
    """

    kind: Kind
    text: str = ""
    title: str = ""
    language: str = ""
    blocks: tuple[Block, ...] = ()
    ids: tuple[str, ...] = ()
    images: int = 0
    pages: int = 0
    has_form: bool = False
    has_password: bool = False
    is_locked: bool = False
    is_damaged: bool = False
    is_whole: bool = True

    def content(self) -> str:
        """All text that a reader came for, a line a block."""
        if self.kind != "html":
            return self.text
        return "\n".join(block.text for block in self.blocks if not block.is_aside)

    def everything(self) -> str:
        """All text, header and footer included."""
        return self.text if self.kind != "html" else "\n".join([self.title, *(block.text for block in self.blocks)])


_STARTS: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
)
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body|title|meta|div|table|p|h1|a)\b", re.I | re.S
)
_TEXTS = {".csv": "csv", ".txt": "text"}


def kind_of(body: bytes, name: str = "", content_type: str = "") -> Kind:
    """Of what kind something is: by its first bytes, then by what the server and the name say."""
    start = body[:4096].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in body[:1024]:
        return "pdf"
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "image"
    for first, kind in _STARTS:
        if start.startswith(first):
            return kind
    if start.startswith(b"PK\x03\x04"):
        return _packed_kind(body)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return "xls" if PurePosixPath(name.lower()).suffix == ".xls" else "other"
    suffix = PurePosixPath(name.lower()).suffix
    if _HTML.match(start) or "html" in content_type.lower():
        return "html"
    if suffix in _TEXTS or content_type.lower().startswith("text/"):
        return "csv" if suffix == ".csv" or "csv" in content_type.lower() else "text"
    if suffix in (".html", ".htm", ".php", ".asp", ".aspx", ".jsp"):
        return "html"
    return "other"


def _packed_kind(body: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            names = set(package.namelist())
            if "mimetype" in names:
                return "ods" if b"spreadsheet" in package.open("mimetype").read(200) else "odt"
    except Exception:  # a damaged package fails in any way there is
        return "archive"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if any(name.startswith("word/") for name in names):
        return "docx"
    return "pptx" if any(name.startswith("ppt/") for name in names) else "archive"


def read(body: bytes, name: str = "", content_type: str = "", has_time: Callable[[], bool] = lambda: True) -> Document:
    """What stands in a page or file.

    Args:
        name: of the file, or the path of its address.
        content_type: what the server says of it.
        has_time: asked between the pages of a long PDF; the rest is left unread where it says no.
    """
    kind = kind_of(body, name, content_type)
    if not body.strip():
        return Document(kind)
    readers: dict[str, Callable[[], Document]] = {
        "html": lambda: _page(body, content_type),
        "pdf": lambda: _pdf(body, has_time),
        "xlsx": lambda: _workbook(body, "xlsx"),
        "xls": lambda: _workbook(body, "xls"),
        "docx": lambda: _packed(body, "docx", r"word/(?:document|header\d*|footer\d*)\.xml"),
        "pptx": lambda: _packed(body, "pptx", r"ppt/slides/slide\d+\.xml"),
        "ods": lambda: _packed(body, "ods", r"content\.xml"),
        "odt": lambda: _packed(body, "odt", r"content\.xml"),
        "csv": lambda: _text(body, "csv", content_type),
        "text": lambda: _text(body, "text", content_type),
        "image": lambda: Document("image", images=1, is_whole=False),
        "archive": lambda: _archive(body),
        "other": lambda: Document("other", is_whole=False, is_locked=_is_locked_office(body)),
    }
    return readers[kind]()


# --- text ---------------------------------------------------------------------------------------------

_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_THAI_CHARSETS = {"tis620", "windows874", "cp874", "xwindows874", "iso885911", "iso8859111", "ansi874", "ms874"}

_ONLY_PYTHONS = {"undefined", "idna", "punycode", "utf7"}
"""Encodings that no browser knows and Python has: they raise, lose text, or give halves of letters."""


def decode(body: bytes, content_type: str = "") -> str:
    """Text as it was meant, whatever the server and the page say: old Thai pages are TIS-620 and often do not say so."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", "replace")
    try:
        return body.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(body) - 4:  # a text that was cut off within a letter
            return body[: error.start].decode("utf-8")
    said = _CHARSET.search(content_type) or _CHARSET.search(body[:4096].decode("latin-1"))
    charset = said[1].lower().replace("-", "").replace("_", "") if said else ""
    if charset in ("utf8", "", "iso88591", "windows1252", "tis620") or charset in _THAI_CHARSETS:
        thai = body.decode("cp874", "replace")
        # Thai in TIS-620 has no letter that it does not know; broken UTF-8 has many.
        return body.decode("utf-8", "replace") if charset == "utf8" and thai.count("�") > len(body) // 50 else thai
    if charset in _ONLY_PYTHONS:
        charset = "cp874"
    try:
        return body.decode(charset, "replace")
    except LookupError:
        return body.decode("cp874", "replace")


_PRIVATE = str.maketrans(
    dict(
        zip(
            map(chr, range(0xF700, 0xF71B)),
            "ฐ\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4cญ"
            "\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
            strict=True,
        )
    )
)
"""Raised and lowered Thai vowels and tones, which old fonts keep in the private area."""


def _text(body: bytes, kind: Kind, content_type: str) -> Document:
    text = decode(body, content_type)
    return Document(kind, text[:MAX_TEXT], is_whole=len(text) <= MAX_TEXT)


# --- files --------------------------------------------------------------------------------------------


def _pdf(body: bytes, has_time: Callable[[], bool]) -> Document:
    from pypdf import PdfReader  # not at the top: most commands meet no PDF, and it is slow to load
    from pypdf.errors import DependencyError

    try:
        reader = PdfReader(io.BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            return Document("pdf", is_locked=True, is_whole=False)
        count = len(reader.pages)
    except DependencyError:  # locked in a way that needs a library more
        return Document("pdf", is_locked=True, is_whole=False)
    except Exception:  # a damaged PDF fails in the reader in any way there is
        return Document("pdf", is_damaged=True, is_whole=False)
    parts: list[str] = []
    length = images = 0
    is_whole = count <= MAX_PDF_PAGES
    for number in range(min(count, MAX_PDF_PAGES)):
        if length > MAX_TEXT or not has_time():
            is_whole = False
            break
        try:
            page = reader.pages[number]
            images += number < 20 and _has_image(page)
            parts.append((page.extract_text() or "").translate(_PRIVATE))
            length += len(parts[-1])
        except Exception:  # one page that cannot be read; the others may
            is_whole = False
    return Document("pdf", "\n".join(parts)[:MAX_TEXT], images=images, pages=count, is_whole=is_whole)


def _has_image(page: object) -> bool:
    try:
        drawn = page["/Resources"]["/XObject"]  # type: ignore[index]
        return any(drawn[name]["/Subtype"] == "/Image" for name in drawn)
    except Exception:  # no resources, or damaged ones
        return False


_CELL_PLACE = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Z]{1,3})(\d{1,7})")


def _workbook(body: bytes, kind: Kind) -> Document:
    if kind == "xls" and _is_locked_office(body):
        return Document(kind, is_locked=True, is_whole=False)
    if kind == "xlsx" and not _is_small_workbook(body):
        return Document(kind, is_whole=False)
    lines: list[str] = []
    length = 0
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(body))
        for name in book.sheet_names:
            lines.append(name)
            for row in book.get_sheet_by_name(name).iter_rows():
                line = " ".join(_cell(value) for value in row if value not in ("", None))
                if line:
                    lines.append(line)
                    length += len(line)
                if length > MAX_TEXT:
                    return Document(kind, "\n".join(lines)[:MAX_TEXT], is_whole=False)
    except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except BaseException:  # calamine fails in its own ways; a panic of Rust is not even an Exception
        return Document(kind, is_damaged=True, is_whole=False)
    # The names of sheets are no content: a workbook without rows is empty.
    return Document(kind, "\n".join(lines) if length else "")


def _cell(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _is_small_workbook(body: bytes) -> bool:
    """Whether calamine may open a workbook: one cell far away makes a sheet as large as it is far."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            if sum(part.file_size for part in package.infolist()) > MAX_UNPACKED:
                return False
            for part in package.infolist():
                if not part.filename.startswith("xl/worksheets/"):
                    continue
                columns: set[bytes] = set()
                last = 0
                for column, row in _CELL_PLACE.findall(package.open(part).read(MAX_UNPACKED)):
                    columns.add(column)
                    last = max(last, int(row))
                if last * max(map(_column, columns), default=0) > MAX_CELLS:
                    return False
    except Exception:  # damaged: the reader says so
        return True
    return True


def _column(name: bytes) -> int:
    number = 0
    for letter in name:
        number = number * 26 + letter - 64
    return number


def _packed(body: bytes, kind: Kind, parts: str) -> Document:
    """The text of an office document, which is XML in a package; read as text, so that nothing in it is run or fetched."""
    left = MAX_UNPACKED
    found: list[str] = []
    images = 0
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            for part in package.infolist():
                images += "/media/" in part.filename or part.filename.startswith("Pictures/")
                if re.fullmatch(parts, part.filename) and left > 0:
                    raw = package.open(part).read(left)
                    left -= len(raw)
                    found.append(raw.decode("utf-8", "replace"))
    except Exception:  # a damaged package fails in any way there is
        return Document(kind, is_damaged=True, is_whole=False)
    text = re.sub(r"</(?:w:p|w:tr|a:p|text:p|text:h|table:table-row)>", "\n", "\n".join(found))
    text = unescape(
        re.sub(r"<[^<>]*>", lambda tag: " " if tag[0].startswith(("</w:tc", "</table:table-cell")) else "", text)
    )
    text = "\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)
    return Document(kind, text[:MAX_TEXT], images=images, is_whole=left > 0 and len(text) <= MAX_TEXT)


def _archive(body: bytes) -> Document:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            names = "\n".join(package.namelist()[:1000])
            return Document("archive", names[:MAX_TEXT], is_whole=False)
    except Exception:  # another kind of archive, or a damaged one
        is_damaged = body.startswith(b"PK")
        return Document("archive", is_damaged=is_damaged, is_whole=False)


def _is_locked_office(body: bytes) -> bool:
    return "EncryptedPackage".encode("utf-16-le") in body


# --- pages --------------------------------------------------------------------------------------------

_SKIPPED = frozenset(("script", "style", "noscript", "template", "svg", "head", "select", "datalist", "math"))
_ASIDE_TAGS = frozenset(("nav", "footer", "aside"))
_ASIDE_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search"))
_ASIDE_NAMES = frozenset(
    ("footer", "navbar", "sidebar", "breadcrumb", "breadcrumbs", "topbar", "main-menu", "mainmenu", "menu", "offcanvas", "site-header", "site-footer")
)  # fmt: skip
_FLOW = frozenset(
    re.findall(
        r"\S+",
        "address article blockquote body button caption center dd details dialog div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main nav ol p "
        "pre section summary table tbody td tfoot th thead tr ul aside",
    )
)
_HEADINGS = frozenset(re.findall(r"\S+", "h1 h2 h3 h4 h5 h6"))
_NAMED = frozenset(re.findall(r"\S+", "h1 h2 h3 h4 h5 h6 li dt dd p td th caption summary button"))
_GROUPS = frozenset(("table", "ul", "ol", "dl"))
_PLACED = frozenset(
    re.findall(
        r"\S+",
        "a area tr li h1 h2 h3 h4 h5 h6 p div td th dt dd summary button iframe embed object caption "
        "section article span",
    )
)
_AT = "data-oit-at"
_TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])")
ITEM_CODE = re.compile(r"(?<![A-Za-z0-9ก-๙])[OoОо０](?:\s?[-.–]\s?|\s?)(\d{1,2})(?![\d.]\d|\d)")
"""An item's code as pages write it, in text whose digits are folded: ``O12``, ``o 12``, ``O-12``."""


def _placed(source: str) -> str:
    """The source with, in every tag that may be reported, where it stood; lexbor does not tell."""
    parts: list[str] = []
    done = at = 0
    while (at := source.find("<", at)) >= 0:
        if source.startswith("<!--", at):
            end = source.find("-->", at + 4)
            at = len(source) if end < 0 else end + 3
            continue
        found = _TAG_NAME.match(source, at)
        if not found:
            at += 1
            continue
        name = found[1].lower()
        at_end = found.end()
        if source[at + 1] != "/":
            if name in _CLOSES:
                close = _CLOSES[name].search(source, at_end)
                at = close.start() if close else len(source)
                continue
            if name in _PLACED:
                parts += (source[done:at_end], f" {_AT}={at}")
                done = at_end
        at = at_end
    return "".join([*parts, source[done:]])


_CLOSES = {name: re.compile(f"</{name}", re.I) for name in ("script", "style", "textarea", "title")}
"""Elements in which a tag is text, and how each ends."""


def _page(body: bytes, content_type: str) -> Document:
    source = decode(body[:MAX_HTML], content_type)
    tree = LexborHTMLParser(_placed(source))
    root = tree.root
    title = tree.css_first("title")
    html = tree.css_first("html")
    reader = _PageReader(source)
    start = tree.body or root
    if start is not None:
        reader.read(start)
    blocks = reader.blocks
    if reader.has_main and any(block.text for block in blocks if not block.is_aside):
        pass
    elif reader.has_main:  # an empty <main>: the content stands beside it
        blocks = [_without_aside(block) for block in blocks]
    return Document(
        "html",
        title=" ".join(title.text().split())[:500] if title else "",
        language=(html.attributes.get("lang") or "").lower() if html else "",
        blocks=tuple(blocks),
        ids=tuple(reader.ids),
        images=reader.images,
        has_form=reader.has_form,
        has_password=reader.has_password,
        is_whole=len(body) <= MAX_HTML and not reader.is_full,
    )


def _without_aside(block: Block) -> Block:
    return Block(block.tag, block.text, block.line, block.column, block.links, block.cells, block.group)


@dataclass(eq=False)
class _Open:
    """A link whose words are still being read."""

    href: str
    at: int
    title: str
    language: str
    words: list[str] = field(default_factory=list)
    is_frame: bool = False


class _PageReader:
    """Walks a page once, in order, and cuts it into blocks."""

    def __init__(self, source: str) -> None:
        self.blocks: list[Block] = []
        self.ids: list[str] = []
        self.images = 0
        self.has_form = self.has_password = self.has_main = self.is_full = False
        self._lines = [0, *(found.end() for found in re.finditer("\n", source))]
        self._words: list[str] = []
        self._links: list[_Open] = []
        self._cells: list[tuple[list[str], int]] = []
        self._open: list[_Open] = []
        self._at = 0
        self._tags = ["p"]  # of the open elements, what a block in them is
        self._length = 0
        self._groups = [0]
        self._group_count = 0
        self._whole: list[bool] = []  # of every open element: whether it is a row or heading, which nothing inside cuts
        self._wholes = 0
        self._aside = 0
        self._main = 0
        self._form = 0

    def read(self, start: LexborNode) -> None:
        self.has_main = start.css_first("main, [role=main]") is not None
        stack: list[tuple[LexborNode, bool]] = [(start, False)]
        while stack:
            node, is_leaving = stack.pop()
            tag = node.tag or ""
            if is_leaving:
                self._leave(node, tag)
                continue
            if tag == "-text":
                self._write(node.text(deep=False) or "")
                continue
            if tag.startswith(("-", "!", "_")) or tag in _SKIPPED:
                continue
            stack.append((node, True))
            if not self._enter(node, tag):
                continue
            children = []
            child = node.child
            while child is not None:
                children.append((child, False))
                child = child.next
            stack.extend(reversed(children))
        self._flush()

    def _enter(self, node: LexborNode, tag: str) -> bool:
        attributes = node.attributes
        if (name := attributes.get("id") or (attributes.get("name") if tag == "a" else None)) and len(
            self.ids
        ) < 20_000:
            self.ids.append(name)
        is_atomic = tag == "tr" and _is_one_row(node)
        if tag in _FLOW and not self._wholes:
            self._flush()
            inherits = tag in ("div", "section") and self._tags[-1] in ("li", "dd", "td", "th")
            self._tags.append(tag if tag in _NAMED or tag == "tr" else self._tags[-1] if inherits else "p")
            self._at = _at(attributes)
        is_whole = is_atomic or tag in _HEADINGS
        self._whole.append(is_whole)
        self._wholes += is_whole
        if tag in ("td", "th") and self._wholes:
            self._cells.append(([], 0))
        if tag in _GROUPS:
            self._group_count += 1
            self._groups.append(self._group_count)
        self._aside += _is_aside(tag, attributes, is_in_main=self._main > 0)
        is_main = tag == "main" or attributes.get("role") == "main"
        self._main += is_main
        self._form += tag == "form" and attributes.get("role") != "search"
        if tag == "br":
            if self._wholes:
                self._write(" ")
            else:
                self._flush()
        elif tag in ("a", "area") and "href" in attributes:
            self._link(attributes.get("href") or "", attributes)
        elif tag in ("iframe", "embed", "object"):
            if href := attributes.get("src") or attributes.get("data"):
                self._link(href, attributes, is_frame=True)
                self._open.pop()
            return tag == "object"
        elif tag == "img":
            self._picture(attributes)
        elif tag == "input":
            kind = (attributes.get("type") or "text").lower()
            self.has_password |= kind == "password"
            self.has_form |= self._form > 0 and self._is_content and kind in ("text", "email", "tel", "file")
        elif tag == "textarea":
            self.has_form |= self._form > 0 and self._is_content
        return tag not in ("textarea", "iframe")

    def _leave(self, node: LexborNode, tag: str) -> None:
        attributes = node.attributes
        self._wholes -= self._whole.pop()
        if tag in ("a", "area") and "href" in attributes and self._open:
            self._open.pop()
        if tag in _FLOW and not self._wholes:
            self._flush()
            self._tags.pop()
            self._at = 0
        elif tag in _FLOW:
            self._write(" ")
        if tag in _GROUPS:
            self._groups.pop()
        self._main -= tag == "main" or attributes.get("role") == "main"
        self._aside -= _is_aside(tag, attributes, is_in_main=self._main > 0)
        self._form -= tag == "form" and attributes.get("role") != "search"

    @property
    def _is_content(self) -> bool:
        return self._aside == 0 and (self._main > 0 or not self.has_main)

    def _write(self, text: str) -> None:
        if not text or self._length > MAX_TEXT:
            self.is_full |= bool(text.strip())
            return
        self._words.append(text)
        self._length += len(text)
        for link in self._open:
            link.words.append(text)
        if self._cells:
            self._cells[-1][0].append(text)

    def _link(self, href: str, attributes: dict[str, str | None], *, is_frame: bool = False) -> None:
        title = attributes.get("title") or attributes.get("aria-label") or ""
        language = (attributes.get("hreflang") or attributes.get("lang") or "").lower()
        link = _Open(href.strip(), _at(attributes), title, language, is_frame=is_frame)
        self._links.append(link)
        self._open.append(link)
        if self._cells:
            self._cells[-1] = (self._cells[-1][0], self._cells[-1][1] + 1)

    def _picture(self, attributes: dict[str, str | None]) -> None:
        source = attributes.get("src") or attributes.get("data-src") or ""
        is_sign = re.search("logo|icon|favicon|banner|btn|button|bullet|new\\.gif", source, re.I)
        self.images += self._is_content and not is_sign
        if self._open and attributes.get("alt"):
            self._write(f" {attributes['alt']} ")

    def _flush(self) -> None:
        text = " ".join("".join(self._words).split())
        links = [link for link in self._links if link not in self._open]
        if (text or links) and len(self.blocks) < MAX_BLOCKS:
            line, column = self._place(self._at or (links[0].at if links else 0))
            self.blocks.append(
                Block(
                    self._tags[-1],
                    text,
                    line,
                    column,
                    tuple(self._done(link) for link in links),
                    tuple((" ".join("".join(words).split()), count) for words, count in self._cells),
                    self._groups[-1],
                    not self._is_content,
                )
            )
        elif text:
            self.is_full = True
        for link in self._open:
            link.words.append(" ")
        self._words, self._cells = [], []
        self._links = [link for link in self._links if link in self._open]  # a card: its words go on in the next block

    def _done(self, link: _Open) -> Anchor:
        line, column = self._place(link.at)
        text = " ".join("".join(link.words).split())
        return Anchor(link.href, text[:1000], line, column, link.title[:1000], link.language, link.is_frame)

    def _place(self, at: int) -> tuple[int, int]:
        if not at:
            return 0, 0
        line = bisect.bisect_right(self._lines, at)
        return line, at - self._lines[line - 1] + 1


def _at(attributes: dict[str, str | None]) -> int:
    said = attributes.get(_AT) or ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 0


def _is_aside(tag: str, attributes: dict[str, str | None], *, is_in_main: bool) -> bool:
    if tag in ("html", "body", "main"):
        return False
    if tag in _ASIDE_TAGS or (tag == "header" and not is_in_main):
        return True
    if (attributes.get("role") or "") in _ASIDE_ROLES:
        return True
    names = {(attributes.get("id") or "").lower(), *(attributes.get("class") or "").lower().split()}
    return bool(names & _ASIDE_NAMES)


def _is_one_row(row: LexborNode) -> bool:
    """Whether a row is a row, not the layout of a page: nothing larger stands in it, and not two items."""
    if row.css_first("table, h1, h2, h3") is not None:
        return False
    return len(set(ITEM_CODE.findall(row.text(separator=" ")[:5000]))) <= 1


def walk_links(document: Document, *, aside: bool = False) -> Iterator[tuple[Block, Anchor]]:
    """Every link of a page's content, with the block it stands in."""
    for block in document.blocks:
        if aside or not block.is_aside:
            for link in block.links:
                yield block, link
