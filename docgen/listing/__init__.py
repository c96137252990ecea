"""Problems of documents → a list for programs: JSON, or SARIF for code hosting services."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from docgen.listing import plain, sarif
from docgen.listing.problem import Problem

__all__ = ["FORMS", "Problem"]

FORMS: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "json": plain.write,
    "sarif": sarif.write,
}
"""What a list can be written as, by name."""
