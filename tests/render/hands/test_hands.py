"""Whatever stands on pages, two processes make the file that one makes."""

from __future__ import annotations

import os
from random import Random

import pytest
from weasyprint.pdf.stream import Stream

from docgen.render.hands import desk, drawing, known
from docgen.render.hands.drawn import Batch
from tests.render.hands.both import Count, alone, together

WORDS = ["partners", "districts", "reports", "members", "notes", "figures", "local", "plans"]
RUNNING = """
h2 { string-set: part content(); bookmark-level: 1 }
@page { @top-left { content: string(part) }
        @bottom-right { content: counter(page) " of " counter(pages) } }
"""
LABEL = (
    "%3Csvg xmlns=%27http://www.w3.org/2000/svg%27 width=%2760%27 height=%2720%27%3E"
    "%3Ctext y=%279%27%3EWords%3C/text%3E%3C/svg%3E"
)
SQUARE = (
    (
        "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'>"
        "<rect width='9' height='9' fill='red' opacity='0.5'/></svg>"
    )
    .replace("<", "%3C")
    .replace(">", "%3E")
    .replace("'", "%27")
    .replace(" ", "%20")
)
DOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def words(number: int, seed: int = 1) -> str:
    """So many words, the same for a seed."""
    return " ".join(Random(seed).choices(WORDS, k=number))


LONG = "".join(f"<h2 id=h{n}>Part {n}</h2><p>{words(50, n)}</p>" for n in range(6))
NOTES = "".join(
    f"<p>{words(20, n)}<span class=note id=n{n} data-label={n}>See {words(4, n)}.</span></p>"
    for n in range(9)
)
ROWS = "".join(f"<tr><td>{n}</td><td>{words(6, n)}</td></tr>" for n in range(20))
TABLE = f"<table><thead><tr><th>No.</th><th>What</th></tr></thead>{ROWS}</table>"
CONTENTS = "".join(f"<p class=line><a href=#h{n}>Part {n}</a></p>" for n in range(6))
LEADERS = ".line a::after { content: leader('.') target-counter(attr(href), page) }"

CASES = {
    "words": (LONG, ""),
    "words on a page that says how many there are": (LONG, RUNNING),
    "notes": (NOTES, RUNNING),
    "notes below a rule that is a gradient": (
        NOTES,
        "@page { @footnote { background: linear-gradient(navy, navy) 0 0/30pt 1pt no-repeat } }",
    ),
    "a table whose heads repeat": (TABLE, "table { width: 100% }"),
    "tables between words": (f"{LONG}{TABLE}{NOTES}{TABLE}", RUNNING),
    "contents, for which pages are laid out again": (CONTENTS + LONG, LEADERS + RUNNING),
    "contents that move what follows": (
        CONTENTS + LONG,
        LEADERS + ".line a::after { font-size: 40pt }",
    ),
    "links and targets": (CONTENTS + LONG + "<p><a href='https://example.org'>Out</a></p>", ""),
    "boxes with colours and rules": (
        LONG,
        "p { background: #eef; border-left: 2pt solid navy; padding: 3pt; border-radius: 2pt }",
    ),
    "a page with a colour": (LONG, "body { background: #ffe } @page { background: #eff }"),
    "words seen through": (LONG, "h2 { opacity: 0.5 }"),
    "words turned": (LONG, "h2 { transform: rotate(2deg) }"),
    "words that float, and that stand apart": (
        LONG,
        "h2 { float: left } p { position: relative; left: 3pt; z-index: 1 }",
    ),
    "words fixed on all pages": (
        f"{LONG}<div class=f>Draft</div>",
        ".f { position: fixed; top: 0 }",
    ),
    "letters of many sizes": (
        LONG,
        "".join(f"h2:nth-of-type({n}) {{ font-size: {7 + n * 1.3}pt }}" for n in range(1, 7)),
    ),
    "letters of many faces": (LONG, "h2 { font-weight: bold } p { font-style: italic }"),
    "a drawing": (f'{LONG}<p><img alt=A src="data:image/svg+xml,{SQUARE}"></p>{LONG}', RUNNING),
    "a drawing with words": (
        f'{LONG}<p><img alt=A src="data:image/svg+xml,{LABEL}"></p>{LONG}',
        RUNNING,
    ),
    "a drawing behind the heads": (
        LONG,
        f'h2 {{ break-before: page; background: url("data:image/svg+xml,{SQUARE}") }}',
    ),
    "a picture": (f"{LONG}<p><img alt='A' width=20 src='{DOT}'></p>{LONG}", RUNNING),
    "underlines": (LONG, "p { text-decoration: underline }"),
    "justified lines": (LONG, "p { text-align: justify; hyphens: auto }"),
    "spaces of all kinds": (LONG.replace(" ", " <b> </b>\n "), "b { font-size: 5pt }"),
    "a script that runs the other way": ("<p dir=rtl>שלום עולם " * 20 + LONG, "p { color: navy }"),
    "empty pages": (LONG, "h2 { break-before: right }"),
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.replace(" ", "-"))
def test_the_bytes_are_the_same(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    count = Count(monkeypatch)
    assert together(*CASES[case]) == alone(*CASES[case])
    assert count.joined or "fixed" in case


@pytest.mark.parametrize("seed", range(12))
def test_the_bytes_of_random_documents_are_the_same(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = Random(seed)
    bodies = chance.choices([body for body, _ in CASES.values()], k=3)
    style = "".join(chance.sample([style for _, style in CASES.values()], 4))
    monkeypatch.setattr(desk, "FEW", chance.randint(1, 6))
    monkeypatch.setattr(desk, "LEAST", chance.randint(1, 3))
    body = "".join(bodies).replace("id=", "data-id=")
    assert together(body, style) == alone(body, style)


@pytest.mark.parametrize(
    "case", ["a picture", "a drawing with words", "a drawing behind the heads"]
)
def test_what_needs_the_whole_file_or_a_new_font_is_drawn_by_its_process(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = Count(monkeypatch)
    together(*CASES[case])
    assert count.untold
    assert count.joined


def test_most_of_a_document_is_drawn_by_the_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    count, pages = Count(monkeypatch, 3), alone(LONG * 3, RUNNING).count(b"/Type /Page\n")
    together(LONG * 3, RUNNING)
    assert count.joined >= 20, pages


def test_a_short_document_needs_no_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    count = Count(monkeypatch, 5)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("a process was begun"))
    assert together("<p>Words</p>") == alone("<p>Words</p>")
    assert not count.joined


def test_a_long_document_is_drawn_by_one_process_from_some_page_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    count, some = Count(monkeypatch), LONG * 3
    together(some)
    most, count.joined = count.joined, 0
    monkeypatch.setattr(desk, "MOST", 6)
    assert together(some) == alone(some)
    assert 0 < count.joined < most


def test_where_no_process_can_be_begun_one_draws_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> int:
        raise BlockingIOError

    count = Count(monkeypatch)
    monkeypatch.setattr(os, "fork", none)
    assert together(LONG) == alone(LONG)
    assert not count.joined


def test_what_a_process_does_not_finish_is_drawn_by_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    count = Count(monkeypatch)
    monkeypatch.setattr(drawing, "drawn", lambda *args: os._exit(3))
    assert together(LONG) == alone(LONG)
    assert not count.joined


def test_an_error_of_the_other_process_is_none_of_the_document(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*args: object) -> Batch:
        raise RuntimeError

    count = Count(monkeypatch)
    monkeypatch.setattr(drawing, "drawn", fail)
    assert together(LONG) == alone(LONG)
    assert not count.joined


def test_an_error_of_the_drawing_is_raised_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Stream, "show_text", fail)
    with pytest.raises(ZeroDivisionError):
        together(LONG)


def test_characters_without_glyphs_are_logged_as_ever(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    count, body = Count(monkeypatch), LONG + "<p>\U0010fffd</p>" + LONG
    first = alone(body)
    said = [record.getMessage() for record in caplog.records]
    caplog.clear()
    assert together(body) == first
    assert [record.getMessage() for record in caplog.records] == said
    assert said
    assert count.joined


def test_the_weasyprint_that_is_installed_can_be_worked_on() -> None:
    assert known()
