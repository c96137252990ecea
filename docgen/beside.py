"""A function that another process of this machine does beside this one; its result comes later.

The other process is a fork: it has all that was loaded and known when it was begun, so that nothing
is handed over but what is sent afterwards, and the result. It hears no interruption, ends with the
block that it was begun in, however that ends, and with this process if that is killed.
"""

from __future__ import annotations

import fcntl
import os
import pickle
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from typing import Any, BinaryIO, Generic, NoReturn, TypeVar

from docgen import compiled
from docgen.timing import CLOCK

Result = TypeVar("Result")
Receive = Callable[[], Any]
"""Waits for the next thing that is sent → that thing; EOFError when nothing comes any more."""
Work = Callable[[Receive], Result]
Answer = Callable[[Callable[[], Any]], None]
"""Does something, and hands over its result or the error that it ended in."""

_spare = 0
"""So many more processes can be begun here."""

_ROOM = 1 << 20
"""The bytes that a pipe takes before whoever sends has to wait."""


class Ended(Exception):
    """The process was ended by the system before it had a result."""


class Elsewhere(Exception):
    """Where an error arose in the other process; the cause of the error here."""

    def __str__(self) -> str:
        return f"\n{self.args[0]}"


@contextmanager
def sparing(number: int) -> Iterator[None]:
    """Meanwhile so many processes can be begun here at the same time: one for each idle core."""
    global _spare
    before, _spare = _spare, number
    try:
        yield
    finally:
        _spare = before


def possible() -> bool:
    """Whether a process can be begun: there is a core to spare for it, and a fork does.

    It would have no other thread of this process.
    """
    return _spare > 0 and sys.platform == "linux" and threading.active_count() == 1


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def beside(work: Work[Result]) -> Iterator[Other[Result]]:
    """Begin `work` in another process, which is ended with the block.

    `work` is given what waits for the things that are sent to it, in their order. It can begin as
    many processes itself as could be begun here, where its result will be waited for. Raises
    OSError when the system begins no more processes.
    """
    with doing(lambda receive, answer: answer(lambda: work(receive))) as other:
        yield other


def within(stack: ExitStack, work: Work[Result]) -> Other[Result] | None:
    """Begin `work` in another process, which is ended with `stack`.

    None where the system begins no more processes.
    """
    try:
        return stack.enter_context(beside(work))
    except OSError:
        return None


@contextmanager
def answering(work: Callable[[Any], Result]) -> Iterator[Other[Result]]:
    """Begin a process that does `work` with each thing that is sent to it, in turn.

    For each there is a result. It can begin as many processes itself as could be begun here, where
    its results will be waited for. Raises OSError when the system begins no more processes.
    """

    def serve(receive: Receive, answer: Answer) -> None:
        while True:
            thing = receive()
            answer(partial(work, thing))

    with doing(serve) as other:
        yield other


@contextmanager
def serving(work: Callable[[Any], Result]) -> Iterator[Callable[[Any], Result]]:
    """Begin a process that does `work` with each thing in turn → what to ask for its results.

    To ask raises what `work` raises, and Ended from when the process is gone. It can begin as many
    processes itself as could be begun here.
    """
    with answering(work) as other:

        def ask(thing: Any) -> Result:
            other.send(thing)
            return other.result()

        yield ask


@contextmanager
def doing(do: Callable[[Receive, Answer], None]) -> Iterator[Other[Any]]:
    """Begin to `do` something in another process, which is ended with the block.

    It is given what waits for the things that are sent to it, and what hands over a result. It can
    begin as many processes itself as could be begun here. Raises OSError when the system begins no
    more processes.
    """
    _bury()
    with ExitStack() as stack:
        with heedless():
            pipes = [_pipe() for _ in range(3)]
            process = os.fork()
            if not process:
                _do(do, *pipes)
            other = Other[Any](process, *pipes)
            stack.callback(other.end)
        with sparing(_spare - 1):
            yield other


@contextmanager
def heedless() -> Iterator[None]:
    """Meanwhile interruptions wait; a process begun now is deaf to them for good."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _pipe() -> tuple[BinaryIO, BinaryIO]:
    """Both ends of a pipe with room."""
    ends = os.pipe()
    with suppress(OSError, AttributeError):
        fcntl.fcntl(ends[1], fcntl.F_SETPIPE_SZ, _ROOM)
    return os.fdopen(ends[0], "rb"), os.fdopen(ends[1], "wb")


Pipe = tuple[BinaryIO, BinaryIO]


class Other(Generic[Result]):
    """A process that does something for this one."""

    def __init__(self, process: int, there: Pipe, back: Pipe, leash: Pipe) -> None:
        self.process = process
        self._there, self._back, self._leash = there[1], back[0], leash[1]
        self._done = False
        for theirs in (there[0], back[1], leash[0]):
            theirs.close()

    def send(self, thing: object) -> None:
        """Hand over a thing; one that comes too late, because the work is over, is lost."""
        self._done = False
        with suppress(BrokenPipeError):
            pickle.dump(thing, self._there, pickle.HIGHEST_PROTOCOL)
            self._there.flush()

    def result(self) -> Result:
        """Wait for the result; the seconds of the other process count here, but not the waiting.

        Raises what the work raised, and Ended when the process is gone without a result.
        """
        try:
            with CLOCK.stopped():
                value, error, trace, seconds = pickle.load(self._back)
        except (EOFError, pickle.UnpicklingError) as nothing:
            raise Ended from nothing
        self._done = True
        CLOCK.add(seconds)
        if error:
            raise error from Elsewhere(trace)
        result: Result = value
        return result

    def end(self) -> None:
        """End the process, whatever it does, and wait until it is gone.

        One that has given its result ends by itself. To give back its memory takes the system as
        long as to draw a page, so that nobody waits for it.
        """
        if self._done:
            _LEAVING.add(self.process)
        else:
            with suppress(ProcessLookupError):
                os.kill(self.process, signal.SIGKILL)
            _buried(self.process, 0)
        for ours in (self._there, self._back, self._leash):
            with suppress(BrokenPipeError):
                ours.close()


_LEAVING: set[int] = set()
"""Processes that have given their results."""


def _bury() -> None:
    """Have the system forget those of them that are gone."""
    _LEAVING.difference_update([each for each in _LEAVING if _buried(each, os.WNOHANG)])


def _buried(process: int, how: int) -> bool:
    """Whether `process` is gone for good; the system may have forgotten it by itself."""
    try:
        return bool(os.waitpid(process, how)[0])
    except ChildProcessError:
        return True


# ---- the other process -------------------------------------------------------------------------


def _do(do: Callable[[Receive, Answer], None], there: Pipe, back: Pipe, leash: Pipe) -> NoReturn:
    """What the other process does; it never comes back to whoever called."""

    def answer(make: Callable[[], Any]) -> None:
        data = _answer(make)
        compiled.KEPT.save()  # with the result this process may be ended
        back[1].write(data)
        back[1].flush()

    try:
        for theirs in (there[1], back[0], leash[1]):
            theirs.close()
        _follow(leash[0])
        _LEAVING.clear()
        CLOCK.take()
        do(lambda: pickle.load(there[0]), answer)
    finally:
        os._exit(0)


def _follow(leash: BinaryIO) -> None:
    """Be ended by the system as soon as nobody holds the other end of the leash."""
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(leash, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(leash, fcntl.F_SETFL, fcntl.fcntl(leash, fcntl.F_GETFL) | os.O_ASYNC)
    if select.select([leash], [], [], 0)[0]:  # nobody held it by then
        os._exit(0)


def _answer(make: Callable[[], Any]) -> bytes:
    """The result of `make`, or the error that it ended in and how; and the seconds by stage."""
    value, error, trace = None, None, ""
    try:
        value = make()
    except Exception as raised:
        error, trace = _portable(raised)
    return pickle.dumps((value, error, trace, CLOCK.take()), pickle.HIGHEST_PROTOCOL)


def _portable(error: Exception) -> tuple[Exception, str]:
    """`error`, or what it says if it cannot be handed over itself; and the lines that led to it."""
    import traceback

    trace = "".join(traceback.format_exception(error))
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        error = RuntimeError(traceback.format_exception_only(error)[-1].strip())
    return error, trace
