"""The machine → what docgen needs of it, what of that is missing, and the packages that supply it.

Standard library alone, because it runs before anything is installed. Which fonts a language needs
stands in its locale.toml, where each font comes from in locales/fonts.toml.
"""

from __future__ import annotations

import importlib
import importlib.util
import shutil
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from docgen import fontconfig
from docgen.records import dataclass

FACTS = "locale.toml"
"""The file in the folder of a language that says what the language is."""

INSTALL = {
    "debian": ("Debian, Ubuntu", "sudo apt-get install"),
    "fedora": ("Fedora", "sudo dnf install"),
    "brew": ("macOS", "brew install"),
}
"""The platforms by their key: name, and the command that installs packages."""

LIBRARIES = ("pango-1.0", "pangoft2-1.0", "harfbuzz", "harfbuzz-subset", "fontconfig")
"""The libraries that WeasyPrint loads, without the `lib` and the version of the file's name."""

VERSIONS = (
    ("libpango-1.0.so.0", "pango_version_string", "c_char_p"),
    ("libharfbuzz.so.0", "hb_version_string", "c_char_p"),
    ("libfontconfig.so.1", "FcGetVersion", "c_int"),
)
"""Libraries of the system that a PDF depends on, the function that tells the version, its type."""


@dataclass(frozen=True)
class Need:
    """Something the machine should have; `packages` by platform, or the `web` page that has it."""

    name: str
    packages: Mapping[str, str]
    web: str = ""


VENV = Need(
    "virtual environments for Python",
    {"debian": "python3-venv", "fedora": "python3", "brew": "python"},
)
PANGO = Need(
    "Pango",
    {
        "debian": "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig",
        "fedora": "pango harfbuzz fontconfig",
        "brew": "pango",
    },
)
PROGRAMS = {
    "soffice": Need(
        "LibreOffice Writer",
        {
            "debian": "libreoffice-writer-nogui",
            "fedora": "libreoffice-writer",
            "brew": "libreoffice",
        },
    ),
    "pdftotext": Need(
        "Poppler", {"debian": "poppler-utils", "fedora": "poppler-utils", "brew": "poppler"}
    ),
    "qpdf": Need("qpdf", {"debian": "qpdf", "fedora": "qpdf", "brew": "qpdf"}),
    "msgfmt": Need("gettext", {"debian": "gettext", "fedora": "gettext", "brew": "gettext"}),
}
"""What only the tests use, by the program that shows that it is there."""

JUDGES = {
    "gs": Need(
        "Ghostscript", {"debian": "ghostscript", "fedora": "ghostscript", "brew": "ghostscript"}
    ),
    "mutool": Need(
        "MuPDF tools", {"debian": "mupdf-tools", "fedora": "mupdf", "brew": "mupdf-tools"}
    ),
    "npm": Need("npm", {"debian": "nodejs npm", "fedora": "nodejs-npm", "brew": "node"}),
    "chromium": Need(
        "Chromium",
        {"debian": "chromium", "fedora": "chromium"},
        "https://www.chromium.org/getting-involved/download-chromium/",
    ),
}
"""What only the gates use, by the program that shows that it is there."""

LATEX = Need(
    "XeLaTeX with ctex",
    {
        "debian": "texlive-xetex texlive-lang-chinese texlive-fonts-recommended lmodern",
        "fedora": "texlive-collection-xetex texlive-collection-langchinese",
        "brew": "mactex-no-gui",
    },
)
"""What only `make bench` uses, to measure against it; it is large, so it is never a must."""

LATEX_FILES = ("ctexart.cls", "lmodern.sty", "lastpage.sty", "pzdr.tfm")


def missing_for_builds(root: Path) -> list[Need]:
    """What a build of every language under `root` needs and this machine lacks."""
    lacking = [] if has_venv() else [VENV]
    lacking += [] if has_pango() else [PANGO]
    return lacking + _missing_fonts(root, fonts(root))


def missing_for_tests(root: Path) -> list[Need]:
    """What some tests need and this machine lacks; they are skipped without it."""
    lacking = [need for program, need in PROGRAMS.items() if not shutil.which(program)]
    ordinary = {need.name for need in _missing_fonts(root, fonts(root))}
    pseudo = _missing_fonts(root, fonts(root, pseudo=True))
    return lacking + [need for need in pseudo if need.name not in ordinary]


def _missing_fonts(root: Path, named: Mapping[str, Iterable[str]]) -> list[Need]:
    have = fontconfig.families()
    wanted = dict.fromkeys(name for names in named.values() for name in names)
    return [font_need(root, name) for name in wanted if name not in have]


def missing_for_gates() -> list[Need]:
    """What the gates need beyond the tests and this machine lacks; they are skipped without it."""
    return [need for program, need in JUDGES.items() if not shutil.which(program)]


def missing_for_benchmarks() -> list[Need]:
    """The programs to measure against that this machine lacks; their rows are left out."""
    lacking = [] if shutil.which("soffice") else [PROGRAMS["soffice"]]
    return lacking if has_latex() else [*lacking, LATEX]


def has_latex() -> bool:
    """Whether XeLaTeX is there, with the packages that a report needs."""
    import subprocess

    if not (shutil.which("xelatex") and shutil.which("kpsewhich")):
        return False
    return subprocess.run(["kpsewhich", *LATEX_FILES], stdout=subprocess.PIPE).returncode == 0


def has_venv() -> bool:
    """Whether Python can make a virtual environment with pip; Debian packs that apart."""
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(module) for module in ("venv", "ensurepip"))


def has_pango() -> bool:
    """Whether every library that WeasyPrint loads is there."""
    return all(_loads(library) for library in LIBRARIES)


def _loads(library: str) -> bool:
    import ctypes.util

    for name in (f"lib{library}.so.0", f"lib{library}.so.1"):
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return True
    return ctypes.util.find_library(library) is not None


def engine_versions() -> list[str]:
    """The versions of the libraries that set lines and shape letters; empty where they are not."""
    import ctypes

    found = []
    for name, function, kind in VERSIONS:
        try:
            call = getattr(ctypes.CDLL(name), function)
        except (OSError, AttributeError):
            continue
        call.restype = getattr(ctypes, kind)
        found.append(f"{name} {call()}")
    return found


def fonts(root: Path, *, pseudo: bool = False) -> dict[str, tuple[str, ...]]:
    """The families that the PDF of each language under `root` names, by the language's folder.

    Those of the pseudo-languages are apart, since only who builds these needs them.
    """
    files = sorted(root.glob(f"locales/*/{FACTS}"))
    wanted = [path for path in files if ("pseudo" in facts(path)) is pseudo]
    return {path.parent.name: families_of(path) for path in wanted}


def _faces(path: Path) -> Mapping[str, Mapping[str, Any]]:
    """The faces of a language, laid on those of the language that it extends."""
    found = facts(path)
    base = found.get("extends")
    under = _faces(path.parent.with_name(base) / path.name) if base else {}
    own = found.get("fonts", {})
    return {use: {**under.get(use, {}), **own.get(use, {})} for use in (*under, *own)}


def families_of(path: Path) -> tuple[str, ...]:
    """The families that the language with the facts at `path` names for its PDF."""
    faces = _faces(path).values()
    return tuple(dict.fromkeys(family for face in faces for family in face["pdf"]))


def font_need(root: Path, family: str) -> Need:
    """Where `family` comes from, as locales/fonts.toml says."""
    source = dict(facts(root / "locales" / "fonts.toml").get(family, {}))
    return Need(f"the font {family}", source, source.pop("web", ""))


def facts(path: Path) -> Mapping[str, Any]:
    """What a TOML file says, which is read again when it has changed.

    Raises what the system says of a file that is not there, and TOMLDecodeError.
    """
    return _facts(path, path.stat().st_mtime_ns)


@cache
def _facts(path: Path, changed: int) -> Mapping[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def packages(needs: Iterable[Need], platform: str) -> list[str]:
    """The packages of `platform` that supply `needs`, each once."""
    named = (need.packages.get(platform, "").split() for need in needs)
    return list(dict.fromkeys(package for names in named for package in names))


def remedies(needs: Iterable[Need]) -> list[str]:
    """For each platform the command that supplies `needs`, and the pages of what it cannot."""
    needs = list(needs)
    lines = (line for platform in INSTALL for line in _remedies(needs, platform))
    return list(dict.fromkeys(lines))


def _remedies(needs: list[Need], platform: str) -> Iterator[str]:
    name, command = INSTALL[platform]
    if found := packages(needs, platform):
        yield f"{name}: {command} {' '.join(found)}"
    for need in needs:
        if platform not in need.packages:
            yield f"{name}: {need.name} from {need.web}"
