"""Bytes → a file that is there whole or not at all; a folder → the bytes of its files."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

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


def write_folder(output: Path, files: Mapping[str, bytes]) -> None:
    """Put all files into a folder aside, then give it its name; DocgenError when it cannot be."""
    import tempfile

    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".", dir=output.parent) as aside:
            whole = Path(aside) / output.name
            for name, data in files.items():
                place = whole / name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)
            if output.is_dir():
                output.rmdir()
            shutil.move(whole, output)
    except OSError as error:
        hint = "Look whether there is room on the disk and whether you may write there."
        raise DocgenError(f"{output} cannot be written: {error.strerror}", hint) from error


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
