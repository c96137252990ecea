"""TOML files → their values; what is wrong with one is told by file and line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from docgen import compiled, limits
from docgen.files import read_within
from docgen.report import DocgenError, Origin

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_HINT = 'A value is written like this: name = "text", size = 12.5 or list = ["a", "b"].'


def read(path: Path, hint: str = _HINT) -> dict[str, Any]:
    """The values of the file `path`, whose readers are told the `hint` where it is no TOML.

    Raises DocgenError for a file that is no TOML in UTF-8, or more than the limits allow; what the
    system says where there is none.
    """
    found = text(path)
    values: dict[str, Any] = compiled.KEPT.facts(found, lambda: parse(found, str(path), hint))
    return values


def text(path: Path) -> str:
    """The text of the file `path` as it is; DocgenError where it is too long, or not in UTF-8."""
    data = read_within(path, limits.FILE)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        place = Origin(str(path), data.count(b"\n", 0, error.start) + 1)
        raise DocgenError("the text is not UTF-8", "Save the file as UTF-8.", place) from error


def parse(text: str, file: str, hint: str = _HINT) -> dict[str, Any]:
    """The values of the `text` of a `file`."""
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except RecursionError:
        message = limits.VALUES.message("the file")
        raise DocgenError(message, limits.VALUES.reason, Origin(file)) from None
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        found = _PLACE.search(said)
        line = int(found[1] or text.count("\n") + 1) if found else 0
        message = f"not valid TOML: {_PLACE.sub('', said)}"
        raise DocgenError(message, hint, Origin(file, line)) from error
