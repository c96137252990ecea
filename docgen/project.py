"""The folders of a project and the documents in them."""

from __future__ import annotations

from pathlib import Path

from docgen.files import own
from docgen.machine import FACTS
from docgen.records import dataclass
from docgen.report import Report, UsageError
from docgen.store import NOWHERE_KEPT, Store

REPORT_FILE = "report.md"


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of a project, by their fixed names under `root`.

    What was made on the way is kept in the folder `kept`, else with what is built; or nowhere.
    """

    root: Path
    kept: Path | None = None
    keeping: bool = True

    @property
    def content(self) -> Path:
        """One folder for each document."""
        return self.root / "content"

    @property
    def locales(self) -> Path:
        """One folder for each language."""
        return self.root / "locales"

    @property
    def styles(self) -> Path:
        """House styles, templates, the emblem."""
        return self.root / "styles"

    @property
    def store(self) -> Store:
        """What was made on the way to finished files, to be used again; safe to remove."""
        place = self.kept or self.root / "build" / ".cache"
        return Store(place) if self.keeping else NOWHERE_KEPT

    def documents(self) -> list[str]:
        """The names of the documents under `content/`."""
        return sorted(path.parent.name for path in self.content.glob(f"*/{REPORT_FILE}"))

    def folder(self, document: str) -> Path:
        """The folder of a document given by name, or by the path of its folder.

        Raises UsageError when there is neither.
        """
        for folder in (self.content / document, Path(document)):
            if (folder / REPORT_FILE).is_file():
                return folder
        from docgen.read.suggest import suggest

        known = suggest(document, self.documents(), "Documents under content/")
        raise UsageError(
            f"there is no document “{document}”",
            f"{known} Or give the path of a folder with {REPORT_FILE}.",
        )

    def has_language(self, tag: str) -> bool:
        """Whether there is a language, or a pseudo-language, with that very tag."""
        return tag in (path.parent.name for path in self.locales.glob(f"*/{FACTS}"))

    def catalogue(self, document: str, tag: str) -> Path:
        """The file of the translation of `document` into the language `tag`.

        Raises DocgenError where a symbolic link leads elsewhere.
        """
        return own(self.locales / tag / "documents" / f"{document}.po")

    def overlay(self, document: str, tag: str) -> Path:
        """The file of what the translation of `document` into `tag` has otherwise."""
        return self.catalogue(document, tag).with_suffix(".overlay.toml")

    def languages(self, document: str) -> list[str]:
        """The languages that `document` can be built in: its own, and those with a translation."""
        return self.versions(document, self.source(document))

    def source(self, document: str) -> str:
        """The language that `document` is written in, as its front matter says."""
        from docgen.read import read

        return read(self.folder(document), Report()).front.source

    def versions(self, document: str, source: str) -> list[str]:
        """The languages of `document`, which is written in the language `source`."""
        from docgen import bundle as bundles

        name = self.folder(document).resolve().name
        tags = [tag for tag in bundles.tags(self.locales) if tag != source]
        return [source, *(tag for tag in tags if self.catalogue(name, tag).exists())]
