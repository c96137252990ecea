"""Task → the files that it reads, and the key that names all it depends on.

A key holds no path of the machine: the same content, languages, styles, engine and fonts have the
same key wherever they are.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from docgen import machine
from docgen.made import EPOCH
from docgen.profile import FOLDER as PRESS
from docgen.project import Project
from docgen.store import NOWHERE_KEPT, Store, digest
from docgen.tasks import engine
from docgen.tasks.prints import Prints, names, state, tree
from docgen.tasks.task import PRINT, Task

FORM = "a task, 1"
"""Changes when what is kept of a task changes its form."""

Files = Mapping[str, str]
_PRESS = f"styles/{PRESS}/"
_TEXTS = "documents"
_NO_TOML = (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError)
_UNTOLD = (OSError, *_NO_TOML, LookupError, TypeError)
"""What is raised where the files of a task cannot be told: one is missing, or no TOML."""


class Inputs:
    """What the tasks of a project depend on; what they have in common is looked at once."""

    def __init__(self, project: Project, prints: Prints, store: Store = NOWHERE_KEPT) -> None:
        self.project = project
        self.store = store
        self.prints = prints
        self._found: dict[object, Any] = {}

    def key(self, task: Task) -> str:
        """The name of all that `task` depends on; empty when that cannot be told.

        Then a file is missing or no TOML, which the task itself will report.
        """
        try:
            parts = (*self._manner(task), *self._digests(task), *self._set(task))
            return digest(FORM, self.code, *parts)
        except _UNTOLD:
            return ""

    def state(self, task: Task) -> Sequence[object]:
        """What tells whether a file that `task` reads was touched between two looks."""
        try:
            return [(name, state(path)) for name, path in self.files(task).items()]
        except _UNTOLD:
            return ()

    def source(self, document: str) -> str:
        """The language that a document is written in; it is read only if it is new."""
        try:
            key = digest("the language of", self.code, *self._content(document))
        except OSError:
            return self.project.source(document)
        return self.store.kept(key, lambda: self.project.source(document).encode()).decode()

    def _content(self, document: str) -> Iterator[str]:
        for name, path in tree(self.project.folder(document)):
            yield name
            yield self.prints.of(path)

    def files(self, task: Task) -> Files:
        """Every file of the project that `task` may read, by its place in a project."""
        return self._once(("files", *task.text, task.manner), lambda: self._files(task))  # type: ignore[no-any-return]

    def _files(self, task: Task) -> Files:
        folder = self.project.folder(task.document)
        name = folder.resolve().name
        manner = task.manner
        styles = self._once(("styles", manner.profile), lambda: self._styles(task))
        languages = ("locales", task.language, manner.final)
        return {
            **{f"content/{name}/{inner}": path for inner, path in tree(folder)},
            **self._once(languages, lambda: self._locales(task)),
            **dict(self._texts(name, task.language)),
            **styles,
        }

    @cached_property
    def code(self) -> str:
        """The digest of docgen itself and its packages."""
        return engine.code(self.prints)

    # ---- the parts of a key ----

    def _manner(self, task: Task) -> Iterator[object]:
        """What was asked for, as far as the format knows of it."""
        manner = task.manner
        yield from (task.language, task.format, manner.final, os.environ.get(EPOCH, ""))
        yield manner.attach_source and task.format == "pdf"
        if task.format == PRINT:
            yield from (manner.profile, manner.booklet)

    def _digests(self, task: Task) -> Iterator[str]:
        for name, path in self.files(task).items():
            yield name
            yield self._once(path, lambda: self.prints.of(path))  # noqa: B023 - called at once

    def _set(self, task: Task) -> list[str]:
        """What only a PDF depends on: how the machine sets lines, and its fonts."""
        if task.format not in ("pdf", PRINT):
            return []
        fonts = self._once(("fonts", task.language), lambda: self._fonts(task))
        return [*engine.libraries(), *fonts]

    def _fonts(self, task: Task) -> list[str]:
        return engine.fonts(machine.families_of(self._place(task.language)), self.prints)

    def _styles(self, task: Task) -> Files:
        """All styles; the profiles of machines only where one is asked for."""
        found = {f"styles/{name}": path for name, path in tree(self.project.styles)}
        if task.manner.profile:
            return found
        return {name: path for name, path in found.items() if not name.startswith(_PRESS)}

    def _locales(self, task: Task) -> Files:
        """The facts of the language and of those it builds on; all of them for a final document.

        There the checks compare languages, and read the glossary.
        """
        tags = set(self._tags(task.language))
        found = ((name.split("/"), path) for name, path in tree(self.project.locales))
        return {
            "/".join(("locales", *parts)): path
            for parts, path in found
            if _TEXTS not in parts and (task.manner.final or len(parts) == 1 or parts[0] in tags)
        }

    def _texts(self, name: str, language: str) -> Iterator[tuple[str, str]]:
        """The translation of the document `name`, its approvals and its overlay."""
        folder = self.project.catalogue(name, language).parent
        found = sorted(names(folder)) if folder.is_dir() else []
        for file in found:
            if file.startswith(f"{name}."):
                yield f"locales/{language}/{_TEXTS}/{file}", str(folder / file)

    def _tags(self, language: str) -> Iterator[str]:
        """The language, that which it extends, and that of its masthead."""
        yield language
        facts = machine.facts(self._place(language))
        for key in ("extends", "masthead"):
            if (other := facts.get(key, language)) != language:
                yield from self._tags(other)

    def _place(self, language: str) -> Path:
        return self.project.locales / language / machine.FACTS

    def _once(self, name: object, find: Any) -> Any:
        """What `find` gives, asked for once under `name`."""
        if name not in self._found:
            self._found[name] = find()
        return self._found[name]
