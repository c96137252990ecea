"""A machine with Python and nothing else → the virtual environment in .venv, ready for use.

Run by the Makefile with the system's Python as `python3 -m docgen.bootstrap`; standard library
alone. `.venv/set-up` says what the environment is good for: it is empty while the set-up is at
work, so that what an interruption leaves is made anew, and is written last.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.machine import Need

ROOT = Path(__file__).resolve().parents[1]
OLDEST = (3, 11)
SYSTEM = Path("/usr/bin")
"""Where a distribution of Linux has its own Python."""

VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
PURPOSES = {"builds": "", "tests": "dev", "gates": "gates", "fuzz": "fuzz"}
"""What an environment can be good for, and the extra for it; each holds those before it."""

APT = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=600"]
"""apt-get without questions, which waits while a new machine installs its updates first."""

STATUS = 3
INTERRUPTED = 130
LOCK_HEADING = "# The packages that .venv gets; written by python3 -m docgen.bootstrap --lock."
SECTION = "# ---- "
"""What begins the line above the packages of a purpose in requirements.lock."""

USAGE = """\
usage: python3 -m docgen.bootstrap [--tests | --gates | --fuzz | --peers | --lock]

Make the virtual environment in .venv, with --tests including what the tests need, with --gates
what the validators need too, with --fuzz what searches for harmful inputs besides. --peers
installs the programs that `make bench` measures against, as far as apt has them. --lock writes
the versions installed in .venv to requirements.lock, with the hashes of their files.
"""


class SetupFailed(Exception):
    """The machine cannot be set up; the message says what to do."""


def main(arguments: list[str]) -> int:
    """Run the set-up and return the exit status: 0, 2 for wrong usage, 3 when it failed."""
    option = arguments[0].removeprefix("--") if arguments else "builds"
    if arguments not in ([], [f"--{option}"]) or option not in (*PURPOSES, *OTHERS):
        print(USAGE, end="", file=sys.stderr)
        return 2
    try:
        OTHERS[option](ROOT) if option in OTHERS else prepare(ROOT, option)
    except SetupFailed as failure:
        print(f"error: {failure}", file=sys.stderr)
        return STATUS
    except KeyboardInterrupt:
        print("\nset-up stopped; the next run begins it anew", file=sys.stderr)
        return INTERRUPTED
    return 0


def prepare(root: Path, purpose: str) -> None:
    """Bring `root/.venv` up to date, unless it is; raise SetupFailed when that cannot be done."""
    if is_ready(root, purpose):
        return
    if sys.version_info < OLDEST:
        raise SetupFailed(too_old())
    with alone(root):
        if is_ready(root, purpose):
            return
        supply(root, purpose)
        make_environment(root)
        install_packages(root, purpose)
        _state_file(root).write_text(json.dumps({**wanted(root), "purpose": purpose}), "utf-8")
    say("ready")


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Meanwhile every other set-up of `root` waits, such as that of a second `make`."""
    folder = os.open(root, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("waiting for another set-up of this folder")
            with suppress(OSError):  # some network disks lock no folders
                fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


# ---- what is there ----------------------------------------------------------------------------


def wanted(root: Path) -> dict[str, str]:
    """What makes an environment current: its place, its Python, the packages asked for."""
    files = (root / "pyproject.toml", root / "requirements.lock")
    digest = hashlib.sha256(b"\0".join(path.read_bytes() for path in files))
    return {"place": str(root), "python": VERSION, "packages": digest.hexdigest()}


def is_ready(root: Path, purpose: str) -> bool:
    """Whether the environment is whole, current, and good for `purpose`."""
    enough = [one for one in PURPOSES if purpose in _included(one)]
    return _state(root) in [{**wanted(root), "purpose": one} for one in enough]


def _included(purpose: str) -> list[str]:
    """The purposes that an environment for `purpose` serves."""
    names = list(PURPOSES)
    return names[: names.index(purpose) + 1]


def _state(root: Path) -> dict[str, object] | None:
    """What the environment was made for: empty while it is unfinished, None if nobody says so."""
    try:
        text = _state_file(root).read_text("utf-8")
    except OSError:
        return None
    try:
        return dict(json.loads(text))
    except ValueError:
        return {}


def _can_be_kept(root: Path) -> bool:
    """Whether the environment is whole, and of this Python and place; it may be out of date."""
    state, now = _state(root), wanted(root)
    if state is not None and any(state.get(key) != now[key] for key in ("place", "python")):
        return False
    folder = root / ".venv"
    python = folder / "bin" / "python"
    show = "import pip, sys; print(sys.prefix, *sys.version_info[:2])"
    found = (0, "{} {} {}\n".format(folder, *sys.version_info))
    return python.exists() and _run([str(python), "-c", show]) == found


def _state_file(root: Path) -> Path:
    return root / ".venv" / "set-up"


# ---- the system's packages ---------------------------------------------------------------------


def supply(root: Path, purpose: str) -> None:
    """Install what the machine lacks, with apt where this user may; else raise SetupFailed.

    What only the tests use is installed if that is possible, and named if it is not.
    """
    lacking, optional = _lacking(root, purpose)
    if (lacking or optional) and (apt := _apt()):
        _install(apt, lacking, optional)
        lacking, optional = _lacking(root, purpose)
    if lacking:
        raise SetupFailed(_missing("missing on this machine", lacking))
    if optional:
        say(_missing("tests are skipped without", optional))


def supply_peers(root: Path) -> None:
    """Install the programs to measure against, as `supply` does; raise SetupFailed without them."""
    from docgen import machine

    if (lacking := machine.missing_for_benchmarks()) and (apt := _apt()):
        _install(apt, lacking)
        lacking = machine.missing_for_benchmarks()
    if lacking:
        raise SetupFailed(_missing("missing on this machine", lacking))


def _lacking(root: Path, purpose: str) -> tuple[list[Need], list[Need]]:
    from docgen import machine

    tested = machine.missing_for_tests(root) if purpose != "builds" else []
    judged = machine.missing_for_gates() if purpose == "gates" else []
    return machine.missing_for_builds(root), [*tested, *judged]


def _apt() -> list[str]:
    """How this user may call apt-get without being asked for anything; empty if not at all."""
    if not shutil.which("apt-get"):
        return []
    if os.geteuid() == 0:
        return APT
    if shutil.which("sudo") and _run(["sudo", "-n", "true"])[0] == 0:
        return ["sudo", "-n", *APT]
    return []


def _install(apt: list[str], *groups: list[Need]) -> None:
    """Install each group by itself, so that what one lacks does not stop the other."""
    from docgen import fontconfig, machine

    _run([*apt, "-qq", "update"])
    for packages in [machine.packages(needs, "debian") for needs in groups if needs]:
        say(f"installing with apt-get: {' '.join(packages)}")
        status, output = _run([*apt, "-qq", "install", "-y", "--no-install-recommends", *packages])
        if status:
            print(output, file=sys.stderr)
    fontconfig.forget()


def _missing(heading: str, needs: list[Need]) -> str:
    from docgen import machine

    names = ", ".join(need.name for need in needs)
    return "\n    ".join([f"{heading}: {names}", *machine.remedies(needs)])


def too_old() -> str:
    """What a Python that is too old for docgen is told."""
    have, oldest = sys.version.split()[0], ".".join(map(str, OLDEST))
    return (
        f"Python {oldest} or newer is needed, this is {have}\n"
        "    If there is a newer one under another name: make report PYTHON=python3.12"
    )


# ---- the environment ---------------------------------------------------------------------------


def make_environment(root: Path) -> None:
    """Make `.venv` from nothing, unless there is one that can be brought up to date."""
    folder, state = root / ".venv", _state_file(root)
    keep, python = _can_be_kept(root), _base_python()
    if not keep:
        say(f"making the virtual environment in .venv, with {python}")
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(exist_ok=True)
    state.write_text("", "utf-8")
    if not keep:
        _demand([python, "-m", "venv", str(folder)], "the virtual environment")


def _base_python() -> str:
    """The Python that the environment stands on: that of the system where it has this version.

    Distributions build theirs with the optimisations that a test run suggests; one that was built
    without them takes a ninth more time for every document. The running one may be in the very
    `.venv` to be made.
    """
    name = f"python{VERSION}"
    system, base = SYSTEM / name, Path(sys.base_prefix, "bin", name)
    if system.exists() and not _run([str(system), "-c", "import ensurepip, venv"])[0]:
        return str(system)
    return str(base) if base.exists() else sys.executable


def install_packages(root: Path, purpose: str) -> None:
    """Install docgen into `.venv`, with the packages of requirements.lock and no others.

    pip refuses a file whose hash is not in the lock, and a package that the lock does not name.
    """
    say("installing the Python packages")
    pip = [*_pip(root), "install", "--quiet", "--disable-pip-version-check"]
    locked = root / ".venv" / "requirements.txt"
    locked.write_text(_locked(root, purpose), "utf-8")
    _demand([*pip, "--require-hashes", "--requirement", str(locked)], "the Python packages")
    _demand([*pip, "--no-deps", "--no-build-isolation", "--editable", str(root)], "docgen")


def _locked(root: Path, purpose: str) -> str:
    """The part of requirements.lock that `purpose` needs."""
    _, *parts = (root / "requirements.lock").read_text("utf-8").split(SECTION)
    sections = {name: body for name, _, body in (part.partition("\n") for part in parts)}
    return "\n".join(sections.get(name, "") for name in _included(purpose))


def lock(root: Path) -> None:
    """Write the versions installed in `.venv`, and the hashes of their files, to the lock."""
    python = str(root / ".venv" / "bin" / "python")
    status, output = _run([python, "-m", "docgen.lock", str(root)])
    if status:
        raise SetupFailed(f"requirements.lock cannot be written\n{output.strip()}")


def _pip(root: Path) -> list[str]:
    return [str(root / ".venv" / "bin" / "python"), "-m", "pip"]


# ---- programs ----------------------------------------------------------------------------------


def _demand(command: list[str], purpose: str) -> None:
    status, output = _run(command)
    if status:
        raise SetupFailed(f"{purpose} could not be installed\n{output.strip()}")


def _run(command: list[str]) -> tuple[int, str]:
    """Run `command` → exit status, and all that it printed."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def say(text: str) -> None:
    """Tell the person at the keyboard what is going on."""
    print(f"set-up: {text}", file=sys.stderr, flush=True)


OTHERS = {"lock": lock, "peers": supply_peers}
"""What else than to make an environment this can do, by the option that asks for it."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
