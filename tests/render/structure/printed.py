"""A body of HTML → a tagged PDF, and what is found in it."""

from __future__ import annotations

from weasyprint import HTML

from docgen.check.tree import Element, File, Piece, opened
from docgen.render.structure.finish import finish
from docgen.render.structure.hooks import structured

PAGE = "@page { size: 200pt 120pt; margin: 20pt } * { font: 10pt/12pt Liberation Serif; margin: 0 }"
PLAIN = "ol, ul, li { list-style: none; display: block; padding: 0 }"
NOTE = """
.note { float: footnote }
.note::footnote-call { content: attr(data-label) }
.note::footnote-marker { content: attr(data-label) }
"""


def written(body: str, style: str = "", lang: str = "en", direction: str = "ltr") -> bytes:
    """A PDF of small pages: some six lines of some thirty letters."""
    head = f"<title>Sample</title><style>{PAGE}{PLAIN}{NOTE}{style}</style>"
    source = f'<html lang="{lang}" dir="{direction}"><head>{head}</head><body>{body}</body></html>'
    document = HTML(string=source).render(pdf_variant="pdf/a-3a")
    with structured(document, "A/99/1"):
        return bytes(document.write_pdf(pdf_variant="pdf/a-3a", finisher=finish))


def tagged(body: str, style: str = "", lang: str = "en") -> File:
    """The same, opened."""
    return opened(written(body, style, lang))


def shape(element: Element) -> str:
    """An element and what it holds: "P(Lbl *)", a piece of content as a star."""
    parts = [
        "*" if isinstance(kid, Piece) else shape(kid) if isinstance(kid, Element) else "@"
        for kid in element.kids
    ]
    return f"{element.role}({' '.join(parts)})" if parts else element.role


def only(file: File, role: str) -> Element:
    """The one element of a type."""
    (found,) = file.elements(role)
    return found


def words(file: File, element: Element) -> str:
    """The words of an element, pieces joined by spaces."""
    pieces = [kid for one in element.walk() for kid in one.kids if isinstance(kid, Piece)]
    return " ".join(file.pages[piece.page].texts[piece.mcid].strip() for piece in pieces)
