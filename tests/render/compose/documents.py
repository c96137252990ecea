"""Documents made by chance, full of notes, and where their notes came to stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from weasyprint import HTML
from weasyprint.formatting_structure import boxes

from docgen.render import compose
from tests.render.compose import sample

WORDS = (
    "联合国秘书长报告大会决议工作人员预算执行情况方案改革评估数据资源会员建议说明第三年度".strip()
)

LENGTHS = 6, 6, 6, 20, 20, 20, 60, 60, 60, 120, 120, 400
"""How long notes are; the longest have no room on a page that is short and narrow."""

AREAS = (
    "border-top: .5pt solid; padding-top: 2mm; margin-top: 0",
    "padding-top: 2mm; margin-top: 2mm",
    "border-top: .5pt solid; padding-top: 1.5mm; margin-top: 4mm",
    "margin-top: 7pt; padding-top: 3.3pt",
)


def document(seed: int) -> str:
    """A file of some pages: paragraphs, headings, lists, boxes, tables and figures with notes."""
    chance = Random(seed)
    kinds = (paragraph, paragraph, paragraph, heading, items, box, table, figure)
    blocks = "".join(chance.choice(kinds)(chance) for _ in range(chance.randint(12, 30)))
    height = chance.randint(320, 760)
    more = f"""
        @page {{ size: {chance.randint(16, 40) * sample.SIZE + 2 * sample.MARGIN}pt {height}pt;
          @footnote {{ {chance.choice(AREAS)} }} }}
        p, li {{ break-after: auto; orphans: 2; widows: 2; margin-bottom: {chance.random() * 9}pt }}
        h2 {{ font-size: 12pt; margin: 9pt 0 4pt; break-after: avoid }}
        .box {{ border: .5pt solid; padding: 4pt }} .whole {{ break-inside: avoid }}
        table {{ width: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 0 }}
        td, th {{ border-bottom: .5pt solid; padding: 2pt; vertical-align: top }}"""
    return f'<html lang="zh-Hans"><style>{sample.css(20, more)}</style>{blocks}'


def text(chance: Random, length: int) -> str:
    """Han characters and marks with a note here and there."""
    parts = []
    for _ in range(max(1, length // 12)):
        parts.append("".join(chance.choices(WORDS, k=chance.randint(4, 14))))
        parts.append(chance.choice("，，。；、"))
        if chance.random() < 0.25:
            parts.append(f"<span class=note>{note(chance)}</span>")
    return "".join(parts)


def note(chance: Random) -> str:
    return "".join(chance.choices(WORDS, k=chance.choice(LENGTHS))) + "。"


def paragraph(chance: Random) -> str:
    return f"<p>{text(chance, chance.randint(10, 260))}</p>"


def heading(chance: Random) -> str:
    return f"<h2>{text(chance, 12)}</h2>{paragraph(chance)}"


def items(chance: Random) -> str:
    return "<ul>" + "".join(f"<li>{text(chance, 60)}</li>" for _ in range(3)) + "</ul>"


def box(chance: Random) -> str:
    kind = chance.choice(("box", "box whole"))
    return f"<div class='{kind}'>{paragraph(chance)}{paragraph(chance)}</div>"


def table(chance: Random) -> str:
    cells = (f"<td>{text(chance, 24)}<td>{text(chance, 36)}" for _ in range(chance.randint(2, 7)))
    rows = "".join(f"<tr>{cell}</tr>" for cell in cells)
    return f"<table><thead><tr><th>甲<th>乙</thead>{rows}</table>"


def figure(chance: Random) -> str:
    caption = f"<figcaption>{text(chance, 20)}</figcaption>"
    return f"<figure><div style='height: 60pt'></div>{caption}</figure>"


@dataclass
class Notes:
    """Where the notes of a document stand; `divided` are those on more than one page.

    `short` are pages where one of these has but a line, `broken` those that one does not go on to
    from the page before.
    """

    marks: int = 0
    divided: int = 0
    elsewhere: list[int] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    short: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)

    @property
    def faults(self) -> bool:
        return bool(self.elsewhere or self.lost or self.short or self.broken or self.over)

    over: list[int] = field(default_factory=list)


def notes(html: str, facts: dict[str, Any] = sample.FACTS) -> Notes:
    """Lay out `html` and look at every note."""
    with compose.installed(facts):
        pages = HTML(string=html).render().pages
    found = Notes()
    marked: dict[Any, int] = {}
    pieces: dict[Any, dict[int, Any]] = {}
    for number, page in enumerate(pages, 1):
        root, area = _parts(page._page_box)
        marked |= {each.footnote.element: number for each in root.descendants() if each.footnote}
        for note in area.children if area else ():
            pieces.setdefault(note.element, {})[number] = note
        if area and not _clear(page._page_box, root, area):
            found.over.append(number)
    found.marks = len(marked)
    found.elsewhere = [page for note, page in marked.items() if min(pieces[note]) != page]
    for note, parts in pieces.items():
        found.divided += len(parts) > 1
        found.short += [page for page, part in parts.items() if len(parts) > 1 > _lines(part) - 1]
        found.broken += [page for page in parts if page - 1 not in parts and page != min(parts)]
        if note not in marked or _text(parts.values()) != "".join(note.itertext()):
            found.lost.append("".join(note.itertext()))
    return found


def _lines(note: Any) -> int:
    return sum(isinstance(box, boxes.LineBox) for box in note.children)


def _text(parts: Iterable[Any]) -> str:
    """What the parts of a note say, without its marker."""
    texts = (box for part in parts for box in part.descendants())
    return "".join(
        box.text
        for box in texts
        if isinstance(box, boxes.TextBox) and not box.element_tag.endswith("::footnote-marker")
    )


def _parts(page: Any) -> tuple[Any, Any]:
    areas = [child for child in page.children if isinstance(child, boxes.FootnoteAreaBox)]
    return page.children[0], areas[0] if areas else None


def _clear(page: Any, root: Any, area: Any) -> bool:
    """Whether the notes stand below all text and within the page."""
    lowest = max(_bottoms(root), default=0.0)
    bottom = page.position_y + page.margin_height() - page.margin_bottom
    return bool(
        lowest <= area.position_y + 0.01
        and area.position_y >= page.content_box_y()
        and area.position_y + area.margin_height() <= bottom + 0.01
    )


def _bottoms(root: Any) -> Iterator[float]:
    for each in root.descendants():
        if isinstance(each, boxes.LineBox):
            yield each.position_y + each.height
