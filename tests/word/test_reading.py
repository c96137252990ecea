"""What a Word file holds, read into values."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from docgen import limits, word
from docgen.report import DocgenError
from docgen.word import Mark, Paragraph, Picture, Plot, Run, Table, TextBox
from tests.word.made import p, package, r, relations, style, table, tc, tr

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
NOTE = (
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>'
    "<w:r><w:t>See X.</w:t></w:r></w:p></w:footnote>"
)


def first(body: str, parts: dict[str, str | bytes] | None = None, **xml: str) -> Paragraph:
    block = word.read(package(body, parts, **xml)).blocks[0]
    assert isinstance(block, Paragraph)
    return block


def runs(paragraph: Paragraph) -> list[Run]:
    return [piece for piece in paragraph.pieces if isinstance(piece, Run)]


# ---- looks -------------------------------------------------------------------------------------


def test_a_run_looks_as_its_style_and_the_styles_below_say() -> None:
    styles = style("Base", inside="<w:rPr><w:b/></w:rPr>") + style("Head", base="Base")
    assert runs(first(p("x", "Head"), styles=styles))[0].look.bold
    assert not runs(first(p(r("x", '<w:b w:val="0"/>'), "Head"), styles=styles))[0].look.bold


def test_what_two_levels_of_styles_switch_on_is_off() -> None:
    styles = style("Head", inside="<w:rPr><w:b/></w:rPr>") + style(
        "Strong", inside="<w:rPr><w:b/></w:rPr>", kind="character"
    )
    assert not runs(first(p(r("x", '<w:rStyle w:val="Strong"/>'), "Head"), styles=styles))[
        0
    ].look.bold


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = style("A", base="B", inside="<w:rPr><w:i/></w:rPr>") + style("B", base="A")
    assert runs(first(p("x", "B"), styles=styles))[0].look.italic


def test_runs_of_one_look_are_one() -> None:
    assert [run.text for run in runs(first(p(r("a") + r("b") + r("c", "<w:i/>"))))] == ["ab", "c"]


def test_the_place_of_a_paragraph_comes_from_its_style() -> None:
    styles = style("Sub", inside='<w:pPr><w:ind w:left="1742" w:hanging="475"/></w:pPr>')
    layout = first(p("x", "Sub"), styles=styles).layout
    assert (layout.left, layout.first) == (1742, -475)


# ---- inline ------------------------------------------------------------------------------------


def test_a_link_leads_where_its_relation_says() -> None:
    link = f'<w:hyperlink r:id="rId1">{r("80/241")}</w:hyperlink>'
    address = "https://docs.un.org/en/A/RES/80/241"
    found = first(p(r("see ") + link), relations(rId1=("hyperlink", address)))
    assert [(run.text, run.link) for run in runs(found)] == [("see ", ""), ("80/241", address)]


def test_of_a_field_the_result_is_read_with_its_instruction() -> None:
    found = runs(first(p(FIELD.format("REF x", r("17")))))
    assert [(run.text, run.field) for run in found] == [("17", "REF x")]


def test_a_field_that_ends_in_another_paragraph_stays_open() -> None:
    begin, _, _ = FIELD.partition('{}<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    body = p(begin.format("TOC") + r("one")) + p(
        r("two") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    file = word.read(package(body + p("three")))
    assert [run.field for paragraph in word.paragraphs(file.blocks) for run in runs(paragraph)] == [
        "TOC",
        "TOC",
        "",
    ]


def test_notes_carry_their_number_or_their_own_mark() -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    counted = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    file = word.read(package(p(r("x") + own + counted), footnotes=NOTE))
    assert list(word.marks(next(word.paragraphs(file.blocks)))) == [
        Mark("footnote", "2", "*", custom=True),
        Mark("footnote", "2", "1"),
    ]
    assert word.text(file.footnotes["2"]) == "See X."


def test_insertions_are_taken_and_deletions_told() -> None:
    changed = (
        f'<w:ins w:author="A">{r("new")}</w:ins>'
        '<w:del w:author="B"><w:r><w:delText>old</w:delText></w:r></w:del>'
    )
    file = word.read(package(p(r("a ") + changed)))
    assert word.text(file.blocks) == "a new"
    assert [(one.kind, one.text, one.author) for one in file.changes] == [("deleted", "old", "B")]


def test_a_paragraph_whose_end_is_deleted_joins_the_next() -> None:
    file = word.read(package(p("a", properties="<w:rPr><w:del/></w:rPr>") + p("b")))
    assert word.text(file.blocks) == "ab"


def test_remarks_of_reviewers_are_told() -> None:
    remark = '<w:comment w:id="0" w:author="A"><w:p><w:r><w:t>Check.</w:t></w:r></w:p></w:comment>'
    file = word.read(
        package(p(r("x") + '<w:r><w:commentReference w:id="0"/></w:r>'), comments=remark)
    )
    assert [(one.author, one.text, one.place) for one in file.comments] == [("A", "Check.", 1)]


def test_characters_of_symbol_fonts_become_those_they_show() -> None:
    known = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    other = '<w:r><w:sym w:font="Wingdings" w:char="F09E"/></w:r>'
    file = word.read(package(p(known + other)))
    assert word.text(file.blocks) == "≥�"
    assert "F09E" in file.faults[0].message


def test_the_words_of_a_formula_are_kept_and_told() -> None:
    file = word.read(package(p("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>")))
    assert (word.text(file.blocks), len(file.faults)) == ("x=1", 1)


# ---- pictures, boxes, charts -------------------------------------------------------------------


def test_a_picture_comes_with_its_bytes_and_its_words() -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="A bridge"/>'
        '<a:blip r:embed="rId1"/></wp:inline></w:drawing></w:r>'
    )
    parts = {**relations(rId1=("image", "media/one.png")), "word/media/one.png": b"PNG"}
    assert first(p(drawing), parts).pieces == (Picture("one.png", "image/png", b"PNG", "A bridge"),)


def test_a_picture_that_is_not_there_is_told() -> None:
    drawing = '<w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r>'
    file = word.read(package(p(drawing), relations(rId1=("image", "media/one.png"))))
    assert "missing" in file.faults[0].message


def test_the_words_of_a_text_box_are_read_once() -> None:
    box = f"<w:txbxContent>{p('inside')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = first(p(both)).pieces[0]
    assert isinstance(found, TextBox)
    assert word.text(found.blocks) == "inside"


def test_a_chart_keeps_its_numbers() -> None:
    def points(*texts: str) -> str:
        return "".join(f'<c:pt idx="{n}"><c:v>{text}</c:v></c:pt>' for n, text in enumerate(texts))

    series = (
        f"<c:ser><c:tx>{points('2043')}</c:tx><c:cat>{points('Africa', 'Asia')}</c:cat>"
        f"<c:val>{points('1.5', '2')}</c:val></c:ser>"
    )
    inside = f"<c:chart><c:plotArea><c:barChart>{series}</c:barChart></c:plotArea></c:chart>"
    chart = package("", chart=inside)
    with zipfile.ZipFile(io.BytesIO(chart)) as archive:
        data = archive.read("word/chart.xml")
    parts = {**relations(rId1=("chart", "charts/one.xml")), "word/charts/one.xml": data}
    drawing = '<w:r><w:drawing><c:chart r:id="rId1"/></w:drawing></w:r>'
    assert first(p(drawing), parts).pieces == (
        Plot("barChart", "", ("Africa", "Asia"), (("2043", ("1.5", "2")),)),
    )


# ---- tables ------------------------------------------------------------------------------------


def test_cells_say_what_they_reach_over() -> None:
    body = table(
        tr(tc("a", '<w:gridSpan w:val="2"/>'), tc("b", '<w:vMerge w:val="restart"/>')),
        tr("c", "d", tc("", "<w:vMerge/>")),
        properties='<w:tblBorders><w:top w:val="single"/><w:left w:val="nil"/></w:tblBorders>',
    )
    found = word.read(package(body)).blocks[0]
    assert isinstance(found, Table)
    assert [(cell.span, cell.merge) for row in found.rows for cell in row.cells] == [
        (2, ""),
        (1, "start"),
        (1, ""),
        (1, ""),
        (1, "continued"),
    ]
    assert found.rules == {"top"}


def test_a_deleted_row_is_left_out_and_told() -> None:
    file = word.read(package(table(tr("a"), tr("b", properties="<w:del/>"))))
    assert word.text(file.blocks) == "a"
    assert file.changes[0].text == "b"


# ---- the file ----------------------------------------------------------------------------------


def test_sections_say_where_they_end_and_how_they_lie() -> None:
    turned = '<w:sectPr><w:pgSz w:w="15840" w:h="12240"/></w:sectPr>'
    file = word.read(package(p("a", properties=turned) + p("b") + "<w:sectPr/>"))
    assert [(one.end, one.landscape) for one in file.sections] == [(1, True), (2, False)]


def test_variables_and_properties_are_read_by_name() -> None:
    custom = '<Properties><property name="JobNo"><v>2605751</v></property></Properties>'
    settings = '<w:docVars><w:docVar w:name="Title1" w:val="_x0009_Report_x000d_"/></w:docVars>'
    file = word.read(package(p("x"), {"docProps/custom.xml": custom}, settings=settings))
    assert file.variables == {"Title1": "Report"}
    assert file.properties == {"JobNo": "2605751"}


@pytest.mark.parametrize("data", [b"", b"text", b"PK\x03\x04", b"\xd0\xcf\x11\xe0old"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(DocgenError):
        word.read(data)


def test_damaged_markup_is_read_as_far_as_it_goes_and_told() -> None:
    data = package("")
    broken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(broken, "w") as new:
        text = old.read("word/document.xml").decode()
        new.writestr(
            "word/document.xml", text.replace("</w:body></w:document>", p("kept") + "<w:p>")
        )
    file = word.read(broken.getvalue())
    assert word.text(file.blocks) == "kept"
    assert "damaged" in file.faults[0].message


def test_entities_are_not_read() -> None:
    text = (
        '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>a&e;b</w:t></w:r></w:p></w:body></w:document>"
    )
    file = word.read(package("", {"word/document.xml": text}))
    assert "root" not in word.text(file.blocks)
    assert "entities" in file.faults[0].message


def test_a_part_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.limits.PART", replace(limits.PART, most=1000))
    with pytest.raises(DocgenError, match="more than 1,000 bytes when unpacked"):
        word.read(package(p("x" * 2000)))


def test_tables_in_one_another_without_end_are_told() -> None:
    body = p("x")
    for _ in range(240):
        body = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
    assert "damaged" in word.read(package(body)).faults[0].message
