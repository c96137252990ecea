"""Time per question of a translation memory, with one word of a known text changed.

    python -m bench.memory [--segments 20000] [--questions 300]

The texts have the words of the sample in English and in Chinese, as often as it has them, and 139
characters on average in English. Processor time of one process, which other work on the machine
changes little; the memory is read before, and the first question, which makes the index, is told
apart. The table goes to bench/results/memory.tsv.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random
from time import process_time

from bench.results import write
from bench.runs import say
from docgen import pipeline
from docgen.memory import Match, Memory, Segment
from docgen.model import Prose
from docgen.project import Project
from docgen.report import Report
from docgen.units import plain
from docgen.walk import find

ROOT = Path(__file__).parents[1]
SAMPLE = "local-partnerships"
LEAST = 65
LENGTHS = {"en": 139, "zh": 45}
"""How long a text is on average, in characters."""

HEADING = (
    "language",
    "compared by",
    "segments",
    "index s",
    "mean ms",
    "p95 ms",
    "worst ms",
    "found",
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Ask memories of both languages, with rapidfuzz and with difflib, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=20_000)
    parser.add_argument("--questions", type=int, default=300)
    options = parser.parse_args(arguments)
    rows = [
        measured(language, quick, options.segments, options.questions)
        for language in LENGTHS
        for quick in (True, False)
    ]
    say(write("memory", HEADING, rows).read_text("utf-8"))


def measured(language: str, quick: bool, segments: int, questions: int) -> tuple[str, ...]:
    """A row of the table."""
    chance = Random(7)
    known = words(language)
    texts = [made(known, language, chance) for _ in range(segments)]
    held = [Segment(text, "", "bench", str(number)) for number, text in enumerate(texts)]
    memory = Memory(held, spaces=language == "en", quick=quick)
    index = timed(lambda: memory.find("", "anything at all", LEAST))[0]
    asked = [chance.randrange(segments) for _ in range(questions)]
    altered = [changed(texts[one], known, chance) for one in asked]
    answers = [timed(partial(memory.find, "", text, LEAST)) for text in altered]
    times = sorted(1000 * seconds for seconds, _ in answers)
    right = sum(
        match is not None and match.segment.id == str(one)
        for one, (_, match) in zip(asked, answers, strict=True)
    )
    return (
        *(language, "rapidfuzz" if quick else "difflib", str(segments), f"{index:.2f}"),
        *(f"{sum(times) / len(times):.2f}", f"{times[int(0.95 * len(times))]:.2f}"),
        *(f"{times[-1]:.2f}", f"{right} of {questions}"),
    )


def timed(question: Callable[[], Match | None]) -> tuple[float, Match | None]:
    """The seconds of the processor that a question takes, and its answer."""
    started = process_time()
    answer = question()
    return process_time() - started, answer


def words(language: str) -> Sequence[str]:
    """The words of the sample, each as often as it stands there; single signs of Chinese."""
    document, _ = pipeline.prepare(Project(ROOT), SAMPLE, language, final=False, report=Report())
    texts = " ".join(plain(prose) for prose in find(document, Prose))
    return re.findall(r"[\w'’-]+" if language == "en" else r"[\u4e00-\u9fff，。]|\w+", texts)


def made(known: Sequence[str], language: str, chance: Random) -> str:
    """A text of these words."""
    joint, length = " " if language == "en" else "", chance.gauss(LENGTHS[language], 20)
    text = chance.choice(known)
    while len(text) < length:
        text += joint + chance.choice(known)
    return text


def changed(text: str, known: Sequence[str], chance: Random) -> str:
    """The text with another word, or sign, in the place of one."""
    parts = text.split(" ") if " " in text else list(text)
    parts[chance.randrange(len(parts))] = chance.choice(known)
    return (" " if " " in text else "").join(parts)


if __name__ == "__main__":
    main()
