"""Numbers of nobody, drawn by seed: ids, phones, accounts, cards and houses."""

from __future__ import annotations

import random
from collections.abc import Callable

from generator.writing.persons import is_card

Draw = Callable[[random.Random], str]


def some_digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))


def an_id(rng: random.Random) -> str:
    """A national id by the rule of its check digit, of nobody: district 99 is in no province."""
    digits = rng.choice("12345") + "99" + some_digits(rng, 9)
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=True))
    return digits + str((11 - total % 11) % 10)


def a_phone(rng: random.Random) -> str:
    return "0" + rng.choice("689") + some_digits(rng, 8)


def an_account(rng: random.Random) -> str:
    return rng.choice("1234567") + some_digits(rng, 9)


def a_card(rng: random.Random) -> str:
    digits = rng.choice(("4" + some_digits(rng, 14), "5" + rng.choice("12345") + some_digits(rng, 13)))
    return next(digits + last for last in "0123456789" if is_card(digits + last))


def a_house(rng: random.Random) -> str:
    return f"{rng.randint(1, 999)}/{rng.randint(1, 99)}"


def a_passport(rng: random.Random) -> str:
    return rng.choice("ABC") + rng.choice("ABCDEF") + some_digits(rng, 7)


def a_licence(rng: random.Random) -> str:
    return rng.choice("56") + some_digits(rng, 7)


def a_foreigner(rng: random.Random) -> str:
    return "00" + some_digits(rng, 11)


def a_plate(rng: random.Random) -> str:
    return f"{rng.choice('กขฆจช')}{rng.choice('กขคงจ')} {rng.randint(1, 9999)}"


def a_new_plate(rng: random.Random) -> str:
    return f"{rng.randint(1, 9)}{a_plate(rng)}"
