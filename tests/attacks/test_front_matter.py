"""Attacks by the front matter of a report, by its file names and by links within its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.attacks.attack import REPORT, SECRET, Attack, endure, report

ANNEX = "content/water/annex.md"
BOMB = "".join(f"k{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))

ATTACKS = [
    Attack(
        "an object in YAML",
        "call a function of Python",
        report(front="title: !!python/object/apply:os.system ['touch owned']"),
        "title: this is no text",
    ),
    Attack(
        "aliases of aliases",
        "unfold a few lines into billions of values",
        report(front=f"notes: &a0 x\n{BOMB}"),
        "stands for another value",
    ),
    Attack(
        "lists within lists",
        "overflow the stack of the parser",
        report(front=f"title: {'[' * 20_000}"),
        "the front matter has more than 8 values within one another",
    ),
    Attack(
        "a key for every word there is",
        "keep the parser busy",
        report(front="".join(f"k{n}: {n}\n" for n in range(20_000))),
        "the front matter has more than 64,000 characters",
    ),
    Attack(
        "a symbol that climbs out",
        "write the files outside of the output folder",
        report(front="symbol: A/../../../../tmp/owned"),
        "is no symbol",
    ),
    Attack(
        "a symbol with an absolute path",
        "write the files wherever the builder may write",
        report(front="symbol: /tmp/owned"),
        "is no symbol",
    ),
    Attack(
        "a symbol with a NUL",
        "cut the name of the file short",
        report(front='symbol: "A/99/1\\0"'),
        "the text holds the control character U+0000",
    ),
    Attack(
        "a symbol without end",
        "stop the build by a name that no disk takes",
        report(front=f"symbol: A/99/{'1' * 400}"),
        "is no symbol",
    ),
    Attack(
        "a style from elsewhere",
        "read a style sheet, and with it pictures, of the attacker's",
        report(front="style: ../../tmp/style"),
        "style: “../../tmp/style” is none of hq, geneva",
    ),
    Attack(
        "a language from elsewhere",
        "read the facts of a language of the attacker's",
        report(front="source: ../../tmp"),
        "source: “../../tmp” is no language tag",
    ),
    Attack(
        "an organ from elsewhere",
        "reach for a file that is named after it",
        report(front="organ: ../../secret"),
        "is no key",
    ),
    Attack(
        "an annex from elsewhere",
        "print a file of the builder's",
        report(front="annexes: [../../../secret.txt, ../../../secret.md]"),
        "“../../../secret.md” is outside the folder of the document",
    ),
    Attack(
        "an annex with an absolute path",
        "print a file of the builder's",
        report(front="annexes: [/etc/hostname.md]"),
        "“/etc/hostname.md” is outside the folder of the document",
    ),
    Attack(
        "an annex that is a link out of the folder",
        "print a file of the builder's",
        {**report(front="annexes: [annex.md]"), "secret.md": f"---\ntitle: {SECRET}\n---\n"},
        "“annex.md” is outside the folder of the document",
        links={ANNEX: "../../secret.md"},
    ),
    Attack(
        "a report that is a link out of the folder",
        "print a file of the builder's",
        {"secret.md": report()[REPORT].replace("Water", SECRET)},
        "“report.md” is outside the folder of the document",
        links={REPORT: "../../secret.md"},
    ),
    Attack(
        "a report that is a device",
        "read for ever",
        report(),
        "there is no document “water”",
        status=2,
        links={REPORT: "/dev/zero"},
    ),
    Attack(
        "links that lead to each other",
        "follow them for ever",
        report(front="annexes: [annex.md]"),
        "there is no file “annex.md”",
        links={ANNEX: "other.md", "content/water/other.md": "annex.md"},
    ),
    Attack(
        "half of a character",
        "break every writer of files",
        report(front='title: "Water \\ud800"'),
        "the text holds the control character U+D800",
    ),
    Attack(
        "a session of five thousand digits",
        "keep the conversion of the number busy",
        report(front=f"session: {'9' * 5000}"),
        status=0,
    ),
    Attack(
        "markup in the facts of the first page",
        "run JavaScript in the browser of a reader",
        report(front='agenda_item: "<script>alert(1)</script>"'),
        status=0,
        gone=("<script",),
    ),
    Attack(
        "a Word field in the title, which properties and heads repeat",
        "start a program when the fields of the file are updated (DDE)",
        report(front="title: 'Water DDEAUTO c:\\\\calc.exe \"x\" \\* MERGEFORMAT'"),
        status=0,
        gone=('preserve"> DDE', 'preserve"> Water'),
    ),
]


@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_it_is_refused_or_is_mere_text(
    attack: Attack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    endure(attack, tmp_path / "project", capsys)
