"""States of a document, now and at revisions of git → the folders they are in."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from docgen.files import inside
from docgen.project import REPORT_FILE, Project
from docgen.report import DocgenError, Origin, Report, SetupError

SEPARATOR = "@"
TRANSLATIONS = "documents"
"""The folder of a language with the translations of documents."""


@dataclass(frozen=True, slots=True)
class State:
    """A document in a project; that of a `revision` is unpacked at `place`.

    `revision` is empty for files as they lie in their folders; `date` is the moment of the
    revision in the form of ISO 8601, in UTC.
    """

    project: Project
    document: str
    revision: str = ""
    date: str = ""
    place: Path = Path()

    def named(self, report: Report) -> Report:
        """`report` in which places in the temporary folder are named by revision and path."""
        if not self.revision:
            return report
        return Report([replace(found, origin=self._named(found.origin)) for found in report])

    def _named(self, origin: Origin) -> Origin:
        path = Path(origin.file)
        if not origin.file or not path.is_relative_to(self.place):
            return origin
        return replace(origin, file=f"{self.revision}:{path.relative_to(self.place).as_posix()}")


@contextmanager
def state(project: Project, said: str) -> Iterator[State]:
    """The state that `said` names: a document, or a document, “@” and a revision of git.

    A folder that lies in a project of its own has the languages and styles of that project; all
    others have those of `project`. Files of a revision are in a temporary folder. Raises
    UsageError for an unknown document, DocgenError for an unknown revision.
    """
    document, _, revision = said.partition(SEPARATOR)
    if not revision or _is_document(project, said):
        folder = project.folder(said)
        yield State(_home(folder) or project, str(folder.resolve()))
        return
    with TemporaryDirectory(prefix="docgen-") as place:
        yield _unpacked(project, document, revision, Path(place).resolve())


def now(said: str) -> str:
    """The document that `said` names, without a revision."""
    return said.partition(SEPARATOR)[0]


def author(project: Project) -> str:
    """The name of the person at the keyboard as git knows it; empty when it does not."""
    try:
        return _git(project.root, "config", "user.name").decode().strip()
    except (DocgenError, SetupError):
        return ""


@contextmanager
def with_present_languages(old: State, project: Project) -> Iterator[State]:
    """The state with the languages and styles of `project`, but its own translations."""
    with TemporaryDirectory(prefix="docgen-") as place:
        made = Project(Path(place).resolve())
        shutil.copytree(project.styles, made.styles)
        shutil.copytree(project.locales, made.locales, ignore=shutil.ignore_patterns(TRANSLATIONS))
        for folder in old.project.locales.glob(f"*/{TRANSLATIONS}"):
            shutil.copytree(folder, made.locales / folder.parent.name / TRANSLATIONS)
        yield replace(old, project=made)


# ---- folders and revisions ---------------------------------------------------------------------


def _is_document(project: Project, said: str) -> bool:
    return any((folder / REPORT_FILE).is_file() for folder in (project.content / said, Path(said)))


def _home(folder: Path) -> Project | None:
    """The project that a content folder lies in, if it does."""
    home = Project(folder.resolve().parent.parent)
    inside = home.content == folder.resolve().parent
    return home if inside and home.locales.is_dir() and home.styles.is_dir() else None


def _unpacked(project: Project, document: str, revision: str, place: Path) -> State:
    """A document at a revision, unpacked at `place`."""
    known = _is_document(project, document)
    folder = project.folder(document) if known else project.content / document
    home = _home(folder)
    top, inside = (home.root, f"content/{folder.name}") if home else (folder, ".")
    commit = _commit(top, revision)
    date = _git(top, "show", "-s", "--format=%cd", "--date=format-local:%Y-%m-%dT%H:%M:%SZ", commit)
    target = place if home else place / folder.resolve().name
    _unpack(top, commit, [inside, "locales", "styles"] if home else [inside], target)
    made = place / inside if home else target
    if not (made / REPORT_FILE).is_file():
        raise DocgenError(
            f"there is no document “{folder.name}” at the revision {revision}",
            f"`git log --oneline -- {folder}` lists the revisions that have it.",
        )
    old = Project(place) if home else project
    return State(old, str(made), revision, date.decode().strip(), place)


def _commit(top: Path, revision: str) -> str:
    """The name of a commit; what begins with a hyphen is not taken for an option."""
    try:
        said = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
        return _git(top, *said).decode().strip()
    except DocgenError as error:
        raise DocgenError(
            f"there is no revision “{revision}” of {top}",
            "A revision is what git understands: HEAD~3, a tag, a branch, the start of a commit.",
        ) from error


def _unpack(top: Path, commit: str, paths: list[str], place: Path) -> None:
    """Put those of `paths` that a commit has into the folder `place`."""
    listed = _git(top, "ls-tree", "-z", "--name-only", commit, "--", *paths)
    there = [name for name in listed.decode().split("\0") if name]
    if there or paths == ["."]:
        data = _git(top, "archive", "--format=tar", commit, "--", *(there or paths))
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            for member in archive.getmembers():
                _put(archive, member, inside(place, place / member.name))


def _put(archive: tarfile.TarFile, member: tarfile.TarInfo, path: Path) -> None:
    """Put a file of an archive at `path`; one for a link, which nothing could be put through.

    Links that lead out of the archive or to each other are left out, and missed by who reads them.
    (Python itself has a safe way to unpack from 3.11.4 on.)
    """
    with suppress(KeyError, RecursionError):
        if file := archive.extractfile(member):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.read())


def _git(folder: Path, *arguments: str) -> bytes:
    """What git prints; times are those of UTC. DocgenError when it refuses."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            capture_output=True,
            check=True,
            env={**os.environ, "TZ": "UTC"},
        )
    except FileNotFoundError as error:
        raise SetupError("git is missing", "Install it, or compare two folders.") from error
    except subprocess.CalledProcessError as error:
        raise DocgenError(f"git: {error.stderr.decode(errors='replace').strip()}") from error
    return done.stdout
