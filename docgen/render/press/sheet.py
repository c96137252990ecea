"""Facts of a print file → the sheet of paper that goes to the press with it, as a PDF."""

from __future__ import annotations

from markupsafe import Markup

from docgen.model import Document
from docgen.records import dataclass
from docgen.render import css, pdf
from docgen.render.pdf import Pdf
from docgen.render.setting import Copy, Engine
from docgen.render.templates import environment
from docgen.style import Stylesheet

TEMPLATE, STYLE = "sheet.html.j2", "press/sheet.css"

Fact = tuple[str, tuple[str, ...]]
"""A name, and the lines that stand beside it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the sheet says of a file: its status, what that means, all else in groups.

    Title and symbol are those of the document.
    """

    status: str
    meaning: str
    groups: tuple[tuple[Fact, ...], ...]


def write(document: Document, style: Stylesheet, facts: Sheet, engine: Engine | None = None) -> Pdf:
    """Set `facts` of a file of `document` on a page of its house style, PDF/UA-1 and PDF/A-3a.

    What one page cannot hold goes on to a second. Pages are set by `engine`, or in this process.
    The same facts give the same bytes. Raises what `render.pdf.write` raises.
    """
    template = environment(style.folder / "templates").get_template(TEMPLATE)
    source = template.render(
        document=document,
        facts=facts,
        css=Markup(css.write(style, "print", document.direction)),
        own=Markup((style.folder / STYLE).read_text("utf-8")),
    )
    copy = Copy(source, document.running_symbol, document.front.date)
    return pdf.lay_out(document, style, copy, engine=engine)
