"""A function in another process: its result, its errors, its end."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from docgen import beside, compiled
from docgen.beside import Ended, Receive
from docgen.report import NOWHERE, Rejected, Report, SetupError
from docgen.timing import CLOCK
from tests.tasks.test_crews import alive, ended


def test_the_result_of_what_was_sent_comes_from_another_process() -> None:
    def work(receive: Receive) -> tuple[str, int]:
        return receive() + receive(), os.getpid()

    with beside.beside(work) as other:
        other.send("hand ")
        other.send("over")
        words, process = other.result()
    assert (words, process) == ("hand over", other.process)
    assert process != os.getpid()


def test_what_is_there_when_it_begins_need_not_be_sent() -> None:
    here = {"a lock that cannot be sent": threading.Lock()}
    with beside.beside(lambda receive: list(here)) as other:
        assert other.result() == list(here)


@pytest.mark.parametrize("size", [1, 3_000_000])
def test_things_of_any_size_are_sent_and_come_back(size: int) -> None:
    with beside.beside(lambda receive: receive()) as other:
        other.send(b"x" * size)
        assert len(other.result()) == size


def test_an_error_of_the_work_is_raised_where_the_result_is_wanted() -> None:
    def work(receive: Receive) -> None:
        report = Report()
        report.error(NOWHERE, "the note is too long")
        report.stop_on_errors()

    with beside.beside(work) as other, pytest.raises(Rejected) as raised:
        other.result()
    assert [found.message for found in raised.value.report] == ["the note is too long"]


def test_an_error_keeps_its_hint_and_says_where_it_arose() -> None:
    def work(receive: Receive) -> None:
        raise SetupError("no fonts", "Install them.")

    with beside.beside(work) as other, pytest.raises(SetupError) as raised:
        other.result()
    assert raised.value.diagnostic.hint == "Install them."
    assert 'raise SetupError("no fonts"' in str(raised.value.__cause__)


def test_an_error_that_cannot_be_sent_is_told_in_words() -> None:
    class Odd(Exception):
        def __init__(self) -> None:
            super().__init__("the press is out of ink")

    def work(receive: Receive) -> None:
        raise Odd

    with beside.beside(work) as other, pytest.raises(RuntimeError, match="out of ink"):
        other.result()


def test_a_process_that_is_killed_has_no_result() -> None:
    with beside.beside(lambda receive: receive()) as other:
        os.kill(other.process, signal.SIGKILL)
        with pytest.raises(Ended):
            other.result()


def test_what_is_sent_to_a_process_that_is_gone_is_lost() -> None:
    with beside.beside(lambda receive: "done") as other:
        assert other.result() == "done"
        while alive(other.process):
            time.sleep(0.01)
        other.send(b"x" * 3_000_000)
        other.send("more")


def test_a_process_ends_with_its_block_however_that_ends() -> None:
    with pytest.raises(KeyboardInterrupt), beside.beside(lambda receive: receive()) as other:
        raise KeyboardInterrupt
    assert not Path(f"/proc/{other.process}").exists()


def test_a_process_that_has_given_its_result_is_gone_before_long() -> None:
    with beside.beside(lambda receive: "done") as other:
        other.result()
    assert ended([other.process])
    with beside.beside(lambda receive: "done"):
        assert not Path(f"/proc/{other.process}").exists()


def test_where_the_system_buries_processes_by_itself_nothing_is_missed() -> None:
    with beside.beside(lambda receive: _unburied()) as other:
        assert other.result() == "both"


def _unburied() -> str:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with beside.beside(lambda receive: "done") as first:
        first.result()
    with beside.beside(lambda receive: receive()) as second:
        os.kill(second.process, signal.SIGKILL)
        with pytest.raises(Ended):
            second.result()
    assert ended([first.process, second.process])
    return "both"


def test_an_interruption_while_it_is_begun_ends_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, fork = list[int](), os.fork

    def interrupted() -> int:
        begun.append(process := fork())
        if process:
            signal.raise_signal(signal.SIGINT)
        return process

    monkeypatch.setattr(os, "fork", interrupted)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt), beside.beside(lambda receive: receive()):
            pass
    finally:
        signal.signal(signal.SIGINT, before)
    assert not Path(f"/proc/{begun[0]}").exists()


def test_a_process_is_deaf_to_interruptions() -> None:
    with beside.beside(lambda receive: receive()) as other:
        os.kill(other.process, signal.SIGINT)
        other.send("still here")
        assert other.result() == "still here"


@pytest.mark.parametrize("busy", [True, False], ids=["at work", "waiting"])
def test_a_process_does_not_outlive_the_one_that_began_it(tmp_path: Path, busy: bool) -> None:
    said = tmp_path / "process"

    def work(receive: Receive) -> None:
        said.write_text(str(os.getpid()), "ascii")
        while busy:
            pass
        receive()

    with beside.beside(lambda receive: _begun(work)) as middle:
        while not said.exists() or not said.read_text("ascii"):
            time.sleep(0.01)
        process = int(said.read_text("ascii"))
        assert alive(process)
        os.kill(middle.process, signal.SIGKILL)
        assert ended([process])


def _begun(work: beside.Work[None]) -> None:
    with beside.beside(work) as other:
        other.result()


def test_a_process_can_be_asked_again_and_again_also_after_an_error() -> None:
    with beside.serving(lambda number: (1 // number, os.getpid())) as ask:
        first, process = ask(1)
        with pytest.raises(ZeroDivisionError):
            ask(0)
        assert (first, ask(1)) == (1, (1, process))
    assert ended([process])


def test_a_process_that_is_asked_and_is_gone_has_no_result() -> None:
    def work(thing: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with beside.serving(work) as ask:
        for _ in range(2):
            with pytest.raises(Ended):
                ask("anything")


def test_seconds_of_both_processes_count_but_not_the_waiting() -> None:
    def work(receive: Receive) -> None:
        with CLOCK.stage("there"):
            time.sleep(0.2)

    CLOCK.take()
    with CLOCK.stage("here"), beside.beside(work) as other:
        other.result()
    seconds = CLOCK.take()
    assert seconds["there"] >= 0.2
    assert 0 < seconds["here"] < seconds["there"]


def test_no_process_is_begun_where_other_threads_would_be_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with beside.sparing(1):
        monkeypatch.setattr(threading, "active_count", lambda: 1)
        assert beside.possible()
        monkeypatch.setattr(threading, "active_count", lambda: 2)
        assert not beside.possible()


def test_there_is_a_process_for_each_core_to_spare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert not beside.possible()
    with beside.sparing(1), beside.beside(lambda receive: beside.possible()) as other:
        assert not beside.possible()
        assert other.result()
    assert not beside.possible()


def test_what_the_other_process_has_compiled_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = compiled.Compiled(str(tmp_path / "kept"))
    monkeypatch.setattr(compiled, "KEPT", kept)
    with beside.beside(lambda receive: eval(kept.code("answer = 6 * 7"))) as other:
        other.result()
    assert "answer = 6 * 7" in compiled.Compiled(kept.place).codes
