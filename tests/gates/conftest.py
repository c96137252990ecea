"""What the gates share: the programs that judge, and what is said where one is missing."""

from __future__ import annotations

import platform
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"


def program(name: str, package: str) -> str:
    """The path of a program; the test is skipped, with the reason, where it is not installed."""
    found = shutil.which(name)
    if not found:
        pytest.skip(f"{package} is not installed")
    return found


def from_npm(path: str) -> str:
    """The path of a file below node_modules; skips where npm has not installed it."""
    if not (MODULES / path).exists():
        where = f"{platform.system()} {platform.machine()}"
        pytest.skip(f"npm has not installed {path} (on {where}); `make gates` does where it can")
    return str(MODULES / path)


def run(*command: str, folder: Path = HERE) -> subprocess.CompletedProcess[str]:
    """What a program says."""
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
