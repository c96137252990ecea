"""Writing the ids that are missing into the source files."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from docgen.ids import write_ids
from docgen.model import Document
from docgen.read import read
from docgen.report import NOWHERE, Report
from docgen.units import missing, units
from docgen.walk import rebuild

FRONT = """---
type: report
organ: general-assembly
symbol: A/99/1
distribution: general
date: 2045-03-01
source: en
title: Public libraries
---

"""


def loaded(folder: Path) -> Document:
    report = Report()
    document = read(folder, report)
    assert list(report) == []
    return document


def written(folder: Path, body: str, names: str = "") -> str:
    """`body` after ids have been written into it; `names` stand for the ids, in their order."""
    (folder / "report.md").write_bytes((FRONT + body).encode())
    (new,) = write_ids(loaded(folder), Report(), Random(7)).values()
    text = (folder / "report.md").read_bytes().decode().removeprefix(FRONT)
    for id, name in zip(new, names.split() or new, strict=True):
        text = text.replace(id, name)
    return text


def without_ids(document: Document) -> Document:
    """`document` as if its ids and lines were not known."""

    def change(node: Any) -> Any:
        names = {field.name for field in fields(node)}
        blank = {"id": "", "origin": NOWHERE}
        return replace(node, **{name: blank[name] for name in blank.keys() & names})

    return rebuild(document, change)


@pytest.mark.parametrize(
    ("body", "ids", "result"),
    [
        ("One.\n", "p-a", "{#p-a}\nOne.\n"),
        ("One.\n\nTwo\nlines.\n", "p-a p-b", "{#p-a}\nOne.\n\n{#p-b}\nTwo\nlines.\n"),
        ("One.", "p-a", "{#p-a}\nOne."),
        ("One.\r\n\r\nTwo.\r\n", "p-a p-b", "{#p-a}\r\nOne.\r\n\r\n{#p-b}\r\nTwo.\r\n"),
    ],
)
def test_the_id_of_a_paragraph_stands_on_the_line_before_it(
    tmp_path: Path, body: str, ids: str, result: str
) -> None:
    assert written(tmp_path, body, ids) == result


def test_an_id_joins_the_attributes_that_are_there(tmp_path: Path) -> None:
    body = "{.unnumbered}\nOne.\n\n# Two {.unnumbered}\n\n::: {lang=es .as-received}\nTres.\n:::\n"
    assert written(tmp_path, body, "p-a s-b") == (
        "{#p-a .unnumbered}\nOne.\n\n# Two {#s-b .unnumbered}\n\n"
        "::: {lang=es .as-received}\nTres.\n:::\n"
    )


@pytest.mark.parametrize(
    ("heading", "result"),
    [
        ("# One\n", "# One {#s-a}\n"),
        ("# One  \n", "# One {#s-a}  \n"),
        ("# One #\n", "# One {#s-a} #\n"),
        ("# No. 1 {of three}\n", "# No. 1 {of three} {#s-a}\n"),
        ("# One {.unnumbered} #\n", "# One {#s-a .unnumbered} #\n"),
    ],
)
def test_the_id_of_a_heading_stands_at_its_end(tmp_path: Path, heading: str, result: str) -> None:
    assert written(tmp_path, heading, "s-a") == result


def test_the_id_of_an_item_stands_in_its_first_line(tmp_path: Path) -> None:
    body = "1. One\n   and more\n1.  Two\n    - Three\n\n      And four.\n"
    assert written(tmp_path, body, "p-a p-b p-c p-d") == (
        "1. {#p-a}\n   One\n   and more\n"
        "1.  {#p-b}\n    Two\n"
        "    - {#p-c}\n      Three\n\n"
        "      {#p-d}\n      And four.\n"
    )


def test_the_id_of_an_item_may_stand_alone_in_its_first_line(tmp_path: Path) -> None:
    assert written(tmp_path, "-\n  One\n", "p-a") == "- {#p-a}\n  One\n"


def test_the_id_of_a_quoted_paragraph_stands_in_the_quotation(tmp_path: Path) -> None:
    body = "> One.\n>\n> Two.\n\n1. Three:\n\n   > Four.\n"
    assert written(tmp_path, body, "p-a p-b p-c p-d") == (
        "> {#p-a}\n> One.\n>\n> {#p-b}\n> Two.\n\n1. {#p-c}\n   Three:\n\n   > {#p-d}\n   > Four.\n"
    )


def test_the_id_of_a_container_stands_after_its_name(tmp_path: Path) -> None:
    table = "Three\n\n| Four | Five |\n|---|---|\n| 6 | 7 |\n:::\n"
    body = f"::: box\n# One\n\nTwo.\n:::\n\n::: table\n{table}"
    assert written(tmp_path, body, "box-a p-b table-c") == (
        f"::: box {{#box-a}}\n# One\n\n{{#p-b}}\nTwo.\n:::\n\n::: table {{#table-c}}\n{table}"
    )


def test_a_box_without_title_needs_no_id(tmp_path: Path) -> None:
    assert written(tmp_path, "::: box\nOne.\n:::\n", "p-a") == "::: box\n{#p-a}\nOne.\n:::\n"


BODY = """::: summary
The summary.
:::

Text.[^a]

{.unnumbered}
More text.

# Heading

## Lower heading {.unnumbered}

1. Item
   - **Dash**
   - Dash {with} braces
1. Item

   Further text of the item.

{.continued}
Text that goes on.

> Quoted text.
>
> More of it.

:::: option
# An option

What it is.

::: benefits
Benefits.

- One
- Two
:::
::::

::: box {.as-received lang=es}
# Título

Texto.
:::

[^a]: A note.
"""


def test_afterwards_no_id_is_missing_and_the_text_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text(FRONT + BODY, "utf-8")
    before = loaded(tmp_path)
    new = write_ids(before, Report())
    after = loaded(tmp_path)
    assert missing(after) == []
    assert without_ids(after) == without_ids(before)
    (ids,) = new.values()
    assert set(ids) <= {unit.id.removesuffix(".title") for unit in units(after)}


def test_nothing_else_in_the_file_changes(tmp_path: Path) -> None:
    text = written(tmp_path, BODY)
    text = re.sub(r"\{#[a-z]+-[a-z]{5} ", "{", text)
    text = re.sub(r"^[ >]*\{#[a-z-]+\}\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"(?<=-|\.) \{#[a-z-]+\}\n +", " ", text)
    assert re.sub(r" \{#[a-z-]+\}$", "", text, flags=re.MULTILINE) == BODY


def test_a_document_with_all_its_ids_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text(FRONT + "{#p-one}\nOne.\n", "utf-8")
    before = (tmp_path / "report.md").stat().st_mtime_ns
    assert write_ids(loaded(tmp_path), Report()) == {}
    assert (tmp_path / "report.md").stat().st_mtime_ns == before


def test_ids_are_written_into_annexes_too(tmp_path: Path) -> None:
    front = FRONT.replace("title:", "annexes: [annex.md]\ntitle:")
    (tmp_path / "report.md").write_text(front + "One.\n\nTwo.\n", "utf-8")
    (tmp_path / "annex.md").write_text("---\ntitle: Annex\n---\nThree.\n", "utf-8")
    new = write_ids(loaded(tmp_path), Report())
    assert {Path(file).name: len(ids) for file, ids in new.items()} == {
        "report.md": 2,
        "annex.md": 1,
    }
    assert missing(loaded(tmp_path)) == []


def test_a_new_id_has_letters_alone_and_spells_no_word(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text(FRONT + "One.\n\n" * 40, "utf-8")
    (ids,) = write_ids(loaded(tmp_path), Report()).values()
    assert len(set(ids)) == 40
    assert all(re.fullmatch(r"p-[bcdfghjkmnpqrstvwxz]{5}", id) for id in ids)


def test_the_same_chance_gives_the_same_ids_unless_they_are_taken(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text(FRONT + "One.\n", "utf-8")
    (first,) = write_ids(loaded(tmp_path), Report(), Random(7)).values()
    (tmp_path / "report.md").write_text(FRONT + "One.\n\nTwo.\n", "utf-8")
    (both,) = write_ids(loaded(tmp_path), Report(), Random(7)).values()
    assert first[0] in both
    (tmp_path / "report.md").write_text(FRONT + f"{{#s-{first[0][2:]}}}\nOne.\n\nTwo.\n", "utf-8")
    (second,) = write_ids(loaded(tmp_path), Report(), Random(7)).values()
    assert first[0] not in second


def test_a_place_that_is_no_longer_there_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_text(FRONT + "One.\n\nTwo.\n", "utf-8")
    document, report = loaded(tmp_path), Report()
    file.write_text(FRONT + "One.\n", "utf-8")
    write_ids(document, report)
    (error,) = report.errors
    assert error.message == "no place for an id is found"
    assert file.read_text("utf-8").endswith("}\nOne.\n")
