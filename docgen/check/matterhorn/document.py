"""What a PDF says of itself: its catalogue, its metadata, the files that it holds."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.information import differences
from docgen.check.tree import File, entry


def _catalogue(file: File) -> Iterator[str]:
    root = file.pdf.Root
    if not entry(root, "/MarkInfo", "/Marked"):
        yield "06: the file does not say that it is tagged"
    if not entry(root, "/ViewerPreferences", "/DisplayDocTitle"):
        yield "07-001: viewers are not told to show the title"
    if not str(root.get("/Lang", "")):
        yield "11-006: the document has no language"
    if "/OutputIntents" not in root:
        yield "PDF/A 6.2.3: there is no output intent"
    if entry(root, "/Names", "/JavaScript") is not None:
        yield "PDF/A 6.5.1: the file holds programs"


def _metadata(file: File) -> Iterator[str]:
    if "/Metadata" not in file.pdf.Root:
        yield "06-001: there are no metadata"
        return
    wanted = {"pdfuaid:part": "1", "pdfaid:part": "3", "pdfaid:conformance": "A"}
    with file.pdf.open_metadata() as metadata:
        for name, value in wanted.items():
            if metadata.get(name) != value:
                yield f"06-002: {name} is {metadata.get(name)!r}, not {value!r}"
        for name in ("dc:title", "dc:identifier"):
            if not metadata.get(name):
                yield f"06-003: the metadata have no {name}"
        if set(metadata.get("dc:language", ())) != {str(file.pdf.Root.get("/Lang", ""))}:
            yield "06: the metadata name another language"
        for key, name in differences(file.pdf.docinfo, metadata):
            yield f"06: {name} is not what {key} is"


def _attached(file: File) -> Iterator[str]:
    """Files in the file have a date and their size (ISO 19005-3, 6.8; ISO 32000-1, table 46)."""
    for specification in file.pdf.Root.get("/AF", ()):
        name, stream = str(specification.get("/UF", "?")), entry(specification, "/EF", "/F")
        if not str(entry(stream, "/Params", "/ModDate") or ""):
            yield f"PDF/A 6.8: the file {name} has no date"
        if entry(stream, "/Params", "/Size") != len(stream.read_bytes()):
            yield f"PDF/A 6.8: the file {name} has not the size that it says"


CHECKS = (_catalogue, _metadata, _attached)
