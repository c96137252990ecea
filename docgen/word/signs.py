"""Characters of symbol fonts → characters of Unicode."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.word.state import State

_SIGNS: Mapping[str, str] = {
    "B7": "•",
    "A7": "▪",
    "A8": "◦",
    "D8": "➢",
    "FC": "✓",
    "FE": "☑",
    "6F": "□",
    "6C": "●",
    "6E": "■",
    "2D": "−",
    "2A": "∗",
    "2B": "+",
    "3C": "<",
    "3D": "=",
    "3E": ">",
    "B0": "°",
    "B1": "±",
    "B3": "≥",
    "A3": "≤",
    "B4": "×",
    "B8": "÷",
    "B9": "≠",
    "BB": "≈",
    "A5": "∞",
    "D6": "√",
    "E5": "∑",
    "AE": "→",
    "AC": "←",
    "AD": "↑",
    "AF": "↓",
    "6D": "μ",
    "61": "α",
    "62": "β",
    "67": "γ",
    "64": "δ",
    "70": "π",
    "73": "σ",
    "44": "Δ",
    "57": "Ω",
}
"""The places of the Symbol and Wingdings fonts that are met in documents, and what stands there."""


def sign(font: str, code: str, state: State) -> str:
    """The character at the hexadecimal `code` of a font; one that is not known is a fault."""
    try:
        number = int(code, 16)
        character = chr(number)
    except (ValueError, OverflowError):
        state.fault(f"the character {code} of the font {font} is left out")
        return ""
    if not 0xF000 <= number <= 0xF0FF:
        return character if character.isprintable() else ""
    known = _SIGNS.get(f"{number - 0xF000:X}")
    if known is None:
        state.fault(f"the character {code} of the font {font} is not known and stands as �")
    return known or "�"
