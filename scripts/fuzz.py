"""Odd inputs in bulk through every reader of other people's bytes: no traceback, no end of the process, nothing over ten seconds.

``PYTHONPATH=. python scripts/fuzz.py --minutes 60 --seed 1 --out FOLDER`` runs until its time is over, prints how many
inputs of each kind were tried, and leaves each that failed in that folder with what was said. The same seed and number
give the same input: ``--only 1234`` tries that one again. One process works; the other one waits, so that what kills the
first (an abort of a library, memory without end) is told and the rest goes on.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import io
import mmap
import os
import random
import resource
import shutil
import signal
import struct
import sys
import tempfile
import time
import traceback
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from generator import languages
from generator.audit import robots
from generator.audit.addresses import FOLDER_ROOT
from generator.audit.beginnings import beginnings
from generator.audit.fetch import run
from generator.audit.import_plan import Places, steps
from generator.audit.import_text import list_steps
from generator.audit.report import audit_summary, report_of
from generator.audit.task import Fetched, Task
from generator.checks import check
from generator.diagnostics import as_text, sort
from generator.files.cleaning import cleaned
from generator.files.content import Reach
from generator.files.kinds import Kind
from generator.files.reading import kind_of, read, read_content
from generator.officers import start
from generator.site.loader import Loader
from generator.writing import dates, persons
from tests import documents
from tests.conftest import ROOT
from tests.layouts import layouts, measure

LIMIT = 10
"""Seconds of the processor that one input may take; ten times as many by the clock, on a machine that does other things too."""
MEMORY = 1 << 30
"""Bytes of the process, libraries included."""
AGENCY = "name: ตัวอย่าง\nshort_name: ตย.\n"
Bytes = Sequence[bytes]


class _TooLong(BaseException):
    """One input took longer than :data:`LIMIT`."""


# --- inputs -------------------------------------------------------------------------------------------

ODD = [
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b"\t", b"<", b">", b"</", b"<!--", b"]]>", b"&#x110000;", b"&#0;"),
    *(b"<table><tr><td colspan=99999999 rowspan=-1>", b"<base href='http://[::1'>", b"<a href='//['>", b"<svg><script>"),
    *(b"<meta charset=idna>", b"<frameset><frame src=x>", b"<td " + b"a" * 300, b"<div>" * 200, b"<details><summary>"),
    *(b"9" * 400, b"9" * 4301, b"-1", b"1e999", b"NaN", b"\xe0\xb9\x99" * 30, b"\xe0\xb8\xb3", b"\xcc\x81" * 50, b"\xe2\x80\x8b"),
    *("ปีงบประมาณ พ.ศ. ๒๕๖๘".encode(), "O๑๒ แผน".encode(), "ไตรมาส 4".encode(), "31 ก.พ. 2566".encode(), b"O" * 90, b"2568" * 40),
    *(b"{", b"}", b"[", b"]", b": ", b"- ", b"&a ", b"*a", b"<<: *a", b"? ", b"!!binary x", b"'", b'"', b"|", b"%YAML 9", b"---\n"),
    *(b"=1+1", b",", b";", b'","', b"PK\x03\x04", b"%PDF-1.7", b"endobj", b"stream\n", b"xref", b"/Kids [1 0 R]", b"/Count 99999999"),
    *(b"User-agent: *\n", b"Disallow: //[\n", b"Crawl-delay: 1e999\n", "Crawl-delay: ²\n".encode(), b"081-234-5678", b"0" * 13),
    *(b"data:text/html,", b"javascript:", b"mailto:", b"http://[::1/", b"https://xn--/", b"%00%ff", b"../" * 30, b"#", b"?url=http://["),
]  # fmt: skip
"""What is put into inputs: marks of every format, numbers without end, letters that nobody sees."""


def mutated(rng: random.Random, seed: bytes, others: Bytes) -> bytes:
    """An input with one to six changes: bytes, pieces that go, come twice, or come from elsewhere."""
    raw = bytearray(seed)
    for _ in range(rng.choice((1, 1, 2, 3, 6))):
        at = rng.randrange(len(raw) + 1)
        end = min(len(raw), at + rng.choice((1, 2, 4, 16, 64, 512)))
        change = rng.randrange(8)
        if change == 0:
            raw[at:end] = rng.randbytes(end - at)
        elif change == 1:
            del raw[at:end]
        elif change == 2:
            raw[at:at] = raw[at:end] * rng.choice((1, 2, 30))
        elif change == 3:
            del raw[at:]
        elif change == 4:
            other = rng.choice(others)
            begin = rng.randrange(len(other) + 1)
            raw[at:end] = other[begin : begin + rng.choice((8, 64, 512))]
        else:
            raw[at : end if change == 5 else at] = rng.choice(ODD)
    return bytes(raw)


def packed(rng: random.Random, seed: bytes, others: Bytes) -> bytes:
    """A ZIP with a change inside one of its parts, or in its own bytes."""
    if rng.random() < 0.3:
        return mutated(rng, seed, others)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(seed)) as old, zipfile.ZipFile(made, "w") as new:
        names = old.namelist()
        chosen = rng.choice(names)
        for name in names:
            body = old.read(name)
            new.writestr(name, mutated(rng, body, others) if name == chosen else body)
    return made.getvalue()


def _seeds(*patterns: str, most: int = 60_000) -> list[bytes]:
    found = [path for pattern in patterns for path in sorted(ROOT.glob(pattern)) if path.is_file()]
    return [path.read_bytes() for path in found if 0 < path.stat().st_size <= most]


def _pages() -> list[bytes]:
    """Pages of every layout of lists that is known, and of a site made by hand."""
    listed = [one for layout in layouts.LAYOUTS.values() for one in layout(measure.entries()).values()]
    return [one.encode() if isinstance(one, str) else one for one in listed] + _seeds("tests/sites/**/*.html")


def _workbooks() -> list[bytes]:
    """The tables of the families as workbooks, with merged and hidden cells."""
    made = []
    for path in sorted(ROOT.glob("generator/families/*/example.csv")):
        rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
        book = io.BytesIO()
        documents.office_workbook(
            book, {"ก": {"rows": rows, "merged": ["A1:A2"], "hidden_rows": [2]}, "ข": {"rows": [["ก", 1.5]]}}
        )
        made.append(book.getvalue())
    return made


def _package(kind: str) -> bytes:
    content = "<w:p><w:r><w:t>โทร 081-234-5678 แผนงาน</w:t></w:r></w:p>"
    parts: Mapping[str, Mapping[str, str | bytes]] = {
        "docx": {
            "word/document.xml": f"<w:document xmlns:w='w'><w:body>{content}<w:tbl><w:tr><w:tc>{content}</w:tc></w:tr></w:tbl></w:body></w:document>",
            "word/header1.xml": f"<w:hdr xmlns:w='w'>{content}</w:hdr>",
            "docProps/core.xml": "<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:creator>ก</dc:creator></cp:coreProperties>",
            "word/media/image1.jpg": documents.photo(13.7, 100.5, "ก"),
        },
        "pptx": {
            "ppt/slides/slide1.xml": "<p:sld xmlns:p='p' xmlns:a='a'><a:p><a:r><a:t>แผน</a:t></a:r></a:p></p:sld>",
            "ppt/notesSlides/notesSlide1.xml": "<p:notes xmlns:p='p' xmlns:a='a'><a:p><a:t>0812345678</a:t></a:p></p:notes>",
        },
        "odt": {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": "<office:document-content xmlns:office='o' xmlns:text='t'><text:p>แผน</text:p></office:document-content>",
        },
    }
    return documents.package(parts[kind])


# --- tries: each takes bytes, and fails by raising or by taking too long ---------------------------------


class _Memory:
    """A site of one page, whose links all give that page or nothing."""

    def __init__(self, body: bytes, content_type: str) -> None:
        self._document = read(body, "index.html", content_type)

    def fetch(self, address: str) -> Fetched:
        document = self._document if address == FOLDER_ROOT or address.endswith("/1.html") else None
        return Fetched(address, address, 200 if document else 404, "" if document else "status", document=document)


_CATALOGUES = start.catalogues("central-government")


def page(raw: bytes, rng: random.Random) -> None:
    """A page is audited and imported."""
    content_type = rng.choice(("", "text/html", "text/html; charset=tis-620", "text/html; charset=idna", "text/plain"))
    task = Task(FOLDER_ROOT, _CATALOGUES, folder="site", year=rng.choice((None, 2568)))
    audit = run(task, _Memory(raw, content_type))
    report = report_of(audit)
    places = Places(audit.year or 2568, "https://a.go.th/", fetches=False)
    planned = steps(beginnings(audit), places, None)
    for language in languages.LANGUAGES:
        as_text(list(report.found), language)
        audit_summary(report, language)
        list_steps(planned, places, audit, language)


def read_only(raw: bytes, rng: random.Random) -> None:
    """A page is read."""
    read(raw, "a.html", "text/html")


def file_of(kind: Kind, *, cleans: bool = True) -> Callable[[bytes, random.Random], None]:
    """A file is read whole, with all that stands beside its pages, looked through for persons, and cleaned."""

    def attempt(raw: bytes, rng: random.Random) -> None:
        content = read_content(io.BytesIO(raw), kind, Reach(300, 3_000_000, is_thorough=True))
        for where, text in (*content.lines, *content.hidden, *content.metadata):
            persons.find(unicodedata.normalize("NFC", text), where)
        read(raw, f"a.{rng.choice((kind, 'pdf', 'bin'))}")
        kind_of(raw)
        if cleans and rng.random() < 0.1:
            cleaned(raw, kind)

    return attempt


def folder_with(name: str, text: str = "", place: str = "") -> Callable[[bytes, random.Random], None]:
    """A data folder with this file is loaded, checked and told."""

    def attempt(raw: bytes, rng: random.Random) -> None:
        (FOLDER / "2568").mkdir(exist_ok=True)
        (FOLDER / "agency.yaml").write_text(AGENCY, "utf-8")
        made = [FOLDER / name]
        if text:
            made.append(FOLDER / place)
            made[-1].write_text(text, "utf-8")
        made[0].write_bytes(raw)
        try:
            site, found = Loader().load(FOLDER, "data")
            found = sort([*found, *(check(site) if site else ())])
            for language in languages.LANGUAGES:
                as_text(found, language)
        finally:
            for path in made:
                path.unlink()

    return attempt


def robots_text(raw: bytes, rng: random.Random) -> None:
    """A robots.txt is read and asked."""
    rules = robots.robots_of(200, raw)
    rules.may_open("https://a.go.th/x?y=1")
    rules.pause  # noqa: B018


def words(raw: bytes, rng: random.Random) -> None:
    """A text is looked through for persons, dates, amounts."""
    text = raw.decode("utf-8", "replace")
    assert not persons.find(text) or persons.may_hold(text)
    dates.find_dates(text)


KINDS: Mapping[str, tuple[int, Callable[[], list[bytes]], Callable[[bytes, random.Random], None]]] = {
    "pages audited": (14, _pages, page),
    "pages read": (24, _pages, read_only),
    "PDF": (8, lambda: [documents.pdf(["แผน 2568 O12", "โทร 081-234-5678"]), documents.pdf(["ก"], {"Author": "ก"}, extras={"note": "ก", "xmp": "ข", "attachment": "ค"})], file_of("pdf", cleans=False)),
    "DOCX": (8, lambda: [_package("docx")], file_of("docx")),
    "PPTX and ODT": (5, lambda: [_package("pptx"), _package("odt")], file_of("pptx")),
    "XLSX as evidence": (6, _workbooks, file_of("xlsx")),
    "pictures": (6, lambda: [documents.photo(13.7, 100.5, "ก")], file_of("image")),
    "CSV as evidence": (5, lambda: _seeds("generator/families/*/example.csv"), file_of("csv", cleans=False)),
    "data files": (6, lambda: _seeds("data/2568/*.yaml", "examples/**/*.yaml", most=8000), folder_with("2568/x.yaml")),
    "CSV as tables": (4, lambda: _seeds("generator/families/*/example.csv"), folder_with("x.csv", "family: proc_items\nassessed_year: 2568\ndata_year: 2568\ntable: x.csv\n", "2568/x.yaml")),
    "XLSX as tables": (3, _workbooks, folder_with("x.xlsx", "family: proc_items\nassessed_year: 2568\ndata_year: 2568\ntable: x.xlsx\n", "2568/x.yaml")),
    "robots.txt": (5, lambda: [b"User-agent: *\nDisallow: /a\nAllow: /a/b$\nCrawl-delay: 2\nSitemap: x\n"], robots_text),
    "texts": (30, lambda: _seeds("docs/personal-data.md", "examples/**/*.yaml", most=20_000), words),
}  # fmt: skip
"""What is tried: how often beside the others, inputs to begin with, and what is done with each."""
FOLDER = Path()


# --- the run ------------------------------------------------------------------------------------------


def inputs(seed: int, number: int) -> tuple[str, bytes, random.Random]:
    """The kind and bytes of one input: of this seed and number always the same."""
    rng = random.Random(f"{seed} {number}")
    kind = rng.choices(list(KINDS), [share for share, _, _ in KINDS.values()])[0]
    beginnings_of = _begun(kind)
    seed_bytes = rng.choice(beginnings_of)
    if kind == "texts":
        at = rng.randrange(len(seed_bytes))
        seed_bytes = seed_bytes[at : at + rng.choice((40, 300, 3000))]
    change = packed if seed_bytes.startswith(b"PK\x03\x04") else mutated
    return kind, change(rng, seed_bytes, beginnings_of), rng


_BEGUN: dict[str, list[bytes]] = {}


def _begun(kind: str) -> list[bytes]:
    if kind not in _BEGUN:
        _BEGUN[kind] = KINDS[kind][1]()
        if not _BEGUN[kind]:
            raise SystemExit(f"no inputs to begin with for {kind}")
    return _BEGUN[kind]


def attempt(seed: int, number: int, out: Path) -> tuple[str, str]:
    """One input: its kind, and what went wrong, or an empty text."""
    kind, raw, rng = inputs(seed, number)
    begun, said = time.process_time(), ""
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    signal.setitimer(signal.ITIMER_REAL, 10 * LIMIT)
    try:
        KINDS[kind][2](raw, rng)
    except _TooLong:
        said = f"over {LIMIT} seconds\n{traceback.format_exc()}"
    except BaseException:
        said = traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
    if not said and time.process_time() - begun > LIMIT:
        said = f"over {LIMIT} seconds in a library"
    if said:
        name = f"{kind.replace(' ', '-')}-{number}"
        (out / f"{name}.bin").write_bytes(raw)
        (out / f"{name}.txt").write_text(said, "utf-8")
    return kind, said


def _too_long(*_: object) -> None:
    raise _TooLong


def _work(seed: int, number: int, until: float, out: Path, shared: mmap.mmap) -> None:
    """Inputs one after the other; how far this came stands in the shared memory."""
    for alarm in (signal.SIGALRM, signal.SIGPROF):
        signal.signal(alarm, _too_long)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    kinds = list(KINDS)
    counts = list(struct.unpack_from(f"{len(kinds) + 1}Q", shared, 8))
    while time.time() < until:
        struct.pack_into("Q", shared, 0, number)
        kind, said = attempt(seed, number, out)
        counts[kinds.index(kind)] += 1
        counts[-1] += bool(said)
        struct.pack_into(f"{len(kinds) + 1}Q", shared, 8, *counts)
        number += 1
        if number % 1000 == 0:
            (out / "counts.txt").write_text(
                "".join(f"{n:>10,}  {kind}\n" for n, kind in zip(counts, [*kinds, "went wrong"], strict=True)), "utf-8"
            )
    struct.pack_into("Q", shared, 0, number)


def _fuzz(options: argparse.Namespace) -> Counter[str]:
    """Works until the time is over; begins again behind an input that ended the process."""
    kinds, until = list(KINDS), time.time() + 60 * options.minutes
    shared, number, deaths = mmap.mmap(-1, 8 * (len(kinds) + 2)), options.start, 0
    while time.time() < until:
        child = os.fork()
        if child == 0:
            with contextlib.suppress(BaseException):
                _work(options.seed, number, until, options.out, shared)
                os._exit(0)
            os._exit(1)
        _, status = os.waitpid(child, 0)
        (number,) = struct.unpack_from("Q", shared, 0)
        if status:
            kind, raw, _ = inputs(options.seed, number)
            (options.out / f"{kind.replace(' ', '-')}-{number}.bin").write_bytes(raw)
            (options.out / f"{kind.replace(' ', '-')}-{number}.txt").write_text(f"the process ended: {status}", "utf-8")
            deaths, number = deaths + 1, number + 1
    counts = struct.unpack_from(f"{len(kinds) + 1}Q", shared, 8)
    return Counter(dict(zip([*kinds, "went wrong"], counts, strict=True)) | {"ended the process": deaths})


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="number of the first input")
    parser.add_argument("--only", type=int, help="one input alone, told on the screen")
    parser.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()) / "oit-fuzz")
    return parser.parse_args()


@contextlib.contextmanager
def _scratch() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="oit-fuzz-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def main() -> int:
    global FOLDER
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    with _scratch() as folder:
        FOLDER = folder
        if options.only is not None:
            for alarm in (signal.SIGALRM, signal.SIGPROF):
                signal.signal(alarm, _too_long)
            print(*attempt(options.seed, options.only, options.out), sep="\n")
            return 0
        counts = _fuzz(options)
    wrong = counts["went wrong"] + counts["ended the process"]
    for kind, count in counts.items():
        print(f"{count:>10,}  {kind}")
    print(f"{sum(counts.values()) - wrong:>10,}  in all")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
