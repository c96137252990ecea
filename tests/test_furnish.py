"""The words that the engine writes itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from docgen import bundle as bundles
from docgen import style as styles
from docgen.furnish import furnish
from docgen.model import (
    Annex,
    Document,
    Facet,
    FacetForm,
    Front,
    Line,
    NoteRef,
    Option,
    OptionTable,
    Prose,
    Text,
)
from docgen.report import Report

ROOT = Path(__file__).parents[1]
TITLE = Prose("t", "Title", (Text("Title"),))
FRONT = Front(
    "report", "general-assembly", ("A/99/968*",), "general", date(2045, 7, 8), "en", ("en",), TITLE
)


def furnished(annex: Annex, tag: str = "en") -> Document:
    bundle = bundles.load(ROOT / "locales", tag, Report())
    sheet = styles.load(ROOT / "styles", "hq", bundle)
    source = Document("d", "en", FRONT, (), (), (annex,))
    return furnish(source, bundle, sheet, Report())


def option(*keys: str) -> OptionTable:
    return OptionTable((Option(TITLE, (), tuple(Facet(key, ()) for key in keys)),))


def facets(document: Document) -> list[Facet]:
    (table,) = document.annexes[0].blocks
    assert isinstance(table, OptionTable)
    return list(table.options[0].facets)


def test_fixed_wording_is_in_the_language_of_the_version() -> None:
    wording = furnished(Annex(TITLE, ()), "zh").wording
    assert wording
    assert (wording.summary, wording.contents, wording.source) == ("摘要", "目录", "资料来源：")


def test_the_running_head_has_the_symbol_without_its_asterisk() -> None:
    assert furnished(Annex(TITLE, ())).running_symbol == "A/99/968"


def test_facets_stand_in_the_order_and_place_of_the_style() -> None:
    placed = facets(furnished(Annex(TITLE, (option("strategy", "challenges", "benefits"),))))
    assert [(facet.key, facet.place) for facet in placed] == [
        ("benefits", "start"),
        ("challenges", "end"),
        ("strategy", "full"),
    ]


def test_facets_carry_the_headings_that_the_style_prints() -> None:
    placed = facets(furnished(Annex(TITLE, (option("benefits", "strategy"),)), "zh"))
    assert [facet.heading for facet in placed] == [Line((Text("优势"),)), None]


def test_an_annex_can_have_facets_of_its_own() -> None:
    cost = Prose("a.facet.cost", "Cost", (Text("Cost"),))
    forms = (FacetForm("cost", "end", cost), FacetForm("time", "start"))
    placed = facets(furnished(Annex(TITLE, (option("time", "cost"),), facets=forms)))
    assert [(facet.key, facet.place, facet.heading) for facet in placed] == [
        ("cost", "end", cost),
        ("time", "start", None),
    ]


def test_an_annex_of_other_origin_says_so_in_brackets() -> None:
    annex = Annex(TITLE, (), original=("ar", "en"))
    assert furnished(annex).annexes[0].original_line == "[Original: Arabic and English]"
    assert furnished(annex, "zh").annexes[0].original_line == "[原件：阿拉伯文和英文]"


def test_an_annex_that_was_not_edited_has_a_note_on_its_title() -> None:
    document = furnished(Annex(TITLE, (), id="a", edited=False))
    mark = document.annexes[0].title.inlines[-1]
    assert isinstance(mark, NoteRef)
    assert [(note.key, note.text.source) for note in document.notes] == [
        (mark.key, "The present annex is being issued without formal editing.")
    ]
