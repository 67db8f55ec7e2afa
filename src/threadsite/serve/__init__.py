"""The site while it is being made: built, served to this machine, built again at each change."""

from __future__ import annotations

import threading
import time
import traceback
import webbrowser
from collections.abc import Callable, Collection
from pathlib import Path

from threadsite.errors import ThreadsiteError
from threadsite.run import Seen
from threadsite.serve.live import Live
from threadsite.serve.server import running
from threadsite.serve.watching import Watcher, watched

FRAMES = 3
"""How much of a traceback is shown: where it happened, not how it came there."""

Say = Callable[[str], object]
Rebuild = Callable[[Collection[Path], Seen], object]
"""Builds the site, given the paths that changed since it did last, none the first time; and says
when it can be seen, which may be before it is done."""


def serve(
    site_path: Path,
    rebuild: Rebuild,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    open_browser: bool = False,
    say: Say,
) -> None:
    """Serve what *rebuild* makes until interrupted; then nothing is left running.

    *rebuild* is called again when files that the site at *site_path* is made of change. When it
    fails, the last good site stays, with the error on it. Port 0 takes any; a port that is taken
    gives way to the next free one. *say* gets lines for the terminal.
    """
    live = Live()
    with running(live, host, port) as server:
        if port and server.port != port:
            say(f"port {port} is taken, so {server.port} is used")
        try:
            say(f"serving {server.url} (Ctrl-C stops)")
            _build(live, rebuild, (), say)
            if open_browser:
                webbrowser.open(server.url)
            follow(site_path, live, rebuild, say, threading.Event())
        except KeyboardInterrupt:
            say("stopped")


def follow(site_path: Path, live: Live, rebuild: Rebuild, say: Say, stop: threading.Event) -> None:
    """Build again into *live* at each change, until *stop* is set."""
    paths = watched(site_path)
    watcher = Watcher(paths)
    say("watching for changes")
    try:
        while not stop.is_set():
            changed = watcher.changed(timeout=0.2)
            if not changed:
                continue
            say(f"changed: {_named(changed)}")
            _build(live, rebuild, changed, say)
            # site.toml may name other folders now.
            if (now := watched(site_path, paths)) != paths:
                watcher.close()
                paths, watcher = now, Watcher(now)
                say("watching for changes")
    finally:
        watcher.close()


def _build(live: Live, rebuild: Rebuild, changed: Collection[Path], say: Say) -> None:
    began = time.perf_counter()
    try:
        rebuild(changed, live.built)
    except ThreadsiteError as error:
        live.failed(str(error))
        say(f"error: {error}")
    # An engine or a theme that is being written fails in every way; the site stays up.
    except Exception as error:
        live.failed("".join(traceback.format_exception_only(error)).strip())
        say("".join(traceback.format_exception(error, limit=-FRAMES)).rstrip())
    else:
        say(f"built in {time.perf_counter() - began:.1f} s")


def _named(paths: set[Path]) -> str:
    first = min(paths).name
    return first if len(paths) == 1 else f"{first} and {len(paths) - 1} more"


__all__ = ["Rebuild", "follow", "serve"]
