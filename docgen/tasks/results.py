"""The outcome of a task ↔ what is kept of it: a list of its files, and each file by its digest."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

from docgen.report import Diagnostic, Origin, Severity
from docgen.store import Store
from docgen.tasks.task import File, Outcome


def keep(store: Store, key: str, outcome: Outcome) -> None:
    """Keep what a task made under its `key`; one that failed is done again."""
    if not key or outcome.status:
        return
    for file in outcome.files:
        if file.data is not None:
            store.keep(file.digest, file.data)
    files = [asdict(replace(file, data=None)) for file in outcome.files]
    problems = [asdict(found) for found in outcome.problems]
    store.keep(key, json.dumps({"files": files, "problems": problems}).encode())


def find(store: Store, key: str) -> Outcome | None:
    """What was kept under `key`, without the bytes of its files."""
    if not key or (kept := store.find(key)) is None:
        return None
    facts = json.loads(kept)
    files = [File(**file) for file in facts["files"]]
    return Outcome(files, [_problem(**found) for found in facts["problems"]])


def _problem(origin: dict[str, Any], severity: str, **words: str) -> Diagnostic:
    return Diagnostic(Severity(severity), Origin(**origin), **words)
