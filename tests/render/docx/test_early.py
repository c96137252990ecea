"""A long text whose first part another process finishes: the same file as one process writes."""

from __future__ import annotations

import copy
import io
import os
import re
import signal
import threading
import zipfile
from dataclasses import replace

import pytest

from docgen import beside
from docgen.length import texts
from docgen.model import Block, Box, Document, Paragraph, Passage, Section, Table, Text
from docgen.render import docx
from docgen.render.docx import dots, early, writer
from docgen.walk import find, rebuild
from tests.forks import counted, elsewhere, killed
from tests.render import sample

STEPS = 400


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> None:
    """All texts count as long, while this process does everything itself."""
    monkeypatch.setattr(writer, "is_long", lambda document: True)
    monkeypatch.setattr(early, "possible", lambda: False)
    monkeypatch.setattr(dots, "possible", lambda: False)


@pytest.fixture
def forks(long: None, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that are begun; all texts count as long, and a core as free."""
    monkeypatch.setattr(early, "possible", lambda: True)
    return counted(monkeypatch)


def documents(tag: str) -> list[Document]:
    """The sample without and with a contents list, which shows pages before the text."""
    plain = sample.report(tag)
    return [plain, replace(plain, front=replace(plain.front, contents=True))]


def written(document: Document) -> bytes:
    return docx.write(document, sample.sheet(document.language))


def alone(document: Document, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The file that one process writes."""
    with monkeypatch.context() as patched:
        patched.setattr(early, "possible", lambda: False)
        return written(document)


def undivided(document: Document, monkeypatch: pytest.MonkeyPatch) -> bytes:
    with monkeypatch.context() as patched:
        patched.setattr(writer, "is_long", lambda document: False)
        return written(document)


def parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


# ---- where a text is divided -------------------------------------------------------------------


def joints(document: Document, monkeypatch: pytest.MonkeyPatch) -> list[Block]:
    """The blocks before which a document can be divided, in their order."""
    found: list[Block] = []
    for step in range(STEPS):
        monkeypatch.setattr(early, "SHARE", step / STEPS)
        joint = early.joint(document)
        if joint and joint not in found[-1:]:
            found.append(joint)
    return found


def plain(document: Document) -> Paragraph:
    """A paragraph of `document` that could stand anywhere."""
    return replace(next(find(document, Paragraph)), number=None, id="")


@pytest.mark.usefixtures("long")
def test_wherever_it_is_divided_its_parts_are_those_of_a_text_that_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = documents(sample.ENGLISH)[1]
    turned = replace(next(find(document, Table)), landscape=True)
    foreign = Passage((plain(document), turned), sample.CHINESE)
    document = replace(document, blocks=(turned, foreign, plain(document), *document.blocks))
    expected, places = parts(undivided(document, monkeypatch)), joints(document, monkeypatch)
    for joint in places:
        monkeypatch.setattr(early, "joint", lambda document, joint=joint: joint)
        assert parts(written(document)) == expected
    assert len(places) > 20
    assert b'w:orient="landscape"' in expected["word/document.xml"]


@pytest.mark.usefixtures("long")
def test_a_heading_at_the_foot_of_a_page_goes_with_the_text_behind_the_joint(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = documents(sample.ENGLISH)[1]
    text, section = plain(document), next(find(document, Section))
    places = set[bytes]()
    for count in range(20):
        below = replace(section, blocks=(replace(text, id="below"), text))
        made = replace(document, masthead=None, blocks=(*[text] * count, below), annexes=())
        monkeypatch.setattr(early, "joint", lambda _, below=below: below.blocks[0])
        expected = parts(undivided(made, monkeypatch))
        assert parts(written(made)) == expected
        places.add(re.findall(rb"PAGEREF.*?<w:t>(\d+)", expected["word/document.xml"])[0])
    assert places == {b"1", b"2"}


def test_it_is_divided_where_the_share_of_its_texts_is_reached(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    section = next(find(sample.report(sample.ENGLISH), Section))
    paragraph = next(find(section, Paragraph))
    four = replace(section, blocks=tuple(replace(paragraph, id=str(n)) for n in range(4)))
    document = replace(sample.report(sample.ENGLISH), blocks=(four, four), annexes=())
    assert sum(map(texts, document.blocks)) == 10
    monkeypatch.setattr(early, "SHARE", 0.75)
    assert early.joint(document) is four.blocks[1]


def test_it_can_be_divided_before_a_heading_with_nothing_below() -> None:
    document = sample.report(sample.ENGLISH)
    bare = replace(next(find(document, Section)), blocks=())
    assert early.joint(replace(document, blocks=(bare,), annexes=())) is bare


@pytest.mark.usefixtures("long")
def test_a_text_without_blocks_is_not_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    empty = replace(sample.report(sample.ENGLISH), blocks=(), annexes=())
    assert early.joint(empty) is None
    assert written(empty) == undivided(empty, monkeypatch)


@pytest.mark.usefixtures("long")
def test_where_one_block_stands_twice_it_is_divided_once(monkeypatch: pytest.MonkeyPatch) -> None:
    document = sample.report(sample.ENGLISH)
    twice = plain(document)
    box = replace(next(find(document, Box)), blocks=(twice,), number=None, id="")
    blocks = (box, twice, *document.blocks, twice)
    document = replace(document, summary=(twice,), blocks=blocks)
    expected = parts(undivided(document, monkeypatch))
    monkeypatch.setattr(early, "joint", lambda document: twice)
    assert parts(written(document)) == expected


# ---- by two processes --------------------------------------------------------------------------


@pytest.mark.parametrize("tag", sample.LANGUAGES)
def test_the_file_is_the_same(tag: str, forks: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    for count, document in enumerate(documents(tag), 1):
        made = written(document)
        assert len(forks) == count
        assert made == alone(document, monkeypatch)


def test_so_is_that_of_a_text_that_is_long_indeed(monkeypatch: pytest.MonkeyPatch) -> None:
    short, begun = documents(sample.ENGLISH)[1], counted(monkeypatch)
    copies = [copy.deepcopy(short.blocks) for _ in range(50)]
    document = replace(short, blocks=tuple(block for blocks in copies for block in blocks))
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    expected = written(document)
    assert begun == []
    with beside.sparing(1):
        assert written(document) == expected
    assert len(begun) == 2
    assert parts(expected) == parts(undivided(document, monkeypatch))


def test_so_is_it_when_the_process_is_ended(
    forks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    document = documents(sample.ENGLISH)[1]
    expected = alone(document, monkeypatch)
    elsewhere(early, "_finished", killed, monkeypatch)
    assert written(document) == expected
    assert len(forks) == 1


def test_so_is_it_where_no_process_can_be_begun(
    forks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> int:
        raise BlockingIOError

    document = documents(sample.ENGLISH)[1]
    monkeypatch.setattr(os, "fork", refused)
    assert written(document) == alone(document, monkeypatch)
    assert forks == []


def test_a_character_that_no_file_can_have_is_an_error_whoever_finds_it(
    forks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoilt(block: Paragraph) -> Paragraph:
        return replace(block, text=replace(block.text, inlines=(Text("\x07"),)))

    document = rebuild(sample.report(sample.ENGLISH), spoilt, Paragraph)
    for write in (written, lambda document: alone(document, monkeypatch)):
        with pytest.raises(ValueError, match="a control character"):
            write(document)
    assert len(forks) == 1


def test_an_interruption_leaves_no_process_behind(
    forks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*given: object) -> object:
        raise KeyboardInterrupt

    elsewhere(early, "_finished", signal.pause, monkeypatch)
    monkeypatch.setattr(early.pages, "pieces", interrupted)
    with pytest.raises(KeyboardInterrupt):
        written(sample.report(sample.ENGLISH))
    with pytest.raises(ProcessLookupError):
        os.kill(forks[0], 0)


def test_a_short_text_begins_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = counted(monkeypatch)
    monkeypatch.setattr(dots, "possible", lambda: False)
    with beside.sparing(1):
        assert written(sample.report(sample.ENGLISH))
    assert begun == []
