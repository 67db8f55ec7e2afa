"""The body of a message: what of its MIME parts is to be read, and which files hang on it."""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from threadsite.decoding import clean, decode
from threadsite.engines.mail.fields import Fields, split
from threadsite.markup.lines import line

MOST = 200
"""Parts of a message that are looked at."""
DEEPEST = 12
"""How deep multiparts may stand in each other; what is deeper is a file."""

PARAMETER = re.compile(
    r';\s{0,8}(?P<name>[\w-]{1,20})(?:\*0?\*?)?\s{0,4}=\s{0,4}(?:"(?P<quoted>[^"]{0,300})"'
    r"|(?P<bare>[^\s;]{0,300}))"
)
EXTENDED = re.compile(r"[\w-]{1,40}'[\w-]{0,10}'(.*)", re.S)
BARE = frozenset(("application/pgp-signature", "application/pkcs7-signature"))
"""Proofs of who wrote it, not files that somebody sent."""


@dataclass(frozen=True, slots=True)
class Part:
    """A leaf of a message: words, or a file."""

    kind: str
    data: bytes
    charset: str | None
    name: str | None
    flowed: bool = False
    tight: bool = False
    """Flowed, and the space at the end of a line is no space of the text."""

    @property
    def text(self) -> str:
        """The words."""
        return decode(self.data, stated=self.charset).text


@dataclass(frozen=True, slots=True)
class Contents:
    """What a message holds."""

    words: tuple[Part, ...]
    """Plain text where there is some, else HTML."""
    files: tuple[str, ...]
    lost: bool = False
    """There were more parts than anybody sends, and some were not looked at."""


def contents(fields: Fields, body: bytes) -> Contents:
    """What the message of *fields* and *body* holds."""
    leaves: list[Part] = []
    todo = [(fields, body, 0)]
    seen = 0
    while todo and seen < MOST:
        fields, body, depth = todo.pop()
        seen += 1
        inside = list(_inside(fields, body)) if depth < DEEPEST else []
        if inside:
            todo += [(*split(part), depth + 1) for part in reversed(inside[:MOST])]
        else:
            leaves.append(_leaf(fields, body))
    return _sorted(leaves, lost=bool(todo))


def _sorted(leaves: list[Part], *, lost: bool) -> Contents:
    plain = tuple(part for part in leaves if part.kind == "text/plain" and not part.name)
    html = tuple(part for part in leaves if part.kind == "text/html" and not part.name)
    if not any(part.data.strip() for part in plain):
        plain = html or plain
    files = tuple(
        part.name or part.kind.replace("/", ".")
        for part in leaves
        if (part.name or not part.kind.startswith("text/")) and part.kind not in BARE
    )
    return Contents(plain, files, lost)


def _inside(fields: Fields, body: bytes) -> Iterator[bytes]:
    """The parts of a multipart; nothing when it is none."""
    stated = fields.raw.get("content-type", b"").decode("latin-1")
    boundary = _parameters(stated).get("boundary", "")
    if not stated.lower().startswith("multipart/") or not boundary:
        return
    mark = b"--" + boundary.encode("latin-1")
    rows = re.compile(rb"^" + re.escape(mark) + rb"(?:--)?[ \t]*\r?$\n?", re.M)
    found = list(rows.finditer(body))
    for place, row in enumerate(found):
        if row[0].rstrip().endswith(b"--") and len(row[0].rstrip()) == len(mark) + 2:
            return
        end = found[place + 1].start() if place + 1 < len(found) else len(body)
        yield body[row.end() : end]


def _leaf(fields: Fields, body: bytes) -> Part:
    stated = fields.text("content-type")
    kind = stated.partition(";")[0].strip().lower() or "text/plain"
    parameters = _parameters(stated)
    placed = fields.text("content-disposition")
    name = _parameters(placed).get("filename") or parameters.get("name")
    if not name and placed.lower().startswith("attachment"):
        name = kind.replace("/", ".")
    coding = fields.text("content-transfer-encoding").strip().lower()
    return Part(
        kind=kind if "/" in kind else "text/plain",
        data=DECODERS.get(coding, bytes)(body),
        charset=parameters.get("charset"),
        name=_file_name(name) if name else None,
        flowed=parameters.get("format", "").lower() == "flowed",
        tight=parameters.get("delsp", "").lower() == "yes",
    )


def _parameters(stated: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for match in PARAMETER.finditer(stated):
        found.setdefault(match["name"].lower(), match["quoted"] or match["bare"] or "")
    return found


def _file_name(stated: str) -> str:
    """*stated* as a name: RFC 2231 spells it with percent signs; folders are no part of it."""
    if found := EXTENDED.fullmatch(stated):
        raw = re.sub(
            rb"%([0-9A-Fa-f]{2})",
            lambda hex_: binascii.unhexlify(hex_[1]),
            found[1].encode("utf-8", "replace"),
        )
        stated = decode(raw, stated=stated.partition("'")[0]).text
    return line(re.split(r"[/\\]", clean(stated))[-1])[:200] or "file"


def _base64(body: bytes) -> bytes:
    try:
        return binascii.a2b_base64(body)
    except binascii.Error:
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", body)
        return binascii.a2b_base64(letters[: len(letters) // 4 * 4])


DECODERS: Mapping[str, Callable[[bytes], bytes]] = {
    "base64": _base64,
    "quoted-printable": quopri.decodestring,
}
