"""A build without a network, and under a watch of every file that it opens."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENT = "local-partnerships"
ALONE = ["unshare", "--map-root-user", "--net"]
WATCHED = """
import json, os, sys
seen = {"open": set(), "network": set()}
def watch(event, values):
    if event == "open" and isinstance(values[0], (str, bytes)):
        seen["open"].add(os.path.realpath(os.fsdecode(values[0])))
    elif event.startswith("socket.") and event != "socket.__new__":
        seen["network"].add(event)
    elif event == "urllib.Request" and not values[0].startswith("data:"):
        seen["network"].add(values[0])
sys.addaudithook(watch)
from pathlib import Path
from docgen.cli import main
status = main(sys.argv[2:], Path(sys.argv[1]))
print(json.dumps({"status": status, **{name: sorted(found) for name, found in seen.items()}}))
"""
BUILD = ["build", DOCUMENT, "--format=pdf,docx,html"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with a document that is not built, and a file beside it."""
    root = tmp_path.resolve() / "project"
    for name in ("content", "locales", "styles"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copytree(root / "content" / DOCUMENT, root / "content" / "other")
    (root / "notes.txt").write_text("of nobody's concern", "utf-8")
    return root


def test_a_build_needs_no_network_and_no_files_but_its_own(project: Path, tmp_path: Path) -> None:
    if not shutil.which("unshare") or subprocess.run([*ALONE, "true"], check=False).returncode:
        pytest.skip("this machine lets nobody have a network of their own (unshare --net)")
    temporary = tmp_path.resolve() / "temporary"
    temporary.mkdir()
    done = subprocess.run(
        [*ALONE, sys.executable, "-c", WATCHED, str(project), *BUILD],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "TMPDIR": str(temporary), "HOME": str(tmp_path)},
    )
    seen = json.loads(done.stdout.splitlines()[-1])
    assert seen["status"] == 0, done.stderr
    assert seen["network"] == []
    own = [project / "content" / DOCUMENT, *(project / name for name in ("locales", "styles"))]
    made = [project / "build", temporary, Path("/dev/null")]
    program = [Path(name).resolve() for name in (sys.prefix, sys.base_prefix, ROOT / "docgen")]
    machine = [Path("/usr/share"), Path("/usr/lib"), Path("/etc/fonts"), Path("/proc/self")]
    machine += [Path("/etc/mime.types")]
    allowed = [*own, *made, *program, *machine]
    opened = map(Path, seen["open"])
    assert [path for path in opened if not any(map(path.is_relative_to, allowed))] == []
    assert any(path.is_relative_to(own[0]) for path in map(Path, seen["open"]))
    assert list(temporary.iterdir()) == []


def test_nothing_of_another_document_or_beside_it_is_opened_even_by_libraries(
    project: Path, tmp_path: Path
) -> None:
    if not shutil.which("strace"):
        pytest.skip("strace is not installed, which sees what libraries open")
    record = tmp_path / "record.txt"
    command = [sys.executable, "-c", WATCHED, str(project), *BUILD]
    trace = ["strace", "-f", "-qq", "-e", "trace=open,openat,connect", "-o", str(record)]
    done = subprocess.run([*trace, *command], capture_output=True, encoding="utf-8", cwd=ROOT)
    if "ptrace" in done.stderr and done.returncode:
        pytest.skip("this machine lets nobody watch a program (strace)")
    lines = record.read_text("utf-8", "replace").splitlines()
    assert [line for line in lines if "connect(" in line and "AF_INET" in line] == []
    inside = [
        line.split('"')[1] for line in lines if f'"{project}' in line and " ENOENT" not in line
    ]
    folders = [project / name for name in (f"content/{DOCUMENT}", "locales", "styles", "build")]
    strange = {
        name for name in inside if not any(Path(name).is_relative_to(folder) for folder in folders)
    }
    assert strange <= {str(project), str(project / "content")}
    assert len(inside) > 5
