"""Procurement as tables: the columns of each form, and months that had none."""

from __future__ import annotations

from dataclasses import replace

from pydantic import Field

from generator.blocks import procurement_wordings as wordings
from generator.blocks.procurement_columns import (
    AGREED_PRICE,
    BUDGET,
    CONTRACT_DATE,
    CONTRACT_NUMBER,
    EGP_NUMBER,
    FISCAL_YEAR,
    JOB,
    MEDIAN_PRICE,
    METHOD,
    NUMBER,
    SOURCE_OF_BUDGET,
    STATUS,
    UNIT,
    WIDE,
    WINNER,
)
from generator.models.shared import Model, Period, Text
from generator.tables.columns import Beside, Column, Form

_SPLIT = {
    wordings.WINNER_AND_PRICE: ("winner", "agreed_price"),
    wordings.NUMBER_AND_DAY: ("contract_number", "contract_date"),
}
_BESIDE = (Beside("bids", "ราคาที่เสนอ", wordings.BIDS_BESIDE),)
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
            wording=wordings.BUDGET,
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
            wording=wordings.BIDS,
        ),
        replace(WINNER, header="ผู้ได้รับการคัดเลือก", aliases=(*WINNER.aliases, WINNER.header), blank="refused"),
        replace(AGREED_PRICE, blank="refused", description="ราคาตามสัญญาหรือข้อตกลงเป็นบาท"),
        Column(
            "reason",
            "เหตุผลที่คัดเลือกโดยสรุป",
            "เหตุผลที่เลือกรายนี้",
            aliases=("เหตุผลที่คัดเลือก", "เหตุผล", "เหตุผลในการคัดเลือก"),
            wording=wordings.REASON,
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
    summed_by=("method", "job"),
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
    summed_by=("method", "job"),
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
            wording=wordings.PLANNED_MONTH,
        ),
        UNIT,
        *_may_lack(EGP_NUMBER),
    ),
    sums=("budget",),
    groups=("method", "unit"),
    month_of=("planned_month",),
    unique=(("egp_number", "job"),),
    others=(MONTHLY,),
    summed_by=("method", "job"),
)
"""What will be bought in the year."""

NOTICES = Form(
    (
        NUMBER,
        Column(
            "title",
            "เรื่อง",
            "ชื่อประกาศ",
            aliases=("ชื่อประกาศ", "ประกาศ", "ชื่อเรื่อง", "ประกาศเรื่อง", "หัวข้อ"),
            wording=wordings.NOTICE_TITLE,
        ),
        Column(
            "kind",
            "ประเภทประกาศ",
            "เช่น ประกาศเชิญชวน ประกาศราคากลาง ประกาศผู้ชนะ",
            aliases=("ประเภท", "ประเภทของประกาศ", "ชนิด"),
            wording=wordings.NOTICE_KIND,
        ),
        Column(
            "date",
            "วันที่ประกาศ",
            description="วันที่ลงประกาศ เช่น 15/10/2567",
            kind="date",
            aliases=("วันที่", "ลงวันที่", "ประกาศวันที่"),
            in_year=True,
            wording=wordings.NOTICE_DATE,
        ),
        Column(
            "link",
            "ลิงก์ประกาศ",
            "ที่อยู่เว็บของประกาศ",
            "link",
            ("ลิงก์", "ลิงค์", "url", "ที่อยู่เว็บ"),
            wording=wordings.NOTICE_LINK,
        ),
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
    summed_by=("method", "job"),
)
"""The jobs of a year that is over; the table of jobs of that year's items fits."""


class MonthsWithout(Model):
    """เดือนที่ไม่มีการจัดซื้อจัดจ้าง หรือยังไม่ถึง"""

    month: Period = Field(description="เดือนที่ไม่มี เช่น มกราคม 2568; หลายเดือนติดกันเขียน เมษายน – มิถุนายน 2568")
    reason: Text = Field(description="คำกล่าวว่าไม่มี เช่น ไม่มีการจัดซื้อจัดจ้าง")
