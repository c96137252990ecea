"""Drawings in dots for a Word file, made by another process while this one writes the text.

The drawings of a short report take as long as its text, and nothing but the finished file waits for
them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from functools import cached_property, partial

from docgen.beside import Ended, Other, Receive, possible, sparing, within
from docgen.model import Image
from docgen.render.docx.package import Awaited, Content
from docgen.render.raster import SVG, drawn, kept, raster
from docgen.store import Store

Parts = Callable[[], Mapping[str, Content]]
"""Makes parts → their contents by their names."""
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


Made = Mapping[object, bytes]
"""Parts by their names, drawings by their numbers."""


def elsewhere(store: Store, begin: Callable[[Callable[[Receive], Made]], Other[Made]]) -> Studio:
    """What draws in a process that is there already, and does what it is told to `begin`."""
    return Studio(store, ExitStack(), begin(partial(drawn, store)))


class Studio:
    """The drawings that another process was given; it is begun for the first that is not kept.

    One that is begun before loads meanwhile what it draws with, and makes the parts that it is told
    to make.
    """

    def __init__(self, store: Store, stack: ExitStack, other: Other[Made] | None = None) -> None:
        self.store, self.stack, self.other = store, stack, other
        self.given: dict[tuple[Image, float], Awaited] = {}
        self.first: Parts = dict
        self.names: Sequence[str] = ()

    def draw(self, image: Image, width: float) -> Content | bytes:
        """The drawing if it is kept, else what waits for it."""
        if (image, width) in self.given:
            return self.given[image, width]
        if found := kept(image, width, self.store):
            return found
        self.begin()
        if not self.other:
            return raster(image, width, self.store).data
        return self._give(self.other, image, width)

    def foresee(self, image: Image, width: float) -> None:
        """Have a drawing made before its turn, if there is a process that draws."""
        if self.other and image.media_type == SVG:
            self.draw(image, width)

    def _give(self, other: Other[Made], image: Image, width: float) -> Awaited:
        other.send((image, width))
        number = len(self.given)
        return self.given.setdefault((image, width), Awaited(lambda: self.made[number]))

    def begin(self, first: Parts = dict, names: Sequence[str] = ()) -> None:
        """Begin the other process where one can be begun; it makes `first` the parts of `names`."""
        if self.other is None and possible():
            self.first, self.names = first, names
            self.other = within(self.stack, self._work)

    @property
    def parts(self) -> Mapping[str, Content]:
        """The parts that are being made, if any are."""
        names = self.names if self.other else ()
        return {name: Awaited(partial(self._part, name)) for name in names}

    def resting(self) -> AbstractContextManager[None]:
        """Meanwhile one more process can be begun: that which draws mostly waits for drawings."""
        return sparing(1) if self.other else nullcontext()

    def _work(self, receive: Receive) -> Made:
        return {**self._parts(), **drawn(self.store, receive)}

    def _parts(self) -> Made:
        return {name: content.data() for name, content in self.first().items()}

    def _part(self, name: str) -> bytes:
        return self.made[name]

    @cached_property
    def made(self) -> Made:
        """All that was given; made by this process if the other one has come to nothing."""
        assert self.other, "a drawing is asked for, so it was given"
        self.other.send(None)
        try:
            return self.other.result()
        except Ended:
            return {**self._parts(), **drawn(self.store, iter([*self.given, None]).__next__)}
