"""Every finished DOCX keeps the rules of the lint."""

from __future__ import annotations

from docgen.check.lint import findings
from tests.outputs import Case, each_case, made


@each_case
def test_the_lint_finds_nothing(case: Case) -> None:
    assert findings(made(case, "docx")) == []
