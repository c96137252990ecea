"""Two corrections of WeasyPrint's layout of notes, and the notes it cannot lay out at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import isinf
from textwrap import indent
from typing import Any

from weasyprint.formatting_structure import boxes

from docgen.render.compose.version import REPORT
from docgen.render.engine import source


def growing(update: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Let the area of the notes grow with them, so that without greatest height it never overflows.

    WeasyPrint compares two sums of floats exactly; with unlucky sizes of the area each note that
    fits is sent to a page of its own (in place of `LayoutContext._update_footnote_area`).
    """

    def _update_footnote_area(self: Any) -> bool:
        overflows = update(self)
        return bool(overflows) and not isinf(self.current_footnote_area.max_height)

    return _update_footnote_area


def staying(layout: Callable[..., Any]) -> Callable[..., Any]:
    """Keep notes whose policy is `line` or `block` when orphans forbid a break of the paragraph.

    WeasyPrint makes room by sending notes to the next page, whatever their policy; then the
    paragraph has to go (in place of `layout.block._linebox_layout`). The function is far too long
    to be written anew for one condition, so that this is put into its source.
    """
    changed = source(layout).replace(REPORT, f"{REPORT} and may_go(context)")
    made = f"def made(may_go):\n{indent(changed, ' ')}\n return {layout.__name__}"
    names: dict[str, Any] = {}
    exec(compile(made, layout.__code__.co_filename, "exec"), layout.__globals__, names)
    return names["made"](may_go)  # type: ignore[no-any-return]


def may_go(context: Any) -> bool:
    """Whether all notes of the page may stand on other pages than their marks."""
    notes = context.current_page_footnotes
    return all(note.style["footnote_policy"] == "auto" for note in notes)


def oversized(pages: Iterable[Any], share: float = 0.5) -> Iterator[tuple[int, str]]:
    """The number of the page and the text of every note higher than `share` of the type area.

    `pages` are those of a rendered document. A note is never divided, so that a long one leaves
    its page nearly empty, and one higher than the page runs off it.
    """
    for number, page in enumerate(pages, 1):
        box = page._page_box
        for area in box.children:
            for note in area.children if isinstance(area, boxes.FootnoteAreaBox) else ():
                if note.margin_height() > share * box.height:
                    yield number, "".join(text_of(note))


def text_of(box: Any) -> Iterator[str]:
    """The texts of a box in their order."""
    return (each.text for each in box.descendants() if isinstance(each, boxes.TextBox))
