"""Patterns and data classes that are kept between processes do what they did when they were new."""

from __future__ import annotations

import dataclasses
import marshal
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen import prepared
from docgen.prepared import Prepared

ROOT = Path(__file__).parents[1]
SCRIPT = """
import sys
from pathlib import Path
from docgen import prepared
prepared._place = Path(sys.argv[1])
keep = prepared.begin()
made = prepared._compiler._parser.parse
count = []
prepared._compiler._parser.parse = lambda *given: count.append(given[0]) or made(*given)
import tomllib, docgen.report
from docgen.report import Origin
keep()
print(len(count), repr(Origin("a", 1)), tomllib.loads("day = 2045-03-14"))
"""
PATTERNS = (
    (r"(?P<year>\d{4})-(?P<month>\d\d)", 0, "on 2045-03-14"),
    (r"^[一-鿿]+|\w+$", re.MULTILINE | re.IGNORECASE, "地方\nÉté"),
    (rb"\x00+(a|b)?", re.DOTALL, b"..\x00\x00a"),
    (r"(?x) a (?# comment) (?:b|c)*? (?=d)", 0, "acbd"),
)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where is kept what is new; afterwards Python is as it was."""
    path = tmp_path / "kept.bin"
    monkeypatch.setattr(prepared, "_place", path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    compiler = vars(re)["_compiler"]
    monkeypatch.setattr(compiler, "compile", compiler.compile)
    yield path
    vars(dataclasses).pop("exec", None)


def run(place: Path) -> tuple[int, str]:
    """How many patterns a new process works out, and what it prints besides."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, place],
        cwd=ROOT,
        env={key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
        capture_output=True,
        check=True,
        text=True,
    )
    number, rest = done.stdout.split(" ", 1)
    return int(number), rest


def test_what_one_process_works_out_the_next_one_finds(tmp_path: Path) -> None:
    (first, said), (second, again) = (run(tmp_path / "kept.bin") for _ in range(2))
    assert second < first / 2
    assert said == again


def test_a_damaged_file_is_passed_over_and_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "kept.bin"
    first, said = run(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-9])
    assert run(path) == (first, said)
    assert path.read_bytes() == whole


@pytest.mark.parametrize(("pattern", "flags", "text"), PATTERNS)
def test_a_kept_pattern_finds_the_same(pattern: str, flags: int, text: str) -> None:
    parts = marshal.loads(marshal.dumps(prepared._parts(pattern, int(flags))))
    found = prepared._compiler._sre.compile(*parts)
    new = re.compile(pattern, flags)
    assert found == new
    assert (found.flags, found.groupindex, found.pattern) == (
        new.flags,
        new.groupindex,
        new.pattern,
    )
    assert [(each.span(), each.groups()) for each in found.finditer(text)] == [
        (each.span(), each.groups()) for each in new.finditer(text)
    ]


def test_only_patterns_that_stand_in_modules_are_kept(place: Path) -> None:
    keep = prepared.begin()
    re.purge()
    re.compile("made of what a person wrote")
    keep()
    assert not place.exists()
    exec(compile("import re; re.compile('stands in a module')", "module", "exec"), {})
    keep()
    assert [key for key, _ in prepared._read()[0]] == ["stands in a module"]


def test_a_faulty_pattern_is_refused_as_ever() -> None:
    with pytest.raises(re.error, match="unterminated"):
        Prepared({}, {}).compile("(")


def test_where_nothing_can_be_kept_all_goes_on(place: Path) -> None:
    place.parent.joinpath("file").write_text("in the way", "utf-8")
    keep = prepared.begin()
    prepared._place = place.parent / "file" / "kept.bin"
    dataclasses.make_dataclass("Fresh", ["one", "two"])
    keep()
    assert prepared._read() == ({}, {})
