"""What a PDF holds beside its pages: notes, fields, bookmarks, attachments, its XML metadata, and what it starts.

Everything is walked from the catalogue within bounds; a part that is damaged is left out and said (``is_whole``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from generator.files.content import Active, Inner
from generator.files.hidden import MAX_INNER, MAX_INNER_FILES, Hidden

if TYPE_CHECKING:
    from pypdf import PdfReader

_MAX_OBJECTS = 20_000
"""Notes, fields, bookmarks and names that are walked."""
_MAX_XML = 2_000_000
_WORDS = ("/Contents", "/RC", "/V", "/DV", "/TU", "/T", "/Title", "/Subj", "/UF", "/F", "/URI", "/Alt")
"""Keys under which a note, a field, a bookmark or an action holds words."""
_STARTS: dict[str, Active] = {
    "/JavaScript": "script",
    "/Launch": "launch",
    "/ImportData": "launch",
    "/Rendition": "script",
}
_ATTACHES = frozenset(("/FileAttachment", "/RichMedia", "/3D", "/Movie", "/Sound"))
_TAGS = re.compile(r"<[^<>]*>")


def find(reader: PdfReader, has_time: Callable[[], bool]) -> Hidden:
    """Everything beside the pages."""
    walk = _Walk(has_time)
    walk.part("outline", lambda root: walk.chain(root.get("/Outlines"), "outline"), reader)
    walk.part("names", lambda root: walk.names(root.get("/Names")), reader)
    walk.part("form", lambda root: walk.form(root.get("/AcroForm")), reader)
    walk.part("actions", lambda root: walk.actions(root, "catalog"), reader)
    walk.part("xmp", lambda root: walk.xml(root.get("/Metadata")), reader)
    walk.pages(reader)
    lines = tuple((where, text) for where, text in walk.lines if text.strip())
    return Hidden(lines, tuple(dict.fromkeys(walk.active)), tuple(walk.inner), walk.is_whole)


class _Walk:
    """What was found on the way so far."""

    def __init__(self, has_time: Callable[[], bool]) -> None:
        self.lines: list[tuple[str, str]] = []
        self.active: list[Active] = []
        self.inner: list[Inner] = []
        self.is_whole = True
        self._has_time = has_time
        self._left = _MAX_OBJECTS

    def part(self, name: str, walk: Callable[[Any], None], reader: PdfReader) -> None:
        """One part from the catalogue; what is damaged in it is no fault of the others."""
        try:
            walk(reader.trailer["/Root"].get_object())
        except Exception:  # a damaged part fails in any way there is
            self.is_whole = False

    def pages(self, reader: PdfReader) -> None:
        """Notes, links and actions of each page."""
        for number, page in enumerate(reader.pages, 1):
            if not self._may_go_on():
                return
            try:
                self.actions(page, str(number))
                for note in _get(page, "/Annots") or ():
                    self._holder(note.get_object(), str(number))
            except Exception:  # as above
                self.is_whole = False

    def chain(self, first: Any, where: str) -> None:
        """Bookmarks: each has the next one and the first one below."""
        waiting = [first]
        while waiting and self._may_go_on():
            one = waiting.pop()
            if one is None:
                continue
            one = one.get_object()
            self._holder(one, where)
            waiting += [one.get("/Next"), one.get("/First")]

    def form(self, form: Any) -> None:
        """Every field, with what stands in it; one that is only signed is no form to fill in."""
        if form is None:
            return
        form = form.get_object()
        waiting = list(_get(form, "/Fields") or ())
        if form.get("/XFA") is not None:
            self.active.append("form")
            self.is_whole = False
        while waiting and self._may_go_on():
            field = waiting.pop().get_object()
            self._holder(field, "form")
            waiting += list(_get(field, "/Kids") or ())
            if field.get("/FT") in ("/Tx", "/Ch", "/Btn"):
                self.active.append("form")

    def names(self, names: Any) -> None:
        """Scripts and files that stand under a name."""
        if names is None:
            return
        names = names.get_object()
        if names.get("/JavaScript") is not None:
            self.active.append("script")
        for file in self._tree(names.get("/EmbeddedFiles")):
            self.active.append("attachment")
            self._file(file)

    def actions(self, holder: Any, where: str) -> None:
        """What is started when a holder is opened, closed or clicked."""
        for key in ("/OpenAction", "/A", "/AA"):
            self._action(_get(holder, key), where, 0)

    def xml(self, stream: Any) -> None:
        if stream is not None:
            raw = stream.get_object().get_data()
            self.is_whole &= len(raw) <= _MAX_XML
            text = raw[:_MAX_XML].decode("utf-8", "replace")
            self.lines += (("XMP", line) for line in _TAGS.sub("\n", text).splitlines())
            self.lines += (("XMP", value) for value in re.findall(r'="([^"<>]{9,})"', text))

    def _action(self, action: Any, where: str, depth: int) -> None:
        if not hasattr(action, "get") or depth > 4:
            return  # a place to go to
        kind = str(action.get("/S", ""))
        if kind in _STARTS or action.get("/JS") is not None:
            self.active.append(_STARTS.get(kind, "script"))
        if isinstance(uri := action.get("/URI"), str):
            self.lines.append((where, uri))
        for value in list(action.values())[:50]:
            self._action(value.get_object(), where, depth + 1)

    def _holder(self, holder: Any, where: str) -> None:
        """A note, a field or a bookmark."""
        for key in _WORDS:
            value = _get(holder, key)
            if isinstance(value, (str, bytes)):
                self.lines.append((where, _TAGS.sub("", value if isinstance(value, str) else value.decode("latin-1"))))
        if holder.get("/Subtype") in _ATTACHES:
            self.active.append("attachment")
            self._file(_get(holder, "/FS"))
        self.actions(holder, where)

    def _file(self, file: Any) -> None:
        """A file inside, whose name is a word, too."""
        if not hasattr(file, "get"):
            return
        name = str(file.get("/UF") or file.get("/F") or "")
        self.lines.append(("attachment", name))
        stream = _get(_get(file, "/EF") or {}, "/F")
        if stream is None:
            return
        body = stream.get_data()
        if len(self.inner) >= MAX_INNER_FILES or sum(len(one.body) for one in self.inner) + len(body) > MAX_INNER:
            self.is_whole = False
        else:
            self.inner.append(Inner(name, body))

    def _tree(self, root: Any) -> Iterator[Any]:
        """The values of a tree of names."""
        waiting = [root] if root is not None else []
        while waiting and self._may_go_on():
            node = waiting.pop().get_object()
            for value in list(_get(node, "/Names") or ())[1::2]:
                yield value.get_object()
            waiting += list(_get(node, "/Kids") or ())

    def _may_go_on(self) -> bool:
        self._left -= 1
        goes_on = self._left > 0 and self._has_time()
        self.is_whole &= goes_on
        return goes_on


def _get(holder: Any, key: str) -> Any:
    """The value of a key, what it refers to resolved; None where there is none."""
    value = holder.get(key)
    return value.get_object() if hasattr(value, "get_object") else value
