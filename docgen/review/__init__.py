"""A translation beside its source → what a reviser sees: rows with states, changes and findings."""

from __future__ import annotations

from docgen.review.printing import environment, row_markup, values, write
from docgen.review.sheets import sheet
from docgen.review.values import Row, Sheet

__all__ = ["Row", "Sheet", "environment", "row_markup", "sheet", "values", "write"]
