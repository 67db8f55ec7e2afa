"""Pivots: the dates and names on a page that may be those of posts, by where they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice

from lxml import etree

from threadsite.dates import read_date
from threadsite.engines.attributes import ITEMS
from threadsite.engines.rules import Element, all_text, own_text, text_of

LONGEST_DATE = 120
LONGEST_NAME = 40
SOME_DAY = datetime(2020, 1, 1, tzinfo=UTC)
"""Against which "yesterday" is a date too; only to know one when it stands there."""
TIMES = ("datetime", "data-time", "data-timestamp", "data-date", "data-utc", "content", "title")
HINTS = ("class", "itemprop", "rel")
HOST = re.compile(r"^(?:[a-z]+:)?//[^/]*", re.IGNORECASE)
NOT_SHOWN = frozenset(("script", "style", "head", "option", "textarea", "noscript"))
DIGITS = re.compile(r"\d+")
WORDS = re.compile(r"[^\W\d_]+")
PERSON = re.compile(
    r"author|user|(?<!re)member(?!ship)|poster|nick|profile|creator|commenter|mitglied|benutzer|autor|auteur"
    r"|utente|usuario|persona?\b|uid=|(?:^|/)(?:u|people)/|/[@~]",
    re.IGNORECASE,
)
NO_PERSON = re.compile(
    r"avatar|reply|quote|report|abuse|search|count|rank|login|register|edit|message|role|title|find|joined"
    r"|posts|website|badge|group|signature|statistic|button|control",
    re.IGNORECASE,
)

NO_DATE_OF_POST = re.compile(
    r"joined|join date|member since|registered|registration|mitglied seit|registriert|beigetreten"
    r"|inscrit|inscription|iscrizione|inscripción|inscrição|anmeldedatum|registrierungsdatum"
    r"|membre depuis|iscritto|membro dal|registrado|miembro desde|geregistreerd|lid sinds"
    r"|dołączył|зарегистрирован|регистрация|üyelik"
    r"|last post|last reply|last activity|last visit|letzter beitrag|letzte antwort|dernier message"
    r"|ultimo messaggio|último mensaje|laatste bericht|ostatni post|последн",
    re.IGNORECASE,
)
"""Words beside a date that tell since when somebody is there, or of somebody else's post."""

LABEL = 40
"""Characters before a date that may say what it is of."""

Groups = Mapping[str, Sequence["Pivot"]]


@dataclass(frozen=True, slots=True)
class Pivot:
    """A date or a name."""

    element: Element
    text: str


def place(element: Element) -> str:
    """Where things like *element* stand: by tag and first class, else by what holds them too."""
    kind = _kind(element)
    return kind if "." in kind else _held(element)


def _held(element: Element) -> str:
    parent = element.getparent()
    return _kind(element) if parent is None else f"{_kind(parent)}/{_kind(element)}"


def _kind(element: Element) -> str:
    return _kind_of(str(element.tag), element.get("class") or "")


@lru_cache(maxsize=4096)
def _kind_of(tag: str, stated: str) -> str:
    # Rows in turn are row1 and row2, and posts have their numbers among their classes.
    classes = DIGITS.sub("", stated).split()
    return f"{tag}.{classes[0]}" if classes else tag


def dates(root: Element) -> Groups:
    """The dates in *root*."""
    return _grouped(_dates(root))


def names(root: Element) -> Groups:
    """What may be the names of authors in *root*."""
    return _grouped(_names(root))


def _grouped(pivots: Iterator[Pivot]) -> Groups:
    """*pivots* by their own kind, and by that of what holds them, which may tell them apart."""
    groups: defaultdict[str, list[Pivot]] = defaultdict(list)
    for pivot in pivots:
        for where in {place(pivot.element), _held(pivot.element)}:
            groups[where].append(pivot)
    return groups


def shown(root: Element) -> Iterator[Element]:
    """The elements of *root* that show text, what is inside before what is around."""
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in NOT_SHOWN:
            hidden += 1 if event == "start" else -1
        elif event == "end" and not hidden and isinstance(element.tag, str):
            yield element


def _dates(root: Element) -> Iterator[Pivot]:
    lengths: dict[Element, int] = {}
    dated: dict[Element, datetime] = {}
    for element in shown(root):
        lengths[element] = _length(element, lengths)
        inner = [dated[child] for child in element if child in dated]
        text = _date(element, lengths[element])
        read = read_date(text, captured=SOME_DAY, day_first=True) if text else None
        if read is None or NO_DATE_OF_POST.search(_label(element)):
            continue
        dated[element] = read.value
        if read.value not in inner:
            yield Pivot(element, text)


def _label(element: Element) -> str:
    """The last words before *element*, or before the words that stand in it itself."""
    before = element.getprevious()
    if before is not None:
        outside = before.tail if (before.tail or "").strip() else text_of(before)
    else:
        parent = element.getparent()
        outside = parent.text if parent is not None else ""
    inner = [text_of(child) for child in islice(element, 8) if (child.tail or "").strip()]
    # What stands before another date is of that one.
    return " ".join(DIGITS.split(words)[-1][-LABEL:] for words in (outside or "", *inner))


def _length(element: Element, lengths: Mapping[Element, int]) -> int:
    own = len(element.text or "")
    return own + sum(lengths.get(child, 0) + len(child.tail or "") for child in element)


def _date(element: Element, length: int) -> str:
    """What of *element* may be a date: an attribute for machines, or its words if they are few."""
    stated: dict[str, str] = dict(ITEMS(element))
    for name in TIMES if stated else ():
        value = stated.get(name, "")
        plausible = 8 <= len(value) <= LONGEST_DATE and DIGITS.search(value)
        if plausible and read_date(value, day_first=True):
            return value
    whole = all_text(element) if length <= LONGEST_DATE else own_text(element)
    text = " ".join(whole.split())
    plausible = 6 <= len(text) <= LONGEST_DATE and DIGITS.search(text)
    return text if plausible and not NO_DATE_OF_POST.search(text) else ""


def _names(root: Element) -> Iterator[Pivot]:
    for element in shown(root):
        if name := name_of(element):
            yield Pivot(element, name)


def name_of(element: Element) -> str | None:
    """What may be the name of an author; None when *element* is no such thing."""
    stated: dict[str, str] = dict(ITEMS(element))
    hints = " ".join([stated.get(name, "") for name in HINTS]) if stated else ""
    if "href" in stated:
        hints += f" {HOST.sub('', stated['href'])}"
    return first_words(element) if _of_person(hints) and _few(element) else None


@lru_cache(maxsize=4096)
def _of_person(hints: str) -> bool:
    return bool(PERSON.search(hints)) and not NO_PERSON.search(hints)


def first_words(element: Element) -> str | None:
    """The first words in *element* if they may be a name: few, and with letters."""
    pieces = (" ".join(str(piece).split()) for piece in element.itertext())
    text = next((piece for piece in pieces if piece), "")
    plausible = 1 < len(text) <= LONGEST_NAME and ":" not in text and WORDS.search(text)
    # What stands in brackets beside a name only says more of who that is.
    if text.startswith("(") and text.endswith(")"):
        return None
    return text if plausible else None


def _few(element: Element) -> bool:
    """Whether no more stands in *element* than round a name."""
    return len(list(islice(element.iter(), 8))) < 8
