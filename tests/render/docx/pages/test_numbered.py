"""Pages that another process counts: the same file as one process writes."""

from __future__ import annotations

import os
import signal
from dataclasses import replace

import pytest

from docgen.model import Document
from docgen.render import docx
from docgen.render.docx import pages
from tests.forks import counted
from tests.render import sample


@pytest.fixture
def forks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that are begun; all texts count as long, and a core as free."""
    monkeypatch.setattr(pages, "LONG", 0)
    monkeypatch.setattr(pages, "possible", lambda: True)
    monkeypatch.setattr("docgen.render.docx.dots.possible", lambda: False)
    return counted(monkeypatch)


def documents(tag: str) -> list[Document]:
    """The sample without and with a contents list, which shows pages in the text itself."""
    plain = sample.report(tag)
    return [plain, replace(plain, front=replace(plain.front, contents=True))]


def alone(document: Document, tag: str, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The file that one process writes."""
    with monkeypatch.context() as patched:
        patched.setattr(pages, "possible", lambda: False)
        return docx.write(document, sample.sheet(tag))


@pytest.mark.parametrize("tag", sample.LANGUAGES)
def test_the_file_is_the_same(tag: str, forks: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    for count, document in enumerate(documents(tag), 1):
        made = docx.write(document, sample.sheet(tag))
        assert len(forks) == count
        assert made == alone(document, tag, monkeypatch)


def test_so_is_it_when_the_process_is_ended(
    forks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    estimated, here = pages.estimated, os.getpid()

    def ending(*given: object) -> object:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return estimated(*given)  # type: ignore[arg-type]

    document = sample.report(sample.ENGLISH)
    expected = alone(document, sample.ENGLISH, monkeypatch)
    monkeypatch.setattr(pages, "estimated", ending)
    assert docx.write(document, sample.sheet(sample.ENGLISH)) == expected
    assert len(forks) == 1


def test_where_no_process_can_be_begun_this_one_counts(
    forks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> int:
        raise BlockingIOError

    document = sample.report(sample.ENGLISH)
    monkeypatch.setattr(os, "fork", refused)
    made = docx.write(document, sample.sheet(sample.ENGLISH))
    assert made == alone(document, sample.ENGLISH, monkeypatch)


def test_a_short_text_begins_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "possible", lambda: True)
    monkeypatch.setattr(pages, "within", pytest.fail)
    assert docx.write(sample.report(sample.ENGLISH), sample.sheet(sample.ENGLISH))
