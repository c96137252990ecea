"""Modules whose code is kept: the same as if Python had found them, and never out of date."""

from __future__ import annotations

import errno
import importlib
import inspect
import marshal
import os
import subprocess
import sys
import traceback
from collections.abc import Iterator
from importlib.machinery import BuiltinImporter, PathFinder
from pathlib import Path
from threading import Thread

import pytest

import docgen
from docgen import bytecode, keeping
from docgen.bytecode import Bytecode

FERRY = "import pontoon.planks\n\n\ndef sail():\n    raise ValueError('no wind')\n"
FILES = {
    "ferry.py": FERRY,
    "pontoon/__init__.py": "LENGTH = 3\n",
    "pontoon/planks.py": "NUMBER = 7\n",
}
NAMES = ("ferry", "pontoon", "pontoon.planks")


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with modules, which Python searches first but for that of the script."""
    for folder in ("script", "earlier", "modules"):
        (tmp_path / folder).mkdir()
    for name, text in FILES.items():
        write(tmp_path / "modules" / name, text)
    monkeypatch.setattr(
        sys,
        "path",
        [*(str(tmp_path / each) for each in ("script", "earlier", "modules")), *sys.path],
    )
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    monkeypatch.setattr(bytecode, "MUCH", 10**6)  # tests have loaded more than any command
    yield tmp_path
    forget()


def write(path: Path, text: str, later: int = 0) -> None:
    """Write a file that is some seconds `later` than it would be."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    now = path.stat().st_mtime_ns
    os.utime(path, ns=(now, now + later * 10**9))


def forget() -> None:
    for name in NAMES:
        sys.modules.pop(name, None)
    importlib.invalidate_caches()


def process(harbour: Path, *names: str) -> Bytecode:
    """A new process that imports modules, and takes what is kept."""
    forget()
    kept = Bytecode(str(harbour / "kept"))
    sys.meta_path.insert(0, kept)
    try:
        for name in names or ("ferry",):
            importlib.import_module(name)
    finally:
        sys.meta_path.remove(kept)
    return kept


def keep(kept: Bytecode) -> None:
    keeping.keep(kept.kept, kept.found())


def taken(name: str) -> bool:
    """Whether a module has come from what is kept."""
    return type(sys.modules[name].__loader__) is bytecode._Loader


@pytest.fixture
def kept(harbour: Path) -> Bytecode:
    """What a first process has kept."""
    first = process(harbour)
    keep(first)
    return first


# ---- the same modules --------------------------------------------------------------------------


def test_the_next_process_takes_the_modules_from_there(harbour: Path, kept: Bytecode) -> None:
    second = process(harbour)
    assert [taken(name) for name in NAMES] == [True] * 3
    assert second.found() == []


def test_modules_that_are_loaded_with_another_are_kept_with_it(kept: Bytecode) -> None:
    ((outer, ((names, *_),)),) = Bytecode(kept.kept).groups.items()
    assert (outer, names) == ("ferry", NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_module_is_what_python_would_have_made_of_it(
    harbour: Path, kept: Bytecode, name: str
) -> None:
    def seen(module: object) -> dict[str, object]:
        plain = {key: value for key, value in vars(module).items() if key.startswith("__")}
        spec = plain.pop("__spec__")
        del plain["__builtins__"], plain["__loader__"]
        where = spec.origin, spec.cached, spec.has_location, spec.submodule_search_locations
        return plain | {"where": where, "source": inspect.getsource(module)}

    forget()
    ordinary = seen(importlib.import_module(name))
    process(harbour)
    assert taken(name)
    assert seen(sys.modules[name]) == ordinary


def test_a_fault_shows_the_line_that_it_is_in(harbour: Path, kept: Bytecode) -> None:
    process(harbour)
    with pytest.raises(ValueError, match="no wind") as caught:
        sys.modules["ferry"].sail()
    last = traceback.extract_tb(caught.tb)[-1]
    assert (last.filename, last.lineno) == (str(harbour / "modules" / "ferry.py"), 5)
    assert last.line == "raise ValueError('no wind')"


def test_a_module_can_be_loaded_again(harbour: Path, kept: Bytecode) -> None:
    process(harbour)
    module = sys.modules["pontoon.planks"]
    vars(module)["NUMBER"] = 0
    assert importlib.reload(module).NUMBER == 7


def test_what_is_loaded_with_it_depends_on_what_is_loaded_before(
    harbour: Path, kept: Bytecode
) -> None:
    second = process(harbour, "pontoon.planks", "ferry")
    assert [taken(name) for name in NAMES] == [True] * 3
    keep(second)
    known = Bytecode(kept.kept).groups
    assert [names for names, *_ in known["ferry"]] == [NAMES, ("ferry",)]
    assert [names for names, *_ in known["pontoon"]] == [("pontoon",)]
    for names in (("ferry",), ("pontoon.planks", "ferry")):
        again = process(harbour, *names)
        assert again.found() == []
        assert not any(burst.codes for burst in again._bursts)


def test_what_is_no_longer_loaded_with_it_is_forgotten(harbour: Path, kept: Bytecode) -> None:
    write(harbour / "modules" / "ferry.py", "NAME = 'of another harbour'\n")
    keep(process(harbour))
    assert [names for names, *_ in Bytecode(kept.kept).groups["ferry"]] == [("ferry",)]
    assert process(harbour).found() == []


def test_other_threads_are_left_to_python(harbour: Path, kept: Bytecode) -> None:
    finder = Bytecode(kept.kept)
    found = []
    thread = Thread(target=lambda: found.append(finder.find_spec("ferry")))
    thread.start()
    thread.join()
    assert found == [None]
    assert finder.find_spec("ferry")


def test_what_several_processes_have_loaded_is_kept_of_each(harbour: Path, kept: Bytecode) -> None:
    keep(process(harbour, "pontoon.planks"))
    assert set(Bytecode(kept.kept).groups) == {"ferry", "pontoon", "pontoon.planks"}
    assert process(harbour).found() == []


def test_what_another_process_has_found_is_kept_too(harbour: Path) -> None:
    here, there = Bytecode(str(harbour / "kept")), process(harbour)
    here.add(there.found())
    keep(here)
    assert set(Bytecode(here.kept).places) == set(NAMES)


# ---- never out of date -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "later"), [("NUMBER = 8\n", 5), ("NUMBER = 8\n", -5), ("NUMBER = 1000\n", 0)]
)
def test_a_module_that_was_edited_is_read_and_kept_anew(
    harbour: Path, kept: Bytecode, text: str, later: int
) -> None:
    write(harbour / "modules" / "pontoon" / "planks.py", text, later)
    second = process(harbour)
    assert f"NUMBER = {sys.modules['pontoon.planks'].NUMBER}\n" == text
    assert (taken("ferry"), taken("pontoon.planks")) == (True, False)
    keep(second)
    assert process(harbour).found() == []
    assert f"NUMBER = {sys.modules['pontoon.planks'].NUMBER}\n" == text


def replace(path: Path, text: str) -> None:
    """Put another file in the place of one of the same size and time, as installers do."""
    before = path.stat()
    aside = path.with_suffix(".new")
    aside.write_text(text, "utf-8")
    os.utime(aside, ns=(before.st_mtime_ns, before.st_mtime_ns))
    aside.replace(path)
    now = path.parent.stat().st_mtime_ns
    os.utime(path.parent, ns=(now, now + 10**9))  # the clock of a disk may not have gone on by now
    assert (before.st_size, before.st_mtime_ns) == (path.stat().st_size, path.stat().st_mtime_ns)


def test_a_module_that_was_replaced_by_one_of_its_size_and_time_is_not_taken(
    harbour: Path, kept: Bytecode
) -> None:
    replace(harbour / "modules" / "pontoon" / "planks.py", "NUMBER = 8\n")
    process(harbour)
    assert (taken("ferry"), taken("pontoon.planks")) == (True, False)


def test_nor_is_one_that_was_replaced_while_it_was_kept(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def codes(places: dict[str, bytecode.Place]) -> object:
        found = read(places)
        replace(harbour / "modules" / "pontoon" / "planks.py", "NUMBER = 8\n")
        return found

    read = keeping._codes
    monkeypatch.setattr(keeping, "_codes", codes)
    keep(process(harbour))
    process(harbour)
    assert (taken("ferry"), taken("pontoon.planks")) == (True, False)


def test_a_module_that_is_gone_is_gone(harbour: Path, kept: Bytecode) -> None:
    (harbour / "modules" / "pontoon" / "planks.py").unlink()
    with pytest.raises(ModuleNotFoundError, match=r"pontoon\.planks"):
        process(harbour)


def test_a_package_goes_before_a_module(harbour: Path, kept: Bytecode) -> None:
    write(harbour / "modules" / "pontoon" / "planks" / "__init__.py", "NUMBER = 9\n")
    process(harbour)
    assert sys.modules["pontoon.planks"].NUMBER == 9


@pytest.mark.parametrize("folder", ["script", "earlier"])
def test_so_does_a_module_in_a_folder_that_is_searched_before(
    harbour: Path, kept: Bytecode, folder: str
) -> None:
    write(harbour / folder / "ferry.py", "NAME = 'another'\n")
    keep(process(harbour))
    assert sys.modules["ferry"].NAME == "another"
    assert process(harbour).found() == []
    assert sys.modules["ferry"].NAME == "another"


def test_other_things_in_the_folder_of_the_script_change_nothing(
    harbour: Path, kept: Bytecode
) -> None:
    write(harbour / "script" / "report.md", "A report.\n")
    process(harbour)
    assert taken("ferry")


def test_where_python_searches_other_folders_all_is_found_by_python(
    harbour: Path, kept: Bytecode, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(harbour / "elsewhere" / "ferry.py", "NAME = 'another'\n")
    monkeypatch.setattr(sys, "path", [sys.path[0], str(harbour / "elsewhere"), *sys.path[1:]])
    process(harbour)
    assert sys.modules["ferry"].NAME == "another"


def test_a_package_that_has_its_modules_elsewhere_gives_those(
    harbour: Path, kept: Bytecode
) -> None:
    write(harbour / "elsewhere" / "planks.py", "NUMBER = 9\n")
    process(harbour, "pontoon")
    finder = Bytecode(kept.kept)
    inside, elsewhere = harbour / "modules" / "pontoon", harbour / "elsewhere"
    assert finder.find_spec("pontoon.planks", [str(inside)])
    assert finder.find_spec("pontoon.planks", [str(elsewhere)]) is None
    assert finder.find_spec("pontoon.planks", [str(elsewhere), str(inside)]) is None


def test_even_when_they_come_while_it_runs(harbour: Path, kept: Bytecode) -> None:
    write(harbour / "elsewhere" / "ferry.py", "NAME = 'another'\n")
    finder = Bytecode(kept.kept)
    sys.path.insert(1, str(harbour / "elsewhere"))
    assert finder.places
    assert finder.find_spec("ferry") is None


def test_another_python_takes_nothing(
    harbour: Path, kept: Bytecode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bytecode, "BY", ("4.0", bytecode.BY[1]))
    assert Bytecode(kept.kept).places == {}


def test_what_another_version_of_this_has_kept_is_not_taken(
    harbour: Path, kept: Bytecode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bytecode, "BY", (sys.version, (0, 0)))
    assert Bytecode(kept.kept).places == {}


def test_whoever_is_asked_before_the_files_is_asked_before_what_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(bytecode, "KEPT", None)
    bytecode.begin()
    place = sys.meta_path.index(bytecode.KEPT)
    assert sys.meta_path[place + 1] is PathFinder
    assert BuiltinImporter in sys.meta_path[:place]


# ---- small, and seldom written -----------------------------------------------------------------


def age(place: str) -> None:
    """Let it be a day since something was kept."""
    then = Path(place).stat().st_mtime_ns - bytecode.DAY * 10**9
    os.utime(place, ns=(then, then))


@pytest.fixture
def full(kept: Bytecode, monkeypatch: pytest.MonkeyPatch) -> Bytecode:
    """What a first process has kept, with no room for more."""
    for module in (bytecode, keeping):
        monkeypatch.setattr(module, "ROOM", 1)
    return kept


def outers(kept: Bytecode) -> set[str]:
    return set(Bytecode(kept.kept).groups)


def test_of_a_command_that_loads_much_nothing_is_kept(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = process(harbour)
    assert loaded.found()
    monkeypatch.setattr(bytecode, "MUCH", len(sys.modules))
    assert loaded.found() == []


def test_a_full_file_is_renewed_and_gets_nothing_more(harbour: Path, full: Bytecode) -> None:
    assert process(harbour, "pontoon.planks").found() == []
    write(harbour / "modules" / "pontoon" / "planks.py", "NUMBER = 8\n", 5)
    keep(process(harbour, "pontoon.planks"))
    assert outers(full) == {"ferry"}
    assert process(harbour).found() == []
    assert (taken("pontoon.planks"), sys.modules["pontoon.planks"].NUMBER) == (True, 8)


def test_after_a_day_a_full_file_is_begun_anew(harbour: Path, full: Bytecode) -> None:
    age(full.kept)
    assert process(harbour).found() == []
    second = process(harbour, "pontoon.planks")
    keep(second)
    assert outers(full) == {"pontoon"}
    assert process(harbour, "pontoon.planks").found() == []


def test_of_a_group_for_which_there_is_no_room_nothing_is_kept(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "ROOM", 1)
    first = process(harbour, "pontoon.planks", "ferry")
    keep(first)
    known = Bytecode(first.kept)
    assert (set(known.groups), set(known.places)) == ({"pontoon"}, {"pontoon"})


def test_a_python_that_searches_other_folders_takes_the_file_over_after_a_day(
    harbour: Path, kept: Bytecode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, str(harbour / "elsewhere")])
    assert process(harbour).found() == []
    assert not taken("ferry")
    age(kept.kept)
    keep(process(harbour))
    assert process(harbour).found() == []
    assert taken("ferry")


def test_what_is_kept_tomorrow_is_no_younger(harbour: Path, kept: Bytecode) -> None:
    os.utime(kept.kept, (2**33, 2**33))
    assert kept.old()


def test_many_different_commands_fill_it_once(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (bytecode, keeping):
        monkeypatch.setattr(module, "ROOM", 2000)
    for number in range(20):
        write(harbour / "modules" / f"ferry_{number}.py", f"NAME = 'ferry {number}'\n")
    place = harbour / "kept"
    written = list[int]()
    for number in [*range(20)] * 2:
        loaded = process(harbour, f"ferry_{number}", "ferry").found()
        sys.modules.pop(f"ferry_{number}")
        written.append(len(loaded))
        if loaded:
            keeping.keep(str(place), loaded)
    assert written[0]
    assert written[20:] == [0] * 20
    groups = [length for them in Bytecode(str(place)).groups.values() for *_, length, _ in them]
    assert sum(groups[:-1]) < 2000 <= sum(groups)


def test_each_python_has_a_file_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    here = bytecode.kept_beside("ferry.cpython-311.pyc")
    monkeypatch.setattr(sys, "version", "3.11.7 (main)")
    there = bytecode.kept_beside("ferry.cpython-311.pyc")
    assert here != there
    assert {name.partition(".pyc.")[0] for name in (here, there)} == {"ferry.cpython-311"}


# ---- what can go wrong -------------------------------------------------------------------------


@pytest.mark.parametrize("part", [0, 3, 20, 600, -1, None])
def test_what_is_damaged_is_read_and_kept_anew(
    harbour: Path, kept: Bytecode, part: int | None
) -> None:
    place = Path(kept.kept)
    data = bytearray(place.read_bytes())
    if part is None:
        del data[-1]
    else:
        data[part] ^= 1
    place.write_bytes(data)
    second = process(harbour)
    assert sys.modules["pontoon.planks"].NUMBER == 7
    keep(second)
    assert place.read_bytes() != data
    assert process(harbour).found() == []


@pytest.mark.parametrize("text", [b"", b"\0" * 400])
def test_what_another_program_has_written_is_not_taken(
    harbour: Path, kept: Bytecode, text: bytes
) -> None:
    Path(kept.kept).write_bytes(text)
    process(harbour)
    assert not taken("ferry")


def test_nothing_is_said_where_nothing_can_be_written(harbour: Path) -> None:
    keeping.keep(str(harbour / "no folder" / "kept"), process(harbour).found())
    assert not (harbour / "no folder").exists()


def test_a_full_disk_keeps_no_part_of_it(harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    found = process(harbour).found()
    monkeypatch.setattr(os, "replace", full)
    keeping.keep(str(harbour / "kept"), found)
    assert not [each for each in harbour.iterdir() if each.is_file()]


def test_a_module_that_was_not_loaded_is_not_kept(harbour: Path) -> None:
    finder = Bytecode()
    assert finder.find_spec("ferry") is None
    assert finder.find_spec("math") is None
    assert finder.found() == []


def test_a_folder_that_is_gone_is_no_fault(
    harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    monkeypatch.setattr(sys, "path", ["", *sys.path[1:]])
    keep(process(harbour))
    assert process(harbour).found() == []
    assert taken("ferry")


# ---- commands ----------------------------------------------------------------------------------


def test_the_second_command_finds_nothing_that_is_not_kept(tmp_path: Path) -> None:
    output = f"--output={tmp_path / 'build'}"
    words = ["build", "local-partnerships", "--lang=en", "--format=docx", "--no-cache", output]
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path / "kept")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def run() -> bytes:
        root = Path(docgen.__file__).parents[1]
        command = [sys.executable, "-m", "docgen", *words]
        subprocess.run(command, cwd=root, env=environment, check=True)
        (place,) = tmp_path.rglob("bytecode*.kept")
        return place.read_bytes()

    first = run()
    length = int.from_bytes(first[bytecode.SEAL :][: bytecode.NUMBER])
    names = marshal.loads(first[bytecode.SEAL + bytecode.NUMBER :][:length])[3].keys()
    assert {"docgen.render.docx.writer", "docgen.read.blocks", "markdown_it.ruler"} <= names
    assert run() == first


def test_where_python_keeps_no_bytecode_nothing_is_kept_here(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    root = Path(docgen.__file__).parents[1]
    command = [sys.executable, "-m", "docgen", "--version"]
    subprocess.run(command, cwd=root, env=environment, check=True)
    assert list(tmp_path.iterdir()) == []
