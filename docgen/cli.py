"""The command `docgen`: arguments → a command, and its outcome → an exit status.

0 done, 1 errors in the content, 2 wrong usage, 3 something is missing on this machine, 70 a fault
of docgen itself, 130 stopped by the user.
"""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from docgen.arguments import Command, parser
from docgen.commands import OUTPUT
from docgen.console import Console, near, problems
from docgen.report import DocgenError, Origin, SetupError

ROOT = Path(__file__).resolve().parents[1]
BROKEN = 70
INTERRUPTED = 130
CRASH_FILE = "docgen-crash.txt"
_FULL = (errno.ENOSPC, errno.EDQUOT)


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Run the command that `arguments` name, on the project at `root` → exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    console = Console()
    try:
        options = parser(*given[:1]).parse_args(given)
        return _run(options, root, console)
    except DocgenError as error:
        console.show(problems(error))
        return error.status
    except KeyboardInterrupt:
        console.note("stopped; nothing half-made is left behind")
        return INTERRUPTED
    except Exception as error:
        console.note(_report_fault(error, root))
        return BROKEN


def _run(options: argparse.Namespace, root: Path, console: Console) -> int:
    """Run the command; what the machine refuses becomes a SetupError."""
    command: Command = options.command
    try:
        status = command(options, root, console)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except ModuleNotFoundError as error:
        if error.name and error.name.partition(".")[0] == __package__:
            raise
        raise _setup_error(f"the Python package with {error.name} is missing") from error
    except OSError as error:
        if error.filename and error.strerror:
            hint = "Look whether it is there, and whether you may read it."
            raise SetupError(error.strerror, hint, Origin(near(error.filename))) from error
        if error.errno in _FULL:
            hint = "Make room on the disk, also where temporary files are kept (TMPDIR)."
            raise SetupError(os.strerror(error.errno), hint) from error
        raise _setup_error(str(error)) from error


def _setup_error(message: str) -> SetupError:
    return SetupError(message, "`make doctor` says what this machine lacks.")


def _report_fault(error: Exception, root: Path) -> str:
    """Keep the trace of an unexpected `error` → the request to report it."""
    import traceback

    trace = "".join(traceback.format_exception(error))
    path = root / OUTPUT / CRASH_FILE
    try:
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)  # a link would lead the trace elsewhere
        path.write_text(trace, "utf-8")
    except OSError:
        return f"{trace}docgen is at fault here: please report it with the lines above."
    summary = traceback.format_exception_only(error)[-1].strip()
    return f"docgen is at fault here: {summary}\n    Please report it with the file {path}."
