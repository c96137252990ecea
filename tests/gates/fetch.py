"""Put the schemas of ECMA-376 and of XLIFF beside the gates: `python -m tests.gates.fetch`.

Debian and Ubuntu carry them, as their publishers gave them to all: those of Ecma International,
first edition, in the source package of Apache POI, those of OASIS in a library for PHP. apt fetches
the packages, with lists of its own where the machine has none of sources, and they are taken apart
here; nothing is installed and nothing of the machine changes.
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
XLIFF = FETCHED.with_name("xliff")
LIBRARY = "php-symfony-translation"
RESOURCES = "usr/share/php/Symfony/Component/Translation/Resources/schemas"


def main() -> int:
    """Fetch what is not there; a machine that cannot is told so, and goes on."""
    for name, there, fetch in (
        ("ECMA-376", bool(os.environ.get(VARIABLE)) or any(FETCHED.glob("wml.xsd")), _office),
        ("XLIFF", any(XLIFF.glob("*.xsd")), _exchange),
    ):
        if there:
            continue
        with tempfile.TemporaryDirectory() as folder:
            if reason := fetch(Path(folder)) if shutil.which("apt-get") else "there is no apt-get":
                sys.stderr.write(f"no schemas of {name}, their gate is skipped: {reason}\n")
    return 0


# ---- XLIFF -------------------------------------------------------------------------------------


def _exchange(folder: Path) -> str:
    """Take the schemas out of the package → why that cannot be."""
    said = _run(folder, "-oAPT::Sandbox::User=", "download", LIBRARY)
    for archive in folder.glob("*.deb"):
        subprocess.run(["dpkg-deb", "--extract", archive, folder], check=True)
        shutil.copytree(folder / RESOURCES, XLIFF, dirs_exist_ok=True)
        return ""
    return said or f"apt-get has no {LIBRARY}"


# ---- ECMA-376 ----------------------------------------------------------------------------------


def _office(folder: Path) -> str:
    """Take the schemas out of the source package → why that cannot be."""
    said = _download(folder)
    if not (folder / ARCHIVE).exists():
        return said or f"apt-get has no {ARCHIVE}"
    if hashlib.sha256((folder / ARCHIVE).read_bytes()).hexdigest() != DIGEST:
        return f"{ARCHIVE} is not the file it was"
    _unpack(folder)
    return ""


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
    new.mkdir(parents=True)
    with tarfile.open(folder / ARCHIVE) as archive:
        for member in archive:
            found = SCHEMA.fullmatch(member.name)
            content = archive.extractfile(member) if found else None
            if found and content:
                (new / found["name"]).write_bytes(content.read())
    new.rename(FETCHED)


if __name__ == "__main__":
    sys.exit(main())
