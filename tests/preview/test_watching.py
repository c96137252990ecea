"""What is told when files are saved."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path

import pytest
from watchfiles import Change

from docgen.preview.watching import Bell, is_content, watch, watched
from tests.preview import desk
from tests.translation.project import NAME


def test_content_locales_and_styles_are_watched(tmp_path: Path) -> None:
    project = desk.project(tmp_path)
    folders = watched(project, [NAME])
    assert project.content in folders
    assert project.locales in folders
    assert project.styles.resolve() in folders


@pytest.mark.parametrize("name", [".report.md.swp", ".libraries.po.1a2b3c4d", "report.md~", "#x#"])
def test_what_an_editor_puts_aside_is_no_content(name: str) -> None:
    assert not is_content(Change.added, f"/content/{name}")
    assert is_content(Change.added, "/content/report.md")


def test_a_bell_wakes_all_who_wait_and_lets_them_go_when_it_is_closed() -> None:
    async def wait(bell: Bell) -> list[bool]:
        return [rung async for rung in bell.strokes()]

    async def together() -> list[list[bool]]:
        bell = Bell()
        waiting = [asyncio.create_task(wait(bell)) for _ in range(2)]
        await asyncio.sleep(0)
        bell.ring()
        await asyncio.sleep(0.01)
        bell.close()
        return await asyncio.gather(*waiting)

    assert asyncio.run(together()) == [[True], [True]]


@pytest.mark.parametrize("folder", ["content", "locales", "styles"])
def test_saving_a_file_is_told(tmp_path: Path, folder: str) -> None:
    place = tmp_path / folder
    place.mkdir()
    saved: list[str] = []

    async def session() -> bool:
        bell = Bell()
        task = asyncio.create_task(watch([tmp_path], bell, lambda: saved.append("saved")))
        strokes = bell.strokes()
        heard = asyncio.ensure_future(anext(strokes))
        while not heard.done():
            (place / "file.txt").write_text(f"{len(saved)}", "utf-8")
            await asyncio.wait([heard], timeout=0.5)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        return heard.result()

    assert asyncio.run(asyncio.wait_for(session(), 30))
    assert saved
