"""Desk → the pages, by their addresses."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route

from docgen import review
from docgen.overlay import Accepted
from docgen.preview import answers
from docgen.preview.desk import Desk, problems
from docgen.preview.guard import DOCUMENTS, Guard, Keys
from docgen.preview.watching import Bell, watch, watched
from docgen.report import DocgenError, UsageError
from docgen.review.printing import PAGE
from docgen.translation import Overtaken, Revision

Page = Callable[[Request], Awaitable[Response]]

PAGES = Path(__file__).parent / "pages"
"""The templates of the pages that only a server has."""

ASSETS = {"desk.css": "text/css", "desk.js": "text/javascript"}


def application(desk: Desk, keys: Keys, by: str = "", *, watching: bool = True) -> Guard:
    """All pages of a desk, for those whom `keys` let in; `by` is who usually approves."""
    bell = Bell()

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        folders = watched(desk.project, desk.documents())
        task = asyncio.create_task(watch(folders, bell, desk.forget)) if watching else None
        yield
        bell.close()
        if task:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    app = Starlette(routes=routes(), lifespan=lifespan)
    app.state.desk, app.state.bell = desk, bell
    app.state.common = {"live": True, "token": keys.form, "by": by}
    return Guard(app, keys)


def routes() -> list[Route]:
    """The addresses of all pages."""
    version = "/{document}/{language}"
    return [
        Route("/", page(home)),
        *(Route(f"/{name}", asset) for name in ASSETS),
        Route("/events", events),
        Route(version, page(document)),
        Route(f"{version}/page", page(printed)),
        Route(f"{version}/pdf", page(pdf)),
        Route(f"{version}/review", page(reviewed)),
        Route(f"{version}/findings", page(findings)),
        Route(f"{version}/revise", told(revise), methods=["POST"]),
        Route(f"{version}/approve", told(approve), methods=["POST"]),
        Route(f"{version}/accept", told(accept), methods=["POST"]),
        Route(f"{version}/withdraw", told(withdraw), methods=["POST"]),
    ]


# ---- what can go wrong --------------------------------------------------------------------------


def page(make: Callable[[Request, Desk], Response]) -> Page:
    """A page that is made in a thread; where it cannot be made, the page of what is wrong."""

    async def answer(request: Request) -> Response:
        try:
            return await run_in_threadpool(make, request, request.app.state.desk)
        except DocgenError as error:
            status = 404 if isinstance(error, UsageError) else 200
            return _html(request, "faults.html.j2", status, problems=problems(error), status=status)

    return answer


def told(make: Callable[[Request, Desk, dict[str, Any]], Response]) -> Page:
    """An answer to what a page sends as JSON; what is wrong is told as JSON too."""

    async def answer(request: Request) -> Response:
        try:
            sent = answers.read(await request.body())
            return await run_in_threadpool(make, request, request.app.state.desk, sent)
        except Overtaken as error:
            row = await run_in_threadpool(_row, request, sent.get("unit", ""))
            return JSONResponse(answers.fault(error) | row, 409)
        except DocgenError as error:
            return JSONResponse(answers.fault(error), 422)

    return answer


def _html(request: Request, template: str, code: int = 200, **values: Any) -> Response:
    environment = review.environment(PAGES)
    common = {**request.app.state.common, "nonce": request.scope["nonce"], "parts": answers.parts}
    return HTMLResponse(environment.get_template(template).render(**common, **values), code)


def _named(request: Request) -> tuple[str, str]:
    return request.path_params["document"], request.path_params["language"]


# ---- pages --------------------------------------------------------------------------------------


def home(request: Request, desk: Desk) -> Response:
    """The documents, and how far their translations are."""
    return _html(request, "home.html.j2", documents=answers.listed(desk))


def document(request: Request, desk: Desk) -> Response:
    """A document in its frame, with what is wrong with it."""
    name, language = _named(request)
    look = desk.look(name, language)
    languages = desk.languages(name)
    values: dict[str, Any] = {
        "document": name,
        "language": language,
        "languages": languages,
        "look": look,
    }
    return _html(request, "document.html.j2", **values)


def printed(request: Request, desk: Desk) -> Response:
    """The document itself as it last was good."""
    return HTMLResponse(
        desk.look(*_named(request)).page or "<!doctype html><title>Nothing yet</title>",
        headers={"Content-Security-Policy": DOCUMENTS},
    )


def pdf(request: Request, desk: Desk) -> Response:
    """The PDF, made now."""
    file = desk.pdf(*_named(request))
    return FileResponse(
        file, media_type="application/pdf", filename=file.name, content_disposition_type="inline"
    )


def reviewed(request: Request, desk: Desk) -> Response:
    """A translation beside its source."""
    return _html(request, "review.html.j2", **review.values(desk.sheet(*_named(request))))


def findings(request: Request, desk: Desk) -> Response:
    """How many texts have findings, as words for the list of documents."""
    return JSONResponse({"said": answers.found(desk.sheet(*_named(request)))})


# ---- writing ------------------------------------------------------------------------------------


def revise(request: Request, desk: Desk, sent: dict[str, Any]) -> Response:
    """Save a unit."""
    unit, seen, text = answers.strings(sent, "unit", "seen", "text")
    revision = Revision(unit, seen, text, sent.get("fuzzy") is True)
    return JSONResponse(answers.row(desk.revise(*_named(request), revision), unit))


def approve(request: Request, desk: Desk, sent: dict[str, Any]) -> Response:
    """Approve a unit."""
    unit, seen, by = answers.strings(sent, "unit", "seen", "by")
    return JSONResponse(answers.row(desk.approve(*_named(request), unit, seen, by), unit))


def accept(request: Request, desk: Desk, sent: dict[str, Any]) -> Response:
    """Accept what a check says of a unit."""
    unit, seen, check, reason = answers.strings(sent, "unit", "seen", "check", "reason")
    one = Accepted(unit, check, reason)
    return JSONResponse(answers.row(desk.accept(*_named(request), seen, one), unit))


def withdraw(request: Request, desk: Desk, sent: dict[str, Any]) -> Response:
    """Take back what was accepted of a check about a unit."""
    unit, seen, check = answers.strings(sent, "unit", "seen", "check")
    return JSONResponse(answers.row(desk.withdraw(*_named(request), seen, unit, check), unit))


def _row(request: Request, unit: str) -> dict[str, str]:
    """The row of a unit as it is now."""
    desk: Desk = request.app.state.desk
    desk.forget()
    return answers.row(desk.sheet(*_named(request)), unit)


# ---- the rest -----------------------------------------------------------------------------------


async def asset(request: Request) -> Response:
    """The style sheet or the script."""
    name = request.url.path.removeprefix("/")
    return Response((PAGE / name).read_bytes(), media_type=ASSETS[name])


async def events(request: Request) -> Response:
    """A line whenever something was saved, as server-sent events."""

    async def lines() -> AsyncIterator[str]:
        yield "retry: 1000\n\n"
        async for rung in request.app.state.bell.strokes():
            yield "data: saved\n\n" if rung else ": still here\n\n"

    return StreamingResponse(lines(), media_type="text/event-stream")
