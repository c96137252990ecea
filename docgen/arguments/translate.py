"""The grammars of `docgen ids` and of `docgen i18n` with its commands."""

from __future__ import annotations

import argparse
from pathlib import Path

from docgen.arguments import exchange
from docgen.arguments.grammar import DOCUMENT, Group, add_documents, add_list, add_reports
from docgen.commands import translate


def add_ids(group: Group) -> None:
    """Add `docgen ids`."""
    ids = group.add(
        "ids",
        translate.ids,
        "list the blocks that no translation can refer to, because they have no id",
        "docgen ids",
        "docgen ids local-partnerships --write             gives them ids of random letters",
    )
    add_documents(ids)
    ids.set_defaults(lang=[])
    ids.add_argument("--write", action="store_true", help="write ids into the content files")


def add(group: Group) -> None:
    """Add the group `docgen i18n` and its commands."""
    i18n = group.add("i18n", None, "keep translations in step with the text", "docgen i18n sync")
    parts = Group(i18n.add_subparsers(title="commands", metavar="COMMAND"))
    own = (
        _add_sync,
        _add_status,
        _add_review,
        _add_approve,
        _add_align,
        _add_new,
        _add_form,
        _add_merge,
    )
    for add_part in (*own, *exchange.PARTS):
        add_part(parts)


def _add_sync(parts: Group) -> None:
    sync = parts.add(
        "sync",
        translate.sync,
        "bring the translation files up to date with the text",
        "docgen i18n sync",
        "docgen i18n sync local-partnerships --lang=zh     also begins a new translation",
        "docgen i18n sync --minor=p-fund                   only a slip was corrected there",
        "docgen i18n sync --lang=zh --pivot=en             shows the English beside each text",
        "docgen i18n sync --check                          in an automatic check",
    )
    add_reports(sync)
    add_list(
        sync, "--minor", "ID", "a unit whose change in the text leaves its translations in force"
    )
    sync.add_argument(
        "--pivot",
        metavar="LANGUAGE",
        default="",
        help="the translation that the others are made from; the files remember it "
        "(the language of the report ends that)",
    )
    _add_check(sync)


def _add_status(parts: Group) -> None:
    status = parts.add(
        "status",
        translate.status,
        "say how much of each report is translated and approved",
        "docgen i18n status --lang=zh",
        "docgen i18n status local-partnerships --sections",
        "docgen i18n status --json --require=approved",
    )
    add_reports(status)
    status.add_argument("--sections", action="store_true", help="a line for each section too")
    status.add_argument("--json", action="store_true", help="print JSON, sections included")
    status.add_argument(
        "--require",
        choices=("translated", "approved"),
        help="fail unless every text is up to date, or approved as well",
    )


def _add_review(parts: Group) -> None:
    review = parts.add(
        "review",
        translate.review,
        "make one HTML file of a translation beside its source, to be sent and read",
        "docgen i18n review --lang=zh",
        "docgen i18n review local-partnerships --lang=zh --output=for-wen.html",
    )
    add_reports(review)
    review.add_argument(
        "--output",
        metavar="FILE",
        type=Path,
        help="the file to make, of one document in one language (default: under build/)",
    )


def _add_approve(parts: Group) -> None:
    approve = parts.add(
        "approve",
        translate.approve,
        "enter into the ledger that a translation is approved",
        'docgen i18n approve local-partnerships --all --lang=zh --by="Wen"',
        "docgen i18n approve local-partnerships p-mandate p-scope --lang=zh --by=Wen",
    )
    approve.add_argument("documents", metavar="DOCUMENT", nargs=1, help=DOCUMENT)
    approve.add_argument("ids", metavar="ID", nargs="*", help="the id of a unit (after msgctxt)")
    approve.add_argument("--all", action="store_true", help="every unit that is translated")
    add_list(approve, "--lang", "LANGUAGE", "the language of the translation")
    approve.add_argument("--by", metavar="NAME", required=True, help="who approves")


def _add_align(parts: Group) -> None:
    align = parts.add(
        "align",
        translate.align,
        "fill a translation from one that was made elsewhere, all to be revised",
        "docgen i18n align old.docx local-partnerships --lang=zh",
        "docgen i18n align old/report.md local-partnerships --lang=zh --replace",
    )
    align.add_argument(
        "old", metavar="OLD", type=Path, help="the old translation: .docx, or .md in our format"
    )
    align.add_argument("documents", metavar="DOCUMENT", nargs=1, help=DOCUMENT)
    add_list(align, "--lang", "LANGUAGE", "the language of the old translation")
    align.add_argument(
        "--replace", action="store_true", help="put it in the place of translations there, too"
    )


def _add_new(parts: Group) -> None:
    new = parts.add(
        "new-lang",
        translate.new_language,
        "make the folder of a language that is not there yet",
        "docgen i18n new-lang pt",
        "docgen i18n new-lang pt --from=fr                 its facts are like those of French",
    )
    new.add_argument("tag", metavar="LANGUAGE", help="its code, such as pt")
    new.add_argument(
        "--from",
        dest="base",
        metavar="LANGUAGE",
        default="",
        help="the language whose facts it begins with (default: that of the reports)",
    )


def _add_form(parts: Group) -> None:
    form = parts.add(
        "fmt",
        translate.form,
        "bring translation files into their usual form, after any editor",
        "docgen i18n fmt",
        "docgen i18n fmt --lang=zh --check",
    )
    add_reports(form)
    _add_check(form)


def _add_merge(parts: Group) -> None:
    merge = parts.add(
        "merge",
        translate.merge,
        "merge translation files for git, which `make merge-driver` tells to do so",
        "docgen i18n merge base.po ours.po theirs.po       the result is in ours.po",
    )
    for name, text in (
        ("base", "the version that both sides began with"),
        ("ours", "our version, which is replaced by the merged one"),
        ("theirs", "their version"),
    ):
        merge.add_argument(name, metavar=name.upper(), type=Path, help=text)
    merge.add_argument(
        "name", metavar="NAME", nargs="?", help="what the file is called in messages"
    )


def _add_check(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--check", action="store_true", help="write nothing; fail if something would change"
    )
