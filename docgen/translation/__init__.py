"""The translators' side of a project: files kept up to date, approved, and counted."""

from __future__ import annotations

from docgen.translation.approving import Approver, approve
from docgen.translation.forming import form
from docgen.translation.identifying import identify
from docgen.translation.merging import merge_files
from docgen.translation.revising import Overtaken, Revision, fingerprint, revise, unchanged
from docgen.translation.standing import Standing, as_json, short_of, standings, table
from docgen.translation.syncing import Syncing, check_minor, sync

__all__ = [
    "Approver",
    "Overtaken",
    "Revision",
    "Standing",
    "Syncing",
    "approve",
    "as_json",
    "check_minor",
    "fingerprint",
    "form",
    "identify",
    "merge_files",
    "revise",
    "short_of",
    "standings",
    "sync",
    "table",
    "unchanged",
]
