"""Definitions of notes, wherever in a file they stand."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.model import Note, NoteRef
from docgen.read.markdown import NOTE, Node, line, walk
from docgen.read.refuse import check_text
from docgen.read.scope import Scope
from docgen.walk import find


def collect(nodes: Iterable[Node], scope: Scope) -> None:
    """Add the notes defined among `nodes` and in them to those of the document."""
    for node in walk(nodes):
        if node.type != NOTE:
            continue
        key = node.meta["label"]
        kinds = [child.type for child in node.children]
        if kinds == ["paragraph"]:
            paragraph = node.children[0]
            define(key, paragraph.children[0].content, line(paragraph), scope)
        else:
            hint = "A note is one paragraph, written after the colon."
            message = "is more than one paragraph" if kinds else "has no text"
            scope.error(line(node), f"the note [^{key}] {message}", hint)
            define(key, "–", line(node), scope)


def define(key: str, text: str, number: int, scope: Scope) -> None:
    """Add the note `key`; a second one with the same key, and marks inside a note, are errors."""
    id = f"fn-{key}"
    if first := scope.ids.get(id):
        scope.error(number, f"the note [^{key}] is defined twice", f"The first is in {first}.")
        return
    scope.ids[id] = scope.at(number)
    check_text(text, number, scope, typed=False)
    prose = scope.prose(text, number, id)
    if not prose.source:
        scope.error(number, f"the note [^{key}] has no text", "Write it after the colon.")
    for mark in find(prose, NoteRef):
        hint = "Write what it says into this note."
        scope.error(number, f"the mark [^{mark.key}] stands inside a note", hint)
    scope.notes.append(Note(key, prose))
