"""The machine and the programs on it, in plain words → bench/results/machine.tsv."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bench import peers, results
from bench.results import PYTHON

QUIET = 0.5
"""The load of a machine that has nothing else to do."""

VERSIONS = (
    "from importlib.metadata import version; "
    "print(*(f'{name} {version(name)}' for name in ('typst', 'weasyprint')), sep='\\n')"
)


def write() -> None:
    """Write down where and when the figures were measured, and with what."""
    results.write("machine", ("what", "value"), [*_machine(), *_programs()])


def _machine() -> Iterator[results.Row]:
    load = os.getloadavg()[0]
    yield "date", f"{date.today():%d %B %Y}"
    yield "processor", f"{os.cpu_count()} cores, {_processor()}"
    yield "memory", f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB"
    yield "system", platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    yield "other work at the start", "none" if load < QUIET else f"load {load:.1f}"


def _processor() -> str:
    facts = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    names = (line.partition(": ")[2] for line in facts if line.startswith("model name"))
    return next(names, platform.machine())


def _programs() -> Iterator[results.Row]:
    yield "Python", platform.python_version()
    yield from ((name, version) for name, version in map(_parted, _said(PYTHON, "-c", VERSIONS)))
    yield "pandoc", _said(peers.pandoc(), "--version")[0].split()[-1]
    lacking = peers.lacking()
    if peers.OFFICE not in lacking:
        yield "LibreOffice", " ".join(_said("soffice", "--version")[0].split()[1:2])
    if peers.LATEX not in lacking:
        yield "XeTeX", _said("xelatex", "--version")[0].partition(" ")[2]


def _parted(line: str) -> tuple[str, str]:
    name, _, version = line.partition(" ")
    return {"typst": "Typst", "weasyprint": "WeasyPrint"}[name], version


def _said(*command: str | Path) -> list[str]:
    """The lines that a program prints."""
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    return done.stdout.strip().splitlines()
