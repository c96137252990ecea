"""WeasyPrint's boxes → stretches: the inline content of a paragraph as passages to be composed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from enum import Enum
from functools import lru_cache
from itertools import accumulate, chain
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import TO_UNITS
from weasyprint.text.line_break import get_log_attrs

from docgen.records import dataclass
from docgen.render.compose.classes import OBJECT
from docgen.render.compose.course import Course
from docgen.render.compose.glyphs import ComposedLayout, Glyphs
from docgen.render.compose.looks import composed, flows, raised, spaced
from docgen.render.compose.passage import Clusters, Passage, Rules, Wrap, passage

FULL = 0.06
"""How far, in ems, the width of a character that fills its square may be from one em."""

NOT_COMPOSED = frozenset("\t\n\r\f\v\u00ad\u0085\u2028\u2029")
"""Characters that WeasyPrint breaks lines or words at, which is left to it."""

KEPT = 1024
"""How many texts are remembered that have been looked at."""


class Bound(Enum):
    """What a passage is bounded by: something that stands in the line, or the end of the line."""

    OBJECT = 1
    END = 2


@dataclass(frozen=True, slots=True)
class Same:
    """Something that is equal to itself alone, such as a style."""

    it: Any = field(compare=False)

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.it is other.it


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text box of a paragraph; `attached` when it is part of a raised mark."""

    text: str
    style: Same
    attached: bool = False
    box: Any = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """A passage and where its `leaves` are in it, and the lines that have been found for it.

    `layouts` holds the shaped text of each leaf; `firsts` the first cluster of each, and the end;
    `offsets`, for each, the byte at which each of its clusters begins, and their end.
    """

    passage: Passage
    leaves: Sequence[Leaf]
    layouts: Sequence[ComposedLayout]
    firsts: Sequence[int]
    offsets: Sequence[Sequence[int]]
    course: Course = field(default_factory=dict)


def composable(text: str, style: Any) -> bool:
    """Whether `text` can be composed, as far as itself and its own style go."""
    return composed(style) and _plain(text)


@lru_cache(KEPT)
def _plain(text: str) -> bool:
    return NOT_COMPOSED.isdisjoint(text)


def items(box: Any, attached: bool = False) -> Iterator[Leaf | Bound]:
    """The inline content of `box` in order: text to be composed, and what bounds it.

    What is out of the flow is passed over, and leaves no trace in the line. The mark of a note is
    attached, and what is raised as such marks are.
    """
    for child in box.children:
        if not flows(child.style):
            continue
        if isinstance(child, boxes.TextBox):
            yield from _text(child, attached)
        elif isinstance(child, boxes.InlineBox) and not child.is_leader:
            edge = [Bound.OBJECT] if spaced(child.style) else []
            mark = attached or child.footnote is not None or raised(child.style)
            yield from chain(edge, items(child, mark), edge)
        else:
            yield Bound.OBJECT


def _text(box: Any, attached: bool) -> Iterator[Leaf | Bound]:
    if not box.text:
        return
    if composable(box.text, box.style):
        yield Leaf(box.text, Same(box.style), attached, box)
    else:
        yield Bound.END if "\n" in box.text else Bound.OBJECT


def runs(box: Any) -> Iterator[tuple[tuple[Leaf, ...], bool]]:
    """The leaves between bounds, and whether the line ends after them."""
    leaves: list[Leaf] = []
    for item in chain(items(box), [Bound.END]):
        if isinstance(item, Leaf):
            leaves.append(item)
        elif leaves:
            yield tuple(leaves), item is Bound.END
            leaves = []


def stretch(leaves: Sequence[Leaf], ends: bool, rules: Rules) -> Stretch:
    """Shape the text of `leaves` and prepare it for being divided into lines."""
    clusters, chars, text = Clusters(), list[int](), ""
    layouts, firsts, offsets = [], [0], []
    for leaf in leaves:
        layout = ComposedLayout(leaf.text, leaf.style.it, rules.wide)
        inside, starts = _added(clusters, leaf, layout.glyphs(), rules)
        layout.deactivate()
        chars += [len(text) + char for char in inside]
        text += leaf.text
        layouts.append(layout)
        offsets.append([*starts, len(leaf.text.encode())])
        firsts.append(len(chars))
    attributes = get_log_attrs(text, leaves[0].style.it["lang"])
    breaks = [bool(attributes[char].is_line_break) for char in chars]
    found = passage(clusters, breaks, ends, rules)
    return Stretch(found, leaves, layouts, firsts, offsets)


def _added(
    clusters: Clusters, leaf: Leaf, glyphs: Iterable[Glyphs], rules: Rules
) -> tuple[Sequence[int], Sequence[int]]:
    """Add the clusters of a leaf; the characters and the bytes at which they begin.

    Text that runs right to left is no text to the rules.
    """
    style, sizes, objects = leaf.style.it, dict[int, int](), set[int]()
    for places, widths, leftward in glyphs:
        for byte, width in zip(places, widths, strict=True):
            sizes[byte] = sizes.get(byte, 0) + width
        objects.update(places if leftward else ())
    inside, starts = _begun(leaf.text, sizes)
    em, found = style["font_size"] * TO_UNITS, rules.traits
    traits = [
        found[OBJECT if byte in objects else leaf.text[char], _full(sizes[byte], em), leaf.attached]
        for char, byte in zip(inside, starts, strict=True)
    ]
    clusters.add(traits, [sizes[byte] for byte in starts], em, _wrap(style))
    return inside, starts


def _begun(text: str, sizes: Mapping[int, int]) -> tuple[Sequence[int], Sequence[int]]:
    """The characters of `text` at which clusters begin that have `sizes`, and their bytes."""
    if len(sizes) == len(text):
        return range(len(text)), sorted(sizes)
    places = enumerate(accumulate(map(_size, text), initial=0))
    inside, starts = zip(*(place for place in places if place[1] in sizes), strict=True)
    return inside, starts


def _full(width: int, em: float) -> bool:
    return abs(width - em) < FULL * em


def _size(char: str) -> int:
    """The bytes of a character in UTF-8."""
    return 1 if char < "\x80" else 2 if char < "\u0800" else 3 if char < "\U00010000" else 4


def _wrap(style: Any) -> Wrap:
    if style["white_space"] == "nowrap":
        return Wrap.NEVER
    anywhere = style["overflow_wrap"] in ("anywhere", "break-word")
    return Wrap.ANYWHERE if anywhere else Wrap.NORMAL
