"""Word files with one defect each, and what the checkers are to find in them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from docgen.render import docx
from tests.render import sample

Change = Callable[[str], str]
ROW = "<w:tr><w:tc><w:tcPr/><w:p/></w:tc></w:tr>"
INNER = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid>{ROW}</w:tbl>'
CELL = r"(<w:tc><w:tcPr>(?:(?!</w:tcPr>).)*</w:tcPr>)<w:p>(?:(?!</w:p>).)*</w:p>(</w:tc>)"
TEXT = r'(<w:pPr><w:pStyle w:val="SingleTxt"/></w:pPr>)'
NOTE = r'<w:footnoteReference w:id="3"/>'
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


@dataclass(frozen=True)
class Defect:
    """A change of one part that makes a good file a bad one."""

    name: str
    part: str
    change: Change


def first(pattern: str, replacement: str) -> Change:
    """Replace the first place that `pattern` fits."""
    return lambda text: re.sub(pattern, replacement, text, count=1, flags=re.DOTALL)


def every(pattern: str, replacement: str) -> Change:
    """Replace all places that `pattern` fits."""
    return lambda text: re.sub(pattern, replacement, text, flags=re.DOTALL)


def removed(pattern: str) -> Change:
    """Take out the first place that `pattern` fits."""
    return first(pattern, "")


BODY, NOTES, STYLES = "word/document.xml", "word/footnotes.xml", "word/styles.xml"
LISTS, SETTINGS = "word/numbering.xml", "word/settings.xml"
RELATIONS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"

DEFECTS = (
    Defect("a cell without a paragraph", BODY, first(CELL, r"\1\2")),
    Defect("a cell that ends in a table", BODY, first(CELL, rf"\1{INNER}\2")),
    Defect(
        "properties of a paragraph out of order",
        BODY,
        first(TEXT, r'<w:pPr><w:jc w:val="both"/><w:pStyle w:val="SingleTxt"/></w:pPr>'),
    ),
    Defect("two bookmarks of one name", BODY, first('w:name="_p_quays"', 'w:name="_p_first"')),
    Defect("two bookmarks of one id", BODY, every(r'(bookmark(?:Start|End) w:id=")3"', r'\g<1>2"')),
    Defect("a bookmark that does not end", BODY, removed('<w:bookmarkEnd w:id="3"/>')),
    Defect("a reference to no note", BODY, first(NOTE, '<w:footnoteReference w:id="99"/>')),
    Defect("a note without a reference", BODY, removed(NOTE)),
    Defect("a picture without its file", BODY, first(r'r:embed="rId\d+"', 'r:embed="rId999"')),
    Defect("two pictures of one id", BODY, first('<wp:docPr id="2"', '<wp:docPr id="1"')),
    Defect("a list that does not exist", STYLES, first(r'(<w:numId w:val=")\d+', r"\g<1>77")),
    Defect("a style that does not exist", BODY, first('w:val="SingleTxt"', 'w:val="NoSuchStyle"')),
    Defect("an alignment that does not exist", STYLES, first('jc w:val="both"', 'jc w:val="full"')),
    Defect("a width that is no whole number", BODY, first(r'(gridCol w:w="\d+)"', r'\1.5"')),
    Defect("a part without a content type", TYPES, removed(r"<Override[^>]*/footnotes.xml[^>]*/>")),
    Defect("a field that does not end", BODY, removed('<w:fldChar w:fldCharType="end"/>')),
    Defect("a reference to no bookmark", BODY, first(" REF _s_northern ", " REF _nowhere ")),
    Defect("a row wider than its table", BODY, first('gridSpan w:val="2"', 'gridSpan w:val="9"')),
    Defect(
        "a note inside a note",
        NOTES,
        first(r'(<w:footnote w:id="3">.*?)</w:p>', rf"\1<w:r>{NOTE}</w:r></w:p>"),
    ),
    Defect(
        "two content controls of one id",
        BODY,
        first(
            r"(<w:sectPr>)",
            r'<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent>'
            r"</w:sdt>\1",
        ),
    ),
    Defect("words outside of a run", BODY, first(TEXT, r"\1<w:t>x</w:t>")),
    Defect(
        "no separator of notes", NOTES, removed('<w:footnote w:type="separator".*?</w:footnote>')
    ),
    Defect("a paragraph in a paragraph", BODY, first(TEXT, r"\1<w:p/>")),
    Defect("an element that does not exist", BODY, first(TEXT, r"\1<w:foo/>")),
    Defect(
        "a relationship to a missing part",
        RELATIONS,
        first(
            "</Relationships>",
            f'<Relationship Id="rId88" Type="{IMAGE}" Target="media/none.png"/></Relationships>',
        ),
    ),
    Defect("two heads for the same pages", BODY, first(r"(<w:headerReference[^>]*/>)", r"\1\1")),
    Defect(
        "settings out of order",
        SETTINGS,
        first(r'(<w:zoom w:percent="100"/>)(.*)(</w:settings>)', r"\2\1\3"),
    ),
    Defect("a colour that is none", STYLES, first('color w:val="auto"', 'color w:val="#0563C1"')),
    Defect("a name of a bookmark too long", BODY, every('"_p_quays"', f'"_p_{"x" * 50}"')),
    Defect(
        "an insertion without an id",
        BODY,
        first(
            TEXT,
            r'\1<w:ins w:author="A" w:date="2044-07-08T00:00:00Z"><w:r><w:t>x</w:t></w:r></w:ins>',
        ),
    ),
    Defect("a save id that is none", BODY, first("<w:p>", '<w:p w:rsidR="XYZ">')),
    Defect("a page without width", BODY, first(r'pgSz w:w="\d+"', 'pgSz w:w="0"')),
    Defect(
        "a list definition after a list",
        LISTS,
        first(
            r'(<w:abstractNum w:abstractNumId="2".*?</w:abstractNum>)(.*)(</w:numbering>)',
            r"\2\1\3",
        ),
    ),
    Defect("a list level twice", LISTS, first('<w:lvl w:ilvl="2">', '<w:lvl w:ilvl="1">')),
)
"""The defects that one checker or another is known to miss."""

FURTHER = (
    Defect("room that is less than nothing", STYLES, first(r'w:after="\d+"', 'w:after="-20"')),
    Defect("a switch in words", BODY, first("<w:cantSplit/>", '<w:cantSplit w:val="true"/>')),
    Defect("a number of a note too high", NOTES, first('w:id="3"', 'w:id="40000"')),
    Defect("a note with two references", BODY, first(NOTE, NOTE + NOTE)),
    Defect("a picture without words", BODY, first('descr="Emblem"', 'descr=""')),
    Defect("a link to no bookmark", BODY, first('anchor="_s_harbours"', 'anchor="_gone"')),
    Defect(
        "a heading level left out", STYLES, first('outlineLvl w:val="1"', 'outlineLvl w:val="2"')
    ),
    Defect("a head that is a foot", RELATIONS, first('/header(" Target)', r"/footer\1")),
    Defect("no first page", BODY, removed("<w:titlePg/>")),
    Defect("columns that do not add up", BODY, first(r'gridCol w:w="\d', 'gridCol w:w="8')),
    Defect("a cell that continues none", BODY, first("(</w:tcPr>)", r"<w:vMerge/>\1")),
    Defect(
        "a style based on itself",
        STYLES,
        first('basedOn w:val="Normal"', 'basedOn w:val="SingleTxt"'),
    ),
    Defect("a field that fetches", BODY, first(r" REF _s_northern \\n", r" DDEAUTO cmd")),
    Defect("words in a table row", BODY, first("<w:tr>", "<w:tr>x")),
    Defect("bold twice", STYLES, first("<w:b/>", "<w:b/><w:b/>")),
    Defect(
        "a list without a definition",
        LISTS,
        first(r'abstractNumId w:val="0"', 'abstractNumId w:val="99"'),
    ),
    Defect("a part that is no XML", SETTINGS, removed("</w:settings>")),
)
"""Defects of rules that no other checker has, or has in another way."""


def good() -> dict[str, bytes]:
    """The members of the sample with every kind of node."""
    data = docx.write(sample.report(sample.ENGLISH), sample.sheet(sample.ENGLISH))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: dict[str, bytes]) -> bytes:
    """Members as one file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def with_defect(members: dict[str, bytes], defect: Defect) -> bytes:
    """The good file with one defect in it; the change must have changed something."""
    old = members[defect.part].decode()
    new = defect.change(old)
    assert new != old, f"“{defect.name}” changes nothing"
    return packed(members | {defect.part: new.encode()})
