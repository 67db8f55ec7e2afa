"""What the open pages of a preview have to know: which build it is, and what is wrong."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class State:
    """The site as it stands."""

    build: str
    """Differs from one build to the next, and from one run to the next."""
    root: Path | None = None
    """The last good site; None before the first."""
    error: str | None = None
    """What went wrong since."""

    @property
    def event(self) -> bytes:
        """What an open page is told, as a server-sent event."""
        data = json.dumps({"build": self.build, "error": self.error})
        return f"data: {data}\n\n".encode()


class Live:
    """The state that the builder sets and open pages wait for."""

    def __init__(self) -> None:
        self.state = State(build=f"{time.time_ns():x}")
        self.closed = False
        self._builds = 0
        self._changed = threading.Condition()

    def built(self, root: Path) -> None:
        """A new good site is at *root*."""
        self._builds += 1
        run = self.state.build.partition(".")[0]
        self._set(State(f"{run}.{self._builds}", root))

    def failed(self, message: str) -> None:
        """The last good site stays, with *message* over it."""
        self._set(replace(self.state, error=message))

    def close(self) -> None:
        """No page waits any longer."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()

    def after(self, known: State | None, timeout: float) -> State | None:
        """The state once it is not *known*; None when it still is after *timeout* seconds."""
        with self._changed:
            changed = self._changed.wait_for(
                lambda: self.closed or self.state is not known, timeout
            )
            return self.state if changed and not self.closed else None

    def _set(self, state: State) -> None:
        with self._changed:
            self.state = state
            self._changed.notify_all()
