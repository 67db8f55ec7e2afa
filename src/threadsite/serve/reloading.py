"""The script that reloads an open page: put into the answer, never into a file."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from importlib.resources import files as package_files

from threadsite.serve.live import State

OWN = "__threadsite__"
"""The folder that our own addresses are in; no page of a site is."""

POLICY = re.compile(
    rb"""(<meta[^<>]{1,40}content-security-policy["'][^<>]{0,20}content=["'])""", re.I
)


def with_reloading(page: bytes, build: str) -> bytes:
    """*page* with the script that reloads it, and leave for that script to ask us."""
    script = b'<script src="/%b/reload.js?%b" defer></script>' % (OWN.encode(), build.encode())
    # The first of two equal directives holds.
    page = POLICY.sub(rb"\1connect-src 'self'; ", page, count=1)
    head, mark, rest = page.partition(b"</head>")
    return head + script + mark + rest if mark else page + script


def waiting(state: State) -> bytes:
    """A page to look at while there is no site."""
    text = "The site could not be built." if state.error else "The site is being built."
    return (
        f"<!doctype html><html lang=en><head><title>{escape(text)}</title></head>"
        f"<body><p>{escape(text)}</p></body></html>"
    ).encode()


@cache
def script() -> bytes:
    """The script itself."""
    return package_files("threadsite.serve").joinpath("reload.js").read_bytes()
