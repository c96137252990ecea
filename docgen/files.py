"""Bytes → a file that is there whole or not at all; files, within limits → their bytes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from docgen.limits import Limit
from docgen.report import DocgenError, Origin


def write_whole(path: Path, data: str | bytes) -> None:
    """Put `data` at `path`: written aside in the same folder, then renamed over the old file.

    Folders that are missing are made; text is written as UTF-8, its line ends as they are; an old
    file keeps its permissions, and a symbolic link its place. Raises DocgenError when the folder
    or the disk does not take the file; the old file then stands as it was.
    """
    target = path.resolve()
    aside = target.with_name(f".{target.name}.{os.urandom(4).hex()}")
    try:
        _write(aside, target, data.encode() if isinstance(data, str) else data)
    except OSError as error:
        raise DocgenError(
            f"the file cannot be written: {error.strerror}",
            "Look whether there is room on the disk and whether you may write in its folder.",
            Origin(str(path)),
        ) from error


def _write(aside: Path, target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        aside.write_bytes(data)
        if target.exists():
            shutil.copymode(target, aside)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)


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
