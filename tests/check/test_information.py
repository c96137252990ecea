"""What a file says of itself in two places."""

from __future__ import annotations

import pytest

from docgen.check.information import differences

MOMENT = "D:20010909014640Z"


@pytest.mark.parametrize(
    ("information", "metadata"),
    [
        ({"/ModDate": MOMENT}, {"xmp:ModifyDate": "2001-09-09T01:46:40Z"}),
        ({"/ModDate": MOMENT}, {"xmp:ModifyDate": "2001-09-09T01:46:40+00:00"}),
        ({"/ModDate": "D:20010909014640+00'00'"}, {"xmp:ModifyDate": "2001-09-09T01:46:40Z"}),
        ({"/CreationDate": "D:20440708"}, {"xmp:CreateDate": "2044-07-08"}),
        ({"/Trapped": "/False"}, {"pdf:Trapped": "False"}),
        ({}, {}),
    ],
)
def test_one_thing_can_be_written_in_two_ways(
    information: dict[str, str], metadata: dict[str, str]
) -> None:
    assert list(differences(information, metadata)) == []


@pytest.mark.parametrize(
    ("information", "metadata"),
    [
        ({"/ModDate": MOMENT}, {"xmp:ModifyDate": "2001-09-09T01:46:41Z"}),
        ({"/ModDate": MOMENT}, {"xmp:ModifyDate": "2001-09-09T01:46:40+02:00"}),
        ({"/ModDate": MOMENT}, {}),
        ({}, {"xmp:ModifyDate": "2001-09-09"}),
    ],
)
def test_two_moments_are_different(information: dict[str, str], metadata: dict[str, str]) -> None:
    assert list(differences(information, metadata)) == [("/ModDate", "xmp:ModifyDate")]
