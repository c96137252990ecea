"""Each checkpoint finds the fault it is for, in a file that had none."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, reduce
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from docgen.check.matterhorn import findings
from docgen.render import pdf
from tests.render.sample import ENGLISH, report, sheet


@cache
def good() -> bytes:
    return pdf.write(report(ENGLISH), sheet(ENGLISH)).data


def first(file: pikepdf.Pdf, role: str) -> Any:
    """The first element of a type in the order of the file's objects."""
    return next(
        one
        for one in file.objects
        if isinstance(one, Dictionary) and one.get("/Type") == "/StructElem" and f"/{role}" == one.S
    )


def link(file: pikepdf.Pdf) -> Any:
    return next(one for page in file.pages for one in page.obj.get("/Annots", []))


Spoil = Callable[[pikepdf.Pdf], None]


def root(name: str) -> Spoil:
    """Take an entry out of the catalogue."""
    return lambda file: file.Root.__delitem__(name)


def cut(role: str, *path: str) -> Spoil:
    """Take an entry out of the first element of a type."""

    def spoil(file: pikepdf.Pdf) -> None:
        *way, name = path
        del reduce(lambda one, step: one[step], way, first(file, role))[name]

    return spoil


def put(role: str, name: str, value: Any) -> Spoil:
    """Give the first element of a type another entry."""
    return lambda file: first(file, role).__setitem__(name, value)


def relink(name: str, value: Any) -> Spoil:
    """Give the first link another entry."""
    return lambda file: link(file).__setitem__(name, value)


def paint(more: bytes) -> Spoil:
    """Paint more on the first page."""
    return lambda file: file.pages[0].contents_add(file.make_stream(more))


def hold(number: int) -> Spoil:
    """Let the title hold one more piece of content."""
    return lambda file: first(file, "H1").K.append(number)


def reparent(file: pikepdf.Pdf) -> None:
    first(file, "P").P = first(file, "H1")


def share(file: pikepdf.Pdf) -> None:
    first(file, "TH").ID = first(file, "Note").ID


def untab(file: pikepdf.Pdf) -> None:
    for page in file.pages:
        del page.obj["/Tabs"]


def unlist(file: pikepdf.Pdf) -> None:
    del file.Root.StructTreeRoot["/IDTree"]


def reshape(file: pikepdf.Pdf) -> None:
    first(file, "Figure").A.BBox = Array([0, 0, 9999, 9])


FAULTS: dict[str, tuple[str, Spoil]] = {
    "not tagged": ("06: ", root("/MarkInfo")),
    "title": ("07-001: ", root("/ViewerPreferences")),
    "language": ("11-006: ", root("/Lang")),
    "colours": ("PDF/A 6.2.3: ", root("/OutputIntents")),
    "metadata": ("06-001: ", root("/Metadata")),
    "loose": ("01-005: page 1: 1 times", paint(b"0 0 9 9 re f")),
    "mixed": ("01-003: page 1: 1 times", paint(b"/Artifact BMC /P <</MCID 0>> BDC EMC EMC")),
    "unowned": ("is no part of the structure", put("Caption", "/K", Array([]))),
    "unknown": ("does not exist", hold(999)),
    "twice": ("has several owners", hold(0)),
    "type": ("02-001: Aside", put("P", "/S", Name.Aside)),
    "parent": ("does not know its parent", reparent),
    "grammar": ("09-004: L holds P", put("LI", "/S", Name.P)),
    "rank": ("14-003: H4 follows H2", put("H3", "/S", Name.H4)),
    "begin": ("14-002: ", put("H1", "/S", Name.P)),
    "picture": ("13-004: ", cut("Figure", "/Alt")),
    "bounds": ("13: ", reshape),
    "head": ("15-003: a head", cut("TH", "/A", "/Scope")),
    "named": ("15-003: a cell", put("TH", "/ID", String("other"))),
    "note": ("19-003: ", cut("Note", "/ID")),
    "same": ("19-004: ", share),
    "ids": ("19: ", unlist),
    "described": ("28-012: ", relink("/Contents", String(""))),
    "place": ("28-011: a link is not in", put("Link", "/S", Name.Span)),
    "tree": ("28-011: the parent tree", relink("/StructParent", 9999)),
    "print": ("PDF/A 6.3.2: ", relink("/F", 0)),
    "tabs": ("28-009: ", untab),
}


def test_a_file_of_this_engine_has_no_faults() -> None:
    assert findings(good()) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(fault: str) -> None:
    message, spoil = FAULTS[fault]
    target = BytesIO()
    with pikepdf.open(BytesIO(good())) as file:
        spoil(file)
        file.save(target)
    assert any(message in found for found in findings(target.getvalue()))


def test_a_file_without_any_structure_is_told_so() -> None:
    file, target = pikepdf.new(), BytesIO()
    file.add_blank_page()
    file.save(target)
    assert "09: the structure is not one Document" in findings(target.getvalue())
