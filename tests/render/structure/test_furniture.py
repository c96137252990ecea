"""What stands on pages and is no part of the document."""

from __future__ import annotations

import pytest

from tests.render.structure.printed import PAGE, shape, tagged, words

RUNNING = "@page { @top-left { content: 'Head' } @bottom-left { content: 'Foot' } }"


def streams(style: str, body: str) -> list[bytes]:
    return [page.obj.Contents.read_bytes() for page in tagged(body, style).pdf.pages]


def test_running_heads_and_feet_are_no_text_of_the_document() -> None:
    file = tagged("<p>Words</p>", RUNNING)
    assert shape(file.roots[0]) == "Document(P(*))"
    assert words(file, file.roots[0]) == "Words"
    (stream,) = streams(RUNNING, "<p>Words</p>")
    assert stream.count(b"/Subtype /Header") == 1
    assert stream.count(b"/Subtype /Footer") == 1


@pytest.mark.parametrize(
    "body", ['<p aria-hidden="true">W</p>', '<p><b aria-hidden="true">W</b></p>']
)
def test_what_the_page_hides_from_readers_is_no_text_of_the_document(body: str) -> None:
    assert shape(tagged(body).roots[0]) == "Document"


def test_rules_and_spaces_are_painted_without_being_content() -> None:
    file = tagged("<hr><p>A <b>B</b> <i>C</i></p>", "hr { border-top: 1pt solid }")
    assert shape(file.roots[0]) == "Document(P(* * *))"
    assert [page.loose for page in file.pages] == [0]


def test_nothing_changes_in_what_is_drawn() -> None:
    assert "margin: 20pt" in PAGE
    (stream,) = streams(RUNNING, "<p>Words</p>")
    assert stream.count(b"TJ") == 3
