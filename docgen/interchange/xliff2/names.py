"""Namespaces and values of XLIFF 2 that both ways know."""

from __future__ import annotations

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
"""Of the core, in each version 2.x."""

MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
N, MTC, MDA = (f"{{{space}}}" for space in (NAMESPACE, MATCHES, METADATA))
PREVIOUS, STALE = "docgen:previous", "docgen:stale"
"""The kind of a match that is the text before a change, and of a state after it."""
