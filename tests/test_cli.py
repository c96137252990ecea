"""The command line: what it understands, what it prints, how it ends."""

from __future__ import annotations

import argparse
import errno
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from docgen.arguments import ADDED
from docgen.arguments import parser as grammar
from docgen.cli import main
from docgen.commands import look
from docgen.made import FORMATS
from tests.projects import REPORT

ROOT = Path(__file__).parents[1]
HEAVY = {"weasyprint", "docx", "babel", "jinja2", "markdown_it", "lxml", "yaml", "segno"}
HEAVY |= {"starlette", "uvicorn", "watchfiles", "anyio"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a report in English, and the languages and styles of this one."""
    (tmp_path / "content" / "water").mkdir(parents=True)
    (tmp_path / "content" / "water" / "report.md").write_text(REPORT, "utf-8")
    translations = shutil.ignore_patterns("documents")
    shutil.copytree(ROOT / "locales", tmp_path / "locales", ignore=translations)
    (tmp_path / "styles").symlink_to(ROOT / "styles")
    return tmp_path


def made(root: Path) -> list[str]:
    """The files in the folder of what is built, but for those that are kept for the next build."""
    found = [path.relative_to(root / "build") for path in root.glob("build/**/*") if path.is_file()]
    return sorted(path.as_posix() for path in found if path.parts[0] != ".cache")


def spoil(root: Path) -> None:
    """Put two errors into the report."""
    path = root / "content" / "water" / "report.md"
    path.write_text(f"{REPORT}\nSee [](#nowhere).\n\nAnd [^none].\n", "utf-8")


# ---- arguments ---------------------------------------------------------------------------------


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """`parser` and those of all commands below it."""
    yield parser
    for action in parser._actions:
        for below in action.choices.values() if isinstance(action.choices, dict) else ():
            yield from parsers(below)


@pytest.mark.parametrize("parser", list(parsers(grammar())), ids=lambda parser: parser.prog)
def test_every_command_has_a_description_and_an_example_that_it_understands(
    parser: argparse.ArgumentParser,
) -> None:
    assert parser.description
    heading, *examples = (parser.epilog or "").splitlines()
    assert heading == "examples:"
    for example in examples:
        words = shlex.split(re.split(r"\s{2,}|\s\|", example.strip())[0])
        assert words[: len(parser.prog.split())] == parser.prog.split()
        if "--help" not in words:
            assert grammar().parse_args(words[1:])


def test_the_commands_are_those_of_the_manual() -> None:
    commands = {parser.prog.removeprefix("docgen").strip() for parser in parsers(grammar())}
    assert commands >= {
        *("build", "check", "dump", "doctor", "ids", "preview"),
        *("i18n sync", "i18n status", "i18n approve", "i18n fmt", "i18n merge", "i18n review"),
        *("i18n export", "i18n import", "i18n prefill", "i18n terms"),
        *("i18n align", "i18n new-lang"),
    }


@pytest.mark.parametrize("command", ADDED)
def test_the_grammar_of_one_command_alone_is_what_it_is_among_all(command: str) -> None:
    def helps(parser: argparse.ArgumentParser) -> dict[str, str]:
        return {each.prog: each.format_help() for each in parsers(parser)}

    every, alone = helps(grammar()), helps(grammar(command))
    known = {prog: text for prog, text in every.items() if prog.split()[1:2] == [command]}
    assert known == {prog: text for prog, text in alone.items() if prog != "docgen"}
    assert known


def test_languages_and_formats_may_be_repeated_or_stand_between_commas() -> None:
    given = ["build", "--lang=zh,en", "--lang", "fr", "--format", "pdf, html"]
    options = grammar().parse_args(given)
    assert options.lang == ["zh", "en", "fr"]
    assert options.format == ["pdf", "html"]


def test_the_help_of_build_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["build", "--help"])
    assert ended.value.code == 0
    printed = capsys.readouterr().out
    assert all(name in printed for name in FORMATS)


@pytest.mark.parametrize("words", [[], ["i18n"]])
def test_without_a_command_the_help_is_printed(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 0
    assert capsys.readouterr().out.startswith(" ".join(["usage: docgen", *words]))


@pytest.mark.parametrize("words", [["--help"], ["doctor", "--help"], ["--version"], ["doctor"]])
def test_what_needs_no_engine_loads_none(words: list[str]) -> None:
    script = (
        "import atexit, sys\n"
        "from docgen.cli import main\n"
        "loaded = lambda: {name.partition('.')[0] for name in sys.modules}\n"
        f"atexit.register(lambda: print('loaded:', *sorted(loaded() & {HEAVY!r})))\n"
        f"sys.exit(main({words!r}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8")
    assert done.stdout.splitlines()[-1] == "loaded:"


def test_the_module_can_be_run() -> None:
    command = [sys.executable, "-m", "docgen", "--version"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT)
    assert re.fullmatch(r"docgen \d+\.\d+\.\d+\n", done.stdout)


# ---- wrong usage -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (["build", "watr"], "there is no document “watr”", "water"),
        (["build", "--lang=zhh"], "there is no language “zhh”", "Did you mean “zh”?"),
        (["build", "--format=docs"], "there is no format “docs”", "Did you mean “docx”?"),
        (["check", "--lang=xx"], "there is no language “xx”", "en, fr, zh"),
        (["dump", "fire"], "there is no document “fire”", "water"),
    ],
)
def test_a_name_that_does_not_exist_is_told_with_those_that_do(
    root: Path, words: list[str], message: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words, root) == 2
    printed = capsys.readouterr().err
    assert printed.startswith(f"error: {message}\n    ")
    assert hint in printed


def test_a_wrong_name_among_right_ones_stops_everything(root: Path) -> None:
    assert main(["build", "water", "fire"], root) == 2
    assert not (root / "build").exists()


def test_a_project_without_documents_is_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build"], tmp_path) == 2
    assert "error: there is no document under content/" in capsys.readouterr().err


# ---- building ----------------------------------------------------------------------------------


def test_a_build_ends_with_the_list_of_its_files(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    assert main(["build", "--lang=en", "--format=pdf,html"], root) == 0
    pdf, html = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"build/water/en/A_99_1-en\.pdf +1 page +\d+ kB +\d+\.\d s", pdf)
    assert re.fullmatch(r"build/water/en/A_99_1-en\.html +\d+ kB +\d+\.\d s", html)


def test_without_a_choice_pdf_and_docx_are_made_in_the_languages_of_the_document(
    root: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert main(["build", "--output", str(out)], root) == 0
    made = sorted(str(path.relative_to(out)) for path in out.rglob("*.*"))
    assert made == ["water/en/A_99_1-en.docx", "water/en/A_99_1-en.pdf"]


def test_a_pdf_holds_the_files_it_was_made_from_when_that_is_asked_for(root: Path) -> None:
    assert main(["build", "--lang=en", "--format=pdf,docx", "--attach-source"], root) == 0
    with pikepdf.open(root / "build" / "water" / "en" / "A_99_1-en.pdf") as made:
        held = {name: one.get_file().read_bytes() for name, one in made.attachments.items()}
    assert held == {"report.md": REPORT.encode()}


def test_a_pdf_holds_nothing_else_than_itself_when_that_is_not_asked_for(root: Path) -> None:
    assert main(["build", "--lang=en", "--format=pdf"], root) == 0
    with pikepdf.open(root / "build" / "water" / "en" / "A_99_1-en.pdf") as made:
        assert not made.attachments


def test_a_document_elsewhere_is_built_by_its_path(root: Path, tmp_path: Path) -> None:
    folder = (root / "content" / "water").rename(tmp_path / "elsewhere")
    assert main(["build", str(folder), "--lang=en", "--format=html"], root) == 0
    assert (root / "build" / "elsewhere" / "en" / "A_99_1-en.html").is_file()


def test_content_with_errors_gives_all_of_them_and_no_file(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(root)
    assert main(["build", "--format=html"], root) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(re.findall(r"report\.md:\d+: error: ", printed.err)) == 2
    assert printed.err.endswith("2 errors, no warnings\n")
    assert made(root) == []


def test_a_document_with_errors_does_not_keep_others_from_being_built(root: Path) -> None:
    other = root / "content" / "air"
    other.mkdir()
    (other / "report.md").write_text(REPORT.replace("Water", "Air"), "utf-8")
    spoil(root)
    assert main(["build", "--format=html"], root) == 1
    assert made(root) == ["air/en/A_99_1-en.html"]


def test_check_tells_what_a_build_would_and_makes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"], root) == 0
    assert capsys.readouterr().out.startswith("no errors, ")
    spoil(root)
    assert main(["check"], root) == 1
    assert capsys.readouterr().out.startswith("2 errors, ")
    assert not (root / "build").exists()


def translate(root: Path, translation: str) -> None:
    """Begin a Chinese translation in which only the paragraph is translated."""
    assert main(["i18n", "sync", "--lang=zh"], root) == 0
    file = root / "locales" / "zh" / "documents" / "water.po"
    text = file.read_text("utf-8")
    old = 'msgid "Wells were dug."\nmsgstr ""'
    assert old in text
    file.write_text(text.replace(old, old[:-1] + translation + '"'), "utf-8")


def test_a_check_tells_of_a_symbol_that_two_reports_have(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = root / "content" / "air" / "report.md"
    other.parent.mkdir()
    other.write_text(REPORT, "utf-8")
    assert main(["check", "--lang=en", "water"], root) == 0
    told = capsys.readouterr().err
    assert "water/report.md:4: warning: A/99/1 is the symbol of “air” too" in told
    other.write_text(REPORT.replace("A/99/1", "A/99/2"), "utf-8")
    assert main(["check", "--lang=en"], root) == 0
    assert "is the symbol of" not in capsys.readouterr().err


def test_a_report_in_a_language_that_is_not_there_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "content" / "water" / "report.md"
    path.write_text(REPORT.replace("source: en", "source: eo"), "utf-8")
    assert main(["build", "--lang=en", "--format=html"], root) == 1
    assert "error: source: there is no language “eo”" in capsys.readouterr().err
    assert made(root) == []


def test_a_strict_check_fails_for_a_warning(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translate(root, "挖了12口井。")
    assert main(["check", "--lang=zh"], root) == 0
    assert "p-dug says 12, which its source does not (paragraph 1) [numbers]" in (
        capsys.readouterr().err
    )
    assert main(["check", "--lang=zh", "--strict"], root) == 1


def test_a_check_lists_its_problems_as_json_on_standard_output(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    translate(root, "挖了12口井。")
    capsys.readouterr()
    assert main(["check", "--lang=zh", "--list=json"], root) == 0
    listed = json.loads(capsys.readouterr().out)["problems"]
    assert [each["file"] for each in listed if each["check"] == "numbers"] == [
        "locales/zh/documents/water.po"
    ]


def test_a_check_puts_its_list_into_a_file(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(root)
    for form in ("text", "json", "sarif"):
        file = tmp_path / "made" / f"list.{form}"
        assert main(["check", f"--list={form}", f"--output={file}"], root) == 1
        assert capsys.readouterr().out == "2 errors, no warnings\n"
        assert "[^none]" in file.read_text("utf-8")


def test_a_report_that_cannot_be_read_at_all_is_in_the_list(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "content" / "water" / "report.md"
    path.write_text(REPORT.replace("title: Water", "title: [Water", 1), "utf-8")
    assert main(["check", "--list=json"], root) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["file"], problem["severity"]) == ("content/water/report.md", "error")


def test_dump_prints_the_numbered_text(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dump", "water"], root) == 0
    assert "Wells were dug." in capsys.readouterr().out


# ---- translations ------------------------------------------------------------------------------


def test_sync_begins_a_translation_and_status_says_how_far_it_is(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["i18n", "sync", "water", "--lang=zh"], root) == 0
    assert "zh" in capsys.readouterr().out
    assert (root / "locales" / "zh" / "documents" / "water.po").is_file()
    assert main(["i18n", "status"], root) == 0
    heading, *rows = capsys.readouterr().out.splitlines()
    assert heading.split()[:-1:2] == ["approved", "translated", "stale", "untranslated"]
    assert [row.split()[:2] for row in rows] == [["water", "fr"], ["water", "zh"]]


def test_a_translation_goes_from_sync_to_approved(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = root / "locales" / "zh" / "documents" / "water.po"
    assert main(["i18n", "sync", "--lang=zh", "--check"], root) == 1
    assert not file.exists()
    assert main(["i18n", "sync", "--lang=zh"], root) == 0
    assert main(["i18n", "sync", "--lang=zh", "--check"], root) == 0
    assert main(["i18n", "status", "--require=translated"], root) == 1
    assert "water zh: 4 texts not translated\n" in capsys.readouterr().err
    text = re.sub(r'(\nmsgid ".+"\n)msgstr ""', r'\1msgstr "水"', file.read_text("utf-8"))
    file.write_text(text, "utf-8")
    assert main(["i18n", "status", "--require=translated"], root) == 0
    assert main(["i18n", "status", "--require=approved"], root) == 1
    assert main(["i18n", "approve", "water", "p-dug", "--lang=zh", "--by=Wen"], root) == 0
    assert main(["i18n", "approve", "water", "--all", "--lang=zh", "--by=Wen"], root) == 0
    assert main(["i18n", "status", "--require=approved"], root) == 0
    capsys.readouterr()
    assert main(["i18n", "status", "--json", "--lang=zh"], root) == 0
    (status,) = json.loads(capsys.readouterr().out)
    assert status["states"]["approved"]["units"] == 4


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--lang=zh", "--by=Wen"], "nothing says what is approved"),
        (["p-dug", "--all", "--lang=zh", "--by=Wen"], "nothing says what is approved"),
        (["--all", "--by=Wen"], "nothing says which translation is approved"),
        (["--all", "--lang=zh", "--by= "], "an approval needs a name"),
        (["p-dgu", "--lang=zh", "--by=Wen"], "there is no unit “p-dgu”"),
    ],
)
def test_an_approval_says_what_and_by_whom(
    root: Path, words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["i18n", "approve", "water", *words], root) == 2
    assert capsys.readouterr().err.startswith(f"error: {message}\n")


def test_a_review_page_is_one_file_for_each_translation(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["i18n", "review"], root) == 2
    assert "there is no translation yet" in capsys.readouterr().err
    main(["i18n", "sync", "--lang=zh"], root)
    capsys.readouterr()
    assert main(["i18n", "review"], root) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.endswith("-zh-review.html")
    assert Path(line).read_text("utf-8").startswith("<!doctype html>")


def test_a_review_page_goes_where_it_is_wanted_if_it_is_one(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["i18n", "sync", "--lang=zh"], root)
    file = tmp_path / "for-wen.html"
    assert main(["i18n", "review", "--lang=zh", f"--output={file}"], root) == 0
    assert 'lang="zh-Hans"' in file.read_text("utf-8")
    capsys.readouterr()
    assert main(["i18n", "review", "--lang=en", f"--output={file}"], root) == 2
    assert "is written in “en”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["preview", "--host=0.0.0.0"], "0.0.0.0 stands for every address"),
        (["preview", "--host=::"], ":: stands for every address"),
        (["preview", "fire"], "there is no document “fire”"),
        (["preview", "--host=192.0.2.1", "--port=0"], "cannot listen at 192.0.2.1:0"),
        (["preview", "--port=70000"], "cannot listen at 127.0.0.1:70000"),
    ],
)
def test_a_server_that_cannot_be_is_told(
    root: Path, words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words, root) in (2, 3)
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--minor=p-dgu"], "there is no unit “p-dgu”"),
        (["--pivot=xx"], "there is no language “xx”"),
    ],
)
def test_sync_refuses_what_is_not_there(
    root: Path, words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["i18n", "sync", *words], root) == 2
    assert f"error: {message}\n" in capsys.readouterr().err
    assert not (root / "locales" / "zh" / "documents").exists()


def test_ids_are_listed_until_they_are_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ids"], root) == 0
    path = root / "content" / "water" / "report.md"
    path.write_text(f"{REPORT}\nAnd filled.\n", "utf-8")
    assert main(["ids"], root) == 1
    assert "report.md:21: error: this paragraph has no id" in capsys.readouterr().err
    assert path.read_text("utf-8") == f"{REPORT}\nAnd filled.\n"
    assert main(["ids", "--write"], root) == 0
    assert "new ids: 1" in capsys.readouterr().out
    assert main(["ids"], root) == 0


def test_fmt_names_what_it_brings_into_form(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["i18n", "sync", "--lang=zh"], root) == 0
    file = root / "locales" / "zh" / "documents" / "water.po"
    before = file.read_bytes()
    file.write_bytes(before.replace(b"msgid", b"\nmsgid"))
    capsys.readouterr()
    assert main(["i18n", "fmt", "--check"], root) == 1
    assert capsys.readouterr().err.startswith(f"{file}: `docgen i18n fmt` would change it\n")
    assert main(["i18n", "fmt"], root) == 0
    assert capsys.readouterr().out == f"{file}\n"
    assert file.read_bytes() == before


def test_merge_writes_into_the_file_of_our_side(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = {"base": "", "ours": "甲", "theirs": "乙"}
    for name, text in texts.items():
        entry = f'msgctxt "p"\nmsgid "A"\nmsgstr "{text}"\n'
        (tmp_path / name).write_text(entry, "utf-8")
    files = [str(tmp_path / name) for name in texts]
    assert main(["i18n", "merge", *files, "zh.po"], tmp_path) == 1
    assert "zh.po:3: error: p was translated in two ways" in capsys.readouterr().err
    assert (tmp_path / "ours").read_text("utf-8") == (
        '# CONFLICT, theirs: 乙\n#, fuzzy\nmsgctxt "p"\nmsgid "A"\nmsgstr "甲"\n'
    )


def test_a_draft_is_built_before_it_is_translated_and_a_final_document_is_not(root: Path) -> None:
    words = ["build", "water", "--lang=zh", "--format=html"]
    assert main(["i18n", "sync", "--lang=zh"], root) == 0
    assert main([*words, "--mode=final"], root) == 1
    assert made(root) == []
    assert main([*words, "--mode=draft"], root) == 0


def test_a_report_with_errors_is_not_synchronised(root: Path) -> None:
    spoil(root)
    assert main(["i18n", "sync", "--lang=zh"], root) == 1
    assert not (root / "locales" / "zh" / "documents").exists()


# ---- how it ends -------------------------------------------------------------------------------


def run(root: Path, *words: str) -> list[str]:
    """The command that runs docgen on the project at `root` in another process."""
    script = "import sys; from pathlib import Path; from docgen.cli import main\n"
    return [sys.executable, "-c", f"{script}sys.exit(main({list(words)!r}, Path({str(root)!r})))"]


def test_an_interruption_ends_with_one_line_and_leaves_nothing_half_made(root: Path) -> None:
    process = subprocess.Popen(
        run(root, "build"),
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert process.stderr
    assert process.stderr.readline() == "water en\n"
    process.send_signal(signal.SIGINT)
    assert process.communicate()[1] == "stopped; nothing half-made is left behind\n"
    assert process.returncode == 130
    assert made(root) == []


INTERRUPTING = """
import signal, sys

class Interrupting:
    def find_spec(name, *given):
        if name == {module!r}:
            signal.raise_signal(signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Interrupting)
sys.argv[1:] = ["cache", "info"]
{before}
from docgen.__main__ import run
run()
"""


@pytest.mark.parametrize(
    ("module", "status", "said"),
    [
        ("docgen.cli", -signal.SIGINT, ""),
        ("docgen.arguments", -signal.SIGINT, ""),
        ("docgen.arguments.cache", 130, "stopped; nothing half-made is left behind\n"),
    ],
)
def test_an_interruption_before_the_work_has_begun_shows_no_trace(
    module: str, status: int, said: str
) -> None:
    done = interrupted_at(module)
    assert (done.returncode, done.stderr) == (status, said)


def test_an_interruption_after_the_work_changes_nothing() -> None:
    script = "import atexit, signal; atexit.register(signal.raise_signal, signal.SIGINT)"
    done = interrupted_at("", script)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def interrupted_at(module: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """`docgen cache info`, interrupted when it asks for a module; `before` it something is done."""
    script = INTERRUPTING.format(module=module, before=before)
    command = [sys.executable, "-c", script]
    return subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, check=False)


def test_a_reader_that_goes_away_is_no_fault(root: Path) -> None:
    command = [*run(root, "dump", "water")]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, encoding="utf-8")
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_place_that_cannot_be_written_is_told_without_a_trace(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "build").write_text("a file where the folder should be", "utf-8")
    assert main(["build", "--format=html"], root) in (1, 3)
    printed = capsys.readouterr().err
    assert "error: " in printed
    assert "Traceback" not in printed


def fail(*_: object) -> int:
    raise ValueError("seven is not a vegetable")


def test_a_fault_of_docgen_is_kept_in_a_file_to_be_reported(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(look, "check", fail)
    assert main(["check"], root) == 70
    file = root / "build" / "docgen-crash.txt"
    assert capsys.readouterr().err == (
        "docgen is at fault here: ValueError: seven is not a vegetable\n"
        f"    Please report it with the file {file}.\n"
    )
    assert "Traceback (most recent call last)" in file.read_text("utf-8")


def test_where_no_file_can_be_kept_the_trace_is_printed(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "build").write_text("", "utf-8")
    monkeypatch.setattr(look, "check", fail)
    assert main(["check"], root) == 70
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_a_package_that_is_missing_is_a_matter_of_the_machine(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def need(*_: object) -> int:
        raise ModuleNotFoundError("No module named 'weasyprint'", name="weasyprint")

    monkeypatch.setattr(look, "check", need)
    assert main(["check"], root) == 3
    assert "error: the Python package with weasyprint is missing\n" in capsys.readouterr().err


def test_a_file_that_nobody_may_read_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def read(*_: object) -> int:
        raise PermissionError(13, "Permission denied", str(Path.cwd() / "content/water/report.md"))

    monkeypatch.setattr(look, "check", read)
    assert main(["check"], root) == 3
    assert capsys.readouterr().err == (
        "content/water/report.md: error: Permission denied\n"
        "    Look whether it is there, and whether you may read it.\n"
    )


def test_a_disk_that_is_full_is_called_so_where_no_file_has_a_name(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def write(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(look, "check", write)
    assert main(["check"], root) == 3
    assert capsys.readouterr().err == (
        "error: No space left on device\n"
        "    Make room on the disk, also where temporary files are kept (TMPDIR).\n"
    )


def test_a_language_is_made_and_an_old_translation_fills_it(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["i18n", "new-lang", "pt"], root) == 0
    assert "67 wordings of en" in capsys.readouterr().out
    old = tmp_path / "velho.md"
    old.write_text("# Poços\n\nCavaram-se poços.\n", "utf-8")
    main(["i18n", "align", str(old), "water", "--lang=pt"], root)
    assert "left over" in capsys.readouterr().out
    assert (root / "locales" / "pt" / "documents" / "water.po").is_file()


def test_an_old_translation_needs_its_language_and_has_to_be_there(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["i18n", "align", "old.docx", "water"], root) == 2
    assert "Add --lang=LANGUAGE." in capsys.readouterr().err
    assert main(["i18n", "align", "old.docx", "water", "--lang=zh"], root) == 1
    assert "old.docx cannot be read" in capsys.readouterr().err
    assert main(["i18n", "align", "old.odt", "water", "--lang=zh"], root) == 2
