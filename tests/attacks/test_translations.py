"""Attacks by data files, translations, overlays, ledgers and the files of languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.attacks.attack import (
    CHINESE,
    LEDGER,
    OVERLAY,
    REPORT,
    ROOT,
    SECRET,
    Attack,
    endure,
    report,
)

TABLE = "::: table {#t}\nWells\n\ndata: data/wells.csv\n\nSource: Survey.\n:::\n"
CHART = (
    "::: chart {#c kind=bar}\nWells\n\ndata: data/wells.csv\n\nAlt: Wells\n\nSource: Survey.\n:::\n"
)
CSV = "content/water/data/wells.csv"
BUILD_CHINESE = ("build", "water", "--lang=zh", "--format=docx,html")
FACTS = (ROOT / "locales/zh/locale.toml").read_text("utf-8")
WORDS = (ROOT / "locales/zh/messages.po").read_text("utf-8")


def data(content: str, block: str = TABLE) -> dict[str, str | bytes]:
    return {**report(block), CSV: content}


def translated(words: str) -> dict[str, str]:
    """A translation of the one paragraph, as the lines after `msgstr`."""
    return {CHINESE: f'msgctxt "p-dug"\nmsgid "Wells were dug."\nmsgstr {words}\n'}


DATA = [
    Attack(
        "a formula in a data file",
        "start a program in the spreadsheet that opens what is made",
        data("a,b\n=cmd|'/c calc'!A1,@SUM(1)\n"),
        status=0,
        gone=("<f>",),
    ),
    Attack(
        "markup in a data file",
        "run JavaScript in the browser of a reader",
        data("a,b\n<script>alert(1)</script>,1\n"),
        "wells.csv:2: error: HTML is not part of the format",
    ),
    Attack(
        "an escape of the terminal in a data file",
        "write over what the terminal shows",
        data("a,b\n\x1b[2Jx,1\n"),
        "wells.csv:2: error: the text holds the control character U+001B",
    ),
    Attack(
        "a data file from outside the folder",
        "print a file of the builder's",
        {**report(TABLE.replace("data/wells.csv", "../../secret.csv")), "secret.csv": SECRET},
        "is outside the folder of the document",
    ),
    Attack(
        "a data file without end of a cell",
        "read the rest of the file as one cell",
        data('a,b\n"x,1\n' + "y,2\n" * 100_000),
        "cannot be read",
    ),
    Attack(
        "a data file with a million cells",
        "keep the page engine at work for hours",
        data("a,b\n" + "1,2\n" * 500_000),
        "the table has more than 100,000 cells",
    ),
    Attack(
        "a data file with NUL",
        "cut a cell short where another program reads it",
        data("a,b\nx\0y,1\n"),
        "error: ",
    ),
    Attack(
        "a chart of a hundred thousand bars",
        "draw for hours",
        data("a,b\n" + "1,2\n" * 40_000, CHART),
        "the chart has more than 5,000 numbers",
    ),
    Attack(
        "a number of ten thousand digits in a chart",
        "keep the arithmetic busy, or divide by what is no number any more",
        data("a,b\nx," + "9" * 10_000 + "\n", CHART),
        "is no number",
    ),
]
TRANSLATIONS = [
    Attack(
        "a link in a translation",
        "run JavaScript in the browser of a reader",
        translated('"[x](javascript:alert(1))"'),
        "water.po:1: error: a link cannot lead to “javascript:alert(1)”",
        BUILD_CHINESE,
    ),
    Attack(
        "a web link that only the translation has",
        "lead readers of one language to a page of the attacker's",
        translated('"水 [x](https://evil.example/)"'),
        "should not have",
        BUILD_CHINESE,
    ),
    Attack(
        "a control character in a translation",
        "break every writer of files",
        translated('"水\\a\\v"'),
        "water.po:1: error: the text holds the control character U+0007",
        BUILD_CHINESE,
    ),
    Attack(
        "a line of blanks in a translation",
        "make a regular expression try every way to divide them",
        {CHINESE: "#~" + " " * 100_000 + "x\n"},
        "water.po:1: error: this line cannot be read",
        BUILD_CHINESE,
    ),
    Attack(
        "asterisks in a row in a translation",
        "make a regular expression try every way to divide them",
        translated('"' + "*" * 60 + ' x\\n" "水"'),
        "error: ",
        BUILD_CHINESE,
    ),
    Attack(
        "an escape of the terminal in a line that cannot be read",
        "write over what the terminal shows, since the line is quoted",
        {CHINESE: "\x1b]0;owned\x07\n"},
        "this line cannot be read: \\u001b]0;owned\\u0007",
        BUILD_CHINESE,
    ),
    Attack(
        "a translation of two hundred thousand lines of one text",
        "copy the text again for each line",
        translated('""\n' + '"水水水水水水水水水水"\n' * 200_000),
        "this text has more than 50,000 characters",
        BUILD_CHINESE,
    ),
    Attack(
        "a translation that is a link out of the project",
        "write over a file of the builder's when it is brought up to date",
        {"outside.po": ""},
        "is outside of its folder",
        ("i18n", "sync", "water", "--lang=zh"),
        links={CHINESE: "../../../../outside.po"},
    ),
    Attack(
        "an overlay that is a link out of the project",
        "print a file of the builder's",
        {**translated('"水"'), "../secret.toml": f"{SECRET} = 1\n"},
        "is outside of its folder",
        BUILD_CHINESE,
        links={OVERLAY: "../../../../secret.toml"},
    ),
    Attack(
        "an overlay of values within values",
        "overflow the stack of the parser",
        {**translated('"水"'), OVERLAY: "a = " + "[" * 50_000},
        "water.overlay.toml: error: the file has more than 8 values within one another",
        BUILD_CHINESE,
    ),
    Attack(
        "a note of an overlay with a script",
        "run JavaScript in the browser of a reader",
        {
            **translated('"水[^tn-1]"'),
            OVERLAY: '[notes.tn-1]\ntext = "<script>alert(1)</script>"\n',
        },
        "water.overlay.toml:2: error: HTML is not part of the format",
        BUILD_CHINESE,
    ),
    Attack(
        "a column of an overlay with a million digits",
        "keep the conversion of the number busy",
        {**translated('"水"'), OVERLAY: f'[tables.t]\ncolumns = ["c{"9" * 1_000_000}"]\n'},
        "error: ",
        BUILD_CHINESE,
    ),
    Attack(
        "a ledger that approves with a line too few",
        "pass off a translation as approved",
        {**translated('"水"'), LEDGER: "p-dug\tx\ty\n"},
        "water.approved.tsv:1: error: this line is no approval",
        BUILD_CHINESE,
    ),
    Attack(
        "a ledger for another text",
        "pass off a translation as approved",
        {
            **translated('"水"'),
            REPORT: report(front="require_approval: true")[REPORT],
            LEDGER: "p-dug\t0000000000000000\t0000000000000000\tA\t2026-01-01\n",
        },
        "error: ",
        (*BUILD_CHINESE, "--mode=final"),
    ),
    Attack(
        "an approval in the name of two",
        "enter a second approval behind the line of the first",
        translated('"水"'),
        "",
        ("i18n", "approve", "water", "--lang=zh", "--all", "--by=A\tB\np-x\t1\t2\tC\t2026-01-01"),
        status=0,
    ),
]
LANGUAGES = [
    Attack(
        "a wording that reaches into the program",
        "print what the program holds in its memory",
        {
            **translated('"水"'),
            "locales/zh/messages.po": WORDS.replace("{ordinal}届", "{ordinal.__class__.__mro__}届"),
        },
        "messages.po",
        BUILD_CHINESE,
    ),
    Attack(
        "a wording that is padded to a billion characters",
        "fill the memory",
        {
            **translated('"水"'),
            "locales/zh/messages.po": WORDS.replace("{ordinal}届", "{ordinal:>999999999}届"),
        },
        "messages.po",
        BUILD_CHINESE,
    ),
    Attack(
        "facts of a language within one another",
        "overflow the stack of the parser",
        {**translated('"水"'), "locales/zh/locale.toml": FACTS + "\na = " + "[" * 50_000},
        "locale.toml: error: ",
        BUILD_CHINESE,
    ),
    Attack(
        "facts of a language that are no TOML",
        "leave the person alone with a trace of the program",
        {**translated('"水"'), "locales/zh/locale.toml": "\x1b[2J"},
        "locale.toml:1: error: not valid TOML",
        BUILD_CHINESE,
    ),
]
ATTACKS = [*DATA, *TRANSLATIONS, *LANGUAGES]


@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_it_is_refused_or_is_mere_text(
    attack: Attack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    endure(attack, tmp_path / "project", capsys)


def test_a_name_with_line_breaks_enters_one_approval_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    attack = next(one for one in ATTACKS if one.name == "an approval in the name of two")
    endure(attack, tmp_path / "project", capsys)
    lines = (tmp_path / "project" / LEDGER).read_text("utf-8").splitlines()
    assert [line.split("\t")[0] for line in lines] == ["# unit", "p-dug"]
