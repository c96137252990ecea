"""Numbers and words read back from a DOCX, counted as a word processor counts them."""

from __future__ import annotations

import io
import zipfile

from docgen.check.word import Printed, read

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LEVELS = """
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
    <w:lvlText w:val="(%2)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
    <w:lvlText w:val="%1."/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
"""
STYLES = """
<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Body"><w:basedOn w:val="Base"/></w:style>
<w:style w:styleId="Sub"><w:basedOn w:val="Base"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Heading"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
"""


def package(body: str, notes: str = "") -> bytes:
    parts = {
        "document": f"<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>",
        "styles": f"<w:styles {NAMESPACE}>{STYLES}</w:styles>",
        "numbering": f"<w:numbering {NAMESPACE}>{LEVELS}</w:numbering>",
        "footnotes": f"<w:footnotes {NAMESPACE}>{notes}</w:footnotes>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", xml)
    return buffer.getvalue()


def paragraph(style: str, text: str = "x", numbering: str = "", runs: str = "") -> str:
    own = f"<w:numPr>{numbering}</w:numPr>" if numbering else ""
    head = f'<w:pPr><w:pStyle w:val="{style}"/>{own}</w:pPr>'
    return f"<w:p>{head}<w:r><w:t>{text}</w:t></w:r>{runs}</w:p>"


def labels(*paragraphs: str) -> list[str]:
    return [printed.label for printed in read(package("".join(paragraphs)))]


def test_a_style_gives_its_paragraphs_the_numbers_of_its_list() -> None:
    assert labels(paragraph("Body"), paragraph("Body")) == ["1.", "2."]


def test_a_lower_level_starts_afresh_after_a_higher_one() -> None:
    body, sub = paragraph("Body"), paragraph("Sub")
    assert labels(body, sub, sub, body, sub) == ["1.", "(a)", "(b)", "2.", "(a)"]


def test_a_start_override_takes_effect_once() -> None:
    again = paragraph("Body", numbering='<w:numId w:val="2"/>')
    assert labels(paragraph("Body"), paragraph("Body"), again, again) == ["1.", "2.", "1.", "2."]


def test_a_paragraph_can_leave_the_list_of_its_style() -> None:
    out = paragraph("Body", numbering='<w:numId w:val="0"/>')
    assert labels(paragraph("Body"), out, paragraph("Body")) == ["1.", "", "2."]


def test_chinese_headings_are_counted_in_chinese() -> None:
    assert labels(*[paragraph("Heading")] * 21)[-1] == "二十一."


def test_a_note_follows_its_paragraph_with_its_mark() -> None:
    mark = '<w:r><w:footnoteReference w:id="4"/></w:r>'
    star = '<w:r><w:footnoteReference w:id="5" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    notes = (
        '<w:footnote w:id="4"><w:p><w:r><w:t>First.</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="5"><w:p><w:r><w:t>*</w:t><w:t> Late.</w:t></w:r></w:p></w:footnote>'
    )
    body = paragraph("Title", "T", runs=star) + paragraph("Plain", "word", runs=mark)
    assert read(package(body, notes)) == [
        Printed("Title", "", "T⟨*⟩"),
        Printed("footnote", "*", "Late."),
        Printed("Plain", "", "word⟨1⟩"),
        Printed("footnote", "1", "First."),
    ]


def test_the_code_of_a_field_is_no_text_and_its_result_is() -> None:
    field = "<w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:t>17</w:t></w:r>"
    assert read(package(paragraph("Plain", "see ", runs=field)))[0].text == "see 17"
