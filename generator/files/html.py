"""A page that somebody published: its text cut into blocks, its headings, links and anchors.

Bytes in, a :class:`ReadDocument` out. ``oit audit`` judges what this finds.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.files import elements
from generator.files.behaviour import (
    base_of,
    dialogs_of,
    file_of_script,
    file_shown,
    form_target,
    is_toggle,
    leads_on,
    link_of,
    menu_of,
    needs_scripts,
    tabs_of,
)
from generator.files.content import MAX_BLOCKS, MAX_HTML, MAX_TEXT, Anchor, Block, ReadDocument, walk_links
from generator.files.decoding import decode
from generator.files.elements import FLOW, GROUPS, HEADINGS, ITEM_CODE, NAMED, SKIPPED, OpenElement, OpenLink
from generator.files.places import place_of, placed

__all__ = ["ITEM_CODE", "Anchor", "Block", "ReadDocument", "read_page", "walk_links"]

_MAX_OPEN = 100
"""Links inside of each other; HTML allows none."""
_MAX_COUNTED = 300
"""Links of one block whose place in it is counted; no list of items has more in a line."""
_MAX_TABLES = 50
"""Tables and lists inside of each other of which rows are looked into."""
_MAX_WORDS = 20_000
"""Letters of a link from which its words are taken."""
_MAX_ELEMENTS = 300_000
"""Elements that are looked at, some seconds of work; a list of every item of ten years has a tenth of it."""
_MAX_WITHIN = 24
"""Elements around a block that it tells: more than a page builder puts around one thing of several."""


def read_page(body: bytes, content_type: str) -> ReadDocument:
    """What stands in a page.

    Args:
        content_type: what the server says of it.
    """
    source = decode(body[:MAX_HTML], content_type)
    text, is_shallow = placed(source)
    tree = LexborHTMLParser(text)
    root = tree.root
    title = tree.css_first("title")
    html = tree.css_first("html")
    reader = _PageReader(source, base_of(tree), tabs_of(tree), dialogs_of(tree))
    start = tree.body or root
    if start is not None:
        reader.read(start)
    blocks = reader.blocks
    if reader.has_main and not any(block.text for block in blocks if not block.is_aside):
        blocks = [replace(block, is_aside=False) for block in blocks]  # an empty <main>: the content stands beside it
    letters = sum(len(block.text) for block in blocks)
    return ReadDocument(
        "html",
        title=" ".join(title.text().split())[:500] if title else "",
        language=(html.attributes.get("lang") or "").lower() if html else "",
        blocks=tuple(blocks),
        ids=tuple(reader.ids),
        images=reader.images,
        has_form=reader.has_form,
        has_password=reader.has_password,
        is_whole=len(body) <= MAX_HTML and is_shallow and not reader.is_full,
        leads_on=reader.address(leads_on(tree, letters)),
        needs_scripts=not reader.has_frame and needs_scripts(tree, letters + 60 * (reader.images > 0)),
    )


class _PageReader:
    """Walks a page once, in order, and cuts it into blocks."""

    def __init__(self, source: str, base: str, tabs: Mapping[str, str], dialogs: Mapping[int, LexborNode]) -> None:
        self._base = base
        self._dialogs = dialogs
        self._tab_words = tabs
        self._tabs = [""]
        self._within: list[int] = []
        self._counted = 0
        self.has_frame = False
        self.blocks: list[Block] = []
        self.ids: list[str] = []
        self.images = 0
        self.has_form = self.has_password = self.has_main = self.is_full = False
        self._lines = [0, *(found.end() for found in re.finditer("\n", source))]
        self._texts: list[str] = []  # of the whole page, so that a link is a piece of it, however it is nested
        self._begin = 0  # of the block, in texts
        self._length = 0
        self._links: list[OpenLink] = []
        self._link_count = 0
        self._cells: list[tuple[list[str], int]] = []
        self._open: list[OpenLink] = []
        self._at = 0
        self._elements: list[OpenElement] = []
        self._tags = ["p"]  # of the open blocks, what a block in them is
        self._groups = [0]
        self._group_count = 0
        self._wholes = 0  # how many of the open elements are whole; so on
        self._aside = 0
        self._main = 0
        self._form = 0

    def read(self, start: LexborNode) -> None:
        self.has_main = start.css_first("main, [role=main]") is not None
        seen = 0
        elsewhere = {dialog.mem_id: opener for opener, dialog in self._dialogs.items()}  # read behind what opens them
        stack: list[LexborNode | None] = [start]  # None: the end of the element that was opened last
        while stack or elsewhere:
            # At the end, what is opened only from within itself or another one.
            node = stack.pop() if stack else self._dialogs[elsewhere.popitem()[1]]
            if node is None:
                self._leave()
                continue
            if node.mem_id in elsewhere:
                continue
            tag = node.tag or ""
            if tag == "-text":
                self._write(node.text(deep=False) or "")
                continue
            if tag.startswith(("-", "!", "_")) or tag in SKIPPED:
                if tag == "script" and (shown := file_of_script(node.text())):
                    self._frame(shown, node.attributes)
                continue
            seen += 1
            if seen > _MAX_ELEMENTS:
                self.is_full = True
                continue
            dialog = self._dialogs.get(node.mem_id)
            if dialog and elsewhere.pop(dialog.mem_id, None) is not None:
                stack.append(dialog)
            stack.append(None)
            attributes = node.attributes
            self._enter(node, tag, attributes)
            if not self._show(node, tag, attributes):
                continue
            children = []
            child = node.child
            while child is not None:
                children.append(child)
                child = child.next
            stack.extend(reversed(children))
        self._flush()

    # --- elements begin and end

    def _enter(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> None:
        """Open an element: the block, row, table or part of the page that it begins."""
        self._note_anchor(tag, attributes)
        element = self._element(node, tag, attributes)
        self._elements.append(element)
        if element.is_block:
            self._begin_block(tag, attributes)
        if element.is_tab:
            self._tabs.append(self._tab_words[attributes.get("id") or ""])
        if element.is_card:
            self._flush()  # what stands before a card is not of it
        if element.is_counted:
            self._counted += 1
            self._within.append(self._counted)
        self._wholes += element.is_whole
        if tag in ("td", "th") and self._wholes:
            self._cells.append(([], 0))
        if element.is_group:
            self._group_count += 1
            self._groups.append(self._group_count)
        self._aside += element.is_aside
        self._main += element.is_main
        self._form += element.is_form

    def _element(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> OpenElement:
        """What an element begins, by its tag and attributes, and by what it stands in."""
        is_main = tag == "main" or attributes.get("role") == "main"
        is_card = tag == "a" and elements.is_card(attributes)
        return OpenElement(
            is_block=tag in FLOW and not self._wholes,
            is_inner_block=tag in FLOW and self._wholes > 0,
            is_whole=tag in HEADINGS or (tag == "tr" and len(self._groups) < _MAX_TABLES and elements.is_one_row(node)),
            is_group=tag in GROUPS,
            is_aside=elements.is_aside(tag, attributes, is_in_main=self._main > 0),
            is_main=is_main,
            is_form=tag == "form" and attributes.get("role") != "search",
            is_tab=bool(self._tab_words) and (attributes.get("id") or "") in self._tab_words,
            is_card=is_card,
            is_counted=is_card or tag in FLOW,
        )

    def _note_anchor(self, tag: str, attributes: dict[str, str | None]) -> None:
        name = attributes.get("id") or (attributes.get("name") if tag == "a" else None)
        if name and len(self.ids) < MAX_BLOCKS:
            self.ids.append(name)

    def _begin_block(self, tag: str, attributes: dict[str, str | None]) -> None:
        self._flush()
        inherits = tag in ("div", "section") and self._tags[-1] in ("li", "dd", "td", "th")
        self._tags.append(tag if tag in NAMED or tag == "tr" else self._tags[-1] if inherits else "p")
        self._at = place_of(attributes)

    def _leave(self) -> None:
        """Close the element that was opened last."""
        element = self._elements.pop()
        self._wholes -= element.is_whole
        if element.is_link:
            self._end_link()
        if element.is_block:
            self._flush()
            self._tags.pop()
            self._at = 0
        elif element.is_inner_block:
            self._write(" ")
        if element.is_group:
            self._groups.pop()
        if element.is_tab:
            self._tabs.pop()
        if element.is_counted:
            self._within.pop()
        self._main -= element.is_main
        self._aside -= element.is_aside
        self._form -= element.is_form

    def _end_link(self) -> None:
        """End a link; what has no words is called what a screen reader calls it."""
        link = self._open[-1]
        if link.title and not "".join(self._texts[link.begins :]).strip():
            self._write(f" {link.title} ")
        self._open.pop().ends = len(self._texts)

    def address(self, href: str) -> str:
        """A link as it leads from the page: by the base that the page gives."""
        if not self._base or not href or href.startswith("#"):
            return href
        try:
            return urljoin(self._base, href)
        except ValueError:
            return href

    # --- what an element shows

    def _show(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> bool:
        """Note what an element shows by itself; false where what stands inside of it is not shown."""
        if tag == "br":
            self._break()
        elif tag in ("iframe", "frame", "embed", "object"):
            href = attributes.get("src") or attributes.get("data") or ""
            if not href or href.startswith(("about:", "data:")):
                href = attributes.get("data-src") or attributes.get("data-lazy-src") or file_shown(attributes)
            self._frame(href, attributes)
            return tag == "object"
        elif tag == "select":
            self._menu(node)
        elif (target := form_target(node) if tag == "form" else link_of(tag, attributes)) is not None:
            self._elements[-1].is_link = self._link(target, attributes, is_toggle=is_toggle(tag, attributes))
        elif shown := file_shown(attributes):
            self._frame(shown, attributes)
        elif tag == "img":
            self._picture(attributes)
        elif tag == "area":
            self._area(attributes)
        elif tag in ("input", "textarea"):
            self._field(tag, (attributes.get("type") or "text").lower())
        return tag not in ("textarea", "select")

    def _menu(self, select: LexborNode) -> None:
        """A menu to jump by, an entry a block."""
        for address, words in () if self._wholes else menu_of(select):
            self._flush()
            self._tags.append("li")
            if address and self._link(address, select.attributes):
                self._write(words)
                self._end_link()
            else:
                self._write(words)
            self._flush()
            self._tags.pop()

    def _frame(self, href: str, attributes: dict[str, str | None]) -> None:
        self.has_frame |= bool(href)
        if href and self._link(href, attributes, is_frame=True):
            self._open.pop().ends = len(self._texts)

    def _break(self) -> None:
        if self._wholes:
            self._write(" ")
        else:
            self._flush()

    def _field(self, tag: str, kind: str) -> None:
        self.has_password |= tag == "input" and kind == "password"
        is_filled_in = tag == "textarea" or kind in ("text", "email", "tel", "file")
        self.has_form |= self._form > 0 and self._is_content and is_filled_in

    @property
    def _is_content(self) -> bool:
        return self._aside == 0 and (self._main > 0 or not self.has_main)

    def _write(self, text: str) -> None:
        if not text or self._length > MAX_TEXT:
            self.is_full |= bool(text.strip())
            return
        self._texts.append(text)
        self._length += len(text)
        if self._cells:
            self._cells[-1][0].append(text)

    def _link(
        self, href: str, attributes: dict[str, str | None], *, is_frame: bool = False, is_toggle: bool = False
    ) -> bool:
        """Begin a link; false where there are too many already."""
        if self._link_count >= MAX_BLOCKS or len(self._open) >= _MAX_OPEN:
            self.is_full = True
            return False
        title = elements.name_of(attributes)
        language = (attributes.get("hreflang") or attributes.get("lang") or "").lower()
        at, begins = place_of(attributes), len(self._texts)
        link = OpenLink(self.address(href.strip()), at, title, language, begins, is_frame=is_frame, is_toggle=is_toggle)
        link.within = self._around()
        self._link_count += 1
        self._links.append(link)
        self._open.append(link)
        if self._cells:
            self._cells[-1] = (self._cells[-1][0], self._cells[-1][1] + 1)
        return True

    def _picture(self, attributes: dict[str, str | None]) -> None:
        source = attributes.get("src") or attributes.get("data-src") or ""
        is_sign = re.search("logo|icon|favicon|banner|btn|button|bullet|new\\.gif", source, re.I)
        self.images += self._is_content and not is_sign
        if self._open and (words := attributes.get("alt") or attributes.get("title")):
            self._write(f" {words} ")

    def _area(self, attributes: dict[str, str | None]) -> None:
        """A part of a picture that leads nowhere, which says what it is all the same; a block of its own."""
        self._break()
        self._write(elements.name_of(attributes))
        self._break()

    def _flush(self) -> None:
        """End a block; a link that is still open, such as a card, goes on in the next."""
        text = " ".join("".join(self._texts[self._begin :]).split())
        links = [link for link in self._links if link.ends >= 0]
        if (text or links) and len(self.blocks) < MAX_BLOCKS:
            line, column = self._place(self._at or (links[0].at if links else 0))
            within = self._around() if text or not links else links[0].within
            self.blocks.append(
                Block(
                    self._tags[-1],
                    text,
                    line,
                    column,
                    tuple(self._done(link, is_counted=len(links) <= _MAX_COUNTED) for link in links),
                    tuple((" ".join("".join(words).split()), count) for words, count in self._cells),
                    self._groups[-1],
                    not self._is_content,
                    self._tabs[-1],
                    within,
                )
            )
        elif text:
            self.is_full = True
        if self._open:
            self._texts.append(" ")
        self._begin = len(self._texts)
        self._cells = []
        self._links = list(self._open)

    def _around(self) -> tuple[int, ...]:
        return tuple(reversed(self._within[-_MAX_WITHIN:]))

    def _done(self, link: OpenLink, *, is_counted: bool) -> Anchor:
        line, column = self._place(link.at)
        text = " ".join("".join(self._texts[link.begins : link.ends])[:_MAX_WORDS].split())
        title = link.title[:1000]
        at = self._letters_before(link) if is_counted else -1
        return Anchor(link.href, text[:1000], line, column, title, link.language, link.is_frame, link.is_toggle, at)

    def _letters_before(self, link: OpenLink) -> int:
        """Letters of the block before a link, as its text has them: spaces taken together."""
        before = "".join(self._texts[self._begin : link.begins])
        return len(" ".join(before.split())) + (before[-1:].isspace() and not before.isspace())

    def _place(self, at: int) -> tuple[int, int]:
        if not at:
            return 0, 0
        line = bisect.bisect_right(self._lines, at)
        return line, at - self._lines[line - 1] + 1
