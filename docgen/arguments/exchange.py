"""The grammars of the commands of `docgen i18n` that send files to translators and take them."""

from __future__ import annotations

import argparse
from pathlib import Path

from docgen.arguments.grammar import Group, add_documents, add_list, add_reports
from docgen.commands import exchange

FORMATS = ("xliff12", "xliff21", "tmx", "csv", "docx")
_LANGUAGE = "the language of the translation"


def _add_export(parts: Group) -> None:
    export = parts.add(
        "export",
        exchange.send,
        "write a translation into a file for translators' programs, Word or a spreadsheet",
        "docgen i18n export --to=xliff12 --lang=zh",
        "docgen i18n export local-partnerships --to=docx --lang=zh --only=open",
        "docgen i18n export local-partnerships --to=tmx --lang=zh --output=memory.tmx",
    )
    add_reports(export)
    export.add_argument("--to", choices=FORMATS, required=True, help="the kind of file")
    export.add_argument(
        "--only", choices=("open",), help="only texts that are untranslated or out of date"
    )
    _add_file(export, "the file, if it is one (default: under build/exchange/)")


def _add_import(parts: Group) -> None:
    take = parts.add(
        "import",
        exchange.take,
        "take translations from files that `docgen i18n export` wrote",
        "docgen i18n import returned.xlf",
        "docgen i18n import returned.xlf --by=Wen             approvals in it are hers",
    )
    take.set_defaults(documents=[])
    _add_files(take, "+", "XLIFF 1.2 or 2, TMX, CSV, Word")
    add_list(take, "--lang", "LANGUAGE", "refuse files of other languages")
    take.add_argument("--by", metavar="NAME", default="", help="who answers for approvals")


def _add_prefill(parts: Group) -> None:
    prefill = parts.add(
        "prefill",
        exchange.prefill,
        "fill what is untranslated from memories and from other translations of the project",
        "docgen i18n prefill local-partnerships --lang=zh",
        "docgen i18n prefill --lang=zh --tm=memory.tmx --min=80",
    )
    add_documents(prefill)
    add_list(prefill, "--lang", "LANGUAGE", _LANGUAGE)
    prefill.add_argument(
        "--tm",
        metavar="FILE",
        type=Path,
        action="extend",
        nargs="+",
        default=[],
        help="a memory (.tmx); several may follow",
    )
    prefill.add_argument(
        "--min",
        metavar="PERCENT",
        type=int,
        default=65,
        help="how near a text has to be (default: 65; 100 for the same text alone)",
    )


def _add_terms(parts: Group) -> None:
    terms = parts.add(
        "terms",
        exchange.terms,
        "exchange the glossary of the project: add terms of files to it, or write it",
        "docgen i18n terms --output=glossary.tbx            for translators' programs",
        "docgen i18n terms --output=glossary.v2.tbx         for those that read TBX of 2008",
        "docgen i18n terms theirs.tbx                       adds them to locales/glossary.csv",
    )
    _add_files(terms, "*", "TBX or CSV, whose terms are added")
    _add_file(terms, "where the glossary is written (.tbx, .v2.tbx or .csv)")


PARTS = (_add_export, _add_import, _add_prefill, _add_terms)
"""What adds each of these commands, in the order of the help."""


def _add_files(command: argparse.ArgumentParser, count: str, text: str) -> None:
    command.add_argument("files", metavar="FILE", nargs=count, type=Path, help=text)


def _add_file(command: argparse.ArgumentParser, text: str) -> None:
    command.add_argument("--output", metavar="FILE", type=Path, help=text)
