"""What stands in the JSON of an export, read as what it should be: absent when it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from threadsite.dates import EPOCHS, parse_date
from threadsite.markup.lines import line

Json = Mapping[str, object]

NOTHING: Json = {}


def of(value: object, *keys: str) -> Json:
    """The object that *value* is, or that stands in it behind *keys*; empty when there is none."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else NOTHING


def objects(value: object) -> Iterator[Json]:
    """The objects of the list *value*."""
    for item in value if isinstance(value, list) else ():
        if isinstance(item, dict):
            yield item


def texts(value: object) -> tuple[str, ...]:
    """The words of the list *value*, each on one line."""
    items = value if isinstance(value, list) else ()
    return tuple(text for item in items if isinstance(item, str) and (text := line(item)))


def raw(item: Json, *keys: str) -> str:
    """The first text behind one of *keys* as it stands; empty when there is none."""
    return next((value for key in keys if isinstance(value := item.get(key), str) and value), "")


def text(item: Json, *keys: str) -> str | None:
    """The first text or number behind one of *keys*, on one line."""
    for key in keys:
        value = item.get(key)
        if isinstance(value, bool) or not isinstance(value, str | int):
            continue
        if found := line(str(value)):
            return found
    return None


def number(item: Json, *keys: str, default: int = 0) -> int:
    """The first whole number behind one of *keys*."""
    for key in keys:
        value = item.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 19:
            return int(value)
    return default


def moment(item: Json, *keys: str) -> datetime | None:
    """The first time behind one of *keys*: words, or seconds or milliseconds since 1970."""
    for key in keys:
        value = item.get(key)
        if isinstance(value, float) or (isinstance(value, int) and not isinstance(value, bool)):
            found = _since_1970(value)
        else:
            found = parse_date(value) if isinstance(value, str) else None
        if found:
            return found
    return None


def _since_1970(value: float) -> datetime | None:
    for unit in (1, 1000):
        if EPOCHS.start <= value / unit < EPOCHS.stop:
            return datetime.fromtimestamp(value / unit, UTC)
    return None
