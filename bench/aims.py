"""What the project has set itself, beside the figures in bench/results/."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from bench import peers, results

FIRST, EDITED = results.HEADING[-2:]
LONG = "x64"


@dataclass(frozen=True)
class Aim:
    """A figure with nothing `kept` from before, and with it: at most `limit`, or at least."""

    work: str
    limit: float
    new: float | None
    kept: float | None = None
    unit: str = ""
    least: bool = False

    @property
    def asked(self) -> str:
        """The limit in words."""
        return f"{'≥' if self.least else '≤'} {self.limit:.2f}{self.unit}"

    def told(self, found: float | None) -> str:
        """A figure, bold where it misses the limit."""
        if found is None:
            return ""
        missed = found < self.limit if self.least else found > self.limit
        words = f"{found:.2f}{self.unit}"
        return f"**{words}**" if missed else words


def aims() -> Iterator[Aim]:
    """Everything that there is a figure of."""
    found = (*_pdf(), *_docx(), *_waiting(), *_many(), *_growth())
    return (aim for aim in found if aim.new is not None or aim.kept is not None)


def _pdf() -> Iterator[Aim]:
    limits = ((peers.TYPST, 3.5), (peers.OFFICE, 0.8), (peers.LATEX, 0.4))
    for language, name in (("zh", "Chinese"), ("en", "English")):
        for peer, limit in limits:
            work = f"PDF of 13 pages in {name} ÷ {peer}"
            yield _compared(work, limit, f"pdf-{language}", "x1", peer)


def _docx() -> Iterator[Aim]:
    for language, name in (("zh", "Chinese"), ("en", "English")):
        for text, pages, limit in (("x1", 13, 1.5), (LONG, 800, 0.5)):
            work = f"DOCX of {pages} pages in {name} ÷ pandoc"
            yield _compared(work, limit, f"docx-{language}", text, peers.PANDOC)


def _compared(work: str, limit: float, table: str, text: str, peer: str) -> Aim:
    row = _row(table, text=text, program=peer)
    return Aim(work, limit, _figure(row, FIRST), _figure(row, EDITED))


def _waiting() -> Iterator[Aim]:
    for row in results.read("watch"):
        limit = next(most for word, most in _PATIENCE if word in row["work"])
        work = f"{row['work']}, {row['language']}"
        yield Aim(work, limit, None, float(row["seconds"]), " s")


_PATIENCE = (("nothing", 0.2), ("HTML", 0.5), ("PDF", 1.0))
"""The seconds that a writer waits, by a word of the work."""


def _many() -> Iterator[Aim]:
    for row in results.read("many"):
        if row["ratio"]:
            least = row["of"].startswith("1")
            work = f"{row['files']} files, {row['work']}: {row['of']}"
            yield Aim(work, 1.8 if least else 3.0, float(row["ratio"]), least=least)


def _growth() -> Iterator[Aim]:
    """How time and memory grow from 13 pages to 830."""
    for language, name in (("zh", "Chinese"), ("en", "English")):
        short, own, other = (
            _row(f"pdf-{language}", text=text, program=program)
            for text, program in (("x1", "docgen"), (LONG, "docgen"), (LONG, peers.TYPST))
        )
        if short and own and other:
            pages, seconds = (float(own[one]) / float(short[one]) for one in ("pages", "seconds"))
            growth = math.log(seconds) / math.log(pages)
            yield Aim(f"growth of time from 13 to {own['pages']} pages in {name}", 1.1, growth)
            memory = float(own["MB"]) / float(other["MB"])
            yield Aim(f"memory for {own['pages']} pages in {name} ÷ Typst", 1.0, memory)


def _row(table: str, **wanted: str) -> dict[str, str]:
    rows = results.read(table)
    return next((row for row in rows if wanted.items() <= row.items()), {})


def _figure(row: dict[str, str], column: str) -> float | None:
    return float(row[column]) if row.get(column) else None
