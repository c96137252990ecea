"""Packages: entries, relationships, and bytes that depend on nothing but the parts."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from datetime import datetime

import pytest
from lxml import etree

from docgen.render import docx
from docgen.render.docx.archive import Deflated, deflated
from docgen.render.docx.package import CORE_PROPERTIES, Awaited, Package, Part
from docgen.render.docx.wml import w
from tests.render import sample


@pytest.fixture
def package() -> Package:
    made = Package()
    main = made.add_story("document", "document.main", w("document"))
    made.root.relate("officeDocument", main)
    main.relate("image", made.add("word/media/image1.png", "image/png", b"png"))
    return made


def entries(package: Package) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package.data())) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def test_the_list_of_types_comes_first_and_names_every_part(package: Package) -> None:
    found = entries(package)
    assert next(iter(found)) == "[Content_Types].xml"
    types = etree.fromstring(found["[Content_Types].xml"])
    assert [one.get("PartName") for one in types if one.get("PartName")] == [
        "/word/document.xml",
        "/word/media/image1.png",
    ]


def test_relationships_stand_beside_the_part_they_start_from(package: Package) -> None:
    assert {name for name in entries(package) if name.endswith(".rels")} == {
        "_rels/.rels",
        "word/_rels/document.xml.rels",
    }


def test_targets_are_given_from_the_folder_of_the_part(package: Package) -> None:
    rels = etree.fromstring(entries(package)["word/_rels/document.xml.rels"])
    assert [one.get("Target") for one in rels] == ["media/image1.png"]


def test_an_address_outside_is_related_once_however_often_it_is_cited() -> None:
    part = Part("word/document.xml", "", b"")
    first = part.link("https://example.org/a")
    assert part.link("https://example.org/b") != first
    assert part.link("https://example.org/a") == first
    assert len(part.relationships) == 2


def test_core_properties_are_related_in_the_namespace_of_packages(package: Package) -> None:
    part = package.add("docProps/core.xml", "x", b"")
    package.root.relate(CORE_PROPERTIES, part)
    assert b"schemas.openxmlformats.org/package/2006/relationships/metadata" in b"".join(
        entries(package).values()
    )


def test_every_entry_has_the_same_date_and_no_trace_of_the_machine(package: Package) -> None:
    with zipfile.ZipFile(io.BytesIO(package.data())) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {0}


@pytest.mark.parametrize(
    ("modified", "entry"),
    [
        (datetime(1970, 1, 1), (1980, 1, 1, 0, 0, 0)),
        (datetime(2026, 11, 26, 5, 22, 8), (2026, 11, 26, 5, 22, 8)),
        (datetime(2128, 6, 11, 8, 53), (2107, 12, 31, 23, 59, 58)),
    ],
)
def test_a_date_that_no_archive_can_name_is_the_nearest_that_it_can(
    modified: datetime, entry: tuple[int, ...]
) -> None:
    package = Package(modified)
    package.add("word/a.bin", "x", b"a")
    with zipfile.ZipFile(io.BytesIO(package.data())) as archive:
        assert {found.date_time for found in archive.infolist()} == {entry}


class Told:
    """A content that tells when it becomes a file."""

    def __init__(self, name: str, asked: list[str]) -> None:
        self.name, self.asked = name, asked

    def data(self) -> bytes:
        self.asked.append(self.name)
        return self.name.encode()


def test_what_is_made_elsewhere_is_waited_for_last_and_stands_in_its_place() -> None:
    package, asked = Package(), list[str]()
    for name in "abcd":
        told = Told(name, asked)
        package.add(name, "text/plain", Awaited(told.data) if name in "ac" else told)
    types, *files = entries(package).items()
    assert types[0] == "[Content_Types].xml"
    assert files == [(name, name.encode()) for name in "abcd"]
    assert asked == [*"bdac"]


def test_a_picture_that_stands_in_many_places_is_deflated_once(
    package: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, seen = package.data(), list[bytes]()

    def counting(data: bytes) -> Deflated:
        seen.append(data)
        return deflated(data)

    package.add("word/media/image2.png", "image/png", b"png")
    monkeypatch.setattr(sys.modules[Package.__module__], "deflated", counting)
    assert len(package.data()) > len(before)
    assert seen.count(b"png") == 1
    assert entries(package)["word/media/image2.png"] == b"png"


def test_the_same_report_gives_the_same_bytes_in_another_process_another_time_zone() -> None:
    program = (
        "import sys; from tests.render import sample; from docgen.render import docx;"
        "sys.stdout.buffer.write(docx.write(sample.report('en'), sample.sheet('en')))"
    )
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu"}
    other = subprocess.run(
        [sys.executable, "-c", program],
        cwd=sample.ROOT,
        env=environment,
        check=True,
        capture_output=True,
    )
    own = docx.write(sample.report(sample.ENGLISH), sample.sheet(sample.ENGLISH))
    assert other.stdout == own
