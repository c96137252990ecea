"""The one version of WeasyPrint whose inside is known here, and how it is recognised."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from importlib import import_module
from pathlib import Path
from typing import Any

VERSION = "70.0"


REPAIR = f"`make setup` installs weasyprint=={VERSION}, for which pages and structure were written."


@dataclass(frozen=True, slots=True)
class Status:
    """Whether a layer over WeasyPrint is at work; if not, why, and what is `lost` without it."""

    installed: bool
    why: str = ""
    lost: str = ""


def differences(names: Mapping[str, str]) -> Iterator[str]:
    """How the WeasyPrint that is installed differs from the one known: its version, its names.

    `names` are modules and what they hold ("pdf.stream:Stream.marked"), with their signatures.
    """
    import weasyprint

    if weasyprint.__version__ != VERSION:
        yield f"WeasyPrint {weasyprint.__version__} is here, not {VERSION}"
    yield from filter(None, (difference(*name) for name in names.items()))


def difference(name: str, signature: str) -> str:
    """How the thing of WeasyPrint called `name` differs from what is expected; or ""."""
    try:
        found = str(inspect.signature(named(name)))
    except (ImportError, AttributeError):
        return f"WeasyPrint {VERSION} is here without {name}"
    return "" if found == signature else f"{name} of WeasyPrint takes {found}, not {signature}"


def named(name: str) -> Any:
    """The thing of WeasyPrint called `name`; raises ImportError or AttributeError."""
    module, _, path = name.partition(":")
    return reduce(getattr, path.split("."), import_module(f"weasyprint.{module}"))


def source(function: Any) -> str:
    """The text of a function that stands in a module of WeasyPrint; OSError without its file.

    Its end is the last line of its code, with what belongs to that; to look for it by the grammar
    of Python, as `inspect` does, takes as long as to draw a page.
    """
    code = inspect.unwrap(function).__code__
    lines = Path(code.co_filename).read_text("utf-8").splitlines(keepends=True)
    end = max(line for *_, line in code.co_lines() if line)
    while end < len(lines) and not lines[end][0].strip():
        end += 1
    return "".join(lines[code.co_firstlineno - 1 : end]).rstrip() + "\n"
