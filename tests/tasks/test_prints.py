"""Digests of files, remembered as long as a file is surely the same."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest

from docgen.store import Store
from docgen.tasks import prints
from docgen.tasks.prints import Prints, tree

LONG_AGO = 1_700_000_000_000_000_000


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were read, as they are read."""
    found: list[str] = []
    read = Prints._read

    def noting(self: Prints, name: str, state: list[int]) -> str:
        found.append(Path(name).name)
        return read(self, name, state)

    monkeypatch.setattr(Prints, "_read", noting)
    return found


def settle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the files be as old as they must be to be trusted."""
    later = time.time_ns() + 2 * prints.SETTLED
    monkeypatch.setattr(prints, "time_ns", lambda: later)


def test_a_file_that_was_left_alone_is_read_once(
    tmp_path: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, path = Store(tmp_path / "kept"), tmp_path / "text"
    path.write_bytes(b"one")
    settle(monkeypatch)
    for _ in range(2):
        known = Prints(store)
        assert known.of(path) == sha(b"one")
        known.save()
    assert reads == ["text"]


def test_a_file_changed_a_moment_ago_is_read_again(tmp_path: Path, reads: list[str]) -> None:
    store, path = Store(tmp_path / "kept"), tmp_path / "text"
    path.write_bytes(b"one")
    for _ in range(2):
        known = Prints(store)
        assert known.of(path) == sha(b"one")
        known.save()
    assert reads == ["text", "text"]


def test_a_change_that_keeps_size_and_time_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, path = Store(tmp_path / "kept"), tmp_path / "text"
    path.write_bytes(b"one")
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    settle(monkeypatch)
    known = Prints(store)
    assert known.of(path) == sha(b"one")
    known.save()
    path.write_bytes(b"two")
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    assert Prints(store).of(path) == sha(b"two")


def test_what_is_remembered_may_be_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, path = Store(tmp_path / "kept"), tmp_path / "text"
    path.write_bytes(b"one")
    settle(monkeypatch)
    known = Prints(store)
    known.of(path)
    known.save()
    [kept] = (each for each in (tmp_path / "kept").rglob("*") if each.is_file())
    kept.write_bytes(kept.read_bytes().replace(b"text", b"texx"))
    assert Prints(store).known == {}
    assert Prints(store).of(path) == sha(b"one")


def test_the_files_of_a_folder_that_are_not_hidden_stand_in_one_order(tmp_path: Path) -> None:
    for name in ("b.md", "a/z.csv", "a/b/c.md", ".git/index", ".b.md.0af3", "__pycache__/b.pyc"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    found = dict(tree(tmp_path))
    assert list(found) == ["b.md", "a/z.csv", "a/b/c.md"]
    assert found["a/b/c.md"] == str(tmp_path / "a" / "b" / "c.md")
    assert [*tree(tmp_path / "nowhere")] == []


def test_links_stand_for_files_and_not_for_folders(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.md").write_bytes(b"")
    (tmp_path / "file").symlink_to(tmp_path / "a" / "b.md")
    (tmp_path / "folder").symlink_to(tmp_path / "a")
    (tmp_path / "nowhere").symlink_to(tmp_path / "none")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    assert [name for name, _ in tree(tmp_path)] == ["file", "a/b.md"]
