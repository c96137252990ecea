"""Visiting and rebuilding documents."""

from dataclasses import replace
from typing import Any

from docgen.model import Note, NoteRef, Paragraph, Prose, Quotation, Strong, Text
from docgen.walk import find, rebuild, walk

PROSE = Prose("p", "", (Text("one "), Strong((Text("two "),)), NoteRef("n"), Text("three")))
QUOTATION = Quotation((Paragraph(PROSE), Paragraph(PROSE)))


def shout(node: Any) -> Any:
    return Text(node.text.upper()) if isinstance(node, Text) else node


def test_walking_goes_in_the_order_of_reading() -> None:
    assert "".join(node.text for node in walk(PROSE) if isinstance(node, Text)) == "one two three"


def test_finding_yields_one_kind_of_node() -> None:
    assert [mark.key for mark in find(QUOTATION, NoteRef)] == ["n", "n"]


def test_rebuilding_changes_every_node_it_is_asked_to() -> None:
    changed = rebuild(QUOTATION, shout)
    assert [text.text for text in find(changed, Text)] == ["ONE ", "TWO ", "THREE"] * 2


def test_rebuilding_returns_the_node_itself_where_nothing_changes() -> None:
    assert rebuild(QUOTATION, lambda node: node) is QUOTATION


def test_rebuilding_descends_into_what_a_change_returns() -> None:
    def change(node: Any) -> Any:
        return replace(node, inlines=(Text("new"),)) if isinstance(node, Prose) else shout(node)

    assert next(find(rebuild(QUOTATION, change), Text)).text == "NEW"


def test_a_change_of_certain_kinds_is_asked_about_these_alone() -> None:
    seen: list[Any] = []
    rebuild(QUOTATION, lambda node: seen.append(node) or node, Strong, NoteRef)
    assert seen == [Strong((Text("two "),)), NoteRef("n")] * 2


def test_kinds_are_found_wherever_the_types_of_fields_let_them_stand() -> None:
    note = Note("n", Prose("fn-n", "", (Text("below"),)))
    marked = replace(PROSE, inlines=(Strong((NoteRef("n", note=note),)),))
    assert [node.text for node in walk(Paragraph(marked), Text)] == ["below"]
    assert [type(node) for node in walk(marked, Note, NoteRef)] == [NoteRef, Note]
