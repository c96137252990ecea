"""Charts: what stands where in the drawing, and the data in words."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from typing import Any

import pikepdf
import pytest
from lxml import etree, html

from docgen.model import Amount, Chart, ChartKind, Figure, Number, Series
from docgen.render import charts, docx, pdf
from docgen.render import html as web
from docgen.walk import find
from tests.render.docx.opened import Opened
from tests.render.sample import CHINESE, ENGLISH, LANGUAGES, prose, report, sheet

GREY, BLUE = "#B3B3B3", "#009EDB"


def figure(kind: ChartKind, *values: tuple[str, ...], name: str = "Series") -> Figure:
    """A chart with a series for each of `values`, on an axis from -10 to 20."""
    labels = tuple(prose(str(2041 + index)) for index in range(len(values[0])))
    series = tuple(
        Series(prose(f"{name} {number}"), tuple(Amount(one, one) for one in each))
        for number, each in enumerate(values, 1)
    )
    scale = tuple(Amount(str(number), str(number)) for number in (-10, 0, 10, 20))
    drawn = Chart(kind, labels, series, scale)
    number = Number("figure", 1, "Figure I")
    return Figure(prose("Title"), drawn, prose("What it shows."), id="f-x", number=number)


def parts(of: Figure, name: str, tag: str = ENGLISH) -> list[Any]:
    root = etree.fromstring(charts.image(of, sheet(tag)).data)
    return root.findall(f"{{http://www.w3.org/2000/svg}}{name}")


def bars(of: Figure, color: str) -> list[Any]:
    """The bars of a colour, without the square before the name of their series."""
    return [box for box in parts(of, "rect") if box.get("fill") == color][1:]


def test_bars_are_as_high_as_their_values() -> None:
    heights = [float(bar.get("height")) for bar in bars(figure("bar", ("5", "20", "-10")), GREY)]
    assert heights == pytest.approx([charts.HEIGHT * value / 30 for value in (5, 20, 10)], abs=0.02)


def test_bars_begin_at_zero_upwards_and_downwards() -> None:
    up, down = bars(figure("bar", ("20", "-10")), GREY)
    assert float(up.get("y")) + float(up.get("height")) == pytest.approx(
        float(down.get("y")), abs=0.02
    )


def test_bars_of_a_group_stand_side_by_side_in_the_colours_of_the_style() -> None:
    both = figure("bar", ("5", "6"), ("7", "8"))
    first, second = bars(both, GREY)[0], bars(both, BLUE)[0]
    width = float(first.get("width"))
    assert float(second.get("x")) == pytest.approx(float(first.get("x")) + width, abs=0.02)


def test_a_line_is_interrupted_where_a_value_is_missing() -> None:
    paths = parts(figure("line", ("1", "2", "", "4")), "path")
    drawn = [path.get("d") for path in paths if path.get("stroke") == GREY]
    assert [path.count("L") for path in drawn] == [1, 0]
    assert len(parts(figure("line", ("1", "2", "", "4")), "circle")) == 3


@pytest.mark.parametrize("tag", LANGUAGES)
def test_words_are_set_in_the_faces_of_the_language(tag: str) -> None:
    root = etree.fromstring(charts.image(figure("bar", ("5",)), sheet(tag)).data)
    families = root.get("font-family")
    face = sheet(tag).faces["text"]
    assert [name for name in (*face.pdf, face.word, face.word_han) if name not in families] == []


def test_long_labels_take_several_lines_and_long_legends_several_rows() -> None:
    long = figure("bar", *[("5",) * 6] * 4, name="A series with quite a long name, number")
    drawn = replace(long.image, labels=(prose("A label that is long"),) * 6)  # type: ignore[type-var]
    words = [text.text for text in parts(replace(long, image=drawn), "text")]
    assert words.count("A label that") + words.count("A label") >= 6
    places = {text.get("y") for text in parts(long, "text") if "quite" in (text.text or "")}
    assert len(places) > 1


def test_an_image_is_not_drawn_again() -> None:
    image = report(ENGLISH)
    found = next(node for node in _figures(image) if node.id == "f-chart")
    assert charts.image(found, sheet(ENGLISH)) is found.image
    assert charts.data(found) == []


def _figures(document: Any) -> list[Figure]:
    return list(find(document, Figure))


WORDS = "What it shows.\nSeries 1 | Series 2\n2041 | 5 | 7\n2042 | 6 | 8"


@cache
def sample() -> Figure:
    return figure("bar", ("5", "6"), ("7", "8"))


def test_the_data_follow_the_words_row_by_row() -> None:
    assert charts.described(sample()) == WORDS


def test_the_word_file_has_the_data_for_those_who_cannot_see_the_chart() -> None:
    document = replace(report(ENGLISH), blocks=(sample(),), summary=(), annexes=())
    found = Opened(docx.write(document, sheet(ENGLISH)))
    assert WORDS in found.find("//wp:docPr/@descr")


def test_the_page_has_the_data_in_a_table_with_heads() -> None:
    document = replace(report(ENGLISH), blocks=(sample(),), summary=(), annexes=())
    table = html.document_fromstring(web.write(document, sheet(ENGLISH))).find_class("chart-data")[
        0
    ]
    assert [cell.text for cell in table.iter("th")] == [
        "Series 1",
        "Series 2",
        "2041",
        "2042",
    ]
    assert [cell.text for cell in table.iter("td")] == [None, "5", "7", "6", "8"]


def test_the_pdf_has_the_data_as_alternative_text() -> None:
    document = replace(report(CHINESE), blocks=(sample(),), summary=(), annexes=())
    with pikepdf.open(io.BytesIO(pdf.write(document, sheet(CHINESE)).data)) as opened:
        said = [
            str(one.get("/Alt")) for one in opened.objects if isinstance(one, pikepdf.Dictionary)
        ]
    assert WORDS in said


def test_a_gap_has_no_words() -> None:
    assert charts.data(figure("line", ("1", "")))[-1] == ["2042", ""]


# ---- from right to left -----------------------------------------------------------------------


def test_a_chart_whose_words_are_read_from_the_right_is_mirrored() -> None:
    left, right = (figure("bar", ("10", "20"), ("5", "8"), name=name) for name in ("One", "سلسلة"))
    width = float(
        etree.fromstring(charts.image(left, sheet(ENGLISH)).data).get("viewBox").split()[2]
    )
    boxes = [
        [
            (float(box.get("x")), float(box.get("width")), box.get("fill"))
            for box in parts(of, "rect")
        ]
        for of in (left, right)
    ]
    assert boxes[1][2:] == [
        (pytest.approx(width - x - wide, abs=0.02), wide, fill) for x, wide, fill in boxes[0][2:]
    ]
    names = [one for one in parts(right, "text") if "سلسلة" in (one.text or "")]
    assert [one.get("text-anchor") for one in names] == ["end", "end"]
    assert float(names[0].get("x")) > float(names[1].get("x"))
    assert {(one.text or "")[0] + (one.text or "")[-1] for one in names} == {"\u200f\u200f"}
