"""A tree of Markdown → blocks: each by its kind, and sections by the level of headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby, takewhile

from docgen.model import Block, Option, OptionTable, Prose, Section
from docgen.read.attributes import Attributes, check, received, start
from docgen.read.charts import chart
from docgen.read.containers import Summary, box, passage, summary
from docgen.read.described import Described, described, heading_text
from docgen.read.figures import figure
from docgen.read.markdown import Node, line
from docgen.read.options import option
from docgen.read.refuse import kind, refused
from docgen.read.scope import Scope
from docgen.read.tables import table
from docgen.read.texts import item_list, paragraph, quotation
from docgen.records import dataclass, replace

_DEEPEST_HEADING = 4


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading before it has become a section with all that stands under it."""

    title: Prose
    level: int
    attributes: Attributes
    look: int = 0
    start: int = 0


_Piece = Block | Option | Summary | _Heading
_Make = Callable[[Node, Attributes, Scope], _Piece | None]


def body(nodes: Sequence[Node], scope: Scope) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The summary and the blocks of a file."""
    pieces = list(_pieces(described(nodes, scope), scope))
    for found in pieces[1:]:
        if isinstance(found, Summary):
            hint = "It stands once, before all other text."
            scope.error(found.line, "the summary cannot stand here", hint)
    first = pieces[0] if pieces else None
    return first.blocks if isinstance(first, Summary) else (), _nested(pieces)


def _blocks(parts: Iterable[Described], scope: Scope) -> tuple[Block, ...]:
    return _nested(list(_pieces(parts, scope)))


def _pieces(parts: Iterable[Described], scope: Scope) -> Iterator[_Piece]:
    for node, attributes in parts:
        found = kind(node)
        piece = None if refused(node, found, scope) else _MAKERS[found](node, attributes, scope)
        if isinstance(piece, _Heading) and not piece.look:
            scope = replace(scope, depth=piece.level)
        if piece is not None:
            yield piece


def _heading(node: Node, attributes: Attributes, scope: Scope) -> _Heading:
    check(attributes, "a heading", scope, classes=("unnumbered",), keys=("start",), receivable=True)
    title = scope.prose(heading_text(node), line(node), attributes.id)
    if not title.source:
        scope.error(line(node), "this heading is empty", "Write its words after the #.")
    level = int(node.tag.removeprefix("h"))
    if "unnumbered" in attributes.classes and scope.depth + 1 < level <= _DEEPEST_HEADING:
        return _Heading(title, max(scope.depth, scope.floor) + 1, attributes, look=level)
    _check_level(level, line(node), scope)
    return _Heading(title, level, attributes, start=_start(attributes, scope))


def _check_level(level: int, number: int, scope: Scope) -> None:
    if level > _DEEPEST_HEADING:
        hint = "Headings have four levels, # to ####."
        scope.error(number, "this heading stands too deep", hint)
    elif level > scope.depth + 1:
        above = f"follows one of level {scope.depth}" if scope.depth else "is the first"
        hint = f"Write {'#' * (scope.depth + 1)} here, or give it {{.unnumbered}}."
        scope.error(number, f"a heading of level {level} {above}", hint)
    elif level <= scope.floor:
        hint = f"Write at least {'#' * (scope.floor + 1)} here."
        scope.error(number, "a heading in a passage is deeper than the one above it", hint)


def _nested(pieces: Sequence[_Piece]) -> tuple[Block, ...]:
    """Blocks, with a section for each heading that stands under none of the others."""
    blocks: list[Block] = []
    while pieces:
        heading = pieces[0]
        if isinstance(heading, _Heading):
            inside = list(takewhile(partial(_is_inside, heading.level), pieces[1:]))
            blocks.append(_section(heading, inside))
            pieces = pieces[1 + len(inside) :]
        else:
            lead = list(takewhile(lambda piece: not isinstance(piece, _Heading), pieces))
            blocks += _joined(lead)
            pieces = pieces[len(lead) :]
    return tuple(blocks)


def _is_inside(level: int, piece: _Piece) -> bool:
    return not isinstance(piece, _Heading) or piece.level > level


def _section(heading: _Heading, pieces: Sequence[_Piece]) -> Section:
    attributes = heading.attributes
    section = Section(
        heading.title,
        _nested(pieces),
        heading.level,
        numbered="unnumbered" not in attributes.classes,
        language=attributes.language,
        id=attributes.id,
        look=heading.look,
        start=heading.start,
    )
    return received(section, attributes)


def _start(attributes: Attributes, scope: Scope) -> int:
    """The number with which a heading begins, if it has one."""
    begin = start(attributes, scope)
    if begin and "unnumbered" in attributes.classes:
        hint = "Remove start=, or .unnumbered."
        scope.report.error(attributes.origin, "this heading has no number to begin with", hint)
    return begin


def _joined(pieces: Iterable[_Piece]) -> Iterator[Block]:
    """Blocks, in which options that follow one another have become one table."""
    for kind_of, group in groupby(pieces, type):
        if kind_of is Option:
            yield OptionTable(tuple(piece for piece in group if isinstance(piece, Option)))
        elif issubclass(kind_of, Block):
            yield from group  # type: ignore[misc]


def _with_blocks(make: Callable[..., _Piece]) -> _Make:
    return partial(make, inner=_blocks)


_MAKERS: Mapping[str, _Make] = {
    "paragraph": paragraph,
    "ordered_list": _with_blocks(item_list),
    "bullet_list": _with_blocks(item_list),
    "blockquote": _with_blocks(quotation),
    "heading": _heading,
    "summary": _with_blocks(summary),
    "box": _with_blocks(box),
    "option": _with_blocks(option),
    "passage": _with_blocks(passage),
    "table": table,
    "figure": figure,
    "chart": chart,
}
