"""Pieces of a Word paragraph → spans of text, and what can be cut from and asked of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from docgen.word import Mark, Paragraph, Run

_RAISED = str.maketrans(
    "0123456789+-=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
)
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
RAISED = re.compile(f"[{''.join(map(chr, _RAISED.values()))}]+")
"""Raised characters of Unicode."""

_BLANKS = re.compile(r"[ \t\n\r]+")


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of one look; `note` is the key of the note that they are the mark of."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    lowered: bool = False
    link: str = ""
    note: str = ""


Spans = tuple[Span, ...]


def spans(paragraph: Paragraph) -> Spans:
    """The text of a paragraph, hidden characters left out; marks have keys such as `footnote 2`."""
    return joined(found for piece in paragraph.pieces for found in _span(piece))


def _span(piece: object) -> Iterator[Span]:
    if isinstance(piece, Mark):
        yield Span(piece.label, note=f"{piece.kind} {piece.id}")
    elif isinstance(piece, Run) and not piece.look.hidden:
        look = piece.look
        link = "" if piece.link.startswith("#") else piece.link
        yield Span(piece.text, look.bold, look.italic, look.raised, look.lowered, link)


def joined(found: Iterable[Span]) -> Spans:
    """Neighbours of one look as one span; empty ones left out."""
    made: list[Span] = []
    for span in found:
        last = made[-1] if made else None
        if (
            last
            and not last.note
            and not span.note
            and replace(last, text="") == replace(span, text="")
        ):
            made[-1] = replace(last, text=last.text + span.text)
        elif span.text or span.note:
            made.append(span)
    return tuple(made)


def raw(found: Iterable[Span]) -> str:
    """The characters with tabs and line breaks, marks of notes left out."""
    return "".join(span.text for span in found if not span.note)


def plain(found: Iterable[Span]) -> str:
    """The characters in one line, blanks in a row as one, marks of notes left out."""
    return _BLANKS.sub(" ", raw(found)).strip(" ")


def cut(found: Spans, count: int) -> Spans:
    """The spans without their first `count` characters; marks of notes are kept."""
    made = []
    for span in found:
        if span.note or count <= 0:
            made.append(span)
        else:
            made.append(replace(span, text=span.text[count:]))
            count -= len(span.text)
    return joined(made)


def split(found: Spans, sign: str) -> list[Spans]:
    """The spans between the places where `sign` stands."""
    parts: list[list[Span]] = [[]]
    for span in found:
        first, *others = [span.text] if span.note else span.text.split(sign)
        parts[-1].append(replace(span, text=first))
        parts += [[replace(span, text=text)] for text in others]
    return [joined(part) for part in parts]


def trimmed(found: Spans) -> Spans:
    """The spans without blanks at either end."""
    text = raw(found)
    begun = cut(found, len(text) - len(text.lstrip()))
    ends = list(begun)
    while ends and not ends[-1].note and not ends[-1].text.rstrip():
        ends.pop()
    if ends and not ends[-1].note:
        ends[-1] = replace(ends[-1], text=ends[-1].text.rstrip())
    return tuple(ends)


def is_all(found: Spans, look: str) -> bool:
    """Whether every character that is seen has a `look`: bold, italic or raised."""
    seen = [span for span in found if not span.note and span.text.strip()]
    return bool(seen) and all(getattr(span, look) for span in seen)


def unlike(found: Spans, *looks: str) -> Spans:
    """The spans without some looks."""
    return joined(replace(span, **dict.fromkeys(looks, False)) for span in found)  # type: ignore[arg-type]


def flat(found: Spans) -> Spans:
    """The spans with raised and lowered characters as such of Unicode, where there are some."""
    return joined(map(_flat, found))


def _flat(span: Span) -> Span:
    table = _RAISED if span.raised else _LOWERED if span.lowered else {}
    return replace(span, text=span.text.translate(table), raised=False, lowered=False)


def with_space(parts: Sequence[Spans]) -> Spans:
    """Several texts in one line."""
    made: list[Span] = []
    for part in filter(None, parts):
        made += [*([Span(" ")] if made else []), *part]
    return joined(made)


def starless(found: Spans) -> tuple[Spans, str]:
    """A line without the asterisks at its end, and these."""
    last = found[-1] if found else Span("")
    bare = last.text.rstrip("* ")
    stars = last.text[len(bare) :].strip()
    if not stars or last.note:
        return found, ""
    return trimmed(joined((*found[:-1], replace(last, text=bare)))), stars
