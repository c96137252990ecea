"""The glossary of a project ↔ CSV and TBX files of others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from docgen.check.translation import glossary
from docgen.check.translation.glossary import REMARKS, Concept
from docgen.files import write_whole
from docgen.interchange import glossaries, tbx
from docgen.interchange.formats import contents
from docgen.project import Project
from docgen.report import DocgenError, Origin, UsageError
from docgen.translation.loading import Row
from docgen.translation.sending import tag_of


def send_terms(project: Project, file: Path) -> int:
    """Write the glossary to a `file`, as TBX or CSV by its name → how many concepts it has.

    A name that ends with `.v2.tbx` asks for the older version of TBX.
    """
    concepts = glossary.read(project.locales / glossary.FILE)
    kind = file.suffix.lower()
    if kind not in (".tbx", ".csv"):
        raise UsageError(f"{file.name} is no name of a glossary", "It ends with .tbx or .csv.")
    if kind == ".csv":
        write_whole(file, glossaries.dump(concepts).encode("utf-8-sig"))
    else:
        older = file.name.lower().endswith(".v2.tbx")
        write_whole(file, tbx.dump(concepts, 2 if older else 3))
    return len(concepts)


def take_terms(project: Project, file: Path) -> Row:
    """Add the concepts of a TBX or CSV `file` to the glossary → a row that counts.

    Nothing is taken away: wordings are added behind ours, and what we refuse stays refused.
    Raises DocgenError for a file that cannot be understood, or has no language of the project.
    """
    kept = project.locales / glossary.FILE
    ours = glossary.read(kept)
    theirs = [_tagged(project, concept) for concept in _read(file)]
    first = next((tag for one in (*ours, *theirs) for tag in one.terms if tag != REMARKS), "")
    if not any(concept.terms.get(first) for concept in theirs):
        hint = f"Concepts are known by their terms in “{first}”." if first else ""
        raise DocgenError("the file has no terms for the glossary", hint, Origin(str(file)))
    joined, new, grown = glossaries.merged(ours, theirs, first)
    if joined != list(ours):
        write_whole(kept, glossaries.dump(joined))
    return (file.name, f"{new} new", f"{grown} extended", f"{len(theirs) - new - grown} known")


def _read(file: Path) -> Sequence[Concept]:
    data = contents(file)
    if file.suffix.lower() == ".csv":
        return glossary.read(file)
    return tbx.load(data, str(file))


def _tagged(project: Project, concept: Concept) -> Concept:
    """The concept by the tags of the project; languages that it does not have keep their codes."""

    def tagged(held: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
        found: dict[str, Sequence[str]] = {}
        for lang, words in held.items():
            tag = lang if lang == REMARKS else tag_of(project, lang) or lang
            found[tag] = [*found.get(tag, ()), *words]
        return found

    return Concept(tagged(concept.terms), tagged(concept.forbidden))
