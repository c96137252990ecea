"""A page of a PDF → everything that its operators paint, forms, patterns and masks included."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Stream

from docgen.check.press.canvas import Canvas
from docgen.check.press.geometry import IDENTITY, box
from docgen.check.press.operators import OPERATIONS
from docgen.check.press.state import Painted, State


def painted(page: pikepdf.Page) -> list[Painted]:
    """Everything that is painted on `page`, its annotations included, in the order of painting."""
    reader = Reader(page.get("/Resources"), State(IDENTITY, box(page.mediabox)))
    reader.run(page)
    annotations: Any = page.get("/Annots", ())
    for annotation in annotations:
        appearance = annotation.get("/AP", {}).get("/N")
        if isinstance(appearance, Stream):
            reader.form(appearance)
    return reader.found


class Reader(Canvas):
    """Follows the operators of one stream."""

    def run(self, stream: Any) -> None:
        """Follow every operator of `stream`, a page or a stream object."""
        for instruction in pikepdf.parse_content_stream(stream):
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self.image(instruction.iimage.obj)
            else:
                operation = OPERATIONS.get(str(instruction.operator))
                if operation:
                    operation(self, instruction.operands)
