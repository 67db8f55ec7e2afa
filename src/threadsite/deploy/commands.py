"""Programs of others, run without a shell and without a question."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from typing import IO

from threadsite.errors import DeployError

GIT = frozenset(
    {
        "GIT_SSH",
        "GIT_SSH_COMMAND",
        "GIT_ASKPASS",
        "GIT_SSL_CAINFO",
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_NOSYSTEM",
    }
)
"""What git needs to know to reach a remote; others, set within a hook, name a repository."""


class CommandError(DeployError):
    """A program ended with an error; the message has its last words."""

    def __init__(self, program: str, status: int, said: bytes) -> None:
        words = said.decode("utf-8", "replace").strip().splitlines()
        shown = "; ".join("".join(c for c in line if c.isprintable()) for line in words[-3:])
        super().__init__(f"{program} failed ({status}): {shown or 'without a word'}")
        self.status = status


def run(command: Sequence[str], data: bytes | IO[bytes] = b"") -> bytes:
    """What *command* writes, given *data*; `CommandError` if it fails."""
    try:
        done = subprocess.run(  # noqa: S603  (a list of words, no shell)
            command,
            input=data if isinstance(data, bytes) else None,
            stdin=None if isinstance(data, bytes) else data,
            capture_output=True,
            env=_environment(),
            check=False,
        )
    except FileNotFoundError:
        raise DeployError(f"{command[0]}: not found; install it to deploy this way") from None
    if done.returncode:
        raise CommandError(command[0], done.returncode, done.stderr)
    return done.stdout


def _environment() -> dict[str, str]:
    """Ours, without what would lead git elsewhere; what programs say is in English."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name in GIT
    }
    return {**kept, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
