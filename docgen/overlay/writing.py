"""Accepted problems → the text of an overlay; all else in it stays as it is."""

from __future__ import annotations

import json
from dataclasses import replace

from docgen.overlay.places import extent, places
from docgen.overlay.reading import Accepted, Overlay, parse
from docgen.report import DocgenError, Origin


def with_accepted(text: str, one: Accepted, file: str) -> str:
    """The `text` of an overlay with an entry behind it that accepts one thing more.

    Raises as `parse` does for a text that is no overlay, and DocgenError for one to which nothing
    can be added.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    fields = (("unit", one.unit), ("check", one.check), ("reason", one.reason))
    lines = ["[[accept]]", *(f"{key} = {_quoted(value)}" for key, value in fields), ""]
    before = text if text.endswith("\n") or not text else text + end
    made = before + (end if before else "") + end.join(lines)
    held = parse(text, file)
    return _proved(made, replace(held, accepts=(*held.accepts, one)), file)


def without_accepted(text: str, unit: str, check: str, file: str) -> str:
    """The `text` of an overlay without what it accepts of a check about a unit.

    Raises as `with_accepted` does.
    """
    held, lines = parse(text, file), text.split("\n")
    at = places(text)
    for number, one in reversed(list(enumerate(held.accepts))):
        if (one.unit, one.check) == (unit, check):
            gone = extent(text, at.get(("accept", number), 0))
            blank = gone.start > 1 and not lines[gone.start - 1].strip()
            del lines[gone.start - blank : gone.stop]
    left = tuple(one for one in held.accepts if (one.unit, one.check) != (unit, check))
    return _proved("\n".join(lines).lstrip("\r\n"), replace(held, accepts=left), file)


def _quoted(value: str) -> str:
    """A text as TOML has it: as in JSON, and DEL is escaped too."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def _proved(text: str, wanted: Overlay, file: str) -> str:
    """`text`, which says what is `wanted` and nothing else; else DocgenError."""
    try:
        there = _plain(parse(text, file))
    except DocgenError:
        there = None
    if there != _plain(wanted):
        hint = "Its list “accept” is written in another way: change it there by hand."
        raise DocgenError("the file cannot be changed from here", hint, Origin(file))
    return text


def _plain(overlay: Overlay) -> tuple[object, ...]:
    """What an overlay says, wherever it stands."""
    return (
        [(one.unit, one.check, one.reason) for one in overlay.accepts],
        {key: note.text for key, note in overlay.notes.items()},
        {id: order.columns for id, order in overlay.tables.items()},
    )
