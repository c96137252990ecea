"""A Word file stays alive: what people add to it is counted, and references follow.

A report is changed twice: in LibreOffice, and in its content. Both must say the same.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from docgen import pipeline
from docgen.project import Project
from tests.render import sample
from tests.render.docx.libreoffice import Editor
from tests.render.docx.opened import Opened

ROOT = Path(__file__).parents[3]

FRONT = """---
type: report
organ: general-assembly
symbol: A/99/1
distribution: general
date: 2044-07-08
source: {tag}
original: {tag}
session: 99
agenda_item: 17
agenda_title: {words[0]}
title: {words[1]}
author: secretary-general
job_number: 44-01234
annexes:
  - annex.md
---

"""
REPORT = """# {words[2]} {{#s-first}}

{words[3]}[^n].

[^n]: {words[4]}

# {words[5]} {{#s-second}}

## {words[6]} {{#s-part}}

{{#p-list}}
{words[7]}

1. {{#i-first}}
   {words[8]}
1. {{#i-second}}
   {words[9]}

{{#p-last}}
{words[10]} [](#s-second), [](#s-part), [](#p-list), [](#i-second), [](#p-annex), [](#a-only).
"""
ANNEX = """---
title: {words[11]}
id: a-only
---

{{#p-annex}}
{words[12]}[^m], [](#i-first), [](#p-last).

[^m]: {words[13]}
"""
WORDS = {
    sample.ENGLISH: (
        "Harbours",
        "Harbours of the sample",
        "Alpha",
        "Bravo",
        "Charlie",
        "Delta",
        "Echo",
        "Foxtrot:",
        "Golf",
        "Hotel",
        "See",
        "India",
        "Juliett",
        "Kilo",
    ),
    sample.CHINESE: (
        "港口",
        "样本中的港口",
        "概况",
        "首段",
        "注释一",
        "前景",
        "北方",
        "列表：",
        "甲项",
        "乙项",
        "见",
        "备选方案",
        "附段",
        "注释二",
    ),
}
ADDED = "Added"


def build(folder: Path, tag: str, report: str, annex: str) -> Path:
    """The Word file of a report with these words."""
    source = folder / "case"
    source.mkdir(parents=True)
    (source / "report.md").write_text(report, "utf-8")
    (source / "annex.md").write_text(annex, "utf-8")
    output = folder / "made"
    pipeline.build(Project(ROOT), str(source), tag, ["docx"], final=True, output=output)
    return next(output.rglob("*.docx"))


def written(tag: str) -> tuple[str, str]:
    """The content of the report and of its annex in a language."""
    filled = (part.format(tag=tag, words=WORDS[tag]) for part in (FRONT, REPORT, ANNEX))
    front, report, annex = filled
    return front + report, annex


def with_more(report: str, tag: str) -> tuple[str, list[tuple[str, str]]]:
    """The report with a chapter, a paragraph and an item more, and where to type them in Word."""
    words = WORDS[tag]
    chapter, paragraph, item = f"# {words[2]} {{#s-first}}", f"{words[4]}\n", f"{words[8]}\n"
    report = report.replace(chapter, f"{chapter}\n\n# {ADDED} 1", 1)
    report = report.replace(paragraph, f"{paragraph}\n{ADDED} 2\n", 1)
    report = report.replace(item, f"{item}1. {ADDED} 3\n", 1)
    places = [(words[2], f"{ADDED} 1"), (words[3], f"{ADDED} 2"), (words[8], f"{ADDED} 3")]
    return report, places


def body(shown: str) -> list[str]:
    """The lines of a text as LibreOffice says them, with their numbers."""
    return [re.sub(r"\s+", " ", line).strip() for line in shown.splitlines() if line.strip()]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("tag", sample.LANGUAGES)
def test_what_is_typed_in_a_word_processor_is_numbered_and_cited_as_the_engine_does(
    tmp_path: Path, tag: str
) -> None:
    report, annex = written(tag)
    changed, places = with_more(report, tag)
    editor = Editor(tmp_path / "profile")
    edited, saved = editor.edit(build(tmp_path / "old", tag, report, annex), places)
    expected, _ = editor.edit(build(tmp_path / "new", tag, changed, annex), [])
    assert sum(ADDED in line for line in body(edited)) == 3
    assert body(edited) == body(expected)
    assert Opened(saved.read_bytes()).find("//w:instrText[contains(., 'REF ')]")
