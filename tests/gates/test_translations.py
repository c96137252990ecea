"""The translation files before GNU msgfmt, polib and translate-toolkit, on which others stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from docgen import po
from docgen.project import Project
from docgen.report import Report
from docgen.translation import Syncing, form
from tests.gates.conftest import program, run
from tests.libraries import CITY, LIMA
from tests.translation.project import NAME, entry, made, reworded, synced, translated

pytestmark = pytest.mark.gate
ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "locales").rglob("*.po"))
EACH = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))


def check(path: Path, folder: Path) -> str:
    """What msgfmt says of a file; empty for a good one."""
    msgfmt = program("msgfmt", "GNU gettext")
    said = run(msgfmt, "--check", "--output-file", str(folder / "made.mo"), str(path))
    return "" if said.returncode == 0 else said.stderr


@EACH
def test_msgfmt_takes_the_file(path: Path, tmp_path: Path) -> None:
    assert check(path, tmp_path) == ""


def test_msgfmt_refuses_a_file_without_an_end(tmp_path: Path) -> None:
    bad = tmp_path / "bad.po"
    bad.write_text('msgid "one\n', "utf-8")
    assert "bad.po:1" in check(bad, tmp_path)


# ---- libraries ---------------------------------------------------------------------------------

Read = tuple[str, str, str, bool, str, str]
"""The context of an entry, its texts, whether it is fuzzy, the text before, remarks."""


def ours(path: Path) -> Iterator[Read]:
    for one in po.read(path):
        if not one.header and not one.obsolete:
            remarks = "\n".join(one.comments)
            before = one.previous or ""
            yield one.context or "", one.msgid, one.msgstr, one.fuzzy, before, remarks


def polib(path: Path) -> Iterator[Read]:
    for one in pytest.importorskip("polib").pofile(str(path)):
        if not one.obsolete:
            texts = (one.msgctxt or "", one.msgid, one.msgstr)
            yield *texts, one.fuzzy, one.previous_msgid or "", one.tcomment


def toolkit(path: Path) -> Iterator[Read]:
    for one in _store(path).units:
        if not one.isheader() and not one.isobsolete():
            texts = (one.getcontext(), str(one.source), str(one.target))
            before = "".join(map(_unquoted, one.prev_msgid))
            yield *texts, one.isfuzzy(), before, one.getnotes("translator")


def _store(path: Path) -> Any:
    pypo = pytest.importorskip("translate.storage.pypo", reason="translate-toolkit is missing")
    return pypo.pofile.parsefile(str(path))


def _unquoted(line: str) -> str:
    (read,) = po.parse(f'msgid {line}\nmsgstr ""\n', "")
    return read.msgid


READERS = pytest.mark.parametrize("reader", [polib, toolkit])


@EACH
@READERS
def test_they_read_what_we_read(path: Path, reader: Callable[[Path], Iterator[Read]]) -> None:
    assert len(list(ours(path))) > 50
    assert list(reader(path)) == list(ours(path))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A translation with entries in all states, with remarks, and with one that is obsolete."""
    project = made(tmp_path)
    remarked = replace(CITY, flags=("fuzzy",), comments=("ask Ana", "“twice” \\ *so*"))
    translated(project, "zh", replace(LIMA, msgstr=""), remarked)
    reworded(project, "Libraries lend", "Public libraries lend")
    reworded(project, "1. {#p-tools}\n   See [the list](https://un.org/list).", "")
    reworded(project, " under [](#p-tools),", " as “ever”,")
    synced(project, Syncing(["zh"]))
    return project


def file(project: Project) -> Path:
    return project.catalogue(NAME, "zh")


@READERS
def test_they_know_every_state(project: Project, reader: Callable[[Path], Iterator[Read]]) -> None:
    assert "#~ msgid" in file(project).read_text("utf-8")
    found = list(reader(file(project)))
    assert found == list(ours(file(project)))
    states = {(bool(target), fuzzy, bool(before)) for _, _, target, fuzzy, before, _ in found}
    assert len(states) == 4


def saved_by_polib(path: Path) -> None:
    opened = pytest.importorskip("polib").pofile(str(path))
    (one,) = [one for one in opened if one.msgctxt == CITY.context]
    one.msgstr, one.flags = "都市", []
    opened.save()


def saved_by_toolkit(path: Path) -> None:
    store = _store(path)
    (one,) = [one for one in store.units if one.getcontext() == CITY.context]
    one.target = "都市"
    one.markfuzzy(False)
    store.updateheader(add=True, X_Generator="Weblate 5", PO_Revision_Date="2045-03-01 12:00+0000")
    store.save()


@pytest.mark.parametrize("save", [saved_by_polib, saved_by_toolkit])
def test_what_they_have_edited_is_all_that_differs_in_the_end(
    project: Project, save: Callable[[Path], None]
) -> None:
    before = {one.context: one for one in po.read(file(project)) if not one.obsolete}
    save(file(project))
    form(project, NAME, ["zh"], Report(), check=False)
    found = {one.context: one for one in po.read(file(project)) if not one.obsolete}
    assert list(found) == list(before)
    changed = [id for id in before if not _same(before[id], found[id])]
    assert changed == [CITY.context]
    assert (entry(file(project), CITY.context or "").msgstr) == "都市"
    assert synced(project, Syncing(["zh"])) == []


def _same(one: po.Entry, other: po.Entry) -> bool:
    return replace(one, origin=other.origin) == other
