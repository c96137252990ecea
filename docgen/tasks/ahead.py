"""The page engine in a process of its own, begun before the text is read that it will set."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from docgen.beside import Receive, beside, possible

if TYPE_CHECKING:
    from docgen.render.setting import Beside, Setting


@contextmanager
def begun(wanted: bool) -> Iterator[Beside | None]:
    """The engine, if it is `wanted` and another process can be had; that ends with the block."""
    with ExitStack() as stack:
        yield _process(stack) if wanted and possible() else None


def _process(stack: ExitStack) -> Beside | None:
    try:
        other = stack.enter_context(beside(_work))
    except OSError:  # the system begins no more processes
        return None
    from docgen.render.setting import Beside

    return Beside(other)


def _work(receive: Receive) -> Setting:
    from docgen.render import setting

    return setting.beside(receive)
