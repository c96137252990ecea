"""What page-validation finds in a PDF, less what it finds wrongly."""

from __future__ import annotations

import io

import page
import pikepdf

PROFILES = ("PDF_UA_1", "PDF_A_3A")
LENGTHS = "PDFA3A-STREAM-LENGTH-001"


def failures(data: bytes, profile: str) -> list[str]:
    """The rules of a profile that a PDF fails.

    Where the bytes of a stream happen to end in a carriage return, page-validation takes it for a
    part of the line end before `endstream` and finds the length wrong by one. qpdf, which has a
    test of its own, reads such a file as it is meant.
    """
    found = page.validate_pdf_bytes(data, profile=getattr(page.ValidationProfile, profile))
    assert found.rules.passed > 100
    known = {LENGTHS} if _has_a_stream_that_ends_in_a_line_end(data) else set()
    return [f"{one.rule_id}: {one.message}" for one in found.failures if one.rule_id not in known]


def _has_a_stream_that_ends_in_a_line_end(data: bytes) -> bool:
    with pikepdf.open(io.BytesIO(data)) as file:
        streams = (one for one in file.objects if isinstance(one, pikepdf.Stream))
        return any(stream.read_raw_bytes().endswith(b"\r") for stream in streams)
