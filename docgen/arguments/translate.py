"""The grammar of `docgen i18n` and its commands."""

from __future__ import annotations

from docgen.arguments.grammar import Group, add_documents, add_languages
from docgen.commands import translate


def add(group: Group) -> None:
    """Add the group and its commands."""
    i18n = group.add("i18n", None, "keep translations in step with the text", "docgen i18n sync")
    parts = Group(i18n.add_subparsers(title="commands", metavar="COMMAND"))
    sync = parts.add(
        "sync",
        translate.sync,
        "bring the translation files up to date with the text",
        "docgen i18n sync",
        "docgen i18n sync local-partnerships --lang=zh     also begins a new translation",
    )
    status = parts.add(
        "status",
        translate.status,
        "say how much of each report is translated",
        "docgen i18n status --lang=zh",
    )
    for part in (sync, status):
        add_documents(part)
        add_languages(part)
