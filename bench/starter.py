"""Commands, one in each line as JSON → what each took: seconds, megabytes, its status, its words.

Linux counts to a process the memory of the one that starts it. So commands are started by this
small process, and not by the large one that makes their inputs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from time import perf_counter


def main() -> None:
    """Run the commands as they come, until there are no more."""
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
    return seconds, usage.ru_maxrss / 1024, process.returncode, said.decode("utf-8", "replace")


if __name__ == "__main__":
    main()
