"""Messages quoted whole below a rule, without marks, as Outlook and forwarding do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadsite.engines.mail.fields import ADDRESS, spoken_name
from threadsite.engines.mail.lines import DEEPEST, Line

RULE = re.compile(
    r"-{2,20} ?(?:original message|original appointment|forwarded message|weitergeleitete nachricht"
    r"|ursprüngliche nachricht|original-nachricht|message d'origine|message original"
    r"|message transféré|mensaje original|mensaje reenviado|messaggio originale"
    r"|messaggio inoltrato|mensagem original|mensagem encaminhada|oorspronkelijk bericht"
    r"|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti"
    r"|wiadomość oryginalna|původní zpráva|исходное сообщение|пересылаемое сообщение"
    r"|原始邮件|原邮件|元のメッセージ|原始郵件) ?-{2,20}",
    re.I,
)
FIELD = re.compile(r"\*?([^\W\d_][^:*]{0,30}?)\s?:\*?(?:\s+(.*))?")
BRACKETS = re.compile(r"\[[^\[\]]{0,200}\]")
FIELDS = 10
"""Lines of the header that is quoted with a message."""
SAYS = "{} wrote:"
"""How the name stands above the quote, as anybody might write it."""


def whole(lines: Sequence[Line]) -> Iterator[Line]:
    """*lines* with the messages below rules marked as the quotes that they are."""
    shift, fields = 0, 0
    for line in lines:
        depth = min(line.depth + shift, DEEPEST)
        if RULE.fullmatch(line.text.strip()):
            fields = FIELDS
            shift += 1
        elif fields and (found := FIELD.fullmatch(line.text.strip())):
            if fields == FIELDS and (name := _name(found[2] or "")):
                yield Line(max(depth - 1, 0), SAYS.format(name))
            fields -= 1
        elif not (fields == FIELDS and not line.text.strip()):
            fields = 0
            yield Line(depth, line.text)


def _name(sender: str) -> str | None:
    """Whom the first field of a quoted header names."""
    bare = BRACKETS.sub("", sender)
    return spoken_name(bare) or ADDRESS.sub("", bare).strip(" <>\"'") or None
