"""Drawings in dots that another process makes while the text is written."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen import beside
from docgen.beside import Answer, Other, Receive
from docgen.model import Image
from docgen.render.docx import dots
from docgen.render.docx.dots import at_once, meanwhile
from docgen.render.docx.package import Part
from docgen.render.raster import PNG, SVG
from docgen.report import DocgenError
from docgen.store import NOWHERE_KEPT, Store
from tests.forks import counted

PLAN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="{}"/></svg>'


def drawing(radius: object) -> Image:
    return Image("plan.svg", SVG, PLAN.format(radius).encode())


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that are begun, though the tests themselves may run in a thread."""
    monkeypatch.setattr(dots, "possible", lambda: True)
    return counted(monkeypatch)


def data(content: dots.Content | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.data()


def test_another_process_draws_what_this_one_would(begun: list[int]) -> None:
    asked = [(drawing(radius), 72.0) for radius in (3, 4, 3)]
    with meanwhile(NOWHERE_KEPT) as studio:
        made = [studio.draw(*one) for one in asked]
        assert not any(isinstance(one, bytes) for one in made)
        found = [data(one) for one in made]
    assert found == [at_once(NOWHERE_KEPT)(*one) for one in asked]
    assert len(begun) == 1


def test_without_drawings_no_process_is_begun(begun: list[int]) -> None:
    with meanwhile(NOWHERE_KEPT):
        pass
    assert begun == []


def test_what_is_kept_needs_no_process(tmp_path: Path, begun: list[int]) -> None:
    store = Store(tmp_path)
    with meanwhile(store) as studio:
        first = data(studio.draw(drawing(5), 72))
    with meanwhile(store) as studio:
        assert studio.draw(drawing(5), 72) == first
    assert len(begun) == 1


def test_a_process_that_waits_for_drawings_makes_room_for_another(
    begun: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    with beside.sparing(1), meanwhile(NOWHERE_KEPT) as studio:
        made = studio.draw(drawing(8), 72)
        assert not beside.possible()
        with studio.resting():
            assert beside.possible()
        assert not beside.possible()
        assert data(made) == at_once(NOWHERE_KEPT)(drawing(8), 72)


def test_without_a_process_there_is_no_room_for_another() -> None:
    with meanwhile(NOWHERE_KEPT) as studio, studio.resting():
        assert not beside.possible()


def test_a_process_that_is_killed_is_made_up_for(begun: list[int]) -> None:
    with meanwhile(NOWHERE_KEPT) as studio:
        made = studio.draw(drawing(6), 72)
        os.kill(begun[0], signal.SIGKILL)
        assert data(made) == at_once(NOWHERE_KEPT)(drawing(6), 72)


def test_where_no_process_can_be_begun_this_one_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(os, "fork", refuse)
    monkeypatch.setattr(dots, "possible", lambda: True)
    with meanwhile(NOWHERE_KEPT) as studio:
        assert studio.draw(drawing(7), 72) == at_once(NOWHERE_KEPT)(drawing(7), 72)
    monkeypatch.setattr(dots, "possible", lambda: False)
    with meanwhile(NOWHERE_KEPT) as studio:
        assert studio.draw(drawing(7), 72) == at_once(NOWHERE_KEPT)(drawing(7), 72)


def test_a_drawing_that_cannot_be_drawn_is_named_here(begun: list[int]) -> None:
    broken = Image("plan.svg", SVG, b"<svg")
    with meanwhile(NOWHERE_KEPT) as studio, pytest.raises(DocgenError, match=r"drawing plan\.svg"):
        data(studio.draw(broken, 72))


def test_a_process_that_is_begun_before_makes_parts_too(begun: list[int]) -> None:
    with meanwhile(NOWHERE_KEPT) as studio:
        assert not studio.parts
        studio.begin(lambda: {"plan": Part("", "", b"a plan")}, ["plan"])
        drawn = studio.draw(drawing(3), 72)
        assert data(studio.parts["plan"]) == b"a plan"
        assert data(drawn) == at_once(NOWHERE_KEPT)(drawing(3), 72)
    assert len(begun) == 1


def test_parts_are_made_here_if_that_process_is_gone(begun: list[int]) -> None:
    here = os.getpid()

    def parts() -> dict[str, Part]:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return {"plan": Part("", "", b"a plan")}

    with meanwhile(NOWHERE_KEPT) as studio:
        studio.begin(parts, ["plan"])
        assert data(studio.parts["plan"]) == b"a plan"


def test_a_drawing_of_one_size_is_asked_for_once(begun: list[int]) -> None:
    with meanwhile(NOWHERE_KEPT) as studio:
        asked = [studio.draw(drawing(3), width) for width in (72, 72, 36)]
    assert asked[0] is asked[1]
    assert len(studio.given) == 2


def test_a_drawing_is_made_before_its_turn_where_a_process_has_been_begun(
    begun: list[int],
) -> None:
    with meanwhile(NOWHERE_KEPT) as studio:
        studio.foresee(drawing(3), 72)
        assert begun == []
        studio.begin()
        studio.foresee(drawing(3), 72)
        assert list(studio.given) == [(drawing(3), 72)]
        assert data(studio.draw(drawing(3), 72)) == at_once(NOWHERE_KEPT)(drawing(3), 72)


@pytest.mark.parametrize("killed", [False, True])
def test_a_process_that_is_there_already_is_told_to_draw(begun: list[int], killed: bool) -> None:
    def serve(receive: Receive, answer: Answer) -> None:
        work = receive()
        answer(lambda: work(receive))

    with beside.doing(serve) as other:

        def then(work: Callable[[Receive], dots.Made]) -> Other[dots.Made]:
            other.send(work)
            return other

        studio = dots.elsewhere(NOWHERE_KEPT, then)
        made = [studio.draw(drawing(radius), 72) for radius in (3, 4)]
        assert not studio.parts
        if killed:
            os.kill(begun[0], signal.SIGKILL)
        found = [data(one) for one in made]
    assert found == [at_once(NOWHERE_KEPT)(drawing(radius), 72) for radius in (3, 4)]
    assert len(begun) == 1


def test_a_picture_that_is_no_drawing_is_not_given_away(begun: list[int]) -> None:
    with meanwhile(NOWHERE_KEPT) as studio:
        studio.begin()
        studio.foresee(Image("emblem.png", PNG, b"\x89PNG"), 56)
        assert studio.given == {}
