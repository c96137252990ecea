"""Units ↔ XLIFF 2.1 (OASIS, 13 February 2018): the core, with previous texts as matches.

Codes are `pc` and `ph` whose markup stands in `originalData`. The stamp of a unit is metadata.
"""

from __future__ import annotations

from docgen.interchange.xliff2.names import NAMESPACE
from docgen.interchange.xliff2.reading import load
from docgen.interchange.xliff2.writing import dump

__all__ = ["NAMESPACE", "dump", "load"]
