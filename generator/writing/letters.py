"""How a text is spelt in letters that computers compare: Thai marks in their order, no stranger among the letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

BULLETS = "•●○◦▪■□➢❖✓·\uf0b7\uf0a7\uf0d8\uf0fc"
"""What Word sets before an entry of a list; the last ones have no meaning outside of its own letters."""
UNSEEN = re.compile(
    "[\u200b-\u200c\u200e-\u200f\u2060\ufeff\u00ad]|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
)
"""Letters that show nothing and come along with what is copied; the joiner inside of one picture letter is no such letter."""
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")
_MAY_BE_UNSEEN = re.compile("[\u00a0\u00ad\u2000-\u200f\u202f\u205f\u2060\ufeff]")
"""A class alone, which is far quicker to look for, of every letter that the two above may find."""


def seen(text: str) -> str:
    """The text as it is seen: every kind of space as a space, nothing that shows nothing."""
    if text.isascii() or not _MAY_BE_UNSEEN.search(text):
        return text
    return _SPACES.sub(" ", UNSEEN.sub("", text))


_UPPER = "ัิ-ื็"
_LOWER = "ุ-ฺ"
_TONE = "่-๋"
_MARK = "ัิ-ฺ็-๎"

MISPLACED = re.compile(
    f"ํ[{_TONE}]?า|[{_TONE}]ํา|ำ[{_TONE}]|เเ|([{_MARK}ะาำ])\\1|[{_TONE}์][{_UPPER}{_LOWER}]"
    f"|[{_TONE}]{{2}}|[{_UPPER}]{{2}}|[{_LOWER}]{{2}}|(?:(?<=[\\s0-9๐-๙ะาเ-ๆฯ])|^)[{_MARK}]"
)
"""Marks that no Thai word has in this order: in two pieces, twice, before their vowel, or on no letter."""

_MENDED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(f"ํ([{_TONE}]?)า"), r"\1ำ"),
    (re.compile(f"([{_TONE}])ํา"), r"\1ำ"),
    (re.compile(f"ำ([{_TONE}])"), r"\1ำ"),
    (re.compile("เเ"), "แ"),
    (re.compile(f"([{_MARK}ะาำ])\\1+"), r"\1"),
    (re.compile(f"([{_TONE}์])([{_UPPER}{_LOWER}])"), r"\2\1"),
)


def mended(text: str) -> str:
    """The text with every misplaced mark where it is meant to be, as far as that is certain."""
    if not may_be_misplaced(text):
        return text
    for pattern, right in _MENDED:
        text = pattern.sub(right, text)
    return text


_MAY_BE_MISPLACED = (
    re.compile(f"[{_MARK}][ัิ-ฺ็]"),
    re.compile(f"[{_TONE}][{_TONE}]"),
    re.compile(f"[\\s0-9๐-๙ะาเ-ๆฯ][{_MARK}]"),
)
_PAIRS = ("ํ", "เเ", "ะะ", "าา", "ำำ", "ำ่", "ำ้", "ำ๊", "ำ๋", "์์", "๎๎")


def may_be_misplaced(text: str) -> bool:
    """A prefilter for :data:`MISPLACED`: true of all that it finds, and four times as fast over a long text."""
    return (
        any(pair in text for pair in _PAIRS)
        or any(one.search(text) for one in _MAY_BE_MISPLACED)
        or re.match(f"[{_MARK}]", text) is not None
    )


def may_have_lost(text: str) -> bool:
    """A prefilter for :data:`LOST`."""
    return any(pair in text for pair in (" า", " ำ", "\u00a0า", "\u00a0ำ", "ๅ")) or _RING.search(text) is not None


_RING = re.compile(
    "ำ(?:(?<=[ฐถภศ]ำ)|(?<=(?<![ขฉะ])มำ)(?!เลือง)|(?<=(?<!ห)วำ)|(?<=[จผ]่ำ)|(?<=(?<!ค)ว่ำ)|(?<=(?:หน|เข|เจ|เท)้ำ)|(?<=เท่ำ)"
    "|(?<=ด้ำ)(?=น)|(?<=ก้ำ|ข่ำ)(?=ว)|(?<=จ้ำ)(?=ง)|(?<=งำ)(?<!บงำ)(?<!ปกงำ)(?=น)|(?<=กำ)(?=ศ(?!พ)|ร(?![ะ-ูอ]))"
    "|(?<=ชำ)(?=ติ)|(?<=ประชำ)|(?<=รำ)(?=ชก)|(?<=สำ)(?=ธ[าำ]ร|ม[าำ]รถ)|(?<=อำ)(?=ค[าำ]ร|จ|ยุ)|(?<=พยำ)(?=ก))"
)
"""A ำ where า belongs, as ``สำนักงำน``, ``กำรจัดซื้อ``: only in syllables that no Thai word has with ำ."""
LOST = re.compile(f"(?<=[ก-ฮ่-๋])[ \u00a0][าำ]|(?<![ฤฦ])ๅ|{_RING.pattern}")
"""What is left of ำ where a PDF lost its ring, and ๅ or ำ where า belongs: no Thai word begins with า, and ๅ follows only ฤ and ฦ."""
_LOST_WORD = re.compile("[ก-๎]+(?:[ \u00a0][าำ][ก-๎]*)*")


def lost_letters(text: str) -> Iterator[tuple[str, str]]:
    """Every word with a lost ำ, or with ๅ or ำ for า, and what is meant."""
    for word in dict.fromkeys(_LOST_WORD.findall(text)):
        if LOST.search(word):
            yield word, LOST.sub(lambda found: "ำ" if len(found[0]) > 1 else "า", word)


STRAY = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd"
    "\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
"""Letters that nobody sees, or that every computer shows differently."""
_JOINED = re.compile("(?<=[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])\u200d(?=[\U0001f000-\U0001faff\u2600-\u27bf])")
"""The joiner inside of one picture letter, where it belongs."""


def strays(text: str) -> Iterator[str]:
    """Every letter of a text that should not be there."""
    yield from STRAY.findall(_JOINED.sub("", text))


def name_of(letter: str) -> str:
    """A letter by its number and its name, for someone who cannot see it."""
    kind = "PRIVATE USE" if unicodedata.category(letter) == "Co" else "CONTROL CHARACTER"
    return f"U+{ord(letter):04X} {unicodedata.name(letter, kind)}"


_ALIKE = dict(
    zip(
        "АВЕЅІЈКМНОРСТХУЗаеорсухіјѕԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABESIJKMHOPCTXY3aeopcyxijsdqwhABEZHIKMNOPTYXo",
        strict=True,
    )
)
"""Cyrillic and Greek letters that look like Latin ones → those."""
_OTHER = re.compile("[Ѐ-ԯͰ-Ͽ]")
_WORD = re.compile("[0-9A-Za-zЀ-ԯͰ-Ͽ.@_-]+")
_WIDE = re.compile("[！-～]+")
_MARKED_LATIN = re.compile(f"[A-Za-z][{_MARK}]+")
_YEAR = re.compile(r"(?<![0-9A-Za-z])2(?![0-9]{3})[5S][0-9OolI][0-9OolI](?![0-9A-Za-z])")
"""A year with a letter among its digits."""
_THAI = re.compile("[ก-๎]")
_LAO = re.compile("[ก-๎]*[\u0e80-\u0eff]+[ก-๎]*")
_OF_OTHERS = re.compile("[Ѐ-ԯͰ-Ͽ！-～\u0e80-\u0eff]")


def may_be_alike(text: str) -> bool:
    """A prefilter for :func:`alike`: where it finds nothing, that finds nothing either."""
    return any(one.search(text) for one in (_OF_OTHERS, _MARKED_LATIN, _YEAR))


def alike(text: str) -> Iterator[tuple[str, str, str]]:
    """Words with a letter of another script that looks like one of their own: the word, the letter, what is meant."""
    yield from _of_other_scripts(text)
    for match in _WIDE.finditer(text):
        yield match[0], match[0][0], unicodedata.normalize("NFKC", match[0])
    for match in _MARKED_LATIN.finditer(text):
        yield match[0], match[0][0], ""
    for match in _YEAR.finditer(text):
        letter = next(letter for letter in match[0] if not letter.isdigit())
        yield match[0], letter, match[0].translate(str.maketrans("SOolI", "50011"))
    if _THAI.search(text):
        yield from _lao_in_thai(text)


def _of_other_scripts(text: str) -> Iterator[tuple[str, str, str]]:
    """Words with Cyrillic or Greek letters among Latin ones."""
    others = _OTHER.findall(text)
    is_foreign = any(letter not in _ALIKE for letter in others)  # a name in Russian, a Greek sign
    for match in _WORD.finditer(text) if others else ():
        word = match[0]
        odd = [letter for letter in word if letter in _ALIKE]
        is_all_alike = not is_foreign and not any(_OTHER.match(letter) and letter not in _ALIKE for letter in word)
        if odd and (is_all_alike or re.search("[A-Za-z]", word)):
            yield word, odd[0], "".join(_ALIKE.get(letter, letter) for letter in word)


def _lao_in_thai(text: str) -> Iterator[tuple[str, str, str]]:
    """Thai words with Lao letters, which stand 0x80 behind their Thai twins in Unicode."""
    for match in _LAO.finditer(text):
        if _THAI.search(match[0]):
            letter = next(letter for letter in match[0] if _is_lao(letter))
            yield match[0], letter, "".join(chr(ord(c) - 0x80) if _is_lao(c) else c for c in match[0])


def _is_lao(letter: str) -> bool:
    return "\u0e80" <= letter <= "\u0eff"


MIXED_DIGITS = re.compile(
    r"[0-9][๐-๙]|[๐-๙][0-9]|[๐-๙][.,](?:[0-9]{2}(?![0-9])|[0-9]{3}(?![0-9]))|[0-9][.,](?:[๐-๙]{2,3})(?![๐-๙])"
)
"""A figure that begins in one script and goes on in the other."""
FIGURE = re.compile(r"[0-9๐-๙][0-9๐-๙.,/-]*[0-9๐-๙]")
