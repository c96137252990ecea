"""Accepting all changes gives the new document, rejecting all the old text and its numbers."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from random import Random

import docx as python_docx
import pytest

from docgen.check import word
from docgen.model import Document, Paragraph, Prose, Strong, Table, Text
from docgen.redline import Change, merge
from docgen.render import docx
from docgen.walk import find, rebuild
from tests.redline import chance, deciding
from tests.redline.deciding import W
from tests.render import sample

AUTHOR, DATE = "A. Reviser", "2044-08-01T00:00:00Z"


class Redline:
    """The file with changes between two unnumbered documents, and both without."""

    def __init__(self, old: Document, new: Document, tag: str) -> None:
        sheet = sample.sheet(tag)
        before, after = (docx.package(sample.numbered(one, tag), sheet) for one in (old, new))
        self.old, self.new = before.data(), after.data()
        self.changes: list[Change] = merge(before, after, AUTHOR, DATE)
        self.data = after.data()

    def check(self) -> None:
        """Accept all and reject all."""
        accepted = deciding.decided(self.data, accept=True)
        for name, root in deciding.parts(self.new).items():
            assert deciding.plain(accepted[name]) == deciding.plain(root), name
        rejected = deciding.decided(self.data, accept=False)
        for name, root in deciding.parts(self.old).items():
            assert list(deciding.lines(rejected[name])) == list(deciding.lines(root)), name
        assert word.read(deciding.with_parts(self.data, rejected)) == word.read(self.old)
        python_docx.Document(io.BytesIO(self.data))

    def marks(self, kind: str, part: str = "document") -> list[str]:
        """The words in every mark of a kind, without those of the machine."""
        root = deciding.parts(self.data)[f"word/{part}.xml"]
        marks = [one for one in root.iter(f"{W}{kind}") if one.get(f"{W}author") == AUTHOR]
        texts = ["".join(t.text or "" for t in m.iter(f"{W}t", f"{W}delText")) for m in marks]
        return [text for text in texts if text]


def changed(document: Document, old: object, new: object) -> Document:
    assert old != new
    return rebuild(document, lambda node: new if node == old else node)


def paragraph(document: Document, identity: str) -> Paragraph:
    return next(one for one in find(document, Paragraph) if one.id == identity)


def without(document: Document, *gone: object) -> Document:
    """The document without blocks that are equal to those `gone`."""

    def cut(node: object) -> object:
        blocks = getattr(node, "blocks", None)
        if not blocks or not any(block in gone for block in blocks):
            return node
        left = tuple(block for block in blocks if block not in gone)
        return replace(node, blocks=left)  # type: ignore[type-var]

    return rebuild(document, cut)


def before(document: Document, place: object, *put: object) -> Document:
    """The document with blocks put before another one."""

    def insert(node: object) -> object:
        blocks = getattr(node, "blocks", None) or ()
        if place not in blocks or put[0] in blocks:
            return node
        at = blocks.index(place)
        return replace(node, blocks=(*blocks[:at], *put, *blocks[at:]))  # type: ignore[type-var]

    return rebuild(document, insert)


@pytest.fixture(params=sample.LANGUAGES)
def tag(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_same_document_has_no_changes(tag: str) -> None:
    document = sample.unnumbered(tag)
    redline = Redline(document, document, tag)
    assert redline.changes == []
    assert not deciding.parts(redline.data)["word/document.xml"].findall(f".//*[@{W}author]")
    redline.check()


def test_an_inserted_paragraph_is_inserted_with_its_mark_and_listed_with_its_number(
    tag: str,
) -> None:
    old = sample.unnumbered(tag)
    put = sample.paragraph("A paragraph that was not there.", id="p-put")
    redline = Redline(old, before(old, paragraph(old, "p-list"), put), tag)
    redline.check()
    assert redline.marks("ins") == ["A paragraph that was not there."]
    assert [(c.done, c.label) for c in redline.changes] == [("inserted", "2.")]


def test_references_that_were_counted_anew_are_changes_of_the_machine(tag: str) -> None:
    old = sample.unnumbered(tag)
    put = sample.paragraph("A paragraph that was not there.", id="p-put")
    redline = Redline(old, before(old, paragraph(old, "p-list"), put), tag)
    root = deciding.parts(redline.data)["word/document.xml"]
    text = [child for child in root[0] if child.tag != f"{W}sdt"]
    marks = [mark for block in text for mark in block.iter(f"{W}ins")]
    machine = [mark for mark in marks if mark.get(f"{W}author") == "docgen"]
    assert ["".join(t.text for t in one.iter(f"{W}t")) for one in machine] == ["3"]


def test_a_moved_paragraph_is_shown_as_moved(tag: str) -> None:
    old = sample.unnumbered(tag)
    moved = paragraph(old, "p-south")
    new = before(without(old, moved), paragraph(old, "p-list"), moved)
    redline = Redline(old, new, tag)
    redline.check()
    assert redline.marks("moveFrom") == redline.marks("moveTo") != []
    assert [change.done for change in redline.changes] == ["moved"]


def test_a_note_that_goes_stays_in_the_notes_until_it_is_accepted(tag: str) -> None:
    old = sample.unnumbered(tag)
    source = paragraph(old, "p-list").text
    bare = tuple(inline for inline in source.inlines if isinstance(inline, Text))
    redline = Redline(old, changed(old, source, replace(source, inlines=bare)), tag)
    redline.check()


def test_a_changed_note_is_changed_in_its_place(tag: str) -> None:
    old = sample.unnumbered(tag)
    new = changed(old, Text("Depth at low water."), Text("Depth at high water."))
    new = changed(new, Text("Reissued for technical reasons."), Text("Reissued for good reasons."))
    redline = Redline(old, new, tag)
    redline.check()
    assert redline.marks("del", "footnotes") == ["technical"]
    assert {change.place for change in redline.changes} == {"note", ""}


def test_cells_and_rows_of_tables_are_changed_one_by_one(tag: str) -> None:
    old = sample.unnumbered(tag)
    table = next(find(old, Table))
    rows = (*table.body[:2], *table.body[3:])
    new = changed(old, table, replace(table, body=rows))
    new = changed(new, Text("Northern coast"), Text("Northern shore"))
    redline = Redline(old, new, tag)
    redline.check()
    root = deciding.parts(redline.data)["word/document.xml"]
    assert len(root.findall(f".//{W}trPr/{W}del")) == 1
    assert redline.marks("ins") == ["shore"]
    assert [(change.done, change.place) for change in redline.changes] == [
        ("changed", "table"),
        ("deleted", "table"),
    ]


def test_bold_alone_is_a_change_of_format(tag: str) -> None:
    old = sample.unnumbered(tag)
    source = paragraph(old, "p-dashes").text
    new = changed(old, source, sample.prose(Strong((Text("Dashes"),)), " follow."))
    redline = Redline(old, new, tag)
    redline.check()
    root = deciding.parts(redline.data)["word/document.xml"]
    assert len(list(root.iter(f"{W}rPrChange"))) == 1
    assert redline.marks("ins") == redline.marks("del") == []


def test_titles_headings_captions_and_options_change(tag: str) -> None:
    old = sample.unnumbered(tag)
    new = old
    for said in ("Harbours of the sample: ", "Introduction", "Depth of harbours", "inner one;"):
        new = changed(new, Text(said), Text(f"{said.rstrip(' ;:')} anew"))
    redline = Redline(old, new, tag)
    redline.check()
    assert len(redline.changes) == 4


def test_the_same_states_give_the_same_bytes(tag: str) -> None:
    random = Random(3)
    old = sample.unnumbered(tag)
    new = chance.edited(old, random, 6)
    assert Redline(old, new, tag).data == Redline(old, new, tag).data


@pytest.mark.parametrize("seed", range(24))
def test_documents_edited_by_chance_come_out_exactly(seed: int) -> None:
    check_by_chance(seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(24, 124))
def test_many_documents_edited_by_chance_come_out_exactly(seed: int) -> None:
    check_by_chance(seed)


def check_by_chance(seed: int) -> None:
    """Edit the sample, edit it again, and compare; then look for what a word processor refuses."""
    random = Random(seed)
    tag = random.choice(sample.LANGUAGES)
    old = chance.edited(sample.unnumbered(tag), random, random.randrange(6))
    redline = Redline(old, chance.edited(old, random, random.randrange(1, 8)), tag)
    redline.check()
    check_integrity(redline.data)


def check_integrity(data: bytes) -> None:
    """Ids are there once, fields are balanced, and what fields and links aim at is there."""
    parts = deciding.parts(data)
    starts = list(parts["word/document.xml"].iter(f"{W}bookmarkStart"))
    names = {one.get(f"{W}name").lower() for one in starts}
    assert len(names) == len(starts) == len({one.get(f"{W}id") for one in starts})
    changes = [
        e.get(f"{W}id") for root in parts.values() for e in root.iterfind(f".//*[@{W}author]")
    ]
    assert [identity for identity, times in Counter(changes).items() if times > 1] == []
    for root in parts.values():
        ends = Counter(mark.get(f"{W}fldCharType") for mark in root.iter(f"{W}fldChar"))
        assert ends["begin"] == ends["end"]
        codes = [code.text.split() for code in root.iter(f"{W}instrText", f"{W}delInstrText")]
        aims = {code[1].lower() for code in codes if code[0] in ("REF", "NOTEREF", "PAGEREF")}
        links = {link.get(f"{W}anchor", "").lower() for link in root.iter(f"{W}hyperlink")} - {""}
        assert aims | links <= names


def test_a_unit_of_text_is_known_by_its_id_however_it_was_rewritten(tag: str) -> None:
    old = sample.unnumbered(tag)
    source = paragraph(old, "p-dashes").text
    new = changed(old, source, Prose("", "", (Text("没有共同之处"),)))
    redline = Redline(old, new, tag)
    redline.check()
    assert [change.done for change in redline.changes] == ["changed"]
