"""Names of people as they may be told: an address that somebody took for a name is none."""

from __future__ import annotations

import re
from ipaddress import ip_address

LONGEST = 254
"""Of an e-mail address."""
MAIL = re.compile(r"([^@\s]{1,64})@[^@\s.]+(?:\.[^@\s.]+)+")


def shown(name: str) -> str:
    """*name*; of an e-mail address only what stands before the `@`, of an IP address nothing."""
    if len(name) > LONGEST:
        return name
    if mail := MAIL.fullmatch(name):
        return f"{mail[1]}@…"
    try:
        ip_address(name)
    except ValueError:
        return name
    return ""
