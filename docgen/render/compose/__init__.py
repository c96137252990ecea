"""Lines composed as print wants them in scripts without word spaces; notes kept to their pages.

WeasyPrint breaks Chinese lines well enough, but can neither justify them nor narrow their marks.
This package is the one place that knows how WeasyPrint lays out lines and notes: it replaces names
of WeasyPrint while it is at work (`hooks`), for the one version it was written for (`version`), and
takes part only in text of the languages that a `[compose]` table names. All else is laid out as
ever, byte for byte, except for faults of WeasyPrint that are mended in any language (`footnotes`,
`rtl`), for notes that have to be divided (`divided`), and for titles and justified lines whose
language says how far spaces may be narrowed (`filled`).

    facts, classes        what the characters are
    opportunities         where a line may break
    widths, passage       what their widths change by; the sums lines are found by
    breaker               which break is best for a line
    ways                  the lines of a paragraph that cost least together
    course, fit, ragged   which they can be, and their cost: of Han characters, words, titles
    justify               how a line is filled
    ---- above: on strings and numbers alone; below: on WeasyPrint's boxes ----
    glyphs, tree, looks   Pango's glyph strings; the boxes of a line; what is asked of styles
    flow, composer        a paragraph as passages; the pieces cut out of them for a line
    lines, work           the line that is being filled; all that is at work
    spread, preferred     the finished line; what shrinks to fit
    footnotes, rtl        faults mended
    divided, turns        notes that go on at the next page; pages made to hold their lines
    kept                  notes laid out once
    apart, shaped         letters that spaces move; texts shaped once
    words                 lines of words found sooner
    paragraph, filled     what each line of words should hold; its room and its spaces
    straight              lines that are all of one text
    answers               what WeasyPrint is told where lines are composed
    hooks, version        the names replaced; whether they are there
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from docgen.render.compose.facts import composition
from docgen.render.compose.version import check
from docgen.render.engine import Status

__all__ = ["installed"]


@contextmanager
def installed(facts: Mapping[str, Any]) -> Iterator[Status]:
    """Compose what WeasyPrint lays out within the block, by the `[compose]` table `facts`.

    The status says whether that is so. It is not with another WeasyPrint than the one version this
    package was written for: then nothing is touched, pages come out with ragged lines, and the
    status has what there is to report. The names replaced are WeasyPrint's own, for the whole
    process; but only what the thread in the block lays out is composed. Blocks may be nested and
    stand in several threads. A document laid out in the block may be written outside of it.
    """
    status = check()
    if not status.installed:
        yield status
        return
    from docgen.render.compose.composer import Composer
    from docgen.render.compose.hooks import composing

    rules, word_squeeze = composition(facts)
    with composing(Composer(rules) if rules else None, word_squeeze):
        yield status
