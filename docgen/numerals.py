"""Numbers in the ways a label can ask for: a pattern such as `({a})` and a value → `(c)`."""

from __future__ import annotations

import re
from collections.abc import Callable

_SLOT = re.compile(r"\{(.)\}")
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_HAN_DIGITS = "零一二三四五六七八九"
_HAN_UNITS = ((1000, "千"), (100, "百"), (10, "十"))


def alphabetic(value: int) -> str:
    """1 → a, 26 → z, 27 → aa."""
    text = ""
    while value:
        value, rest = divmod(value - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def roman(value: int) -> str:
    """4 → iv."""
    text = ""
    for unit, letters in _ROMAN:
        count, value = divmod(value, unit)
        text += letters * count
    return text


def han(value: int) -> str:
    """Chinese counting numerals as written in headings: 10 → 十, 21 → 二十一, 105 → 一百零五."""
    text, gap = "", False
    for unit, character in _HAN_UNITS:
        digit, value = divmod(value, unit)
        if digit:
            text += ("零" if gap else "") + _HAN_DIGITS[digit] + character
        gap = bool(text) and not digit
    if value:
        text += ("零" if gap else "") + _HAN_DIGITS[value]
    return text.removeprefix("一") if text.startswith("一十") else text


SYSTEMS: dict[str, Callable[[int], str]] = {
    "1": str,
    "a": alphabetic,
    "A": lambda value: alphabetic(value).upper(),
    "i": roman,
    "I": lambda value: roman(value).upper(),
    "一": han,
    "*": lambda value: "*" * value,
}
"""The numeral systems by the symbol that stands for them in a pattern; values are 1 to 9999."""


def label(pattern: str, value: int) -> str:
    """Print `value` in every slot of `pattern`; a pattern without a slot is printed as it is."""
    return _SLOT.sub(lambda slot: SYSTEMS[slot[1]](value), pattern)


def system(pattern: str) -> str:
    """The symbol of the numeral system that `pattern` counts in; empty when it has no slot."""
    slot = _SLOT.search(pattern)
    return slot[1] if slot else ""
