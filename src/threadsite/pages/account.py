"""What the last conversion said of itself, from the report that it left in the content folder."""

from __future__ import annotations

from pathlib import Path

import msgspec

from threadsite.content import REPORT
from threadsite.errors import ContentError
from threadsite.pages.parts import Account


def account(content: Path) -> Account | None:
    """What the report in *content* says; None without one."""
    path = content / REPORT
    try:
        return msgspec.json.decode(path.read_bytes(), type=Account)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError) as problem:
        raise ContentError(f"{path}: {problem}; convert again, or delete the file") from None
