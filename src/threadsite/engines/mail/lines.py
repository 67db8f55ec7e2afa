"""Lines of a message, and how deep in quotes each stands."""

from __future__ import annotations

from dataclasses import dataclass

DEEPEST = 30
"""Quotes in quotes that are told apart."""
SHIFTED = 5
"""Spaces that some programs put before the marks."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its marks, and how many there were."""

    depth: int
    text: str


def marked(line: str) -> Line:
    """*line* without the marks of quotes at its beginning: `>`, with or without spaces."""
    bare = line.lstrip(" ")
    if bare.startswith(">") and len(line) - len(bare) <= SHIFTED:
        line = bare
    depth = place = 0
    while depth < DEEPEST:
        mark = place + 1 if depth and line[place : place + 1] == " " else place
        if line[mark : mark + 1] != ">":
            break
        depth, place = depth + 1, mark + 1
    inner = depth and line[place : place + 1] == " "
    return Line(depth, line[place + 1 :] if inner else line[place:])


def unflowed(text: str, *, tight: bool) -> str:
    """*text* with the lines joined that `format=flowed` (RFC 3676) broke."""
    out: list[list[str]] = []
    open_ = -1
    for row in text.split("\n"):
        depth = len(row) - len(row.lstrip(">"))
        words = row[depth:].removeprefix(" ")
        ends = words != "-- " and words.endswith(" ")
        piece = words[:-1] if ends and tight else words
        if depth == open_ and words != "-- ":
            out[-1].append(piece)
        else:
            out.append([">" * depth + " " * bool(depth), piece])
        open_ = depth if ends else -1
    return "\n".join(map("".join, out))


def unescaped(text: str) -> str:
    """*text* without the mark that mailboxes put before a line that begins with "From "."""
    lines = text.split("\n")
    for place, line in enumerate(lines):
        # Among lines that are quoted it is a quoted line.
        if line.startswith(">From ") and not any(
            near.startswith(">") for near in lines[max(place - 1, 0) : place + 2 : 2]
        ):
            lines[place] = line[1:]
    return "\n".join(lines)
