"""The page engine in a process of its own, begun before the text is read that it will set."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from docgen.beside import Receive, possible, within

if TYPE_CHECKING:
    from docgen.render.setting import Beside, Setting


@contextmanager
def begun(wanted: bool) -> Iterator[Beside | None]:
    """The engine, if it is `wanted` and another process can be had; that ends with the block."""
    with ExitStack() as stack:
        yield _process(stack) if wanted and possible() else None


def _process(stack: ExitStack) -> Beside | None:
    other = within(stack, _work)
    if other is None:
        return None
    from docgen.render.setting import Beside

    return Beside(other)


def _work(receive: Receive) -> Setting:
    from docgen.render import setting

    return setting.beside(receive)
