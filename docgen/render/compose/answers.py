"""What WeasyPrint is answered where it asks about lines that are composed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from docgen.render.compose import spread
from docgen.render.compose.flow import composable
from docgen.render.compose.preferred import greatest, joints, least
from docgen.render.compose.work import WORK

Function = Callable[..., Any]

# ---- filling lines --------------------------------------------------------------------------


def iter_line_boxes(original: Function) -> Function:
    """Know a paragraph while its lines are found."""

    def hook(context: Any, linebox: Any, *args: Any) -> Iterator[Any]:
        try:
            yield from original(context, linebox, *args)
        finally:
            if work := WORK.get():
                work.paragraphs.pop(id(linebox), None)

    return hook


def get_next_linebox(original: Function) -> Function:
    """Note that a line begins, and which text boxes it can take from."""

    def hook(context: Any, linebox: Any, *args: Any) -> Any:
        work = WORK.get()
        if work is None:
            return original(context, linebox, *args)
        first_letter_style, first_line_style = args[-2:]
        plain = not first_letter_style and not first_line_style
        composed = plain and work.composer.takes(linebox)
        work.lines.append(work.begin(linebox) if composed else None)
        try:
            line, resume_at = original(context, linebox, *args)
        finally:
            work.lines.pop()
        if composed and line:
            spread.finish(line)
        return line, resume_at

    return hook


def split_text_box(original: Function) -> Function:
    """Have the piece of a text box ready that stands in the line."""

    def hook(
        context: Any, box: Any, available_width: Any, skip: int, is_line_start: bool = True
    ) -> Any:
        work = WORK.get()
        if work and work.line and available_width is not None:
            work.answer = work.line.piece(box, available_width, skip)
        return original(context, box, available_width, skip, is_line_start)

    return hook


def split_first_line(original: Function) -> Function:
    """Give the piece that is ready."""

    def hook(*args: Any, **options: Any) -> Any:
        work = WORK.get()
        if work is None or work.answer is None:
            return original(*args, **options)
        answer, work.answer = work.answer, None
        return answer

    return hook


def can_break_text(original: Function) -> Function:
    """Look for breaks by the same rules, also where boxes meet."""

    def hook(text: str, lang: str | None) -> Any:
        work = WORK.get()
        if work and text and work.composer.composes(lang):
            return work.composer.breaks(text, lang)
        return original(text, lang)

    return hook


# ---- finishing lines ------------------------------------------------------------------------


def remove_last_whitespace(original: Function) -> Function:
    """Set the end of a line that broke before an object."""

    def hook(context: Any, line: Any) -> None:
        work = WORK.get()
        if not (work and work.line and spread.close(line)):
            original(context, line)

    return hook


def justify_line(original: Function) -> Function:
    """Stretch the gaps of a composed line, not its word spaces alone."""

    def hook(context: Any, line: Any, extra_width: float) -> None:
        work = WORK.get()
        if not (work and work.line and spread.spread(line, extra_width)):
            original(context, line, extra_width)

    return hook


# ---- shrinking to fit -----------------------------------------------------------------------


def preferred_split_first_line(original: Function) -> Function:
    """Measure a text once for its least width, and with its gaps for its greatest."""

    def hook(
        text: str, style: Any, context: Any, max_width: Any, *args: Any, **options: Any
    ) -> Any:
        work = WORK.get()
        composed = work and work.composer.composes(style["lang"])
        if not (work and composed and text and composable(text, style)):
            return original(text, style, context, max_width, *args, **options)
        return (least if max_width == 0 else greatest)(text, style, work.composer)

    return hook


def inline_max_content_width(original: Function) -> Function:
    """Add to the greatest width what stands between the texts of a line."""

    def hook(context: Any, box: Any, *args: Any, **options: Any) -> Any:
        work = WORK.get()
        width = original(context, box, *args, **options)
        composed = work and work.composer.takes(box)
        return width + joints(box, work.composer) if work and composed else width

    return hook
