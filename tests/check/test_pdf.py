"""Paragraphs in the order of the structure of a PDF."""

from __future__ import annotations

from docgen.check.pdf import read
from docgen.check.word import Printed
from tests.render.structure.printed import written

MARK = '<span class="note" id="note-a" data-label="1">Body</span>'


def test_a_paragraph_has_its_number_and_its_words() -> None:
    data = written('<h1>Title</h1><p><span class="number">1. </span>Words</p>')
    assert read(data) == [Printed("H1", "", "Title"), Printed("P", "1.", "Words")]


def test_a_note_follows_the_paragraph_that_marks_it() -> None:
    found = read(written(f"<p>Word{MARK} and more</p><p>Next</p>"))
    assert found == [
        Printed("P", "", "Word⟨1⟩ and more"),
        Printed("Note", "1", "Body"),
        Printed("P", "", "Next"),
    ]


def test_the_label_of_an_item_goes_to_its_first_paragraph() -> None:
    item = '<li><p><span class="number">(a) </span>One</p><p>Two</p></li>'
    assert read(written(f"<ol>{item}</ol>")) == [
        Printed("P", "(a)", "One"),
        Printed("P", "", "Two"),
    ]


def test_cells_are_read_by_themselves_and_by_their_paragraphs() -> None:
    found = read(written("<table><tr><td>A</td><td><p>B</p><p>C</p></td></tr></table>"))
    assert found == [Printed("TD", "", "A"), Printed("P", "", "B"), Printed("P", "", "C")]


def test_contents_and_running_heads_are_left_out() -> None:
    contents = '<nav><h2>Contents</h2><ol class="entries"><li>Words</li></ol></nav>'
    style = "@page { @top-left { content: 'Head' } }"
    assert read(written(f"{contents}<p>Text</p>", style)) == [Printed("P", "", "Text")]


def test_words_that_pages_divide_are_read_as_one_paragraph() -> None:
    (paragraph,) = read(written(f"<p>{'word ' * 99}</p>"))
    assert paragraph.text.count("word") == 99
