"""Statistical tables: widths, rules, alignment, heads, totals, and what stands above and below."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from docgen.model import Amount, Block, Cell, Column, Prose, Row, Table
from docgen.render import docx
from docgen.render.rows import kept
from tests.render import sample
from tests.render.docx.opened import (
    Element,
    Opened,
    find,
    paragraphs,
    text_of,
    texts,
    value,
    word_file,
)


def table(words: str, tag: str = sample.ENGLISH) -> Element:
    """The first table that holds `words` in a cell."""
    tables: list[Any] = word_file(tag).find("//w:tbl")
    return next(one for one in tables if words in text_of(one))


def row(words: str) -> Element:
    return next(one for one in find(table("Alpha"), "w:tr") if words in text_of(one))


def rules(element: Element) -> set[tuple[str, str]]:
    """Side and thickness, in eighths of a point, of the lines around the cells of a row."""
    lines = find(element, "w:tc/w:tcPr/w:tcBorders/*")
    return {(line.tag.rpartition("}")[2], value(line, "@w:sz")) for line in lines}


def test_a_table_of_few_columns_stands_on_the_measure() -> None:
    properties = find(table("Alpha"), "w:tblPr")[0]
    assert value(properties, "w:tblInd/@w:w") == "1267"
    assert value(properties, "w:tblW/@w:w") == "7306"


def test_a_table_of_more_than_four_columns_takes_the_width_of_the_page() -> None:
    properties = find(word_file().find("//w:tbl[w:tblPr/w:tblCaption/@w:val='Wide']")[0], "w:tblPr")
    assert value(properties[0], "w:tblInd/@w:w") == "0"
    assert value(properties[0], "w:tblW/@w:w") == "9840"


def test_widths_are_fixed_and_add_up() -> None:
    for one in word_file().find("//w:tbl"):
        widths = [int(width) for width in find(one, "w:tblGrid/w:gridCol/@w:w")]
        assert sum(widths) == int(value(one, "w:tblPr/w:tblW/@w:w"))
        assert value(one, "w:tblPr/w:tblLayout/@w:type") == "fixed"


def test_a_cell_is_as_wide_as_its_columns_to_the_twip() -> None:
    for one in word_file().find("//w:tbl"):
        columns = [int(width) for width in find(one, "w:tblGrid/w:gridCol/@w:w")]
        for each in find(one, "w:tr"):
            widths = [int(width) for width in find(each, "w:tc/w:tcPr/w:tcW/@w:w")]
            assert sum(widths) == sum(columns)


def test_every_row_covers_every_column() -> None:
    for one in word_file().find("//w:tbl"):
        columns = len(find(one, "w:tblGrid/w:gridCol"))
        for each in find(one, "w:tr"):
            spans = [value(cell, "w:tcPr/w:gridSpan/@w:val") or "1" for cell in find(each, "w:tc")]
            assert sum(map(int, spans)) == columns


def test_every_cell_ends_with_a_paragraph() -> None:
    cells = word_file().find("//w:tc")
    assert cells
    assert [cell for cell in cells if not cell[-1].tag.endswith("}p")] == []


def test_the_rows_of_the_head_are_repeated_on_every_page() -> None:
    heads = find(table("Alpha"), "w:tr[w:trPr/w:tblHeader]")
    room = ""
    assert [text_of(head) for head in heads] == ["Metresa", "Harbour20432044", room]
    assert find(table("Alpha"), "w:tr/w:trPr/w:trHeight/@w:val") == ["115"]  # as in the template


def test_rules_are_thin_above_the_head_and_thick_below_it_and_at_the_end() -> None:
    assert ("top", "4") in rules(row("Metres"))
    assert rules(row("Harbour")) == {("bottom", "12")}
    assert rules(row("Beta")) == set()
    assert rules(row("Total")) == {("top", "4"), ("bottom", "12")}


def test_a_head_over_several_columns_is_centred_over_a_rule() -> None:
    over = find(row("Metres"), "w:tc[2]")[0]
    assert value(over, "w:tcPr/w:gridSpan/@w:val") == "2"
    assert value(over, "w:p/w:pPr/w:jc/@w:val") == "center"
    assert value(over, "w:tcPr/w:tcBorders/w:bottom/@w:sz") == "4"


def test_figures_stand_at_the_right_and_words_at_the_left() -> None:
    assert find(row("Beta"), "w:tc/w:p/w:pPr/w:jc/@w:val") == ["end", "end"]


def test_totals_and_headings_of_groups_have_styles_of_their_own() -> None:
    assert texts(word_file(), "TableCellTotal") == ["Total", "1\u2009246.5", "13.0"]
    assert texts(word_file(), "TableCellGroup") == ["Northern coast"]


def test_label_title_and_headnote_stand_above() -> None:
    before = [text_of(one) for one in reversed(find(table("Alpha"), "preceding-sibling::w:p"))]
    assert before[:4] == ["", "(Metres at low water)", "Depth of harbours", "Table 1"]


def test_source_remarks_and_lettered_notes_stand_below() -> None:
    after = [text_of(one) for one in find(table("Alpha"), "following-sibling::w:p")]
    assert after[:6] == [
        "",
        "Source: Harbour office.",
        "Note: Figures may not add up.",
        "Depth at low water.",
        "Estimate.",
        "",
    ]


def test_a_full_width_colon_needs_no_space_after_it() -> None:
    assert texts(word_file(sample.CHINESE), "TableSource")[0] == "资料来源：Harbour office."


def test_screen_readers_are_told_the_title() -> None:
    assert value(table("Alpha"), "w:tblPr/w:tblCaption/@w:val") == "Depth of harbours"


# ---- numbers, merged heads and turned pages -----------------------------------------------------


def opened(*blocks: Block) -> Opened:
    """A Word file of `blocks` alone."""
    document = replace(sample.report(sample.ENGLISH), blocks=blocks, summary=(), annexes=())
    return Opened(docx.write(document, sample.sheet(sample.ENGLISH)))


def number(value: str, shown: str) -> Cell:
    return Cell(Prose("", "", (Amount(value, shown),)))


def simple(*rows: Row, landscape: bool = False) -> Table:
    head = (
        Row((Cell(sample.prose("Place"), rows=2), Cell(sample.prose("Both")))),
        Row((Cell(sample.prose("2044")),)),
    )
    columns = (Column("start", 0.5), Column("end", 0.5))
    return Table(sample.prose("Title"), None, columns, head, rows, landscape=landscape)


def test_a_number_leaves_the_room_of_the_decimals_it_has_not() -> None:
    rows = (
        Row((Cell(sample.prose("Alpha")), number("12.5", "12.5"))),
        Row((Cell(sample.prose("Beta")), number("3", "3"))),
    )
    found = opened(simple(*rows))
    half_digit_and_sign = 0.75 * 8.5 * 1.04 + 2 * 0.25
    assert found.find("//w:tr[5]/w:tc[2]//w:ind/@w:right") == [str(round(20 * half_digit_and_sign))]
    assert found.find("//w:tr[4]/w:tc[2]//w:ind/@w:right") == []


def test_a_tall_cell_of_the_head_is_continued_without_words() -> None:
    row = Row((Cell(sample.prose("Alpha")), number("1", "1")))
    found = opened(simple(row))
    assert found.find("//w:tc[1]/w:tcPr/w:vMerge/@w:val") == ["restart", "continue"]
    assert [text_of(one) for one in found.find("//w:tc[w:tcPr/w:vMerge]")] == ["Place", ""]


def test_a_landscape_table_stands_in_a_section_of_its_own() -> None:
    row = Row((Cell(sample.prose("Alpha")), number("1", "1")))
    found = opened(simple(row, landscape=True), sample.paragraph("After it."))
    assert found.find("//w:sectPr/w:pgSz/@w:w") == ["12240", "15840", "12240"]
    assert found.find("//w:sectPr/w:pgSz/@w:orient") == ["landscape"]
    assert found.find("//w:sectPr/w:titlePg/../w:pgSz/@w:w") == ["12240"]
    kinds = found.find("//w:sectPr/w:headerReference/@w:type")
    assert kinds == ["default", "even", "first", "default", "even", "default", "even"]


def test_rows_stay_together_as_they_do_in_the_pdf() -> None:
    rows = [Row((Cell(sample.prose(f"Row {n}")), number("1", "1"))) for n in range(1, 8)]
    found = opened(simple(*rows, Row((Cell(sample.prose("Sum")), number("7", "7")), "total")))
    body = found.find("//w:tbl/w:tr[not(w:trPr/w:tblHeader)]")
    stays = [bool(find(one, "w:tc/w:p/w:pPr/w:keepNext")) for one in body]
    assert stays == kept(simple(*rows, Row((), "total")))
    assert stays == [True, True, True, False, False, False, True, False]


def test_a_row_that_may_be_divided_is_not_kept_whole_on_the_page_of_the_next() -> None:
    found = opened(simple(Row((Cell(sample.prose("Word " * 400)), number("1", "1")))))
    assert found.find("//w:tbl/w:tr[not(w:trPr/w:tblHeader)]//w:keepNext") == []


def test_words_beside_words_stand_at_the_top_of_their_row() -> None:
    columns = (Column("start", 0.3), Column("start", 0.5), Column("end", 0.2))
    cells = (Cell(sample.prose("One")), Cell(sample.prose("Word")), number("1", "1"))
    table = replace(simple(Row(cells)), columns=columns, head=())
    assert opened(table).find("//w:tbl//w:vAlign/@w:val") == ["top"] * 3
    assert set(opened(simple(Row((cells[0], cells[2])))).find("//w:tbl//w:vAlign/@w:val")) == {
        "bottom"
    }


def test_a_table_stands_clear_of_the_text_above_and_below_it() -> None:
    label = paragraphs(word_file(), "TableLabel")[0]
    assert value(label, "w:pPr/w:spacing/@w:before") == "360"
    last = word_file().find("//w:tbl[1]/following::w:p[w:pPr/w:pStyle/@w:val='Spacer']")
    assert "120" in [after for one in last for after in find(one, "w:pPr/w:spacing/@w:after")]


def test_a_cell_of_the_body_reaches_over_columns_and_rows() -> None:
    words = ("North", "Ratio", "one", "South", "two", "East", "unknown")
    north, ratio, one, south, two, east, unknown = (Cell(sample.prose(word)) for word in words)
    rows = (
        Row((north, replace(ratio, rows=2), one)),
        Row((south, two)),
        Row((east, replace(unknown, span=2))),
    )
    columns = (Column("start", 0.5), Column("end", 0.25), Column("end", 0.25))
    source = Table(sample.prose("Merged"), None, columns, (), rows, numbered=False)
    document = replace(sample.report(sample.ENGLISH), blocks=(source,), annexes=())
    opened = Opened(docx.write(document, sample.sheet(sample.ENGLISH)))
    made = opened.find("//w:tbl[w:tblPr/w:tblCaption/@w:val='Merged']/w:tr")
    assert [[text_of(one) for one in find(row, "w:tc")] for row in made] == [
        ["North", "Ratio", "one"],
        ["South", "", "two"],
        ["East", "unknown"],
    ]
    assert find(made[0], "w:tc/w:tcPr/w:vMerge/@w:val") == ["restart"]
    assert find(made[1], "w:tc/w:tcPr/w:vMerge/@w:val") == ["continue"]
    assert find(made[2], "w:tc/w:tcPr/w:gridSpan/@w:val") == ["2"]
