"""What a Word file says of its content, made beside the text of a long one."""

from __future__ import annotations

import os

import pytest

from docgen import length
from docgen.render import docx
from docgen.render.docx import dots, early, provenance
from tests.render import sample


@pytest.mark.parametrize("tag", sample.LANGUAGES)
def test_another_process_makes_the_same_of_a_long_document(
    tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, sheet = sample.report(tag), sample.sheet(tag)
    content, here = provenance.content, os.getpid()
    made: list[int] = []

    def noted(*given: object) -> object:
        made.append(os.getpid())
        return content(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(provenance, "content", noted)
    monkeypatch.setattr(length, "LONG", 0)
    monkeypatch.setattr(early, "possible", lambda: False)
    monkeypatch.setattr(dots, "possible", lambda: True)
    file = docx.write(document, sheet)
    assert here not in made
    monkeypatch.setattr(dots, "possible", lambda: False)
    assert docx.write(document, sheet) == file
    assert made == [here]
