"""Application → a server on this machine, until it is stopped."""

from __future__ import annotations

import contextlib
import socket
from dataclasses import dataclass

import uvicorn

from docgen.preview.guard import Guard
from docgen.report import SetupError

PORT = 8899
"""Where the pages are, if that port is free."""


@dataclass(frozen=True, slots=True)
class Place:
    """A socket that listens, and the address by which a browser finds it."""

    socket: socket.socket
    host: str
    port: int

    @property
    def address(self) -> str:
        """The address without a path."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"


def listen(host: str, port: int | None) -> Place:
    """A socket at `host`; without a port PORT, or any that is free.

    Raises SetupError where it cannot listen.
    """
    if port is None:
        with contextlib.suppress(OSError):
            return _place(host, PORT)
        port = 0
    try:
        return _place(host, port)
    except (OSError, OverflowError) as error:
        hint = "Another program may have the port: give another with --port, or none at all."
        raise SetupError(f"cannot listen at {host}:{port}: {error}", hint) from error


def _place(host: str, port: int) -> Place:
    bound = _bound(host, port)
    return Place(bound, host, bound.getsockname()[1])


def _bound(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, None, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    bound = socket.socket(family, kind, protocol)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((address[0], port, *address[2:]))
        bound.listen()
    except (OSError, OverflowError):
        bound.close()
        raise
    return bound


def serve(app: Guard, place: Place) -> None:
    """Answer until Ctrl-C, which raises KeyboardInterrupt; pages that wait are let go at once."""
    config = uvicorn.Config(
        app,
        log_level="critical",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=1,
        lifespan="on",
    )
    uvicorn.Server(config).run(sockets=[place.socket])
