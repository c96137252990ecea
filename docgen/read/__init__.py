"""A content folder → Document in its source language."""

from docgen.read.inline import parse_inline
from docgen.read.project import read

__all__ = ["parse_inline", "read"]
