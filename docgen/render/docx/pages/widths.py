"""How wide words are in Times and in a Han face: the widths of characters, without any font file.

The widths are those of Times New Roman and of the faces that are made to its measure; a character
of East Asia is as wide as it is high. Another character counts as a figure.
"""

from __future__ import annotations

from collections.abc import Mapping

from docgen.render.text import is_wide

REGULAR: Mapping[int, str] = {
    180: "'",
    200: "|",
    250: " ,.·",
    278: "/:;\\ijlt",
    333: "!()-I[]`fr’‘",
    389: "Js",
    408: '"',
    444: "?acez“”",
    469: "^",
    480: "{}",
    541: "~",
    556: "FPS",
    564: "+<=>",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYw",
    778: "&m",
    833: "%",
    889: "M",
    921: "@",
    944: "W",
    1000: "—…",
}
BOLD: Mapping[int, str] = {
    220: "|",
    250: " ,.·",
    278: "'/\\il",
    333: "!()-:;[]`fjt’‘",
    389: "Is",
    394: "{}",
    444: "cerz",
    520: "~",
    555: '"',
    556: "Sbdhknpqu",
    570: "+<=>",
    581: "^",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYw",
    778: "GHKOQ",
    833: "&m",
    930: "@",
    944: "M",
    1000: "%W—…",
}
"""Characters by their width in thousandths of an em; figures and most small letters have 500."""

_FIGURE, _SQUARE = 0.5, 1.0


class _Widths(dict[str, float]):
    """The widths of characters in ems; of those that are not in `widths` too, when asked for."""

    def __init__(self, widths: Mapping[int, str]) -> None:
        super().__init__(
            {letter: width / 1000 for width, letters in widths.items() for letter in letters}
        )

    def __missing__(self, letter: str) -> float:
        self[letter] = _SQUARE if is_wide(letter) else _FIGURE
        return self[letter]


_WIDTHS = {False: _Widths(REGULAR), True: _Widths(BOLD)}


def em(word: str, bold: bool) -> float:
    """The width of a word in ems, as its letters are without kerning."""
    return sum(map(_WIDTHS[bold].__getitem__, word))
