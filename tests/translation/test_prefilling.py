"""Filling untranslated units from memories and from the project's own translations."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from docgen import po
from docgen.interchange import tmx
from docgen.interchange.values import Exchange, Unit
from docgen.project import Project
from docgen.report import DocgenError, Report, UsageError
from docgen.translation import prefill
from tests.libraries import ENTRIES, LAW, LEND, LIMA, TITLE, TOOLS
from tests.translation.project import NAME, entry, made, reworded, translated

FOREIGN = """<tmx version="1.4"><header srclang="en-US"/><body><tu>
<tuv xml:lang="EN-US"><seg>Act <bpt i="1">&lt;b&gt;</bpt>9<ept i="1">&lt;/b&gt;</ept>.</seg></tuv>
<tuv xml:lang="zh-CN"><seg>第9号法。</seg></tuv></tu></body></tmx>"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return made(tmp_path)


def filled(project: Project, *files: Path, least: int = 65) -> list[int]:
    """How many were the same, similar, and left open."""
    row = prefill(project, NAME, "zh", files, least, Report())
    return list(map(int, row[1:]))


def memory(folder: Path, *units: Unit) -> Path:
    file = folder / "old.tmx"
    file.write_bytes(tmx.dump(Exchange("archives", "en", "zh", units)))
    return file


def kept(project: Project) -> Path:
    return project.catalogue(NAME, "zh")


def test_another_document_of_the_project_fills_the_same_texts(project: Project) -> None:
    file = translated(project)
    shutil.copy(file, file.with_name("archives.po"))
    file.unlink()
    assert filled(project) == [9, 0, 0]
    found = entry(file, "p-lend")
    assert (found.msgstr, found.fuzzy) == (LEND.msgstr, True)
    assert found.comments == ("Memory: 100 %, from p-lend of archives",)
    assert entry(file, "t-loans.title").comments == (
        "Memory: 100 %, from t-loans.title of archives",
    )


def test_what_is_doubted_or_of_another_source_language_fills_nothing(project: Project) -> None:
    file = translated(project)
    body = [one for one in po.read(file) if not one.header]
    (head,) = (one for one in po.read(file) if one.header)
    doubted = [head, *(replace(one, flags=("fuzzy",)) for one in body)]
    file.with_name("archives.po").write_text(po.dump(doubted), "utf-8")
    other = replace(head, msgstr=head.msgstr.replace("Language: en", "Language: es"))
    file.with_name("other.po").write_text(po.dump([other, *body]), "utf-8")
    file.unlink()
    assert filled(project) == [0, 0, 9]


def test_a_similar_text_of_a_memory_is_adapted_and_says_so(
    project: Project, tmp_path: Path
) -> None:
    translated(project, "zh", replace(LAW, msgstr=""))
    file = memory(tmp_path, Unit("fn-x", "Act 12.", "第12号法。", "translated"))
    assert filled(project, file) == [0, 1, 0]
    found = entry(kept(project), "fn-law")
    assert (found.msgstr, found.flags) == ("第7号法。", ("fuzzy",))
    assert found.comments[0].startswith("Memory: ")
    assert found.comments[0].endswith(
        " %, from fn-x of archives in old.tmx, numbers and codes adapted"
    )
    assert found.comments[1] == "Memory: made from: Act 12."


def test_a_similar_text_that_is_not_certain_is_left_as_it_was(
    project: Project, tmp_path: Path
) -> None:
    translated(project, "zh", replace(TOOLS, msgstr=""))
    text = "See this [list](https://un.org/list)."
    file = memory(tmp_path, Unit("p-x", text, "见各清单。", "translated"))
    assert filled(project, file) == [0, 1, 0]
    found = entry(kept(project), "p-tools")
    assert (found.msgstr, found.fuzzy) == ("见各清单。", True)


def test_the_share_asked_for_is_the_least(project: Project, tmp_path: Path) -> None:
    translated(project, "zh", replace(LAW, msgstr=""))
    file = memory(tmp_path, Unit("fn-x", "Act 12.", "第12号法。", "translated"))
    assert filled(project, file, least=100) == [0, 0, 1]
    assert not entry(kept(project), "fn-law").translated


def test_a_memory_of_another_program_is_taken_without_its_codes(
    project: Project, tmp_path: Path
) -> None:
    translated(project, "zh", replace(LAW, msgstr=""))
    file = tmp_path / "theirs.tmx"
    file.write_text(FOREIGN, "utf-8")
    assert filled(project, file) == [0, 1, 0]
    assert entry(kept(project), "fn-law").msgstr == "第7号法。"


def test_what_is_translated_stays(project: Project, tmp_path: Path) -> None:
    translated(project)
    before = kept(project).read_bytes()
    assert filled(project, memory(tmp_path, Unit("x", LIMA.msgid, "另", "translated"))) == [0, 0, 0]
    assert kept(project).read_bytes() == before


def test_a_text_that_repeats_in_the_document_is_filled_from_it(project: Project) -> None:
    translated(project)
    reworded(project, "[^law]: Act 7.", "[^law]: See [the list](https://un.org/list).")
    entries = [replace(one, msgstr="") if one.context == "fn-law" else one for one in ENTRIES]
    kept(project).write_text(po.dump([*po.read(kept(project))[:1], *entries]), "utf-8")
    assert filled(project) == [1, 0, 0]
    assert entry(kept(project), "fn-law").msgstr == TOOLS.msgstr


def test_a_file_that_is_no_memory_is_told(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "no.tmx"
    file.write_text("<xliff/>", "utf-8")
    with pytest.raises(DocgenError, match="no TMX file"):
        filled(project, file)
    assert not kept(project).exists()


def test_the_language_of_the_document_is_not_filled(project: Project) -> None:
    with pytest.raises(UsageError, match=TITLE.msgid.lower()):
        prefill(project, NAME, "en", (), 65, Report())
