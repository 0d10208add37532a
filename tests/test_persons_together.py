"""Texts that are read together for numbers of persons, compared with each read alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.writing.persons import may_hold, which_may_hold

PIECES = (
    *(
        "0",
        "8",
        "1",
        "๑",
        "O",
        "l",
        "A",
        " ",
        "-",
        ".",
        "\n",
        "\r",
        "\t",
        "\x1f",
        "\u200b",
        "\u2028",
        "\u00a0",
        "–",
        "/",
        ",",
    ),
    *(
        "หนึ่ง",
        "สอง",
        "ห้า",
        "ศูนย์",
        "หมู่",
        "ต.",
        "ถนน",
        "เลขที่",
        "unit",
        "https://a.example/",
        "WWW.",
        "081-234-5678",
        "12/3",
    ),
)
"""What makes a number or a home of a text, or keeps it from being one."""


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), max_size=8))
def test_texts_read_together_may_hold_what_each_may_hold_alone(texts: list[str]) -> None:
    assert which_may_hold(texts) == [number for number, text in enumerate(texts) if may_hold(text)]
