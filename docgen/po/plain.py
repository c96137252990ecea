"""PO text → entries, those of the usual shape by one pattern for each: a sixth of the time.

A context, if it has one, a source text and a translation, each on one line, with comments above and
an empty line below: nearly all entries of a file of ours. What stands between them is read line by
line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from docgen.po import reading
from docgen.po.entry import Entry
from docgen.report import DocgenError, Origin

_TEXT = r'[^"\\\n]*+(?:\\["\\abfnrtv][^"\\\n]*+)*+'
_ENTRY = re.compile(
    rf"""
    (?P<remarks>(?:\#(?![~|]).*\n)*+)
    (?:msgctxt[ ]"(?P<context>{_TEXT})"\n)?
    msgid[ ]"(?P<msgid>{_TEXT})"\n
    msgstr[ ]"(?P<msgstr>{_TEXT})"\n
    (?:\n+|\Z)
    """,
    re.VERBOSE,
)
_BREAK = "\n\n"
_LAST_REMARK = re.compile(r"(?:\A|\n)[ \t]*\#(?![~|])[^\n]*\s*\Z")
"""A comment at the end of what is no plain entry: it belongs to the entry after it."""


def entries(text: str, file: str) -> list[Entry] | None:
    """The entries of PO `text`; None where only a reading of all lines can tell what it says."""
    found, line = list[Entry](), 1
    for piece in _pieces(text):
        if isinstance(piece, str):
            others = _others(piece, file, line)
            if others is None:
                return None
            found += others
            line += piece.count("\n")
        else:
            line += piece["remarks"].count("\n")
            found.append(_entry(piece, Origin(file, line)))
            line += (1 if piece["context"] is None else 2) + _breaks(piece)
    return found


def _pieces(text: str) -> Iterator[re.Match[str] | str]:
    """The plain entries of a text in their order, and whatever stands between them."""
    other = at = 0
    while at < len(text):
        if entry := _ENTRY.match(text, at):
            if other < at:
                yield text[other:at]
            yield entry
            other = at = entry.end()
        else:
            end = text.find(_BREAK, at)
            at = end + len(_BREAK) if end >= 0 else len(text)
    if other < at:
        yield text[other:]


def _breaks(entry: re.Match[str]) -> int:
    """How many lines end behind the last sign of a plain entry, where there is nothing else."""
    return entry.end() - entry.end("msgstr") - len('"')


def _entry(found: re.Match[str], origin: Origin) -> Entry:
    remarks, context, msgid, msgstr = found.groups()
    comments, extracted, references, flags = _remarks(remarks)
    return Entry(
        reading.unescaped(msgid),
        reading.unescaped(msgstr),
        context and reading.unescaped(context),
        comments=comments,
        extracted=extracted,
        references=references,
        flags=flags,
        origin=origin,
    )


def _others(text: str, file: str, first: int) -> list[Entry] | None:
    """What stands between plain entries; None where it may belong to one of them."""
    if _LAST_REMARK.search(text):
        return None
    try:
        return list(reading.entries(text, file, first))
    except DocgenError:
        return None


@lru_cache(4096)
def _remarks(text: str) -> tuple[tuple[str, ...], ...]:
    """Comments, extracted comments, references and flags in the lines above an entry."""
    return reading.remarks(text.split("\n"))
