"""Commands, one in each line as JSON → what each took: seconds, megabytes, its status, its words.

Linux counts to a process the memory of the one that starts it. So commands are started by this
small process, and not by the large one that makes their inputs. The memory is that of the largest
process of a command: those that it leaves behind come here to be waited for.
"""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from time import perf_counter

SUBREAPER = 36
"""To whom processes go whose parent is gone (`PR_SET_CHILD_SUBREAPER`, prctl(2) of Linux)."""


def main() -> None:
    """Run the commands as they come, until there are no more."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_took(json.loads(line))) + "\n")
        sys.stdout.flush()


def _took(command: list[str]) -> tuple[float, float, int, str]:
    started = perf_counter()
    with subprocess.Popen(command, stdout=-1, stderr=subprocess.STDOUT) as process:
        assert process.stdout
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    most = max([usage.ru_maxrss, *_left_behind()])
    return seconds, most / 1024, process.returncode, said.decode("utf-8", "replace")


def _left_behind() -> list[int]:
    """The most memory of each process that a command began and did not wait for, in kilobytes."""
    found = list[int]()
    while True:
        try:
            _, _, usage = os.wait4(-1, 0)
        except ChildProcessError:
            return found
        found.append(usage.ru_maxrss)


if __name__ == "__main__":
    main()
