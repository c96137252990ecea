"""Paragraphs, lists and quotations."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from docgen.model import Block, Form, Item, ItemList, Paragraph, Quotation
from docgen.read.attributes import Attributes, check, merge, start
from docgen.read.described import Described, described
from docgen.read.markdown import Node, line
from docgen.read.refuse import check_text
from docgen.read.scope import TEXT, Scope
from docgen.records import replace

Inner = Callable[[Iterable[Described], Scope], tuple[Block, ...]]
"""Reads the blocks inside a block."""

_DEEPEST_LIST = 3
_FORMS: tuple[Form, ...] = ("continued", "unnumbered")


def paragraph(node: Node, attributes: Attributes, scope: Scope) -> Paragraph:
    """A paragraph; it has the form of its place unless a class says otherwise."""
    check(attributes, "a paragraph", scope, classes=_FORMS, keys=("start",))
    text, first = node.children[0].content, line(node)
    check_text(text, first, scope, typed=scope.place != "a quotation")
    form = scope.form
    if attributes.classes:
        form = next((one for one in _FORMS if one in attributes.classes), form)
    begin = start(attributes, scope)
    if begin and form != "numbered":
        hint = "Remove start=, or the class that takes the number away."
        scope.report.error(attributes.origin, "this paragraph has no number to begin with", hint)
    prose = scope.prose(text, first, attributes.id)
    return Paragraph(prose, attributes.id, form, start=begin)


def item_list(node: Node, attributes: Attributes, scope: Scope, inner: Inner) -> ItemList:
    """A list of subparagraphs or dashes, with the lists in its items."""
    keys = ("start",) if node.type == "ordered_list" else ()
    check(attributes, "a list", scope, has_id=False, keys=keys)
    nesting = scope.nesting + 1
    if nesting > _DEEPEST_LIST:
        hint = "Lists go three levels deep; write this one as part of the item above."
        scope.error(line(node), "this list stands too deep", hint)
    if node.attrs.get("start", 1) not in (0, 1):
        begin = node.attrs["start"]
        message = f"the list begins with {begin}, but items are counted from one"
        hint = (
            f"Begin it with 1., after a line {{start={begin}}} if it goes on from there; "
            f"if it is no list, write {begin}\\. instead."
        )
        scope.report.warning(scope.at(line(node)), message, hint)
    inside = replace(
        scope, allowed=TEXT, place="a list item", form="continued", nesting=min(nesting, 3)
    )
    items = tuple(_item(child, inside, inner) for child in node.children)
    ordered = node.type == "ordered_list"
    return ItemList(items, ordered, inside.nesting, start(attributes, scope) or 1)


def quotation(node: Node, attributes: Attributes, scope: Scope, inner: Inner) -> Quotation:
    """A quotation; attributes written before it are those of its first paragraph."""
    allowed = frozenset({"paragraph"})
    inside = replace(scope, allowed=allowed, place="a quotation", form="unnumbered")
    parts = list(described(node.children, inside))
    if parts:
        first, own = parts[0]
        parts[0] = first, merge([attributes, own], attributes.origin, scope)
    else:
        scope.error(line(node), "this quotation is empty", "Write > before each of its lines.")
    paragraphs = inner(parts, inside)
    return Quotation(tuple(block for block in paragraphs if isinstance(block, Paragraph)))


def _item(node: Node, scope: Scope, inner: Inner) -> Item:
    parts = list(described(node.children, scope))
    if not parts or parts[0][0].type != "paragraph":
        hint = "An item begins with a paragraph; write it after the number or dash."
        scope.error(line(node), "this item has no text", hint)
        return Item(scope.prose("", line(node)), inner(parts, scope))
    (first, attributes), rest = parts[0], parts[1:]
    check(attributes, "an item", scope)
    text = first.children[0].content
    check_text(text, line(first), scope)
    # An id that is missing is written into the line of the number or dash.
    begin = line(first) if attributes.id else line(node)
    return Item(scope.prose(text, begin, attributes.id), inner(rest, scope), attributes.id)
