"""The one version of WeasyPrint whose inside this package knows, and how it is recognised."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from functools import reduce
from importlib import import_module
from typing import Any

VERSION = "70.0"

NAMES = {
    "document:Page.paint": "(self, stream, scale=1)",
    "formatting_structure.boxes:Box.hit_area": "(self)",
    "pdf:add_tags": "(pdf, document, pdf_version, page_streams)",
    "pdf.metadata:DocumentMetadata.generate_rdf_metadata": "(self, variant, version, conformance)",
    "pdf.stream:Stream.artifact": "(self)",
    "pdf.stream:Stream.marked": "(self, box, tag)",
}
"""Every name of WeasyPrint that is replaced or built on, with its signature."""


@dataclass(frozen=True, slots=True)
class Status:
    """Whether the structure is built here; if not, why, and what to do about it."""

    installed: bool
    message: str = ""
    hint: str = ""


def check() -> Status:
    """Whether the WeasyPrint that is installed can be worked on, by its version and its names."""
    import weasyprint

    if weasyprint.__version__ != VERSION:
        return _refused(f"WeasyPrint {weasyprint.__version__} is here, not {VERSION}")
    differences = (difference(name, signature) for name, signature in NAMES.items())
    found = next(filter(None, differences), "")
    return _refused(found) if found else Status(True)


def difference(name: str, signature: str) -> str:
    """How the thing of WeasyPrint called `name` differs from what is expected; "" if it does not.

    `name` is a module and what it holds ("pdf.stream:Stream.marked").
    """
    try:
        found = str(inspect.signature(_named(name)))
    except (ImportError, AttributeError):
        return f"WeasyPrint {VERSION} is here without {name}"
    return "" if found == signature else f"{name} of WeasyPrint takes {found}, not {signature}"


def _named(name: str) -> Any:
    module, _, path = name.partition(":")
    return reduce(getattr, path.split("."), import_module(f"weasyprint.{module}"))


def _refused(why: str) -> Status:
    return Status(
        False,
        f"the PDF has the structure that WeasyPrint gives it: {why}",
        f"Install weasyprint=={VERSION}, for which the structure was written.",
    )
