"""Pango's glyph strings: the widths of clusters read from them, the changes of a line put in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from math import copysign
from re import Pattern
from typing import Any, NamedTuple

from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, ffi, pango
from weasyprint.text.line_break import Layout

from docgen.render.compose.passage import MIL
from docgen.render.drawing.runs import NUMBERS, WIDTH, Run, runs


class Glyphs(NamedTuple):
    """Glyphs side by side: where their clusters begin in bytes, and their widths in Pango units."""

    places: Sequence[int]
    widths: Sequence[int]
    leftward: bool


class ComposedLayout(Layout):  # type: ignore[misc]
    """The text of a piece of a line, drawn with the changes of the line.

    `after` is added after the clusters that begin at the given bytes, `lead` before the first, in
    thousandths of an em; `em` is in Pango units, `natural` (the width without changes), `height`
    and `baseline` are in CSS pixels. The lead is not drawn: who uses the layout moves all of it,
    and can keep a `piece` and an `excess` with it. What `wide` matches in the bytes of the text is
    set full width.
    """

    def __init__(self, text: str, style: Any, wide: Pattern[bytes]) -> None:
        super().__init__(style)
        self.wide = wide
        self.em: float = style["font_size"] * TO_UNITS
        self.after: dict[int, int] = {}
        self.lead = 0
        self.piece: Any = None
        self.excess = 0.0
        self.set_text(text)
        extents = ffi.new("PangoRectangle *")
        pango.pango_layout_line_get_extents(self._line(), ffi.NULL, extents)
        self.natural: float = extents.width * FROM_UNITS
        self.height: float = extents.height * FROM_UNITS
        self.baseline: float = pango.pango_layout_get_baseline(self.layout) * FROM_UNITS

    @property
    def width(self) -> float:
        """The width with the changes, in CSS pixels."""
        return self.natural + self.pixels(self.lead + sum(self.after.values()))

    def pixels(self, mils: int) -> float:
        """Thousandths of an em in CSS pixels."""
        return mils * self.em / MIL * float(FROM_UNITS)

    def glyphs(self) -> Iterator[Glyphs]:
        """The glyphs of a text that has no changes yet, as they stand on the line, run by run."""
        for run in runs(self._line()):
            places = [run.start + place for place in run.places()]
            yield Glyphs(places, run.widths(), run.leftward)

    def changed(self, after: Mapping[int, int], lead: int) -> ComposedLayout:
        """The same text, not drawn yet, with other changes."""
        layout = ComposedLayout.__new__(ComposedLayout)
        layout.__dict__ = self.__dict__.copy()
        layout.after, layout.lead = dict(after), lead
        return layout

    def widen(self, places: Iterable[int], mils: Iterable[int]) -> float:
        """Widen the clusters that begin at `places`; the width that this adds in CSS pixels.

        No more is taken from `mils` than there are places.
        """
        after, em, added = self.after, self.em, 0.0
        for byte, more in zip(places, mils, strict=False):
            after[byte] = after.get(byte, 0) + more
            added += more * em / MIL * FROM_UNITS
        return added

    def set_text(self, text: str, justify: bool = False) -> None:
        """Set `text`, as every drawing does anew; its glyphs have no changes yet."""
        self.fresh = True
        super().set_text(text, justify)
        if self.wide.search(text.encode()):
            self._set_wide()

    def get_first_line(self) -> tuple[Any, int | None]:
        """The Pango line with the changes in the widths of its glyphs."""
        line, index = super().get_first_line()
        if self.fresh:
            self.fresh = False
            self._change(line)
        return line, index

    def loosened(self, runs: Iterable[Run]) -> list[Run]:
        """The runs of the text, as they were kept without changes, with those of the line."""
        return [run if run.leftward else self._loosened(run) for run in runs]

    def _loosened(self, run: Run) -> Run:
        glyphs = {run.start + place: at for at, place in enumerate(run.places())}
        changed = run.changeable()
        for byte, mils in self.after.items():
            if mils and byte in glyphs:
                changed[NUMBERS * glyphs[byte] + WIDTH] += self._units(mils)
        return run._replace(raw=changed.tobytes())

    def _set_wide(self) -> None:
        """Have dashes and ellipses full width even where there is no Han character with them.

        A piece of punctuation alone has no script, and fonts are local to a language by its script.
        """
        attributes = pango.pango_layout_get_attributes(self.layout)
        if attributes == ffi.NULL:
            attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
        for match in self.wide.finditer(self.text.encode()):
            feature = pango.pango_attr_font_features_new(b"fwid 1")
            feature.start_index, feature.end_index = match.span()
            pango.pango_attr_list_change(attributes, feature)
        pango.pango_layout_set_attributes(self.layout, attributes)

    def _line(self) -> Any:
        return super().get_first_line()[0]

    def _change(self, line: Any) -> None:
        """Put the changes into the glyphs of a fresh `line`, except where it runs leftward."""
        for item, offset, glyphs in _runs(line):
            if item.analysis.level % 2:
                continue
            infos, clusters = _unpacked(glyphs)
            for info, cluster, following in zip_longest(infos, clusters, clusters[1:]):
                if cluster != following:
                    self._widen(info.geometry, offset + cluster)

    def _widen(self, geometry: Any, byte: int) -> None:
        """Change the last glyph of a cluster."""
        if after := self.after.get(byte, 0):
            geometry.width += self._units(after)

    def _units(self, mils: int) -> int:
        """Thousandths of an em in Pango units; WeasyPrint cuts off fractions of a thousandth."""
        return int(mils * self.em / MIL + copysign(1, mils))


def shaped(text: str, style: Any, wide: Pattern[bytes]) -> ComposedLayout:
    """The layout of `text`, measured and without changes; Pango's part comes back for drawing."""
    layout = ComposedLayout(text, style, wide)
    layout.deactivate()
    return layout


def _runs(line: Any) -> Iterator[tuple[Any, int, Any]]:
    """The runs of a Pango line: each item, where its text begins in bytes, its glyph string."""
    run = line.runs
    while run != ffi.NULL:
        yield run.data.item, run.data.item.offset, run.data.glyphs
        run = run.next


def _unpacked(glyphs: Any) -> tuple[Any, list[int]]:
    count = glyphs.num_glyphs
    return glyphs.glyphs[0:count], ffi.unpack(glyphs.log_clusters, count)
