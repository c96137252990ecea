"""Drawings in dots for a Word file, made by another process while this one writes the text.

The drawings of a short report take as long as its text, and nothing but the finished file waits for
them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from functools import cached_property

from docgen.beside import Ended, Other, Receive, possible, sparing, within
from docgen.model import Image
from docgen.render.docx.package import Awaited, Content
from docgen.render.raster import SVG, kept, prepare, raster
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


_Drawer = Other[tuple[Mapping[str, bytes], list[bytes]]]
"""The process, whose result is parts and drawings."""


class Studio:
    """The drawings that another process was given; it is begun for the first that is not kept.

    One that is begun before loads meanwhile what it draws with, and makes the parts that it is told
    to make.
    """

    def __init__(self, store: Store, stack: ExitStack) -> None:
        self.store, self.stack = store, stack
        self.given: dict[tuple[Image, float], Awaited] = {}
        self.first: Parts = dict
        self.names: Sequence[str] = ()
        self.other: _Drawer | None = None
        self.foreseen = False

    def draw(self, image: Image, width: float) -> Content | bytes:
        """The drawing if it is kept, else what waits for it."""
        asked = image, width
        if asked in self.given:
            return self.given[asked]
        if found := kept(image, width, self.store):
            return found
        if not self.foreseen:
            self.begin()
        if self.foreseen or not self.other:
            return raster(image, width, self.store).data
        return self._give(self.other, asked)

    def foresee(self, image: Image, width: float) -> None:
        """Have a drawing made before its turn; meanwhile this process makes all others itself."""
        asked = image, width
        if not self.other or image.media_type != SVG or asked in self.given:
            return
        if not kept(image, width, self.store):
            self._give(self.other, asked)
            self.foreseen = True

    def _give(self, other: _Drawer, asked: tuple[Image, float]) -> Awaited:
        other.send(asked)
        number = len(self.given)
        return self.given.setdefault(asked, Awaited(lambda: self.made[1][number]))

    def begin(self, first: Parts = dict, names: Sequence[str] = ()) -> None:
        """Begin the other process where one can be begun; it makes `first` the parts of `names`."""
        if self.other is None and possible():
            self.first, self.names = first, names
            self.other = within(self.stack, self._work)

    def make(self, parts: Parts, names: Sequence[str]) -> None:
        """Have the process, if it has been begun, make the parts of `names`."""
        if self.other:
            self.first, self.names = parts, names
            self.other.send(parts)

    @property
    def parts(self) -> Mapping[str, Content]:
        """The parts that are being made, if any are."""
        return {name: self._part(name) for name in self.names} if self.other else {}

    def _part(self, name: str) -> Content:
        return Awaited(lambda: self.made[0][name])

    def resting(self) -> AbstractContextManager[None]:
        """Meanwhile one more process can be begun: that which draws mostly waits for drawings."""
        return sparing(1) if self.other else nullcontext()

    def _work(self, receive: Receive) -> tuple[Mapping[str, bytes], list[bytes]]:
        prepare()
        parts, drawn = _contents(self.first), list[bytes]()
        for asked in iter(receive, None):
            if callable(asked):
                parts = _contents(asked)
            else:
                drawn += self._drawn([asked])
        return parts, drawn

    def _drawn(self, asked: Iterable[tuple[Image, float]]) -> list[bytes]:
        return [raster(image, width, self.store).data for image, width in asked]

    @cached_property
    def made(self) -> tuple[Mapping[str, bytes], list[bytes]]:
        """The parts, and all drawings; by this process if the other one has come to nothing."""
        assert self.other, "a drawing is asked for, so it was given"
        self.other.send(None)
        try:
            return self.other.result()
        except Ended:
            return _contents(self.first), self._drawn(self.given)


def _contents(parts: Parts) -> Mapping[str, bytes]:
    return {name: content.data() for name, content in parts().items()}
