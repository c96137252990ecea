"""A desk over the report about libraries, and a client that is let in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from starlette.testclient import TestClient

from docgen.preview import Desk, Keys, application
from docgen.project import Project
from tests.libraries import CITY, LIMA
from tests.translation.project import made, translated

PORT = 8899
ADDRESS = f"http://127.0.0.1:{PORT}"
KEYS = Keys(PORT, token="open", form="write")
REVIEW = "/libraries/zh/review"


def project(folder: Path) -> Project:
    """The project, with a text that is not translated and one to be revised."""
    found = made(folder)
    translated(found, "zh", replace(LIMA, msgstr=""), replace(CITY, flags=("fuzzy",)))
    return found


def client(found: Project, *, let_in: bool = True) -> TestClient:
    """Who asks the server, with the cookie of somebody who has opened the link."""
    app = application(Desk(found), KEYS, "Wen Li", watching=False)
    asking = TestClient(app, base_url=ADDRESS, follow_redirects=False)
    if let_in:
        asking.cookies.set(KEYS.cookie, KEYS.token)
    return asking


def sending(**changed: str) -> dict[str, str]:
    """The headers of what our own pages send; an empty one is left out."""
    headers = {"Origin": ADDRESS, "X-Docgen-Token": KEYS.form, "Content-Type": "application/json"}
    named = headers | {name.replace("_", "-"): value for name, value in changed.items()}
    return {name: value for name, value in named.items() if value}
