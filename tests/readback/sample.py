"""A short report in English and Chinese, whose Word file goes out and comes back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from docgen import bundle as bundles
from docgen import pipeline, po, sync
from docgen.project import Project
from docgen.read import read
from docgen.readback import back
from docgen.readback.show import Shown
from docgen.render import docx
from docgen.report import Report
from tests.readback.editing import Edited, change

ROOT = Path(__file__).parents[2]
NAME = "wells"
ENGLISH, CHINESE = "en", "zh"
REPORT = """\
---
type: report
organ: general-assembly
symbol: A/99/1
distribution: general
date: 2045-01-05
source: en
original: en
session: 99
agenda_item: 5
agenda_title: Water
title: Wells in dry places
author: secretary-general
annexes:
  - costs.md
---

# Wells {#s-wells}

{#p-dug}
Forty wells were dug in 2044, and a *further* nine were
deepened by the same crews (see A/75/982, para. 4).[^crews]

{#p-found}
**Water was found.** In most places it stood at 30 metres;
the exceptions are in paragraph [](#p-left) below.

{#p-left}
Three places were left dry. They are described in the annex, where the costs are given too.

{#p-rules}
Two rules were kept:

1. {#p-rules-a}
   No well stands within sight of another;
1. {#p-rules-b}
   No crew works alone, as is explained in paragraph [](#p-dug) above.

{#p-thanks}
The villages gave food and shelter to all crews without being asked.
Their help is acknowledged here.

# Costs {#s-costs}

{#p-costs}
The costs are shown in table [](#t-costs) below.

::: table {#t-costs}
Costs of wells by year
(Thousands of dollars)

| Region | 2043 | 2044[^t-estimate] |
|---|---:|---:|
| North | 1200 | 1450.5 |
| South | 800 | 800 |
| Coast and islands | – | 75 |
| **Total** | **2000** | **2325.5** |

Source: Accounts of the crews.
:::

[^crews]: The crews came from four neighbouring countries.

[^t-estimate]: An estimate.
"""
ANNEX = """\
---
title: "Costs: a first view"
id: annex-costs
---

{#p-annex}
Every well costs *about* the same.
"""
TRANSLATIONS = {
    "meta:title": "干旱地区的水井",
    "meta:agenda_title": "水",
    "s-wells": "水井",
    "p-dug": "2044年共挖井40口，同一批工队*另外*加深了9口(见A/75/982，第4段)。[^crews]",
    "p-found": "**已找到水源。**多数地点的水位为30米；例外情况见下文第[](#p-left)段。",
    "p-left": "有三处地点仍然无水。附件对此作了说明，并列出费用。",
    "p-rules": "工作遵守两条规则：",
    "p-rules-a": "各口水井之间互不相望；",
    "p-rules-b": "如上文第[](#p-dug)段所述，工队不单独作业。",
    "p-thanks": "各村主动向所有工队提供食宿。谨此致谢。",
    "s-costs": "费用",
    "p-costs": "费用见下表[](#t-costs)。",
    "t-costs.title": "按年份开列的水井费用",
    "t-costs.headnote": "(千美元)",
    "t-costs.head.c1": "区域",
    "t-costs.r1.c1": "北部",
    "t-costs.r2.c1": "南部",
    "t-costs.r3.c1": "沿海和岛屿",
    "t-costs.r4.c1": "共计",
    "t-costs.source": "工队账目。",
    "fn-crews": "工队来自四个邻国。",
    "fn-t-estimate": "估计数。",
    "annex-costs.title": "费用：初步情况",
    "p-annex": "每口水井的费用*大致*相同。",
}


@dataclass(frozen=True)
class Round:
    """A project, and a Word file of its report that went out and came back."""

    project: Project
    language: str
    file: Path

    @property
    def source(self) -> str:
        return (self.project.content / NAME / "report.md").read_text("utf-8")

    @property
    def annex(self) -> str:
        return (self.project.content / NAME / "costs.md").read_text("utf-8")

    def translation(self, id: str) -> str:
        entries = po.catalogue(po.read(self.project.catalogue(NAME, CHINESE)))
        return entries[id].msgstr

    def revise(self, old: str, new: str, file: str = "report.md") -> None:
        """Change the content while the file is away."""
        path = self.project.content / NAME / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def outcome(self, *, write: bool = False) -> back.Outcome:
        source = back.source_of(self.project, self.file, "", "")
        found = back.look(source, Report())
        return back.take(source, found) if write else found

    def told(self, *, write: bool = False) -> str:
        """What the command prints."""
        return "\n".join(Shown(written=write).lines(self.outcome(write=write)))


def sent(folder: Path, language: str, edit: Callable[[Edited], object] | None = None) -> Round:
    """A project under `folder` whose Word file came back after `edit`."""
    project = made(folder)
    data = original(language)
    file = folder / f"back-{language}.docx"
    file.write_bytes(change(data, edit) if edit else data)
    return Round(project, language, file)


def made(folder: Path) -> Project:
    """The project with the report and its translation."""
    content = folder / "content" / NAME
    content.mkdir(parents=True)
    (content / "report.md").write_text(REPORT, "utf-8")
    (content / "costs.md").write_text(ANNEX, "utf-8")
    shutil.copytree(
        ROOT / "locales", folder / "locales", ignore=shutil.ignore_patterns("documents")
    )
    (folder / "styles").symlink_to(ROOT / "styles")
    project = Project(folder)
    _translate(project)
    return project


def _translate(project: Project) -> None:
    file = project.catalogue(NAME, CHINESE)
    bundle = bundles.load(project.locales, CHINESE, Report())
    sync.update(read(project.folder(NAME), Report()), bundle, file)
    entries = [
        replace(entry, msgstr=TRANSLATIONS[entry.context]) if entry.context else entry
        for entry in po.read(file)
    ]
    file.write_text(po.dump(entries), "utf-8")


@cache
def original(language: str) -> bytes:
    """The Word file as it went out."""
    with TemporaryDirectory() as folder:
        project = made(Path(folder))
        return docx.write(*pipeline.prepare(project, NAME, language, final=True, report=Report()))
