"""Numbers, notes and references: the only place that counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docgen import bundle as bundles
from docgen import style as styles
from docgen.model import (
    Annex,
    Block,
    Box,
    CrossRef,
    Document,
    Front,
    Image,
    Inline,
    Item,
    ItemList,
    Line,
    Masthead,
    Note,
    NoteRef,
    Option,
    OptionTable,
    Paragraph,
    Prose,
    Section,
    Table,
    Text,
)
from docgen.render.text import entries
from docgen.report import Origin, Report
from docgen.resolve import resolve
from docgen.walk import find

ROOT = Path(__file__).parents[1]


def prose(*inlines: Inline | str) -> Prose:
    parts = tuple(Text(part) if isinstance(part, str) else part for part in inlines)
    return Prose("", "", parts, Origin("report.md", 7))


def paragraph(*inlines: Inline | str, id: str = "") -> Paragraph:
    return Paragraph(prose(*(inlines or ("Text.",))), id)


def items(*texts: Inline | str, level: int = 1, ids: str = "") -> ItemList:
    names = ids.split() or [""] * len(texts)
    made = (Item(prose(text), id=name) for text, name in zip(texts, names, strict=True))
    return ItemList(tuple(made), ordered=True, level=level)


def section(title: str, *blocks: Block, level: int = 1, id: str = "") -> Section:
    return Section(prose(title), blocks, level, id=id)


def note(key: str) -> Note:
    return Note(key, prose(f"Note {key}."))


def document(
    *blocks: Block, annexes: tuple[Annex, ...] = (), notes: str = "", byline: Line | None = None
) -> Document:
    front = Front(
        "report", "general-assembly", ("A/99/1",), "general", date(2045, 1, 1), "en", (), prose("T")
    )
    masthead = Masthead(
        "", (), "", (), "", None, None, (), prose("T"), None, byline, Image("", "", b""), "", "", ""
    )
    known = tuple(map(note, notes.split()))
    return Document("d", "en", front, (), blocks, annexes, known, masthead)


def resolved(source: Document, tag: str = "en") -> tuple[Document, Report]:
    report = Report()
    bundle = bundles.load(ROOT / "locales", tag, report)
    sheet = styles.load(ROOT / "styles", "hq", bundle)
    return resolve(source, bundle, sheet, report), report


def labels(source: Document, kind: str, tag: str = "en") -> list[str]:
    return [entry.label for entry in entries(resolved(source, tag)[0]) if entry.kind == kind]


def cited(source: Document, tag: str = "en") -> list[str]:
    found = find(resolved(source, tag)[0], CrossRef)
    return ["".join(step.text for step in reference.steps) for reference in found]


# ---- counting -------------------------------------------------------------------------------


def test_paragraphs_are_numbered_through_all_sections() -> None:
    source = document(section("One", paragraph(), paragraph()), section("Two", paragraph()))
    assert labels(source, "numbered") == ["1.", "2.", "3."]


def test_paragraph_numbers_start_afresh_in_every_annex() -> None:
    annex = Annex(prose("A"), (paragraph(), paragraph()))
    source = document(paragraph(), annexes=(annex, annex))
    assert labels(source, "numbered") == ["1.", "1.", "2.", "1.", "2."]


def test_numbers_go_on_from_where_a_start_says() -> None:
    source = document(
        section("Four", paragraph(), replace(paragraph(), start=12), paragraph()),
        replace(section("Six", paragraph()), start=6),
        replace(items("Third", "Fourth"), start=3),
    )
    assert labels(source, "numbered") == ["1.", "12.", "13.", "14."]
    assert labels(source, "heading 1") == ["I.", "VI."]
    assert labels(source, "item") == ["(c)", "(d)"]


def test_tables_without_number_do_not_count() -> None:
    one = Table(prose("T"), None, (), (), ())
    source = document(one, replace(one, numbered=False), one)
    assert labels(source, "table") == ["Table 1", "", "Table 2"]


def test_continued_paragraphs_do_not_count() -> None:
    source = document(paragraph(), replace(paragraph(), form="continued"), paragraph())
    assert labels(source, "numbered") == ["1.", "2."]


def test_headings_are_numbered_by_level_and_lower_levels_start_afresh() -> None:
    lower = (section("a", level=2), section("b", level=2))
    source = document(section("One", *lower), section("Two", *lower))
    assert labels(source, "heading 1") == ["I.", "II."]
    assert labels(source, "heading 2") == ["A.", "B.", "A.", "B."]


def test_the_same_headings_are_numbered_in_the_manner_of_each_language() -> None:
    source = document(section("One"), section("Two"))
    assert labels(source, "heading 1", "zh") == ["一.", "二."]


def test_every_list_starts_at_its_first_letter() -> None:
    source = document(paragraph(), items("x", "y"), paragraph(), items("z"))
    assert labels(source, "item") == ["(a)", "(b)", "(a)"]


def test_an_outer_list_goes_on_after_a_nested_one() -> None:
    outer = items("x", "y")
    inner = items("p", "q", level=2)
    first = replace(outer.items[0], blocks=(inner,))
    source = document(paragraph(), replace(outer, items=(first, outer.items[1])))
    assert labels(source, "item") == ["(a)", "(i)", "(ii)", "(b)"]


def test_a_new_list_is_a_new_run_of_its_sequence() -> None:
    done, _ = resolved(document(items("x", "y"), items("z")))
    assert [(n.number.value, n.number.run) for n in find(done, Item) if n.number] == [
        (1, 1),
        (2, 1),
        (1, 2),
    ]


def test_a_single_annex_has_no_number_and_several_have() -> None:
    annex = Annex(prose("A"), ())
    assert labels(document(annexes=(annex,)), "annex") == ["Annex"]
    assert labels(document(annexes=(annex, annex)), "annex", "zh") == ["附件一", "附件二"]


# ---- notes ----------------------------------------------------------------------------------


def test_notes_are_numbered_in_the_order_of_their_marks() -> None:
    source = document(paragraph(NoteRef("b")), paragraph(NoteRef("a")), notes="a b")
    assert [(e.label, e.text) for e in entries(resolved(source)[0]) if e.kind == "note"] == [
        ("1", "Note b."),
        ("2", "Note a."),
    ]


def test_a_second_mark_of_a_note_repeats_its_number_without_its_body() -> None:
    source = document(paragraph(NoteRef("a")), paragraph(NoteRef("a")), notes="a")
    marks = list(find(resolved(source)[0], NoteRef))
    assert [mark.number.label for mark in marks if mark.number] == ["1", "1"]
    assert [bool(mark.note) for mark in marks] == [True, False]


def test_the_document_knows_which_foot_notes_have_several_marks() -> None:
    marks = [paragraph(NoteRef(key)) for key in "abacc"]
    box = Box(prose("B", NoteRef("x")), (paragraph(NoteRef("x")),))
    source = document(*marks, box, notes="a b c x")
    assert resolved(source)[0].repeated == {"a", "c"}


def test_marks_on_the_first_page_and_on_annex_titles_are_asterisks_starting_at_one() -> None:
    annex = Annex(prose("A", NoteRef("unedited")), ())
    source = document(annexes=(annex,), notes="late unedited", byline=Line((NoteRef("late"),)))
    assert labels(source, "note") == ["*", "*"]


def test_marks_in_a_frame_are_letters_and_their_notes_stand_under_it() -> None:
    box = Box(prose("B", NoteRef("x")), (paragraph(NoteRef("y")), paragraph(NoteRef("x"))))
    source = document(paragraph(NoteRef("n")), box, box, notes="n x y")
    assert labels(source, "note") == ["1", "a", "b", "a", "b"]


def test_options_are_lettered_and_share_the_notes_under_the_last_of_them() -> None:
    option = Option(prose("O"), (paragraph(NoteRef("x")),), ())
    table = OptionTable((option, replace(option, description=(paragraph(NoteRef("y")),))))
    source = document(annexes=(Annex(prose("A"), (table,)),), notes="y x")
    assert labels(source, "option") == ["a.", "b."]
    assert labels(source, "note") == ["a", "b"]


# ---- references -----------------------------------------------------------------------------


def test_a_reference_prints_the_number_alone_forwards_and_back() -> None:
    source = document(paragraph(CrossRef("p2"), id="p1"), paragraph(CrossRef("p1"), id="p2"))
    assert cited(source) == ["2", "1"]


def test_a_reference_to_a_subparagraph_begins_with_its_paragraph() -> None:
    blocks = (paragraph(CrossRef("i2"), id="p"), items("x", "y", ids="i1 i2"))
    assert cited(document(*blocks)) == ["1 (b)"]
    assert cited(document(*blocks), "zh") == ["1(b)"]


def test_a_reference_to_a_subsection_begins_with_its_section() -> None:
    lower = section("b", paragraph(CrossRef("s")), level=2, id="s")
    assert cited(document(section("One"), section("Two", lower))) == ["II.A"]


def test_the_steps_of_a_citation_lead_to_what_they_name() -> None:
    blocks = (paragraph(CrossRef("i1"), id="p"), items("x", ids="i1"))
    reference = next(find(resolved(document(*blocks))[0], CrossRef))
    assert [(step.text, step.target) for step in reference.steps] == [
        ("1", "p"),
        (" ", ""),
        ("(a)", "i1"),
    ]


def test_a_reference_to_nothing_is_an_error_with_place_and_suggestion() -> None:
    _, report = resolved(document(paragraph(CrossRef("p-fnd"), id="p-fund")))
    assert [str(found) for found in report] == [
        "report.md:7: error: reference [](#p-fnd) leads to no block of this document\n"
        "    Did you mean #p-fund?"
    ]


def test_a_reference_to_what_has_no_number_is_an_error() -> None:
    unnumbered = replace(paragraph(id="x"), form="unnumbered")
    _, report = resolved(document(unnumbered, paragraph(CrossRef("x"))))
    assert "leads to something without a number" in str(report.errors[0])


@pytest.mark.parametrize("tag", ["en", "zh"])
def test_a_reference_to_a_single_annex_warns_that_it_has_no_number(tag: str) -> None:
    annex = Annex(prose("A"), (), id="annex-1")
    _, report = resolved(document(paragraph(CrossRef("annex-1")), annexes=(annex,)), tag)
    assert not report.errors
    assert "a single annex has no number" in str(next(iter(report)))
