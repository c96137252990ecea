"""Letters that are painted → whether the file has the glyphs for all of them."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.press.state import Painted
from docgen.check.programs import Damaged, Program


class Programs:
    """The font programs of a file, each read once."""

    def __init__(self) -> None:
        self.known: dict[tuple[int, int], Program | None] = {}

    def faults(self, painted: Painted) -> Iterator[str]:
        """What is wrong with the letters of text that was `painted`.

        ISO 15930-7, 6.6 wants every font to be in the file, with the glyphs of all its text.
        """
        font = painted.font
        if font is None or not font.embedded:
            return
        key = font.program.objgen
        if key not in self.known:
            try:
                self.known[key] = Program(font)
            except Damaged:
                self.known[key] = None
        program = self.known[key]
        if program is None:
            yield f"the font {font.name} is damaged"
        elif font.by_glyph and not all(code in program for code in font.codes(painted.codes)):
            yield f"the font {font.name} lacks letters that are used"
