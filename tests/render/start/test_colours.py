"""The colour profile of a PDF, as a library for colours reads it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
import weasyprint
from PIL.ImageCms import ImageCmsProfile, PyCMSError

from docgen.render.start import colours

DATA = (Path(weasyprint.__file__).parent / "pdf" / "sRGB2014.icc").read_bytes()


def test_that_of_the_engine_has_the_same_bytes_and_name() -> None:
    ours, theirs = colours.opened(BytesIO(DATA)), ImageCmsProfile(BytesIO(DATA))
    assert isinstance(ours, colours.Profile)
    assert ours.tobytes() == theirs.tobytes() == DATA
    assert ours.profile.model == theirs.profile.model
    assert ours.profile.model.startswith("IEC 61966-2-1")


def test_one_without_such_a_name_is_left_to_the_library() -> None:
    nameless = DATA.replace(b"dmdd", b"none", 1)
    found = colours.opened(BytesIO(nameless))
    assert isinstance(found, ImageCmsProfile)
    assert found.profile.profile_description == "sRGB2014"


@pytest.mark.parametrize("data", [b"", DATA[:140], b"\xff" * 200])
def test_a_damaged_one_is_refused_as_ever(data: bytes) -> None:
    with pytest.raises((PyCMSError, OSError)):
        colours.opened(BytesIO(data))
