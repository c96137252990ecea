"""Files that are there whole or not at all."""

from __future__ import annotations

import fcntl
import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from docgen.files import read_all, read_within, write_folder, write_together, write_whole
from docgen.limits import Limit
from docgen.report import DocgenError


def test_a_file_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    write_whole(tmp_path / "build" / "zh" / "report.html", "第一段\r\n")
    assert (tmp_path / "build/zh/report.html").read_bytes() == "第一段\r\n".encode()


def test_an_old_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "a.po"
    file.write_text("a text that was longer")
    file.chmod(0o640)
    write_whole(file, b"new")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o640)


def test_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.po", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.po"]


def test_a_symbolic_link_stays_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    file, link = tmp_path / "kept" / "a.po", tmp_path / "a.po"
    file.write_text("old")
    link.symlink_to(file)
    write_whole(link, "new")
    assert link.is_symlink()
    assert file.read_text() == "new"


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bytes]]:
    """What was brought to the disk: the name of a file with its bytes then, or of a folder."""
    found: list[tuple[str, bytes]] = []

    def fsync(place: int) -> None:
        path = Path(f"/proc/self/fd/{place}").resolve()
        found.append((path.name, path.read_bytes() if path.is_file() else b""))

    monkeypatch.setattr(os, "fsync", fsync)
    return found


def test_a_source_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, settled: list[tuple[str, bytes]]
) -> None:
    write_whole(tmp_path / "a.po", b"new")
    (aside, data), (folder, _) = settled
    assert aside.startswith(".a.po.")
    assert data == b"new"
    assert folder == tmp_path.name


def test_what_can_be_made_again_does_not_wait_for_the_disk(
    tmp_path: Path, settled: list[tuple[str, bytes]]
) -> None:
    write_whole(tmp_path / "a.pdf", b"new", lasting=False)
    assert settled == []


def test_a_folder_has_its_name_when_all_its_files_are_on_the_disk(
    tmp_path: Path, settled: list[tuple[str, bytes]]
) -> None:
    write_folder(tmp_path / "new", {"report.md": b"a", "data/b.csv": b"b"})
    assert settled == [("report.md", b"a"), ("b.csv", b"b"), (tmp_path.name, b"")]
    assert (tmp_path / "new/data/b.csv").read_bytes() == b"b"


def test_a_disk_that_fails_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(place: int) -> None:
        raise OSError(5, "Input/output error")

    file = tmp_path / "a.po"
    file.write_text("old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(DocgenError, match="cannot be written: Input/output error"):
        write_whole(file, "new")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_a_place_that_takes_no_file_is_an_error_and_harms_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "a.po"
    folder.mkdir()
    with pytest.raises(DocgenError, match=r"a\.po: error: the file cannot be written"):
        write_whole(folder, "new")
    assert list(tmp_path.rglob("*")) == [folder]


def test_a_folder_that_is_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file")
    with pytest.raises(DocgenError, match="cannot be written"):
        write_whole(tmp_path / "build" / "report.pdf", b"%PDF")
    assert (tmp_path / "build").read_text() == "a file"


def test_a_folder_is_read_with_the_folders_in_it(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "report.md").write_bytes(b"# A\r\n")
    (tmp_path / "figures" / "b.svg").write_bytes(b"<svg/>")
    assert read_all(tmp_path) == {"figures/b.svg": b"<svg/>", "report.md": b"# A\r\n"}


def test_what_is_hidden_or_elsewhere_is_not_read_with_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    (folder / ".git").mkdir(parents=True)
    (folder / ".git" / "config").write_text("secret", "utf-8")
    (folder / ".DS_Store").write_text("", "utf-8")
    (tmp_path / "secret").write_text("secret", "utf-8")
    (folder / "link.md").symlink_to(tmp_path / "secret")
    assert read_all(folder) == {}


@pytest.mark.parametrize(
    "name", ["report.md~", "~$data.xlsx", "#report.md#", "report.md.orig", "a.SWP", "Thumbs.db"]
)
def test_older_states_and_what_programs_leave_are_not_read_with_a_folder(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text("The text of yesterday.")
    (tmp_path / "original.md").write_text("The text.")
    assert read_all(tmp_path) == {"original.md": b"The text."}


def test_a_file_that_somebody_has_changed_since_it_was_read_stands(tmp_path: Path) -> None:
    file = tmp_path / "a.po"
    file.write_text("theirs")
    with pytest.raises(DocgenError, match=r"a\.po: error: the file has changed meanwhile"):
        write_whole(file, "ours", instead=b"old")
    assert [path.name for path in tmp_path.iterdir()] == ["a.po"]
    assert file.read_text() == "theirs"


def test_what_a_killed_process_has_left_is_cleared_away_and_nothing_else(tmp_path: Path) -> None:
    for name in (".a.po.0123abcd", ".a.po.keep", ".b.po.0123abcd", "a.po"):
        (tmp_path / name).write_text("left")
    write_whole(tmp_path / "a.po", "new")
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [".a.po.keep", ".b.po.0123abcd", "a.po"]


def test_what_another_process_is_writing_is_left_to_it(tmp_path: Path) -> None:
    aside = tmp_path / ".a.po.0123abcd"
    with aside.open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        write_whole(tmp_path / "a.po", "new")
        assert aside.exists()
    write_whole(tmp_path / "a.po", "newer")
    assert not aside.exists()


# ---- files that belong together ----------------------------------------------------------------


def test_files_that_belong_together_are_all_new(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("old")
    write_together({tmp_path / "a.pdf": b"new", tmp_path / "facts" / "a.txt": b"of it"})
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    assert [path.read_bytes() for path in (tmp_path / "facts").iterdir()] == [b"of it"]


def test_where_one_of_them_has_no_place_all_are_left_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("old")
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(DocgenError, match=r"a\.txt: error: the file cannot be written"):
        write_together({tmp_path / "a.pdf": b"new", tmp_path / "a.txt": b"of it"})
    assert (tmp_path / "a.pdf").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "a.txt"]


@pytest.fixture
def stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Somebody presses Ctrl-C as soon as the first file has its name; the files named by then."""
    named: list[Path] = []
    rename = Path.replace

    def replace(self: Path, target: Path) -> Path:
        named.append(target)
        done = rename(self, target)
        signal.raise_signal(signal.SIGINT)
        return done

    monkeypatch.setattr(Path, "replace", replace)
    return named


@pytest.fixture
def heard() -> Iterator[None]:
    """Ctrl-C is heard, also where what started the tests ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
def test_whoever_stops_the_process_waits_until_the_last_has_its_name(
    tmp_path: Path, stopped: list[Path]
) -> None:
    handler = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        write_together({tmp_path / name: b"new" for name in ("a.pdf", "a.txt", "a.json")})
    assert [path.name for path in stopped] == ["a.pdf", "a.txt", "a.json"]
    assert signal.getsignal(signal.SIGINT) is handler


def test_a_process_that_is_killed_leaves_no_facts_beside_what_they_do_not_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, facts = tmp_path / "a.pdf", tmp_path / "a.txt"
    states: list[list[bytes]] = []

    def replace(self: Path, target: Path) -> Path:
        states.append([path.read_bytes() for path in (file, facts) if path.exists()])
        return rename(self, target)

    rename = Path.replace
    for data in (b"old", b"new"):
        write_together({file: data, facts: data + b", all of it"}, [facts])
        monkeypatch.setattr(Path, "replace", replace)
    assert states == [[b"old"], [b"new"]]
    assert facts.read_bytes() == b"new, all of it"


def test_another_thread_writes_them_too(tmp_path: Path) -> None:
    with ThreadPoolExecutor() as pool:
        pool.submit(write_together, {tmp_path / "a.pdf": b"new"}).result()
    assert (tmp_path / "a.pdf").read_bytes() == b"new"


def test_a_file_within_its_limit_is_read_and_a_larger_one_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"12345")
    assert read_within(file, Limit(5, "bytes", "Five are enough.")) == b"12345"
    with pytest.raises(DocgenError, match=r"a\.csv: error: the file has more than 4 bytes"):
        read_within(file, Limit(4, "bytes", "Four are enough."))
