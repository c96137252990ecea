"""Tables, boxes, figures and charts of a Word file as they arrive."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from tests.importing.imported import Imported, document, imported
from tests.word.made import p, package, r, relations, table, tc, tr

BOLD, RAISED = "<w:b/>", '<w:i/><w:vertAlign w:val="superscript"/>'
HEAD = "<w:tblHeader/>"
RULED = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right"))
FRAMED = f"<w:tblBorders>{RULED}</w:tblBorders>"
TEXT = p("1.\tText.", "SingleTxt")


def made(body: str, **parts: Any) -> Imported:
    return imported(document(body, **parts))


def bold(text: str) -> str:
    return tc(p(r(text, BOLD)))


def lettered(text: str, letter: str) -> str:
    return tc(p(r(text) + r(letter, RAISED)))


def note(letter: str, text: str) -> str:
    return p(r("\t") + r(letter, RAISED) + r(f"\t{text}"), "FootnoteText")


def rows(found: Imported) -> list[str]:
    return [line for line in found.body.splitlines() if line.startswith("|")]


def test_a_captioned_table_arrives_with_all_that_belongs_to_it() -> None:
    body = (
        p("\t\tTable 1", "H23")
        + p("\t\tReplies by region", "H23")
        + p("(Number of replies)")
        + table(
            tr("Region", "Replies", properties=HEAD),
            tr(lettered("Africa", "a"), "1 234"),
            tr(bold("Total"), bold("5 678")),
        )
        + note("a", "Without islands.")
        + p("Source: Survey.")
        + p("Note: Rounded.")
    )
    found = made(TEXT + body)
    assert found.dump.splitlines()[-8:] == [
        "table\tTable 1\tReplies by region",
        "headnote\t\t(Number of replies)",
        "row\t\tRegion | Replies",
        "row\t\tAfrica⟨a⟩ | 1\u2009234",
        "row\t\tTotal | 5\u2009678",
        "source\t\tSurvey.",
        "remark\t\tRounded.",
        "note\ta\tWithout islands.",
    ]
    assert rows(found)[3] == "| **Total** | **5678** |"
    assert (found.warnings, found.lost) == ([], [])


def test_several_letters_are_several_marks() -> None:
    notes = note("a", "One.") + note("b", "Two.")
    for letters in ("a,b", "ab", "a, b"):
        found = made(TEXT + table(tr(lettered("Africa", letters), "5")) + notes)
        assert "row\t\tAfrica⟨a⟩,⟨b⟩ | 5" in found.dump
        assert found.warnings == []


def test_a_table_without_label_has_none_and_needs_no_title() -> None:
    found = made(table(tr("Posts", "12"), tr("Staff", "7")))
    assert "::: table {.unnumbered}\n|---|---|\n| Posts | 12 |" in found.body


def test_a_label_that_is_not_the_next_one_stays_as_text() -> None:
    body = (
        p("Table 3", "H23") + p("Title", "H23") + table(tr("A", "B", properties=HEAD), tr("c", "d"))
    )
    found = made(body)
    assert "table\t\tTable\u00a03 Title\n" in found.dump
    assert "the label “Table 3” is kept as typed text" in found.warnings[0]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("1 234.5", "1234.5"),
        ("(12.5)", "-12.5"),
        ("2024", r"\2024"),
        ("1,234", r"\1,234"),
        ("-5", r"\-5"),
        ("012", "012"),
        ("–", "–"),
        ("$1,200", "$1,200"),
    ],
)
def test_numbers_are_printed_as_they_were(typed: str, written: str) -> None:
    found = made(table(tr("A", "B", properties=HEAD), tr("c", typed)))
    assert rows(found)[-1] == f"| c | {written} |"
    assert f"row\t\tc | {typed}" in found.dump.replace("\u2009", " ")


def test_cells_of_the_head_that_reach_over_others_are_merged() -> None:
    body = table(
        tr(
            tc("Operation", '<w:vMerge w:val="restart"/>'),
            tc("Requirements", '<w:gridSpan w:val="2"/>'),
            properties=HEAD,
        ),
        tr(tc("", "<w:vMerge/>"), "2043", "2044", properties=HEAD),
        tr("North", "1", "2"),
    )
    assert rows(made(body)) == [
        "| Operation | Requirements | < |",
        "| ^ | 2043 | 2044 |",
        "|---|---|---|",
        "| North | 1 | 2 |",
    ]


def test_cells_of_the_body_that_reach_over_others_are_merged_if_they_have_words() -> None:
    body = table(
        tr("A", "B", "C", properties=HEAD),
        tr("North", "1", tc("Ratio", '<w:vMerge w:val="restart"/>')),
        tr("South", "2", tc("", "<w:vMerge/>")),
        tr("East", tc("unknown", '<w:gridSpan w:val="2"/>')),
        tr("West", tc("", '<w:gridSpan w:val="2"/>')),
    )
    assert rows(made(body))[2:] == [
        "| North | 1 | Ratio |",
        "| South | 2 | ^ |",
        "| East | unknown | < |",
        "| West |  |  |",
    ]


def test_spacer_rows_and_columns_go() -> None:
    body = table(tr("A", "", "B", properties=HEAD), tr("", "", ""), tr("c", "", "d"))
    assert rows(made(body)) == ["| A | B |", "|---|---|", "| c | d |"]


def test_bars_and_signs_in_cells_are_words() -> None:
    body = table(tr("A | B", "&lt;", properties=HEAD), tr("^", "---"), tr("a*b*", "x"))
    found = made(body)
    assert "row\t\tA | B | <\nrow\t\t^ | ---\nrow\t\ta*b* | x\n" in found.dump
    assert found.errors == []


def test_a_long_table_is_a_file() -> None:
    body = table(tr("A", "B", properties=HEAD), *(tr(f"Row {n}", str(n)) for n in range(80)))
    found = made(body)
    (name,) = (name for name in found.files if name.endswith(".csv"))
    assert f"data: {name}" in found.files["report.md"]
    assert "row\t\tRow 79 | 79" in found.dump


def test_paragraphs_of_a_cell_become_one_text_and_that_is_told() -> None:
    found = made(table(tr(tc(p("One.") + p("Two.")), "x")))
    assert "| One. Two. | x |" in found.body
    assert "whose paragraphs are one text now: 1" in found.warnings[0]


def test_tables_in_cells_stand_after_their_table() -> None:
    inner = table(tr("in", "side"))
    body = table(tr(f"<w:tc>{p('out')}{inner}{p()}</w:tc>", "y"))
    found = made(body)
    assert rows(found) == ["|---|---|", "| out | y |", "|---|---|", "| in | side |"]


def test_the_summary_is_a_frame_of_its_own() -> None:
    body = table(tr(tc(p(r("Summary", "<w:i/>")) + p("Short."))), properties=FRAMED)
    found = made(body + TEXT)
    assert found.body.startswith("::: summary\nShort.\n:::")
    assert found.lost == []


def test_a_ruled_table_of_one_column_is_a_box() -> None:
    inside = p("Box 1") + p(r("Data", BOLD)) + p("Text.") + p("•\tOne") + note("a", "Note.")
    marked = inside.replace("Text.", "Text</w:t></w:r>" + r("a", RAISED) + "<w:r><w:t>")
    found = made(TEXT + table(tr(tc(marked)), properties=FRAMED))
    assert "box\tBox 1\tData\nunnumbered\t\tText⟨a⟩\ndash\t\tOne\nnote\ta\tNote.\n" in found.dump


def test_a_ruled_table_of_figures_is_a_table_in_a_box() -> None:
    found = made(table(tr("Posts", "12"), tr("Staff", "7"), properties=FRAMED))
    assert found.body.startswith("::: box\n::: table {.unnumbered}\n|---|---|\n")


def drawn(name: str, kind: str = "image") -> str:
    inside = '<a:blip r:embed="rId1"/>' if kind == "image" else '<c:chart r:id="rId1"/>'
    document = f'<wp:inline><wp:docPr id="1" descr="A bridge"/>{inside}</wp:inline>'
    return p(f"<w:r><w:drawing>{document}</w:drawing></w:r>")


def png() -> bytes:
    from PIL import Image

    stream = io.BytesIO()
    Image.new("RGB", (2, 2)).save(stream, "PNG")
    return stream.getvalue()


def test_a_captioned_picture_is_a_figure() -> None:
    parts = {**relations(rId1=("image", "media/one.png")), "word/media/one.png": png()}
    found = made(TEXT + p("Figure I", "H23") + p("Growth", "H23") + drawn("one"), parts=parts)
    assert "::: figure\nGrowth\n\n![A bridge](figures/one-1.png)\n:::" in found.body
    assert "figure\tFigure I\tGrowth" in found.dump


def test_a_picture_that_cannot_be_shown_is_kept_beside_a_drawing_that_says_so() -> None:
    parts = {**relations(rId1=("image", "media/one.emf")), "word/media/one.emf": b"EMF"}
    found = made(TEXT + drawn("one"), parts=parts)
    assert found.files["figures/one-1.emf"] == "EMF"
    assert "figures/one-1.emf cannot be shown" in found.warnings[0]
    assert found.errors == []


def test_a_chart_is_drawn_from_its_numbers() -> None:
    def points(*texts: str) -> str:
        return "".join(f'<c:pt idx="{n}"><c:v>{text}</c:v></c:pt>' for n, text in enumerate(texts))

    series = (
        f"<c:ser><c:tx>{points('2043')}</c:tx><c:cat>{points('Africa', 'Asia')}</c:cat>"
        f"<c:val>{points('1.5', '2')}</c:val></c:ser>"
    )
    inside = f"<c:chart><c:plotArea><c:barChart>{series}</c:barChart></c:plotArea></c:chart>"
    with zipfile.ZipFile(io.BytesIO(package("", chart=inside))) as archive:
        data = archive.read("word/chart.xml")
    parts = {**relations(rId1=("chart", "charts/one.xml")), "word/charts/one.xml": data}
    found = made(TEXT + drawn("one", "chart"), parts=parts)
    (name,) = (name for name in found.files if name.endswith(".csv"))
    assert found.files[name] == ",2043\nAfrica,1.5\nAsia,2\n"
    assert "::: chart {.unnumbered kind=bar}" in found.body
    assert found.errors == []
