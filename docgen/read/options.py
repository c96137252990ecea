"""Option containers → options with their facets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from docgen.model import Facet, Option
from docgen.read.attributes import Attributes, check, received
from docgen.read.containers import titled
from docgen.read.described import Described, described
from docgen.read.markdown import Node, line, name
from docgen.read.refuse import CONTAINERS
from docgen.read.scope import FRAMED, Scope, part
from docgen.read.suggest import suggest
from docgen.read.texts import Inner
from docgen.records import replace


def option(node: Node, attributes: Attributes, scope: Scope, inner: Inner) -> Option:
    """An option: its title, the description up to the first facet, and the facets."""
    check(attributes, "an option", scope, receivable=True)
    inside = replace(scope, allowed=FRAMED, place="an option", form="unnumbered")
    title, parts = titled(list(described(node.children, inside)), attributes.id, inside)
    if title is None:
        hint = "Begin it with # and the title."
        scope.error(line(node), "this option has no title", hint)
        title = scope.prose("", line(node), part(attributes.id, "title"))
    description = list(takewhile(lambda found: not _is_facet(found[0]), parts))
    made = Option(
        title,
        inner(description, inside),
        _facets(parts[len(description) :], inside, inner),
        attributes.id,
    )
    return received(made, attributes)


def _is_facet(node: Node) -> bool:
    return bool(name(node)) and name(node) not in CONTAINERS


def _facets(parts: Sequence[Described], scope: Scope, inner: Inner) -> tuple[Facet, ...]:
    facets: dict[str, Facet] = {}
    for node, attributes in parts:
        key = name(node)
        if not _is_facet(node):
            hint = "Put it into a facet, or above the first of them."
            scope.error(line(node), "this stands after the facets of the option", hint)
        elif key not in scope.facets:
            hint = suggest(key, scope.facets, "Facets here")
            scope.error(line(node), f"there is no facet “{key}”", hint)
        elif key in facets:
            hint = "Put its blocks into the first one."
            scope.error(line(node), f"the option has “{key}” already", hint)
        else:
            facets[key] = _facet(node, attributes, scope, inner)
    return tuple(facets.values())


def _facet(node: Node, attributes: Attributes, scope: Scope, inner: Inner) -> Facet:
    check(attributes, "a facet", scope, has_id=False, receivable=True)
    inside = replace(scope, place="a facet")
    blocks = inner(described(node.children, inside), inside)
    return received(Facet(name(node), blocks), attributes)
