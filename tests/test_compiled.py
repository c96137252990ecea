"""Patterns and methods that are kept: the same as if they were compiled, and never out of date."""

from __future__ import annotations

import errno
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from zlib import crc32

import pytest
from weasyprint.html import DIMENSION_RE

import docgen
from docgen import compiled
from docgen.compiled import Compiled

PACKAGES = ("docgen.read", "docgen.symbols", "markdown_it", "tinycss2", "tomllib")
TEXTS = [
    *(
        "",
        "a|b",
        r"(?P<year>\d{4})-(?P<month>\d\d)?",
        r"[\u4e00-\u9fff]+(?=。)",
        r"(a)(?:b)(?P<c>c)",
    ),
    *(b"a.*b", r"(?i)Größe", r"(?x) a  # spaced"),
]
MODULE = 'import re\n\nFOUND = re.compile(r"kept (\\w+) for good")\n'


def patterns(package: str) -> Iterator[re.Pattern[str]]:
    """The patterns that the modules of a package have."""
    for found in pkgutil.walk_packages(import_module(package).__path__, f"{package}."):
        module = import_module(found.name)
        yield from (one for one in vars(module).values() if isinstance(one, re.Pattern))


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("flags", [0, re.MULTILINE, re.DOTALL | re.IGNORECASE])
def test_a_kept_pattern_is_the_one_that_would_be_compiled(text: str | bytes, flags: int) -> None:
    made = compiled._pattern(text, *compiled._parts(text, flags))
    assert made == re.compile(text, flags)
    assert made.groupindex == re.compile(text, flags).groupindex


@pytest.mark.parametrize("package", PACKAGES)
def test_so_is_each_pattern_of_a_package(package: str) -> None:
    found = list(patterns(package))
    assert found
    for one in found:
        assert compiled._pattern(one.pattern, *compiled._parts(one.pattern, one.flags)) == one


def test_what_is_compiled_while_a_module_is_imported_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "patterned.py").write_text(MODULE, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    kept = Compiled(str(tmp_path / "kept"))
    monkeypatch.setattr(re._compiler, "compile", kept.pattern)  # type: ignore[attr-defined]
    module = import_module("patterned")
    assert re.compile("of a document and its words").search("of a document and its words")
    assert module.FOUND.fullmatch("kept pattern for good")[1] == "pattern"
    kept.save()
    assert [text for text, _ in Compiled(kept.place).patterns] == [module.FOUND.pattern]


def test_what_is_kept_serves_the_next_process(tmp_path: Path) -> None:
    kept = Compiled(str(tmp_path / "kept"))
    kept.patterns["a+", 0] = compiled._parts("a+", 0)
    assert eval_in(kept, "answer = 6 * 7") == 42
    kept.save()
    again = Compiled(kept.place)
    assert again.pattern("a+") == re.compile("a+")
    assert eval_in(again, "answer = 6 * 7") == 42
    assert not again.new


FACTS = {"name": "中文", "pages": [1, 2.5, True], "words": {"page": "页"}}


def refused() -> object:
    raise AssertionError("they are kept")


def test_facts_are_found_once_and_given_as_copies(tmp_path: Path) -> None:
    kept = Compiled(str(tmp_path / "kept"))
    assert kept.facts("a text", lambda: FACTS) == FACTS
    kept.save()
    again = Compiled(kept.place)
    again.facts("a text", refused).clear()
    assert again.facts("a text", refused) == FACTS
    assert not again.new


def test_facts_with_a_moment_of_time_are_found_anew(tmp_path: Path) -> None:
    kept = Compiled(str(tmp_path / "kept"))
    assert kept.facts("a day", lambda: {"day": date(2026, 7, 8)}) == {"day": date(2026, 7, 8)}
    assert not kept.new


def keep_facts(place: Path, *texts: str) -> Compiled:
    """A process that reads texts."""
    kept = Compiled(str(place))
    for text in texts:
        kept.facts(text, lambda: FACTS)
    kept.save()
    return kept


def test_of_many_facts_those_are_kept_that_were_used_last(tmp_path: Path) -> None:
    numbers = [str(number) for number in range(compiled._FACTS)]
    keep_facts(tmp_path / "kept", *numbers)
    keep_facts(tmp_path / "kept", "0", "another")
    assert [*Compiled(str(tmp_path / "kept")).texts] == [*numbers[2:], "0", "another"]


def test_a_process_that_reads_more_keeps_the_first_ones_once(tmp_path: Path) -> None:
    numbers = [str(number) for number in range(compiled._FACTS + 5)]
    assert keep_facts(tmp_path / "kept", *numbers).texts.keys() == {*numbers[:-5]}
    place = tmp_path / "kept"
    before = place.stat().st_ino
    keep_facts(place, *numbers)
    assert place.stat().st_ino == before


def test_facts_of_a_long_text_are_not_kept(tmp_path: Path) -> None:
    keep_facts(tmp_path / "kept", "a" * (compiled._LONG + 1))
    assert list(tmp_path.iterdir()) == []


def test_what_has_grown_too_large_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_facts(tmp_path / "kept", "a text")
    monkeypatch.setattr(compiled, "_ROOM", 200)
    keep_facts(tmp_path / "kept", "another text", "a third text")
    assert Compiled(str(tmp_path / "kept")).texts == {}
    keep_facts(tmp_path / "kept", "a text")
    assert [*Compiled(str(tmp_path / "kept")).texts] == ["a text"]


def test_what_several_processes_have_compiled_is_kept_of_each(tmp_path: Path) -> None:
    here, there = (Compiled(str(tmp_path / "kept")) for _ in range(2))
    here.code("answer = 1")
    there.code("answer = 2")
    there.patterns["a+", 0] = compiled._parts("a+", 0)
    there.save()
    here.save()
    kept = Compiled(here.place)
    assert set(kept.codes) == {"answer = 1", "answer = 2"}
    assert set(kept.patterns) == {("a+", 0)}


def eval_in(kept: Compiled, text: str) -> object:
    names: dict[str, object] = {}
    exec(kept.code(text), names)
    return names["answer"]


FOREIGN = b"what another program writes"
SEALED = crc32(FOREIGN).to_bytes(4) + FOREIGN


@pytest.mark.parametrize("damage", [b"", b"\0" * 4, b"\0" * 40, SEALED, None])
def test_what_is_damaged_is_compiled_anew(tmp_path: Path, damage: bytes | None) -> None:
    kept = Compiled(str(tmp_path / "kept"))
    kept.code("answer = 1")
    kept.save()
    place = Path(kept.place)
    place.write_bytes(place.read_bytes()[:-1] if damage is None else damage)
    assert Compiled(kept.place).codes == {}


def test_another_python_compiles_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Compiled(str(tmp_path / "kept"))
    kept.code("answer = 1")
    kept.save()
    monkeypatch.setattr(sys, "version", "4.0")
    assert Compiled(kept.place).codes == {}


def test_nothing_is_said_where_nothing_can_be_written(tmp_path: Path) -> None:
    kept = Compiled(str(tmp_path / "no folder" / "kept"))
    kept.code("answer = 1")
    kept.save()
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_keeps_no_part_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    kept = Compiled(str(tmp_path / "kept"))
    kept.code("answer = 1")
    monkeypatch.setattr(os, "replace", full)
    kept.save()
    assert list(tmp_path.iterdir()) == []


COMMAND = """
import sys
sys.pycache_prefix, sys.dont_write_bytecode = sys.argv[1], False
from docgen import __main__, compiled
__main__.main(["cache", "info"])
print(compiled.KEPT.new)
compiled.KEPT.save()
"""


def test_the_second_command_compiles_nothing(tmp_path: Path) -> None:
    run = [sys.executable, "-c", COMMAND, tmp_path]
    root = Path(docgen.__file__).parents[1]
    said = [subprocess.check_output(run, cwd=root, text=True).split()[-1] for _ in range(2)]
    assert said == ["True", "False"]


def test_what_the_process_compiles_that_sets_pages_is_kept_too(tmp_path: Path) -> None:
    output = f"--output={tmp_path / 'build'}"
    words = ["build", "local-partnerships", "--lang=en", "--format=pdf", "--no-cache", output]
    command = [sys.executable, "-m", "docgen", *words]
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path / "kept")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    root = Path(docgen.__file__).parents[1]
    subprocess.run(command, cwd=root, env=environment, check=True)
    (place,) = tmp_path.rglob("compiled*.kept")
    first = place.read_bytes()
    assert DIMENSION_RE.pattern in [text for text, _ in Compiled(str(place)).patterns]
    subprocess.run(command, cwd=root, env=environment, check=True)
    assert place.read_bytes() == first


def test_each_python_has_a_file_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    here = compiled._place()
    monkeypatch.setattr(sys, "version", "3.11.7 (main)")
    assert here.endswith(".kept")
    assert compiled._place().endswith(".kept")
    assert compiled._place() != here
