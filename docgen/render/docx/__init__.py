"""Document × Stylesheet → a Word file with native lists, notes, fields and styles, from nothing."""

from docgen.render.docx.writer import package, write

__all__ = ["package", "write"]
