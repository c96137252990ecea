"""`docgen preview` on a project, and one who looks at its pages as a browser does."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

from bench import inputs
from bench.runs import environment

PATIENCE = 60
"""Seconds after which an answer is given up."""


class Browser:
    """Holds the cookie, hears what is saved, and asks for pages."""

    def __init__(self, link: str) -> None:
        self.place = urlsplit(link)
        answer = self._ask(f"/?{self.place.query}")
        answer.read()
        self.cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
        self.events = self._ask("/events")

    def get(self, place: str) -> bytes:
        """The page at `place`; SystemExit where there is none."""
        answer = self._ask(place)
        data = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{place}: {answer.status} {data.decode('utf-8', 'replace')}")
        return data

    def saved(self) -> None:
        """Wait until the server says that a file was saved."""
        while (line := self.events.readline()) != b"data: saved\n":
            if not line:
                raise SystemExit("the server has gone")

    def _ask(self, place: str) -> HTTPResponse:
        connection = HTTPConnection(self.place.netloc, timeout=PATIENCE)
        connection.request("GET", place, headers={"Cookie": getattr(self, "cookie", "")})
        return connection.getresponse()


@contextmanager
def preview(root: Path) -> Iterator[Browser]:
    """A server for the project at `root`, which ends with its reader."""
    with subprocess.Popen(
        inputs.docgen(root, "preview"),
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        try:
            link = process.stdout.readline().strip()
            if not link:
                raise SystemExit("docgen preview does not start; try it on the sample")
            yield Browser(link)
        finally:
            process.terminate()
