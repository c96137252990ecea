"""Pages drawn by another process while this one lays out the next.

Drawing takes half as long as layout, and needs nothing of the pages that follow but the text of
margins, which says how many there are. So while pages are laid out, another process draws those
that are there: a fork, which has their boxes. It gives back plain data, which is put into the file
where the drawing would have been; the file is the same, byte for byte. What cannot be told, such
as a picture, is drawn by the process that makes the file, as is everything where no other process
can be had.

    drawn                   what is drawn, as plain data
    ---- the other process ----
    recording, operations   what a stream shows, event by event; in few pieces
    groups                  what is drawn aside
    drawing                 pages that are laid out, drawn
    ---- this process ----
    joining                 what is drawn, put into the file
    desk                    which pages are drawn elsewhere, and when
    hooks, version          the names of WeasyPrint replaced; whether they are there
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from docgen.render.hands.version import known

if TYPE_CHECKING:
    from docgen.render.hands.desk import Desk

__all__ = ["known", "laying_out"]


def laying_out(wanted: bool) -> AbstractContextManager[Desk | None]:
    """Have pages drawn by another process that are laid out in the block, if that is `wanted`.

    The desk that has them is given to `hooks.structured`, in which they are written; there is none
    with another WeasyPrint than the one version this package was written for.
    """
    if not wanted or not known():
        return nullcontext()
    from docgen.render.hands import hooks

    return hooks.laying_out()
