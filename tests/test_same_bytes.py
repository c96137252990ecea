"""The same content gives the same bytes, whoever makes them, wherever and whenever."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest

from docgen.check.lint.parts import Parts

ROOT = Path(__file__).parents[1]
SAMPLE = "local-partnerships"
MOMENT = 2_400_000_000
"""19 January 2046, 18:40 in Greenwich."""

SEVERAL = "--jobs=2"
PLACES = {
    "here": {},
    "another seed": {"PYTHONHASHSEED": "4711"},
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "another locale": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "another user": {"HOME": "/nonexistent", "USER": "nobody", "COLUMNS": "40"},
}


def made(
    folder: Path, umask: int = 0o022, doing: Sequence[str] = ("--no-cache",), **variables: str
) -> dict[str, bytes]:
    """The Chinese files that a process makes of the sample in an environment, by their endings."""
    options = ["--format=docx,html,pdf", "--attach-source", f"--output={folder}", *doing]
    languages = [] if SEVERAL in doing else ["--lang=zh"]
    command = [sys.executable, "-m", "docgen", "build", SAMPLE, *options, *languages]
    bare = {"PATH": os.environ["PATH"], "PYTHONHASHSEED": "0", "HOME": os.environ["HOME"]}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=bare | variables,
        capture_output=True,
        encoding="utf-8",
        umask=umask,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {path.suffix: path.read_bytes() for path in folder.rglob("A_*-zh.*")}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made(tmp_path_factory.mktemp("here"))


def digests(files: dict[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


@pytest.mark.parametrize("place", [place for place in PLACES if place != "here"])
def test_the_bytes_are_the_same_in(place: str, here: dict[str, bytes], tmp_path: Path) -> None:
    assert set(here) == {".docx", ".html", ".pdf"}
    assert digests(made(tmp_path, **PLACES[place])) == digests(here)


def test_the_bytes_are_the_same_with_another_umask(here: dict[str, bytes], tmp_path: Path) -> None:
    assert digests(made(tmp_path, umask=0o077)) == digests(here)


def test_the_bytes_are_the_same_from_several_processes(
    here: dict[str, bytes], tmp_path: Path
) -> None:
    assert digests(made(tmp_path, doing=["--no-cache", SEVERAL])) == digests(here)


def test_the_bytes_are_the_same_from_one_process_alone(
    here: dict[str, bytes], tmp_path: Path
) -> None:
    assert digests(made(tmp_path, doing=["--no-cache", "--jobs=1"])) == digests(here)


def test_the_bytes_are_the_same_when_they_were_kept(here: dict[str, bytes], tmp_path: Path) -> None:
    for number in (1, 2):
        assert digests(made(tmp_path / str(number), doing=[])) == digests(here)


def test_files_carry_the_date_of_the_document(here: dict[str, bytes]) -> None:
    assert dates(here) == {
        "DOCX created": "2045-03-14T00:00:00Z",
        "DOCX modified": "2045-03-14T00:00:00Z",
        "DOCX entries": "1980-01-01",
        "PDF created": "D:20450314",
        "PDF modified": "D:20450314",
    }


def test_files_carry_the_moment_that_the_environment_asks_for(tmp_path: Path) -> None:
    assert dates(made(tmp_path, SOURCE_DATE_EPOCH=str(MOMENT))) == {
        "DOCX created": "2045-03-14T00:00:00Z",
        "DOCX modified": "2046-01-19T18:40:00Z",
        "DOCX entries": "2046-01-19",
        "PDF created": "D:20450314",
        "PDF modified": "D:20460119184000Z",
    }


def dates(files: dict[str, bytes]) -> dict[str, str]:
    """The dates in a DOCX and a PDF, by what they say."""
    core = Parts.of(files[".docx"]).roots["docProps/core.xml"]
    found = {one.tag.rpartition("}")[2]: one.text for one in core}
    with zipfile.ZipFile(io.BytesIO(files[".docx"])) as archive:
        stamps = {"{}-{:02}-{:02}".format(*entry.date_time) for entry in archive.infolist()}
    with pikepdf.open(io.BytesIO(files[".pdf"])) as pdf:
        created, modified = str(pdf.docinfo["/CreationDate"]), str(pdf.docinfo["/ModDate"])
    return {
        "DOCX created": found["created"],
        "DOCX modified": found["modified"],
        "DOCX entries": " ".join(stamps),
        "PDF created": created,
        "PDF modified": modified,
    }


def test_what_is_no_moment_is_refused(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "docgen", "build", SAMPLE, "--lang=zh", "--format=docx"]
    done = subprocess.run(
        [*command, f"--output={tmp_path}"],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": "yesterday"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert "SOURCE_DATE_EPOCH is “yesterday”, no moment" in done.stderr
