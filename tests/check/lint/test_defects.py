"""Defects put into a good file: the lint names each that it is there for."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from docgen.check.lint import findings
from tests.check.lint.defects import DEFECTS, FURTHER, Defect, good, packed, with_defect
from tests.conftest import Golden

GOLDEN = Path(__file__).parent / "found.txt"


@pytest.fixture(scope="module")
def members() -> dict[str, bytes]:
    return good()


def test_nothing_is_found_in_a_good_file(members: dict[str, bytes]) -> None:
    assert findings(packed(members)) == []


def test_there_are_34_known_defects_each_with_a_name_of_its_own() -> None:
    assert len(DEFECTS) == 34
    assert len({defect.name for defect in (*DEFECTS, *FURTHER)}) == len(DEFECTS) + len(FURTHER)


@pytest.mark.parametrize("defect", [*DEFECTS, *FURTHER], ids=lambda defect: defect.name)
def test_each_defect_is_found(defect: Defect, members: dict[str, bytes]) -> None:
    assert findings(with_defect(members, defect)) != []


def test_what_is_said_of_each_defect(golden: Golden, members: dict[str, bytes]) -> None:
    said = {defect.name: findings(with_defect(members, defect)) for defect in (*DEFECTS, *FURTHER)}
    blocks = ["\n".join([name, *(f"    {one}" for one in found)]) for name, found in said.items()]
    golden(GOLDEN, "\n".join([*blocks, ""]))


def test_what_is_no_package_is_one_finding() -> None:
    assert findings(b"plain words") == ["the file is no package: File is not a zip file"]


def test_a_member_that_is_there_twice_is_found(members: dict[str, bytes]) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = _twice(members)
    assert "the package has 2 members called word/styles.xml" in findings(data)


def _twice(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO(packed(members))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/styles.xml", members["word/styles.xml"])
    return stream.getvalue()
