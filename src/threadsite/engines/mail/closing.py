"""What stands below the words of a message: signatures, footers of lists, notes on lost parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from threadsite.markup.lines import line
from threadsite.markup.links import safe
from threadsite.model import Attachment

# Mailman puts it before each part that it took out or joined on; it is never translated.
NEXT = re.compile(r"-{6,30} next part -{6,30}")
SCRUBBED = re.compile(r"URL\s?: ?<?([^<>\s]{1,500})>?", re.I)
NAMED = re.compile(r"[\w ]{2,20}: ([^/\\]{1,200}\.\w{1,8})")
NOTE = 12
"""Lines of a note on a part that was taken out."""
RULED = re.compile(r"[-_=*~]{10,100}")
FOOTER = 10
"""Lines of the longest footer of a list."""
SIGNED = "-- "
SHORT = 8
"""Lines of a signature below a line that lost its space."""
LISTED = re.compile(
    r"mailing[ -]?list|unsubscribe|listinfo|list archives?:|abmelden|désabonner|отписаться"
    r"|you received this message because|do not reply to this message",
    re.I,
)
ARMOR = re.compile(r"-----BEGIN PGP SIGNED MESSAGE-----")
PROOF = re.compile(r"-----(BEGIN|END) PGP SIGNATURE-----")


@dataclass(slots=True)
class Closed:
    """A text taken apart: words, signature, what the list added, files that it tells of."""

    words: list[str]
    signature: list[str] = field(default_factory=list)
    chrome: list[str] = field(default_factory=list)
    files: list[Attachment] = field(default_factory=list)


def closed(text: str) -> Closed:
    """*text* taken apart."""
    first, *further = _parts(text.split("\n"))
    found = Closed(first)
    _proof(found)
    _footer(found)
    _signature(found)
    for part in further:
        _note(part, found)
    return found


def _parts(lines: Sequence[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for row in lines:
        if NEXT.fullmatch(row.strip()):
            parts.append([])
        else:
            parts[-1].append(row)
    return parts


def _note(part: list[str], found: Closed) -> None:
    """A part that Mailman took out is a file; what it left stands on."""
    for place, row in enumerate(part[:NOTE]):
        if address := SCRUBBED.match(row.strip()):
            url = safe(address[1]) if "://" in address[1] else None
            names = (NAMED.fullmatch(row.strip()) for row in part[:place])
            stated = next((name[1] for name in names if name), address[1].rpartition("/")[2])
            found.files.append(Attachment(line(stated) or "file", url))
            part = part[place + 1 :]
            break
    rest = Closed(part)
    _footer(rest)
    found.chrome += rest.chrome
    if any(row.strip() for row in rest.words):
        found.words += ["", *rest.words]


def _footer(found: Closed) -> None:
    """What a list puts below every message, from the rule above it."""
    lines = found.words
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    lines = lines[:end]
    for place in range(end - 1, max(end - FOOTER - 1, -1), -1):
        row = lines[place].strip()
        if (RULED.fullmatch(row) or lines[place].rstrip("\r") == SIGNED) and any(
            LISTED.search(below) for below in lines[place + 1 :]
        ):
            found.chrome += [below for below in lines[place:] if below.strip()]
            found.words = lines[:place]
            return


def _signature(found: Closed) -> None:
    """The last line of two dashes and a space begins it; without the space, if it is short."""
    lines = found.words
    for place in range(len(lines) - 1, -1, -1):
        below = len(lines) - place - 1
        if lines[place] == SIGNED or (lines[place] == SIGNED.strip() and 0 < below <= SHORT):
            found.signature = lines[place + 1 :]
            found.words = lines[:place]
            return


def _proof(found: Closed) -> None:
    """The armour of PGP goes, with the dashes that it put before dashes."""
    begin = next((n for n, row in enumerate(found.words) if ARMOR.fullmatch(row.strip())), None)
    if begin is None:
        return
    kept, proof, head = found.words[:begin], False, True
    for row in found.words[begin + 1 :]:
        mark = PROOF.fullmatch(row.strip())
        if mark or proof or head:
            found.chrome += [row] if row.strip() else []
            proof = mark[1] == "BEGIN" if mark else proof
            head = head and bool(row.strip())
        else:
            kept.append(row.removeprefix("- "))
    found.words = kept
