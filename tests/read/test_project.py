"""Folders and files: what can be read at all, and what is said of what cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.model import Document, ItemList, Option, Paragraph, Quotation
from docgen.read import read
from docgen.report import DocgenError, Report
from docgen.walk import find
from tests.read.case import FRONT

ACCEPTANCE = Path(__file__).parents[3] / "shared/acceptance/a-79-968"


def written(folder: Path, **files: str | bytes) -> Path:
    """A document in `folder`; `report` is the body of its report."""
    for name, text in {"report": "Text.\n", **files}.items():
        data = text if isinstance(text, bytes) else text.encode()
        front = FRONT.encode() if name == "report" else b""
        (folder / f"{name}.md").write_bytes(front + data)
    return folder


def messages(folder: Path) -> list[str]:
    report = Report()
    read(folder, report)
    return [f"{found.origin.line}: {found.message}" for found in report]


@pytest.mark.parametrize(
    ("folder", "message"),
    [("missing", "there is no such folder"), (".", "there is no report.md")],
)
def test_without_a_report_there_is_nothing_to_read(
    tmp_path: Path, folder: str, message: str
) -> None:
    with pytest.raises(DocgenError, match=message):
        read(tmp_path / folder, Report())


def test_a_report_that_is_not_utf_8_cannot_be_read(tmp_path: Path) -> None:
    written(tmp_path, report="One.\n\nD\xe9j\xe0 vu.\n".encode("latin-1"))
    with pytest.raises(DocgenError, match=r"report\.md:7: error: the text is not UTF-8"):
        read(tmp_path, Report())


def test_an_annex_that_is_not_utf_8_is_reported_with_all_other_errors(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text(FRONT.replace("title: Title", "annexes: a.md"), "utf-8")
    (tmp_path / "a.md").write_bytes(b"\xff\n")
    assert messages(tmp_path) == [
        "1: the front matter has no “title”",
        "1: the text is not UTF-8",
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_endings_and_a_byte_order_mark_make_no_difference(tmp_path: Path, ending: str) -> None:
    text = (FRONT + "One\ntwo.\n\nThree.\n").replace("\n", ending)
    (tmp_path / "report.md").write_bytes(b"\xef\xbb\xbf" + text.encode())
    report = Report()
    document = read(tmp_path, report)
    assert [prose.text.source for prose in find(document, Paragraph)] == ["One two.", "Three."]
    assert list(report) == []


def test_control_characters_are_named_with_their_line(tmp_path: Path) -> None:
    written(tmp_path, report="One.\n\nT\x0bwo.\n")
    assert messages(tmp_path) == ["7: the text holds the control character U+000B"]


def test_files_are_named_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "content" / "demo"
    folder.mkdir(parents=True)
    written(folder, report="`code`\n")
    for current, name in ((tmp_path, "content/demo/report.md"), (folder, "report.md")):
        monkeypatch.chdir(current)
        report = Report()
        read(folder, report)
        assert [found.origin.file for found in report] == [name]


def test_a_folder_elsewhere_keeps_the_name_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "there").mkdir()
    written(tmp_path / "there", report="`code`\n")
    monkeypatch.chdir(tmp_path / "here")
    report = Report()
    read(Path("../there"), report)
    assert [found.origin.file for found in report] == ["../there/report.md"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "document"
    folder.mkdir()
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n", "utf-8")
    (folder / "data.csv").symlink_to(tmp_path / "secret.csv")
    written(folder, report="::: table {#t-a}\nTitle\n\ndata: data.csv\n:::\n")
    assert messages(folder) == ["8: “data.csv” is outside the folder of the document"]


def test_a_hidden_file_is_no_part_of_a_document(tmp_path: Path) -> None:
    (tmp_path / ".data.csv").write_text("a,b\n1,2\n", "utf-8")
    written(tmp_path, report="::: table {#t-a}\nTitle\n\ndata: .data.csv\n:::\n")
    assert messages(tmp_path) == ["8: “.data.csv” is a hidden file"]


def test_documents_share_nothing(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        written(tmp_path / name, report="{#p-a}\nText[^a].\n\n[^a]: Note.\n")
        report = Report()
        document = read(tmp_path / name, report)
        assert (document.name, len(document.notes), list(report)) == (name, 1, [])


def test_reading_twice_gives_the_same_document(tmp_path: Path) -> None:
    written(tmp_path, report="# One {#s-a}\n\nText[^a].\n\n- Item\n\n[^a]: Note.\n")
    assert read(tmp_path, Report()) == read(tmp_path, Report())


@pytest.fixture
def acceptance() -> Document:
    if not ACCEPTANCE.is_dir():
        pytest.skip(f"the document of acceptance is not here: {ACCEPTANCE}")
    report = Report()
    document = read(ACCEPTANCE, report)
    assert [str(found) for found in report] == []
    return document


def test_a_real_document_is_read_whole(acceptance: Document) -> None:
    numbered = [block for block in find(acceptance, Paragraph) if block.form == "numbered"]
    lists = [len(found.items) for found in find(acceptance, ItemList)]
    assert len(numbered) == 36
    assert len(list(find(acceptance, Option))) == 6
    assert len(acceptance.summary) == 3
    assert lists == [4, 3, 3]
    assert len(list(find(acceptance, Quotation))) == 1
    assert [annex.id for annex in acceptance.annexes] == ["options"]
    assert len(acceptance.notes) == 10
