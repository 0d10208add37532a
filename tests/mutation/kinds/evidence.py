"""Evidence files and links."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator

from pypdf import PdfReader, PdfWriter

from tests.mutation.kind import Kind, fault
from tests.mutation.sample import Edit, Mutant, Sample, Value


def named(sample: Sample, ending: str = "") -> Iterator[Value]:
    """Values that name an evidence file that is there."""
    for value in sample.each("file", "photo", files="256[789]/*"):
        if value.text in sample.files and (value.text or "").endswith(ending):
            yield value


def users(sample: Sample, name: str) -> set[tuple[str, int | None]]:
    return {(value.file, value.line) for value in named(sample) if value.text == name}


def _changed(change: Callable[[bytes], bytes | None], ending: str = "") -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for name in sorted({value.text or "" for value in named(sample, ending)}):
            at = users(sample, name)
            yield Mutant(frozenset(at), whole={name: change(sample.files[name])}, says=f"{name} changed")

    return make


def _encrypted(password: str) -> Callable[[bytes], bytes]:
    def change(raw: bytes) -> bytes:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(raw)))
        writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()

    return change


def _without_text(raw: bytes) -> bytes:
    """Pages with nothing on them, as a scan has no words."""
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(raw)).pages:
        writer.add_blank_page(page.mediabox.width, page.mediabox.height)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _renamed(change: Callable[[str], str]) -> Callable[[Sample], Iterator[Mutant]]:
    """The file under another name, and the data that names it, too."""

    def make(sample: Sample) -> Iterator[Mutant]:
        for value in named(sample):
            name = value.text or ""
            if name.endswith(".png"):
                continue  # a portrait is no document
            folder, _, last = name.rpartition("/")
            new = f"{folder}/{change(last)}"
            edits = tuple(Edit(v.file, v.start, v.end, f'"{new}"') for v in named(sample) if v.text == name)
            yield Mutant(frozenset(users(sample, name)), edits, {new: sample.files[name]}, says=f"{name} → {new}")

    return make


def reference_mistyped(sample: Sample) -> Iterator[Mutant]:
    for value in named(sample):
        text = value.text or ""
        yield sample.set(value, text[:-6] + text[-5:])
        yield sample.set(value, text.replace("files/", "Files/", 1))


def reference_alike(sample: Sample) -> Iterator[Mutant]:
    """A name in the data that only a machine tells from the file's."""
    for value in named(sample):
        folder, _, name = (value.text or "").rpartition("/")
        yield sample.set(value, f"{folder}/{name.upper()}")


def outside(sample: Sample) -> Iterator[Mutant]:
    for value in named(sample):
        yield sample.set(value, f"files/../{value.text}")
        yield sample.set(value, "../../etc/passwd")
        yield sample.set(value, "agency.yaml")


def of_another_year(sample: Sample) -> Iterator[Mutant]:
    """Last year's document under this year's name."""
    pdfs = sorted({value.text or "" for value in named(sample, ".pdf")})
    for one in pdfs:
        for other in pdfs:
            if one != other:
                yield Mutant(frozenset(users(sample, one)), whole={one: sample.files[other]}, says=f"{other} as {one}")


def other_type(sample: Sample) -> Iterator[Mutant]:
    images = [name for name in sample.files if name.endswith(".png")]
    for name in sorted({value.text or "" for value in named(sample)}):
        raw = sample.files[images[0]] if not name.endswith(".png") else b"%PDF-1.4\n" + b"0" * 200
        if not name.endswith(".csv"):
            yield Mutant(frozenset(users(sample, name)), whole={name: raw}, says=f"{name} of another type")


def unpublishable(sample: Sample) -> Iterator[Mutant]:
    for value in named(sample):
        for ending in (".exe", ".pdf.lnk", ".html"):
            new = f"{value.text}{ending}"
            edits = tuple(Edit(v.file, v.start, v.end, new) for v in named(sample) if v.text == value.text)
            yield Mutant(
                frozenset(users(sample, value.text or "")), edits, {new: sample.files[value.text or ""]}, says=new
            )


def twice(sample: Sample) -> Iterator[Mutant]:
    """One file under two items with two titles."""
    names = sorted({value.text or "" for value in named(sample, ".pdf")})
    for file in sample.disclosures:
        evidence = sample.value(file, ("evidence",))
        if evidence and evidence.is_list and file[:4] in ("2567", "2568", "2569"):
            for name in names:
                if (name.split("/")[1]) == file[:4] and not any(v.text == name for v in sample.values(file)):
                    text = sample.text(file).rstrip("\n") if sample.values(file)[-1].path[0] == "evidence" else ""
                    if text:
                        new = f"{text}\n- title: {{th: รายงานอีกเรื่องหนึ่งของสำนักงานตัวอย่าง, en: Another report}}\n  file: {name}\n"
                        at = {(file, None), *users(sample, name)}
                        yield Mutant(frozenset(at), whole={file: new.encode()}, says=f"{file} with {name}")


# --- links ----------------------------------------------------------------------------------------------------------


def links(sample: Sample) -> Iterator[Value]:
    for value in sample.each("link", "manual", "linked_from", "general_link", files="256[789]/*"):
        if value.is_plain and (value.text or "").startswith("https://"):
            yield value


def _link(*news: str) -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for value in links(sample):
            for new in news:
                path = (value.text or "").split("//", 1)[1].partition("/")[2]
                yield sample.set(value, new.format(path=path, link=value.text))

    return make


def evidence_link(sample: Sample) -> Iterator[Mutant]:
    """The home page in the place of a document."""
    for value in sample.each("link", files="256[789]/*", within="evidence"):
        if (value.text or "").startswith("https://"):
            host = "/".join((value.text or "").split("/")[:3])
            yield sample.set(value, f"{host}/")
            yield sample.set(value, host)


def same_title(sample: Sample) -> Iterator[Mutant]:
    """A second document under the title of the first."""
    for file, data in sample.disclosures.items():
        evidence = sample.value(file, ("evidence",))
        if evidence and evidence.end >= len(sample.text(file).rstrip()) and file[:4] in ("2567", "2568", "2569"):
            title = json.dumps(data["evidence"][0]["title"], ensure_ascii=False)
            link = f"https://sample.example.go.th/documents/{file[:4]}/second.pdf"
            new = f"{sample.text(file).rstrip()}\n- title: {title}\n  link: {link}\n"
            yield Mutant(frozenset({(file, None)}), whole={file: new.encode()}, says=f"{file} with one title twice")


def site_url(*news: str) -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        value = sample.value("agency.yaml", ("site_url",))
        for new in news:
            if value:
                yield sample.set(value, new)

    return make


def no_site_url(sample: Sample) -> Iterator[Mutant]:
    value = sample.value("agency.yaml", ("site_url",))
    if value:
        yield sample.without([value], ("agency.yaml", None), says="no site_url")


KINDS: tuple[Kind, ...] = (
    fault("an evidence file gone", _changed(lambda raw: None), "evidence-missing"),
    fault("an evidence file emptied", _changed(lambda raw: b""), "empty-evidence"),
    fault("an evidence file cut off", _changed(lambda raw: raw[: len(raw) // 3], ".pdf"), "damaged-evidence"),
    fault("a picture cut off", _changed(lambda raw: raw[: len(raw) // 3], ".png"), "damaged-evidence"),
    fault("a PDF that asks for a password", _changed(_encrypted("secret"), ".pdf"), "locked-evidence"),
    fault("a PDF that forbids copying", _changed(_encrypted(""), ".pdf"), "restricted-evidence", "locked-evidence"),
    fault("a PDF without text", _changed(_without_text, ".pdf"), "scanned-evidence"),
    fault("a file of another type than its name", other_type, "evidence-not-what-it-says", "damaged-evidence"),
    fault("a file that may not be published", unpublishable, "bad-evidence-type"),
    fault("a draft's name", _renamed(lambda name: f"ตรวจแล้ว ขอแก้ไข {name}"), "draft-evidence-name"),
    fault(
        "a copy's or a version's name",
        _renamed(lambda name: name.replace(".", " - Copy (2).", 1)),
        "draft-evidence-name",
    ),
    fault(
        "a name that is only a number",
        _renamed(lambda name: f"20260105{name[name.rfind('.') :]}"),
        "number-only-name",
    ),
    fault("a file's name mistyped in the data", reference_mistyped, "evidence-missing", "evidence-outside"),
    fault("a file's name in other capitals in the data", reference_alike, "evidence-named-otherwise"),
    fault("a file outside of the evidence", outside, "evidence-outside"),
    fault(
        "another year's document under this year's name", of_another_year, "evidence-of-another-year", "same-file-twice"
    ),
    fault("one file under two titles", twice, "same-file-twice"),
    fault("a link to nothing", _link('"#"', "/", "javascript:void(0)"), "bad-link"),  # a dash says that there is none
    fault(
        "a link to this computer or an inner network",
        _link(
            "http://localhost:8000/{path}",
            "https://127.0.0.1/{path}",
            "https://10.1.2.3/{path}",
            "https://intranet/{path}",
        ),
        "staging-link",
    ),
    fault(
        "a link to a host for trying out",
        _link("https://staging.example.go.th/{path}", "https://uat.example.go.th/{path}"),
        "staging-link",
    ),
    fault("a link without encryption", _link("http://sample.example.go.th/{path}"), "insecure-link"),
    fault(
        "a link to a cloud drive",
        _link(
            "https://drive.google.com/file/d/1AbC/view", "https://1drv.ms/b/s!Ab", "https://www.dropbox.com/s/ab/x.pdf"
        ),
        "cloud-drive-link",
    ),
    fault(
        "a shortened link",
        _link("https://bit.ly/3abcD", "https://shorturl.at/abCD1", "https://tinyurl.com/y7"),
        "shortened-link",
    ),
    fault(
        "a link with a letter too many",
        _link(
            "https:///{path}",
            "htps://sample.example.go.th/{path}",
            "https//sample.example.go.th/{path}",
            "https://sample..example.go.th/{path}",
        ),
        "bad-link",
        "malformed-link",
    ),
    fault("a home page as evidence", evidence_link, "home-page-as-evidence"),
    fault("two documents with one title", same_title, "repeated-link-text"),
    fault(
        "the site on a host for trying out",
        site_url(
            "https://staging.example.go.th/",
            "http://localhost:8000/",
            "https://192.168.1.5/",
            "https://oit-dev.example.go.th/",
        ),
        "staging-site-url",
    ),
    fault("no address of the site", no_site_url, "missing-site-url"),
)
