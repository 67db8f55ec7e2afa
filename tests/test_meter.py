"""How far work is, as a terminal and a log are told."""

from __future__ import annotations

from io import StringIO

import pytest

from threadsite import meter


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def told(stream: StringIO) -> str:
    """What stands on *stream* in the middle of work."""
    with meter.meter(stream) as shown:
        for done in (0, 20, 40):
            shown("firing pots", done, 80)
        return stream.getvalue()


def test_a_terminal_shows_a_bar_once_patience_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(meter, "PATIENCE", -1.0)

    assert "firing pots" in told(Terminal())


def test_what_is_soon_done_shows_nothing() -> None:
    assert told(Terminal()) == told(StringIO()) == ""


def test_a_log_gets_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meter, "EVERY", -1.0)

    first, second = told(StringIO()).splitlines()

    assert first.startswith("firing pots: 20 of 80, ")
    assert second.startswith("firing pots: 40 of 80, ")
    assert second.endswith(" s left")
