"""Invented web archives."""

from __future__ import annotations

import base64
import gzip
import hashlib
from collections.abc import Callable

from made_dumps import PAGE

TIME = "2009-08-07T06:05:04Z"


def sha1(data: bytes) -> str:
    """The digest of *data* as web archives spell it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def http(body: bytes, status: str = "200 OK", /, **fields: str) -> bytes:
    """An answer of a server; *fields* with `_` for `-`."""
    fields = {"Content_Type": "text/html; charset=koi8-r"} | fields
    lines = [f"HTTP/1.1 {status}", *(f"{k.replace('_', '-')}: {v}" for k, v in fields.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(
    block: bytes, url: str = "http://forum.example/t?id=1", kind: str = "response", **fields: str
) -> bytes:
    """A record of *block*; *fields* with `_` for `-` replace what it would state."""
    stated = {
        "WARC_Type": kind,
        "WARC_Target_URI": url,
        "WARC_Date": TIME,
        "Content_Type": "application/http; msgtype=response",
        "Content_Length": str(len(block)),
    } | fields
    lines = ["WARC/1.1", *(f"{k.replace('_', '-')}: {v}" for k, v in stated.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def chunked(data: bytes, size: int = 7) -> bytes:
    """*data* in chunks."""
    parts = (data[at : at + size] for at in range(0, len(data), size))
    return b"".join(b"%x;x=1\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def members(*records: bytes) -> bytes:
    """*records*, each packed for itself."""
    return b"".join(map(gzip.compress, records))


def arc(*blocks: tuple[str, bytes]) -> bytes:
    """An ARC of answers by their addresses."""
    version = b"1 0 Kettle Club\nURL IP-address Archive-date Content-type Archive-length\n"
    named = [("filedesc://kettles.arc", "text/plain", version)]
    named += [(url, "text/html", block) for url, block in blocks]
    return (
        b"\n".join(
            f"{url} 192.0.2.7 20090807060504 {kind} {len(block)}\n".encode() + block
            for url, kind, block in named
        )
        + b"\n"
    )


FIRST = "20090807060504/forum.example/t?id=0"
MANY = {f"20090807060504/forum.example/t?id={n}": PAGE + b" %d" % n * (n + 3) for n in range(5)}
RECORDS = [
    record(http(body), f"http://forum.example/t?id={n}") for n, body in enumerate(MANY.values())
]
INFO = record(b"software: invented\r\n", "", "warcinfo")
FORMS: dict[str, Callable[[], bytes]] = {
    "d.warc": lambda: INFO + b"".join(RECORDS),
    "d.warc.gz": lambda: members(INFO, *RECORDS),
}
