"""Names are replaced for drawing where Pango is one that says the sizes of its fonts."""

from __future__ import annotations

from inspect import signature, unwrap

import pytest
from weasyprint.text.ffi import pango

from docgen.render.drawing import hooks
from tests.render.drawing.drawn import as_it_comes, kept


def names() -> list[object]:
    return [getattr(owner, name) for owner, name, _ in hooks.HOOKS]


def test_replacements_say_what_they_stand_for() -> None:
    with kept():
        for made in names():
            assert hasattr(made, "__wrapped__")
            assert signature(made) == signature(unwrap(made))  # type: ignore[arg-type]


def test_all_are_replaced() -> None:
    with as_it_comes():
        before = names()
        hooks.keep()
        assert not any(new is old for new, old in zip(names(), before, strict=True))


def test_with_an_old_pango_all_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    class Old:
        def pango_version(self) -> int:
            return 14600

    assert pango.pango_version() >= hooks.PANGO
    monkeypatch.setattr(hooks, "pango", Old())
    with as_it_comes():
        before = names()
        hooks.keep()
        assert names() == before
