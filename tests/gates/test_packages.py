"""The packages that the project is made and judged with, before lists of known vulnerabilities.

The lists are asked of the registry from which the packages come; a registry that does not answer
such questions is no reason to fail.
"""

from __future__ import annotations

import json
import re
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from docgen.bootstrap import SECTION
from tests.gates.conftest import HERE, program, run

pytestmark = pytest.mark.gate
ROOT = Path(__file__).parents[2]
LOCK = ROOT / "requirements.lock"


def packages(text: str) -> list[str]:
    return [
        line for line in re.sub(r" \\\n *", " ", text).splitlines() if line[:1] not in ("", "#")
    ]


def test_every_package_of_the_lock_has_one_version_and_hashes() -> None:
    found = packages(LOCK.read_text("utf-8"))
    assert len(found) > 40
    wrong = [
        line for line in found if not re.fullmatch(r"\S+==\S+( --hash=sha256:[0-9a-f]{64})+", line)
    ]
    assert wrong == []
    assert SECTION in LOCK.read_text("utf-8")


def test_no_python_package_is_known_to_be_vulnerable() -> None:
    if not find_spec("pip_audit"):
        pytest.skip("pip-audit is not installed; `make gates` does it")
    options = ["--disable-pip", "--require-hashes", "--progress-spinner=off", "--format=json"]
    said = run(sys.executable, "-m", "pip_audit", *options, f"--requirement={LOCK}")
    if not said.stdout.startswith("{"):
        pytest.skip(f"the index does not answer: {said.stderr.strip()[-200:]}")
    found = json.loads(said.stdout)["dependencies"]
    asked = [one for one in found if "skip_reason" not in one]
    if not asked:
        pytest.skip("the index tells nothing of vulnerabilities")
    assert {one["name"]: one["vulns"] for one in asked if one["vulns"]} == {}


def test_no_package_from_npm_is_known_to_be_vulnerable() -> None:
    said = run(program("npm", "npm"), "audit", "--package-lock-only", "--json", folder=HERE)
    found = json.loads(said.stdout or "{}")
    if "vulnerabilities" not in found:
        pytest.skip(f"the registry does not answer: {found.get('message', said.stderr)[:200]}")
    assert found["vulnerabilities"] == {}
