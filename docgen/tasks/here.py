"""The crew of a single process, which does one job after the other itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from docgen.beside import Ended, sparing
from docgen.records import dataclass
from docgen.tasks.making import Progress, make
from docgen.tasks.task import Crew, Done, Job

if TYPE_CHECKING:
    from docgen.tasks.reader import Text


@contextmanager
def here(
    progress: Callable[[Job], Progress], spare: int = 0, reading: Text | None = None
) -> Iterator[Crew]:
    """A crew of this process, which can begin others while it does a job, with cores to `spare`.

    `progress` gives what to call with the stages of a job; by `reading` its text is being read.
    """
    with sparing(spare):
        yield _Here(progress, reading)


@dataclass(frozen=True, slots=True)
class _Here:
    """What hears of the stages of a job, and what waits for its text."""

    progress: Callable[[Job], Progress]
    reading: Text | None

    def run(
        self, jobs: Mapping[int, Job], packed: Callable[[Job], Job]
    ) -> Iterator[tuple[int, Done | BaseException]]:
        """Do `jobs`, none of which needs to be packed → the number of each and what came of it."""
        for number, job in list(jobs.items()):
            yield number, self._done(job)

    def _done(self, job: Job) -> Done | BaseException:
        try:
            return make(job, self.progress(job), self.reading)
        except Ended:
            raise
        except Exception as error:
            return error
