"""A body of HTML → a PDF drawn by WeasyPrint as it comes, and one drawn with what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from inspect import unwrap

import pytest
from weasyprint import HTML, document, layout
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout import page

from docgen.render.drawing import decoration, glyphs
from docgen.render.drawing.hooks import HOOKS
from docgen.render.start import pages

PAGES = (
    (document, "layout_document"),
    (document.Page, "paint"),
    (layout, "layout_backgrounds"),
    (page, "remake_page"),
)
"""What has to be replaced for the glyphs of a page to be kept."""

STYLE = (
    "@page { size: 200pt 300pt; margin: 20pt } p { font: 10pt/14pt Liberation Serif; margin: 0 }"
    ".even { text-align: justify }"
)


@contextmanager
def as_it_comes() -> Iterator[None]:
    """WeasyPrint draws in the block as if nothing had been replaced."""
    with pytest.MonkeyPatch.context() as patch:
        for owner, name, *_ in (*HOOKS, *PAGES):
            patch.setattr(owner, name, unwrap(getattr(owner, name)))
        yield


@contextmanager
def kept() -> Iterator[None]:
    """All is replaced in the block."""
    with as_it_comes():
        pages.spare()
        decoration.bare(Box)
        for owner, name, replacement in HOOKS:
            setattr(owner, name, replacement(getattr(owner, name)))
        yield


@contextmanager
def cut_off() -> Iterator[None]:
    """All is replaced in the block; letters are moved by whole thousandths as by WeasyPrint."""
    with kept(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(glyphs, "moved", lambda back: b">%d<" % int(back) if back else b"")
        yield


def written(body: str, style: str = "") -> bytes:
    """A PDF whose operators can be read."""
    data: bytes = HTML(string=f"<style>{STYLE} {style}</style>{body}").write_pdf(
        uncompressed_pdf=True
    )
    return data


def both(body: str, style: str = "") -> tuple[bytes, bytes]:
    """The PDF that WeasyPrint draws, and ours with letters moved as there."""
    with as_it_comes():
        theirs = written(body, style)
    with cut_off():
        return theirs, written(body, style)
