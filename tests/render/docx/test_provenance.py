"""What a Word file says of its content, made beside the text of a long one."""

from __future__ import annotations

import os

import pytest

from docgen import twofold
from docgen.render import docx
from docgen.render.docx import dots, pages, provenance
from tests.render import sample


@pytest.mark.parametrize("tag", sample.LANGUAGES)
def test_another_process_makes_the_same_of_a_long_document(
    tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, sheet = sample.report(tag), sample.sheet(tag)
    expected, content, here = docx.write(document, sheet), provenance.content, os.getpid()
    made: list[int] = []

    def noted(*given: object) -> object:
        made.append(os.getpid())
        return content(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(provenance, "content", noted)
    monkeypatch.setattr(twofold, "LONG", 0)
    monkeypatch.setattr(pages, "possible", lambda: False)
    monkeypatch.setattr(dots, "possible", lambda: True)
    assert docx.write(document, sheet) == expected
    assert here not in made
    monkeypatch.setattr(dots, "possible", lambda: False)
    assert docx.write(document, sheet) == expected
    assert made == [here]
