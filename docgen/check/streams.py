"""A page of a PDF → what its content stream paints, by the marks around it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pikepdf

_SHOWS = frozenset(("Tj", "TJ", "'", '"'))
_PAINTS = _SHOWS | {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"}
"""The operators that leave something on the page (ISO 32000-1, table 51)."""

_MAPPED = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_CODES = re.compile(rb"<([0-9a-fA-F]+)>")
ARTIFACT = "Artifact"


@dataclass(slots=True)
class Marks:
    """What is painted on a page: the words of each numbered piece, and faults of marking."""

    texts: dict[int, str] = field(default_factory=dict)
    loose: int = 0
    nested: int = 0
    unreadable: set[str] = field(default_factory=set)


def marks(page: pikepdf.Page) -> Marks:
    """Read the content stream of `page`."""
    reader = _Reader(page)
    for instruction in pikepdf.parse_content_stream(page):
        reader.take(str(instruction.operator), instruction.operands)
    return reader.marks


class _Reader:
    """The state of a content stream: the marks that are open, and the font."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.marks = Marks()
        self.fonts: Any = page.obj.Resources.get("/Font", {})
        self.open: list[int | str | None] = []
        self.decode: Callable[[bytes], str] = _unreadable
        self.known: dict[str, Callable[[bytes], str]] = {}

    def take(self, operator: str, operands: Any) -> None:
        """Follow one operator."""
        if operator in ("BDC", "BMC"):
            self._begin(operands)
        elif operator == "EMC":
            self.open.pop()
        elif operator == "Tf":
            self._font(str(operands[0]))
        if operator in _PAINTS:
            self._paint(operator, operands)

    def _begin(self, operands: Any) -> None:
        mark = _mark(operands)
        around = {
            ARTIFACT if one == ARTIFACT else "content" for one in self.open if one is not None
        }
        own = ARTIFACT if mark == ARTIFACT else "content"
        self.marks.nested += mark is not None and bool(around - {own})
        if isinstance(mark, int):
            self.marks.texts.setdefault(mark, "")
        self.open.append(mark)

    def _font(self, name: str) -> None:
        if name not in self.known:
            self.known[name] = _decoder(self.fonts[name])
        self.decode = self.known[name]

    def _paint(self, operator: str, operands: Any) -> None:
        around = [mark for mark in self.open if mark is not None]
        self.marks.loose += not around
        if operator in _SHOWS and around and isinstance(around[-1], int):
            self.marks.texts[around[-1]] += "".join(map(self.decode, _strings(operands[-1])))


def _mark(operands: Any) -> int | str | None:
    """The number of a piece of content, or that it is an artifact; None for other marks."""
    if str(operands[0]) == f"/{ARTIFACT}":
        return ARTIFACT
    properties: Any = operands[1] if len(operands) > 1 else None
    numbered = isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
    return int(properties.MCID) if numbered else None


def _strings(shown: Any) -> list[bytes]:
    parts = shown if isinstance(shown, pikepdf.Array) else [shown]
    return [bytes(part) for part in parts if isinstance(part, pikepdf.String)]


# ---- codes of fonts --------------------------------------------------------------------------


def _unreadable(codes: bytes) -> str:
    return "\N{REPLACEMENT CHARACTER}" * len(codes)


def _decoder(font: Any) -> Callable[[bytes], str]:
    """What turns the codes of `font` into words, by its ToUnicode map."""
    if "/ToUnicode" not in font:
        return _unreadable
    width = 2 if font.Subtype == "/Type0" else 1
    return partial(_decoded, to_unicode(font.ToUnicode.read_bytes()), width)


def _decoded(table: dict[int, str], width: int, codes: bytes) -> str:
    parts = (codes[at : at + width] for at in range(0, len(codes), width))
    return "".join(table.get(int.from_bytes(part), "\N{REPLACEMENT CHARACTER}") for part in parts)


def to_unicode(cmap: bytes) -> dict[int, str]:
    """The characters of each code in a ToUnicode map (ISO 32000-1, 9.10.3)."""
    found: dict[int, str] = defaultdict(str)
    for kind, body in _MAPPED.findall(cmap):
        words = [bytes.fromhex(word.decode()) for word in _CODES.findall(body)]
        step = 2 if kind == b"bfchar" else 3
        for at in range(0, len(words), step):
            found |= _range(words[at], words[at + step - 2], words[at + step - 1])
    return dict(found)


def _range(first: bytes, last: bytes, target: bytes) -> dict[int, str]:
    begin, text = int.from_bytes(first), target.decode("utf-16-be")
    return {
        code: text[:-1] + chr(ord(text[-1]) + code - begin)
        for code in range(begin, int.from_bytes(last) + 1)
    }
