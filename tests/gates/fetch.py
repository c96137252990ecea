"""Put the schemas of ECMA-376, first edition, beside the gates: `python -m tests.gates.fetch`.

Debian and Ubuntu carry them, as Ecma International gave them to all, in the source package of
Apache POI. They are taken from it by apt, with lists of its own; nothing of the machine changes.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.gates.schemas import FETCHED, VARIABLE

PACKAGE = "libapache-poi-java"
ARCHIVE = "libapache-poi-java_4.0.1.orig.tar.xz"
DIGEST = "54db524e2bae73658e4fdb3a6e2d69cb4137638ace71fcde93659be2695287ea"
SCHEMA = re.compile(r"[^/]+/ooxml-(?:xsds|lib)/(?P<name>(?:wml|dml|opc|shared|vml|dc)\S*\.xsd)")
APT = Path("/etc/apt")


def main() -> int:
    """Fetch the schemas unless they are there; a machine that cannot is told so, and goes on."""
    if os.environ.get(VARIABLE) or any(FETCHED.glob("wml.xsd")):
        return 0
    if not shutil.which("apt-get"):
        return _without("there is no apt-get on this machine")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        said = _download(folder)
        if not (folder / ARCHIVE).exists():
            return _without(said or f"apt-get has no {ARCHIVE}")
        if hashlib.sha256((folder / ARCHIVE).read_bytes()).hexdigest() != DIGEST:
            return _without(f"{ARCHIVE} is not the file it was")
        _unpack(folder)
    return 0


def _without(reason: str) -> int:
    sys.stderr.write(f"no schemas of ECMA-376, their gate is skipped: {reason}\n")
    return 0


def _download(folder: Path) -> str:
    """Let apt get the source package into `folder`; what it says if it cannot."""
    parts = folder / "parts"
    parts.mkdir()
    for number, (suffix, text) in enumerate(_sources()):
        (parts / f"{number}{suffix}").write_text(text, "utf-8")
    (folder / "lists" / "partial").mkdir(parents=True)
    places = {"SourceList": "/dev/null", "SourceParts": parts}
    options = [f"-oDir::Etc::{name}={place}" for name, place in places.items()]
    options += [f"-oDir::State::Lists={folder / 'lists'}", "-oAPT::Sandbox::User="]
    _run(folder, *options, "update")
    return _run(folder, *options, "source", "--download-only", PACKAGE)


def _sources() -> Iterator[tuple[str, str]]:
    """The sources of this machine with their source packages, by the suffix of their files."""
    for path in sorted([*APT.glob("sources.list"), *APT.glob("sources.list.d/*")]):
        text = path.read_text("utf-8")
        if path.suffix == ".sources":
            yield ".sources", re.sub(r"(?m)^Types:.*", "Types: deb-src", text)
        elif path.suffix == ".list":
            yield ".list", re.sub(r"(?m)^deb\s", "deb-src ", text)


def _run(folder: Path, *words: str) -> str:
    said = subprocess.run(
        ["apt-get", "--quiet", *words], capture_output=True, text=True, check=False, cwd=folder
    )
    return said.stderr.strip()[-300:]


def _unpack(folder: Path) -> None:
    new = FETCHED.with_suffix(".new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    with tarfile.open(folder / ARCHIVE) as archive:
        for member in archive:
            found = SCHEMA.fullmatch(member.name)
            content = archive.extractfile(member) if found else None
            if found and content:
                (new / found["name"]).write_bytes(content.read())
    new.rename(FETCHED)


if __name__ == "__main__":
    sys.exit(main())
