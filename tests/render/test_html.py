"""The document as one HTML file, read back as a browser would."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from typing import get_args

import pytest
from lxml import html as lxml_html

from docgen import model
from docgen.model import Document, Image, Number, Option, Table, Text
from docgen.render import html
from docgen.render.html import macro_name
from docgen.walk import find
from tests.render.sample import CHINESE, ENGLISH, LANGUAGES, paragraph, prose, report, sheet

VOID = {"meta", "img", "br", "col", "hr", "wbr"}


@cache
def page(language: str = ENGLISH, media: str = "screen") -> str:
    return html.write(report(language), sheet(language), media)  # type: ignore[arg-type]


@cache
def tree(language: str = ENGLISH, media: str = "screen") -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(page(language, media))


def texts(path: str, language: str = ENGLISH) -> list[str]:
    return [" ".join(node.text_content().split()) for node in tree(language).xpath(path)]


def changed(**fields: object) -> str:
    document = replace(report(ENGLISH), **fields)  # type: ignore[arg-type]
    return html.write(document, sheet(ENGLISH))


class Balance(HTMLParser):
    """Complains about an element that is closed out of turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


# ---- the file -------------------------------------------------------------------------------


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_element_is_closed_in_turn(language: str, media: str) -> None:
    balance = Balance()
    balance.feed(page(language, media))
    assert balance.open == []


def test_the_file_needs_no_other() -> None:
    addresses = tree().xpath("//*/@src") + re.findall(r"url\(([^)]*)\)", page())
    assert addresses
    assert all(address.strip("\"'").startswith("data:") for address in addresses)
    assert not tree().xpath("//link | //script")


def test_ids_are_unique_and_every_inner_link_leads_to_one() -> None:
    ids = tree().xpath("//@id")
    assert len(ids) == len(set(ids))
    inner = {address[1:] for address in tree().xpath("//a/@href") if address.startswith("#")}
    assert inner
    assert inner <= set(ids)


def test_the_language_is_that_of_the_document_and_others_are_marked() -> None:
    root = tree(CHINESE)
    assert (root.get("lang"), root.get("dir")) == ("zh-Hans", "ltr")
    assert {"es", "en", "en-GB"} <= set(root.xpath("//body//@lang"))
    assert set(tree().xpath("//div[@lang='es']//h4/text()")) <= {""}


def test_text_is_escaped() -> None:
    text = changed(blocks=(paragraph("a < b & <i>c</i>", form="unnumbered"),))
    assert "a &lt; b &amp; &lt;i&gt;c&lt;/i&gt;" in text


# ---- structure ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind", [*get_args(model.Block), *get_args(model.Inline)], ids=lambda kind: kind.__name__
)
def test_each_kind_of_node_has_a_macro(kind: type) -> None:
    templates = "".join(path.read_text() for path in sheet(ENGLISH).folder.glob("templates/*.j2"))
    assert f"{{% macro {macro_name(kind)}(" in templates


def test_the_parts_of_a_page_are_marked_as_such() -> None:
    for element in ("header", "main", "nav", "section", "aside", "figure", "footer"):
        assert tree().xpath(f"//{element}"), element


def test_there_is_one_first_heading_and_no_rank_is_left_out_below_it() -> None:
    ranks = [int(node.tag[1]) for node in tree().iter("h1", "h2", "h3", "h4", "h5")]
    assert ranks.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(ranks))


def test_headings_carry_number_and_words_without_note_marks() -> None:
    titles = tree().xpath("//main//@data-title")
    assert "II. Harbours" in titles
    assert "Annex I Options" in titles


def test_numbers_stand_before_their_text() -> None:
    numbered = texts("//p[@class='paragraph']")
    assert numbered[0].startswith("1. Run-in heading.")
    assert texts("//li/p[@class='item-2']")[0] == "(i) inner one;"
    assert texts("//p[@class='dash-1']")[0] == "– first dash"


def test_the_contents_list_leads_to_every_heading_and_annex() -> None:
    entries = texts("//nav//li")
    assert entries[:3] == ["I. Introduction", "II. Harbours", "A. Northern"]
    assert entries[-2:] == ["I. Options", "II. Further matters"]
    assert "<nav" not in changed(front=replace(report(ENGLISH).front, contents=False))


# ---- frames ---------------------------------------------------------------------------------


def test_a_table_has_a_caption_and_heads_with_a_scope() -> None:
    table = tree().xpath("//table[caption]")[0]
    assert [p.text_content() for p in table.xpath("caption/p")] == [
        "Table 1",
        "Depth of harbours",
        "(Metres at low water)",
    ]
    assert table.xpath("thead//th/@scope") == ["colgroup", "col", "col", "col"]
    assert table.xpath("tbody//th/@scope") == ["row"] * 4
    assert [style.split()[1] for style in table.xpath("colgroup/col/@style")] == [
        "50.00%",
        "25.00%",
        "25.00%",
    ]


def test_source_remark_and_lettered_notes_stand_under_the_table() -> None:
    under = tree().xpath("//div[@id='t-depths']/table/following-sibling::*")
    found = [" ".join(node.text_content().split()) for node in under]
    assert found == [
        "Source: Harbour office.",
        "Note: Figures may not add up.",
        "a Depth at low water. b Estimate.",
    ]


def test_the_title_of_an_option_is_the_head_of_its_table() -> None:
    option = tree().xpath("//table[@id='o-dredge']")[0]
    assert option.xpath("string(thead)").split() == ["a.", "Dredge", "the", "basin"]
    rows = [
        [int(cell.get("colspan")) for cell in row.xpath("td")] for row in option.xpath("tbody/tr")
    ]
    assert rows == [[2], [1, 1], [2], [2]]


def test_pictures_are_described() -> None:
    assert all(tree().xpath("//img/@alt"))
    assert tree().xpath("string(//figure/img/@alt)") == "A line that rises from left to right."


def test_drafts_show_what_is_not_translated_in_its_own_language() -> None:
    [draft] = tree(CHINESE).xpath("//span[contains(@class, 'draft')]")
    assert draft.get("lang") == ENGLISH
    assert draft.xpath("string(span[@class='tag'])") == report(CHINESE).wording.untranslated  # type: ignore[union-attr]


# ---- notes ----------------------------------------------------------------------------------


def test_on_screen_the_notes_stand_at_the_end_linked_with_their_marks() -> None:
    notes = texts("//section[@class='foot-notes']//li")
    assert notes[0] == "* Reissued for technical reasons."
    assert [note.split()[0] for note in notes] == ["*", "**", "1", "2", "*"]
    assert tree().xpath("//li[@id='note-law']//a/@href")[0] == "#mark-law"
    assert len(tree().xpath("//sup/a[@href='#note-law']")) == 2


def test_on_paper_each_note_stands_at_its_first_mark() -> None:
    notes = tree(ENGLISH, "print").xpath("//span[starts-with(@class, 'note ')]")
    assert [note.get("data-label") for note in notes] == ["*", "**", "1", "2", "*"]
    assert not tree(ENGLISH, "print").xpath("//*[@class='foot-notes']")


def labels(document: Document) -> set[str]:
    kinds = (model.Paragraph, model.Section, model.Item, Table, Option)
    numbers = [node.number for kind in kinds for node in find(document, kind)]
    return {number.label for number in numbers if isinstance(number, Number)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_of_the_document_is_printed(language: str) -> None:
    words = tree(language).xpath("string(//main)")
    assert all(label in words for label in labels(report(language)))


def test_a_document_whose_sections_have_no_ids_has_links_all_the_same() -> None:
    found = tree().xpath("//section/@id")
    assert "part-1" in found


def test_a_picture_keeps_its_bytes() -> None:
    image = Image("a.svg", "image/svg+xml", b"<svg/>")
    figure = next(find(report(ENGLISH), model.Figure))
    text = changed(blocks=(replace(figure, image=image),))
    assert "data:image/svg+xml;base64,PHN2Zy8+" in text


def test_a_no_break_space_before_a_reference_is_joined_on_paper_alone() -> None:
    document = replace(
        report(ENGLISH), blocks=(paragraph(Text("see para.\u00a0"), form="unnumbered"),)
    )
    assert "para.\u00a0\u2060<" in html.write(document, sheet(ENGLISH), "print")
    assert "\u2060" not in html.write(document, sheet(ENGLISH))


def test_a_citation_in_latin_letters_is_kept_together_where_text_runs_from_the_right() -> None:
    mirrored = html.write(replace(report(ENGLISH), direction="rtl"), sheet(ENGLISH), "print")
    cited = re.findall(r'<span class="cited">(.*?)</span>', mirrored)
    assert re.sub(r"<[^>]+>", "", cited[0]) == "II.A"
    assert 'class="cited"' not in page(ENGLISH, "print")


def test_a_note_that_is_mostly_an_address_is_not_spread_over_its_lines() -> None:
    document = report(ENGLISH)
    mark = next(one for one in find(document, model.NoteRef) if one.note)
    note = replace(mark.note, text=prose("See https://example.org/reports/of-the-year."))
    text = paragraph(Text("Text"), replace(mark, note=note), form="unnumbered")
    assert 'class="note mark-note address"' in html.write(
        replace(document, blocks=(text,)), sheet(ENGLISH), "print"
    )
