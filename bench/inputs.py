"""The sample of the project → projects to be measured: the same text once or many times over.

Each copy of the text has ids, notes and annexes of its own, in its translations as well, so that
no two of them say the same.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bench.runs import Command
from docgen import po

ROOT = Path(__file__).parents[1]
SAMPLE, SYMBOL = "local-partnerships", "A/99/968"
LANGUAGES = ("zh", "en")
REPORT = "report.md"
EDITED = "p-limits"
"""The paragraph that is edited."""

SCRIPT = (
    "import sys; from functools import partial; from pathlib import Path; "
    "from docgen import __main__ as command; "
    "command.main = partial(command.main, sys.argv[2:], Path(sys.argv[1])); command.run()"
)
"""The command docgen, on the project that is its first argument."""

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_SUMMARY = re.compile(r"^(:{3,}) summary\n(.*?)^\1\n", re.DOTALL | re.MULTILINE)
_ID = re.compile(r"(\{#|^id: )([a-z0-9-]+)", re.MULTILINE)
_TARGET = re.compile(r"\]\(#([a-z0-9-]+)\)")
_DEFINITION = re.compile(r"^\[\^([A-Za-z0-9_.-]+)\]: .*\n+", re.MULTILINE)
_NOTE = re.compile(r"\[\^([A-Za-z0-9_.-]+)\]")


def docgen(root: Path, *arguments: str) -> Command:
    """The command that runs docgen on the project at `root`."""
    return [sys.executable, "-c", SCRIPT, root, *arguments]


def project(root: Path) -> Path:
    """A project at `root` with the languages and styles of this one, and no document."""
    translations = shutil.ignore_patterns("documents")
    shutil.copytree(ROOT / "locales", root / "locales", ignore=translations)
    shutil.copytree(ROOT / "styles", root / "styles")
    for folder in (root, *root.rglob("*")):
        folder.chmod(folder.stat().st_mode | 0o200)
    return root


# ---- many documents ----------------------------------------------------------------------------


def copies(root: Path, number: int) -> list[str]:
    """Put so many documents into a project, each with a symbol of its own → their names."""
    return [_copy(root, f"report-{one:03}", f"A/99/{1000 + one}") for one in range(1, number + 1)]


def _copy(root: Path, name: str, symbol: str) -> str:
    report = shutil.copytree(ROOT / "content" / SAMPLE, root / "content" / name) / REPORT
    text = report.read_text("utf-8")
    _write(report, text.replace(f"symbol: {SYMBOL}\n", f"symbol: {symbol}\n"))
    for path in _translations():
        target = root / path.relative_to(ROOT).with_name(path.name.replace(SAMPLE, name))
        _write(target, path.read_text("utf-8"))
    return name


def _translations() -> Iterator[Path]:
    return (ROOT / "locales").glob(f"*/documents/{SAMPLE}.*")


# ---- a long document ---------------------------------------------------------------------------


def long(root: Path, times: int) -> str:
    """Put a document with the text of the sample `times` times over into a project → its name."""
    name = f"{SAMPLE}-x{times}"
    source = ROOT / "content" / SAMPLE
    target = shutil.copytree(source, root / "content" / name)
    front, body = _parted((source / REPORT).read_text("utf-8"))
    for annex in annexes(front):
        text = (source / annex).read_text("utf-8")
        for copy in range(1, times):
            _write(target / _numbered(annex, copy), renamed(text, copy))
    bodies = [renamed(body, copy) for copy in range(times)]
    _write(target / REPORT, f"---\n{_with_annexes(front, times)}\n---\n" + "\n".join(bodies))
    for path in (ROOT / "locales").glob(f"*/documents/{SAMPLE}.po"):
        entries = po.parse(path.read_text("utf-8"), str(path))
        text = po.dump(_repeated(entries, times))
        _write(root / path.relative_to(ROOT).with_name(f"{name}.po"), text)
    return name


def annexes(front: str) -> list[str]:
    """The files that a front matter lists as annexes."""
    listed = re.search(r"^annexes:\n((?:[ ]+- .*\n?)*)", front, re.MULTILINE)
    return re.findall(r"- (\S+)", listed[1]) if listed else []


def renamed(text: str, copy: int) -> str:
    """`text` with ids and notes that no other copy has; the first copy keeps its own.

    A summary, of which there is one, becomes ordinary paragraphs; a note of the front page goes.
    """
    if not copy:
        return text
    text = _DEFINITION.sub(lambda note: note[0] if text.count(f"[^{note[1]}]") > 1 else "", text)
    text = _ID.sub(rf"\1\2-{copy}", _SUMMARY.sub(r"\2", text))
    return _NOTE.sub(rf"[^\1-{copy}]", _TARGET.sub(rf"](#\1-{copy})", text))


def _repeated(entries: Sequence[po.Entry], times: int) -> list[po.Entry]:
    """The translation of all copies; the front page is there once."""
    once = [entry for entry in entries if not entry.context or ":" in entry.context]
    text = [entry for entry in entries if entry not in once]
    return [*once, *(_renamed(entry, copy) for copy in range(times) for entry in text)]


def _renamed(entry: po.Entry, copy: int) -> po.Entry:
    if not copy:
        return entry
    name, dot, part = str(entry.context).partition(".")
    return replace(
        entry,
        context=f"{name}-{copy}{dot}{part}",
        msgid=renamed(entry.msgid, copy),
        msgstr=renamed(entry.msgstr, copy),
    )


def _with_annexes(front: str, times: int) -> str:
    return re.sub(
        r"^( +- )(\S+\.md)$", lambda line: "\n".join(_lines(line, times)), front, flags=re.MULTILINE
    )


def _lines(line: re.Match[str], times: int) -> Iterator[str]:
    yield line[0]
    for copy in range(1, times):
        yield f"{line[1]}{_numbered(line[2], copy)}"


def _numbered(name: str, copy: int) -> str:
    return f"{name.removesuffix('.md')}-{copy}.md"


def _parted(text: str) -> tuple[str, str]:
    """Front matter and body of a file."""
    found = _FRONT.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


# ---- editing -----------------------------------------------------------------------------------


def edit(root: Path, document: str, language: str, number: int) -> None:
    """Let a paragraph of a document begin with `number`, in the file that has this language."""
    file = root / "locales" / language / "documents" / f"{document}.po"
    place = rf'msgctxt "{EDITED}"\nmsgid .*\nmsgstr "'
    if not file.exists():
        file, place = root / "content" / document / REPORT, rf"\{{#{EDITED}\}}\n"
    text, count = re.subn(rf"({place})(?:\d+ )?", rf"\g<1>{number} ", file.read_text("utf-8"))
    if count != 1:
        raise SystemExit(f"{file}: there is no paragraph {EDITED}")
    _write(file, text)


def _write(path: Path, text: str) -> None:
    """Save a file as editors do, aside and then in its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}")
    aside.write_text(text, "utf-8")
    aside.replace(path)
