"""Things kept by what they were made of."""

from __future__ import annotations

import os
from pathlib import Path
from time import time

import pytest

from docgen.store import NOWHERE_KEPT, Store, digest


def kept(store: Store, key: str, data: bytes) -> tuple[bytes, int]:
    """What the store gives for `key`, and how often it had to be made."""
    calls: list[None] = []

    def make() -> bytes:
        calls.append(None)
        return data

    return store.kept(key, make), len(calls)


def test_a_thing_is_made_once(tmp_path: Path) -> None:
    store, key = Store(tmp_path), digest("a", 1)
    assert kept(store, key, b"first") == (b"first", 1)
    assert kept(store, key, b"second") == (b"first", 0)
    assert kept(store, digest("a", 2), b"second") == (b"second", 1)


def test_a_damaged_thing_is_made_again(tmp_path: Path) -> None:
    store, key = Store(tmp_path), digest("a")
    kept(store, key, b"whole")
    [path] = (path for path in tmp_path.rglob("*") if path.is_file())
    for damage in (path.read_bytes()[:-1], path.read_bytes() + b"x", b"", b"short"):
        path.write_bytes(damage)
        assert kept(store, key, b"whole") == (b"whole", 1)
    assert kept(store, key, b"other") == (b"whole", 0)


def test_a_store_that_takes_nothing_only_costs_time(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    for store in (NOWHERE_KEPT, Store(blocked)):
        assert kept(store, digest("a"), b"made") == (b"made", 1)
        assert kept(store, digest("a"), b"made") == (b"made", 1)


def test_parts_are_told_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc")


# ---- what nobody uses --------------------------------------------------------------------------


def aged(store: Store, name: str, days: float) -> None:
    """Let a thing, or the whole store where there is no name, be as old as that."""
    assert store.folder
    moment = time() - days * 24 * 60 * 60
    for path in store.folder.rglob(f"{name}*"):
        os.utime(path, (moment, moment))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store with an old thing and a new one, tidied two days ago."""
    made = Store(tmp_path)
    for name in ("old", "new"):
        made.keep(digest(name), name.encode())
    made.tidy()
    aged(made, "", 2)
    aged(made, digest("old"), 31)
    return made


def test_what_was_not_used_for_a_month_goes(store: Store) -> None:
    assert store.tidy() == 1
    assert store.find(digest("old")) is None
    assert store.find(digest("new")) == b"new"


def test_what_is_used_stays_however_old_it_is(store: Store) -> None:
    assert store.find(digest("old")) == b"old"
    assert store.tidy() == 0
    assert store.find(digest("old")) == b"old"


def test_tidying_is_done_once_a_day(store: Store) -> None:
    assert store.tidy() == 1
    aged(store, digest("new"), 31)
    assert store.tidy() == 0
    assert store.find(digest("new")) == b"new"


def test_a_clock_that_was_set_back_loses_nothing(store: Store) -> None:
    aged(store, "", -400)
    assert store.tidy() == 0
    assert store.find(digest("old")) == b"old"


def test_nowhere_there_is_nothing_to_tidy(tmp_path: Path) -> None:
    assert NOWHERE_KEPT.tidy() == 0
    assert Store(tmp_path / "none").tidy() == 0
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_in_the_store_goes_with_the_rest(store: Store) -> None:
    assert store.folder
    left = store.folder / digest("new")[:2] / f".{digest('new')}.0123abcd"
    left.write_bytes(b"half")
    aged(store, left.name, 31)
    assert store.tidy() == 2
    assert not left.exists()
