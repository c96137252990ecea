"""WeasyPrint's boxes of a page, as far as composition puts its hand to them."""

from __future__ import annotations

from typing import Any

from weasyprint import HTML
from weasyprint.formatting_structure import boxes

from docgen.render import compose
from tests.render.compose import sample


def rendered(html: str, facts: dict[str, Any] = sample.FACTS) -> Any:
    """The laid-out document of `html`."""
    with compose.installed(facts):
        return HTML(string=html).render()


def found(document: Any, kind: type[Any]) -> list[Any]:
    """All boxes of `kind` on the pages of `document`."""
    return [
        box
        for page in document.pages
        for box in page._page_box.descendants()
        if isinstance(box, kind)
    ]


def texts(document: Any) -> list[str]:
    """The texts of the lines of `document`."""
    return [
        "".join(each.text for each in line.descendants() if isinstance(each, boxes.TextBox))
        for line in found(document, boxes.LineBox)
    ]
