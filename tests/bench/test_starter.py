"""What commands take, as the process says that starts them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench import starter

ALONE = "held = bytearray(80_000_000)"
LEFT = """
import os, time
if os.fork():
    os._exit(0)
held = bytearray(80_000_000)
time.sleep(0.1)
"""


def took(*commands: list[str]) -> list[tuple[float, float, int, str]]:
    """What the starter says of commands."""
    lines = "".join(json.dumps(command) + "\n" for command in commands)
    program = [sys.executable, "-S", "-E", str(Path(starter.__file__))]
    done = subprocess.run(program, input=lines, capture_output=True, encoding="utf-8", check=True)
    return [tuple(json.loads(line)) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("program", [ALONE, LEFT])
def test_the_memory_is_that_of_the_largest_process_though_nobody_waits_for_it(program: str) -> None:
    (_, little, *_), (_, much, *_) = took(
        [sys.executable, "-c", "pass"], [sys.executable, "-c", program]
    )
    assert little < 40
    assert 80 < much < 120


def test_the_status_and_the_words_of_a_command_are_told() -> None:
    ((_, _, status, said),) = took([sys.executable, "-c", "print('words'); raise SystemExit(3)"])
    assert (status, said) == (3, "words\n")
