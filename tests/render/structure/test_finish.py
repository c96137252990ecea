"""Details of a file before it is written."""

from __future__ import annotations

import re
import zlib

import pydyf
import pytest
from weasyprint.pdf.stream import Stream

from docgen.render.structure.finish import compress, finish


def written(*contents: bytes | Stream) -> list[bytes]:
    """The compressed streams of a finished file, as they stand between their marks."""
    pdf = pydyf.PDF()
    pdf.add_object(metadata := pydyf.Stream([b"<x/>"], compress=True))
    pdf.catalog["Metadata"] = metadata.reference
    streams = [
        content if isinstance(content, Stream) else pydyf.Stream([content], compress=True)
        for content in contents
    ]
    for stream in streams:
        pdf.add_object(stream)
    finish(None, pdf)
    return [re.split(rb">>\nstream\n|\nendstream", stream.data)[1] for stream in streams]


def awkward() -> bytes:
    """A content whose compressed form ends with a carriage return."""
    return next(
        content
        for content in (bytes([number % 256, number // 256]) for number in range(65_536))
        if zlib.compress(content).endswith(b"\r")
    )


@pytest.mark.parametrize("content", [b"", b"BT ET"])
def test_streams_are_compressed(content: bytes) -> None:
    [data] = written(content)
    assert zlib.decompress(data) == content


def test_operators_that_would_end_like_a_line_are_compressed_with_an_end_of_line() -> None:
    operators = object.__new__(Stream)
    pydyf.Stream.__init__(operators, [awkward()], compress=True)
    compress(operators)
    assert zlib.decompress(operators.stream[0]) == awkward() + b"\n"


def test_a_stream_that_would_end_like_a_line_is_not_compressed() -> None:
    assert written(awkward()) == [awkward()]
