"""Archives: the bytes that Python's own module makes, and files that are deflated in parts."""

from __future__ import annotations

import io
import random
import zipfile
import zlib

import pytest

from docgen.render.docx.archive import Deflated, archive, deflated
from docgen.report import DocgenError

MOMENT = (2045, 3, 14, 18, 40, 7)
FILES = {
    "[Content_Types].xml": b"<Types/>",
    "word/document.xml": b"<w:p>water, and more water</w:p>" * 5_000,
    "word/media/empty.bin": b"",
    "word/media/noise.png": random.Random(7).randbytes(70_000),
    "word/media/été.png": b"png",
}


def own(files: dict[str, bytes], moment: tuple[int, ...] = MOMENT) -> bytes:
    return archive(((name, deflated(data)) for name, data in files.items()), moment)


def ordinary(files: dict[str, bytes], moment: tuple[int, int, int, int, int, int]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, moment)
            entry.create_system = 0
            made.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


@pytest.mark.parametrize("moment", [MOMENT, (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 59)])
def test_an_archive_has_the_bytes_that_pythons_module_makes(
    moment: tuple[int, int, int, int, int, int],
) -> None:
    assert own(FILES, moment) == ordinary(FILES, moment)
    assert own({}, moment) == ordinary({}, moment)


def in_parts(data: bytes, *places: int) -> Deflated:
    """A file of parts that end at `places`."""
    ends = [*places, len(data)]
    parts = [
        deflated(data[start:end], last=end == ends[-1])
        for start, end in zip([0, *ends], ends, strict=False)
    ]
    found = parts[0]
    for part in parts[1:]:
        found += part
    return found


@pytest.mark.parametrize("places", [(1,), (40_000,), (159_999,), (100, 101, 90_000)])
def test_a_file_can_be_deflated_in_parts(places: tuple[int, ...]) -> None:
    data = FILES["word/document.xml"]
    file = in_parts(data, *places)
    assert (file.size, file.checksum) == (len(data), zlib.crc32(data))
    made = archive([("a", deflated(b"a")), ("b", file), ("c", deflated(b"c"))], MOMENT)
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        assert opened.testzip() is None
        assert [opened.read(name) for name in "abc"] == [b"a", data, b"c"]


def test_a_part_can_be_empty() -> None:
    whole = deflated(b"", last=False) + deflated(b"water", last=False) + deflated(b"")
    assert zlib.decompress(whole.stored, -zlib.MAX_WBITS) == b"water"
    assert whole.checksum == zlib.crc32(b"water")


GREAT = Deflated(b"", 1 << 32, 0)


@pytest.mark.parametrize("files", [[("a", GREAT)], [("a", deflated(b""))] * (1 << 16)])
def test_more_than_there_is_room_for_is_an_error_that_says_what_to_do(
    files: list[tuple[str, Deflated]],
) -> None:
    with pytest.raises(DocgenError, match=r"(?s)4 gigabytes or 65,535 parts.*smaller pictures"):
        archive(files, MOMENT)
    assert archive(files[1:], MOMENT)
