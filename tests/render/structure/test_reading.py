"""What becomes of the elements of a page in the structure of the PDF."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from docgen.check.tree import Piece
from docgen.render import compose
from tests.render.compose import sample
from tests.render.structure.printed import only, shape, tagged, words, written

SENTENCE = "One two three four five six seven eight nine ten. "


def test_a_paragraph_is_one_element_on_however_many_pages() -> None:
    file = tagged(f"<p>{SENTENCE * 12}</p>")
    paragraph = only(file, "P")
    pages = {kid.page for kid in paragraph.kids if isinstance(kid, Piece)}
    assert pages == set(range(len(file.pages)))
    assert len(pages) > 2
    assert words(file, paragraph).split() == (SENTENCE * 12).split()


def test_a_list_and_its_items_are_one_element_each_on_however_many_pages() -> None:
    item = f'<li><p><span class="number">(a) </span>{SENTENCE * 5}</p></li>'
    file = tagged(f"<ol>{item * 3}</ol>")
    assert len(file.pages) > 2
    assert [one.role for one in only(file, "L").children] == ["LI", "LI", "LI"]
    assert len(list(file.elements("P"))) == 3


def test_the_label_of_an_item_stands_before_its_body() -> None:
    file = tagged('<ul><li><p><span class="number">– </span>Words</p></li></ul>')
    assert shape(only(file, "L")) == "L(LI(Lbl(*) LBody(P(*))))"


def test_the_number_of_a_paragraph_is_its_label_also_within_an_item() -> None:
    inner = '<p>First</p><p><span class="number">7. </span>Second</p>'
    file = tagged(f'<ul><li><p><span class="number">– </span>Item</p>{inner}</li></ul>')
    assert shape(only(file, "LI")) == "LI(Lbl(*) LBody(P(*) P(*) P(Lbl(*) *)))"


def test_words_that_say_nothing_of_themselves_have_no_element() -> None:
    file = tagged('<div><p>A <span class="words"><em>new</em></span> day</p></div>')
    assert shape(file.roots[0]) == "Document(P(* * *))"


def test_text_that_stands_in_a_group_gets_a_paragraph() -> None:
    assert shape(tagged("<section>Words</section>").roots[0]) == "Document(Sect(P(*)))"


def test_what_holds_nothing_is_left_out() -> None:
    assert shape(tagged("<section><p></p><p> </p></section><p>A</p>").roots[0]) == "Document(P(*))"


# ---- languages -------------------------------------------------------------------------------


def languages(body: str) -> list[tuple[str, str]]:
    file = tagged(body)
    return [(one.role, str(one.raw.get("/Lang", ""))) for one in file.elements()]


def test_an_element_names_its_language_where_it_is_another_than_around_it() -> None:
    found = languages('<div lang="fr"><p>Bonjour <span lang="fr">et</span></p></div><p>Day</p>')
    assert found == [("Document", "en"), ("P", "fr"), ("P", "")]


def test_words_in_another_language_have_an_element_that_names_it() -> None:
    found = languages('<p>Good <em lang="fr">jour <b lang="en">day</b></em></p>')
    assert found[1:] == [("P", ""), ("Span", "fr"), ("Span", "en")]


@pytest.mark.parametrize(("direction", "shown"), [("ltr", None), ("rtl", "/R2L")])
def test_pages_that_face_each_other_follow_the_direction_of_the_text(
    direction: str, shown: str | None
) -> None:
    with pikepdf.open(BytesIO(written("<p>A</p>", direction=direction))) as file:
        assert file.Root.ViewerPreferences.get("/Direction") == shown


# ---- notes -----------------------------------------------------------------------------------

MARK = '<span class="note" id="note-a" data-label="1">Body</span>'


def test_a_note_follows_its_mark_and_each_leads_to_the_other() -> None:
    file = tagged(f"<p>Word{MARK} and more</p>")
    reference = "Reference(Lbl(Link(@ *)))"
    assert shape(only(file, "P")) == f"P(* {reference} Note(Lbl(Link(@ *)) *) *)"
    targets = [str(one.Dest) for one in file.pdf.pages[0].Annots]
    assert targets == ["note-a", "mark-of-note-a"]
    names = list(file.pdf.Root.Names.Dests.Names)[::2]
    assert set(targets) <= {str(name) for name in names}


def test_a_note_is_one_element_on_however_many_pages() -> None:
    mark = MARK.replace("Body", SENTENCE * 12)
    with compose.installed(sample.PLAIN):
        file = tagged(f"<p>Word{mark} and more</p>", ".note { footnote-policy: line }")
    note = only(file, "Note")
    assert shape(note).startswith("Note(Lbl(Link(@ *)) * *")
    assert words(file, note).split() == [*(SENTENCE * 12).split(), "1"]
    assert {kid.page for kid in note.kids if isinstance(kid, Piece)} == set(range(len(file.pages)))
    assert len(file.pages) > 2


def test_every_note_has_an_id_of_its_own() -> None:
    marks = MARK + MARK.replace("note-a", "note-b")
    listed = '<ol class="notes"><li class="table-note">Letter</li></ol>'
    file = tagged(f"<p>Word{marks}</p>{listed}")
    assert [str(note.raw.ID) for note in file.elements("Note")] == ["note-1", "note-2", "note-3"]


def test_a_note_in_the_language_of_its_words_says_so_though_it_stands_at_the_foot() -> None:
    file = tagged(f'<p>Word <span lang="fr">mot{MARK}</span></p>')
    assert (only(file, "Span").raw.Lang, "/Lang" in only(file, "Note").raw) == ("fr", False)


def test_a_further_mark_of_a_note_is_a_reference_to_it() -> None:
    further = '<sup class="mark"><a href="#note-a">1</a></sup>'
    paragraphs = list(tagged(f"<p>Word{MARK}</p><p>Word{further}</p>").elements("P"))
    assert shape(paragraphs[1]) == "P(* Reference(Lbl(Link(@ *))))"


def test_the_letter_of_a_note_below_a_table_is_its_label() -> None:
    letter = '<span class="number"><sup class="mark">a</sup> </span>'
    note = only(tagged(f'<ol class="notes"><li class="table-note">{letter}W</li></ol>'), "Note")
    assert shape(note) == "Note(Lbl(*) *)"


# ---- links -----------------------------------------------------------------------------------


def test_a_link_within_the_document_is_a_reference_and_described_by_its_words() -> None:
    file = tagged('<p id="x">See <a href="#x">section II</a>.</p>')
    assert shape(only(file, "P")) == "P(* Reference(Link(@ *)) *)"
    assert str(file.pdf.pages[0].Annots[0].Contents) == "section II"


def test_a_link_to_elsewhere_is_described_by_its_address() -> None:
    file = tagged('<p>See <a href="https://www.example.org/">there</a></p>')
    assert shape(only(file, "P")) == "P(* Link(@ *))"
    assert str(file.pdf.pages[0].Annots[0].Contents) == "https://www.example.org/"


def test_a_link_on_two_lines_is_one_element_with_both_places() -> None:
    file = tagged(f'<p><a href="https://www.example.org/">{SENTENCE}</a></p>')
    assert shape(only(file, "Link")) == "Link(@ * @ *)"


def test_a_link_has_one_place_on_a_line_however_many_parts_it_has() -> None:
    address = "https://<wbr>www.<wbr>example.<wbr>org/<wbr>a-<wbr>long-<wbr>way/<wbr>down"
    link = f'<a href="https://www.example.org/">{address} <em>and <b>on</b></em></a>'
    file = tagged(f"<p>See {link}</p>", "a::after { content: '.' }")
    assert [len(page.obj.Annots) for page in file.pdf.pages] == [2]
    assert len({tuple(one.Rect) for one in file.pdf.pages[0].obj.Annots}) == 2


# ---- headings, contents, quotations, figures ---------------------------------------------------


def test_headings_never_skip_a_rank() -> None:
    body = "<h1>A</h1><h2>B</h2><h5>C</h5><h6>D</h6><h3>E</h3>"
    assert [one.role for one in tagged(body).elements()][1:] == ["H1", "H2", "H3", "H4", "H3"]


def test_the_contents_are_a_list_of_references() -> None:
    entry = '<li><span class="number">I.</span> <a href="#x">Words</a></li>'
    style = "li::after { content: '4' } a::after { content: leader('.') }"
    contents = f'<nav><h1>Contents</h1><ol class="entries">{entry}</ol></nav>'
    file = tagged(f'{contents}<p id="x">X</p>', style)
    line = "TOCI(Lbl(*) Reference(Link(@ *)) Reference(*))"
    assert shape(file.roots[0]) == f"Document(Sect(H1(*) TOC({line})) P(*))"
    assert words(file, only(file, "TOC")) == "I. Words 4"


def test_a_quotation_holds_its_paragraphs() -> None:
    assert shape(only(tagged("<blockquote><p>A</p><p>B</p></blockquote>"), "BlockQuote")) == (
        "BlockQuote(P(*) P(*))"
    )


PICTURE = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>"  # noqa: E501


def test_a_figure_has_its_text_and_its_bounds_in_points_from_below() -> None:
    style = "img { display: block; width: 40pt; height: 30pt; margin: 5pt 0 0 10pt }"
    file = tagged(f'<img src="{PICTURE}" alt="A triangle">', style)
    figure = only(file, "Figure")
    assert str(figure.raw.Alt) == "A triangle"
    bounds = [float(edge) for edge in figure.attributes["/BBox"]]
    assert bounds == pytest.approx([30, 120 - 20 - 5 - 30, 70, 120 - 20 - 5])


# ---- tables ----------------------------------------------------------------------------------

ROW = '<tr><th scope="row">{}</th><td>1</td><td>2</td></tr>'
TABLE = (
    "<table><caption><p>Title</p></caption><thead>"
    '<tr><td></td><th scope="colgroup" colspan="2">Both</th></tr>'
    '<tr><th scope="col">Place</th><th scope="col">X</th><th scope="col">Y</th></tr>'
    "</thead><tbody>{}</tbody></table>"
)


def test_a_table_on_several_pages_is_one_and_has_its_heads_once() -> None:
    file = tagged(TABLE.format("".join(ROW.format(f"Row{n}") for n in range(12))))
    table = only(file, "Table")
    assert len(file.pages) > 2
    assert [one.role for one in table.children] == ["Caption", "THead", "TBody"]
    assert words(file, table).count("Place") == 1
    assert len([one for one in table.walk() if one.role == "TR"]) == 14


def test_heads_say_what_they_are_heads_of() -> None:
    file = tagged(TABLE.format(ROW.format("A")))
    scopes = [str(head.attributes["/Scope"]) for head in file.elements("TH")]
    assert scopes == ["/Column", "/Column", "/Column", "/Column", "/Row"]


def test_a_cell_names_the_heads_of_its_row_and_of_its_columns() -> None:
    file = tagged(TABLE.format(ROW.format("A")))
    named = {str(head.raw.ID): words(file, head) for head in file.elements("TH")}
    empty, first, second = file.elements("TD")
    assert "/Headers" not in empty.attributes
    assert {named[str(name)] for name in first.attributes["/Headers"]} == {"Both", "X", "A"}
    assert {named[str(name)] for name in second.attributes["/Headers"]} == {"Both", "Y", "A"}


def test_a_cell_that_spans_rows_takes_its_place_in_each() -> None:
    rows = (
        '<tr><th scope="row" rowspan="2">A</th><td>1</td></tr><tr><td>2</td></tr>'
        '<tr><th scope="row">B</th><td>3</td></tr>'
    )
    file = tagged(f"<table><tbody>{rows}</tbody></table>")
    named = {str(head.raw.ID): words(file, head) for head in file.elements("TH")}
    heads = [[named[str(n)] for n in cell.attributes["/Headers"]] for cell in file.elements("TD")]
    assert heads == [["A"], ["A"], ["B"]]
