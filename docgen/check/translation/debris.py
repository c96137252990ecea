"""Characters that come with pasted text and belong to no language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from docgen.check.translation.values import Fault, Passage

_INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Cn"}
_LIGATURES = range(0xFB00, 0xFB07)
_AUTOCORRECTED = {"©": "(c)", "®": "(r)", "™": "(tm)"}
"""What word processors make of the marks of list items."""


def debris(passage: Passage) -> Iterator[Fault]:
    """Invisible characters, ligatures, replacement and private characters, each once."""
    for sign in dict.fromkeys(passage.prose.source):
        if _is_debris(sign) and sign not in passage.facts.invisible:
            name = unicodedata.name(sign, "a character without a name").lower()
            yield Fault(
                f"holds U+{ord(sign):04X}, {name}",
                "It came with text from another program; write the text anew at this place.",
            )


def autocorrected(source: Passage, target: Passage) -> Iterator[Fault]:
    """Signs that only the translation has, and that programs put in by themselves."""
    for sign, written in _AUTOCORRECTED.items():
        if sign in target.text and sign not in source.text:
            yield Fault(f"has “{sign}”, which its source has not", f"Perhaps {written} was meant.")


@cache
def _is_debris(sign: str) -> bool:
    if sign.isascii() and sign.isprintable():
        return False
    category = unicodedata.category(sign)
    return category in _INVISIBLE or ord(sign) in _LIGATURES or sign == "\ufffd"
