"""Translations ↔ the files that translators' programs, word processors and spreadsheets read."""
