"""An attack: what somebody puts into a project, what it would do, and what must happen instead."""

from __future__ import annotations

import io
import re
import shutil
import signal
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import pytest

from docgen.cli import main
from tests.projects import FRONT, TEXT

ROOT = Path(__file__).parents[2]
SECRET = "the-secret-of-somebody-else"
PATIENCE = 20
"""Seconds after which a command counts as hanging, with much to spare on a loaded machine."""

REPORT = "content/water/report.md"
CHINESE = "locales/zh/documents/water.po"
OVERLAY = "locales/zh/documents/water.overlay.toml"
LEDGER = "locales/zh/documents/water.approved.tsv"


@dataclass(frozen=True)
class Attack:
    """`said` is a part of what the person is told; `gone` may stand in no file that is made."""

    name: str
    would: str
    files: Mapping[str, str | bytes]
    said: str = ""
    words: tuple[str, ...] = ("build", "water", "--lang=en", "--format=docx,html")
    status: int = 1
    gone: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name


def report(body: str = "", front: str = "") -> dict[str, str]:
    """The report with a text after its own, and with further or other keys of its front matter."""
    keys = {line.partition(":")[0] for line in front.splitlines() if line[:1].isalpha()}
    kept = [line for line in FRONT.splitlines() if line.partition(":")[0] not in keys]
    head = "\n".join([*kept, front.rstrip("\n")]).rstrip("\n")
    return {REPORT: f"---\n{head}\n---\n\n{TEXT}\n{body}"}


def project(root: Path, attack: Attack) -> Path:
    """A project in the folder `root` with the files of an attack; a secret lies beside it."""
    (root.parent / "secret.txt").write_text(SECRET, "utf-8")
    ignored = shutil.ignore_patterns("documents")
    shutil.copytree(ROOT / "locales", root / "locales", ignore=ignored)
    (root / "styles").symlink_to(ROOT / "styles")
    for name, data in {**report(), **attack.files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    for name, target in attack.links.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to(target)
    return root


@contextmanager
def patience() -> Iterator[None]:
    """Fail instead of hanging."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt(f"nothing was said for {PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def texts(folder: Path) -> Iterator[str]:
    """The texts of all files under a folder, those within packages too."""
    for path in folder.rglob("*"):
        if not path.is_file() or ".cache" in path.parts:
            continue
        data = path.read_bytes()
        yield data.decode("utf-8", "replace")
        if path.suffix == ".docx":
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                for name in package.namelist():
                    yield package.read(name).decode("utf-8", "replace")


def endure(attack: Attack, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Carry out an attack: it ends in what is expected of it, and nothing else happens."""
    project(root, attack)
    before = {path for path in root.parent.rglob("*") if "build" not in path.parts}
    words = [word.replace("{root}", str(root)) for word in attack.words]
    with patience():
        try:
            status = main(words, root)
        except SystemExit as ended:
            status = int(ended.code or 0)
    printed = capsys.readouterr()
    said = printed.out + printed.err
    assert status == attack.status, said[:2000]
    assert attack.said in said, said[:2000]
    if attack.status == 1:
        place = r"\S+: " if attack.words[0] == "build" else r"(\S+: )?"
        assert re.search(rf"^{place}error: ", said, re.MULTILINE), said[:2000]
    assert SECRET not in said
    assert "\x1b" not in said
    after = {path for path in root.parent.rglob("*") if "build" not in path.parts}
    allowed = {root / word.removeprefix("--output=") for word in words}
    allowed |= {root / "locales"} if attack.words[0] == "i18n" else set()
    assert all(any(path.is_relative_to(one) for one in allowed) for path in after - before)
    for text in texts(root / "build"):
        assert SECRET not in text
        for word in attack.gone:
            assert word not in text
