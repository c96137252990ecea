"""Keep every note on the page of its mark: two corrections of WeasyPrint's layout of notes."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import isinf
from typing import Any

VERSION = "70.0"

DEFERRING = "report = not context.in_column and can_break_now and not could_break_before"
"""The line of the engine that decides whether notes go to the next page to let two lines stay."""

UNLESS_KEPT = "all(n.style['footnote_policy'] == 'auto' for n in context.current_page_footnotes)"


@contextmanager
def kept() -> Iterator[None]:
    """Correct the layout of notes within the block, for WeasyPrint `VERSION` alone.

    Another version may have these faults no more, or others; it is left as it is.
    """
    import weasyprint
    from weasyprint.layout import LayoutContext, block

    if weasyprint.__version__ != VERSION:
        yield
        return
    update, layout = LayoutContext._update_footnote_area, block._linebox_layout
    LayoutContext._update_footnote_area = _growing(update)
    block._linebox_layout = _staying(layout)
    try:
        yield
    finally:
        LayoutContext._update_footnote_area, block._linebox_layout = update, layout


def _growing(update: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """An area without greatest height grows with its notes, so that it never overflows.

    The engine compares two sums of floats exactly and, for unlucky sizes, sends every note that
    fits to a page of its own.
    """

    def updated(context: Any) -> bool:
        overflows = update(context)
        return bool(overflows) and not isinf(context.current_footnote_area.max_height)

    return updated


def _staying(layout: Callable[..., Any]) -> Callable[..., Any]:
    """Notes whose policy keeps them with their line are not deferred for the sake of orphans.

    The decision stands in the middle of a long function, so that its source is changed.
    """
    source = inspect.getsource(layout)
    if source.count(DEFERRING) != 1:
        raise RuntimeError(f"WeasyPrint {VERSION} is not as it was: see {__name__}")
    changed = source.replace(DEFERRING, f"{DEFERRING} and {UNLESS_KEPT}")
    names = dict(layout.__globals__)
    exec(compile(changed, str(inspect.getfile(layout)), "exec"), names)
    return names[layout.__name__]  # type: ignore[no-any-return]
