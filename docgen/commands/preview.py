"""`docgen preview`: reports and their translations in a browser, until it is stopped."""

from __future__ import annotations

import ipaddress
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from docgen.commands.work import Work, select
from docgen.console import Console
from docgen.report import UsageError

_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def preview(options: Namespace, root: Path, console: Console) -> int:
    """Serve the pages of the documents, and print the link that opens them."""
    from docgen import history
    from docgen import preview as pages

    names = _names(options.host)
    work = select(options, root, console)
    with pages.press() as press:
        desk = pages.Desk(work.project, _named(work) if options.documents else {}, press)
        place = pages.listen(options.host, options.port)
        keys = pages.Keys(place.port, names)
        app = pages.application(desk, keys, options.by or history.author(work.project))
        console.result(f"{place.address}/?token={keys.token}")
        _tell(console, names)
        with suppress(KeyboardInterrupt):
            pages.serve(app, place)
    return 0


def _tell(console: Console, names: tuple[str, ...]) -> None:
    """Say who can follow the link, and how this ends."""
    if names is not _LOOPBACK:
        console.note("others in the network who have this link can read and change translations")
    console.note("open this link in a browser; Ctrl-C stops the server")


def _names(host: str) -> tuple[str, ...]:
    """What a browser may call this server; UsageError for what is no address of one machine."""
    with suppress(ValueError):
        address = ipaddress.ip_address(host)
        if address.is_unspecified:
            hint = "Name the one address by which others shall reach this machine."
            raise UsageError(f"{host} stands for every address of this machine", hint)
        if not address.is_loopback:
            return (f"[{host}]" if address.version == 6 else host,)
    return _LOOPBACK if f"{host}" in ("127.0.0.1", "localhost", "::1") else (host.lower(),)


def _named(work: Work) -> dict[str, str]:
    """The documents by the names of their folders."""
    return {work.project.folder(name).resolve().name: name for name in work.documents}
