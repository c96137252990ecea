"""The whole file: what word processors refuse must not be in it, and it opens with its numbers."""

from __future__ import annotations

import posixpath
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from docgen.render import docx
from tests.render import sample
from tests.render.docx.opened import Opened, text_of, value, word_file

each_language = pytest.mark.parametrize("tag", sample.LANGUAGES)
STORIES = ("document", "footnotes", *(f"{kind}{n}" for kind in ("header", "footer") for n in "123"))


def everywhere(opened: Opened, path: str) -> list[str]:
    return [found for story in STORIES for found in opened.find(path, story)]


# ---- what a word processor refuses --------------------------------------------------------------


@each_language
def test_bookmarks_have_names_and_ids_of_their_own_and_are_closed(tag: str) -> None:
    opened = word_file(tag)
    for path in ("//w:bookmarkStart/@w:name", "//w:bookmarkStart/@w:id"):
        assert max(Counter(everywhere(opened, path)).values()) == 1
    starts, ends = "//w:bookmarkStart/@w:id", "//w:bookmarkEnd/@w:id"
    assert sorted(everywhere(opened, starts)) == sorted(everywhere(opened, ends))


@each_language
def test_references_and_links_lead_to_bookmarks_that_are_there(tag: str) -> None:
    opened = word_file(tag)
    names = set(everywhere(opened, "//w:bookmarkStart/@w:name"))
    codes = [code.split() for code in everywhere(opened, "//w:instrText/text()")]
    cited = {code[1] for code in codes if code[0] in ("REF", "NOTEREF", "PAGEREF")}
    assert cited | set(everywhere(opened, "//w:hyperlink/@w:anchor")) <= names


@each_language
def test_styles_and_lists_that_are_named_are_there(tag: str) -> None:
    opened = word_file(tag)
    styles = set(opened.find("//w:style/@w:styleId", "styles"))
    named = set(everywhere(opened, "//w:pStyle/@w:val | //w:rStyle/@w:val"))
    assert named | set(opened.find("//w:basedOn/@w:val | //w:next/@w:val", "styles")) <= styles
    lists = set(opened.find("//w:num/@w:numId", "numbering"))
    assert set(everywhere(opened, "//w:numId/@w:val")) <= lists


@each_language
def test_fields_are_closed_in_every_story(tag: str) -> None:
    for story in STORIES:
        kinds = Counter(word_file(tag).find("//w:fldChar/@w:fldCharType", story))
        assert kinds["begin"] == kinds["separate"] == kinds["end"]


@each_language
def test_every_note_is_marked_once_and_no_note_within_a_note(tag: str) -> None:
    opened = word_file(tag)
    marked = Counter(opened.find("//w:footnoteReference/@w:id"))
    notes = opened.find("//w:footnote[not(@w:type)]/@w:id", "footnotes")
    assert marked == Counter(notes)
    assert opened.find("//w:footnoteReference", "footnotes") == []


@each_language
def test_relationships_lead_to_parts_whose_type_is_known(tag: str) -> None:
    opened = word_file(tag)
    known = {name[1:] for name in opened.root("[Content_Types].xml").xpath("//@PartName")}
    related = {name for name in opened.files if name.endswith(".rels")}
    assert known == opened.files.keys() - related - {"[Content_Types].xml"}
    targets = {
        posixpath.normpath(posixpath.join(posixpath.dirname(posixpath.dirname(name)), target))
        for name in related
        for target in opened.root(name).xpath("//*[not(@TargetMode)]/@Target")
    }
    assert targets == known


def test_lengths_are_whole_numbers() -> None:
    values = everywhere(word_file(), "//w:spacing/@* | //w:ind/@* | //w:pgMar/@* | //w:tcW/@w:w")
    assert [
        found for found in values if found not in ("exact", "auto", "dxa") and "." in found
    ] == []


# ---- the end, and the whole ---------------------------------------------------------------------


def test_a_short_rule_in_the_middle_ends_the_document() -> None:
    last = word_file().find("w:body/w:p")[-1]
    assert text_of(last) == ""
    assert value(last, "w:pPr/w:pBdr/w:bottom/@w:sz") == "2"
    left, right = value(last, "w:pPr/w:ind/@w:left"), value(last, "w:pPr/w:ind/@w:right")
    assert 9840 - int(left) - int(right) == 1440


def test_properties_tell_title_symbol_session_and_date() -> None:
    core = word_file().root("docProps/core.xml")
    assert core.xpath("//*[local-name()='title']")[0].text.startswith("Harbours of the sample")
    assert {one.text for one in core.xpath("//*[local-name()='created']")} == {
        "2044-07-08T00:00:00Z"
    }
    custom = word_file().root("docProps/custom.xml")
    assert {one.get("name"): one[0].text for one in custom} == {
        "Symbol": "A/99/1",
        "Job number": "44-01234",
        "Session": "Ninety-ninth session",
        "Language": "en-GB",
    }


def test_settings_follow_the_language() -> None:
    def spacing(tag: str) -> str:
        return value(word_file(tag).part("settings"), "w:characterSpacingControl/@w:val")

    assert spacing(sample.ENGLISH) == "doNotCompress"
    assert spacing(sample.CHINESE) == "compressPunctuation"


def test_the_theme_and_the_font_table_name_the_fonts_of_the_faces() -> None:
    opened = word_file(sample.CHINESE)
    fonts = opened.find("//w:font/@w:name", "fontTable")
    assert fonts == ["KaiTi", "SimHei", "SimSun", "Times New Roman"]
    assert opened.find("//a:ea/@typeface", "theme/theme1") == ["SimHei", "SimSun"]


# ---- in another program -------------------------------------------------------------------------


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_counts_the_same_numbers(tmp_path: Path) -> None:
    for tag in sample.LANGUAGES:
        data = docx.write(sample.report(tag), sample.sheet(tag))
        (tmp_path / f"{tag}.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    kind = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    files = [str(tmp_path / f"{tag}.docx") for tag in sample.LANGUAGES]
    subprocess.run(
        ["soffice", profile, "--headless", *kind, *files], check=True, capture_output=True
    )
    shown = {tag: (tmp_path / f"{tag}.txt").read_text("utf-8-sig") for tag in sample.LANGUAGES}
    assert numbers(shown[sample.CHINESE]) == [
        *("一. Introduction", "1. Run-in", "2. The", "(a) the", "(i) inner", "(ii) inner"),
        *("a. the", "b. and", "(b) and", "(a) starting", "(b) and", "3. Dashes"),
        *("二. Harbours2", "A. Northern", "4. See", "1. Piers", "5. On", "(a) Moles", "6. On"),
        *(
            "B. Southern",
            "7. 南方港口有“引号”、破折号——和省略号……。",
            "a Depth",
            "b Estimate.",
            "a Not",
            "a As",
        ),
        *("1. Before", "a. Dredge", "b. Do", "a Subject", "1. Paragraph", "(a) and"),
        *("一. Headings", "2. In"),
    ]
    english = numbers(shown[sample.ENGLISH])
    assert english[0] == "I. Introduction"
    assert [line for line in english if "Headings" in line] == ["I. Headings"]


def numbers(shown: str) -> list[str]:
    """The first two words of the lines that begin with a number, after the contents list."""
    body = re.split(r"\t\d+\n", shown)[-1]
    found = [line.split()[:2] for line in body.splitlines()]
    return [" ".join(words) for words in found if len(words) > 1 and _is_number(words[0])]


def _is_number(word: str) -> bool:
    return (word[-1] in ".)" and len(word) < 6 and word[0] not in "“[") or word in ("a", "b")
