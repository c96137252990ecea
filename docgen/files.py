"""Bytes → a file that is there whole or not at all; files, within limits → their bytes."""

from __future__ import annotations

import fcntl
import glob
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from docgen.limits import Limit
from docgen.report import DocgenError, Origin

_HEX = 8
"""The random digits at the end of the name of a file that is written aside."""


def write_whole(path: Path, data: str | bytes, *, instead: bytes | None = None) -> None:
    """Put `data` at `path`: written aside in the same folder, then renamed over the old file.

    Folders that are missing are made; text is written as UTF-8, its line ends as they are; an old
    file keeps its permissions, and a symbolic link its place. What a process that was killed has
    left aside is cleared away. Raises DocgenError when the folder or the disk does not take the
    file, or when the old file is no longer what was read of it, `instead` of which the new one
    comes (empty for none): the old file then stands as it was.
    """
    target = path.resolve()
    try:
        _write(target, data.encode() if isinstance(data, str) else data, instead)
    except OSError as error:
        raise DocgenError(
            f"the file cannot be written: {error.strerror}",
            "Look whether there is room on the disk and whether you may write in its folder.",
            Origin(str(path)),
        ) from error


def _write(target: Path, data: bytes, instead: bytes | None) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with _locked(target) as aside:
        try:
            aside.write_bytes(data)
            if target.exists():
                shutil.copymode(target, aside)
            with _folder(target.parent) if instead is not None else nullcontext():
                _require(target, instead)
                aside.replace(target)
        finally:
            aside.unlink(missing_ok=True)


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


def read_all(folder: Path) -> dict[str, bytes]:
    """The files of `folder` and of the folders in it, by their names from there, with slashes.

    Left out is what is hidden, and what a symbolic link leads to outside of the folder.
    """
    root = folder.resolve()
    paths = {path.relative_to(root): path.resolve() for path in sorted(root.rglob("*"))}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in paths.items()
        if path.is_file()
        and path.is_relative_to(root)
        and not any(part.startswith(".") for part in name.parts)
    }
