"""The translators' side of a project: files kept up to date, approved, and counted."""

from __future__ import annotations

from docgen.translation.accepting import accept, overtaken, withdraw
from docgen.translation.approving import Approver, approve
from docgen.translation.forming import form
from docgen.translation.identifying import identify
from docgen.translation.merging import merge_files
from docgen.translation.prefilling import HEAD as PREFILLED
from docgen.translation.prefilling import prefill
from docgen.translation.revising import Overtaken, Revision, fingerprint, revise, unchanged
from docgen.translation.sending import default_file, open_states, send
from docgen.translation.standing import Standing, as_json, short_of, standings, table
from docgen.translation.syncing import Syncing, check_minor, sync
from docgen.translation.taking import HEAD as TAKEN
from docgen.translation.taking import take
from docgen.translation.terms import send_terms, take_terms

__all__ = [
    "PREFILLED",
    "TAKEN",
    "Approver",
    "Overtaken",
    "Revision",
    "Standing",
    "Syncing",
    "accept",
    "approve",
    "as_json",
    "check_minor",
    "default_file",
    "fingerprint",
    "form",
    "identify",
    "merge_files",
    "open_states",
    "overtaken",
    "prefill",
    "revise",
    "send",
    "send_terms",
    "short_of",
    "standings",
    "sync",
    "table",
    "take",
    "take_terms",
    "unchanged",
    "withdraw",
]
