"""Bytes → a file that is there whole or not at all; files, within limits → their bytes."""

from __future__ import annotations

import fcntl
import glob
import os
import re
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from errno import EISDIR
from pathlib import Path
from signal import SIGHUP, SIGINT, SIGTERM, raise_signal, signal

from docgen.limits import Limit
from docgen.report import DocgenError, Origin

_HEX = 8
"""The random digits at the end of the name of a file that is written aside."""

STOPPING = (SIGINT, SIGTERM, SIGHUP)
"""Ctrl-C, the system that shuts down, a terminal that is closed."""

LITTER = re.compile(r".*~|~\$.*|#.*#|.*\.(?:bak|orig|rej|swp|tmp)|Thumbs\.db|desktop\.ini", re.I)
"""Names of what editors, office programs and systems leave in a folder."""


def write_whole(
    path: Path, data: str | bytes, *, instead: bytes | None = None, lasting: bool = True
) -> None:
    """Put `data` at `path`: written aside in the same folder, then renamed over the old file.

    Folders that are missing are made; text is written as UTF-8, its line ends as they are; an old
    file keeps its permissions, and a symbolic link its place. What a process that was killed has
    left aside is cleared away. A `lasting` file is on the disk before the old one is gone, for the
    case that the current fails; what can be made again need not wait for that. Raises DocgenError
    when the folder or the disk does not take the file, or when the old file is no longer what was
    read of it, `instead` of which the new one comes (empty for none): the old file then stands as
    it was.
    """
    text = data.encode() if isinstance(data, str) else data
    with _told(path), _aside(path.resolve(), text, lasting) as (target, aside):
        with _folder(target.parent) if instead is not None else nullcontext():
            _require(target, instead)
            aside.replace(target)
        if lasting:
            _settle_folder(target.parent)


def write_together(files: Mapping[Path, bytes], about: Collection[Path] = ()) -> None:
    """Put `files` in their places as `write_whole` does, all of them or none.

    Each is written aside before the first gets its name; whoever stops the process meanwhile has
    to wait until the last has. Those that tell `about` others are gone before these change, so that
    not even a process that is killed leaves them beside what they do not fit. Not `lasting`: all
    can be made again. Raises DocgenError, naming the file that the folder or the disk does not
    take.
    """
    with ExitStack() as ready:
        written = []
        for path, data in files.items():
            with _told(path):
                written.append(ready.enter_context(_aside(path.resolve(), data, lasting=False)))
        with _unbroken():
            for path in about:
                path.resolve().unlink(missing_ok=True)
            for target, aside in written:
                aside.replace(target)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the folder or the disk refuses as a DocgenError about the file."""
    try:
        yield
    except OSError as error:
        raise DocgenError(
            f"the file cannot be written: {error.strerror}",
            "Look whether there is room on the disk and whether you may write in its folder.",
            Origin(str(path)),
        ) from error


@contextmanager
def _aside(target: Path, data: bytes, lasting: bool) -> Iterator[tuple[Path, Path]]:
    """`target`, and beside it a file that holds `data` and can take its name."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with _locked(target) as aside:
        try:
            if target.is_dir():
                raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
            aside.write_bytes(data)
            if target.exists():
                shutil.copymode(target, aside)
            if lasting:
                _settle(aside)
            yield target, aside
        finally:
            aside.unlink(missing_ok=True)


@contextmanager
def _unbroken() -> Iterator[None]:
    """Let whoever stops the process wait; only its first thread can make them."""
    heard: list[int] = []
    before = {}
    with suppress(ValueError):  # another thread
        before = {one: signal(one, lambda number, frame: heard.append(number)) for one in STOPPING}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal(one, handler)
        for number in heard:
            raise_signal(number)


def _settle(path: Path) -> None:
    """Wait until a file is on the disk."""
    place = os.open(path, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)


def _settle_folder(folder: Path) -> None:
    """Wait until the names in `folder` are on the disk; not all disks can tell."""
    with suppress(OSError):
        _settle(folder)


def _require(target: Path, instead: bytes | None) -> None:
    """DocgenError where somebody has changed a file since it was read."""
    if instead is not None and present(target) != instead:
        raise DocgenError(
            "the file has changed meanwhile, and was left as it is",
            "Look whether another program writes it, and run the command again.",
            Origin(str(target)),
        )


# ---- locks, which end with the process that holds them -----------------------------------------


@contextmanager
def _locked(target: Path) -> Iterator[Path]:
    """A file beside `target` to be written first; those of processes that are gone are removed."""
    with _folder(target.parent):
        for left in target.parent.glob(f".{glob.escape(target.name)}.{'[0-9a-f]' * _HEX}"):
            _clear(left)
        aside = target.with_name(f".{target.name}.{os.urandom(_HEX // 2).hex()}")
        lock = os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
        fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        yield aside
    finally:
        os.close(lock)


@contextmanager
def _folder(folder: Path) -> Iterator[None]:
    """Let nobody else of us look for what was left in a folder, or exchange a file in it."""
    lock = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks lock no folders
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _clear(left: Path) -> None:
    """Remove a file that nobody holds any more."""
    with suppress(OSError), left.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        left.unlink()


# ---- reading -----------------------------------------------------------------------------------


def present(path: Path) -> bytes:
    """The bytes of a file as it is now; none of one that is not there."""
    return path.read_bytes() if path.exists() else b""


def read_within(path: Path, limit: Limit) -> bytes:
    """The bytes of a file that has no more of them than `limit`; else DocgenError."""
    with path.open("rb") as file:
        data = file.read(limit.most + 1)
    if len(data) > limit.most:
        raise DocgenError(limit.message("the file"), limit.reason, Origin(str(path)))
    return data


def own(path: Path) -> Path:
    """`path`, unless it is a symbolic link that leads out of its folder: then DocgenError."""
    if path.is_symlink() and path.resolve().parent != path.parent.resolve():
        message = "the file is a symbolic link, and what it leads to is outside of its folder"
        raise DocgenError(message, "Put the file itself there.", Origin(str(path)))
    return path


def inside(folder: Path, path: Path) -> Path:
    """`path`, unless a symbolic link in `folder` leads it out of there: then DocgenError.

    The folder itself may be a link, and links may lead to other places in it.
    """
    if not path.resolve().is_relative_to(folder.resolve()):
        message = f"a symbolic link leads the file out of the folder {folder}"
        hint = "Nothing was written there. Remove the link, or build into another folder."
        raise DocgenError(message, hint, Origin(str(path)))
    return path


def write_folder(output: Path, files: Mapping[str, bytes]) -> None:
    """Put all files into a folder aside, then give it its name; DocgenError when it cannot be.

    They are on the disk before the folder has its name.
    """
    import tempfile

    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".", dir=output.parent) as aside:
            whole = Path(aside) / output.name
            for name, data in files.items():
                place = whole / name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)
                _settle(place)
            if output.is_dir():
                output.rmdir()
            shutil.move(whole, output)
            _settle_folder(output.parent)
    except OSError as error:
        hint = "Look whether there is room on the disk and whether you may write there."
        raise DocgenError(f"{output} cannot be written: {error.strerror}", hint) from error


def read_all(folder: Path) -> dict[str, bytes]:
    """The files of `folder` and of the folders in it, by their names from there, with slashes.

    Left out is what is hidden, what programs leave behind, such as an older state of a text, and
    what a symbolic link leads to outside of the folder.
    """
    root = folder.resolve()
    paths = {path.relative_to(root): path.resolve() for path in sorted(root.rglob("*"))}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in paths.items()
        if path.is_file()
        and path.is_relative_to(root)
        and not any(part.startswith(".") or LITTER.fullmatch(part) for part in name.parts)
    }
