"""What templates do to a value before they print it: Jinja2 filters by name."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup, escape

from docgen.model import (
    Annex,
    Cell,
    CrossRef,
    Facet,
    Figure,
    Image,
    Line,
    Link,
    Marks,
    NoteRef,
    Prose,
    Row,
    Section,
    Table,
    Text,
)
from docgen.render import charts, marks, photographs
from docgen.render.decimals import amounts, paddings
from docgen.render.declarations import name
from docgen.render.rows import is_worded, kept
from docgen.render.text import letters, plain, runs_left, spaced
from docgen.spans import Slot, placed
from docgen.style import Stylesheet
from docgen.walk import find, rebuild

_WORD_JOINER = "\u2060"
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]+")
_SYMBOL = re.compile(r"[A-Z][A-Za-z0-9.-]*(?:/[A-Za-z0-9.-]+)+")
SYMBOL = 20
"""The characters of the longest symbol that is never divided, about a quarter of a line."""
_ENDLESS = re.compile(r"[!-~\u00a1-\u1fff]{40,}")
BREAK = Markup("<wbr>")
_JOINT = re.compile(r"(?<=[/.\-_?&=])(?![/.\-_?&=]|$)")


def breakable(text: str) -> Markup:
    """`text` with a chance to break after each joint of a web address, its scheme left whole.

    What has more letters without a joint than any word would run off the page: it breaks anywhere.
    """
    pieces: list[Markup] = []
    end = 0
    for address in _ADDRESS.finditer(text):
        scheme = text.find("//", address.start(), address.end())
        start = scheme + 2 if scheme > 0 else address.start()
        joints = _JOINT.split(text[start : address.end()])
        pieces += [_divided(text[end:start]), BREAK.join(map(_divided, joints))]
        end = address.end()
    return Markup("").join([*pieces, _divided(text[end:])])


def _divided(text: str) -> Markup:
    pieces: list[Markup] = []
    end = 0
    for word in _ENDLESS.finditer(text):
        pieces += [escape(text[end : word.start()]), BREAK.join(word[0])]
        end = word.end()
    return Markup("").join([*pieces, escape(text[end:])])


def bound(text: str, sheet: Stylesheet) -> str:
    """`text` with a word joiner where a line must not break.

    Text that ends in a no-break space has one too: letters that are spaced out would otherwise be
    broken too early by Pango.
    """
    joined = sheet.joined.sub(_WORD_JOINER, text)
    return joined + _WORD_JOINER if text.endswith("\u00a0") else joined


def is_address(prose: Prose) -> bool:
    """Whether the greater part of a text is a web address, whose joints leave much of a line."""
    said = words(prose)
    return 2 * sum(map(len, _ADDRESS.findall(said))) > _width(prose)


def is_symbol(link: Link) -> bool:
    """Whether the words of a link are a symbol short enough to stand in one line."""
    said = plain(link.children)
    return len(said) <= SYMBOL and _SYMBOL.fullmatch(said) is not None


def words(prose: Prose | Line) -> str:
    """The words of `prose` alone: no markup, no marks of notes."""

    def unmarked(node: Any) -> Any:
        return Text("") if isinstance(node, NoteRef | Marks) else node

    return plain(rebuild(prose.inlines, unmarked, NoteRef, Marks))


def caption(node: Section | Annex) -> str:
    """A heading in one line, as bookmarks show it."""
    label = f"{node.number.label} " if node.number else ""
    return label + words(node.title)


def anchor(node: Any) -> Markup:
    """The `id` attribute of a node that has an id."""
    return Markup(' id="{}"').format(node.id) if node.id else Markup("")


def picture(figure: Figure, sheet: Stylesheet) -> str:
    """The picture of a figure as an address, drawn if it is a chart."""
    return data_uri(charts.image(figure, sheet))


def photograph(figure: Figure, sheet: Stylesheet) -> str:
    """The same for the page engine, which knows no colour profiles."""
    return data_uri(photographs.plain(charts.image(figure, sheet)))


def data_uri(image: Image) -> str:
    """An image as an address that holds the image itself."""
    return f"data:{image.media_type};base64,{b64encode(image.data).decode()}"


def is_latin(reference: CrossRef) -> bool:
    """Whether a citation has several parts, none of which is read from the right."""
    return len(reference.steps) > 1 and not runs_left(plain((reference,)))


def initial(line: Line) -> tuple[str, Line]:
    """A symbol as the masthead prints it: letters before the first slash large, then the rest."""
    first, *others = line.inlines
    large, slash, rest = first.text.partition("/") if isinstance(first, Text) else ("", "", "")
    return large, Line((Text(slash + rest), *others))


def body(table: Table) -> list[tuple[Row, bool, list[tuple[Slot, str]]]]:
    """The rows of the body: whether each stays with the next, its slots, the room after numbers."""
    rows = zip(table.body, kept(table), placed(table.body), paddings(table), strict=True)
    return [(row, stays, list(zip(slots, room, strict=True))) for row, stays, slots, room in rows]


def is_number(cell: Cell) -> bool:
    """Whether a cell holds a number."""
    return any(amounts(cell))


def is_wide(table: Table, sheet: Stylesheet) -> bool:
    """Whether the measure is too narrow for the columns of `table`."""
    return len(table.columns) > sheet.fit.columns


def beside(facets: Sequence[Facet]) -> list[tuple[Facet | None, ...]]:
    """The facets of an option row by row: those of the two columns beside each other."""
    rows: list[tuple[Facet | None, ...]] = []
    for facet in facets:
        if facet.place == "end" and rows and rows[-1][1:] == (None,):
            rows[-1] = (rows[-1][0], facet)
        elif facet.place == "end":
            rows.append((None, facet))
        else:
            rows.append((facet, None) if facet.place == "start" else (facet,))
    return rows


def is_brief(row: Sequence[Facet | Cell | None], sheet: Stylesheet) -> bool:
    """Whether what stands side by side in a row is short enough to be kept on one page."""
    return all(sum(map(_width, find(part, Prose))) <= sheet.fit.letters for part in row)


def _width(prose: Prose) -> int:
    return letters(words(prose))


def qr_code(address: str) -> str:
    """The QR code of `address` as the address of a picture."""
    return data_uri(marks.qr_code(address))


def bar_code(digits: str) -> str:
    """The bar code of `digits` as the address of a picture."""
    return data_uri(marks.bar_code(digits))


FILTERS = {
    "anchor": anchor,
    "bar_code": bar_code,
    "beside": beside,
    "body": body,
    "bound": bound,
    "breakable": breakable,
    "caption": caption,
    "data_uri": data_uri,
    "initial": initial,
    "is_address": is_address,
    "is_brief": is_brief,
    "is_latin": is_latin,
    "is_number": is_number,
    "is_symbol": is_symbol,
    "is_wide": is_wide,
    "is_worded": is_worded,
    "name": name,
    "data": charts.data,
    "described": charts.described,
    "photograph": photograph,
    "picture": picture,
    "placed": placed,
    "plain": words,
    "qr_code": qr_code,
    "spaced": spaced,
}
