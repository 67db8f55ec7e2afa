"""A content security policy, as a browser goes by it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

OWN = "'self'"
ALONE = frozenset({"form-action", "base-uri"})
"""Directives that no other stands in for."""
BEHIND = {"frame-src": "child-src"}

Policy = Mapping[str, tuple[str, ...]]
"""What may be, by directive."""


def parse(text: str) -> Policy:
    """The policy that *text* says; the first of two directives counts."""
    policy: dict[str, tuple[str, ...]] = {}
    for part in text.split(";"):
        name, *sources = part.split() or [""]
        if name:
            policy.setdefault(name.lower(), tuple(sources))
    return policy


def allows(policy: Policy, directive: str, source: str) -> bool:
    """Whether *policy* lets a page use *source*, `OWN` or an address elsewhere."""
    sources = policy.get(directive)
    if sources is None and directive in BEHIND:
        sources = policy.get(BEHIND[directive])
    if sources is None and directive not in ALONE:
        sources = policy.get("default-src")
    return sources is None or any(_fits(allowed, source) for allowed in sources)


def _fits(allowed: str, source: str) -> bool:
    if allowed.startswith("'") or source.startswith("'"):
        return allowed == source
    parts = urlsplit(source)
    if allowed == "*":
        return parts.scheme in {"http", "https", ""}
    if allowed.endswith(":"):
        return f"{parts.scheme}:" == allowed.lower()
    host = allowed.partition("//")[2] or allowed
    host = host.partition("/")[0].lower()
    own = (parts.netloc or "").lower()
    return own.endswith(host[1:]) if host.startswith("*.") else own == host
