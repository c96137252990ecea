"""The style sheet for HTML, shortened."""

from __future__ import annotations

import importlib.resources

import weasyprint.css

from docgen.render.start import sheet


def test_numerals_of_other_scripts_and_forms_are_left_out() -> None:
    text = sheet.short(
        "html5_ua.css",
        "p { display: block }\n@counter-style decimal { system: numeric }\n"
        "@counter-style thai { system: numeric }\ninput { width: 20em }",
    )
    assert text == "p { display: block }\n@counter-style decimal { system: numeric }"
    assert sheet.short("html5_ua_form.css", "button { width: 20em }") == ""


def test_only_the_files_of_that_package_are_shortened() -> None:
    full = (importlib.resources.files(weasyprint.css) / "html5_ua.css").read_text("utf-8")
    with sheet.shortened():
        files = importlib.resources.files(weasyprint.css)
        assert len((files / "html5_ua.css").read_text("utf-8")) < len(full) / 2
        assert (importlib.resources.files("docgen") / "model.py").is_file()
    assert (importlib.resources.files(weasyprint.css) / "html5_ua.css").read_text("utf-8") == full


def test_what_runs_from_right_to_left_does_so() -> None:
    full = (importlib.resources.files(weasyprint.css) / "html5_ua.css").read_text("utf-8")
    assert "[dir=rtl i] { direction: rtl }" in sheet.short("html5_ua.css", full).splitlines()


def test_only_notes_and_items_of_lists_have_a_style_for_what_they_generate() -> None:
    full = (importlib.resources.files(weasyprint.css) / "html5_ua.css").read_text("utf-8")
    rules = sheet.short("html5_ua.css", full).splitlines()
    generated = [rule.partition(" {")[0] for rule in rules if "::" in rule.partition(" {")[0]]
    assert [selector for selector in generated if selector.startswith("::")] == []
    assert {"li::marker", ".note::footnote-call", ".note::footnote-marker"} <= {*generated}
    assert not [selector for selector in generated if "::note-" in selector]
