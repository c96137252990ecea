"""Cases in plain files: a title, the source and what is read from it, separated by single dots.

A source is the body of a report, or a whole report when it begins with front matter. The other
files of the document follow, each after a line such as `=== annex.md`; so can report.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FRONT = """\
---
{type: report, organ: general-assembly, symbol: A/79/968, distribution: general,
date: 2025-07-08, source: en, title: Title}
---
"""
FILES = sorted((Path(__file__).parent / "cases").glob("*.md"))


@dataclass(frozen=True)
class Case:
    path: Path
    line: int
    title: str
    source: str
    expected: str

    @property
    def whole(self) -> bool:
        return self.source.startswith(("---\n", "=== report.md\n"))

    @property
    def files(self) -> dict[str, str]:
        """The files of the document by name."""
        body, *further = re.split(r"^=== (.+)\n", self.source, flags=re.MULTILINE)
        files = {"report.md": body if self.whole else FRONT + body}
        return files | dict(zip(further[::2], further[1::2], strict=True))

    def renewed(self, result: str) -> str:
        """The case as its file would have it with `result` as what is expected."""
        return f"{self.title}\n.\n{self.source}.\n{result}.\n"


def cases(path: Path) -> Iterator[Case]:
    """The cases of one file."""
    parts = re.split(r"^\.\n", path.read_text("utf-8"), flags=re.MULTILINE)
    assert len(parts) % 3 == 1, f"{path}: title, source and result are each ended by a dot"
    line = 1
    for title, source, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        begin = line + title.startswith("\n")
        yield Case(path, begin, title.strip(), source, expected)
        line += (title + source + expected).count("\n") + 3
