"""Structured content kept once, rendered into multilingual UN-style DOCX, PDF and HTML."""

__version__ = "0.1.0"
