"""Each checkpoint finds the fault it is for, in a file that had none."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, reduce
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

from docgen.check.matterhorn import findings
from docgen.render import pdf
from tests.render.sample import CHINESE, ENGLISH, LANGUAGES, report, sheet


@cache
def good(language: str = ENGLISH) -> bytes:
    return pdf.write(report(language), sheet(language), {"a.md": b"Words"}).data


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


def rewrite(old: str, new: str) -> Spoil:
    """Change the metadata."""

    def spoil(file: pikepdf.Pdf) -> None:
        written = file.Root.Metadata.read_bytes()
        assert old.encode() in written
        file.Root.Metadata.write(written.replace(old.encode(), new.encode()))

    return spoil


def program(file: pikepdf.Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("app.beep()"))
    file.Root.Names.JavaScript = Dictionary(Names=Array([String("a"), script]))


def misinform(file: pikepdf.Pdf) -> None:
    file.docinfo["/Title"] = "Another"


def mislead(file: pikepdf.Pdf) -> None:
    links = (one for page in file.pages for one in page.obj.get("/Annots", []))
    next(one for one in links if "/Dest" in one).Dest = String("nowhere")


def parameter(name: str, value: Any) -> Spoil:
    """Change what the attached file says of itself."""

    def spoil(file: pikepdf.Pdf) -> None:
        file.Root.AF[0].EF.F.Params[name] = value

    return spoil


# ---- fonts -----------------------------------------------------------------------------------


def font(file: pikepdf.Pdf, kind: str = "/CIDFontType2") -> Any:
    """The first font of that kind on the first page."""
    fonts: Any = file.pages[0].obj.Resources.Font
    return next(one for one in fonts.values() if one.DescendantFonts[0].Subtype == kind)


def inner(name: str, value: Any) -> Spoil:
    """Give a font of TrueType another entry, or none."""

    def spoil(file: pikepdf.Pdf) -> None:
        made = font(file).DescendantFonts[0]
        made[name] = value(file) if callable(value) else value

    return spoil


def outer(name: str, value: Any) -> Spoil:
    return lambda file: font(file).__setitem__(name, value)


def mean(character: str) -> Spoil:
    """Let all codes of a font mean `character`."""

    def spoil(file: pikepdf.Pdf) -> None:
        table = font(file).ToUnicode
        new = rb"\1 <%s>" % character.encode("utf-16-be").hex().encode()
        table.write(re.sub(rb"(?m)^(<[0-9a-f]{4}>) <[0-9a-f]+>$", new, table.read_bytes()))

    return spoil


def damage(file: pikepdf.Pdf) -> None:
    stream = font(file).DescendantFonts[0].FontDescriptor.FontFile2
    stream.write(stream.read_bytes()[:200])


def unembed(file: pikepdf.Pdf) -> None:
    del font(file).DescendantFonts[0].FontDescriptor["/FontFile2"]


def show(code: str) -> Spoil:
    """Show a code of a font on the first page."""

    def spoil(file: pikepdf.Pdf) -> None:
        fonts: Any = file.pages[0].obj.Resources.Font
        name = next(key for key, one in fonts.items() if one.objgen == font(file).objgen)
        paint(f"/Artifact BMC BT {name} 9 Tf <{code}> Tj ET EMC".encode())(file)

    return spoil


def dead(name: str) -> Spoil:
    return lambda file: font(file).__delitem__(name)


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
    "nowhere": ("28: a link leads to 'nowhere'", mislead),
    "end": ("01: page 1: 1 marks or states", paint(b"EMC")),
    "state": ("01: page 1: 1 marks or states", paint(b"q")),
    "open": ("01: page 1: 1 marks or states", paint(b"/Artifact BMC")),
    "body": ("09-004: an item of a list has not one LBody", put("LBody", "/S", Name.Lbl)),
    "labels": ("16-001: ", cut("L", "/A")),
    "shape": ("15: the cells of a table", put("TD", "/A", Dictionary(O=Name.Table, RowSpan=9))),
    "programs": ("PDF/A 6.5.1: ", program),
    "title twice": ("06: dc:title is", misinform),
    "dated twice": ("06: xmp:CreateDate", rewrite("<xmp:CreateDate>2", "<xmp:CreateDate>3")),
    "other language": ("06: the metadata name another", rewrite("<rdf:li>en", "<rdf:li>zh")),
    "date": ("PDF/A 6.8: the file a.md has no date", parameter("/ModDate", String(""))),
    "size": ("PDF/A 6.8: the file a.md has not the size", parameter("/Size", 4)),
    "no map": ("31-027: there is no ToUnicode", dead("/ToUnicode")),
    "zero": ("31-028: ", mean("\0")),
    "no letter": ("31-029: ", mean("\ufeff")),
    "private": ("PDF/A 6.2.11.7.3: ", mean("\ue001")),
    "ink": ("31-011: an empty glyph", mean("x")),
    "no letter at all": ("31-027: no character: the code f000", show("f000")),
    "no glyph": ("31-030: no glyph: the code f000", show("f000")),
    "undefined": ("31-030: no glyph: the code 0000", show("0000")),
    "codes": ("31-006: ", outer("/Encoding", Name("/UniGB-UTF16-H"))),
    "width": ("31-016: a width of", inner("/W", Array([]))),
    "glyph map": ("31-030: ", inner("/CIDToGIDMap", lambda file: file.make_stream(b""))),
    "kind": ("31-009: ", inner("/Subtype", Name.CIDFontType0)),
    "damaged": ("31-009: ", damage),
    "outside": ("31-009: ", unembed),
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fonts_of_every_script_have_what_is_shown(language: str) -> None:
    assert findings(good(language)) == []


def test_glyphs_that_are_found_by_their_numbers_alone_are_not_there() -> None:
    target = BytesIO()
    with pikepdf.open(BytesIO(good(CHINESE))) as file:
        stream = font(file, "/CIDFontType0").DescendantFonts[0].FontDescriptor.FontFile3
        stream.write(shifted(stream.read_bytes()))
        file.save(target)
    assert any(found.startswith("31-030: no glyph") for found in findings(target.getvalue()))


def shifted(program: bytes) -> bytes:
    """A font of OpenType whose glyphs have other CIDs than their numbers."""
    made = TTFont(BytesIO(program))
    top = made["CFF "].cff[0]
    new = {
        name: name if name == ".notdef" else f"cid{int(name[3:]) + 9000}" for name in top.charset
    }
    drawn = top.CharStrings
    drawn.charStrings = {new[name]: at for name, at in drawn.charStrings.items()}
    top.charset = [new[name] for name in top.charset]
    made.setGlyphOrder(top.charset)
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def test_a_file_without_any_structure_is_told_so() -> None:
    file, target = pikepdf.new(), BytesIO()
    file.add_blank_page()
    file.save(target)
    assert "09: the structure is not one Document" in findings(target.getvalue())
