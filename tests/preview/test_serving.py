"""Where the server listens."""

from __future__ import annotations

import socket

import pytest

from docgen.preview.serving import listen
from docgen.report import SetupError


def test_only_this_machine_is_listened_to() -> None:
    place = listen("127.0.0.1", 0)
    with place.socket as bound:
        assert bound.getsockname() == ("127.0.0.1", place.port)
        assert place.address == f"http://127.0.0.1:{place.port}"


def test_a_port_that_is_taken_is_told() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(SetupError, match="cannot listen at 127"):
            listen("127.0.0.1", other.getsockname()[1])


def test_without_a_wish_any_free_port_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        monkeypatch.setattr("docgen.preview.serving.PORT", other.getsockname()[1])
        place = listen("127.0.0.1", None)
        place.socket.close()
        assert place.port != other.getsockname()[1]
