"""Attacks by the Markdown of a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.attacks.attack import Attack, endure, report

HARMLESS = {"status": 0}
"""What is text and stays text."""

ATTACKS = [
    Attack(
        "a link with a script",
        "run JavaScript in the browser of a reader",
        report("[Read this](javascript:alert(1)).\n"),
        "report.md:21: error: a link cannot lead to “javascript:alert(1)”",
    ),
    Attack(
        "a link to a file",
        "open a file of the reader, or send a password to a file server",
        report("[Read this](file://server/share/x).\n"),
        "report.md:21: error: a link cannot lead to “file://server/share/x”",
    ),
    Attack(
        "a link with data",
        "show a page of the attacker's as if it came from the document",
        report("[Read this](data:text/html;base64,PHNjcmlwdD4=).\n"),
        "report.md:21: error: a link cannot lead to “data:",
    ),
    Attack(
        "an address in angle brackets that starts a program",
        "start a program of the reader's through its address scheme",
        report("See <ms-msdt:/id/PCWDiagnostic>.\n"),
        "report.md:21: error: a link cannot lead to “ms-msdt:",
    ),
    Attack(
        "a relative link",
        "lead to whatever lies beside the finished file",
        report("[Read this](../../etc/passwd).\n"),
        "report.md:21: error: a link cannot lead to “../../etc/passwd”",
    ),
    Attack(
        "a script in the text",
        "run JavaScript in the browser of a reader",
        report("Text <script>alert(1)</script>.\n"),
        "report.md:21: error: HTML is not part of the format",
    ),
    Attack(
        "a script behind a backslash",
        "run JavaScript in the browser of a reader",
        report("Text \\<script>alert(1)\\</script> and \\<img src=x onerror=alert(1)>.\n"),
        gone=("<script", "<img src=x"),
        **HARMLESS,
    ),
    Attack(
        "a quotation mark that ends an attribute",
        "add an attribute with a script to the element around it",
        report('[Read](https://example.org/"onmouseover="alert(1)).\n'),
        gone=('"onmouseover="',),
        **HARMLESS,
    ),
    Attack(
        "the end of the style sheet in a title",
        "break out of the style sheet and begin a script",
        report(front='title: "</style></title><script>alert(1)</script>"'),
        "HTML is not part of the format",
    ),
    Attack(
        "a template in the text",
        "run code of the template engine, and through it commands of the machine",
        report(
            "Text {{ document.front.title.source }} {{ 7*7777 }} {{ cycler }} {% for x in y %}\n"
        ),
        gone=("54439", "Cycler"),
        **HARMLESS,
    ),
    Attack(
        "a Word field in the text",
        "start a program when the fields of the file are updated (DDE)",
        report('Text { DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe" }\n'),
        gone=('instrText xml:space="preserve"> DDE',),
        **HARMLESS,
    ),
    Attack(
        "the XML of a Word field in the text",
        "start a program when the fields of the file are updated (DDE)",
        report("x\\</w:t>\\</w:r>\\<w:r>\\<w:instrText>DDEAUTO cmd\\</w:instrText>\n"),
        gone=("<w:instrText>DDE",),
        **HARMLESS,
    ),
    Attack(
        "a field code in an id",
        "close the reference that the id stands in and begin another field",
        report('{#p-a" \\h }\nText.\n\nSee [](#p-a" \\h).\n'),
        '“p-a"” cannot be an id',
    ),
    Attack(
        "an escape of the terminal",
        "write over what the terminal shows, or into the clipboard",
        report("Text \x1b]0;owned\x07 and \x1b[2J [](#none).\n"),
        "report.md:21: error: the text holds the control character U+001B",
    ),
    Attack(
        "a quotation in a quotation, many times over",
        "overflow the stack of the reader",
        report("> " * 5000 + "deep\n"),
        "report.md:21: error: ",
    ),
    Attack(
        "quotations that are as deep as the parser goes",
        "overflow the stack of the reader, or lose the text inside silently",
        report("".join("> " * depth + "deep\n" for depth in range(1, 260))),
        "error: the text has more than 24 blocks",
    ),
    Attack(
        "a list in a list, many times over",
        "overflow the stack of the reader",
        report("".join("  " * depth + "- deep\n" for depth in range(300))),
        "error: the text has more than 24 blocks within one another",
    ),
    Attack(
        "containers in containers",
        "overflow the stack of the reader",
        report(
            "".join(f"{':' * (300 - n)} {{lang=es .as-received}}\n" for n in range(290)) + "x\n"
        ),
        "error: ",
    ),
    Attack(
        "closed containers in containers",
        "overflow the stack of the reader and of every writer",
        report(
            "".join(f"{':' * (200 - n)} {{lang=es .as-received}}\n" for n in range(190))
            + "x\n"
            + "".join(f"{':' * (11 + n)}\n" for n in range(190))
        ),
        "error: ",
    ),
    Attack(
        "containers without an end",
        "make the search for the end of each take as long as all together",
        report("::: box\n" * 20_000),
        "error: ",
    ),
    Attack(
        "asterisks within asterisks",
        "overflow the stack of whoever walks through the text",
        report("*a " * 3000 + "b*" * 3000 + "\n"),
        "report.md:21: error: ",
    ),
    Attack(
        "asterisks that open and never close",
        "make each look for its end through the whole text",
        report("**a " * 10_000 + "\n"),
        "report.md:21: error: ",
    ),
    Attack(
        "angle brackets that never close",
        "make each look for its end through the whole text",
        report("<a " * 16_000 + "\n"),
        **HARMLESS,
    ),
    Attack(
        "brackets that never close",
        "make each look for its end through the whole text",
        report("[^" * 8_000 + "![" * 8_000 + "[a](" * 4_000 + "\n"),
        "report.md:21: error: ",
    ),
    Attack(
        "brackets within brackets",
        "make a regular expression try every way to pair them",
        report("[" * 5_000 + "a" + "]" * 5_000 + "(https://example.org)\n"),
        "report.md:21: error: ",
    ),
    Attack(
        "a paragraph of a million characters",
        "keep the page engine at work for hours",
        report("water " * 170_000 + "\n"),
        "report.md:21: error: this text has more than 50,000 characters",
    ),
    Attack(
        "a paragraph of a million characters without a space",
        "keep the page engine at work for hours",
        report("水" * 1_000_000 + "\n"),
        "report.md:21: error: this text has more than 50,000 characters",
    ),
    Attack(
        "a file of two hundred megabytes",
        "fill the memory",
        report("water\n\n" * 30_000_000),
        "report.md: error: the file has more than",
    ),
    Attack(
        "an annex of fifty megabytes",
        "fill the memory",
        {
            **report(front="annexes: [annex.md]"),
            "content/water/annex.md": "---\ntitle: A\n---\n" + "water\n\n" * 8_000_000,
        },
        "annex.md: error: the file has more than",
    ),
    Attack(
        "an error in each of a hundred thousand lines",
        "keep the list of problems busy with itself",
        report("See [](#none).\n\n" * 100_000),
        "error: ",
    ),
    Attack(
        "a hundred thousand references",
        "keep the page engine at work for hours",
        report("".join("See [](#p-dug) and [](#p-dug).\n\n" for _ in range(50_000))),
        "error: ",
    ),
    Attack(
        "notes without end",
        "keep the page engine at work for hours",
        report(
            "".join(f"A[^{n}].\n\n" for n in range(20_001))
            + "".join(f"[^{n}]: N.\n\n" for n in range(20_001))
        ),
        "error: ",
    ),
    Attack(
        "notes that refer to each other",
        "follow the marks for ever",
        report("A[^a].\n\n[^a]: B[^b].\n\n[^b]: A[^a].\n"),
        "the mark [^b] stands inside a note",
    ),
    Attack(
        "a table with a hundred thousand rows",
        "keep the page engine at work for hours",
        report(
            "::: table {#t}\nA\n\n| a | b |\n|---|---|\n"
            + "| 1 | 2 |\n" * 100_000
            + "\nSource: B.\n:::\n"
        ),
        "error: ",
    ),
    Attack(
        "a table with ten thousand columns",
        "keep the page engine at work for hours",
        report(
            "::: table {#t}\nA\n\n"
            + "| a " * 10_000
            + "|\n"
            + "|---" * 10_000
            + "|\n"
            + "| 1 " * 10_000
            + "|\n\nSource: B.\n:::\n"
        ),
        "error: ",
    ),
    Attack(
        "a number to go on from with a million digits",
        "keep the conversion of the number busy",
        report("{start=" + "9" * 1_000_000 + "}\nText.\n"),
        "is no number to go on from",
    ),
    Attack(
        "text that runs from right to left by force",
        "let a text read otherwise than it is written",
        report("Access \u202egranted\u202c.\n"),
        "report.md:21: error: ",
    ),
]


@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_it_is_refused_or_is_mere_text(
    attack: Attack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    endure(attack, tmp_path / "project", capsys)
