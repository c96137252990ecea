"""The parsed declarations of the C libraries."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from docgen.render.start import declarations
from docgen.report import DocgenError

SOURCE = """
import cffi
ffi = cffi.FFI()
ffi.cdef("typedef struct { int x; int y; } point; int abs(int);")
ffi.cdef("typedef enum { FIRST, SECOND = 7 } place;")
"""


def test_what_a_module_declares_comes_back_without_a_parser(tmp_path: Path) -> None:
    kept = tmp_path / "kept.py"
    kept.write_text(declarations._written(SOURCE, "kept"))
    ffi = declarations._Declared(declarations._loaded(kept).ffi)
    ffi.cdef("this is not C")
    assert ffi.new("point *", {"x": 3}).x == 3  # type: ignore[attr-defined]
    assert ffi.dlopen(None).SECOND == 7  # type: ignore[attr-defined]
    assert ffi.dlopen(None).abs(-5) == 5  # type: ignore[attr-defined]


def test_where_they_cannot_be_kept_the_parser_does_its_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(path: Path, data: str, *, lasting: bool) -> None:
        raise DocgenError("the disk is full")

    monkeypatch.setattr(declarations, "write_whole", refuse)
    monkeypatch.setattr(declarations, "_parser", lambda: b"another")
    assert declarations._ready() is None


def test_the_stand_in_for_the_parser_is_taken_away_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "cffi", raising=False)
    with declarations.parsed():
        assert isinstance(sys.modules["cffi"], ModuleType)
        assert not hasattr(sys.modules["cffi"], "__file__")
    assert "cffi" not in sys.modules
