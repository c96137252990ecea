"""What differs in two files of one format: which part, which page, which words."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pytest

from docgen.check.difference import differences
from tests.outputs import PROJECT, Case, made

CASE = Case(PROJECT.documents()[0], "en", "hq")


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """A package in which one part has other bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(target, "w") as other:
        for entry in archive.infolist():
            part = archive.read(entry)
            if entry.filename == name:
                assert old in part
                part = part.replace(old, new, 1)
            other.writestr(entry, part)
    return target.getvalue()


@pytest.fixture(scope="module")
def docx() -> bytes:
    return made(CASE, "docx")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return made(CASE, "pdf")


def test_a_file_differs_in_nothing_from_itself(docx: bytes, pdf: bytes) -> None:
    assert differences(docx, docx, "docx") == []
    assert differences(pdf, pdf, "pdf") == []


def test_a_word_that_was_changed_is_found_by_part_and_paragraph(docx: bytes) -> None:
    other = changed(docx, "word/document.xml", b"partnerships", b"relations")
    (line,) = differences(other, docx, "docx")
    assert line.startswith("part word/document.xml, paragraph ")
    assert "relations" in line.partition("” instead of “")[0]
    assert "partnerships" in line.partition("” instead of “")[2]


def test_looks_that_were_changed_are_told_from_words(docx: bytes) -> None:
    other = changed(docx, "word/styles.xml", b'w:val="', b'w:val="0')
    assert differences(other, docx, "docx") == [
        "part word/styles.xml: the same words, set otherwise"
    ]


def test_parts_too_many_and_too_few_are_named(docx: bytes) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as archive, zipfile.ZipFile(target, "w") as other:
        for entry in archive.infolist():
            if entry.filename != "docProps/core.xml":
                other.writestr(entry, archive.read(entry))
        other.writestr("word/added.xml", b"<added/>")
    assert differences(target.getvalue(), docx, "docx") == [
        "part docProps/core.xml: missing",
        "part word/added.xml: too much",
    ]


def test_a_package_that_is_packed_otherwise_has_the_same_content(docx: bytes) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as archive, zipfile.ZipFile(target, "w") as stored:
        for name in archive.namelist():
            stored.writestr(name, archive.read(name))
    other = target.getvalue()
    assert other != docx
    assert differences(other, docx, "docx") == [
        "the same content, put into the file in another way"
    ]


def test_a_page_that_was_drawn_otherwise_is_named(pdf: bytes) -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as other:
        other.pages[2].contents_add(b"0 0 m 9 9 l S")
        other.docinfo["/Title"] = "Another"
        other.save(target)
    page, title = differences(target.getvalue(), pdf, "pdf")
    assert page == "page 3: drawn otherwise"
    assert title.startswith("property Title: Another, not ")


def test_pages_that_are_missing_are_counted(pdf: bytes) -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as other:
        number = len(other.pages)
        del other.pages[-1]
        other.save(target)
    first, *_ = differences(target.getvalue(), pdf, "pdf")
    assert first == f"{number - 1} pages instead of {number}"


def test_html_differs_from_the_first_line_that_does() -> None:
    ours = "<p>one</p>\n<p>two and three</p>\n"
    given = ours.replace("two and", "two or")
    assert differences(given.encode(), ours.encode(), "html") == [
        "line 2: “<p>two or three</p>” instead of “<p>two and three</p>”"
    ]
    assert differences(b"<p>one</p>\n", ours.encode(), "html") == [
        "line 2: “nothing” instead of “<p>two and three</p>”"
    ]


@pytest.mark.parametrize("kind", ["docx", "pdf", "html"])
def test_what_is_no_such_file_is_told(kind: str, docx: bytes, pdf: bytes) -> None:
    whole = {"docx": docx, "pdf": pdf, "html": b"<p>one</p>"}[kind]
    (line,) = differences(b"\xff\xfe no file", whole, kind)
    assert line.startswith(f"it cannot be read as {kind}: ")
