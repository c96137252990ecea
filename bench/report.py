"""The tables of bench/results/ → the pages of docs/ that have markers for them.

    python -m bench.report

A marker `<!-- figures: NAME -->` and the next `<!-- end -->` hold the table NAME; what stands
between them is replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bench import aims, results

DOCS = Path(__file__).parents[1] / "docs"
PAGES = (DOCS / "performance.md", DOCS / "composition.md")
PLACE = re.compile(r"(<!-- figures: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
HEADINGS = {"spread": "fastest–slowest", "MB": "most memory, MB", "a file": "seconds a file"}
NOTHING = "Not measured yet.\n"


def main() -> None:
    """Put every table into its place."""
    for page in PAGES:
        page.write_text(filled(page.read_text("utf-8")), "utf-8")


def filled(text: str) -> str:
    """`text` with the tables between its markers as they are now."""
    return PLACE.sub(lambda place: f"{place[1]}\n{figures(place[2])}\n{place[3]}", text)


def figures(name: str) -> str:
    """A table in Markdown, or words that say that there is none."""
    rows = list(_aims()) if name == "aims" else list(_rows(name))
    return "".join(f"{line}\n" for line in _lines(rows)) if len(rows) > 1 else NOTHING


def _aims() -> Iterator[Sequence[str]]:
    yield "work", "asked", "nothing kept", "with what is kept"
    for aim in aims.aims():
        yield aim.work, aim.asked, aim.told(aim.new), aim.told(aim.kept)


def _rows(name: str) -> Iterator[Sequence[str]]:
    rows = results.read(name)
    used = [key for key in (rows[0] if rows else ()) if any(row[key] for row in rows)]
    yield [HEADINGS.get(key, key) for key in used]
    for row in rows:
        yield [_length(row[key]) for key in used]


def _length(text: str) -> str:
    """×4 for x4, other words as they are."""
    return re.sub(r"^x(?=\d+$)", "×", text)


def _lines(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    heading, *body = rows
    yield f"| {' | '.join(heading)} |"
    yield "|" + "".join(
        "---:|" if _is_number(column) else "---|" for column in zip(*body, strict=True)
    )
    for row in body:
        yield f"| {' | '.join(row)} |"


def _is_number(column: Sequence[str]) -> bool:
    return all(re.fullmatch(r"[\d.,–\s*s]*", words) for words in column) and any(column)


if __name__ == "__main__":
    main()
