"""Rules about the shape of the code, checked by reading it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any, get_args

import pytest

from docgen import bundle as bundles
from docgen import model
from docgen import style as styles
from docgen.render import declarations as css
from docgen.render.docx import numbering
from docgen.render.docx import styles as word
from docgen.report import Report
from docgen.style import Role

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "docgen").rglob("*.py"))
BENCHMARKS = sorted((ROOT / "bench").glob("*.py"))

LAYERS = (
    ("compiled",),
    ("records",),
    ("fontconfig",),
    ("report", "machine", "limits", "timing", "made", "cells"),
    ("model", "files", "beside"),
    ("store", "toml", "late", "length"),
    ("walk", "numerals", "spans", "symbols", "po", "fingerprint"),
    ("pseudo",),
    ("read", "bundle", "units", "word"),
    ("style", "ids", "project", "profile", "overlay", "approval"),
    ("counter", "history", "masthead", "sync", "merge", "catalogue"),
    ("localize", "furnish", "cite", "typeset", "resolve", "progress", "outstanding"),
    ("render", "check", "passes"),
    ("redline", "ticket", "listing", "interchange", "writing"),
    ("memory",),
    ("pipeline", "translation"),
    ("comparing", "printing", "importing", "review"),
    ("importation", "tasks", "aligning", "founding"),
    ("console", "doctor"),
    ("readback", "preview"),
    ("commands",),
    ("arguments",),
    ("cli",),
    ("__main__", "bootstrap"),
    ("lock",),
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
FORBIDDEN = {("render", "bundle"), ("render", "po"), ("check", "render")}
WORKING_LANGUAGES = {"ar", "fr", "ru", "es"}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def nodes(kind: type[Any]) -> Iterator[tuple[Path, Any]]:
    """Every syntax node of `kind` in docgen, with its file."""
    return (
        (path, node) for path in MODULES for node in ast.walk(tree(path)) if isinstance(node, kind)
    )


def module(path: Path) -> str:
    """The dotted name of a file of docgen, without `docgen` and `__init__`."""
    parts = path.relative_to(ROOT / "docgen").with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


NAMES = {module(path) for path in MODULES}


def imported(path: Path) -> set[str]:
    """The modules of docgen that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    inside = {name.removeprefix("docgen.") for name in found if name.startswith("docgen.")}
    return {name if name in NAMES else name.rpartition(".")[0] for name in inside} - {""}


def part(name: str) -> str:
    """The module or package directly under docgen to which the module `name` belongs."""
    return name.partition(".")[0]


# ---- imports -----------------------------------------------------------------------------------


def test_every_module_has_its_place_in_the_layers() -> None:
    assert {part(name) for name in NAMES} - {""} == set(RANK)


def test_the_guided_tour_shows_these_layers() -> None:
    tour = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    lines = "\n".join(f"    {'  '.join(layer)}" for layer in LAYERS)
    assert f"\n\n{lines}\n\n" in tour


@pytest.mark.parametrize("name", sorted(RANK))
def test_the_guided_tour_names_each_module_and_package(name: str) -> None:
    tour = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    assert re.search(rf"`(docgen/)?{name}(/|\.py\b)", tour)


@pytest.mark.parametrize("path", MODULES, ids=module)
def test_imports_point_inwards(path: Path) -> None:
    own = part(module(path))
    others = {part(name) for name in imported(path)} - {own}
    assert {other for other in others if RANK[other] >= RANK.get(own, 0)} == set()
    assert {(own, other) for other in others} & FORBIDDEN == set()


def test_imports_within_a_package_go_in_no_circle() -> None:
    rest = {module(path): imported(path) - {module(path)} for path in MODULES}
    while free := [name for name, needs in rest.items() if not needs & rest.keys()]:
        for name in free:
            del rest[name]
    assert not rest


# ---- one owner for each fact -------------------------------------------------------------------


def test_no_language_is_named_in_code() -> None:
    tags = WORKING_LANGUAGES | set(bundles.tags(ROOT / "locales"))
    code = re.compile(rf"({'|'.join(tags)})([-_]\w+)*", re.IGNORECASE)
    strings = [(path, node) for path, node in nodes(ast.Constant) if isinstance(node.value, str)]
    named = [f"{path}:{node.lineno}" for path, node in strings if code.fullmatch(node.value)]
    assert named == []


CHANGES: dict[str, Any] = {
    "font": "emphasis",
    "number_align": "end",
    "align": "center",
    "color": "#336699",
}
"""What another value of a field is, where it is no number and no switch."""


def changed(role: Role, field: str) -> Role:
    old = getattr(role, field)
    new = CHANGES.get(field, not old if isinstance(old, bool) else old)
    return replace(role, **{field: old + 1 if new is old else new})


@pytest.mark.parametrize("field", [field.name for field in fields(Role) if field.name != "name"])
def test_each_field_of_a_role_changes_the_css_and_the_word_style(field: str) -> None:
    chinese = bundles.load(ROOT / "locales", "zh", Report())
    sheet = styles.load(ROOT / "styles", "hq", chinese)
    role = replace(sheet.roles["paragraph"], number_at=40.0, tab=60.0, left=50.0)
    assert css_of(field, role, sheet) != css_of(field, changed(role, field), sheet)
    assert word_of(field, role, sheet) != word_of(field, changed(role, field), sheet)


def css_of(field: str, role: Role, sheet: styles.Stylesheet) -> css.Declarations:
    if field in css.NUMBER:
        return css.NUMBER[field](role)
    return css.PROPERTIES[field](role, sheet)


def word_of(field: str, role: Role, sheet: styles.Stylesheet) -> object:
    if field in word.RUN:
        return word.RUN[field](role, sheet.faces)
    if field in numbering.LEVEL:
        return numbering.LEVEL[field](role).data()
    return word.PARAGRAPH[field](role)


# ---- every kind of node in every writer --------------------------------------------------------

KINDS = [kind.__name__ for kind in (*get_args(model.Block), *get_args(model.Inline))]


def mentioned(*paths: Path) -> set[str]:
    return {
        node.id for path in paths for node in ast.walk(tree(path)) if isinstance(node, ast.Name)
    }


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_node_has_its_place_in_every_writer(kind: str) -> None:
    templates = "".join(path.read_text("utf-8") for path in ROOT.glob("styles/templates/*.j2"))
    macro = re.sub(r"(?<=.)(?=[A-Z])", "_", kind).lower()
    assert re.search(rf"macro {macro}\(", templates)
    assert kind in mentioned(*(ROOT / "docgen/render/docx").glob("*.py"))
    assert kind in mentioned(ROOT / "docgen/render/text.py")


# ---- how the code reads ------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*MODULES, *BENCHMARKS], ids=lambda path: path.stem)
def test_every_module_begins_with_one_sentence_about_itself(path: Path) -> None:
    sentence = (ast.get_docstring(tree(path)) or "").partition("\n\n")[0]
    assert sentence.endswith(".")
    assert not re.search(r"[.!?]\s+[A-Z]", sentence)


def length(function: ast.FunctionDef) -> int:
    """The lines of a function after its signature and its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("paths", [MODULES, BENCHMARKS], ids=["docgen", "bench"])
def test_functions_are_short(paths: list[Path]) -> None:
    found = {
        f"{path.name}:{node.lineno} {node.name}": length(node)
        for path in paths
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
    }
    lengths = sorted(found.values())
    assert {name: lines for name, lines in found.items() if lines > 40} == {}
    assert lengths[int(len(lengths) * 0.9)] <= 20
    assert median(lengths) <= 6
