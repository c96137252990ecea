"""Entries → PO text in canonical form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from docgen.po.entry import Entry
from docgen.po.reading import ESCAPES

_ESCAPED = str.maketrans({meant: f"\\{written}" for written, meant in ESCAPES.items()})


def dump(entries: Iterable[Entry]) -> str:
    """PO text in canonical form: one line a string, or one for each of the lines it has."""
    return "\n".join(f"{_printed(entry)}\n" for entry in entries)


def _printed(entry: Entry) -> str:
    flags = (", ".join(entry.flags),) if entry.flags else ()
    return "\n".join(
        chain(
            _remarks("#", entry.comments),
            _remarks("#.", entry.extracted),
            _remarks("#:", entry.references),
            _remarks("#,", flags),
            _previous_strings(entry),
            _own_strings(entry),
        )
    )


def _remarks(sign: str, lines: Iterable[str]) -> Iterator[str]:
    return (f"{sign} {line}".rstrip() for line in lines)


def _previous_strings(entry: Entry) -> Iterator[str]:
    texts = {
        "msgctxt": entry.previous_context,
        "msgid": entry.previous,
        "msgid_plural": entry.previous_plural,
    }
    return _strings("#~| " if entry.obsolete else "#| ", texts)


def _own_strings(entry: Entry) -> Iterator[str]:
    texts = {"msgctxt": entry.context, "msgid": entry.msgid, "msgid_plural": entry.plural}
    if entry.forms:
        texts |= {f"msgstr[{index}]": form for index, form in enumerate(entry.forms)}
    else:
        texts["msgstr"] = entry.msgstr
    return _strings("#~ " if entry.obsolete else "", texts)


def _strings(prefix: str, texts: Mapping[str, str | None]) -> Iterator[str]:
    for keyword, text in texts.items():
        if text is not None:
            yield from _string(prefix, keyword, text)


def _string(prefix: str, keyword: str, text: str) -> Iterator[str]:
    pieces = [piece.translate(_ESCAPED) for piece in re.findall(r".*\n|.+", text)]
    if len(pieces) < 2:
        yield f'{prefix}{keyword} "{"".join(pieces)}"'
    else:
        yield f'{prefix}{keyword} ""'
        yield from (f'{prefix}"{piece}"' for piece in pieces)
