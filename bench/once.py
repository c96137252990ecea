"""The processor time of each part of one DOCX in this process, in milliseconds, as JSON.

    python bench/once.py PROJECT DOCUMENT LANGUAGE

Run by `bench.parts`. Nothing is imported before the clock of the process was asked for the first
time. What is loaded is loaded once; the work is done several times, as long as it takes when all is
loaded and known: the smallest of these times counts.
"""

from __future__ import annotations

import time

STARTED = time.process_time()

import sys  # noqa: E402
from importlib import import_module  # noqa: E402
from typing import TYPE_CHECKING  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.model import Document
    from docgen.report import Report

sys.path[0] = sys.path[0].rpartition("/")[0]  # the project in place of the folder of this file

TIMES = 8
MAIN = (
    *("docgen.__main__", "docgen.cli", "docgen.tasks.building", "docgen.tasks.here"),
    *("docgen.pipeline", "docgen.render.docx"),
)


def main() -> None:
    """Load, then work."""
    parts = {"Python alone": STARTED, "loading all but the readers": _loaded(*MAIN)}
    parts["loading the readers"] = _loaded("docgen.read.project")
    from docgen.render import raster

    parts["loading the rasteriser"] = _taken(raster._engine)
    parts |= _worked(*sys.argv[1:])

    import json

    sys.stdout.write(json.dumps({name: seconds * 1000 for name, seconds in parts.items()}))


def _loaded(*modules: str) -> float:
    return _taken(lambda: [import_module(name) for name in modules])


def _taken(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _worked(root: str, name: str, language: str) -> dict[str, float]:
    """The parts of the work, each with the smallest of its times."""
    import gc
    from dataclasses import replace
    from functools import partial
    from pathlib import Path

    from docgen import pipeline
    from docgen.project import Project
    from docgen.read import read
    from docgen.render import docx, raster
    from docgen.report import Report

    gc.disable()
    project = replace(Project(Path(root)), keeping=False)
    found: dict[str, float] = {}

    def least(part: str, begun: float) -> None:
        found[part] = min(found.get(part, begun), time.process_time() - begun)

    for _ in range(TIMES):
        begun = time.process_time()
        source = read(project.folder(name), Report())
        least("reading", begun)
        begun = time.process_time()
        reading = partial(_known, source)
        document, sheet = pipeline.prepare(
            project, name, language, final=False, report=Report(), reading=reading
        )
        least("language, words and numbers", begun)
        raster._drawn.cache_clear()
        raster._options.cache_clear()
        begun = time.process_time()
        docx.write(document, sheet)
        least("drawings", begun)
        begun = time.process_time()
        docx.write(document, sheet)
        least("writing", begun)
    found["drawings"] -= found["writing"]
    return found


def _known(source: Document, report: Report) -> Document:
    """A source that was read before."""
    return source


if __name__ == "__main__":
    main()
