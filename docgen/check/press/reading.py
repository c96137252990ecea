"""A page of a PDF → everything that its operators paint, forms, patterns and masks included."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import PdfError, Stream

from docgen.check.press import pictures
from docgen.check.press.canvas import Canvas
from docgen.check.press.geometry import IDENTITY, box
from docgen.check.press.operators import OPERATIONS
from docgen.check.press.state import State


def read(page: pikepdf.Page) -> Reader:
    """What is painted on `page`, its annotations included, in the order of painting."""
    reader = Reader(page.get("/Resources"), State(IDENTITY, box(page.mediabox)))
    reader.run(page)
    annotations: Any = page.get("/Annots", ())
    for annotation in annotations:
        appearance = annotation.get("/AP", {}).get("/N")
        if isinstance(appearance, Stream):
            reader.form(appearance)
    return reader


class Reader(Canvas):
    """Follows the operators of one stream."""

    def run(self, stream: Any) -> None:
        """Follow every operator of `stream`, a page or a stream object."""
        try:
            instructions = pikepdf.parse_content_stream(stream)
        except PdfError as error:
            self.amiss.append(f"what is painted cannot be read: {error}")
            return
        for instruction in instructions:
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                pictures.paint(self, instruction.iimage.obj)
            else:
                self._take(str(instruction.operator), instruction.operands)
        if self.saved:
            self.amiss.append("a graphics state is saved and not restored")

    def _take(self, name: str, given: Any) -> None:
        """Do what an operator says; one that says nothing sensible is a fault of its own."""
        operation = OPERATIONS.get(name)
        if operation is None:
            self.amiss.append(f"an operator that nobody knows ({name})")
            return
        try:
            operation(self, given)
        except (TypeError, ValueError, IndexError, AttributeError, KeyError) as error:
            self.amiss.append(f"the operator {name} cannot be followed: {error}")
