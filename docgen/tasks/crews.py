"""Crews of several processes, of this machine or of a cluster; all as executors."""

from __future__ import annotations

import gc
import logging
import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    wait,
)
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from docgen.beside import Ended, heedless
from docgen.records import dataclass
from docgen.report import SetupError
from docgen.tasks.making import make
from docgen.tasks.task import Done, Job

ALLOCATIONS = 200_000
"""How many new objects are there before the collector looks for garbage: reading makes few."""

CLUSTER = "distributed"
PATIENCE = 15
"""Seconds in which a cluster must answer."""


@dataclass(frozen=True, slots=True)
class Workers:
    """An executor, how many jobs it is given at a time, and whether they need their files."""

    executor: Executor
    width: int
    away: bool = False

    def begin(self, job: Job) -> Future[Done]:
        """Hand over a job."""
        return self.executor.submit(make, job)

    def run(
        self, jobs: Mapping[int, Job], packed: Callable[[Job], Job]
    ) -> Iterator[tuple[int, Done | BaseException]]:
        """Do `jobs` → the number of each as it is done, and what came of it.

        Jobs for another machine are `packed` first. Raises Ended when a process is gone.
        """
        waiting, flying = deque(jobs.items()), dict[Future[Done], int]()
        while waiting or flying:
            while waiting and len(flying) < self.width:
                number, job = waiting.popleft()
                flying[self.begin(packed(job) if self.away else job)] = number
            for future in wait(flying, return_when=FIRST_COMPLETED).done:
                error = _fault(future)
                if isinstance(error, Ended):
                    raise error
                yield flying.pop(future), error or future.result()


def _fault(future: Future[Done]) -> BaseException | None:
    """Why a job came to nothing; a cluster that lost it is no fault of docgen."""
    try:
        error = future.exception()
    except CancelledError as called_off:
        error = called_off
    if isinstance(error, BrokenExecutor):
        return Ended()
    if isinstance(error, CancelledError) or type(error).__module__.startswith(CLUSTER):
        hint = (
            "Look what the scheduler and the workers say, then build again: what is done is kept."
        )
        return SetupError(f"the cluster lost a task: {str(error) or 'the scheduler is gone'}", hint)
    return error


# ---- this machine ------------------------------------------------------------------------------


@contextmanager
def processes(number: int) -> Iterator[Workers]:
    """So many processes, which all end when the work does, however it ends.

    So do their temporary files, which a process that is ended does not remove.
    """
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="docgen-") as folder:
        with heedless():
            pool = ProcessPoolExecutor(number, get_context("spawn"), _settle, (folder,))
        try:
            yield Workers(_Deaf(pool), 2 * number)
        except BaseException:
            _stop(pool)
            raise
        pool.shutdown()


class _Deaf(Executor):
    """A pool whose processes do not hear that the keyboard interrupts: this process ends them."""

    def __init__(self, pool: Executor) -> None:
        self.pool = pool

    def submit(self, work: Any, /, *given: Any, **named: Any) -> Future[Any]:
        with heedless():
            return self.pool.submit(work, *given, **named)


def _settle(folder: str) -> None:
    """What each process does first: it will end with the one that began it.

    Its temporary files go into `folder`.
    """
    import tempfile
    from multiprocessing import parent_process
    from threading import Thread

    tempfile.tempdir = folder
    gc.set_threshold(ALLOCATIONS, 20, 20)
    parent = parent_process()

    def follow() -> None:
        if parent:
            parent.join()
            os._exit(1)

    Thread(target=follow, daemon=True).start()


def _stop(pool: Any) -> None:
    """End the processes at once: their work is lost, and nothing of it has been written."""
    from multiprocessing import active_children

    pool.shutdown(wait=False, cancel_futures=True)
    for process in active_children():
        process.terminate()
    for process in active_children():
        process.join()


# ---- a cluster ---------------------------------------------------------------------------------


@contextmanager
def cluster(address: str) -> Iterator[Workers]:
    """The workers of the Dask scheduler at `address`; SetupError when there is none."""
    try:
        distributed: Any = import_module(CLUSTER)
    except ModuleNotFoundError as error:
        hint = "Install it: .venv/bin/pip install 'docgen[cluster]'."
        raise SetupError("--cluster needs the Python package distributed", hint) from error
    for name in (CLUSTER, f"{CLUSTER}.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client: Any = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        hint = "Give the address that `dask scheduler` prints, such as tcp://192.0.2.1:8786."
        raise SetupError(f"no cluster answers at {address}: {error}", hint) from error
    with client, _ended(client.get_executor(pure=False)) as executor:
        yield Workers(executor, 2 * max(1, sum(client.ncores().values())), away=True)


@contextmanager
def _ended(executor: Executor) -> Iterator[Executor]:
    """An executor whose jobs are called off when the work is interrupted."""
    try:
        yield executor
    finally:
        executor.shutdown(wait=False)
