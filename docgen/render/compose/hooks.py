"""The names of WeasyPrint that are replaced while text is composed, and what stands in for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from threading import Lock
from typing import Any

from weasyprint.layout import LayoutContext, block, inline, page, preferred
from weasyprint.svg import Node

from docgen.render.compose import filled, footnotes, kept, rtl, spread, straight, turns, words
from docgen.render.compose.flow import composable
from docgen.render.compose.lines import Composer, Line, Measured, Paragraph
from docgen.render.compose.preferred import greatest, joints, least

Function = Callable[..., Any]


class Work:
    """What the composition of one rendering has at hand: its composer, the lines being filled.

    `lines` are nested as blocks within lines are; None stands for a line left to WeasyPrint.
    `paragraphs` are those that they are lines of, by the identity of their box. `answer` is the
    piece that WeasyPrint is about to ask the width of.
    """

    def __init__(self, composer: Composer) -> None:
        self.composer = composer
        self.lines: list[Line | None] = []
        self.paragraphs: dict[int, Paragraph] = {}
        self.answer: Measured | None = None

    @property
    def line(self) -> Line | None:
        """The line being filled, if it is composed."""
        return self.lines[-1] if self.lines else None

    def begin(self, linebox: Any) -> Line:
        """A line of `linebox`, which stays as it is from one line to the next."""
        known = self.paragraphs
        paragraph = known.get(id(linebox)) or Paragraph(linebox, self.composer)
        known[id(linebox)] = paragraph
        return Line(linebox, paragraph, self.composer)


WORK: ContextVar[Work | None] = ContextVar("WORK", default=None)
"""The composition at work in this thread of execution; without one all hooks step aside."""


# ---- filling lines --------------------------------------------------------------------------


def iter_line_boxes(original: Function) -> Function:
    """Know a paragraph while its lines are found."""

    def hook(context: Any, linebox: Any, *args: Any) -> Iterator[Any]:
        try:
            yield from original(context, linebox, *args)
        finally:
            if work := WORK.get():
                work.paragraphs.pop(id(linebox), None)

    return hook


def get_next_linebox(original: Function) -> Function:
    """Note that a line begins, and which text boxes it can take from."""

    def hook(context: Any, linebox: Any, *args: Any) -> Any:
        work = WORK.get()
        if work is None:
            return original(context, linebox, *args)
        first_letter_style, first_line_style = args[-2:]
        plain = not first_letter_style and not first_line_style
        composed = plain and work.composer.takes(linebox)
        work.lines.append(work.begin(linebox) if composed else None)
        try:
            line, resume_at = original(context, linebox, *args)
        finally:
            work.lines.pop()
        if composed and line:
            spread.finish(line)
        return line, resume_at

    return hook


def split_text_box(original: Function) -> Function:
    """Have the piece of a text box ready that stands in the line."""

    def hook(
        context: Any, box: Any, available_width: Any, skip: int, is_line_start: bool = True
    ) -> Any:
        work = WORK.get()
        if work and work.line and available_width is not None:
            work.answer = work.line.piece(box, available_width, skip)
        return original(context, box, available_width, skip, is_line_start)

    return hook


def split_first_line(original: Function) -> Function:
    """Give the piece that is ready."""

    def hook(*args: Any, **options: Any) -> Any:
        work = WORK.get()
        if work is None or work.answer is None:
            return original(*args, **options)
        answer, work.answer = work.answer, None
        return answer

    return hook


def can_break_text(original: Function) -> Function:
    """Look for breaks by the same rules, also where boxes meet."""

    def hook(text: str, lang: str | None) -> Any:
        work = WORK.get()
        if work and text and work.composer.composes(lang):
            return work.composer.breaks(text, lang)
        return original(text, lang)

    return hook


# ---- finishing lines ------------------------------------------------------------------------


def remove_last_whitespace(original: Function) -> Function:
    """Set the end of a line that broke before an object."""

    def hook(context: Any, line: Any) -> None:
        work = WORK.get()
        if not (work and work.line and spread.close(line)):
            original(context, line)

    return hook


def justify_line(original: Function) -> Function:
    """Stretch the gaps of a composed line, not its word spaces alone."""

    def hook(context: Any, line: Any, extra_width: float) -> None:
        work = WORK.get()
        if not (work and work.line and spread.spread(line, extra_width)):
            original(context, line, extra_width)

    return hook


# ---- shrinking to fit -----------------------------------------------------------------------


def preferred_split_first_line(original: Function) -> Function:
    """Measure a text once for its least width, and with its gaps for its greatest."""

    def hook(
        text: str, style: Any, context: Any, max_width: Any, *args: Any, **options: Any
    ) -> Any:
        work = WORK.get()
        composed = work and work.composer.composes(style["lang"])
        if not (work and composed and text and composable(text, style)):
            return original(text, style, context, max_width, *args, **options)
        return (least if max_width == 0 else greatest)(text, style, work.composer)

    return hook


def inline_max_content_width(original: Function) -> Function:
    """Add to the greatest width what stands between the texts of a line."""

    def hook(context: Any, box: Any, *args: Any, **options: Any) -> Any:
        work = WORK.get()
        width = original(context, box, *args, **options)
        composed = work and work.composer.takes(box)
        return width + joints(box, work.composer) if work and composed else width

    return hook


# ---- putting them in ------------------------------------------------------------------------

HOOKS: tuple[tuple[Any, str, Callable[[Function], Function]], ...] = (
    (LayoutContext, "_update_footnote_area", footnotes.growing),
    (block, "_linebox_layout", footnotes.staying),
    (block, "block_level_layout", kept.keeping),
    (page, "remake_page", turns.remade),
    (inline, "remove_last_whitespace", rtl.aligned),
    (inline, "handle_leader", rtl.led),
    (Node, "text_children", rtl.drawn),
    (block, "iter_line_boxes", iter_line_boxes),
    (inline, "get_next_linebox", straight.get_next_linebox),
    (inline, "get_next_linebox", get_next_linebox),
    (inline, "split_inline_box", filled.split_inline_box),
    (inline, "split_text_box", split_text_box),
    (inline, "split_first_line", words.split_first_line),
    (inline, "split_first_line", split_first_line),
    (inline, "text_align", filled.text_align),
    (inline, "can_break_text", can_break_text),
    (inline, "remove_last_whitespace", remove_last_whitespace),
    (inline, "justify_line", justify_line),
    (preferred, "split_first_line", words.split_first_line),
    (preferred, "split_first_line", preferred_split_first_line),
    (preferred, "inline_max_content_width", inline_max_content_width),
)
"""Owner, name, and what makes the replacement from the original."""

_lock = Lock()
_originals: list[tuple[Any, str, Function]] = []
_users = 0


@contextmanager
def composing(composer: Composer | None, word_squeeze: float = 0.0) -> Iterator[None]:
    """Compose the lines that are laid out in this thread; without `composer` only mend faults.

    Justified lines may take the part `word_squeeze` of their word spaces for one more word.
    The hooks are put in for the first user and taken out after the last; each says what it stands
    for, so that names can be looked at again meanwhile.
    """
    _enter()
    token = WORK.set(Work(composer) if composer else None)
    manner = filled.MANNER.set(filled.Manner(word_squeeze, composer))
    try:
        yield
    finally:
        filled.MANNER.reset(manner)
        WORK.reset(token)
        _leave()


def _enter() -> None:
    global _users
    with _lock:
        _users += 1
        for owner, name, replacement in HOOKS if _users == 1 else ():
            original = getattr(owner, name)
            _originals.append((owner, name, original))
            setattr(owner, name, wraps(original)(replacement(original)))


def _leave() -> None:
    global _users
    with _lock:
        _users -= 1
        while _originals and not _users:
            setattr(*_originals.pop())
