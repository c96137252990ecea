"""HTML files before html-validate, and before axe-core in a browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.gates.conftest import HERE, from_npm, program, run
from tests.outputs import CASES, made

pytestmark = pytest.mark.gate


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("web")
    for case in CASES:
        (folder / f"{case}.html").write_bytes(made(case, "html"))
    return sorted(map(str, folder.iterdir()))


def validated(files: list[str]) -> list[str]:
    """What html-validate finds in files, as lines."""
    node, script = program("node", "Node.js"), from_npm("html-validate/bin/html-validate.mjs")
    config = str(HERE / ".htmlvalidate.json")
    said = run(node, script, "--config", config, "--formatter", "json", *files)
    return [
        f"{Path(file['filePath']).name}:{one['line']}: {one['message']} ({one['ruleId']})"
        for file in json.loads(said.stdout)
        for one in file["messages"]
    ]


def looked_at(files: list[str]) -> dict[str, dict[str, list[str]]]:
    """What axe-core finds in files, by their names; and how many of its rules they kept."""
    node, browser = program("node", "Node.js"), program("chromium", "Chromium")
    from_npm("axe-core/axe.min.js")
    from_npm("playwright-core/index.mjs")
    said = run(node, str(HERE / "axe.mjs"), browser, *files)
    assert said.returncode == 0, said.stderr
    return {Path(name).name: found for name, found in json.loads(said.stdout).items()}


def test_html_validate_finds_nothing(files: list[str]) -> None:
    assert validated(files) == []


def test_axe_finds_nothing(files: list[str]) -> None:
    found = looked_at(files)
    assert len(found) == len(CASES)
    assert {name: one["violations"] for name, one in found.items() if one["violations"]} == {}
    assert all(one["passed"] > 20 for one in found.values())


def test_both_find_a_picture_without_words(tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text('<!DOCTYPE html><html lang="en"><title>x</title><img src="x.png"></html>')
    assert any("alt" in line for line in validated([str(bad)]))
    assert any("image-alt" in line for line in looked_at([str(bad)])["bad.html"]["violations"])
