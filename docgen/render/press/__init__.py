"""Document × profile → PDF for a press or an office printer: laid out once, finished as asked."""

from __future__ import annotations

import hashlib
from io import BytesIO

import pikepdf

from docgen.model import Document
from docgen.profile import BOOKLET, Profile
from docgen.render import pdf
from docgen.render.pdf import Pdf
from docgen.render.press import booklet as booklets
from docgen.render.press import boxes, conformance, marks, recolour
from docgen.render.press.plates import Plates
from docgen.render.setting import Engine
from docgen.style import Stylesheet

VERSION = "1.6"
"""The version of PDF that PDF/X-4 (ISO 15930-7) builds on."""


def lay_out(
    document: Document, sheet: Stylesheet, profile: Profile, engine: Engine | None = None
) -> Pdf:
    """Set the pages of `document` with the bleed of `profile`, still in the colours of the screen.

    Raises what `render.pdf.write` raises.
    """
    extra = f"@page {{ bleed: {profile.bleed}pt }} a {{ color: inherit }}"
    return pdf.write(document, sheet, plain=True, extra=extra, engine=engine)


def finish(laid: Pdf, profile: Profile, *, booklet: bool = False, rtl: bool = False) -> Pdf:
    """Make the pages of `laid` ready for the machine: inks, blank pages, marks, output intent.

    In a `booklet` two pages stand on each side of a sheet, in the order in which the folded sheets
    are read, from the right in an `rtl` document. The same pages give the same bytes.
    """
    with pikepdf.open(BytesIO(laid.data)) as file:
        boxes.strip(file, profile)
        recolour.recolour(file, Plates(profile))
        boxes.fill_up(file, BOOKLET if booklet else profile.pages_per_sheet, profile)
        if booklet:
            booklets.impose(file, profile, rtl=rtl)
        marks.add(file, profile, folded=booklet)
        conformance.declare(file, profile, hashlib.sha256(laid.data).digest(), booklet=booklet)
        return Pdf(_saved(file), len(file.pages), laid.warnings)


def _saved(file: pikepdf.Pdf) -> bytes:
    made = BytesIO()
    file.remove_unreferenced_resources()
    file.save(
        made,
        deterministic_id=True,
        force_version=VERSION,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
    )
    return made.getvalue()
