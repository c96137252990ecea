"""Things kept by what they were made of."""

from __future__ import annotations

from pathlib import Path

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
