"""The page engine imported without what paper never asks of it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
PREPARE = """
import hashlib, json, sys
from pathlib import Path
from docgen import pipeline
from docgen.project import Project
from docgen.report import Report
from docgen.render import pdf, start
if "late" in sys.argv:
    import weasyprint
    from docgen.render.drawing import hooks
    from docgen.render.start import pages
    pages.spare()
    hooks.keep()
made = pipeline.prepare(
    Project(Path(".")), "local-partnerships", "{language}", final=True, report=Report()
)
data = pdf.write(*made).data
print(json.dumps([hashlib.sha256(data).hexdigest(), sorted(sys.modules)]))
"""
LANGUAGES = [path.parent.name for path in sorted(ROOT.glob("locales/*/locale.toml"))]
SPARED = ("fontTools.subset", "fontTools.varLib", "pycparser", "cffi.cparser")


def built(language: str, *arguments: str) -> tuple[str, set[str]]:
    """The digest of a PDF made in a process of its own, and the modules loaded there."""
    done = subprocess.run(
        [sys.executable, "-c", PREPARE.format(language=language), *arguments],
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    digest, modules = json.loads(done.stdout)
    return digest, set(modules)


def test_a_pdf_has_the_same_bytes_however_the_engine_was_imported() -> None:
    """Letters are drawn in one way for both: WeasyPrint puts them less exactly."""
    for language in LANGUAGES:
        short, modules = built(language)
        full, more = built(language, "late")
        assert short == full
        assert not modules & set(SPARED)
        assert set(SPARED) <= more
