"""A page: front matter and a body of Markdown headings and HTML blocks, made from a template.

Nothing that came from data ever reaches the Markdown parser as Markdown: texts are escaped into HTML
blocks, and in headings every mark that Markdown could read is written as a character reference.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import count
from pathlib import Path
from types import BuiltinMethodType, FunctionType, MethodType
from typing import Any, Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context, Macro
from jinja2.utils import internalcode
from markupsafe import Markup, escape

from generator import blocks, families, languages
from generator.cache.templates import CompiledTemplates
from generator.pages import charts, draft
from generator.pages.charts.drawing import draw
from generator.pages.voice import Voice, is_thai
from generator.site import addresses
from generator.site.spending import has_spending
from generator.writing.compounds import compound

_HEADING = "\x02"
"""Marks a line as a heading; no data can contain it, YAML refuses the character."""


Menu = Literal["topics", "about"]
"""The parts of the side menu in which a page can stand."""


@dataclass(frozen=True)
class Page:
    """One page of one language.

    Attributes:
        path: of the Markdown file below the language's root, as ``2567/o34/index.md``: a file stands where its page
            does, so that a relative link means the same to every engine.
        title: what browsers, search and navigation call it.
        body: Markdown headings and HTML blocks.
        meta: front matter beside the title.
        menu: the part of the side menu that it stands in, if any.
        says: what it says in a sentence (:mod:`generator.pages.headline`): its description, its text when it is shared, and
            what a search shows below it.
    """

    path: str
    title: str
    body: str
    meta: Mapping[str, Any] = field(default_factory=dict)
    menu: Menu | None = None
    says: str = ""

    @property
    def url(self) -> str:
        """Address below the language's root: ``2567/o34/``; the home page is the empty text."""
        return addresses.of_page_file(self.path)

    @property
    def text(self) -> str:
        """The file's content; the front matter is JSON, which is YAML too and needs no quoting rules.

        Its texts are HTML, because the templates of a site engine put them into pages as they are.
        """
        texts = {"title": self.title, **self.meta}
        if self.says:
            texts["description"] = self.says
        if _LANG_TH in self.body and (thai := _IN_THAI.findall(self.body)):
            texts["thai"] = thai  # the contents list of the page says so too
        meta = {key: str(escape(value)) if isinstance(value, str) else value for key, value in texts.items()}
        return f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n\n{self.body}"


@dataclass(frozen=True)
class Planned:
    """A page that a site has, before it is made.

    Attributes:
        address: below the language's root.
        make: the page. What it is made of follows from the address and from what it reads of the site.
    """

    address: str
    make: Callable[[], Page]


_LANG_TH = " lang=th }"
_IN_THAI = re.compile(rf"^#.* \{{: (#\S+){_LANG_TH}$", re.MULTILINE)


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def heading(level: int, text: str, id: str, page_language: str = "th", before: str = "") -> Markup:
    """A Markdown heading with an explicit ASCII anchor, whatever the text contains.

    Args:
        before: HTML in front of the text, on one line.
    """
    safe = re.sub(
        r"[^\w\s]", lambda found: found[0] if ord(found[0]) > 127 else _reference(found), " ".join(text.split())
    )
    safe = compound().sub(r'<span class="oit-kept">\g<0></span>', safe.replace("_", "&#95;"))
    id = re.sub(r"[^A-Za-z0-9_-]", "-", id)
    language = " lang=th" if page_language != "th" and is_thai(text) else ""
    return Markup(f"\n{_HEADING}{'#' * level} {f'{before.strip()} ' if before else ''}{safe} {{: #{id}{language} }}\n")


def as_code(text: str) -> Markup:
    """Text whose ends of lines are character references, because a template's lines are stripped."""
    return Markup(str(escape(text.rstrip("\n"))).replace("\n", "&#10;"))


_CELL = re.compile(r"<(tr|td|th)\b([^>]*)>")
_FIGURE = re.compile(r'<td class="oit-figure"[^>]*>([^<]*)')
_BLANK = re.compile(r"(<td\b[^>]*>)(?:\s|<(?:span|small|p|ul|br)\b[^>]*>|</(?:span|small|p|ul)>)*(</td>)")
"""A cell that says nothing, whatever marks are in it: on a phone its label would stand alone."""
_DASH = re.compile(r"(<td\b[^>]*)>\s*–\s*</td>")
"""A cell that says in a table that there is nothing: on a phone the card leaves it out."""
_SPAN = re.compile(r"\b(?:col|row)span=")
_PHONE = 40
"""About how many letters stand side by side in a table on a phone; a column of text wants at least a third of them."""


def labelled(rows: Markup, columns: Sequence[Any]) -> Markup | None:
    """The rows of a table, each cell naming its column, so that a narrow screen can show each row as a card.

    None where the table fits on a phone as it is, or where cells span columns or rows, which no card could show.
    """
    figures = [one for one in columns if isinstance(one, Mapping) and one["class"] == "oit-figure"]
    widest = max((len(found) for found in _FIGURE.findall(rows)), default=0)
    width = (len(columns) - len(figures)) * _PHONE // 3 + len(figures) * (widest + 2)
    if len(columns) < 4 or width <= _PHONE or _SPAN.search(rows):
        return None
    texts = [column["text"] if isinstance(column, Mapping) else column for column in columns]
    titles = [text.striptags() if isinstance(text, Markup) else text for text in texts]
    number = count()

    def named(found: re.Match[str]) -> str:
        nonlocal number
        name, rest = found.groups()
        if name == "tr":
            number = count()
            return found[0]
        title = titles[min(next(number), len(titles) - 1)]
        return found[0] if name == "th" else f'<td data-label="{escape(title)}"{rest}>'

    said = _DASH.sub(r"\1 data-nothing>–</td>", _BLANK.sub(r"\1\2", str(rows)))
    return Markup(_CELL.sub(named, said))


def tidy(rendered: str) -> str:
    """What a template gave → headings, and each run of HTML between them as one block without blank lines."""
    parts: list[str] = []
    block: list[str] = []

    def close() -> None:
        if block:
            parts.append('<div class="oit-block">\n' + "\n".join(block) + "\n</div>")
            block.clear()

    for line in rendered.split("\n"):
        line = line.strip()
        if line.startswith(_HEADING):
            close()
            parts.append(line[1:])
        elif line:
            block.append(line)
    close()
    return "\n\n".join(parts) + "\n"


class _QuickContext(Context):
    """Calls what a template calls; Jinja's own asks five things first of whatever is called, half a million times a site."""

    @internalcode
    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        if type(called) is Macro:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return called(self.eval_ctx, *args, **kwargs)
        if type(called) in _PLAIN and not hasattr(called, "jinja_pass_arg"):
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return called(*args, **kwargs)
        return super().call(called, *args, **kwargs)


_PLAIN = frozenset((FunctionType, MethodType, BuiltinMethodType, partial))
"""What is called as it is, unless it is marked to take Jinja's context."""


class _QuickEnvironment(Environment):
    """Looks a word up in a dict where it stands; Jinja's own first asks each dict for an attribute that it does not have."""

    context_class = _QuickContext

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj and attribute not in _OF_DICTS:
            return obj[attribute]
        return super().getattr(obj, attribute)


_OF_DICTS = frozenset(dir(dict))
"""What a template means as a method of a dict: ``items``, ``get``."""


@lru_cache
def _environment() -> Environment:
    env = _QuickEnvironment(
        loader=FileSystemLoader([Path(__file__).parent, families.FOLDER, Path(blocks.__file__).parent]),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        cache_size=-1,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
        bytecode_cache=CompiledTemplates("pages"),
    )
    return env


def relative(target: str, base: str) -> str:
    """A link from the page at address ``base`` to ``target``, both below one language's root.

    ``("2567/o34/#m-1", "measures/")`` → ``../2567/o34/#m-1``.
    """
    if not base:
        return target or "./"
    where, hash_, anchor = target.partition("#")
    if where == base and hash_:
        return f"#{anchor}"
    return "../" * base.count("/") + where + hash_ + anchor


def render(
    template: str,
    voice: Voice,
    address: str,
    title: str,
    meta: Mapping[str, Any] | None = None,
    *,
    menu: Menu | None = None,
    says: str = "",
    **facts: Any,
) -> Page:
    """The page at an address from a template, which sees the site, the words, how values are written, and ``facts``."""
    path = addresses.page_file(address)
    said = _said_by(voice, address, path, title) | {"says": voice.sentence(says), "said": says} | facts
    body = _environment().get_template(template).render(said)
    if withdrawn := _withdrawn(voice, address, body):
        body += "\n" + withdrawn
    if voice.site.is_draft and (files := draft.files_behind(voice.site, address)):
        body += "\n" + files_note(files, voice.language)
    return Page(path, title, tidy(body), meta or {}, menu, says)


def fragment(template: str, facts: Mapping[str, object]) -> str:
    """HTML that is part of no page, from a template that sees only ``facts``."""
    return _environment().get_template(template).render(facts).strip()


def files_note(names: Sequence[str], language: str) -> str:
    """The line of a draft's page that names the files behind it."""
    said = languages.words(language)["draft"]["files"]
    return fragment("files_behind.jinja", {"said": said, "names": names})


def _said_by(voice: Voice, address: str, path: str, title: str) -> dict[str, Any]:
    """What every template of a page sees."""
    return {
        "site": voice.site,
        "voice": voice,
        "heading": partial(heading, page_language=voice.language),
        "counted": voice.counted,
        "none_reason": voice.none_reason,
        "size": voice.size,
        "language_name": voice.language_name,
        "item_title": voice.item_title,
        "words": voice.words,
        "labels": languages.labels(voice.language),
        "say": voice.say,
        "plain": voice.plain,
        "sentence": voice.sentence,
        "figure": voice.figure,
        "baht": voice.baht,
        "priced": voice.priced,
        "year": voice.year,
        "date": voice.date,
        "short_date": voice.short_date,
        "period": voice.period,
        "link": partial(relative, base=address),
        "at": addresses,
        "download_address": voice.download_address,
        "evidence_address": voice.evidence_address,
        "file_name": voice.file_name,
        "labelled": labelled,
        "chart_of": partial(charts.chart_of, voice),
        "drawn": partial(draw, language=voice.language),
        "has_spending": partial(has_spending, voice.site),
        "path": path,
        "title": title,
        "draft_lines": partial(draft.lines, voice),
    }


def _withdrawn(voice: Voice, address: str, body: str) -> str:
    """Why places of a page are no longer there, where old links to them lead."""
    given = [one for one in voice.site.agency.withdrawn if one.address.startswith(f"{address}#")]
    if not given:
        return ""
    published = [one.removeprefix(addresses.root(voice.language)) for one in voice.site.published]
    reasons = []
    for one in given:
        below = {place for place in published if addresses.is_below(place, one.address)}
        anchors = sorted(place.partition("#")[2] for place in (below | {one.address}))
        reasons.append((one, [anchor for anchor in anchors if not _has_anchor(body, anchor)]))
    said = {"reasons": reasons, "words": voice.words, "say": voice.say, "date": voice.date}
    return fragment("withdrawn_places.jinja", said)


def _has_anchor(body: str, anchor: str) -> bool:
    return re.search(rf'(?: id="|{{: #){re.escape(anchor)}["\s]', body) is not None
