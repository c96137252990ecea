"""What editors do in Word, one thing at a time: what is told, what is taken over, what is left."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

import pytest

from docgen import po
from tests.conftest import Golden
from tests.readback import sample
from tests.readback.editing import Edited, W, text
from tests.readback.sample import CHINESE, ENGLISH, Round

CASES = Path(__file__).parent / "cases"
Edit = Callable[[Edited], object]


class Words(NamedTuple):
    """The same places of the report in one of its languages."""

    first: str
    plain: str
    other: str
    second: str
    thanks: str
    bold: str
    note: str
    far: str


WORDS = {
    ENGLISH: Words(
        "further", "Three", "Four", "They are described", "The villages", "Water was found",
        "four neighbouring", "Coast and islands",
    ),
    CHINESE: Words(
        "另外", "有三处", "有四处", "附件对此", "各村主动", "已找到水源", "四个邻国", "沿海和岛屿"
    ),
}  # fmt: skip


def without_look(run: object) -> None:
    properties = run.find(f"{W}rPr")  # type: ignore[attr-defined]
    properties.remove(properties.find(f"{W}rStyle"))


def first_cell(edited: Edited, old: str, new: str) -> None:
    cells = (piece for piece in edited.body.iter(f"{W}t") if piece.text == old)
    next(cells).text = new


def insert_row(edited: Edited, words: str) -> None:
    row = next(one for one in edited.body.iter(f"{W}tr") if words in text(one))
    made = deepcopy(row)
    for piece, said in zip(made.iter(f"{W}t"), ("X", "10", "20"), strict=False):
        piece.text = said
    row.addnext(made)


def delete_mark(edited: Edited) -> None:
    for run in list(edited.body.iter(f"{W}r")):
        mark = run.find(f"{W}footnoteReference")
        if mark is not None and mark.get(f"{W}customMarkFollows") is None:
            run.getparent().remove(run)
            return


def set_style(edited: Edited, words: str, style: str) -> None:
    edited.paragraph(words).find(f"{W}pPr/{W}pStyle").set(f"{W}val", style)


SCENARIOS: dict[str, Callable[[Edited, Words], object]] = {
    "a word is changed": lambda e, w: e.replace(w.plain, w.other),
    "an emphasized word is changed": lambda e, w: e.replace(w.first, "XX"),
    "a number is typed": lambda e, w: e.replace(w.plain, f"3. {w.plain}"),
    "the text of a note is changed": lambda e, w: e.replace(w.note, f"X{w.note}", e.notes),
    "a note is deleted": lambda e, w: delete_mark(e),
    "a reference is typed over": lambda e, w: e.unfield("3", w.bold),
    "a paragraph is inserted": lambda e, w: e.insert_after(w.plain, "Something new 新的一段."),
    "a paragraph is deleted": lambda e, w: e.delete(w.plain),
    "a paragraph is moved": lambda e, w: e.move_after(w.plain, w.thanks),
    "a paragraph is split": lambda e, w: e.divide(w.second),
    "two paragraphs are merged": lambda e, w: e.join(w.bold, w.plain),
    "a paragraph is written anew": lambda e, w: (
        e.insert_after(w.plain, "Quite another text 另一段文字."),
        e.delete(w.plain),
    ),
    "the words of a cell are changed": lambda e, w: e.replace(w.far, f"X{w.far}"),
    "the number of a cell is changed": lambda e, w: first_cell(e, "800", "850"),
    "a row is inserted": lambda e, w: insert_row(e, w.far),
    "bold is removed": lambda e, w: without_look(e.run(w.bold)),
    "a bold word is changed": lambda e, w: e.replace(w.bold, f"X {w.bold}"),
    "a change is tracked": lambda e, w: e.track(w.plain, w.other),
    "a comment is left": lambda e, w: e.remark(w.plain, "Which ones? 哪些？"),
    "another style is chosen": lambda e, w: set_style(e, w.plain, "Quotation"),
    "a symbol of the format is typed": lambda e, w: e.replace(w.plain, f"*{w.plain}* [x] <y>"),
    "nothing is changed": lambda e, w: None,
}


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
@pytest.mark.parametrize("name", SCENARIOS)
def test_each_change_is_told_and_taken_over_or_left(
    name: str, language: str, tmp_path: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    back = sample.sent(tmp_path, language, lambda e: SCENARIOS[name](e, WORDS[language]))
    before = files(back)
    told = back.told(write=True)
    shown = f"{told}\n\n{changes(before, files(back))}"
    golden(CASES / f"{name.replace(' ', '-')}-{language}.txt", shown.rstrip() + "\n")


def files(back: Round) -> dict[str, str]:
    """The texts that can change."""
    catalogue = po.read(back.project.catalogue(sample.NAME, CHINESE))
    translations = "\n".join(f"{entry.context}: {entry.msgstr}" for entry in catalogue)
    return {"report.md": back.source, "costs.md": back.annex, "wells.po": translations}


def changes(before: dict[str, str], after: dict[str, str]) -> str:
    """What has changed in the files, line by line."""
    lines = []
    for name, old in before.items():
        diff = unified_diff(old.splitlines(), after[name].splitlines(), name, name, "", "", 0, "")
        lines += [line for line in diff if not line.startswith(("@@", "---"))]
    return "\n".join(lines)
