"""What is given bytes of anybody's making: it returns, or raises AssertionError or worse."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from docgen import bundle as bundles
from docgen import importing, overlay, pipeline, po, symbols, word
from docgen import style as styles
from docgen.catalogue import load_catalogue
from docgen.interchange import tmx
from docgen.memory import Memory, Segment
from docgen.model import Image
from docgen.project import Project
from docgen.read import drawings, read
from docgen.render import docx, html
from docgen.render.raster import SVG, raster
from docgen.report import DocgenError, Rejected, Report
from docgen.translation import Syncing, sync, take
from tests.attacks.attack import CHINESE, FRONT, REPORT, TEXT
from tests.fuzz.returned import EXCHANGE, within
from tests.word.made import SPACES, package

ROOT = Path(__file__).parents[2]
FOLDER = Path(tempfile.mkdtemp(prefix="docgen-fuzz-"))
WELLS = (po.Entry(msgid="Wells were dug.", msgstr="水", context="p-dug"),)


@cache
def project() -> Project:
    """A project of its own for this process, whose files the targets write."""
    for name in (REPORT, CHINESE):
        (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
    ignored = shutil.ignore_patterns("documents")
    shutil.copytree(ROOT / "locales", FOLDER / "locales", ignore=ignored, dirs_exist_ok=True)
    (FOLDER / "styles").symlink_to(ROOT / "styles")
    put(CHINESE, po.dump(list(WELLS)).encode())
    return Project(FOLDER)


def put(name: str, data: bytes) -> Path:
    (FOLDER / name).write_bytes(data)
    return FOLDER / name


def placed(error: DocgenError) -> None:
    """Every problem says in which file it is."""
    found = error.report.errors if isinstance(error, Rejected) else [error.diagnostic]
    assert found
    assert all(one.origin.file for one in found), [str(one) for one in found]


def _read(content: bytes) -> None:
    report, folder = Report(), project().content / "water"
    put(REPORT, content)
    try:
        read(folder, report)
    except DocgenError as error:
        placed(error)
    assert all(one.origin.file for one in report)


def markdown(data: bytes) -> None:
    _read(f"---\n{FRONT}---\n\n{TEXT}\n".encode() + data)


def front_matter(data: bytes) -> None:
    _read(b"---\n" + data + f"\n---\n\n{TEXT}".encode())


def document(data: bytes) -> None:
    """Everything from the text to the finished files, in both languages."""
    project()
    put(REPORT, f"---\n{FRONT}---\n\n{TEXT}\n".encode() + data)
    for language in ("en", "zh"):
        try:
            made, sheet = pipeline.prepare(
                project(), "water", language, final=False, report=Report()
            )
            docx.write(made, sheet)
            html.write(made, sheet)
        except DocgenError as error:
            placed(error)


def symbol(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for found in symbols.find(text):
        assert found
    with suppress(symbols.SymbolError):
        read_symbol = symbols.parse(text)
        assert not set(symbols.file_stem(read_symbol)) & set("/\\\0 ")


def translation(data: bytes) -> None:
    file = project().catalogue("water", "zh")
    try:
        entries = po.parse(data.decode("utf-8", "replace"), str(file))
    except DocgenError as error:
        placed(error)
        return
    again = po.parse(po.dump(entries), str(file))
    assert [(one.context, one.msgid, one.msgstr) for one in again] == [
        (one.context, one.msgid, one.msgstr) for one in entries
    ]


def translated(data: bytes) -> None:
    """A build with a translation file of anybody's making."""
    project()
    put(REPORT, f"---\n{FRONT}---\n\n{TEXT}".encode())
    put(CHINESE, b'msgctxt "p-dug"\nmsgid "Wells were dug."\nmsgstr ' + data)
    try:
        made, sheet = pipeline.prepare(project(), "water", "zh", final=False, report=Report())
        docx.write(made, sheet)
    except DocgenError as error:
        placed(error)


def differences(data: bytes) -> None:
    """An overlay."""
    project()
    file = put(CHINESE.replace(".po", ".overlay.toml"), data)
    try:
        overlay.load(file)
    except DocgenError as error:
        placed(error)
    finally:
        file.unlink()


def approvals(data: bytes) -> None:
    """A ledger."""
    project()
    put(CHINESE, b"")
    file = put(CHINESE.replace(".po", ".approved.tsv"), data)
    try:
        load_catalogue(FOLDER / CHINESE)
    except DocgenError as error:
        placed(error)
    finally:
        file.unlink()


def table(data: bytes) -> None:
    """A data file."""
    project()
    (FOLDER / "content/water/data").mkdir(exist_ok=True)
    put("content/water/data/a.csv", data)
    markdown(
        b"::: table {#t}\nA\n\ndata: data/a.csv\n\nSource: B.\n:::\n\n"
        b"::: chart {#c kind=bar}\nA\n\ndata: data/a.csv\n\nAlt: B\n\nSource: B.\n:::\n"
    )


def drawing(data: bytes) -> None:
    if not drawings.fault(data):
        with suppress(DocgenError):
            raster(Image("a.svg", SVG, data), 100)


def word_file(data: bytes) -> None:
    """A package of any bytes."""
    with suppress(DocgenError):
        word.read(data)


def word_text(data: bytes) -> None:
    """The text within a package, imported."""
    body = data.decode("utf-8", "replace")
    content = f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"
    made = package("", {"word/document.xml": content})
    with suppress(DocgenError):
        file = word.read(made)
        bundle, sheet = _looks()
        importing.convert(made, file, "a.docx", bundle, sheet, Report())


def xliff(data: bytes) -> None:
    """A file of a translator, of any bytes, taken into the translation."""
    _taken("back.xlf", data)


def returned(data: bytes) -> None:
    """What stands in a target, in either version of XLIFF."""
    for whole in within(data):
        _taken("back.xlf", whole)


def memory(data: bytes) -> None:
    """A translation memory: taken, and as one that texts are looked up in."""
    _taken("back.tmx", data)
    try:
        found = list(tmx.pairs(data, "back.tmx", EXCHANGE.source, EXCHANGE.target))
    except DocgenError as error:
        placed(error)
        return
    segments = [Segment(pair.source, pair.target, pair.document, pair.id) for pair in found]
    Memory(segments, spaces=True).find("p-dug", "Wells were dug.", 50)


def _taken(name: str, data: bytes) -> None:
    """The translation is the old one or a new one that is whole, and every problem has a place."""
    project()
    put(REPORT, f"---\n{FRONT}---\n\n{TEXT}".encode())
    put(CHINESE, _in_step())
    report = Report()
    try:
        take(project(), put(name, data), (), None, report)
    except DocgenError as error:
        placed(error)
    assert all(one.origin.file for one in report)
    kept = {entry.context for entry in po.read(FOLDER / CHINESE)}
    assert {entry.context for entry in WELLS} <= kept


@cache
def _in_step() -> bytes:
    """The translation with an entry for every text of the report."""
    put(CHINESE, po.dump(list(WELLS)).encode())
    sync(project(), "water", Syncing(["zh"]), Report())
    return (FOLDER / CHINESE).read_bytes()


@cache
def _looks() -> tuple[bundles.Bundle, styles.Stylesheet]:
    bundle = bundles.load(project().locales, "en", Report())
    return bundle, styles.load(project().styles, "hq", bundle)


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    one.__name__: one
    for one in (
        markdown,
        front_matter,
        document,
        symbol,
        translation,
        translated,
        differences,
        approvals,
        table,
        drawing,
        word_file,
        word_text,
        xliff,
        returned,
        memory,
    )
}
