"""Drawings in dots for a Word file, made by another process while this one writes the text.

The drawings of a short report take as long as its text, and nothing but the finished file waits for
them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cached_property

from docgen.beside import Ended, Other, Receive, beside, possible
from docgen.model import Image
from docgen.records import dataclass
from docgen.render.docx.package import Content
from docgen.render.raster import kept, prepare, raster
from docgen.store import Store

Draw = Callable[[Image, float], Content | bytes]
"""Takes an SVG and the width of its place in points → the PNG, now or when it is asked for."""


def at_once(store: Store) -> Draw:
    """What draws in this process."""
    return lambda image, width: raster(image, width, store).data


@contextmanager
def meanwhile(store: Store) -> Iterator[Studio]:
    """What draws in another process, which ends with the block, where one can be begun."""
    with ExitStack() as stack:
        yield Studio(store, stack)


class Studio:
    """The drawings that another process was given; it is begun for the first that is not kept.

    One that is begun before loads meanwhile what it draws with.
    """

    def __init__(self, store: Store, stack: ExitStack) -> None:
        self.store, self.stack = store, stack
        self.given: dict[tuple[Image, float], _Drawing] = {}
        self.other: Other[list[bytes]] | None = None

    def draw(self, image: Image, width: float) -> Content | bytes:
        """The drawing if it is kept, else what waits for it."""
        asked = image, width
        if asked in self.given:
            return self.given[asked]
        if found := kept(image, width, self.store):
            return found
        if not (other := self.begin()):
            return raster(image, width, self.store).data
        other.send(asked)
        return self.given.setdefault(asked, _Drawing(self, len(self.given)))

    def begin(self) -> Other[list[bytes]] | None:
        """The other process, begun by then where one can be."""
        if self.other is None and possible():
            with suppress(OSError):  # the system begins no more processes
                self.other = self.stack.enter_context(beside(self._work))
        return self.other

    def finish(self) -> None:
        """Wait for all drawings, after which another process can be begun for something else."""
        if self.other and self.made is not None:
            self.stack.close()

    def _work(self, receive: Receive) -> list[bytes]:
        prepare()
        return [raster(image, width, self.store).data for image, width in iter(receive, None)]

    @cached_property
    def made(self) -> list[bytes]:
        """All that was given, drawn; by this process if the other one has come to nothing."""
        assert self.other, "a drawing is asked for, so it was given"
        self.other.send(None)
        try:
            return self.other.result()
        except Ended:
            return [raster(image, width, self.store).data for image, width in self.given]


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A drawing that is being made, by its place among all."""

    studio: Studio
    number: int

    def data(self) -> bytes:
        """The PNG, once it is there."""
        return self.studio.made[self.number]
