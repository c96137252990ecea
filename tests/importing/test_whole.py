"""Whole Word files: our own sample, an issued document, damaged files, the command."""

from __future__ import annotations

import io
import random
import re
import tempfile
import unicodedata
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from docgen import importation, pipeline
from docgen.cli import main
from docgen.render import docx, text
from docgen.report import DocgenError, Report
from tests.importing.imported import PROJECT, ROOT, document, imported
from tests.word.made import p, r, table, tr

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORIGINAL = ROOT.parent / "shared/reference/originals/A_80_604_Add.8.docx"
SAID = {f"{W}t": "", f"{W}tab": " ", f"{W}br": " ", f"{W}noBreakHyphen": "-"}
SAMPLE = "local-partnerships"


@cache
def sample(language: str) -> tuple[bytes, str]:
    """The sample as a Word file, and as plain text."""
    made, sheet = pipeline.prepare(PROJECT, SAMPLE, language, final=False, report=Report())
    return docx.write(made, sheet), text.write(made)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_sample_comes_back_with_the_same_text_and_numbers(language: str) -> None:
    data, printed = sample(language)
    found = imported(data, language)
    assert found.dump == printed
    assert (found.warnings, found.errors, found.lost) == ([], [], [])


def test_the_language_of_a_file_is_recognised(tmp_path: Path) -> None:
    file = tmp_path / "file.docx"
    file.write_bytes(sample("zh")[0])
    importation.run(PROJECT, file, tmp_path / "made", "", Report())
    assert 'source: "zh"' in (tmp_path / "made/report.md").read_text("utf-8")


def test_the_same_file_gives_the_same_folder() -> None:
    data = document(p("1.\tOne.", "SingleTxt"))
    assert imported(data).files == imported(data).files


# ---- an issued document ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def original() -> bytes:
    if not ORIGINAL.is_file():
        pytest.skip(f"the issued document is not here: {ORIGINAL}")
    return ORIGINAL.read_bytes()


def words_of(data: bytes) -> Counter[str]:
    """All words of the text and the notes of a Word file, read without any of our readers."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in ("word/document.xml", "word/footnotes.xml"):
            root = etree.fromstring(archive.read(part))
            for paragraph in root.iter(f"{W}p"):
                line = "".join(map(said, paragraph.iter(*SAID)))
                found.update(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", line)))
    return found


def said(element: etree._Element) -> str:
    """The characters of an element; raised ones stand apart."""
    run = element.getparent()
    raised = run is not None and run.find(f"{W}rPr/{W}vertAlign") is not None
    words = SAID[element.tag] or element.text or ""
    return f" {words} " if raised else words


def printed_words(dump: str) -> Counter[str]:
    plain = unicodedata.normalize("NFKC", dump).replace("⟨", " ").replace("⟩", " ")
    return Counter(re.findall(r"[^\W_]+", re.sub(r"(?m)^[a-z ]+\d?\t", "", plain)))


def test_every_word_and_number_of_an_issued_document_arrives(original: bytes) -> None:
    found = imported(original)
    assert words_of(original) - printed_words(found.dump) == Counter()
    assert (found.errors, found.lost) == ([], [])
    assert [one for one in found.warnings if "comment" not in one] == []


def test_an_issued_document_is_counted_as_it_was_typed(original: bytes) -> None:
    lines = [line.split("\t") for line in imported(original).dump.splitlines()]
    labels = {kind: [one[1] for one in lines if one[0] == kind] for kind, *_ in lines}
    assert labels["numbered"] == [f"{number}." for number in range(1, 70)]
    assert labels["heading 1"] == ["I.", "II.", "III.", "IV.", "V.", "VI."]
    assert labels["note"].count("a") == 11
    assert [one for one in labels["note"] if one.isdigit()] == ["1", "2", "3"]


def test_every_cell_of_an_issued_document_arrives_in_its_order(original: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(original)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    typed = [bare("".join(map(said, cell.iter(*SAID)))) for cell in root.iter(f"{W}tc")]
    rows = [line for line in imported(original).dump.splitlines() if line.startswith("row\t")]
    cells = [bare(cell) for row in rows for cell in row.removeprefix("row\t\t").split(" | ")]
    notes = "aCommitmentauthorityfortheperiod"
    assert [cell for cell in typed if cell and not cell.startswith(notes)] == list(
        filter(None, cells)
    )


def test_what_is_built_from_an_issued_document_is_imported_as_the_same(original: bytes) -> None:
    first = imported(original)
    with tempfile.TemporaryDirectory() as folder:
        file, output = Path(folder) / "file.docx", Path(folder) / "made"
        file.write_bytes(original)
        importation.run(PROJECT, file, output, "en", Report())
        made, sheet = pipeline.prepare(PROJECT, str(output), "en", final=False, report=Report())
    again = imported(docx.write(made, sheet))
    assert again.dump == first.dump
    assert again.warnings == []


def bare(text: str) -> str:
    return re.sub(r"[\s⟨⟩,]", "", unicodedata.normalize("NFKC", text))


# ---- other kinds of documents ------------------------------------------------------------------


def test_a_letter_without_styles_is_kept_as_text() -> None:
    from tests.word.made import package

    lines = ("Letter dated 3 May 2045", "I have the honour to write.", "(Signed) A. Person")
    found = imported(package("".join(map(p, lines))))
    body = found.files["report.md"]
    assert all(line in body.replace("\\", "") for line in lines)
    assert found.errors != []


def test_a_corrigendum_keeps_its_instructions() -> None:
    body = p("1.\tParagraph 12, line 3", "SingleTxt") + p("For “six” read “seven”.", "SingleTxt")
    found = imported(document(body))
    lines = found.dump.replace("\u00a0", " ").splitlines()
    assert lines[-2:] == [
        "numbered\t1.\tParagraph 12, line 3",
        "continued\t\tFor “six” read “seven”.",
    ]


def test_a_document_with_everything_out_of_order_loses_no_word() -> None:
    body = (
        p("\tC.\tThird", "H1")
        + p("\t(d)\tFourth item", "SingleTxt")
        + table(tr("A"), tr("B", "C", "D"), tr(""))
        + p("Annex V", "HCh")
        + p("Table 7", "H23")
        + p(r("x") + '<w:r><w:footnoteReference w:id="9"/></w:r>', "SingleTxt")
        + p("* Star", "FootnoteText")
        + p("IX. Nine", "H23")
    )
    found = imported(document(body))
    assert (found.errors, found.lost) == ([], [])


# ---- damage ------------------------------------------------------------------------------------


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A Word file with bytes flipped, a part missing, or elements taken out or moved."""
    kind = chance.choice(("bytes", "part", "elements", "elements", "attributes"))
    if kind == "bytes":
        flipped = bytearray(data)
        for _ in range(chance.randint(1, 20)):
            flipped[chance.randrange(len(flipped))] = chance.randrange(256)
        return bytes(flipped)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = [name for name in parts if name.startswith("word/") and name.endswith(".xml")]
    name = chance.choice(sorted(names))
    if kind == "part":
        del parts[name]
    else:
        parts[name] = changed(parts[name], kind, chance)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for one, content in parts.items():
            archive.writestr(one, content)
    return buffer.getvalue()


def changed(xml: bytes, kind: str, chance: random.Random) -> bytes:
    root = etree.fromstring(xml)
    elements = list(root.iter(etree.Element))
    for element in chance.sample(elements, min(len(elements), chance.randint(1, 40))):
        parent = element.getparent()
        if kind == "attributes":
            for key in list(element.attrib):
                element.attrib[key] = chance.choice(("", "-1", "99999999999", "x", "\u0660"))
        elif parent is not None:
            parent.remove(element)
            if chance.random() < 0.3:
                chance.choice(list(root.iter(etree.Element))).append(element)
    return etree.tostring(root)


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_ends_in_a_folder_or_in_a_message(seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        file, output = Path(folder) / "file.docx", Path(folder) / "made"
        file.write_bytes(damaged(sample("en")[0], chance))
        try:
            importation.run(PROJECT, file, output, "en", Report())
            pipeline.check(PROJECT, str(output), "en", final=False)
        except DocgenError:
            assert not output.exists()
        else:
            assert (output / "report.md").is_file()


# ---- the command -------------------------------------------------------------------------------


def test_the_command_says_what_it_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    file = tmp_path / "file.docx"
    file.write_bytes(document(p("1.\tOne.", "SingleTxt")))
    assert main(["import", str(file), f"--output={tmp_path / 'made'}", "--lang=en"]) == 0
    assert re.search(r"numbered paragraphs +1", capsys.readouterr().out)


def test_a_folder_that_is_there_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    (tmp_path / "kept.md").write_text("kept", "utf-8")
    assert main(["import", "file.docx", f"--output={tmp_path}"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["kept.md"]


def test_a_file_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["import", "nowhere.docx", f"--output={tmp_path / 'made'}"]) == 1
    assert "nowhere.docx cannot be read" in capsys.readouterr().err
