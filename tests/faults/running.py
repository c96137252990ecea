"""Commands in processes of their own that are killed, starved and started at once."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from docgen.beside import heedless
from docgen.cli import INTERRUPTED, main


def started(root: Path, words: Sequence[str], prepare: Callable[[], None] = lambda: None) -> int:
    """The process of a command, which has all that is loaded here already.

    It hears no interruption before it is that command alone: it would take it for one of the tests.
    """
    with heedless():
        process = os.fork()
        if not process:
            _run(root, words, prepare)
    return process


def _run(root: Path, words: Sequence[str], prepare: Callable[[], None]) -> NoReturn:
    status = 99
    try:
        sys.stdout = sys.stderr = (root / "said.txt").open("a", encoding="utf-8", buffering=1)
        prepare()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        status = main(words, root)
    except KeyboardInterrupt:
        status = INTERRUPTED  # before or after its work
    finally:
        os._exit(status)


def ended(process: int) -> int:
    """The exit status of a process that ends; negative for the signal that it died of."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def duration(root: Path, words: Sequence[str]) -> float:
    """How long a command takes, in seconds."""
    begin = time.monotonic()
    assert ended(started(root, words)) == 0
    return time.monotonic() - begin


def kill(root: Path, words: Sequence[str], longest: float, chance: random.Random) -> None:
    """Kill a command at some moment of its life, which is about as long as `longest`.

    One that ends before, because the machine is quicker now, is begun again and killed earlier.
    """
    for _ in range(20):
        process = started(root, words)
        time.sleep(chance.uniform(0, longest))
        os.kill(process, signal.SIGKILL)
        if ended(process) == -signal.SIGKILL:
            return
        longest /= 2
    raise AssertionError(f"{' '.join(words)} has always ended before it was killed")


def files(folder: Path) -> dict[str, bytes]:
    """The files of a folder, hidden ones too, without what is kept to save time."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".cache" not in path.parts
    }
