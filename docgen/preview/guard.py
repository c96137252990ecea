"""Request → whether it may be answered: by address, origin and token; and what a browser is told.

A page of another site must neither read nor write through the browser of whoever works here. A
name that leads to this machine only by a trick (DNS rebinding) is refused by the Host header, a
foreign page by Origin and by the cookie, which no other site can send, and a form by the token,
which only our own pages know.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN_HEADER = "x-docgen-token"
TOKEN_QUERY = "token"
_SAFE = frozenset({"GET", "HEAD"})
_OWN = frozenset({"", "same-origin", "none"})
"""What Sec-Fetch-Site says of a request by our own pages, or by the address bar."""

_KNOCK = "Open the link that `docgen preview` has printed: it holds the key to this page."

HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
PAGES = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:;"
    " connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
"""What our own pages may load: nothing of other places."""

DOCUMENTS = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none';"
    " form-action 'none'; frame-ancestors 'self'"
)
"""What a document in its frame may load: only what it holds itself, and no script."""


@dataclass(frozen=True)
class Keys:
    """What lets in: `port` and `names` make the addresses, `token` opens, `form` allows to write.

    The cookie is named after the port, because browsers keep one set of cookies for all ports.
    """

    port: int
    names: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    form: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def cookie(self) -> str:
        """The name of the cookie."""
        return f"docgen-preview-{self.port}"

    @property
    def hosts(self) -> frozenset[str]:
        """What a Host header may say."""
        return frozenset(f"{name}:{self.port}" for name in self.names)

    def opened(self, given: str) -> bool:
        """Whether `given` is the token."""
        return hmac.compare_digest(given.encode(), self.token.encode())


class Guard:
    """Answers only whom `keys` let in, and adds the headers of HEADERS to every answer."""

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self.app = app
        self.keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        scope["nonce"] = secrets.token_urlsafe(16)
        answer = self._refusal(Request(scope)) or self.app
        await answer(scope, receive, _with_headers(send, scope["nonce"]))

    def _refusal(self, request: Request) -> Response | None:
        """What is answered in the place of a page; None for a request that is let in."""
        headers = request.headers
        if headers.get("host", "").lower() not in self.keys.hosts:
            return _refused("This address is none of this server.", 421)
        if _is_foreign(headers):
            return _refused("This request comes from another site.", 403)
        if request.method in _SAFE and (given := request.query_params.get(TOKEN_QUERY)):
            return self._entry(request, given)
        if not self.keys.opened(_cookies(headers).get(self.keys.cookie, "")):
            return _refused(_KNOCK, 403)
        return None if request.method in _SAFE else self._writing(headers)

    def _entry(self, request: Request, given: str) -> Response:
        """The cookie for whoever has the link, who is then led on without the token."""
        if not self.keys.opened(given):
            return _refused(_KNOCK, 403)
        path = "/" + request.url.path.lstrip("/\\")
        answer = RedirectResponse(path, 303)
        answer.set_cookie(self.keys.cookie, self.keys.token, httponly=True, samesite="strict")
        return answer

    def _writing(self, headers: Headers) -> Response | None:
        given = headers.get(TOKEN_HEADER, "")
        if "origin" not in headers or not hmac.compare_digest(
            given.encode(), self.keys.form.encode()
        ):
            return _refused("Load the page again: it does not belong to this server.", 403)
        if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return _refused("Only JSON is taken.", 415)
        return None


def _is_foreign(headers: Headers) -> bool:
    """Whether another origin asks.

    A link on another page is foreign as well: it cannot hold the cookie.
    """
    origin = headers.get("origin")
    own = f"http://{headers.get('host', '').lower()}"
    return (origin is not None and origin.lower() != own) or headers.get(
        "sec-fetch-site", ""
    ) not in _OWN


def _cookies(headers: Headers) -> dict[str, str]:
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(headers.get("cookie", ""))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in jar.items()}


def _refused(message: str, status: int) -> Response:
    return PlainTextResponse(f"{message}\n", status)


def _with_headers(send: Send, nonce: str) -> Send:
    """`send` with the headers that every answer has; a page can have its own policy."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("Content-Security-Policy", PAGES.format(nonce=nonce))
        await send(message)

    return sending
