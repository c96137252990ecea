"""The command `docgen` as a process, which ends as soon as its work is done."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from signal import SIG_DFL, SIG_IGN, SIGINT, default_int_handler, getsignal, signal
from typing import NoReturn

from docgen import compiled, late

ALLOCATIONS = 200_000
"""How many new objects are there before the collector looks for garbage: reading makes few."""


def _counted(one: str, several: str, number: int) -> str:
    """What `gettext` makes of words that nobody has translated."""
    return one if number == 1 else several


_HEARD = getsignal(SIGINT)
if _HEARD is default_int_handler:
    signal(SIGINT, SIG_DFL)  # nothing has begun: there is nothing to say when it is interrupted
gc.set_threshold(ALLOCATIONS, 20, 20)
late.postpone("inspect", "bz2", "lzma", "hashlib", "ipaddress", "json", "tomllib")
late.postpone("html", "html.entities", "urllib.parse")
_KEPT = compiled.begin()
with late.standing_in(
    {
        "urllib.parse": late.names("urllib.parse", "quote_from_bytes"),
        "gettext": {"gettext": str, "ngettext": _counted},
    }
):
    import argparse  # noqa: F401 - which would look for translations of its words
    import pathlib  # noqa: F401 - which needs that for addresses of files alone

from docgen.cli import main  # noqa: E402 - what it imports has patterns


def run() -> NoReturn:
    """Run the command and end the process with its exit status.

    The objects of a document are left to the system: to take them apart one by one would need a
    tenth of the time in which a short report becomes a DOCX.
    """
    signal(SIGINT, _HEARD)
    status = main()
    signal(SIGINT, SIG_IGN)  # all is done
    _KEPT.save()
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(status)


if __name__ == "__main__":
    run()
