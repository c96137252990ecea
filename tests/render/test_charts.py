"""Charts: what stands where in the drawing, and the data in words."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from lxml import etree, html

from docgen.model import Amount, Chart, ChartKind, Figure, Number, Series
from docgen.read.charts import SERIES
from docgen.render import charts, docx, pdf
from docgen.render import html as web
from docgen.walk import find
from tests.render.docx.opened import Opened
from tests.render.sample import CHINESE, ENGLISH, LANGUAGES, prose, report, sheet

BLUE, GREY = "#009EDB", "#999999"


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
    heights = [float(bar.get("height")) for bar in bars(figure("bar", ("5", "20", "-10")), BLUE)]
    assert heights == pytest.approx([charts.HEIGHT * value / 30 for value in (5, 20, 10)], abs=0.02)


def test_bars_begin_at_zero_upwards_and_downwards() -> None:
    up, down = bars(figure("bar", ("20", "-10")), BLUE)
    assert float(up.get("y")) + float(up.get("height")) == pytest.approx(
        float(down.get("y")), abs=0.02
    )


def test_bars_of_a_group_stand_side_by_side_in_the_colours_of_the_style() -> None:
    both = figure("bar", ("5", "6"), ("7", "8"))
    first, second = bars(both, BLUE)[0], bars(both, GREY)[0]
    width = float(first.get("width"))
    assert float(second.get("x")) == pytest.approx(float(first.get("x")) + width, abs=0.02)


def test_a_line_is_interrupted_where_a_value_is_missing() -> None:
    paths = parts(figure("line", ("1", "2", "", "4")), "path")
    legend, *drawn = [path.get("d") for path in paths if path.get("stroke") == BLUE]
    assert [path.count("L") for path in drawn] == [1, 0]
    assert len(parts(figure("line", ("1", "2", "", "4")), "circle")) == 3 + len([legend])


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


def named(kind: ChartKind, *labels: str) -> Figure:
    """A chart with a value of 5 for each label."""
    made = figure(kind, ("5",) * len(labels))
    drawn = replace(made.image, labels=tuple(map(prose, labels)))  # type: ignore[type-var]
    return replace(made, image=drawn)


def said(of: Figure, *words: str) -> list[Any]:
    return [text for text in parts(of, "text") if text.text in words]


def test_years_are_left_out_where_there_is_no_room_for_all() -> None:
    years = [str(1990 + n) for n in range(40)]
    found = said(named("line", *years), *years)
    assert 10 <= len(found) < 40
    places = [float(text.get("x")) for text in found]
    assert all(right - left >= 4 * 0.5 * 8.5 for left, right in pairwise(places))
    assert [text.text for text in found][:2] == ["1990", "1993"]


def test_names_stand_upright_where_there_is_no_room_side_by_side() -> None:
    countries = [f"Country {n}" for n in range(40)]
    found = said(named("bar", *countries), *countries)
    assert len(found) == 40
    assert all(text.get("transform").startswith("rotate(-90 ") for text in found)
    few = said(named("bar", *countries[:4]), *countries)
    assert [text.get("transform") for text in few] == [None] * 4


def _height(of: Figure) -> float:
    root = etree.fromstring(charts.image(of, sheet(ENGLISH)).data)
    return float(root.get("viewBox").split()[3])


def test_the_drawing_ends_below_the_longest_label() -> None:
    upright = _height(named("bar", *"abcdefg", "x" * 40)) - _height(named("bar", *"abcdefgh"))
    assert upright > 40 * 0.48 * 8.5 - 20


def test_all_values_are_written_or_none() -> None:
    few = figure("bar", ("5", "20"))
    assert len(said(few, "5", "20")) == 2 + 1  # the axis says 20
    many = figure("bar", ("5",) * 20, ("1234.56",) * 20)
    assert said(many, "5", "1234.56") == []


def test_the_value_of_the_lowest_bar_stands_above_the_labels() -> None:
    low = figure("bar", ("-10", "20"))
    value = max(float(text.get("y")) for text in said(low, "-10"))
    label = float(said(low, "2041")[0].get("y"))
    assert label - value >= 8


def test_lines_differ_in_dots_and_dashes_as_well_as_in_colour() -> None:
    looks = []
    for number in range(1, 11):
        found = parts(figure("line", *[("1", "2")] * number), "path")
        last = [path for path in found if path.get("stroke-width") == "1.5"][-1]
        looks.append((last.get("stroke"), last.get("stroke-dasharray")))
    assert len(set(looks)) == 10


def _brightness(color: str) -> float:
    red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


@pytest.mark.parametrize("style", ["hq", "geneva"])
def test_colours_are_told_apart_without_colour(style: str) -> None:
    colors = sheet(ENGLISH, style).colors
    assert len(colors) == SERIES["bar"]
    shades = sorted(map(_brightness, colors))
    assert all(light - dark > 25 for dark, light in pairwise([*shades, 255]))


def test_a_name_longer_than_the_chart_takes_several_lines() -> None:
    long = figure("bar", ("5",), name="A name of a series that goes on " * 6)
    lines = [text for text in parts(long, "text") if "goes" in (text.text or "")]
    assert len(lines) > 1
    assert len({text.get("y") for text in lines}) == len(lines)


def test_a_series_alone_needs_no_name() -> None:
    alone = figure("bar", ("5",))
    series = (Series(prose(""), (Amount("5", "5"),)),)
    nameless = replace(alone, image=replace(alone.image, series=series))  # type: ignore[type-var]
    assert len(parts(nameless, "rect")) == len(parts(alone, "rect")) - 1
    assert _height(nameless) < _height(alone)


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
