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
class Shown:
    """A font, and the strings that are shown in it."""

    font: Any
    strings: set[bytes] = field(default_factory=set)

    @property
    def width(self) -> int:
        """The bytes of a code."""
        return 2 if self.font.Subtype == "/Type0" else 1

    @property
    def codes(self) -> set[int]:
        """The codes that are shown."""
        step = self.width
        starts = ((string, at) for string in self.strings for at in range(0, len(string), step))
        return {int.from_bytes(string[at : at + step]) for string, at in starts}


@dataclass(slots=True)
class Marks:
    """What is painted on a page: the words of each numbered piece, the fonts, faults of marking.

    `fonts` are known by the keys of their objects. `unpaired` counts marks and states that are not
    ended, or not begun.
    """

    texts: dict[int, str] = field(default_factory=dict)
    fonts: dict[tuple[int, int], Shown] = field(default_factory=dict)
    loose: int = 0
    nested: int = 0
    unpaired: int = 0


def marks(page: pikepdf.Page) -> Marks:
    """Read the content stream of `page`, and of the forms that it paints."""
    reader = _Reader(page.obj.get("/Resources", {}), Marks(), [])
    reader.read(page)
    return reader.marks


class _Reader:
    """The state of a content stream: the marks and states that are open, and the font."""

    def __init__(self, resources: Any, found: Marks, around: list[int | str | None]) -> None:
        self.resources, self.marks, self.open = resources, found, around
        self.states = 0
        self.font: Shown | None = None
        self.decode: Callable[[bytes], str] = _unreadable
        self.known: dict[str, Callable[[bytes], str]] = {}

    def read(self, stream: Any) -> None:
        """Follow all operators of a page or a form."""
        outside = len(self.open)
        for instruction in pikepdf.parse_content_stream(stream):
            self.take(str(instruction.operator), instruction.operands)
        self.marks.unpaired += abs(len(self.open) - outside) + abs(self.states)

    def take(self, operator: str, operands: Any) -> None:
        """Follow one operator."""
        match operator:
            case "BDC" | "BMC":
                self._begin(operands)
            case "EMC":
                self._end()
            case "Tf":
                self._font(str(operands[0]))
            case "q" | "Q":
                self.states += 1 if operator == "q" else -1
            case "Do" if form := self._form(str(operands[0])):
                inner = _Reader(form.get("/Resources", self.resources), self.marks, self.open)
                inner.read(form)
            case _ if operator in _PAINTS:
                self._paint(operator, operands)

    def _form(self, name: str) -> Any:
        """The form of that name; None for pictures."""
        found = self.resources.get("/XObject", {}).get(name)
        return found if found is not None and found.get("/Subtype") == "/Form" else None

    def _end(self) -> None:
        if self.open:
            self.open.pop()
        else:
            self.marks.unpaired += 1

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
        font = self.resources.Font[name]
        if name not in self.known:
            self.known[name] = _decoder(font)
        self.decode = self.known[name]
        self.font = self.marks.fonts.setdefault(font.objgen, Shown(font))

    def _paint(self, operator: str, operands: Any) -> None:
        around = [mark for mark in self.open if mark is not None]
        self.marks.loose += not around
        if operator in _SHOWS:
            shown = b"".join(_strings(operands[-1]))
            if self.font:
                self.font.strings.add(shown)
            if around and isinstance(around[-1], int):
                self.marks.texts[around[-1]] += self.decode(shown)


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
    return partial(_decoded, to_unicode(font.ToUnicode.read_bytes()), Shown(font).width)


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
