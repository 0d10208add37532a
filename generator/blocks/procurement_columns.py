"""The columns of procurement: the heading of the official form, and what else offices write for each.

Headings are those of the official forms. ``aliases`` are other names that are met as they stand; what offices say in ever
new words is known by the ``wording`` of each column, from :mod:`generator.blocks.procurement_wordings`.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from generator.blocks import procurement_wordings as wordings
from generator.models.shared import Text
from generator.tables.columns import Choice, Column

METHODS: tuple[Choice, ...] = tuple(
    Choice(one["id"], Text.model_validate(one["name"]), tuple(one["aliases"]), one.get("kind_of", ""))
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
    wording=wordings.JOB,
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
    wording=wordings.BUDGET,
)
SOURCE_OF_BUDGET = Column(
    "source_of_budget",
    "แหล่งที่มาของงบประมาณ",
    "เช่น พ.ร.บ. งบประมาณรายจ่าย หรือเงินนอกงบประมาณ",
    aliases=("แหล่งงบประมาณ", "แหล่งเงิน", "ที่มาของงบประมาณ", "แหล่งที่มางบประมาณ"),
    wording=wordings.SOURCE_OF_BUDGET,
)
STATUS = Column(
    "status",
    "สถานะการจัดซื้อจัดจ้าง",
    "งานไปถึงไหนแล้ว เช่น อยู่ระหว่างระยะสัญญา",
    aliases=("สถานะ", "สถานะการดำเนินการ", "ความก้าวหน้า", "สถานะโครงการ", "project_status"),
    is_name="name",
    wording=wordings.STATUS,
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
    wording=wordings.METHOD,
)
MEDIAN_PRICE = Column(
    "median_price",
    "ราคากลาง (บาท)",
    "ราคากลางเป็นบาท; ไม่มีราคากลางเขียน -",
    "amount",
    ("price_build", "ราคากลางโครงการ"),
    blank="stated",
    wording=wordings.MEDIAN_PRICE,
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
    wording=wordings.AGREED_PRICE,
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
    wording=wordings.WINNER,
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
    wording=wordings.EGP_NUMBER,
)
CONTRACT_NUMBER = Column(
    "contract_number",
    "เลขที่สัญญาหรือข้อตกลง",
    "เลขที่สัญญา ข้อตกลง หรือใบสั่ง ไม่ซ้ำกันในตาราง",
    aliases=("เลขที่สัญญา", "เลขที่ของสัญญา", "เลขที่ของสัญญาหรือข้อตกลง", "เลขที่ใบสั่งซื้อใบสั่งจ้าง", "สัญญาเลขที่", "contract_no"),
    blank="stated",
    wording=wordings.CONTRACT_NUMBER,
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
    wording=wordings.CONTRACT_DATE,
)
UNIT = Column(
    "unit",
    "หน่วยงานเจ้าของงาน",
    "หน่วยงานภายในที่ใช้งาน ชื่อหรือชื่อย่อตาม units.yaml",
    aliases=("หน่วยงานภายใน", "ส่วนงาน", "กลุ่มงาน", "กอง", "สำนัก", "เจ้าของงาน", "ชื่อหน่วยงานย่อย", "dept_sub_name"),
    required=False,
    blank="allowed",
    wording=wordings.UNIT,
)
FISCAL_YEAR = Column(
    "fiscal_year",
    "ปีงบประมาณ",
    "ปีงบประมาณ พ.ศ. ของข้อมูล เหมือนกันทุกแถว",
    "year",
    ("ปี", "ปีงบประมาณ พ.ศ.", "budget_year"),
    required=False,
    wording=wordings.FISCAL_YEAR,
)
WIDE = tuple(
    Column(key, header, description, aliases=aliases, required=False, blank="allowed", wording=wording)
    for key, header, description, aliases, wording in (
        ("agency", "ชื่อหน่วยงาน", "ชื่อหน่วยงานของรัฐ", ("หน่วยงาน", "หน่วยงานของรัฐ", "dept_name"), wordings.AGENCY),
        ("district", "อำเภอ", "อำเภอหรือเขตที่ตั้ง", ("เขต", "อำเภอ/เขต"), wordings.DISTRICT),
        ("province", "จังหวัด", "จังหวัดที่ตั้ง", (), ""),
        ("ministry", "กระทรวง", "กระทรวงที่สังกัด", ("สังกัดกระทรวง", "สังกัด"), ""),
        ("agency_type", "ประเภทหน่วยงาน", "ประเภทของหน่วยงาน", ("ประเภทของหน่วยงาน",), ""),
    )
)
