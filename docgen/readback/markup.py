"""A unit's markup × the text that has become of it → edits of the markup, or why there are none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from docgen.fingerprint import LIVE
from docgen.model import (
    Amount,
    CrossRef,
    Emphasis,
    Inline,
    Link,
    NoteRef,
    Prose,
    Step,
    Strong,
    Text,
)
from docgen.read.inline import TOKEN, parse_inline
from docgen.readback.lines import plain
from docgen.readback.signs import Sign
from docgen.readback.words import Change, changes
from docgen.report import NOWHERE, Report
from docgen.walk import find

_SPECIAL = re.compile(r"[\\*\[\]<>`~_{}^&|!]")


class Edit(NamedTuple):
    """The markup from `start` to `end` becomes `text`."""

    start: int
    end: int
    text: str


class Refused(Exception):
    """Why a change cannot be put into the markup."""


class Origin(NamedTuple):
    """A printed character and the markup that it comes from; `made` ones are made by docgen."""

    text: str
    start: int
    end: int
    made: bool = False


class _Piece(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Style:
    strong: bool = False
    emphasis: bool = False


def edited(markup: str, edits: Iterable[Edit]) -> str:
    """`markup` with its edits."""
    for edit in sorted(edits, reverse=True):
        markup = markup[: edit.start] + edit.text + markup[edit.end :]
    return markup


def edits(
    unit: Prose, old: Sequence[Sign], new: Sequence[Sign], settle: Callable[[str], str]
) -> list[Edit]:
    """The edits that make the markup of `unit`, which is resolved and printed as `old`, say `new`.

    `settle` puts back what typesetting has changed of a text. Raises Refused where that would take
    more than other words.
    """
    origins = trace(unit)
    text = "".join(sign.text for sign in new)
    if re.search(r"[\t\n]", text):
        raise Refused("it holds a line break or a tab, which the content cannot have")
    found = [
        _edit(unit, change, origins, new, settle(text))
        for change in changes(plain("".join(one.text for one in origins)), plain(text))
    ]
    base = _base(unit, old)
    for write in (lambda words: words, _escaped):
        made = [edit._replace(text=write(edit.text)) for edit in found]
        if _says(unit, edited(unit.source, made), new, base):
            return made
    raise Refused("bold, emphasis or a link begins or ends elsewhere now")


# ---- where printed characters come from -------------------------------------------------------


def trace(unit: Prose) -> list[Origin]:
    """Every printed character of a resolved unit with its place in the markup.

    Raises Refused where that cannot be told.
    """
    pieces = list(_pieces(unit.source, 0, len(unit.source)))
    found: list[Origin] = []
    for leaf in _leaves(unit.inlines):
        found += _taken(leaf, pieces)
    if any(piece.kind == "char" for piece in pieces):
        raise Refused("its markup cannot be followed")
    return found


def _pieces(markup: str, start: int, end: int) -> Iterator[_Piece]:
    """The characters of a markup, its stars and its marks, in their order."""
    position = start
    for token in TOKEN.finditer(markup, start, end):
        yield from _characters(markup, position, token.start())
        yield from _token(markup, token)
        position = token.end()
    yield from _characters(markup, position, end)


def _characters(markup: str, start: int, end: int) -> Iterator[_Piece]:
    return (_Piece("char", markup[i], i, i + 1) for i in range(start, end))


def _token(markup: str, token: re.Match[str]) -> Iterator[_Piece]:
    match token.lastgroup:
        case "escaped":
            yield _Piece("char", token["escaped"], *token.span())
        case "note" | "reference":
            yield _Piece("live", token[0], *token.span())
        case "link":
            yield from _pieces(markup, *token.span("words"))
        case "angle":
            start, end = token.span("angle")
            web = token["angle"].lower().startswith("http")
            yield from _characters(markup, start if web else markup.index(":", start) + 1, end)
        case "stars":
            yield from (_Piece("star", "*", i, i + 1) for i in range(*token.span()))
        case _:
            yield from _characters(markup, *token.span())


def _leaves(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Strong | Emphasis | Link):
            yield from _leaves(inline.children)
        elif not isinstance(inline, NoteRef) or inline.number:
            yield inline


def _taken(leaf: Inline, pieces: list[_Piece]) -> Iterator[Origin]:
    """The characters of a leaf, the pieces of markup that they come from taken off."""
    match leaf:
        case NoteRef():
            piece = _next(pieces, "live")
            yield Origin(LIVE, piece.start, piece.end)
        case CrossRef(steps=steps):
            piece = _next(pieces, "live")
            for step in steps:
                for text in LIVE if step.target else step.text:
                    yield Origin(text, piece.start, piece.end, not step.target)
        case Amount(text=text):
            first = _next(pieces, "char")
            last = first
            while pieces and pieces[0].kind == "char":
                last = pieces.pop(0)
            yield from (Origin(one, first.start, last.end, True) for one in text)
        case Text(text=text):
            yield from (_character(one, pieces) for one in text)


def _character(text: str, pieces: list[_Piece]) -> Origin:
    while pieces and pieces[0].kind == "star" and text != "*":
        del pieces[0]
    piece = pieces.pop(0) if pieces else _Piece("", "", 0, 0)
    if piece.text != text and plain(piece.text) != plain(text):
        raise Refused("its markup cannot be followed")
    return Origin(text, piece.start, piece.end)


def _next(pieces: list[_Piece], kind: str) -> _Piece:
    while pieces and pieces[0].kind == "star":
        del pieces[0]
    if not pieces or pieces[0].kind != kind:
        raise Refused("its markup cannot be followed")
    return pieces.pop(0)


# ---- one change -------------------------------------------------------------------------------


def _edit(
    unit: Prose, change: Change, origins: Sequence[Origin], new: Sequence[Sign], text: str
) -> Edit:
    start, end, begin, finish = change
    gone = origins[start:end]
    if any(one.text == LIVE or one.made for one in gone) or LIVE in text[begin:finish]:
        raise Refused("a note mark or a reference is gone, new or typed over")
    words = text[begin:finish]
    if gone:
        if any(one.end != other.start for one, other in pairwise(gone)):
            raise Refused("the change reaches over the begin or end of bold, emphasis or a link")
        return Edit(gone[0].start, gone[-1].end, words)
    at = _gap(origins, start, new, begin, finish)
    return Edit(at, at, words)


def _gap(origins: Sequence[Origin], at: int, new: Sequence[Sign], begin: int, finish: int) -> int:
    """The place in the markup for new words: on the side of a mark where letters look alike."""
    before = new[begin - 1] if begin else None
    after = new[finish] if finish < len(new) else None
    look = new[begin].look
    if before and before.text != LIVE and before.look == look:
        return origins[at - 1].end
    if after and after.text != LIVE and after.look == look:
        return origins[at].start
    if before:
        return origins[at - 1].end
    return origins[at].start if at < len(origins) else 0


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", words)


# ---- whether it says the right thing ----------------------------------------------------------


def _says(unit: Prose, markup: str, new: Sequence[Sign], base: _Style) -> bool:
    """Whether `markup` prints what `new` says, with the marks and links that `unit` has.

    `base` is what the style of the paragraph makes of all letters.
    """
    report = Report()
    prose = parse_inline(markup, NOWHERE, report)
    if report.errors or prose.source != markup or _marks(prose) != _marks(_written(unit)):
        return False
    wanted = [(plain(s.text), _Style(s.look.strong, s.look.emphasis)) for s in new]
    said = list(_printed(prose.inlines, _steps(unit), base))
    return len(said) == len(wanted) and all(map(_alike, said, wanted))


def _base(unit: Prose, old: Sequence[Sign]) -> _Style:
    """What letters look like without any markup."""
    said = list(_printed(unit.inlines, _steps(unit), _Style()))
    pairs = [pair for pair in zip(said, old, strict=False) if pair[0][0].strip(f" {LIVE}")]
    return _Style(
        any(sign.look.strong and not style.strong for (_, style), sign in pairs),
        any(sign.look.emphasis and not style.emphasis for (_, style), sign in pairs),
    )


def _steps(unit: Prose) -> dict[str, tuple[Step, ...]]:
    return {one.target: one.steps for one in find(unit.inlines, CrossRef)}


def _written(unit: Prose) -> Prose:
    return parse_inline(unit.source, NOWHERE, Report())


def _marks(prose: Prose) -> list[str]:
    """The notes, references and addresses, in their order; a bare address is its own words."""
    found = []
    for node in find(prose, object):
        match node:
            case NoteRef(key=key):
                found.append(f"[^{key}]")
            case CrossRef(target=target):
                found.append(f"#{target}")
            case Link(address=address, children=(Text(text=text),)) if text == address:
                continue
            case Link(address=address):
                found.append(address)
    return found


def _printed(
    inlines: Iterable[Inline], steps: dict[str, tuple[Step, ...]], style: _Style
) -> Iterator[tuple[str, _Style]]:
    for inline in inlines:
        match inline:
            case Text(text=text) | Amount(text=text):
                yield from ((plain(one), style) for one in text)
            case Strong(children=children):
                yield from _printed(children, steps, _Style(True, style.emphasis))
            case Emphasis(children=children):
                yield from _printed(children, steps, _Style(style.strong, True))
            case Link(children=children):
                yield from _printed(children, steps, style)
            case NoteRef():
                yield LIVE, style
            case CrossRef(target=target):
                words = "".join(LIVE if one.target else one.text for one in steps[target])
                yield from ((one, style) for one in words)


def _alike(said: tuple[str, _Style], wanted: tuple[str, _Style]) -> bool:
    """The same character, looking the same; how spaces and live signs look is not seen."""
    return said[0] == wanted[0] and (said[1] == wanted[1] or not said[0].strip(f" {LIVE}"))
