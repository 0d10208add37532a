"""Changes that are no faults: other writing of the same, and more of what is good."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from decimal import Decimal

import yaml

from tests.mutation.kind import Kind, harmless
from tests.mutation.kinds.claims import indicator_claimed
from tests.mutation.kinds.contents import component_absent
from tests.mutation.kinds.scores import figure, scores, with_sub_questions
from tests.mutation.kinds.tables import tables, with_total, written
from tests.mutation.kinds.times import DAY, MONTHS, STAYS, days, family_of
from tests.mutation.sample import Edit, Mutant, Sample, Value

SHORT = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]
ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def rewritten(change: Callable[[str], str]) -> Callable[[Sample], Iterator[Mutant]]:
    """A whole file with the same data in other words of YAML."""

    def make(sample: Sample) -> Iterator[Mutant]:
        for file in sample.names:
            new = change(sample.text(file))
            if new != sample.text(file):
                yield Mutant(frozenset(), whole={file: new.encode()}, says=f"{file} rewritten")

    return make


def dumped(**how: object) -> Callable[[str], str]:
    def change(text: str) -> str:
        data = yaml.load(text, yaml.CBaseLoader)
        return str(yaml.safe_dump(data, allow_unicode=True, width=100_000, **how))

    return change


def shuffled(text: str) -> str:
    """The keys of every group in another order; lists as they are."""
    chance = random.Random(len(text))

    def other(value: object) -> object:
        if isinstance(value, dict):
            keys = list(value)
            chance.shuffle(keys)
            return {key: other(value[key]) for key in keys}
        return [other(one) for one in value] if isinstance(value, list) else value

    return str(
        yaml.safe_dump(other(yaml.load(text, yaml.CBaseLoader)), allow_unicode=True, sort_keys=False, width=100_000)
    )


def commented(text: str) -> str:
    lines = text.splitlines()
    for number in range(len(lines) - 1, 0, -7):
        indent = " " * (len(lines[number]) - len(lines[number].lstrip()))
        lines.insert(number, f"{indent}# ตรวจแล้ว: ดูหน้า 3 ข้อ 4")
    return "\n".join(lines) + "\n\n# จบ\n"


def as_json(text: str) -> str:
    return json.dumps(yaml.load(text, yaml.CBaseLoader), ensure_ascii=False, indent=1)


def sets(make: Callable[[Sample], Iterator[tuple[Value, str]]]) -> Callable[[Sample], Iterator[Mutant]]:
    """Other text in the place of single values."""

    def mutants(sample: Sample) -> Iterator[Mutant]:
        for value, new in make(sample):
            if new != sample.text(value.file)[value.start : value.end]:
                yield sample.set(value, new)

    return mutants


def thai_digits(sample: Sample) -> Iterator[tuple[Value, str]]:
    for value in sample.each(
        "score",
        "previous",
        "difference",
        "amount",
        "published",
        "date",
        "period",
        "assessed_year",
        "walk_in",
        "filled",
        "count",
        "number",
    ):
        if value.is_plain and re.search(r"\d", value.text or "") and "phones" not in value.path:
            yield value, (value.text or "").translate(THAI)


def separators(sample: Sample) -> Iterator[tuple[Value, str]]:
    for value in sample.each("amount", "walk_in", "filled"):
        digits = (value.text or "").replace(",", "")
        if digits.isdigit() and len(digits) > 3:
            yield value, digits if "," in (value.text or "") else f'"{int(digits):,}"'


def more_decimals(sample: Sample) -> Iterator[tuple[Value, str]]:
    for value in sample.each("amount"):
        if (value.text or "").replace(",", "").isdigit() and not value.in_flow:
            yield value, f"{value.text}.00"


def rounded(sample: Sample) -> Iterator[tuple[Value, str]]:
    """A mean cut off instead of rounded: a hundredth below."""
    for value in scores(sample):
        before = figure(value)
        if before is not None and "parts" not in value.path and value.path[0] == "instruments" and 0 < before < 100:
            data = sample.data(value.file)
            holder = data["instruments"][value.path[1]]
            if (
                "indicators" in value.path
                and "previous" not in holder["indicators"][value.path[3]]
                and "parts" not in holder["indicators"][value.path[3]]
            ):
                yield value, str(before - Decimal("0.01"))


def other_day_form(sample: Sample) -> Iterator[tuple[Value, str]]:
    for value, found in days(sample, "published", "date", "as_of", "counted_on", "when"):
        month = MONTHS.index(found[2])
        year = int(found[3])
        yield value, f"{found[1]} {SHORT[month]} {year % 100}"
        yield value, f"{year}-{month + 1:02}-{int(found[1]):02}"
        yield value, f"{found[1]}/{month + 1}/{year}"
        yield value, f"วันที่ {found[1]} เดือน{found[2]} พ.ศ. {year}"
        yield value, f"{found[1]} {ENGLISH[month]} {year - 543}"


def other_period_form(sample: Sample) -> Iterator[tuple[Value, str]]:
    for value in sample.each("period"):
        text = value.text or ""
        if not value.is_plain:
            continue
        if found := re.fullmatch(r"ไตรมาส (\d) - (\d)", text):
            yield value, f"ไตรมาสที่ {found[1]} ถึง {found[2]}"
            yield value, f"Q{found[1]}–Q{found[2]}"
        elif found := re.fullmatch(r"ตลอดปีงบประมาณ (25\d\d)", text):
            yield value, f"1 ตุลาคม {int(found[1]) - 1} – 30 กันยายน {found[1]}"
            yield value, f"ปีงบประมาณ พ.ศ. {found[1]}"
        elif found := DAY.match(text):
            month = SHORT[MONTHS.index(found[2])]
            yield value, text.replace(found[0], f"{found[1]} {month} {int(found[3]) % 100}", 1)


def owner_other_name(sample: Sample) -> Iterator[tuple[Value, str]]:
    units = sample.data("units.yaml")["units"]
    names: dict[str, list[str]] = {}
    for unit in units:
        forms = [
            unit["id"],
            *(unit.get(key, {}).get("th", "") for key in ("abbreviation", "name")),
            *unit.get("aliases", ()),
        ]
        for form in filter(None, forms):
            names[form] = [other for other in forms if other and other != form]
    for value in sample.each("owner", "owners", "unit", files="256*"):
        for other in names.get(value.text or "", ()):
            yield value, other


def summary_reworded(sample: Sample) -> Iterator[tuple[Value, str]]:
    for value in sample.each("th", within="summary", files="256[789]/*"):
        if value.path == ("summary", "th"):
            yield value, "สรุปเรื่องนี้ให้ประชาชนเข้าใจง่ายในประโยคเดียว"
            yield (
                value,
                f"{sample.text(value.file)[value.start : value.end].strip(chr(39))} อ่านต่อด้านล่าง"
                if value.is_plain
                else "สรุปสั้น ๆ",
            )


def text_reworded(sample: Sample) -> Iterator[tuple[Value, str]]:
    for value in sample.each("th", files="256[789]/*"):
        if (
            value.is_plain
            and not value.in_flow
            and value.path[-2] in ("text", "title")
            and len(value.path) > 2
            and not ({"claims", "findings", "evidence", "scope"} & set(map(str, value.path)))
        ):
            yield value, f"{value.text} เพิ่มเติม"


def question_spelling(sample: Sample) -> Iterator[tuple[Value, str]]:
    for value in sample.each("questions", "question", files="256*/measures.yaml"):
        text = value.text or ""
        if re.fullmatch(r"[IEO]\d+", text):
            yield value, text.lower()
            yield value, f"{text[0]} {text[1:].translate(THAI)}"


def agency_number(sample: Sample) -> Iterator[Mutant]:
    """Numbers that are not a person's."""
    texts = (
        "โทร 0 2000 0000 ต่อ 301",
        "เลขทะเบียนนิติบุคคล 0105500000001",
        "เลขประจำตัวผู้เสียภาษี 0994000158378",
        "สายด่วน 1205",
        "หนังสือที่ สต 0301/ว 1234 ลงวันที่",
        "e-GP 67099951520",
        "งบประมาณ 3,600,000.50 บาท",
        "ISBN 978-616-000-000-0",
    )
    thai = [
        v
        for v in sample.each("th", files="256[789]/*")
        if v.is_plain and not v.in_flow and v.path[-2] == "text" and "findings" not in v.path
    ]
    for number, value in enumerate(thai):
        text = texts[number % len(texts)]
        yield Mutant(
            frozenset(),
            (Edit(value.file, value.end, value.end, f" {text}"),),
            says=f"{value.file}:{value.line} + {text}",
        )


def added(lines: str, pattern: str = "256[789]/") -> Callable[[Sample], Iterator[Mutant]]:
    """Lines at the end of a file whose keys it does not have yet."""

    def make(sample: Sample) -> Iterator[Mutant]:
        key = lines.partition(":")[0]
        for file, data in sample.disclosures.items():
            if re.match(pattern, file) and key not in data:
                text = sample.text(file).rstrip("\n")
                year = data["assessed_year"]
                new = lines.format(year=year, data_year=data["data_year"], short=int(year) - 543)
                yield Mutant(frozenset(), whole={file: f"{text}\n{new}".encode()}, says=f"{file} + {key}")

    return make


def evidence_added(sample: Sample) -> Iterator[Mutant]:
    for file, data in sample.disclosures.items():
        if file[:4] in ("2567", "2568", "2569"):
            values = sample.values(file)
            text = sample.text(file).rstrip("\n")
            name = data["family"].replace("_", "-")
            entry = f"- title: {{th: เอกสารประกอบเพิ่มเติมของ {name} ปี {data['data_year']}, en: 'More on {name}, {data['data_year']}'}}\n  link: https://sample.example.go.th/documents/{data['assessed_year']}/more-{name}.pdf\n"
            if "evidence" not in data:
                yield Mutant(
                    frozenset(), whole={file: f"{text}\nevidence:\n{entry}".encode()}, says=f"{file} + evidence"
                )
            elif values[-1].path[0] == "evidence":
                yield Mutant(frozenset(), whole={file: f"{text}\n{entry}".encode()}, says=f"{file} + evidence")


def unit_added(sample: Sample) -> Iterator[Mutant]:
    text = sample.text("units.yaml").rstrip("\n")
    for id, short, name in (
        ("legal", "กกม.", "กลุ่มกฎหมาย"),
        ("public-sector", "กพร.", "กลุ่มพัฒนาระบบบริหาร"),
        ("lab", "", "ห้องปฏิบัติการข้อมูล"),
    ):
        lines = (
            f"- id: {id}\n"
            + (f"  abbreviation: {{th: {short}, en: {id[:3].upper()}}}\n" if short else "")
            + f"  name: {{th: {name}, en: {id.title()} Group}}\n"
        )
        yield Mutant(frozenset(), whole={"units.yaml": f"{text}\n{lines}".encode()}, says=f"units + {id}")


def source_added(sample: Sample) -> Iterator[Mutant]:
    text = sample.text("sources.yaml").rstrip("\n")
    lines = (
        "- id: another-2569\n  title: {th: รายงานอีกฉบับของสำนักงานตัวอย่าง, en: Another report}\n  year: 2569\n  pages: 3\n"
    )
    yield Mutant(frozenset(), whole={"sources.yaml": f"{text}\n{lines}".encode()}, says="sources + 1")


def news_added(sample: Sample) -> Iterator[Mutant]:
    for file, data in sample.disclosures.items():
        if data.get("family") == "news" and file[:4] in ("2567", "2568", "2569"):
            value = sample.value(file, ("news",))
            year = int(data["assessed_year"])
            if value and value.end >= len(sample.text(file).rstrip()):
                lines = f"- title: {{th: ข่าวเพิ่มเติม, en: More news}}\n  date: 5 ธันวาคม {year - 1}\n  text: {{th: รายละเอียดของข่าว, en: The news}}\n"
                yield Mutant(
                    frozenset(), whole={file: f"{sample.text(file).rstrip()}\n{lines}".encode()}, says=f"{file} + news"
                )


def file_renamed(sample: Sample) -> Iterator[Mutant]:
    """Another name in the same folder, which nobody asks for."""
    for file in sample.disclosures:
        data = sample.disclosures[file]
        if "table" not in data:
            new = file.replace(".yaml", "-ฉบับเผยแพร่.yaml")
            yield Mutant(frozenset(), whole={file: None, new: sample.files[file]}, says=f"{file} → {new}")


def folder_deeper(sample: Sample) -> Iterator[Mutant]:
    for file, data in sample.disclosures.items():
        if "table" not in data:
            year, _, name = file.partition("/")
            new = f"{year}/กลุ่มงาน/{name}"
            yield Mutant(frozenset(), whole={file: None, new: sample.files[file]}, says=f"{file} → {new}")


def day_later(sample: Sample) -> Iterator[tuple[Value, str]]:
    """Published a day later in the same month."""
    for value, found in days(sample, "published"):
        if family_of(sample, value.file) not in STAYS and int(found[1]) < 28:
            yield value, f"{int(found[1]) + 1} {found[2]} {found[3]}"


def unread_files(sample: Sample) -> Iterator[Mutant]:
    for name in ("README.txt", "2569/บันทึก.docx", "files/2569/ยังไม่ใช้.pdf", ".git/config", "2568/~$plan.xlsx"):
        yield Mutant(frozenset(), whole={name: b"anything"}, says=f"{name} beside")


def table_bytes(change: Callable[[bytes], bytes]) -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for name, _ in tables(sample):
            yield Mutant(frozenset(), whole={name: change(sample.files[name])}, says=f"{name} in other bytes")

    return make


def table_cells(change: Callable[[str], str]) -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for name, rows in tables(sample):
            yield Mutant(
                frozenset(),
                whole={name: written([rows[0], *([change(cell) for cell in row] for row in rows[1:])])},
                says=f"{name} in other cells",
            )

    return make


def _separated(cell: str) -> str:
    return f"{Decimal(cell):,}" if re.fullmatch(r"\d{4,}\.\d\d", cell) else cell


def _dotted(cell: str) -> str:
    """``03/10/2566`` as ``3 ต.ค. 2566``."""
    found = re.fullmatch(r"(\d\d)/(\d\d)/(25\d\d)", cell)
    return f"{int(found[1])} {SHORT[int(found[2]) - 1]} {found[3]}" if found else cell


def _with_unit(cell: str) -> str:
    return f"{cell} บาท" if re.fullmatch(r"\d{4,}\.\d\d", cell) else cell


def _dashed(cell: str) -> str:
    """``03/10/2566`` as ``3-ต.ค.-66``."""
    found = re.fullmatch(r"(\d\d)/(\d\d)/25(\d\d)", cell)
    return f"ลว. {int(found[1])}-{SHORT[int(found[2]) - 1]}-{found[3]}" if found else cell


def table_rows(change: Callable[[list[list[str]]], list[list[str]]]) -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for name, rows in tables(sample):
            new = written(change([list(row) for row in rows]))
            yield Mutant(frozenset(), whole={name: new}, says=f"{name} in other rows")

    return make


def _numbered(rows: list[list[str]]) -> list[list[str]]:
    return [[f"{number}. {name}" for number, name in enumerate(rows[0], 1)], *rows[1:]]


def _numbers_below(rows: list[list[str]]) -> list[list[str]]:
    return [rows[0], [f"({number})" for number in range(1, len(rows[0]) + 1)], *rows[1:]]


def _foot(rows: list[list[str]]) -> list[list[str]]:
    empty = [""] * (len(rows[0]) - 1)
    return [*rows, ["หมายเหตุ ราคารวมภาษีมูลค่าเพิ่มแล้ว", *empty], ["ลงชื่อ", *empty], ["(นายสมมติ ตัวอย่าง)", *empty]]


def columns_moved(sample: Sample) -> Iterator[Mutant]:
    for name, rows in tables(sample):
        yield Mutant(
            frozenset(), whole={name: written([[*row[1:], row[0]] for row in rows])}, says=f"{name} with columns moved"
        )


def parts_alone(sample: Sample) -> Iterator[Mutant]:
    """A question of EIT of which only the two parts are printed."""
    for value in scores(sample, "question"):
        if sample.value(value.file, (*value.path[:-1], "parts")):
            edits = (sample.gone(value),)
            yield Mutant(frozenset(), edits, says=f"{value.file}:{value.line} parts alone")


def sub_questions(sample: Sample) -> Iterator[Mutant]:
    yield from with_sub_questions(sample, 0)


def true_claim(sample: Sample) -> Iterator[Mutant]:
    yield from indicator_claimed(sample, "lowest", is_right=True)
    yield from indicator_claimed(sample, "highest", is_right=True)


def english_in_buddhist_years(sample: Sample) -> Iterator[Mutant]:
    """``2024`` as ``B.E. 2567`` in an English text."""
    for value in sample.each("en", files="256[789]/*"):
        written = sample.text(value.file)[value.start : value.end]
        if found := re.search(r"(?<![\d-])20[12]\d(?![\d-])", written):
            start = value.start + found.start()
            edit = Edit(value.file, start, start + 4, f"B.E. {int(found[0]) + 543}")
            yield Mutant(frozenset(), (edit,), says=f"{value.file}:{value.line} {found[0]} in B.E.")


KINDS: tuple[Kind, ...] = (
    harmless("a question of EIT told by its two parts alone", parts_alone),
    harmless("a question told by its sub-questions, too", sub_questions),
    harmless("a true claim added", true_claim),
    harmless("a component stated to be absent", component_absent, most=10),
    harmless("a year in English of the Buddhist Era", english_in_buddhist_years),
    harmless("every value in double quotes", rewritten(dumped(default_style='"', sort_keys=False))),
    harmless("every value in single quotes", rewritten(dumped(default_style="'", sort_keys=False))),
    harmless("everything in brackets and braces", rewritten(dumped(default_flow_style=True, sort_keys=False))),
    harmless("lists indented further", rewritten(dumped(indent=6, sort_keys=False))),
    harmless("keys by the alphabet", rewritten(dumped(sort_keys=True))),
    harmless("keys in another order", rewritten(shuffled)),
    harmless("a file written as JSON", rewritten(as_json)),
    harmless("comments and empty lines", rewritten(commented)),
    harmless("lines that end as in Windows", rewritten(lambda text: text.replace("\n", "\r\n"))),
    harmless("a byte-order mark", rewritten(lambda text: f"\ufeff{text}")),
    harmless("spaces at the ends of lines", rewritten(lambda text: text.replace("\n", "  \n"))),
    harmless("Thai digits", sets(thai_digits), most=10),
    harmless("figures with or without thousands separated", sets(separators), most=8),
    harmless("amounts with satang", sets(more_decimals)),
    harmless("a mean cut off instead of rounded", sets(rounded)),
    harmless("other writing of a day", sets(other_day_form), most=10),
    harmless("other writing of a period", sets(other_period_form), most=10),
    harmless("a unit by its id, its name or an alias", sets(owner_other_name), most=10),
    harmless("a question's code in small letters or Thai digits", sets(question_spelling)),
    harmless("a summary in other words", sets(summary_reworded)),
    harmless("a text with a word more", sets(text_reworded), most=10),
    harmless("numbers that are not a person's", agency_number, most=10),
    harmless("published a day later", sets(day_later)),
    harmless("a note added", added("note: {{th: หมายเหตุเพิ่มเติม, en: A further note}}\n")),
    harmless("a due day added", added("due: 15 เมษายน {year}\n")),
    harmless("a place added", added("place: {{th: หน้า 3, en: Page 3}}\n")),
    harmless("a document added", evidence_added),
    harmless("a unit added", unit_added),
    harmless("a source added", source_added),
    harmless("news added", news_added),
    harmless("a file under another name", file_renamed),
    harmless("a file in a folder of its own", folder_deeper),
    harmless("files that are no data beside the data", unread_files),
    harmless("a table without a byte-order mark", table_bytes(lambda raw: raw.removeprefix(b"\xef\xbb\xbf"))),
    harmless(
        "a table saved by an old Excel", table_bytes(lambda raw: raw.decode("utf-8-sig").encode("cp874", "replace"))
    ),
    harmless("a table as Unicode text", table_bytes(lambda raw: raw.decode("utf-8-sig").encode("utf-16"))),
    harmless("a table with other ends of lines", table_bytes(lambda raw: raw.replace(b"\r\n", b"\n"))),
    harmless("a table with amounts separated", table_cells(_separated)),
    harmless("a table with days in words", table_cells(_dotted)),
    harmless(
        "a table in Thai digits",
        table_cells(lambda cell: cell.translate(THAI) if re.fullmatch(r"[\d.,/]+", cell) else cell),
    ),
    harmless("a table with its columns in another order", columns_moved),
    harmless("a table with amounts and their unit", table_cells(_with_unit)),
    harmless("a table with days as letters have them", table_cells(_dashed)),
    harmless("a table with numbers before its headings", table_rows(_numbered)),
    harmless("a table with numbers below its headings", table_rows(_numbers_below)),
    harmless("a table with a note and a signature", table_rows(_foot)),
    harmless("a table with its total", table_rows(with_total)),
)
