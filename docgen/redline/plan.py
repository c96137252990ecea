"""Blocks of an older and a newer state → which stay, come and go, down to cells of tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from docgen.redline.align import Unit, align
from docgen.redline.atoms import atoms, bare
from docgen.redline.fields import depth
from docgen.redline.words import words
from docgen.redline.xml import Element, canonical, child, inside, is_a, name, said


@dataclass(frozen=True, slots=True)
class Kept:
    """A paragraph that is in both states, changed or not."""

    old: Element
    new: Element


@dataclass(frozen=True, slots=True)
class Gone:
    """A paragraph, table or contents list of the old state alone."""

    old: Element


@dataclass(frozen=True, slots=True)
class Come:
    """A paragraph, table or contents list of the new state alone."""

    new: Element


@dataclass(frozen=True, slots=True)
class RowStep:
    """A row of a table; one that is in both states has the steps of each cell."""

    old: Element | None
    new: Element | None
    cells: tuple[tuple[Step, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that is in both states with the same columns."""

    old: Element
    new: Element
    rows: tuple[RowStep, ...]


@dataclass(frozen=True, slots=True)
class List:
    """A contents list that is in both states."""

    new: Element
    steps: tuple[Step, ...]


Step: TypeAlias = "Kept | Gone | Come | Grid | List"


def plan(old: Iterable[Element], new: Iterable[Element], *, alone: bool = False) -> list[Step]:
    """The steps from the blocks `old` to the blocks `new`, in the order of the file.

    With `alone` a paragraph that is the only one of both is the same one, whatever its words.
    """
    before, after = list(old), list(new)
    if alone and len(before) == len(after) == 1 and all(map(_is_paragraph, before + after)):
        return [Kept(before[0], after[0])]
    pairs = align([_unit(block) for block in before], [_unit(block) for block in after])
    steps = [
        _step(
            None if one is None else before[one],
            None if other is None else after[other],
        )
        for one, other in pairs
    ]
    return list(_apart(steps))


def kept(steps: Iterable[Step]) -> Iterator[Kept]:
    """Every paragraph that is in both states, at any depth."""
    for step in steps:
        match step:
            case Kept():
                yield step
            case List(steps=inner):
                yield from kept(inner)
            case Grid(rows=rows):
                for row in rows:
                    for cell in row.cells:
                        yield from kept(cell)


def plain(paragraph: Element) -> str:
    """The words of a paragraph by which it is known again; fields stand for what they ask."""
    return bare(atoms(paragraph, _known))


# ---- units -------------------------------------------------------------------------------------


def _unit(block: Element) -> Unit:
    if is_a(block, "p"):
        text = plain(block)
        style = said(block, "pPr", "pStyle")
        return Unit(_kind(block), text, _bag(text), _name(block), style)
    text = "\n".join(plain(inner) for inner in block.iter(name("p")))
    return Unit(str(block.tag), text, _bag(text), "contents" if is_a(block, "sdt") else "")


def _kind(paragraph: Element) -> str:
    """Paragraphs that end a section, or begin or end a field, are of kinds of their own."""
    ends = child(paragraph, "pPr", "sectPr") is not None
    whole = "contents" if _opens(paragraph) == 0 and _has_list(paragraph) else ""
    return f"p {ends} {_opens(paragraph)} {whole}"


def _opens(paragraph: Element) -> int:
    return sum(map(depth, paragraph))


def _has_list(paragraph: Element) -> bool:
    """Whether a whole contents list, of one entry, is in a paragraph."""
    codes = (code.text or "" for code in paragraph.iter(name("instrText")))
    return any(code.split()[:1] == ["TOC"] for code in codes)


def _name(paragraph: Element) -> str:
    """The first bookmark of a paragraph; those of notes are no names of what holds them."""
    first = child(paragraph, "bookmarkStart")
    return "" if first is None else first.get(name("name"), "")


@cache
def _bag(text: str) -> Counter[str]:
    pieces = words(text)
    return Counter(piece for piece in pieces if piece[0].isalnum()) or Counter(
        piece for piece in pieces if not piece.isspace()
    )


def _known(kind: str, element: Element) -> Hashable:
    if kind == "field":
        return "".join(code.text or "" for code in element.iter(name("instrText")))
    return kind


def _is_paragraph(block: Element) -> bool:
    return is_a(block, "p")


# ---- steps -------------------------------------------------------------------------------------


def _step(old: Element | None, new: Element | None) -> Step:
    if old is None or new is None:
        assert old is not None or new is not None
        return Gone(old) if old is not None else Come(new)  # type: ignore[arg-type]
    if is_a(new, "p"):
        return Kept(old, new)
    if is_a(new, "tbl"):
        return Grid(old, new, _rows(old, new))
    blocks = [list(inside(block, "sdtContent")) for block in (old, new)]
    return List(new, tuple(plan(*blocks)))


def _apart(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps, in which no table that comes follows directly on one that goes.

    Word would join the two; so the line after them goes and comes as well.
    """
    gone: list[Step] = []
    come: list[Step] = []
    for step in (part for whole in steps for part in _replaced(whole)):
        if isinstance(step, Gone):
            gone.append(step)
        elif isinstance(step, Come):
            come.append(step)
        elif isinstance(step, Kept) and _touch(gone, come):
            gone.append(Gone(step.old))
            come.append(Come(step.new))
        else:
            yield from (*gone, *come, step)
            gone, come = [], []
    yield from (*gone, *come)


def _replaced(step: Step) -> Iterator[Step]:
    """A table whose columns changed as one that goes and one that comes."""
    if isinstance(step, Grid) and _columns(step.old) != _columns(step.new):
        yield from (Gone(step.old), Come(step.new))
    else:
        yield step


def _touch(gone: Sequence[Step], come: Sequence[Step]) -> bool:
    match gone[-1:], come[:1]:
        case [Gone(old=old)], [Come(new=new)]:
            return is_a(old, "tbl") and is_a(new, "tbl")
    return False


def _columns(table: Element) -> int:
    return len(inside(table, "tblGrid"))


# ---- rows --------------------------------------------------------------------------------------


def _rows(old: Element, new: Element) -> tuple[RowStep, ...]:
    before, after = old.findall(name("tr")), new.findall(name("tr"))
    pairs = align([_row_unit(row) for row in before], [_row_unit(row) for row in after])
    return tuple(
        RowStep(before[one], after[other], _cells(before[one], after[other]))
        if one is not None and other is not None
        else RowStep(None if one is None else before[one], None if other is None else after[other])
        for one, other in pairs
    )


def _cells(old: Element, new: Element) -> tuple[tuple[Step, ...], ...]:
    cells = zip(old.findall(name("tc")), new.findall(name("tc")), strict=True)
    return tuple(tuple(plan(_blocks(one), _blocks(other), alone=True)) for one, other in cells)


def _blocks(cell: Element) -> list[Element]:
    return [block for block in cell if not is_a(block, "tcPr")]


def _row_unit(row: Element) -> Unit:
    """A row by the shape of its cells, its words, and those of its first cell."""
    cells = row.findall(name("tc"))
    shape = [
        canonical(child(cell, "tcPr", tag)) for cell in cells for tag in ("gridSpan", "vMerge")
    ]
    texts = ["\n".join(plain(line) for line in cell.iter(name("p"))) for cell in cells]
    text = "\t".join(texts)
    return Unit(f"tr {shape}", text, _bag(text), style=texts[0])
