"""Lines that software sets below posts and round the page, told by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadsite.dates.words import fold
from threadsite.engines.text.furniture import (
    BUTTONS,
    CHROME,
    CHROME_START,
    CLOSING,
    EDITED,
    FILES,
    LEFT,
    THANKED,
    THANKED_END,
)
from threadsite.engines.text.lines import SHORT, Bare, Found, Kind

LIKES = re.compile(
    r"[a-z' ]{3,20} x ?\d{1,4}|(?:likes?|thanks|upvotes?|danke|love|haha) \d{1,5}"
    r"|\d{1,5} ?(?:likes?|gefällt mir|j.aime|me gusta|thanks|upvotes?|нравится|赞)"
)
EDITED_AT = re.compile(r"^edited (?:.* )?by |^edited .*\d")
BUTTON_KEYS = dict.fromkeys(("logged", "ip logged", "gespeichert", "записан"), "logged")
BUTTON_KEYS |= dict.fromkeys(
    (
        "view profile",
        "profile",
        "pm",
        "website",
        "find",
        "email",
        "visit website",
        "report post",
        "report",
        "warn",
    ),
    "profile",
)
BUTTON_KEYS |= dict.fromkeys(
    ("quote", "zitieren", "citer", "citar", "cita", "cytuj", "цитата", "цитировать", "citeren",
     "reply with quote", "mit zitat antworten", "répondre en citant", "responder citando"),
    "profile",
)  # fmt: skip
STATISTICS = re.compile(
    r"(?:\d[\d.,]*[km]? "
    r"(?:posts?|posters?|views?|repl(?:y|ies)|participants?|voices?|answers?) ?){2}"
)
BUTTON_KEYS |= dict.fromkeys(
    ("view profile", "view forum posts", "view blog entries", "view articles", "visit homepage",
     "view gallery uploads", "profil anzeigen", "foren-beiträge anzeigen", "ver perfil",
     "ver mensajes", "voir le profil", "voir les messages", "просмотр профиля", "profil",
     "посмотреть профиль", "найти все сообщения", "beiträge anzeigen", "homepage besuchen",
     "private nachricht", "artikel anzeigen", "blog-einträge anzeigen"),
    "person",
)  # fmt: skip
REPLIED = re.compile(r"(?:\S{1,40} ){0,3}\d{1,4} repl(?:y|ies) last reply\b.{0,30}")
"""How many answered, as NodeBB says it below a post."""
COUNTING = frozenset(("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "last"))
"""What stands between buttons: how many replies there are."""
ROW = 10
"""Words of the longest row of buttons."""
OF_PERSON = ("view profile ", "profil anzeigen ", "voir le profil ", "ver perfil ")
ADDRESS = re.compile(r"\d{1,3}(?:\.(?:\d{1,3}|x{1,3})){3}")
"""From where a post was sent, as some forums tell beside its buttons."""
WIDE = re.compile(r" ?\t\s*| {2,}")
BOXED = re.compile(r"^\[[^\[\]]{0,20}\]\s*")
PERSONAL = re.compile(
    r"(?:find (?:more|all) (?:posts|threads)(?: started)? by|send a private message to"
    r"|view public profile|visit (?=\S+'s homepage)|mehr beiträge von|finde alle beiträge von"
    r"|найти (?:ещё|еще|все) сообщения от|отправить личное сообщение для"
    r"|encontrar todos los mensajes de|trouver tous les messages de|посмотреть профиль)(?!\w)"
)


def edited(bare: Bare) -> Found:
    """The note of an edit."""
    start = bare.folded.lstrip("«[(*- ")
    note = start.startswith(EDITED) or (start.startswith("edited ") and EDITED_AT.search(start))
    note = note and len(bare.text) < 140
    return (Kind.EDITED, "", None) if note else None


def thanked(bare: Bare) -> Found:
    """Who liked a post, or how many."""
    if (
        bare.folded.startswith(THANKED)
        or bare.folded.endswith(THANKED_END)
        or LIKES.fullmatch(bare.folded)
    ):
        return Kind.THANKED, "", None
    return None


def left(bare: Bare) -> Found:
    """ "Maud is offline", below a post."""
    if bare.folded.startswith(CLOSING):
        return None  # "Who is online"
    for end in LEFT:
        if bare.folded.endswith(end) and 0 < len(bare.text) - len(end) <= 40:
            return Kind.LEFT, "", bare.text[: len(bare.text) - len(end)].strip()
    return None


def button(bare: Bare) -> Found:
    """Links and buttons of a post."""
    bare_words = BOXED.sub("", bare.folded).rstrip(" .:") if len(bare.folded) < SHORT else ""
    if bare_words in BUTTONS:
        files = "files" if bare_words in FILES else ""
        return Kind.BUTTON, files or BUTTON_KEYS.get(bare_words, ""), None
    if REPLIED.fullmatch(bare.folded):
        return Kind.BUTTON, "", None
    if _row(bare.folded):
        return Kind.BUTTON, "person" if bare.folded.startswith(OF_PERSON) else "row", None
    return None


def _row(folded: str) -> bool:
    """Whether *folded* is nothing but several buttons, with counts and addresses between."""
    words = folded.rstrip(" .:").split()
    place = 0
    while place < len(words) <= ROW:
        sizes = (size for size in (4, 3, 2, 1) if _button(words[place : place + size]))
        size = next(sizes, 0)
        if not size:
            return False
        place += size
    return 1 < len(words) <= ROW


def _button(words: Sequence[str]) -> bool:
    phrase = " ".join(words)
    return phrase in BUTTONS or phrase in COUNTING or ADDRESS.fullmatch(phrase) is not None


def before_buttons(text: str) -> str:
    """*text* without the buttons that stand behind a wide gap in it."""
    cut = text
    for gap in reversed([*WIDE.finditer(text)]):
        behind = fold(text[gap.end() :])
        if behind not in BUTTONS and not _row(behind):
            break
        cut = text[: gap.start()]
    return cut


def _starts(table: Sequence[str]) -> re.Pattern[str]:
    """What matches a text that begins with a phrase of *table* and goes on with another word."""
    phrases = "|".join(re.escape(phrase) for phrase in sorted(table, key=len, reverse=True))
    return re.compile(rf"(?:{phrases})(?![a-zà-öø-ÿа-яё0-9])")


CLOSED, STARTED = _starts(CLOSING), _starts(CHROME_START)


def chrome(bare: Bare) -> Found:
    """The page's own menus and notices."""
    words = bare.folded.strip(" .:|»«<>()[]")
    if CLOSED.match(words) or words.endswith(CLOSING):
        return Kind.CHROME, "closing", None
    found = PERSONAL.match(words)
    if found:
        return Kind.CHROME, "profile", bare.text[found.end() :].strip() or None
    if words in CHROME or STARTED.match(words) or STATISTICS.match(words):
        return Kind.CHROME, "", None
    parts = [part.strip() for part in re.split(r"[|•·]| - ", bare.folded) if part.strip()]
    if {"hide", "past", "favorite"} & {*parts} or " changed the title to " in bare.folded:
        return Kind.CHROME, "", None
    if len(parts) > 1 and sum(part in CHROME for part in parts) * 2 >= len(parts):
        return Kind.CHROME, "", None
    return None


def trail(bare: Bare) -> Found:
    """A path of boards."""
    path = any(len(bare.text.split(sign)) > 2 for sign in (" > ", " › ", " » ", " / "))
    return (Kind.CHROME, "", None) if path else None
