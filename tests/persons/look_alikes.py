"""What of documents of the government only looks like a person's number or home.

A template of :data:`WRITTEN` is a text in which ``#`` is any digit, ``{y}`` a year, ``{n}`` a number below 100, ``{m}`` one
below 13, and ``[a|b]`` one of these.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

from tests.persons.draws import Draw, a_phone, an_id, some_digits


def _written(template: str) -> Draw:
    def draw(rng: random.Random) -> str:
        text = re.sub(r"\[([^\]]*)\]", lambda match: rng.choice(match[1].split("|")), template)
        text = text.replace("{y}", str(rng.randint(2550, 2570))).replace("{m}", str(rng.randint(1, 12)))
        text = text.replace("{n}", str(rng.randint(1, 99)))
        return re.sub("#", lambda _: rng.choice("0123456789"), text)

    return draw


_DRAWN: Mapping[str, Draw] = {
    "project number of e-GP": lambda rng: (
        f"เลขที่โครงการ 6{rng.randint(5, 9)}{rng.randint(1, 12):02}{some_digits(rng, 7)}"
    ),
    "contract control number": lambda rng: (
        f"เลขคุมสัญญา 6{rng.randint(5, 9)}{rng.randint(1, 12):02}{some_digits(rng, 8)}"
    ),
    "contract number and year": lambda rng: (
        f"สัญญาเลขที่ {rng.randint(1, 999)}/256{rng.randint(0, 9)} ลงวันที่ 3 มกราคม 2567"
    ),
    "letter's number": lambda rng: f"ที่ นร {rng.randint(1000, 9999)}/{rng.randint(1, 99999)} ลงวันที่ 9 สิงหาคม 2567",
    "office phone of Bangkok": lambda rng: (
        f"โทร 0 2{some_digits(rng, 3)} {some_digits(rng, 4)} ต่อ {some_digits(rng, 4)}"
    ),
    "office phone, close": lambda rng: f"โทร. 02{some_digits(rng, 7)}",
    "office phone, a range": lambda rng: f"02-{some_digits(rng, 3)}-{some_digits(rng, 4)}-{rng.randint(1, 9)}",
    "office phone of a province": lambda rng: (
        f"โทรศัพท์ 0{rng.choice(('32', '34', '38', '43', '53', '55', '74', '77'))}-{some_digits(rng, 6)}"
    ),
    "office phone, +66": lambda rng: f"+66 2 {some_digits(rng, 3)} {some_digits(rng, 4)}",
    "short and toll-free numbers": lambda rng: (
        f"สายด่วน 1{some_digits(rng, 3)} หรือ 1800-{some_digits(rng, 3)}-{some_digits(rng, 3)}"
    ),
    "tax number of a company": lambda rng: f"เลขประจำตัวผู้เสียภาษี 0{some_digits(rng, 12)}",
    "tax number of an agency": lambda rng: f"เลขผู้เสียภาษี 0994000{some_digits(rng, 6)}",
    "amounts of money": lambda rng: (
        f"{rng.randint(1, 9)},{some_digits(rng, 3)},{some_digits(rng, 3)},{some_digits(rng, 3)}.{some_digits(rng, 2)} บาท"
    ),
    "amount without commas": lambda rng: f"วงเงิน {rng.randint(1, 9)}{some_digits(rng, 9)}.{some_digits(rng, 2)} บาท",
    "a row of figures": lambda rng: " ".join(str(rng.randint(1, 99999)) for _ in range(8)),
    "a row of small figures": lambda rng: " ".join(
        some_digits(rng, 1) for _ in range(rng.choice((8, 10, 12, 14, 20, 31)))
    ),
    "years in a row": lambda rng: " ".join(str(year) for year in range(2560 + rng.randint(0, 4), 2569)),
    "times and dates": lambda rng: (
        f"0{rng.randint(8, 9)}.{rng.choice(('00', '30'))}-16.30 น. 0{rng.randint(1, 9)}/0{rng.randint(1, 9)}/256{rng.randint(0, 9)}"
    ),
    "scores": lambda rng: " ".join(f"{rng.randint(60, 99)}.{some_digits(rng, 2)}" for _ in range(10)),
    "shares": lambda rng: f"0.8{some_digits(rng, 9)}",
    "budget code": lambda rng: f"รหัสงบประมาณ 2{rng.randint(0, 1)}00{some_digits(rng, 12)}",
    "GFMIS document": lambda rng: f"เอกสาร GFMIS 3{some_digits(rng, 9)}",
    "asset number": lambda rng: (
        f"ครุภัณฑ์ {rng.randint(1000, 9999)}-{some_digits(rng, 3)}-{some_digits(rng, 4)}/{rng.randint(1, 99)}"
    ),
    "ISBN": lambda rng: f"ISBN 978-616-{some_digits(rng, 3)}-{some_digits(rng, 3)}-{rng.randint(0, 9)}",
    "code with letters": lambda rng: f"รหัส AB{a_phone(rng)}",
    "address of the web": lambda rng: f"https://www.example.go.th/{an_id(rng)}/{a_phone(rng)}.pdf",
    "coordinates": lambda rng: (
        f"{rng.randint(6, 20)}.{some_digits(rng, 6)}, {rng.randint(98, 105)}.{some_digits(rng, 6)}"
    ),
    "office's address": lambda rng: (
        f"สำนักงาน {rng.randint(1, 999)} ถนนราชดำเนิน แขวงบวรนิเวศ เขตพระนคร กรุงเทพมหานคร 10200"
    ),
    "road works": lambda rng: f"ก่อสร้างถนน คสล. ซอย {rng.randint(1, 40)} หมู่ที่ {rng.randint(1, 12)} ตำบลบางรัก",
    "villages": lambda rng: f"ครอบคลุม {rng.randint(1, 40)} หมู่บ้าน {rng.randint(1, 12)} ตำบล",
    "postal code and year": lambda rng: f"10{some_digits(rng, 3)} พ.ศ. 256{rng.randint(0, 9)}",
    "cells beside each other": lambda rng: (
        f"{some_digits(rng, 3)}\t{some_digits(rng, 3)}\t{some_digits(rng, 4)}\t{some_digits(rng, 5)}"
    ),
    "versions and addresses of computers": lambda rng: (
        f"192.168.{rng.randint(0, 255)}.{rng.randint(0, 255)} v{rng.randint(1, 9)}.{some_digits(rng, 2)}"
    ),
}


WRITTEN: tuple[str, ...] = (
    # projects, purchases, contracts
    "โครงการเลขที่ 6#0########", "เลขที่โครงการ: 6#[01|05|09|12]#######", "e-GP 6#[02|08|11]#######", "เลขที่คุมสัญญา 6#0[1|2|3]########",
    "เลขที่สัญญา จ.{n}/{y}", "สัญญาจ้างเลขที่ CNTR-#####/6#", "สัญญาซื้อขายเลขที่ {n}/{y} ลงวันที่ {n} มกราคม {y}",
    "ใบสั่งซื้อเลขที่ PO 45########", "ใบสั่งจ้างเลขที่ {n}/{y} ลว. {n} ก.พ. {y}", "เลขที่ PO 41########", "รหัสแผน P6#[03|07|10]#######",
    "ประกาศเลขที่ E-bidding {n}/{y}", "e-bidding {n}/{y} เลขที่ {n}/{y}", "แผนการจัดซื้อจัดจ้าง P68##00#####", "TOR ฉบับที่ {n} หน้า {n}/##",
    "ราคากลาง #,###,###.## บาท วงเงิน #,###,###.00", "เสนอราคา 1,###,###.00 2,###,###.50 3,###,###.25", "วงเงินงบประมาณ ########.00 บาท",
    "โครงการ 6#[04|06|09]####### วงเงิน ######.00 สัญญา {n}/{y}", "ลำดับ {n} โครงการ 6#[04|06|12]####### เสนอราคา 3 ราย",
    # office telephones
    "โทร. 0 2### ####-#", "โทรศัพท์ 02 ### #### ต่อ ####", "โทร 02-###-#### ถึง ##", "โทรสาร 0 2### ####", "Tel. +66 2### ####",
    "โทร. 0-2###-####", "โทร 0-[32|34|38|43|53|74|77]##-####", "โทร. 0 [43|53|55|74]## ####", "โทร [045|053|077] ### ###", "โทร 0[53]-######-# โทรสาร 0[53]-######",
    "(02) ###-####", "02.###.####", "โทร. (053) ###-###", "หมายเลขภายใน ####, ####, ####", "IP Phone 2#### ต่อ {n}", "สายด่วน 1###, 1###", "Call Center 1###",
    "โทร. 02-###-####, 02-###-####", "โทร 02######## แฟกซ์ 02#######", "มท. ##### ต่อ ####", "Tel: (+66) 2 ### ####", "โทร 1212 OCC หรือ 1111 กด {n}",
    "โทรศัพท์ 0 3### #### - {n}", "โทรศัพท์\tโทรสาร\n02#######\t02#######", "เบอร์โทร\tหน่วยงาน\n053######\tกองคลัง", "เบอร์ภายใน\tชื่อ\n####\tกองช่าง",
    # laws, letters, orders, courts
    "มาตรา {n} วรรค {m} แห่งพระราชบัญญัติ พ.ศ. {y}", "เล่ม 1## ตอนที่ {n} ก หน้า {n} ลงวันที่ {n} ธันวาคม {y}", "ราชกิจจานุเบกษา เล่ม 13# ตอนพิเศษ ### ง", "พ.ร.บ. ข้อมูลข่าวสาร 2540 มาตรา 7 8 9 {n} {n}",
    "หนังสือ ที่ มท 0808.2/ว #### ลว. {n} ม.ค. {y}", "ที่ กค (กวจ) 0405.2/ว ### ลงวันที่ {n} มีนาคม {y}", "คำสั่งที่ ####/{y} ลงวันที่ {n} เมษายน {y}", "คดีหมายเลขดำที่ อ.###/{y} คดีหมายเลขแดงที่ อ.####/{y}",
    "ระเบียบ ข้อ {n} ({m}) ข้อ {n} ข้อ {n}", "หนังสือเลขที่ {n}/{y} หมู่ {m}", "มติ ครม. เมื่อวันที่ {n} มกราคม {y} ข้อ {m}.{m}.{m}", "ว ###/{y} ว ###/{y} ว ###/{y}", "ที่ อว 69.##.#/#### ลงวันที่ {n} พฤษภาคม {y}",
    "ฎีกาเลขที่ ####/{y}", "ประกาศ ฉบับที่ {n} พ.ศ. {y}",
    # taxes and companies
    "เลขประจำตัวผู้เสียภาษีอากร 0-1055-#####-##-#", "นิติบุคคลเลขที่ 01055########", "ทะเบียนนิติบุคคล 0-7455-#####-##-#", "บริษัท ตัวอย่าง จำกัด 0105########1 วงเงิน ######", "Tax ID 0 1055 ##### ## #",
    "เลขประจำตัวผู้เสียภาษี 0994000######", "ห้างหุ้นส่วนจำกัด ก 0503########2", "เลขผู้เสียภาษี\tชื่อ\n0105########3\tบริษัท ก", "เลขประจำตัวประชาชน/ผู้เสียภาษี\tผู้ชนะ\n0105########1\tบริษัท ก จำกัด", "Company No. 0105########4",
    # money and banks
    "ธนาคารกรุงไทย อัตราดอกเบี้ย #.## ต่อปี", "อัตราแลกเปลี่ยน ธปท. 3#.#### 3#.####", "MLR #.### MOR #.### MRR #.###", "เงินฝากธนาคาร #,###,###.## บาท", "ดอกเบี้ยเงินฝากออมทรัพย์ 0.## 1.## 2.##", "ธนาคารออมสิน สาขา {n} จำนวน ### ล้านบาท",
    "หนังสือค้ำประกันธนาคารกรุงไทย เลขที่ {n}/{y}", "ธ.ก.ส. จ่ายแล้ว ###,### ราย #,###,### บาท", "รายรับ 1,###,###.## รายจ่าย 9##,###.##", "งบกลาง 12,###,### งบลงทุน 8,###,### งบบุคลากร 6,###,###", "ยอด 0.8#### 0.9#### 0.6####",
    "บัญชีเกณฑ์คงค้าง 1101######", "รหัสบัญชีแยกประเภท 5101######", "เช็คเลขที่ ######## ลงวันที่ {n}/{m}/{y}", "ใบเสร็จรับเงิน เล่มที่ {n} เลขที่ {n}", "ฎีกาเบิกจ่าย 36######## งวด {m}/{y}", "บัญชีเลขที่ ###-#-#####-#",
    # codes
    "รหัสงบประมาณ 0#00##############", "รหัสแหล่งของเงิน 68#####", "รหัสกิจกรรมหลัก ######0000#####", "รหัสหน่วยงาน 0#00# ศูนย์ต้นทุน 0#0000####", "รหัสหน่วยเบิกจ่าย 02#########", "GFMIS เอกสาร 31######## ปี {y}", "เลขที่เอกสาร 32########/36########", "ครุภัณฑ์ ####-###-####-##", "หมายเลขครุภัณฑ์ 7440-001-####/6#", "เลขทะเบียนทรัพย์สิน 1206###### {y}",
    "Barcode 885##########", "บาร์โค้ด 885##########", "EAN 4############", "ISBN 974-###-###-#", "ISSN ####-####", "DOI 10.1234/abc.{y}.######", "รหัสไปรษณีย์ ##### ตู้ ปณ. {n}", "EMS EF#########TH", "S/N 8#########", "Serial No. AB0812345###", "Part No. 08-1234-A###",
    "โฉนดเลขที่ ##### เลขที่ดิน {n} หน้าสำรวจ ###", "น.ส.3ก. เลขที่ #### เล่ม {n}", "ระวาง 5136 IV ####-{n}", "ทะเบียนรถ กข-#### กทม.", "ผู้ใช้ไฟ CA 0200########", "มิเตอร์น้ำ 1#########", "รหัสสถานศึกษา 10########", "รหัสโรงพยาบาล 0####", "เลขที่ใบอนุญาต 1{n}/{y}", "รหัส GPP 68-####-###-##", "ITA {y} คะแนน ##.## OIT ##.## IIT ##.## EIT ##.##",
    # figures and tables
    "ปี 25{n} 25{n} 25{n} รวม ###", "12 เดือน\t1\t0\t2\t0\t0\t1\t0\t0\t0\t1\t0\t0\t5", "ร้องเรียน\t#\t#\t#\t#\t#\t#", "ประชากร\t####\t####\t#####", "รวม\t##\t###\t####\t#####\t######", "1\t####\t#####\t###\t##", "งบ\t6########\t6########", "หมู่ที่\tชาย\tหญิง\n{m}\t###\t###", "#.# #.# #.# #.# #.# #.# #.# #.#",
    "ไตรมาส 1 ###,### ไตรมาส 2 ###,### ไตรมาส 3 ###,###", "ผู้เข้าอบรม {n} คน จาก {n} หน่วยงาน", "เกณฑ์ 80-100 60-79 40-59 20-39", "#### #### #####", "คน 12## 23## 34### ราย", "ร้อยละ 8#.## 9#.## 6#.## 8#.##", "ช่วง 06.00-08.30 09.00-12.00", "1,2,3,4,5,6,7,8,9,10,11,12", "0.8, 0.9, 0.6, 0.##, 0.##", "ข้อ 1.1 1.2 1.3 2.1 2.2 3.1 3.2",
    # places
    "13.###### 100.######", "พิกัด 1#.####, 99.####", "UTM 47P 6##### 15#####", "X=6##### Y=15##### Zone 47", "lat 8.###### long 98.######", "ถนนสาย ทล.{n} กม. {n}+###", "ก่อสร้างถนน คสล. หมู่ที่ {m} บ้านหนองแวง ตำบลบางรัก", "ซ่อมสร้างถนน สาย {n} หมู่ {m} ต.บางรัก อ.เมือง", "ขุดลอกคลอง หมู่ที่ {m}, {m} ต.บางรัก",
    "ศูนย์พัฒนาเด็กเล็ก {n} หมู่ที่ {m} ตำบลบางรัก", "ที่ทำการ อบต. {n}/1 หมู่ {m} ต.บางรัก อ.เมือง", "สำนักงานเทศบาล เลขที่ {n}/2 หมู่ {m} ตำบลบางรัก", "บริษัท ก จำกัด เลขที่ {n}/3 หมู่ {m} ตำบลบางรัก", "ห้องประชุม 12## อาคารรัฐประศาสนภักดี ชั้น {m}", "ห้อง 4## อาคาร {m} ชั้น {m}", "ปรับปรุงห้อง 2## อาคารชุดพักอาศัย", "ก่อสร้างแฟลต {n} ห้อง งบ ###,###", "เลขที่ {n} ถนนแจ้งวัฒนะ แขวงทุ่งสองห้อง เขตหลักสี่", "ตั้งอยู่เลขที่ {n}/1 ถนนสุขุมวิท ตำบลบางรัก", "วัดบ้านใน {n} หมู่ {m} ต.บางรัก", "โรงเรียนบ้านดอน เลขที่ {n} หมู่ {m} ตำบลบางรัก", "วางท่อระบายน้ำ ซอย {n}/1 หมู่ {m}", "รร. {n} หมู่ {m} หมู่บ้าน", "ประชุมครั้งที่ {m}/{y} หมู่ {m} ตำบลบางรัก", "จ้างเหมาทาสีห้อง {n} หอพักพยาบาล", "District Office, {n} Moo {m}, Tambon Bang Rak", "Ministry of Test, {n}/1 Soi 5, Bangkok", "หมู่ {m} {n} ครัวเรือน {n} คน", "ที่ดินเลขที่ {n}/1 หมู่ {m}", "แปลงที่ {n}/2 หมู่ {m} ตำบลบางรัก",
    # computers
    "IP 10.{n}.{n}.{n} port 8080", "เวอร์ชัน 8.{n}.{n} build 9#####", "UUID 0812345#-1234-4abc-8def-##########ab", "MAC 08:12:34:{n}:{n}:5f", "ไฟล์ 0812###_แผน.pdf", "https://a.go.th/?id=1############", "https://docs.google.com/d/1######08########", "SHA-256 08########9a######c5######dd######", "QR v{m} 08############", "รหัส #0-####",
)  # fmt: skip
LOOK_ALIKES: Mapping[str, Draw] = {**_DRAWN, **{f"`{one}`": _written(one) for one in WRITTEN}}
