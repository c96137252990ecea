"""The names of WeasyPrint that are replaced while text is laid out, and by what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from threading import Lock
from typing import Any

from weasyprint.layout import LayoutContext, block, inline, page, preferred
from weasyprint.svg import Node

from docgen.render.compose import answers, filled, footnotes, kept, rtl, straight, turns, words
from docgen.render.compose.composer import Composer
from docgen.render.compose.work import WORK, Work

Function = Callable[..., Any]

HOOKS: tuple[tuple[Any, str, Callable[[Function], Function]], ...] = (
    (LayoutContext, "_update_footnote_area", footnotes.growing),
    (block, "_linebox_layout", footnotes.staying),
    (block, "block_level_layout", kept.keeping),
    (page, "remake_page", turns.remade),
    (inline, "remove_last_whitespace", rtl.aligned),
    (inline, "handle_leader", rtl.led),
    (Node, "text_children", rtl.drawn),
    (block, "iter_line_boxes", answers.iter_line_boxes),
    (inline, "get_next_linebox", straight.get_next_linebox),
    (inline, "get_next_linebox", answers.get_next_linebox),
    (inline, "split_inline_box", filled.split_inline_box),
    (inline, "split_text_box", answers.split_text_box),
    (inline, "split_first_line", words.split_first_line),
    (inline, "split_first_line", answers.split_first_line),
    (inline, "text_align", filled.text_align),
    (inline, "can_break_text", answers.can_break_text),
    (inline, "remove_last_whitespace", answers.remove_last_whitespace),
    (inline, "justify_line", answers.justify_line),
    (preferred, "split_first_line", words.split_first_line),
    (preferred, "split_first_line", answers.preferred_split_first_line),
    (preferred, "inline_max_content_width", answers.inline_max_content_width),
)
"""Owner, name, and what makes the replacement from the original."""

_lock = Lock()
_originals: list[tuple[Any, str, Function]] = []
_users = 0


@contextmanager
def composing(composer: Composer | None, give: float) -> Iterator[None]:
    """Compose the lines that are laid out in this thread; without `composer` only mend faults.

    Justified lines of words may take the part `give` of their spaces; if it is nothing they are
    filled one after the other.
    The hooks are put in for the first user and taken out after the last; each says what it stands
    for, so that names can be looked at again meanwhile.
    """
    _enter()
    token = WORK.set(Work(composer) if composer else None)
    given = filled.GIVE.set(give)
    try:
        yield
    finally:
        filled.GIVE.reset(given)
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
