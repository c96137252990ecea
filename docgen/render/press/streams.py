"""Instructions of a content stream → the same with every colour in the inks of the plates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from pikepdf import ContentStreamInstruction, Operator

from docgen.profile import Inks
from docgen.render.press.plates import Colour, Plates

BLACK: Colour = (0.0,)
DEVICE = {"/DeviceGray": (0.0,), "/DeviceRGB": (0.0, 0.0, 0.0), "/DeviceCMYK": (0.0, 0.0, 0.0, 1.0)}
"""The spaces whose colours are converted, with the colour that each begins with."""

SETTING = {"g": False, "rg": False, "k": False, "G": True, "RG": True, "K": True}
CHOOSING = {"cs": False, "CS": True}
SPECIAL = {"sc": False, "scn": False, "SC": True, "SCN": True}
"""Operators that set a colour, each with whether it is that of strokes."""


@dataclass(frozen=True, slots=True)
class _Colours:
    """The colours in force; None for one that is no colour of a device, which is left alone."""

    fill: Colour | None = BLACK
    stroke: Colour | None = BLACK


def converted(
    instructions: Iterable[Any], plates: Plates
) -> list[tuple[Sequence[Any], Operator] | ContentStreamInstruction]:
    """Rewrite a stream; text gets the ink of text, and what follows it the colour it had."""
    stream = _Stream(plates)
    for instruction in instructions:
        stream.take(instruction)
    return stream.written


class _Stream:
    """A stream as far as it is rewritten, with the graphics state that it has reached."""

    def __init__(self, plates: Plates) -> None:
        self.plates = plates
        self.colours = _Colours()
        self.saved: list[_Colours] = []
        self.in_text = False
        self.written: list[Any] = []

    def take(self, instruction: Any) -> None:
        """Rewrite the next instruction."""
        name = str(instruction.operator)
        if name in SETTING:
            self._set(tuple(map(float, instruction.operands)), SETTING[name])
        elif name in CHOOSING:
            self._choose(instruction, CHOOSING[name])
        elif name in SPECIAL and self._colour(SPECIAL[name]) is not None:
            self._set(tuple(map(float, instruction.operands)), SPECIAL[name])
        else:
            self.written.append(instruction)
            self._follow(name)

    def _follow(self, name: str) -> None:
        """Keep up with what saves and restores the state, and with where text begins and ends."""
        if name == "q":
            self.saved.append(self.colours)
        elif name == "Q" and self.saved:
            self.colours = self.saved.pop()
        elif name in ("BT", "ET"):
            self.in_text = name == "BT"
            self._repeat()

    def _repeat(self) -> None:
        """Write the colours again where text takes other inks than areas and lines."""
        for stroke in (False, True):
            colour = self._colour(stroke)
            if colour and self.plates.text(colour) != self.plates.paint(colour):
                self._write(colour, stroke)

    def _colour(self, stroke: bool) -> Colour | None:
        return self.colours.stroke if stroke else self.colours.fill

    def _set(self, colour: Colour, stroke: bool) -> None:
        self._keep(colour, stroke)
        self._write(colour, stroke)

    def _choose(self, instruction: Any, stroke: bool) -> None:
        """A space of a device is named again by each of its colours; others stand as they are."""
        first = DEVICE.get(str(instruction.operands[0]))
        self._keep(first, stroke)
        if first is None:
            self.written.append(instruction)
        else:
            self._write(first, stroke)

    def _keep(self, colour: Colour | None, stroke: bool) -> None:
        field = "stroke" if stroke else "fill"
        self.colours = replace(self.colours, **{field: colour})

    def _write(self, colour: Colour, stroke: bool) -> None:
        convert: Callable[[Colour], Inks] = self.plates.text if self.in_text else self.plates.paint
        self.written.append(_setting(convert(colour), stroke))


def _setting(inks: Inks, stroke: bool) -> tuple[list[Decimal], Operator]:
    """The instruction that sets `inks`: black alone is written as gray, which counts light."""
    if len(inks) == 1:
        return [_number(1 - inks[0])], Operator("G" if stroke else "g")
    return [_number(ink) for ink in inks], Operator("K" if stroke else "k")


def _number(value: float) -> Decimal:
    return Decimal(f"{round(value, 4):g}")
