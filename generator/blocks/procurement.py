"""Procurement as tables: the columns of each form, the methods, and months that had none.

Headers are those of the official forms; where a form is known only from agencies' pages, its other wordings are aliases.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import yaml
from pydantic import Field

from generator.models.shared import Model, Period, Text
from generator.tables.columns import Choice, Column, Form

METHODS: tuple[Choice, ...] = tuple(
    Choice(one["id"], Text.model_validate(one["name"]), tuple(one["aliases"]))
    for one in yaml.load((Path(__file__).parent / "procurement.yaml").read_bytes(), yaml.CSafeLoader)["methods"]
)
"""How the law lets an agency buy."""

NUMBER = Column(
    "number", "ลำดับ", "ลำดับที่ของแถว โปรแกรมไม่ใช้", "ordinal", ("ที่", "ลำดับที่", "เลขที่", "no", "no."), required=False
)
JOB = Column(
    "job",
    "ชื่อรายการของงานที่ซื้อหรือจ้าง",
    "ชื่องานที่ซื้อหรือจ้าง",
    aliases=(
        "ชื่องาน",
        "รายการ",
        "ชื่อรายการ",
        "ชื่อโครงการ",
        "งานที่ซื้อหรือจ้าง",
        "งานที่จัดซื้อหรือจัดจ้าง",
        "งานที่จัดซื้อจัดจ้าง",
        "งานจัดซื้อจัดจ้าง",
        "ชื่องานที่จัดซื้อหรือจัดจ้าง",
        "ชื่องานที่ซื้อหรือจ้าง",
        "รายการจัดซื้อจัดจ้าง",
        "งานที่จัดซื้อหรือจ้าง",
        "รายละเอียดงานที่ซื้อหรือจ้าง",
        "ชื่องานหรือโครงการ",
        "project_name",
    ),
    is_name="name",
)
BUDGET = Column(
    "budget",
    "วงเงินงบประมาณที่ได้รับจัดสรร (บาท)",
    "วงเงินงบประมาณเป็นบาท ตัวเลขอย่างเดียว",
    "amount",
    (
        "วงเงินงบประมาณ",
        "งบประมาณ",
        "วงเงินที่ได้รับจัดสรร",
        "งบประมาณที่ได้รับจัดสรร",
        "วงเงิน",
        "วงเงินงบประมาณโครงการ",
        "งบประมาณโครงการ",
        "วงเงินที่จะซื้อหรือจ้าง",
        "วงเงินงบประมาณที่จะซื้อหรือจ้าง",
        "งบประมาณที่ตั้งไว้",
        "project_money",
    ),
)
SOURCE_OF_BUDGET = Column(
    "source_of_budget",
    "แหล่งที่มาของงบประมาณ",
    "เช่น พ.ร.บ. งบประมาณรายจ่าย หรือเงินนอกงบประมาณ",
    aliases=("แหล่งงบประมาณ", "แหล่งเงิน", "ที่มาของงบประมาณ", "แหล่งที่มางบประมาณ"),
)
STATUS = Column(
    "status",
    "สถานะการจัดซื้อจัดจ้าง",
    "งานไปถึงไหนแล้ว เช่น อยู่ระหว่างระยะสัญญา",
    aliases=("สถานะ", "สถานะการดำเนินการ", "ความก้าวหน้า", "สถานะโครงการ", "project_status"),
    is_name="name",
)
METHOD = Column(
    "method",
    "วิธีการจัดซื้อจัดจ้าง",
    "วิธีตามกฎหมาย เช่น วิธีเฉพาะเจาะจง",
    "choice",
    (
        *(
            f"วิธี{of}{what}"
            for of in ("", "การ")
            for what in ("", "จัดซื้อจัดจ้าง", "ซื้อหรือจ้าง", "จัดหา", "ดำเนินการ", "จัดซื้อ", "จัดจ้าง")
        ),
        "purchase_method_name",
    ),
    choices=METHODS,
)
MEDIAN_PRICE = Column(
    "median_price",
    "ราคากลาง (บาท)",
    "ราคากลางเป็นบาท; ไม่มีราคากลางเขียน -",
    "amount",
    ("price_build", "ราคากลางโครงการ"),
    blank="stated",
)
AGREED_PRICE = Column(
    "agreed_price",
    "ราคาที่ตกลงซื้อหรือจ้าง (บาท)",
    "ราคาตามสัญญาเป็นบาท; เว้นว่างเมื่อยังไม่ได้ผู้รับคัดเลือก",
    "amount",
    (
        "ราคาที่ตกลง",
        "ราคาที่ตกลงซื้อ",
        "ราคาตามสัญญา",
        "วงเงินตามสัญญา",
        "ราคาที่ตกลงซื้อจ้าง",
        "ราคาที่จัดซื้อจัดจ้าง",
        "ราคาที่ตกลงราคา",
        "sum_price_agree",
    ),
    blank="allowed",
)
WINNER = Column(
    "winner",
    "รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก",
    "ผู้ได้รับการคัดเลือก; เว้นว่างเมื่อยังไม่ได้ผู้รับคัดเลือก",
    aliases=(
        "ผู้ได้รับการคัดเลือก",
        "ผู้ได้รับคัดเลือก",
        "รายชื่อผู้ได้รับการคัดเลือก",
        "ผู้ชนะ",
        "คู่สัญญา",
        "ชื่อคู่สัญญา",
        "ผู้ประกอบการที่ได้รับการคัดเลือก",
        "ผู้ที่ได้รับการคัดเลือก",
        "ผู้ที่ได้รับคัดเลือก",
        "ผู้ได้รับการคัดเลือกโดยสรุป",
        "ชื่อผู้ได้รับการคัดเลือก",
        "ชื่อผู้ชนะ",
        "ชื่อผู้ประกอบการที่ได้รับการคัดเลือก",
        *("ผู้ขายหรือผู้รับจ้าง", "ผู้รับจ้างหรือผู้ขาย", "ผู้ขาย", "ผู้รับจ้าง"),
    ),
    blank="allowed",
    is_name="winner",
)
EGP_NUMBER = Column(
    "egp_number",
    "เลขที่โครงการในระบบ e-GP",
    "เลขที่โครงการ 11 หลัก สี่หลักแรกเป็นปี พ.ศ. สองหลักและเดือน; งานที่ไม่อยู่ในระบบเขียน -",
    "egp",
    (
        "เลขที่โครงการ",
        "เลขโครงการ",
        "เลขที่โครงการ e-GP",
        "เลขโครงการ e-GP",
        "รหัสโครงการ",
        "เลขที่โครงการในระบบ eGP",
        "project_id",
    ),
    blank="stated",
)
CONTRACT_NUMBER = Column(
    "contract_number",
    "เลขที่สัญญาหรือข้อตกลง",
    "เลขที่สัญญา ข้อตกลง หรือใบสั่ง ไม่ซ้ำกันในตาราง",
    aliases=("เลขที่สัญญา", "เลขที่ของสัญญา", "เลขที่ของสัญญาหรือข้อตกลง", "เลขที่ใบสั่งซื้อใบสั่งจ้าง", "สัญญาเลขที่", "contract_no"),
    blank="stated",
)
CONTRACT_DATE = Column(
    "contract_date",
    "วันที่ของสัญญาหรือข้อตกลง",
    description="วันที่ลงนาม เช่น 15/10/2567",
    kind="date",
    aliases=(
        *("วันที่สัญญา", "วันที่ทำสัญญา", "วันที่ของสัญญา", "ลงวันที่", "ลงวันที่ของสัญญา"),
        *("วันที่ลงนาม", "วันที่ลงนามในสัญญา", "วันที่ลงนามสัญญา"),
    ),
)
UNIT = Column(
    "unit",
    "หน่วยงานเจ้าของงาน",
    "หน่วยงานภายในที่ใช้งาน ชื่อหรือชื่อย่อตาม units.yaml",
    aliases=("หน่วยงานภายใน", "ส่วนงาน", "กลุ่มงาน", "กอง", "สำนัก", "เจ้าของงาน", "ชื่อหน่วยงานย่อย", "dept_sub_name"),
    required=False,
    blank="allowed",
)
FISCAL_YEAR = Column(
    "fiscal_year",
    "ปีงบประมาณ",
    "ปีงบประมาณ พ.ศ. ของข้อมูล เหมือนกันทุกแถว",
    "year",
    ("ปี", "ปีงบประมาณ พ.ศ.", "budget_year"),
    required=False,
)
WIDE = tuple(
    Column(key, header, description, aliases=aliases, required=False, blank="allowed")
    for key, header, description, aliases in (
        ("agency", "ชื่อหน่วยงาน", "ชื่อหน่วยงานของรัฐ", ("หน่วยงาน", "หน่วยงานของรัฐ", "dept_name")),
        ("district", "อำเภอ", "อำเภอหรือเขตที่ตั้ง", ("เขต", "อำเภอ/เขต")),
        ("province", "จังหวัด", "จังหวัดที่ตั้ง", ()),
        ("ministry", "กระทรวง", "กระทรวงที่สังกัด", ("สังกัดกระทรวง", "สังกัด")),
        ("agency_type", "ประเภทหน่วยงาน", "ประเภทของหน่วยงาน", ("ประเภทของหน่วยงาน",)),
    )
)

_SPLIT = {
    **dict.fromkeys(
        (
            f"{winner}และ{price}"
            for winner in (
                *("ผู้ได้รับการคัดเลือก", "ผู้ได้รับคัดเลือก", "ผู้ที่ได้รับการคัดเลือก", "ผู้ที่ได้รับคัดเลือก"),
                *("ผู้เสนอราคาที่ได้รับการคัดเลือก", "รายชื่อผู้ได้รับการคัดเลือก", "ผู้ชนะ", "ผู้ชนะการเสนอราคา"),
            )
            for price in ("ราคา", "ราคาที่ตกลง", "ราคาที่ตกลงซื้อ", "ราคาที่ตกลงซื้อหรือจ้าง", "ราคาที่ตกลงซื้อจ้าง")
        ),
        ("winner", "agreed_price"),
    ),
    **dict.fromkeys(
        (
            f"{both}{of}"
            for both in ("เลขที่และวันที่", "เลขที่และวันที่ของ", "เลขที่และวันที่ลงนาม")
            for of in ("", "สัญญา", "สัญญาหรือข้อตกลง", "สัญญาหรือข้อตกลงในการซื้อหรือจ้าง", "สัญญาหรือข้อตกลงการซื้อหรือจ้าง")
        ),
        ("contract_number", "contract_date"),
    ),
    **dict.fromkeys(("เลขที่สัญญาและวันที่", "สัญญาเลขที่และวันที่"), ("contract_number", "contract_date")),
}
_BESIDE = {"ราคาที่เสนอ": "bids", "ราคาที่ผู้เสนอราคาเสนอ": "bids", "ราคาเสนอ": "bids", "จำนวนเงินที่เสนอ": "bids"}
"""The bids in a column of their own beside that of the bidders."""


def _may_lack(*columns: Column) -> tuple[Column, ...]:
    """The columns for a form that can do without them."""
    return tuple(replace(one, required=False, blank="refused" if one.kind == "year" else "allowed") for one in columns)


_ITEM = (JOB, BUDGET, SOURCE_OF_BUDGET, STATUS, METHOD, MEDIAN_PRICE, AGREED_PRICE, WINNER, EGP_NUMBER)

MONTHLY = Form(
    (
        NUMBER,
        replace(JOB, header="งานที่จัดซื้อหรือจัดจ้าง", aliases=(*JOB.aliases, JOB.header)),
        Column(
            "amount",
            "วงเงินที่จะซื้อหรือจ้าง (บาท)",
            "วงเงินเป็นบาท ตัวเลขอย่างเดียว",
            "amount",
            (
                "วงเงินที่จะซื้อ",
                "วงเงินที่จะจัดซื้อจัดจ้าง",
                "วงเงินที่ซื้อหรือจ้าง",
                "วงเงิน",
                "วงเงินงบประมาณ",
                "วงเงินในการจัดซื้อจัดจ้าง",
                "วงเงินงบประมาณที่จะซื้อหรือจ้าง",
            ),
        ),
        MEDIAN_PRICE,
        replace(METHOD, header="วิธีซื้อหรือจ้าง", aliases=(*METHOD.aliases, METHOD.header)),
        Column(
            "bids",
            "รายชื่อผู้เสนอราคาและราคาที่เสนอ",
            "ผู้เสนอราคาทุกราย และราคาที่แต่ละรายเสนอ; หลายรายขึ้นบรรทัดใหม่ในช่อง หรือคั่นด้วย ;",
            "lines",
            (
                "ผู้เสนอราคาและราคาที่เสนอ",
                "ผู้เสนอราคา",
                "รายชื่อผู้เสนอราคา",
                "รายชื่อผู้เสนอราคาและราคา",
                "รายชื่อผู้เข้าเสนอราคาและราคาที่เสนอ",
            ),
        ),
        replace(WINNER, header="ผู้ได้รับการคัดเลือก", aliases=(*WINNER.aliases, WINNER.header), blank="refused"),
        replace(AGREED_PRICE, blank="refused", description="ราคาตามสัญญาหรือข้อตกลงเป็นบาท"),
        Column(
            "reason",
            "เหตุผลที่คัดเลือกโดยสรุป",
            "เหตุผลที่เลือกรายนี้",
            aliases=("เหตุผลที่คัดเลือก", "เหตุผล", "เหตุผลในการคัดเลือก"),
        ),
        CONTRACT_NUMBER,
        replace(CONTRACT_DATE, in_year=True),
        UNIT,
        *_may_lack(EGP_NUMBER),
    ),
    sums=("amount", "agreed_price"),
    groups=("method", "unit"),
    month_of=("contract_date",),
    unique=(("contract_number",),),
    split=_SPLIT,
    beside=_BESIDE,
    continued="bids",
    same=("job", "amount", "agreed_price", "winner", "contract_date"),
    has_months=True,
    name="สขร.1",
)
"""What was agreed on in each month, the form สขร.1."""

ITEMS = Form(
    (NUMBER, FISCAL_YEAR, *WIDE, UNIT, *_ITEM, *_may_lack(CONTRACT_NUMBER, CONTRACT_DATE)),
    sums=("budget", "agreed_price"),
    groups=("method", "status", "unit"),
    month_of=("contract_date", "egp_number"),
    unique=(("contract_number",), ("egp_number", "job", "winner")),
    together=(("agreed_price", "winner"),),
    split=_SPLIT,
    same=("job", "budget", "agreed_price", "winner", "contract_date"),
    others=(MONTHLY,),
)
"""Jobs and how far each is."""

PLAN = Form(
    (
        NUMBER,
        replace(
            JOB, header="ชื่อโครงการ", aliases=(*JOB.aliases, JOB.header, "โครงการ"), description="ชื่อโครงการที่จะจัดซื้อจัดจ้าง"
        ),
        replace(BUDGET, header="งบประมาณโครงการ (บาท)", aliases=(*BUDGET.aliases, BUDGET.header)),
        *_may_lack(SOURCE_OF_BUDGET),
        METHOD,
        Column(
            "planned_month",
            "คาดว่าจะประกาศจัดซื้อจัดจ้าง (เดือน/ปี)",
            description="เดือนที่คาดว่าจะประกาศ เช่น ธันวาคม 2567 หรือ 12/2567",
            kind="month",
            aliases=(
                "คาดว่าจะประกาศจัดซื้อจัดจ้าง",
                "เดือนที่คาดว่าจะประกาศ",
                "เดือนที่จะดำเนินการ",
                "เดือนปีที่คาดว่าจะประกาศจัดซื้อจัดจ้าง",
                "เดือน",
            ),
            in_year=True,
        ),
        UNIT,
        *_may_lack(EGP_NUMBER),
    ),
    sums=("budget",),
    groups=("method", "unit"),
    month_of=("planned_month",),
    unique=(("egp_number", "job"),),
    others=(MONTHLY,),
)
"""What will be bought in the year."""

NOTICES = Form(
    (
        NUMBER,
        Column("title", "เรื่อง", "ชื่อประกาศ", aliases=("ชื่อประกาศ", "ประกาศ", "ชื่อเรื่อง", "ประกาศเรื่อง", "หัวข้อ")),
        Column(
            "kind",
            "ประเภทประกาศ",
            "เช่น ประกาศเชิญชวน ประกาศราคากลาง ประกาศผู้ชนะ",
            aliases=("ประเภท", "ประเภทของประกาศ", "ชนิด"),
        ),
        Column(
            "date",
            "วันที่ประกาศ",
            description="วันที่ลงประกาศ เช่น 15/10/2567",
            kind="date",
            aliases=("วันที่", "ลงวันที่", "ประกาศวันที่"),
            in_year=True,
        ),
        Column("link", "ลิงก์ประกาศ", "ที่อยู่เว็บของประกาศ", "link", ("ลิงก์", "ลิงค์", "url", "ที่อยู่เว็บ")),
        *_may_lack(EGP_NUMBER, UNIT),
    ),
    groups=("kind", "unit"),
    month_of=("date",),
    unique=(("link", "title", "kind", "date"),),
)
"""Notices under the procurement act."""

ANNUAL = Form(
    (
        NUMBER,
        *_may_lack(FISCAL_YEAR),
        *WIDE,
        UNIT,
        JOB,
        BUDGET,
        *_may_lack(SOURCE_OF_BUDGET, STATUS),
        METHOD,
        *_may_lack(MEDIAN_PRICE),
        AGREED_PRICE,
        *_may_lack(WINNER, EGP_NUMBER, CONTRACT_NUMBER, CONTRACT_DATE),
    ),
    sums=("budget", "agreed_price"),
    groups=("method", "unit"),
    month_of=("contract_date", "egp_number"),
    unique=(("contract_number",), ("egp_number", "job", "winner")),
    split=_SPLIT,
    same=("job", "budget", "agreed_price", "winner", "contract_date"),
    others=(MONTHLY,),
)
"""The jobs of a year that is over; the table of jobs of that year's items fits."""


class MonthsWithout(Model):
    """เดือนที่ไม่มีการจัดซื้อจัดจ้าง หรือยังไม่ถึง"""

    month: Period = Field(description="เดือนที่ไม่มี เช่น มกราคม 2568; หลายเดือนติดกันเขียน เมษายน – มิถุนายน 2568")
    reason: Text = Field(description="คำกล่าวว่าไม่มี เช่น ไม่มีการจัดซื้อจัดจ้าง")
