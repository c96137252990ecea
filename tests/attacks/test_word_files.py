"""Attacks by Word files that are imported, compared with the content, or taken over."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from docgen import word
from docgen.report import DocgenError
from tests.attacks.attack import SECRET, Attack, endure, patience
from tests.attacks.pictures import png
from tests.word.made import OFFICE, SPACES, p, package, r, relations

FILE = "in.docx"
IMPORT = ("import", "{root}/in.docx", "--output={root}/out", "--lang=en")
DOCUMENT = "word/document.xml"


def raw(document: str, **others: bytes) -> bytes:
    """A package with this document as it stands."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(DOCUMENT, document)
        for name, data in others.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def body(content: str) -> str:
    return f"<w:document {SPACES}><w:body>{content}</w:body></w:document>"


def field(code: str) -> str:
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def picture(target: str) -> bytes:
    drawn = (
        "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='x' descr='y'/><a:graphic>"
        "<a:graphicData><pic:pic xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/"
        "picture'><pic:blipFill><a:blip r:embed='rId1'/></pic:blipFill></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    return package(p("Text.") + drawn, relations(rId1=("image", target)))


def imported(name: str, would: str, data: bytes, said: str = "", status: int = 1) -> Attack:
    return Attack(name, would, {FILE: data}, said, IMPORT, status)


ATTACKS = [
    imported(
        "no Word file",
        "leave the person alone with a trace of the program",
        b"%PDF-1.7",
        "no Word file",
        1,
    ),
    imported("an empty file", "be taken for a document", b"", "no Word file", 1),
    imported(
        "entities of entities",
        "unfold a few lines into gigabytes",
        raw(
            "<!DOCTYPE x [<!ENTITY a0 'x'>"
            + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
            + f"]>{body('<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>')}"
        ),
        "declares entities, which are not read",
    ),
    imported(
        "an entity that is a file",
        "put a file of the builder's into the content",
        raw(
            "<!DOCTYPE x [<!ENTITY a SYSTEM '../secret.txt'>]>"
            + body("<w:p><w:r><w:t>Text &a;</w:t></w:r></w:p>")
        ),
        "declares entities, which are not read",
    ),
    imported(
        "tables within tables",
        "overflow the stack of the reader",
        raw(body("<w:tbl><w:tr><w:tc>" * 60 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 60)),
    ),
    imported(
        "runs within runs",
        "overflow the stack of the reader",
        raw(body("<w:p>" + "<w:smartTag>" * 240 + "</w:smartTag>" * 240 + "</w:p>")),
    ),
    imported(
        "a field that starts a program",
        "start a program when the fields of the file are updated (DDE)",
        package(p("Text.") + field("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe")),
    ),
    imported(
        "a link that starts a script",
        "be written into the content as a link",
        package(
            p("Text.") + "<w:p><w:hyperlink r:id='rId1'>" + r("x") + "</w:hyperlink></w:p>",
            relations(rId1=("hyperlink", "javascript:alert(1)")),
        ),
    ),
    imported(
        "a picture from outside of the file",
        "read a file of the builder's",
        picture("file:///etc/passwd"),
    ),
    imported(
        "a picture above the package",
        "read a file of the builder's",
        picture("../../../../secret.txt"),
    ),
    imported(
        "a part whose name climbs out",
        "be unpacked over a file of the builder's",
        raw(
            body(p("Text.")),
            **{"../../owned.txt": b"x", "word/media/../../../owned.png": png(9, 9)},
        ),
    ),
    imported(
        "Markdown in the text",
        "become a link or a container of the content",
        package(p("::: figure") + p("[x](javascript:alert(1)) &lt;script&gt; ![x](/etc/passwd)")),
    ),
    imported(
        "YAML in the title",
        "become keys of the front matter",
        package(p("Title\nsource: ../..\n--- ", "TitleHCH")),
    ),
    imported(
        "control characters in the text",
        "write over what the terminal shows",
        package(p("Text _x001B_[2J &#x9b;2J")),
    ),
]


@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_it_is_refused_or_is_mere_text(
    attack: Attack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    endure(attack, tmp_path / "project", capsys)
    made = tmp_path / "project" / "out"
    for path in made.rglob("*"):
        assert path.resolve().is_relative_to(made)
        if path.suffix in (".md", ".csv"):
            text = path.read_text("utf-8")
            assert SECRET not in text
            assert "DDEAUTO" not in text
            assert "](javascript:" not in text.replace("\\", "") or "\\" in text


@pytest.mark.parametrize(
    "words",
    [
        ("check", "{root}/in.docx", "--document=water", "--lang=en"),
        ("import", "{root}/in.docx", "--output={root}/out"),
    ],
    ids=" ".join,
)
def test_a_file_that_unpacks_to_gigabytes_is_refused(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    large = raw(body("<w:p/>") + " " * 210_000_000)
    assert len(large) < 1_000_000
    attack = Attack(
        "a bomb", "fill the memory", {FILE: large}, "more than 200,000,000 bytes", words
    )
    endure(attack, tmp_path / "project", capsys)


def test_a_part_that_is_there_a_hundred_thousand_times_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(20_001):
            archive.writestr(f"word/media/{number}.png", b"")
    with patience(), pytest.raises(DocgenError, match="more than 20,000 parts"):
        word.read(buffer.getvalue())


def test_relations_that_lead_outside_are_never_followed() -> None:
    relation = relations(rId1=("image", "https://evil.example/x.png"))
    assert OFFICE in relation["word/_rels/document.xml.rels"]
    with patience():
        assert word.read(picture("https://evil.example/x.png")).blocks
