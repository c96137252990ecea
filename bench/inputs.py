"""A content folder → the same text once or many times over, for docgen and for other programs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

REPORT = "report.md"
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_SUMMARY = re.compile(r"^(:{3,}) summary\n(.*?)^\1\n", re.DOTALL | re.MULTILINE)
_ID = re.compile(r"(\{#|^id: )([a-z0-9-]+)", re.MULTILINE)
_TARGET = re.compile(r"\]\(#([a-z0-9-]+)\)")
_NOTE = re.compile(r"\[\^([A-Za-z0-9_.-]+)\]")
_LABEL = re.compile(r"[ \t]*\{#[^{}]*\}[ \t]*")
_FENCE = re.compile(r"^:{3,}.*$\n?", re.MULTILINE)


def content(source: Path, times: int, folder: Path) -> Path:
    """Put a copy of `source` with its text `times` times over into `folder` → its path.

    Each copy has ids, notes and annexes of its own, so that no two of them say the same.
    """
    target = shutil.copytree(source, folder / f"{source.name}-x{times}")
    front, body = _parted((source / REPORT).read_text("utf-8"))
    for name in annexes(front):
        for copy in range(1, times):
            text = (source / name).read_text("utf-8")
            _write(target / _numbered(name, copy), renamed(text, copy))
    bodies = [renamed(body, copy) for copy in range(times)]
    _write(target / REPORT, f"---\n{_with_annexes(front, times)}\n---\n" + "\n".join(bodies))
    return target


def markdown(source: Path, times: int, folder: Path) -> Path:
    """The same text as plain Markdown in one file, without fences and ids → its path."""
    front, body = _parted((source / REPORT).read_text("utf-8"))
    texts = [body, *(_parted((source / name).read_text("utf-8"))[1] for name in annexes(front))]
    copies = (renamed(text, copy) for copy in range(times) for text in texts)
    target = folder / f"{source.name}-x{times}.md"
    _write(target, "\n".join(_LABEL.sub("", _FENCE.sub("", text)) for text in copies))
    return target


def annexes(front: str) -> list[str]:
    """The files that a front matter lists as annexes."""
    listed = re.search(r"^annexes:\n((?:[ ]+- .*\n?)*)", front, re.MULTILINE)
    return re.findall(r"- (\S+)", listed[1]) if listed else []


def renamed(text: str, copy: int) -> str:
    """`text` with ids and notes that no other copy has; the first copy keeps its own.

    A summary, of which there is one, becomes ordinary paragraphs.
    """
    if not copy:
        return text
    text = _ID.sub(rf"\1\2-{copy}", _SUMMARY.sub(r"\2", text))
    return _NOTE.sub(rf"[^\1-{copy}]", _TARGET.sub(rf"](#\1-{copy})", text))


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


def _write(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)  # the copy of a file that nobody may write
    path.write_text(text, "utf-8")
