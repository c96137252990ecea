"""The packages installed in .venv → requirements.lock: their versions, and the hash of every file.

Run by `python3 -m docgen.bootstrap --lock` with the Python of .venv. Versions come from pip's
report of what it would install for each purpose; hashes from the pages of the index that pip is
set to use, for the files of all platforms. pip has no command for those pages, so its inner
functions read them: the index, the proxy and the certificates are then those of every other
installation.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from docgen.bootstrap import LOCK_HEADING, PURPOSES, SECTION

Versions = dict[str, str]
OWN = ("docgen", "pip", "setuptools", "wheel")
"""What is in an environment without having been asked for."""


def main(root: Path) -> None:
    """Write requirements.lock of the project at `root`."""
    (root / "requirements.lock").write_text(text(sections(root), hashes), "utf-8")


def sections(root: Path) -> dict[str, Versions]:
    """For each purpose the packages that it needs beyond those of the purposes before it."""
    have: Versions = {}
    found: dict[str, Versions] = {}
    for purpose, extra in PURPOSES.items():
        wanted = resolved(root, extra)
        found[purpose] = {name: wanted[name] for name in sorted(wanted.keys() - have.keys())}
        have |= wanted
    return found


def resolved(root: Path, extra: str) -> Versions:
    """What pip would install for docgen with `extra`, in the versions that are installed now."""
    build = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    project = f"{root}[{extra}]" if extra else str(root)
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as installed:
        installed.write(_pip("list", "--format=freeze", "--exclude-editable"))
        installed.flush()
        options = ["--quiet", "--dry-run", "--ignore-installed", "--report=-"]
        report = _pip("install", *options, f"--constraint={installed.name}", project, *build)
    found = (one["metadata"] for one in json.loads(report)["install"])
    return {normal(one["name"]): one["version"] for one in found if one["name"] not in OWN}


def normal(name: str) -> str:
    """The one spelling that an index has for the name of a package (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _pip(*arguments: str) -> str:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def text(found: Mapping[str, Versions], files: Any) -> str:
    """The lock file: a section for each purpose, a package in each paragraph."""
    lines = [LOCK_HEADING]
    for purpose, versions in found.items():
        lines += ["", f"{SECTION}{purpose}"]
        for name, version in versions.items():
            given = [f"--hash=sha256:{one}" for one in sorted(files(name, version))]
            lines.append(" \\\n    ".join([f"{name}=={version}", *given]))
    return "\n".join([*lines, ""])


def hashes(name: str, version: str) -> set[str]:
    """The SHA-256 of each file that the index has of a version; SystemExit where it has none."""
    found = {link.hash for link in _links(name) if _is_of(link, version)}
    if not found:
        raise SystemExit(f"the index gives no hashes for {name} {version}")
    return found


def _links(name: str) -> Iterator[Any]:
    from pip._internal.commands import create_command
    from pip._internal.index.collector import parse_links

    command: Any = create_command("download")
    options, _ = command.parse_args([])
    session = command._build_session(options)
    collector = command._build_package_finder(options, session)._link_collector

    def page(address: Any) -> Any:
        response = collector.fetch_response(address)
        return parse_links(response) if response else ()

    for source in collector.collect_sources(name, candidates_from_page=page).index_urls:
        yield from source.page_candidates() if source else ()


def _is_of(link: Any, version: str) -> bool:
    """Whether a file is a wheel or a source archive of this version, with a hash."""
    from pip._vendor.packaging.utils import parse_sdist_filename, parse_wheel_filename

    parse: Any = parse_wheel_filename if link.is_wheel else parse_sdist_filename
    try:
        return link.hash_name == "sha256" and str(parse(link.filename)[1]) == version
    except ValueError:
        return False


if __name__ == "__main__":
    main(Path(sys.argv[1]))
