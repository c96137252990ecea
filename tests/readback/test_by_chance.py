"""Words changed anywhere by chance: what is taken over is what was changed, the rest is told."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from docgen.readback import back
from docgen.readback.judge import Finding
from docgen.report import Report
from tests.readback import sample
from tests.readback.editing import Edited, Element, W, text
from tests.readback.sample import CHINESE, ENGLISH

WORD = re.compile(r"[A-Za-z]{3,}|[\u4e00-\u9fff]{2}")
NEW = st.sampled_from(
    ["grain", "水稻", "A/75/982", "a*b", "[x]", "x_y_z", "<b>", "`", "1 000", "(c)", "|", "{#p}"]
)
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without shrinking: an example takes a second."""


def pieces(edited: Edited) -> list[Element]:
    """The pieces of text with words in the body, in paragraphs with words, and in the notes."""
    roots = (edited.body, edited.notes)
    return [one for root in roots for one in root.iter(f"{W}t") if WORD.search(one.text or "")]


edits = st.lists(st.tuples(st.integers(0, 999), st.integers(0, 99), NEW), min_size=1, max_size=6)


def type_words(edited: Edited, typed: list[tuple[int, int, str]]) -> None:
    found = pieces(edited)
    for where, which, new in typed:
        piece = found[where % len(found)]
        words = list(WORD.finditer(piece.text))
        if words:
            word = words[which % len(words)]
            piece.text = piece.text[: word.start()] + new + piece.text[word.end() :]


def told(findings: list[Finding]) -> list[tuple[str, str, str]]:
    """Findings that are left, without their numbers."""
    return [
        (f.difference.verb, "".join(x.text for x in f.difference.old), new)
        for f in findings
        for new in ["".join(x.text for x in f.difference.new)]
        if f.counts
    ]


def check(language: str, typed: list[tuple[int, int, str]]) -> None:
    with TemporaryDirectory() as folder:
        came = sample.sent(Path(folder), language, lambda edited: type_words(edited, typed))
        source = back.source_of(came.project, came.file, "", "")
        outcome = back.take(source, back.look(source, Report()))
        left = [finding for finding in outcome.findings if not finding.taken]
        assert all(finding.reason for finding in left)
        again = back.look(replace(source, record=None), Report())
        assert told(list(again.findings)) == told(left)


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
@given(typed=edits)
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
def test_what_is_taken_over_is_what_was_typed(
    language: str, typed: list[tuple[int, int, str]]
) -> None:
    check(language, typed)


@pytest.mark.slow
@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
@given(typed=edits)
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
def test_what_is_taken_over_is_what_was_typed_many_times(
    language: str, typed: list[tuple[int, int, str]]
) -> None:
    check(language, typed)


def test_the_report_has_many_pieces_to_type_in() -> None:
    found = pieces(Edited(sample.original(ENGLISH)))
    assert len(found) > 30
    assert any(text(one.getparent()) for one in found)
