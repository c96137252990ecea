"""LibreOffice accepts and rejects the changes, with the same outcome as building both states."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.model import Text
from tests.redline import office
from tests.redline.test_merge import Redline, before, changed, paragraph, without
from tests.render import sample

TEXT = "Text (encoded)"
STALE = "Error: Reference source not found"
"""What LibreOffice prints for some forward references before it has laid out the page."""


@pytest.mark.slow
@office.needs_office
@pytest.mark.parametrize("tag", sample.LANGUAGES)
def test_accepting_gives_the_new_text_and_rejecting_the_old_one(tag: str, tmp_path: Path) -> None:
    old = sample.unnumbered(tag)
    moved = paragraph(old, "p-south")
    new = before(without(old, moved), paragraph(old, "p-list"), moved)
    new = without(new, paragraph(old, "p-dashes"))
    new = changed(new, Text("Northern coast"), Text("Northern shore"))
    new = before(new, paragraph(old, "p-first"), sample.paragraph("Put before all.", id="p-put"))
    redline = Redline(old, new, tag)
    redline.check()
    assert saved(tmp_path, redline.data, "Accept") == saved(tmp_path, redline.new, "")
    assert saved(tmp_path, redline.data, "Reject") == saved(tmp_path, redline.old, "")


def saved(folder: Path, data: bytes, command: str) -> list[str]:
    """The lines of a file as LibreOffice prints them, without those with references."""
    source, target = folder / f"{command or 'plain'}.docx", folder / f"{command or 'plain'}.txt"
    source.write_bytes(data)
    target.unlink(missing_ok=True)
    office.decide(folder, source, target, command, TEXT)
    lines = target.read_text("utf-8").splitlines()
    assert len(lines) > 60
    return [line for line in lines if STALE not in line and "table 1, figure" not in line]
