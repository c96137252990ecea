"""Names of files in a document → paths, never outside its folder."""

from __future__ import annotations

from pathlib import Path

from docgen.report import Origin, Report


def locate(
    folder: Path, name: str, suffixes: tuple[str, ...], origin: Origin, report: Report
) -> Path | None:
    """The file `name` of the document in `folder`; None and an error at `origin` if there is none.

    Refused are names with another ending than `suffixes`, hidden files, which programs put there
    for themselves, and names that lead out of the folder, by themselves or through a symbolic link.
    """
    root = folder.resolve()
    try:
        path = (root / name).resolve()
    except (OSError, RuntimeError, ValueError):  # links in a circle, a name that no disk has
        path = root / "-"
    if Path(name).suffix.lower() not in suffixes or path.suffix.lower() not in ("", *suffixes):
        report.error(
            origin, f"“{name}” is of another kind", f"Files here end in {', '.join(suffixes)}."
        )
    elif not path.is_relative_to(root):
        hint = "Copy it into the folder of the document."
        report.error(origin, f"“{name}” is outside the folder of the document", hint)
    elif any(part.startswith(".") for part in path.relative_to(root).parts):
        report.error(origin, f"“{name}” is a hidden file", "Give it a name without a dot in front.")
    elif not path.is_file():
        report.error(origin, f"there is no file “{name}”", _near(name, root, suffixes))
    else:
        return path
    return None


def _near(name: str, root: Path, suffixes: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    found = [path for path in sorted(root.rglob("*")) if path.suffix.lower() in suffixes]
    names = [path.relative_to(root).as_posix() for path in found]
    near = get_close_matches(name, names, n=3, cutoff=0.4) or names[:5]
    return f"There is {', '.join(near)}." if near else "Put it into the folder of the document."
