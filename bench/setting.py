"""How well lines are set: docgen against Typst, xeCJK, LibreOffice and stock WeasyPrint.

    python -m bench.setting [--ems 35 24 17 12]

The paragraphs of the sample in Chinese, plain, in lines of so many characters; measured in the PDF
that each program makes of them. Writes bench/results/setting.tsv.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import fmean

from bench import inputs, paper, peers, results, setters
from bench.runs import say
from docgen.model import Document, Paragraph
from docgen.render.filters import words
from docgen.walk import find

LANGUAGE = "zh"
LEAST = 60
"""How many characters a paragraph has at least; less than that shows nothing of its lines."""

LOOSE = (0.03, 0.06)
"""From what gap between Han characters on a line is loose, and very loose, in ems."""

HEADING = (
    *("measure", "program", "lines", "prohibited ends", "not flush", "last lines of one character"),
    *("pairs of marks not closed", "loose lines, %", "very loose, %", "widest gap, em"),
    *("change from line to line, em", "lines with a halved mark, %", "most taken from a mark, em"),
)
HALVED = 0.35
"""From what is taken from a mark on it stands out from those beside it, in ems."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Set the paragraphs at each measure by each program, and write the table."""
    options = _options(arguments)
    lacking = setters.lacking()
    rows: list[results.Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for ems in options.ems:
            text = _text(Path(folder), ems)
            for name in setters.PROGRAMS:
                if name in lacking:
                    say(f"left out: {name}\n")
                    continue
                rows.append(_row(name, text))
                results.tell(rows[-1:])
    results.write("setting", HEADING, rows)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ems", nargs="+", type=float, default=[35, 24, 17, 12])
    return parser.parse_args(arguments)


def _text(folder: Path, ems: float) -> setters.Text:
    """The paragraphs of the sample in the looks of its style."""
    place = folder / f"{ems:g}"
    place.mkdir()
    made = peers.opened(inputs.ROOT, inputs.SAMPLE, LANGUAGE, place)
    role = made.sheet.roles["paragraph"]
    paragraphs = [*_paragraphs(made.document)]
    return setters.Text(place, paragraphs, ems, role.size, role.leading, made.sheet.compose)


def _paragraphs(document: Document) -> Iterator[str]:
    """The words of long paragraphs without an address, which not every program can divide."""
    for paragraph in find(document, Paragraph):
        text = words(paragraph.text)
        if len(text) >= LEAST and "://" not in text:
            yield text


def _row(name: str, text: setters.Text) -> results.Row:
    """A row of the table: what one program made of the text."""
    found = paper.pages(setters.PROGRAMS[name](text), text.size, setters.MARGIN)
    if len(found) != len(text.paragraphs):
        raise SystemExit(f"{name}: {len(found)} pages of {len(text.paragraphs)} paragraphs")
    return f"{text.ems:g} em", name, *figures(found, text.ems)


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
