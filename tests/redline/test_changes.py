"""What a reader sees of a changed paragraph: [-gone-] and {+come+}."""

from __future__ import annotations

import pytest

from docgen.redline.atoms import atoms
from docgen.redline.changes import changes
from docgen.redline.xml import text, w


def shown(old: str, new: str) -> str:
    sides = (w("p", w("r", text(side))) for side in (old, new))
    passages = changes(*(atoms(side, lambda kind, element: kind) for side in sides))
    said = ""
    for passage in passages:
        before, after = ("".join(a.text for a in side) for side in (passage.old, passage.new))
        gone, come = f"[-{before}-]" if before else "", f"{{+{after}+}}" if after else ""
        said += after if passage.same else gone + come
    return said


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("The same.", "The same.", "The same."),
        (
            "In 71 per cent of cases.",
            "In 72 per cent of cases.",
            "In [-71-]{+72+} per cent of cases.",
        ),
        ("A long text goes on here.", "A text goes on here.", "A[- long-] text goes on here."),
        ("A/99/968", "A/99/968/Rev.1", "A/99/968{+/Rev.1+}"),
        (
            "the practice still varied widely from one country to another",
            "the practice differed greatly from one country to another",
            "the practice [-still varied widely-]{+differed greatly+} from one country to another",
        ),
        ("大会请秘书长提交报告。", "大会请秘书长提交更新报告。", "大会请秘书长提交{+更新+}报告。"),
        (
            "各国政府承诺与地方当局密切合作执行议程。",
            "各国政府决定同地方当局密切合作执行议程。",
            "各国政府[-承诺与-]{+决定同+}地方当局密切合作执行议程。",
        ),
        ("Wholly other words.", "没有共同之处", "[-Wholly other words.-]{+没有共同之处+}"),
    ],
)
def test_changes_are_what_a_reader_would_mark(old: str, new: str, marked: str) -> None:
    assert shown(old, new) == marked


def test_letters_that_occur_in_both_by_chance_are_not_kept() -> None:
    marked = shown("本报告说明甲乙丙的工作情况。", "本报告说明子丑丙寅的工作情况。")
    assert marked == "本报告说明[-甲乙丙-]{+子丑丙寅+}的工作情况。"
