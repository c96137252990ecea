"""Patterns that are kept between processes find what they found when they were new."""

from __future__ import annotations

import hashlib
import marshal
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen import patterns

ROOT = Path(__file__).parents[1]
SCRIPT = """
import sys
from pathlib import Path
from docgen import patterns
patterns._place = Path(sys.argv[1])
made, count = patterns._original, []
patterns._original = lambda *given: count.append(given[0]) or made(*given)
patterns.begin()
import tomllib, textwrap, docgen.console
patterns.keep()
print(len(count), tomllib.loads("day = 2045-03-14"), docgen.console.visible("a\\x1bb"))
"""
PATTERNS = (
    (r"(?P<year>\d{4})-(?P<month>\d\d)", 0, "on 2045-03-14"),
    (r"^[一-鿿]+|\w+$", re.MULTILINE | re.IGNORECASE, "地方\nÉté"),
    (rb"\x00+(a|b)?", re.DOTALL, b"..\x00\x00a"),
    (r"(?x) a (?# comment) (?:b|c)*? (?=d)", 0, "acbd"),
)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where patterns are kept; afterwards Python is as it was."""
    path = tmp_path / "kept.bin"
    monkeypatch.setattr(patterns, "_place", path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(patterns, "_known", {})
    monkeypatch.setattr(patterns, "_new", {})
    compiler = vars(re)["_compiler"]
    monkeypatch.setattr(compiler, "compile", compiler.compile)
    re.purge()
    yield path
    re.purge()


def load(source: str) -> None:
    """Run `source` as a module that is loaded."""
    exec(compile(source, "module", "exec"), {})


def run(place: Path) -> tuple[int, str]:
    """How many patterns a new process compiles, and what it prints besides."""
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


def test_what_one_process_compiles_the_next_one_finds(tmp_path: Path) -> None:
    (first, said), (second, again) = (run(tmp_path / "kept.bin") for _ in range(2))
    assert second < first / 10
    assert again == said


def test_a_damaged_file_is_passed_over_and_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "kept.bin"
    first, said = run(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-9])
    assert run(path) == (first, said)
    assert path.read_bytes() == whole


@pytest.mark.parametrize(("pattern", "flags", "text"), PATTERNS)
def test_a_kept_pattern_finds_the_same(pattern: str, flags: int, text: str) -> None:
    kept = marshal.loads(marshal.dumps(patterns.taken_apart(pattern, flags)))
    found, new = patterns.made(kept), re.compile(pattern, flags)
    assert found == new
    assert (found.flags, found.groupindex, found.pattern) == (
        new.flags,
        new.groupindex,
        new.pattern,
    )
    assert [(each.span(), each.groups()) for each in found.finditer(text)] == [
        (each.span(), each.groups()) for each in new.finditer(text)
    ]


def test_patterns_of_modules_and_of_classes_in_them_are_kept_and_no_others(place: Path) -> None:
    patterns.begin()
    re.compile("made of what a person wrote")
    patterns.keep()
    assert not place.exists()
    load("import re; re.compile('in a module')\nclass Of:\n    found = re.compile(b'in a class')")
    patterns.keep()
    assert {key for key, _ in patterns._read()} == {"in a module", b"in a class"}


def test_what_another_process_has_kept_meanwhile_stays(place: Path) -> None:
    patterns.begin()
    load("import re; re.compile('one')")
    other = marshal.dumps({("other", 0): patterns.taken_apart("other", 0)})
    place.write_bytes(hashlib.sha256(other).digest() + other)
    patterns.keep()
    assert {key for key, _ in patterns._read()} == {"one", "other"}


def test_patterns_that_depend_on_the_locale_are_not_kept(place: Path) -> None:
    patterns.begin()
    load(r"import re; re.compile(b'\\w', re.LOCALE)")
    patterns.keep()
    assert not place.exists()


def test_a_faulty_pattern_is_refused_as_ever(place: Path) -> None:
    patterns.begin()
    with pytest.raises(re.error, match="missing \\)"):
        load("import re; re.compile('(')")


def test_where_nothing_can_be_kept_all_goes_on(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.parent.joinpath("file").write_text("in the way", "utf-8")
    monkeypatch.setattr(patterns, "_place", place.parent / "file" / "kept.bin")
    patterns.begin()
    load("import re; re.compile('one')")
    patterns.keep()
    assert patterns._read() == {}


def test_where_python_keeps_nothing_nothing_is_kept(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    patterns.begin()
    load("import re; re.compile('one')")
    patterns.keep()
    assert not place.exists()
