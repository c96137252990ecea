"""Pages of HTML written by one process, and by two."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from weasyprint import HTML

from docgen.render.hands import desk, hooks
from docgen.render.hands.drawn import Part
from docgen.render.structure.finish import finish
from docgen.render.structure.hooks import structured
from tests.render.structure.printed import NOTE, PAGE, PLAIN

VARIANT = "pdf/a-3a"


def page(body: str, style: str = "") -> HTML:
    """Small pages: some six lines of some thirty letters."""
    head = f"<title>Sample</title><style>{PAGE}{PLAIN}{NOTE}{style}</style>"
    return HTML(string=f'<html lang="en"><head>{head}</head><body>{body}</body></html>')


def alone(body: str, style: str = "") -> bytes:
    """The file that one process makes."""
    document = page(body, style).render(pdf_variant=VARIANT)
    with structured(document, "A/99/1"):
        return bytes(document.write_pdf(pdf_variant=VARIANT, finisher=finish))


def together(body: str, style: str = "") -> bytes:
    """The file that two processes make."""
    with hooks.laying_out() as pages:
        document = page(body, style).render(pdf_variant=VARIANT)
        with hooks.structured(document, "A/99/1", pages):
            return bytes(document.write_pdf(pdf_variant=VARIANT, finisher=finish))


class Count:
    """How many parts of pages were drawn by the other process, and how many it could not tell."""

    def __init__(self, patch: pytest.MonkeyPatch, few: int = 1) -> None:
        self.joined = self.untold = 0
        patch.setattr(hooks, "join", partial(self.join, hooks.join))
        patch.setattr(desk, "fits", partial(self.fits, desk.fits))
        patch.setattr(desk, "FEW", few)
        patch.setattr(desk, "LEAST", few)

    def join(self, original: Callable[..., None], part: Part, *args: Any) -> None:
        """Count a part that is put into the file."""
        self.joined += 1
        original(part, *args)

    def fits(self, original: Callable[..., bool], part: Part, *args: Any) -> bool:
        """Count a part that is only looked at."""
        self.untold += part.operations is None
        return original(part, *args)
