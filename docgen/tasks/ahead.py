"""The page engine in a process of its own, begun before the text is read that it will set."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from docgen.beside import Answer, Receive, doing, possible

if TYPE_CHECKING:
    from docgen.render.setting import Beside


@contextmanager
def begun(wanted: bool) -> Iterator[Beside | None]:
    """The engine, if it is `wanted` and another process can be had; that ends with the block."""
    with ExitStack() as stack:
        yield _process(stack) if wanted and possible() else None


def _process(stack: ExitStack) -> Beside | None:
    """The process that sets one copy after the other, where the system begins one."""
    try:
        other = stack.enter_context(doing(_work))
    except OSError:
        return None
    from docgen.render.setting import Beside

    return Beside(other)


def _work(receive: Receive, answer: Answer) -> None:
    from docgen.render import setting

    setting.beside(receive, answer)
