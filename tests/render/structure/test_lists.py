"""Kinds of numbers of lists."""

from __future__ import annotations

import pytest

from docgen.render.structure.lists import number
from docgen.render.structure.node import Content, Node


def numbered(label: str) -> Node:
    items = Node("L")
    item = items.add("LI", "")
    item.add("LBody", "").kids.append(Content(0, 1, "Words"))
    if label:
        item.add("Lbl", "").kids.append(Content(0, 0, label))
    number(items)
    return items


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("(a) ", "LowerAlpha"),
        ("(i) ", "LowerRoman"),
        ("A. ", "UpperAlpha"),
        ("IV. ", "UpperRoman"),
        ("1. ", "Decimal"),
        ("㈠ ", "Decimal"),
        ("– ", "Disc"),
        ("", "None"),
    ],
)
def test_a_list_says_what_its_items_are_numbered_with(label: str, kind: str) -> None:
    assert numbered(label).numbering == kind


def test_the_label_comes_first() -> None:
    assert [one.role for one in numbered("(a)").children[0].children] == ["Lbl", "LBody"]
