"""Steps → paragraphs and tables with tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace

from docgen.redline.atoms import atoms
from docgen.redline.changes import changes
from docgen.redline.inline import Inline
from docgen.redline.pen import GONE, Kind, properties_of
from docgen.redline.plan import Come, Gone, Grid, Kept, List, RowStep, Step
from docgen.redline.summary import Log
from docgen.redline.xml import Element, canonical, child, inside, is_a, name, said, w


@dataclass(frozen=True, slots=True)
class Blocks:
    """Sets the steps of one story; `moves` are the names of moves by the paragraphs moved."""

    inline: Inline
    moves: Mapping[Element, str]
    log: Log

    def steps(self, steps: Iterable[Step]) -> Iterator[Element]:
        """The elements of steps in order."""
        for step in steps:
            match step:
                case Kept():
                    yield self._kept(step)
                case Gone(old=old):
                    yield from self._one_sided(old, "moveFrom" if old in self.moves else "del")
                case Come(new=new):
                    yield from self._one_sided(new, "moveTo" if new in self.moves else "ins")
                case Grid():
                    yield self._grid(step)
                case List(new=new, steps=inner):
                    yield _refilled(new, "sdtContent", self._generated().steps(inner))

    def _generated(self) -> Blocks:
        """The same for text that nobody writes: its changes follow from others."""
        inline = replace(self.inline, pen=self.inline.counter)
        return replace(self._unlisted(), inline=inline)

    def _unlisted(self) -> Blocks:
        """The same for what is part of something that is listed."""
        return replace(self, log=Log({}, {}))

    # ---- paragraphs that stay

    def _kept(self, step: Kept) -> Element:
        carry = self.inline.carry
        passages = changes(atoms(step.old, carry.known_old), atoms(step.new, carry.known_new))
        content = [made for one in passages for made in self.inline.passage(one)]
        properties = child(step.new, "pPr")
        made = w("p", None if properties is None else deepcopy(properties), content)
        self._properties(step.old, made)
        if not all(passage.same for passage in passages):
            self.log.changed(step.old, step.new)
        return made

    def _properties(self, old: Element, made: Element) -> None:
        """Track another style or list; what follows from the style is not tracked."""
        section = child(made, "pPr", "sectPr")
        if section is not None:
            track_section(self.inline, section, child(old, "pPr", "sectPr"))
        was, own = self._old_properties(old), child(made, "pPr")
        if _kind_of(was) != _kind_of(own):
            self.inline.pen.was("pPr", properties_of(made), was)

    def _old_properties(self, old: Element) -> Element | None:
        """The properties of a paragraph of the old state without those of a section."""
        made = _copy(child(old, "pPr"))
        section = child(made, "sectPr")
        if made is not None and section is not None:
            made.remove(section)
        return None if made is None else self.inline.carry.element(made)

    # ---- blocks of one state

    def _one_sided(self, block: Element, kind: Kind) -> Iterator[Element]:
        if is_a(block, "p"):
            self.log.one_sided(block, kind)
            yield from self._paragraph(block, kind)
        elif is_a(block, "tbl"):
            self.log.one_sided(block, kind)
            yield self._unlisted()._table(block, kind)
        elif kind in GONE:
            for inner in inside(block, "sdtContent"):
                yield from self._one_sided(inner, kind)
        else:
            content = inside(block, "sdtContent")
            made = [part for inner in content for part in self._one_sided(inner, kind)]
            yield _refilled(block, "sdtContent", made)

    def _paragraph(self, block: Element, kind: Kind) -> Iterator[Element]:
        carry, pen = self.inline.carry, self.inline.pen
        gone = kind in GONE
        pieces = atoms(block, carry.known_old if gone else carry.known_new)
        before = child(block, "pPr")
        properties = None if before is None else carry.element(before) if gone else deepcopy(before)
        made = w("p", properties, self.inline.marked(pieces, kind, whole=True))
        pen.mark_end(made, kind)
        moved = self.moves.get(block)
        if moved is None:
            yield made
            return
        start = pen.mark(f"{kind}RangeStart", name=moved)
        made.insert(1, start)
        yield made
        yield w(f"{kind}RangeEnd", id=start.get(name("id")))

    def _table(self, table: Element, kind: Kind) -> Element:
        rows = [self._row(row, kind) for row in table.findall(name("tr"))]
        made = w("tbl", [deepcopy(part) for part in table if not is_a(part, "tr")], rows)
        return made

    # ---- tables that stay

    def _grid(self, step: Grid) -> Element:
        rows = [self._row_step(row) for row in step.rows]
        return w("tbl", [deepcopy(part) for part in step.new if not is_a(part, "tr")], rows)

    def _row_step(self, step: RowStep) -> Element:
        if step.new is None:
            assert step.old is not None
            return self._listed_row(step.old, "del")
        if step.old is None:
            return self._listed_row(step.new, "ins")
        own = self._unlisted() if all(len(steps) == 1 for steps in step.cells) else self
        cells = zip(step.new.findall(name("tc")), step.cells, strict=True)
        made = [w("tc", _copy(child(cell, "tcPr")), own.steps(steps)) for cell, steps in cells]
        if own is not self and own.log.found:
            self.log.changed(step.old, step.new)
        return w("tr", _copy(child(step.new, "trPr")), made)

    def _listed_row(self, row: Element, kind: Kind) -> Element:
        self.log.one_sided(row, kind)
        return self._unlisted()._row(row, kind)

    def _row(self, row: Element, kind: Kind) -> Element:
        """A row of one state with everything in it."""
        cells = [self._cell(cell, kind) for cell in row.findall(name("tc"))]
        made = w("tr", _copy(child(row, "trPr")), cells)
        self.inline.pen.mark_row(made, kind)
        return made

    def _cell(self, cell: Element, kind: Kind) -> Element:
        blocks = (block for block in cell if not is_a(block, "tcPr"))
        content = [made for block in blocks for made in self._one_sided(block, kind)]
        return w("tc", _copy(child(cell, "tcPr")), content)


def track_section(inline: Inline, new: Element, old: Element | None) -> None:
    """Track other margins, size or columns of a section; heads and feet have their own changes."""
    references = ("headerReference", "footerReference")
    if old is not None and _without(new, *references) != _without(old, *references):
        inline.pen.was("sectPr", new, old, *references)


def _without(element: Element, *dropped: str) -> str:
    names = {name(tag) for tag in dropped}
    return "".join(canonical(part) for part in element if part.tag not in names)


def _kind_of(properties: Element | None) -> tuple[str, str]:
    return said(properties, "pStyle"), canonical(child(properties, "numPr"))


def _copy(element: Element | None) -> Element | None:
    return None if element is None else deepcopy(element)


def _refilled(element: Element, tag: str, content: Iterable[Element]) -> Element:
    """A copy of `element` with other `content` in the child called `tag`."""
    made = deepcopy(element)
    held = child(made, tag)
    assert held is not None
    held[:] = list(content)
    return made
