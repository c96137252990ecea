"""Lengths found once for a style are those that WeasyPrint finds."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.layout import inline, percent, preferred

from docgen.render.start import lengths

STYLES = (
    "margin: 3px 1em; padding: 2pt; width: 4cm; border: 1px solid",
    "margin: auto; min-width: auto; max-height: none",
    "margin: 5%; width: 50%",
    "height: 50%; min-height: 10px",
    "width: calc(10px + 5%)",
    "box-sizing: border-box; padding: 3px; width: 9px",
    "display: table; border-collapse: collapse; border: 2px solid",
)
NAMES = (*lengths.LENGTHS, *lengths.LEAST, *lengths.BORDERS)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("around", [(200, 100), (200, "auto")])
def test_lengths_are_those_that_weasyprint_finds(style: str, around: tuple[Any, Any]) -> None:
    page = HTML(string=f"<p style='{style}'>Text").render().pages[0]._page_box
    box = next(each for each in page.descendants() if each.element_tag == "p")
    ours, theirs = box.copy(), box.copy()
    for _ in range(2):
        lengths.resolve_percentages(ours, around)
        percent.resolve_percentages(theirs, around)
        found, wanted = ({name: getattr(each, name) for name in NAMES} for each in (ours, theirs))
        assert found == wanted
    assert bool(lengths.fixed(box.style)) == (style in STYLES[:2])


@pytest.mark.parametrize("available", [0, 10, 40, 100, 1000])
def test_a_box_is_as_wide_as_what_is_in_it(
    available: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[float] = []

    def compare(context: Any, box: Any, given: float) -> Any:
        asked.append(given)
        found = [find(context, box, available) for find in (lengths.shrink_to_fit, original)]
        assert found[0] == found[1]
        return found[0]

    original = preferred.shrink_to_fit
    monkeypatch.setattr(inline, "shrink_to_fit", compare)
    HTML(string="<p><span style='display: inline-block'>Some words <b>more</b>").render()
    assert asked
