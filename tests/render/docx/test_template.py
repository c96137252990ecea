"""The styles of a Word file against those of the template of New York, fact by fact.

What differs is listed with its reason; all else is the same to the twip.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from docgen.render.docx import template
from docgen.report import DocgenError
from docgen.style import Stylesheet
from tests.render import sample
from tests.render.docx.effective import Styles
from tests.render.docx.opened import find, style, value, word_file

TEMPLATE = Path(__file__).parents[2] / "data" / "word-template.txt"

DEVIATIONS = """
# Headings hang from their number and keep their distance by style: the template is used with typed
# numbers, tabs and empty lines. Their outline follows the levels of the document, so that chapters,
# sections and their parts are three levels in the navigation and not two.
HCh | before 360, after 240, left 1267, right 1260, hang 245, stops l1267
H1 | before 240, after 180, left 1267, right 1260, hang 245, stops l1267, outline level 2
H23 | before 240, after 120, left 1267, right 1260, hang 245, stops l1267, outline level 3
H4 | before 240, after 120, left 1267, right 1260, hang 245, stops r360 l1267
HM | stops l1267
SS | stops l1267
Sponsors | stops l1267
SummaryRecord | stops l1267
MeetingNumber | stops l1267 l2880
DecisionNumber | stops l1267 l2880
DecisionTitle | stops l1267 l2880
AgendaItemTitle | stops l1267 l2880

# Titles begin at their indent, not after a typed tab; they are no part of the outline.
TitleHCH | hang -, outline -, before 360, after 240
TitleH1 | hang -, outline -, after 240, keep yes
TitleH2 | hang -, outline -, after 180
7P | hang -, outline -, after 60
Session | outline -, stops l1267
AgendaTitleH2 | right 4160, outline -

# The masthead is made of paragraphs and not of cells.
XLarge | left 1267, outline -, stops r360 l1267
Distribution | line 240

# Notes stand as the template is used, not as its style says; the mark begins the line, because
# LibreOffice prints it before any tab.
FootnoteText | left 1267, hang 190, right 1260, stops l1267

# Dashes and bullets are levels of one list, at the stops of the text, and end where it ends.
Bullet1 | left 1976, right 1267, hang 234, stops l1976
Bullet2 | left 2452, right 1267, hang 234, stops l2452
Bullet3 | left 2926, hang 233
Bullet3 | stops l1267 l1742 l2218 l2693 l2926 l3182 l3658 l4133 l4622 l5098 l5573 l6048

# Lines of heads and feet have a known height, and one tab stop at the edge of the text; a foot is
# small, its page number large by a character style.
Header | line 210, stops -, width 100, bold yes
Footer | line 200, stops -, width 103, size 14, bold -

# Every style rests on Normal at least.
AgendaItemNormal | on Normal
Publication | on Normal
Distribution | on Normal
Original | on Normal
ReleaseDate | on Normal
Header | on Normal
Footer | on Normal
"""


def table(text: str) -> dict[str, dict[str, str]]:
    """Style → fact → value."""
    facts: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            identity, _, said = line.partition(" | ")
            pairs = (fact.partition(" ") for fact in said.split(", "))
            facts.setdefault(identity, {}).update({name: value for name, _, value in pairs})
    return facts


MEASURED, LISTED = table(TEMPLATE.read_text("utf-8")), table(DEVIATIONS)


def english() -> Styles:
    return Styles(word_file().part("styles"))


@pytest.mark.parametrize("identity", MEASURED)
def test_a_style_is_that_of_the_template_but_for_what_is_listed(identity: str) -> None:
    expected = MEASURED[identity] | LISTED.get(identity, {})
    expected = {fact: said for fact, said in expected.items() if said != "-"}
    assert english().facts(identity) == expected


@pytest.mark.parametrize("identity", LISTED)
def test_what_is_listed_differs_from_the_template(identity: str) -> None:
    same = [
        fact for fact, said in LISTED[identity].items() if said == MEASURED[identity].get(fact, "-")
    ]
    assert same == []


def test_note_marks_are_raised_as_in_the_template() -> None:
    mark = style(word_file(), "FootnoteReference")
    facts = {name: value(mark, f"w:rPr/w:{name}/@w:val") for name in ("spacing", "w", "vertAlign")}
    assert facts == {"spacing": "5", "w": "103", "vertAlign": "superscript"}


def test_links_are_blue_and_not_underlined() -> None:
    link = style(word_file(), "Hyperlink")
    assert [value(link, f"w:rPr/w:{name}/@w:val") for name in ("color", "u")] == ["0000FF", "none"]


def test_the_styles_of_geneva_have_its_names() -> None:
    sheet = sample.sheet(sample.ENGLISH, "geneva")
    named = {key: sheet.roles[key].name for key in ("paragraph", "heading.1", "dash.1", "organ")}
    assert named == {
        "paragraph": "_ Single Txt_G",
        "heading.1": "_ H _Ch_G",
        "dash.1": "_Bullet 1_G",
        "organ": "__XLarge_G",
    }
    assert not set(template.load(sheet).styles) & {"__Single Txt", "Sponsors"}


def test_chinese_text_has_no_stops_that_are_measured_in_latin_letters() -> None:
    single = style(word_file(sample.CHINESE), "SingleTxt")
    assert find(single, "w:pPr/w:tabs/w:tab/@w:pos") == ["1665"]
    assert word_file(sample.CHINESE).find("w:defaultTabStop/@w:val", "settings") == ["420"]


# ---- mistakes in a template -------------------------------------------------------------------


def with_styles(tmp_path: Path, styles: str) -> Stylesheet:
    path = tmp_path / "own.toml"
    path.write_text(f"default_tab = 24\n[stops]\ntext = []\n[styles]\n{styles}\n", "utf-8")
    return replace(sample.sheet(sample.ENGLISH), template=path)


@pytest.mark.parametrize(
    ("styles", "message"),
    [
        ('Own = { based_on = "None" }', "there is no style “None”"),
        ("Own = { colour = 1 }", "“colour” is no field of a role"),
        ('"__Single Txt" = { size = 9 }', "its looks are those of a role of the style sheet"),
        ('Own = { stops = "none" }', "there are no stops “none”"),
        ('Own = { based_on = "Other" }\nOther = { based_on = "Own" }', "it rests on itself"),
    ],
)
def test_a_mistake_in_a_template_is_named_with_its_style(
    tmp_path: Path, styles: str, message: str
) -> None:
    with pytest.raises(DocgenError, match=message) as raised:
        template.load(with_styles(tmp_path, styles))
    assert "own.toml" in str(raised.value.diagnostic.origin)


def test_a_template_that_is_no_toml_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocgenError, match="not valid TOML"):
        template.load(with_styles(tmp_path, "Own = {"))
