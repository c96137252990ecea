"""Blocks and lines that the format does not have: what is wrong, and what to write instead."""

from __future__ import annotations

import re

from docgen.read.markdown import Node, line, name
from docgen.read.scope import Scope
from docgen.read.suggest import suggest

CONTAINERS = ("summary", "box", "table", "figure", "chart", "option")

_FOREIGN = {
    "fence": ("code is not part of the format", "Write it as a paragraph or a quotation."),
    "code_block": (
        "blanks at the beginning of the line make it a block of code",
        "Remove them, or align them with the text of the list item that it belongs to.",
    ),
    "hr": ("a rule is not part of the format", "Remove it; headings divide a document."),
    "html_block": (
        "HTML is not part of the format",
        "Remove it, or write \\< for the sign itself.",
    ),
    "bars": (
        "a table needs a title",
        "Write ::: table {#id}, its title, the rows, “Source: …”, and ::: after them.",
    ),
    "underlined": ("headings are not underlined", "Write # Heading; remove the line below."),
    "stray_fence": ("“:::” closes nothing", "Remove it, or begin a container: ::: box {#id}."),
}
_LINES = tuple(
    (re.compile(pattern, re.MULTILINE), message, hint)
    for pattern, message, hint in (
        (
            r"^:[ \t]",
            "definition lists are not part of the format",
            "Write a list of items, the term in bold.",
        ),
        (
            r"^\[[^\]^\n]+\]:",
            "addresses are not kept apart from their links",
            "Write [words](https://…) where the link is.",
        ),
        (r"^\|.*\|[ \t]*$", *_FOREIGN["bars"]),
    )
)
_SUSPECT = ":[|"
"""How the lines that these match begin."""

_TYPED = re.compile(r"[(（](?:[a-z]|[ivx]{2,4}|\d{1,2})[)）]")

_NAMES = {
    "paragraph": "a paragraph",
    "ordered_list": "a list",
    "bullet_list": "a list",
    "blockquote": "a quotation",
    "heading": "a heading",
    "option": "an option",
    "passage": "a passage in another language",
    "summary": "the summary",
}


def kind(node: Node) -> str:
    """The kind of a block: the name of a container, else its type."""
    found = node.type
    if found == "heading" and node.markup in ("=", "-"):
        return "underlined"
    if found in ("container", "verbatim"):
        return name(node) or "passage"
    return "bars" if found == "table" else found


def refused(node: Node, found: str, scope: Scope) -> bool:
    """Report `node`, a block of the kind `found`, if it cannot stand where it does, or nowhere."""
    if found in scope.allowed:
        return False
    if found in _FOREIGN and node.type not in ("container", "verbatim"):
        scope.error(line(node), *_FOREIGN[found])
    elif found in _NAMES or found in CONTAINERS:
        what = _NAMES.get(found, f"a {found}")
        scope.error(line(node), f"{what} cannot stand in {scope.place}", "Move it out.")
    elif found in scope.facets:
        hint = "Write :::: option, # Title, and the facets inside it."
        scope.error(line(node), f"“{found}” is a part of an option", hint)
    else:
        hint = suggest(found, CONTAINERS, "Containers")
        scope.error(line(node), f"there is no container “{found}”", hint)
    return True


def check_text(text: str, first: int, scope: Scope, *, typed: bool = True) -> None:
    """Report the lines of a paragraph that are markup of other Markdowns.

    A number `typed` by hand at the beginning is a warning: it would be counted twice.
    """
    for pattern, message, hint in _LINES if text[:1] in _SUSPECT or "\n" in text else ():
        if found := pattern.search(text):
            scope.error(first + text.count("\n", 0, found.start()), message, hint)
    if typed and (found := _TYPED.match(text)):
        message = f"the number “{found[0]}” is typed by hand"
        hint = "Write a list: its items begin with 1. and are counted by themselves."
        scope.report.warning(scope.at(first), message, hint)
