"""How well lines are set: docgen against Typst, xelatex, LibreOffice and stock WeasyPrint.

    python -m bench.setting [--ems 35 24 17 12]

The paragraphs of the sample, plain, measured in the PDF that each program makes of them: in Chinese
in lines of so many characters, in English and French on the measure of the report. Writes
bench/results/setting.tsv and words.tsv.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import fmean

from bench import inputs, paper, peers, results, setters, spaces
from bench.runs import say
from docgen.model import Document, Paragraph
from docgen.render.declarations import letter_spacing
from docgen.render.filters import words
from docgen.walk import find

HAN, LANGUAGES = "zh", {"en": "English", "fr": "French"}
"""What is set by characters, and what by words."""

LEAST = {HAN: 60, "en": 200, "fr": 200}
"""How many characters a paragraph has at least; less than that shows nothing of its lines."""

LOOSE = (0.03, 0.06)
"""From what gap between Han characters on a line is loose, and very loose, in ems."""

HEADING = (
    *("measure", "program", "lines", "prohibited ends", "not flush", "last lines of one character"),
    *("pairs of marks not closed", "loose lines, %", "very loose, %", "widest gap, em"),
    *("change from line to line, em", "lines with a halved mark, %", "most taken from a mark, em"),
)
Counted = Callable[[Sequence[Sequence[paper.Line]]], results.Row]

SPACE = 0.25
"""The width of a space of the font, in ems; what stands between letters is added on both sides."""

HALVED = 0.35
"""From what is taken from a mark on it stands out from those beside it, in ems."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Set the paragraphs by each program, and write the tables."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as folder:
        results.write("setting", HEADING, [*_by_characters(Path(folder), options.ems)])
        results.write("words", spaces.HEADING, [*_by_words(Path(folder))])


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ems", nargs="+", type=float, default=[35, 24, 17, 12])
    return parser.parse_args(arguments)


def _by_characters(folder: Path, measures: Iterable[float]) -> Iterator[results.Row]:
    """The rows of Chinese, at each measure in ems."""
    for ems in measures:
        text = _text(folder / f"{ems:g}", "lines", HAN, ems)
        yield from _rows(f"{ems:g} em", text, partial(figures, ems=ems))


def _by_words(folder: Path) -> Iterator[results.Row]:
    """The rows of the languages that have words."""
    for language, name in LANGUAGES.items():
        text = _text(folder / language, "words", language)
        natural = SPACE + 2 * text.tracking / text.size
        yield from _rows(name, text, partial(spaces.figures, natural=natural))


def _text(folder: Path, kind: str, language: str, ems: float | None = None) -> setters.Text:
    """The paragraphs of the sample in the looks of its style, on its measure or one of `ems`."""
    folder.mkdir()
    made = peers.opened(inputs.ROOT, inputs.SAMPLE, language, folder)
    role, paragraphs = made.sheet.roles["paragraph"], _paragraphs(made.document, LEAST[language])
    measure = ems or (made.sheet.page.measure - role.left - role.right) / role.size
    looks = role.size, role.leading, letter_spacing(role)
    return setters.Text(folder, kind, language, [*paragraphs], measure, *looks, made.sheet.compose)


def _paragraphs(document: Document, least: int) -> Iterator[str]:
    """The words of long paragraphs without an address, which not every program can divide."""
    for paragraph in find(document, Paragraph):
        text = words(paragraph.text)
        if len(text) >= least and "://" not in text:
            yield text


def _rows(title: str, text: setters.Text, counted: Counted) -> Iterator[results.Row]:
    """A row for each program that there is: what it made of the text."""
    lacking = setters.lacking()
    for name, program in setters.PROGRAMS.items():
        if name in lacking:
            say(f"left out: {name}\n")
            continue
        found = paper.pages(program(text), text.size, setters.MARGIN)
        if len(found) != len(text.paragraphs):
            raise SystemExit(f"{name}: {len(found)} pages of {len(text.paragraphs)} paragraphs")
        row = title, name, *counted(found)
        results.tell([row])
        yield row


def figures(paragraphs: Sequence[Sequence[paper.Line]], ems: float) -> results.Row:
    """What `HEADING` names, of lines that are `ems` characters long."""
    lines = [line for paragraph in paragraphs for line in paragraph]
    full = [line for paragraph in paragraphs for line in paragraph[:-1]]
    gaps = [line.stretch for line in full if line.stretch is not None]
    ragged = sum(not line.flush(ems) for line in full)
    alone = sum(len(paragraph) > 1 and paragraph[-1].alone() for paragraph in paragraphs)
    loose = (f"{100 * sum(gap > limit for gap in gaps) / len(gaps):.1f}" for limit in LOOSE)
    return (
        *(f"{len(lines)}", f"{sum(line.prohibited() for line in lines)}", f"{ragged}", f"{alone}"),
        *(f"{sum(line.pairs() for line in lines)}", *loose, f"{max(gaps):.3f}"),
        f"{fmean(_changes(paragraphs)):.4f}",
        f"{100 * sum(line.taken > HALVED for line in lines) / len(lines):.1f}",
        f"{max(line.taken for line in lines):.3f}",
    )


def _changes(paragraphs: Sequence[Sequence[paper.Line]]) -> Iterator[float]:
    """By how much the gaps of neighbouring lines differ."""
    for paragraph in paragraphs:
        for a, b in pairwise(paragraph[:-1]):
            if a.stretch is not None and b.stretch is not None:
                yield abs(a.stretch - b.stretch)


if __name__ == "__main__":
    main()
