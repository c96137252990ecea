"""The masthead: paragraphs in the order of reading, and no table."""

from __future__ import annotations

from dataclasses import replace

from docgen.model import Line, Text
from docgen.render import docx
from docgen.style import Stylesheet
from tests.render import sample
from tests.render.docx.opened import Opened, find, paragraphs, text_of, texts, value, word_file


def sheet() -> Stylesheet:
    return sample.sheet(sample.ENGLISH)


def with_symbols(*symbols: str) -> Opened:
    report = sample.report(sample.ENGLISH)
    assert report.masthead
    lines = tuple(Line((Text(symbol),)) for symbol in symbols)
    masthead = replace(report.masthead, symbols=lines, session=None, agenda=None, byline=None)
    return Opened(docx.write(replace(report, masthead=masthead), sheet()))


def test_the_first_page_reads_from_its_top_to_the_by_line() -> None:
    lines = [text_of(one) for one in word_file().find("w:body/w:p")[:12]]
    assert lines == [
        "\tUnited Nations\tA/99/1*",
        "General Assembly\tDistr.: General",
        "\t8 July 2044",
        "",
        "\tOriginal: English",
        "",
        "Ninety-ninth session",
        "Agenda item 17 (b)",
        "Oceans and the law of the sea",
        "Harbours of the sample: Thalassa 和 “港口”",
        "Second part",
        "Report of the Secretary-General**",
    ]


def test_the_letters_before_the_first_stroke_of_a_symbol_are_large() -> None:
    runs = find(word_file().find("w:body/w:p")[0], "w:r[w:rPr/w:rStyle]")
    assert [(value(run, "w:rPr/w:rStyle/@w:val"), text_of(run)) for run in runs] == [
        ("MastheadSymbolInitial", "A"),
        ("MastheadSymbol", "/99/1"),
        ("FootnoteReference", "*"),
    ]


def test_the_symbol_stands_a_little_above_the_line_of_the_house() -> None:
    line = paragraphs(word_file(), "MastheadNations")[0]
    symbol = "w:r[w:rPr/w:rStyle[starts-with(@w:val, 'MastheadSymbol')]]"
    lifted = find(line, f"{symbol}/w:rPr/w:position/@w:val")
    assert lifted == ["3"] * len(find(line, symbol)) != []


def test_two_symbols_stand_one_above_the_other_and_the_text_begins_higher() -> None:
    opened = with_symbols("A/99/1", "S/2044/7")
    assert [text_of(one) for one in opened.find("w:body/w:p")[:2]] == [
        "\t\tA/99/1",
        "\tUnited Nations\tS/2044/7",
    ]
    higher = int(value(opened.part("document"), ".//w:pgMar/@w:top"))
    assert int(value(word_file().part("document"), ".//w:pgMar/@w:top")) - higher == 400


def test_lines_that_a_document_has_not_leave_no_gap() -> None:
    opened = with_symbols("A/99/1")
    assert texts(opened, "Session") == texts(opened, "AgendaItemNormal") == []
    assert texts(opened, "TitleH1") == []


def test_the_distribution_block_is_in_its_own_language() -> None:
    block = word_file(sample.CHINESE).find("w:body/w:p[w:pPr/w:pStyle/@w:val='Distribution']")
    languages = {found for one in block for found in find(one, ".//w:lang/@w:val")}
    assert languages == {"en-GB"}


def test_the_distribution_block_begins_beside_the_organ_and_stands_in_no_frame() -> None:
    organ = word_file().find("w:body/w:p[w:pPr/w:pStyle/@w:val='XLarge']")[0]
    assert text_of(organ) == "General Assembly\tDistr.: General"
    assert value(organ, "w:r[last()]/w:rPr/w:rStyle/@w:val") == "DistributionChar"
    assert word_file().find("//w:framePr") == []


def test_an_organ_without_distribution_block_stands_alone() -> None:
    report = sample.report(sample.ENGLISH)
    assert report.masthead
    bare = replace(report, masthead=replace(report.masthead, issue=()))
    assert texts(Opened(docx.write(bare, sheet())), "XLarge") == ["General Assembly"]


def test_a_thin_rule_stands_under_the_symbol_and_a_thick_one_under_the_organ() -> None:
    rules = word_file().find("w:body/w:p/w:pPr/w:pBdr/w:bottom/@w:sz")
    assert rules[:2] == ["4", "12"]


def test_the_emblem_floats_beside_the_name_of_the_organ() -> None:
    anchor = word_file().find("//wp:anchor")[0]
    assert value(anchor, "wp:positionH/@relativeFrom") == "page"
    assert value(anchor, "wp:docPr/@descr") == "Emblem"


def test_the_masthead_has_no_table() -> None:
    first = word_file().find("w:body/w:tbl[1]/w:tblPr/w:tblCaption/@w:val")
    assert first == ["Summary"]


def test_the_text_begins_above_the_head_of_other_pages() -> None:
    margin = int(value(word_file().part("document"), ".//w:pgMar/@w:top"))
    assert margin == round((64.8 - 3 - 20) * 20)
    assert margin < sheet().page.top * 20
