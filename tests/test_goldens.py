"""What the documents of the project say, kept as text that `make accept` renews."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen import pipeline
from docgen.project import Project
from tests.conftest import Golden

PROJECT = Project(Path(__file__).parents[1])
GOLDENS = Path(__file__).parent / "goldens"


@pytest.mark.parametrize(
    ("document", "language"),
    [
        (document, language)
        for document in PROJECT.documents()
        for language in PROJECT.languages(document)
    ],
)
def test_a_document_says_and_counts_what_it_did(
    document: str, language: str, golden: Golden
) -> None:
    golden(GOLDENS / f"{document}-{language}.txt", pipeline.dump(PROJECT, document, language))
