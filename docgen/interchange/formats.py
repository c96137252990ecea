"""The kinds of files that units travel in, by name, and what a file is, by what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen.interchange import table, tmx, wordtable, xliff2, xliff12
from docgen.interchange.values import LARGEST, Exchange
from docgen.interchange.xml import parse
from docgen.report import DocgenError, Origin


@dataclass(frozen=True, slots=True)
class Format:
    """How units are written, and how the name of such a file ends."""

    dump: Callable[[Exchange], bytes]
    suffix: str


FORMATS: Mapping[str, Format] = {
    "xliff12": Format(xliff12.dump, ".xlf"),
    "xliff21": Format(xliff2.dump, ".v2.xlf"),
    "tmx": Format(tmx.dump, ".tmx"),
    "csv": Format(table.dump, ".csv"),
    "docx": Format(wordtable.dump, ".docx"),
}
_LOADERS: Mapping[str, Callable[[bytes, str], list[Exchange]]] = {
    f"{{{xliff12.NAMESPACE}}}xliff": xliff12.load,
    f"{{{xliff2.NAMESPACE}}}xliff": xliff2.load,
    "tmx": tmx.load,
}
_TABLES = (".csv", ".tsv", ".txt")


def load(file: Path) -> list[Exchange]:
    """The units in a file of any of these kinds.

    Raises DocgenError for a file that is none, is damaged, or is too large to be one.
    """
    data, name = contents(file), str(file)
    if data[:2] == b"PK" or file.suffix.lower() == ".docx":
        return wordtable.load(data, name)
    if file.suffix.lower() in _TABLES:
        return table.load(data, name)
    root = parse(data, name)
    loader = _LOADERS.get(str(root.tag))
    if loader is None:
        hint = "XLIFF 1.2, XLIFF 2, TMX, CSV and Word files can be read."
        raise DocgenError("this is no file of translations", hint, Origin(name))
    return loader(data, name)


def contents(file: Path) -> bytes:
    """The bytes of a file; DocgenError when it is not there or too large."""
    try:
        size = file.stat().st_size
        if size > LARGEST:
            hint = f"A file has at most {LARGEST // 1_000_000} MB."
            raise DocgenError("the file is too large", hint, Origin(str(file)))
        return file.read_bytes()
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        raise DocgenError(message, origin=Origin(str(file))) from error
