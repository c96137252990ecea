"""What a writer waits for: a paragraph is saved while `docgen preview` runs; nothing has changed.

    python -m bench.watch [--lang zh en] [--rounds 9]

The seconds go from the moment the file is saved to the moment the page has the new text, as a
browser gets it: it waits for the signal that something was saved, then asks for the page. Whether
the text is there is looked up in each answer. Writes bench/results/watch.tsv.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count, islice
from pathlib import Path
from time import perf_counter

from bench import inputs, results
from bench.preview import Browser, preview
from bench.runs import Cost, Work, alternate

Words = Callable[[bytes], str]
HEADING = ("work", "language", "seconds", "spread")
NAME = "local-partnerships-x1"
FIRST = 71_001
"""The number that the edited paragraph begins with at first, and that stands nowhere else."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each language, then write the table."""
    options = _options(arguments)
    rows = [row for language in options.lang for row in _shown(language, options.rounds)]
    rows.append(_unchanged(options.rounds))
    results.write("watch", HEADING, rows)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", nargs="+", default=inputs.LANGUAGES)
    parser.add_argument("--rounds", type=int, default=9)
    return parser.parse_args(arguments)


# ---- one paragraph edited while watching -------------------------------------------------------


def _shown(language: str, rounds: int) -> Iterator[results.Row]:
    numbers = count(FIRST)
    with _project() as root, preview(root) as browser:
        for kind, part in (("HTML", "page"), ("PDF", "pdf")):
            place = f"/{NAME}/{language}/{part}"
            words = _letters_of_html if part == "page" else _letters_of_pdf
            given = islice(numbers, rounds + 1)
            _, *times = [_wait(root, language, browser, place, one, words) for one in given]
            cost = Cost(tuple(times), 0)
            row = (f"one paragraph edited, {kind} shown", language, *_seconds(cost))
            results.tell([row])
            yield row


@contextmanager
def _project() -> Iterator[Path]:
    """A project with the sample as its only document."""
    with tempfile.TemporaryDirectory() as folder:
        root = inputs.project(Path(folder) / "project")
        inputs.long(root, 1)
        yield root


def _wait(
    root: Path, language: str, browser: Browser, place: str, number: int, words: Words
) -> float:
    """Let the paragraph begin with `number` → seconds until that is shown."""
    browser.get(place)
    started = perf_counter()
    inputs.edit(root, NAME, language, number)
    browser.saved()
    shown = browser.get(place)
    seconds = perf_counter() - started
    if str(number) not in words(shown):
        raise SystemExit(f"{place} has not what was saved")
    return seconds


def _letters_of_html(data: bytes) -> str:
    return data.decode()


def _letters_of_pdf(data: bytes) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as file:
        return "".join(page.get_textpage().get_text_bounded() for page in file)


# ---- nothing changed ---------------------------------------------------------------------------


def _unchanged(rounds: int) -> results.Row:
    """The whole command, for two languages and two formats that are there already."""
    with _project() as root:
        languages = ",".join(inputs.LANGUAGES)
        work = Work(inputs.docgen(root, "build", f"--lang={languages}"))
        cost = alternate({"docgen": work}, rounds)["docgen"]
    row = ("nothing changed, 4 files", languages, *_seconds(cost))
    results.tell([row])
    return row


def _seconds(cost: Cost) -> tuple[str, str]:
    return f"{cost.median:.3f}", cost.spread


if __name__ == "__main__":
    main()
