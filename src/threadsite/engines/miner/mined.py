"""Posts of a page that states nothing about them: the records that are most like posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

from threadsite.dates import parse_date
from threadsite.engines.miner import marks
from threadsite.engines.miner.look import Look
from threadsite.engines.miner.marks import Found
from threadsite.engines.miner.pivots import DIGITS, SOME_DAY, Pivot, first_words, name_of
from threadsite.engines.miner.records import records
from threadsite.engines.miner.template import MOST, Filled, fill
from threadsite.engines.rules import Element, detach, select, text_of

SURE_ENOUGH = 0.5
FEWEST = 2
LONGEST_GROUP = 2000
"""More pivots of one kind are no posts of one page."""
MOST_GROUPS = 12
"""So that a page made to have thousands takes no longer than another."""
WORDS = 4
"""Words of the post in the middle: an index has a number or a name there."""
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5"))
HEADLINE = re.compile(r"title|subject|headline", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]{2,}")
TITLE = 2
"""Words of a link that may be a title."""
ORDERED = 0.7
DATES = 3
SHARE = 0.25
REPLY = re.compile(r"^(?:re|aw|antw|sv|vs|odp)\s?(?:\[\d+\])?:\s*", re.IGNORECASE)
CHROME = (
    "[class*=signature], [class*=toolbar], [class*=buttons], [class*=controls], [class*=edited],"
    " [class*=actions], [class*=reactions]"
)


def mined(root: Element) -> Found | None:
    """The posts that *root* holds most likely; None when that is not sure enough."""
    best: tuple[float, float, list[Filled]] | None = None
    look = Look(root)
    for group in _groups(look):
        filled = fill(records(group), look)
        sure = _confidence(filled, look)
        rank = sure * sum(len(look.text(one.body)) for one in filled if one.body is not None)
        if sure >= SURE_ENOUGH and (best is None or rank > best[0]):
            best = rank, sure, filled
    if best is None:
        return None
    posts = [_marked(one, look) for one in best[2] if one.body is not None]
    return Found(posts, round(best[1], 2))


def _groups(look: Look) -> Iterator[Sequence[Pivot]]:
    """The largest groups of dates and of names: those of posts are among them."""
    for groups in (look.dates, look.names):
        plausible = [group for group in groups.values() if FEWEST <= len(group) <= LONGEST_GROUP]
        largest = sorted(plausible, key=len, reverse=True)[:MOST_GROUPS]
        # The same may stand at the same place by their own kind and by that of what holds them.
        yield from dict.fromkeys(map(tuple, largest))


def _confidence(filled: Sequence[Filled], look: Look) -> float:
    """How sure it is that these are posts; 0 when they are more like lines of an index."""
    bodies = [look.text(one.body) for one in filled if one.body is not None]
    named = sum(one.author is not None for one in filled) / len(filled)
    if not bodies or named < MOST or not _spoken(bodies):
        return 0
    if _titled(filled, look) or _scattered(filled, look) or _listing(filled, look):
        return 0
    if _share(filled, look) < SHARE:
        return 0
    dated = [one.record.pivot.text for one in filled if one.record.pivot.element in look.times]
    if not dated:
        # Names with words below them are as often terms with what they mean: posts have numbers.
        undated = sum(not _time(one, look) for one in filled) >= MOST * len(filled)
        sure = 0.6 if undated and filled[0].number else 0.0
    else:
        sure = _sure_of_dates(dated)
    numbered = 0.1 if filled[0].number else 0.0
    return (sure + numbered) * len(bodies) / len(filled) * named if sure else 0


def _spoken(bodies: Sequence[str]) -> bool:
    """Whether the post in the middle has some words, and hardly any two are alike."""
    words = sorted(len(text.split()) for text in bodies)
    # Chinese and Japanese have no spaces.
    long = sorted(len(text) for text in bodies)[len(bodies) // 2] >= 4 * WORDS
    return (
        long
        and (words[len(words) // 2] >= WORDS or max(map(ord, bodies[0])) > 0x2E80)
        and (len(set(bodies)) > 0.8 * len(bodies))
    )


def _listing(filled: Sequence[Filled], look: Look) -> bool:
    """Whether the bodies hold dates themselves, as the boxes of an index do."""
    bodies = [one.body for one in filled if one.body is not None]
    dates = sorted(sum(inner in look.times for inner in body.iter()) for body in bodies)
    return dates[len(dates) // 2] >= DATES


def _share(filled: Sequence[Filled], look: Look) -> float:
    """How much of the text of the records stands in their bodies."""
    words = sum(len(look.text(one.body)) for one in filled if one.body is not None)
    whole = sum(len(look.text(element)) for one in filled for element in one.record.elements)
    return words / whole if whole else 0


def _titled(filled: Sequence[Filled], look: Look) -> bool:
    """Whether each has a headline of its own that leads elsewhere, as in an index."""
    headlines = (
        next((link for link in one.record.inside("a") if _headline(link, one, look)), None)
        for one in filled
    )
    titles = [REPLY.sub("", text_of(link)) for link in headlines if link is not None]
    return len(titles) >= MOST * len(filled) and len(set(titles)) > len(filled) / 2


def _scattered(filled: Sequence[Filled], look: Look) -> bool:
    """Whether over each stands a link to a thread of its own, as in what a search finds."""
    firsts = (next((e for e in _over(one) if _leads(e, one, look)), None) for one in filled)
    links = [link for link in firsts if link is not None]
    titles = {DIGITS.sub("", REPLY.sub("", look.text(link))) for link in links}
    places = {(link.get("href") or "").partition("#")[0] for link in links}
    return len(links) >= MOST * len(filled) and min(len(titles), len(places)) > len(filled) / 2


def _over(one: Filled) -> Iterator[Element]:
    """What stands before the words of *one*."""
    return takewhile(lambda element: element is not one.body, one.record.inside())


def _leads(element: Element, one: Filled, look: Look) -> bool:
    """Whether *element* is a link whose words say what is elsewhere; not to a person or a date."""
    if element.tag != "a" or len(WORD.findall(text := look.text(element))) < TITLE:
        return False
    name = first_words(one.author) if one.author is not None else None
    around = (element, *islice(element.iterancestors(), 2))
    person = look.name(element) is not None or (name is not None and name in text)
    return not person and not any(held in look.times for held in around)


def _headline(element: Element, one: Filled, look: Look) -> bool:
    if element is one.author or "#" in (element.get("href") or ""):
        return False
    around = [element, *islice(element.iterancestors(), 2)]
    if not any(one.tag in HEADINGS or HEADLINE.search(one.get("class") or "") for one in around):
        return False
    return one.body not in list(islice(element.iterancestors(), 12)) and not look.name(element)


def _sure_of_dates(texts: Sequence[str]) -> float:
    """More for dates with a time of day; 0 for many that are in no order, as in an index."""
    times = [t for text in texts if (t := parse_date(text, captured=SOME_DAY, day_first=True))]
    pairs = list(pairwise(t.replace(tzinfo=None) for t in times))
    rising = sum(a <= b for a, b in pairs)
    order = max(rising, len(pairs) - rising) / len(pairs) if pairs else 0
    if len(pairs) > 2 and order < ORDERED:
        return 0
    clocked = sum(":" in text for text in texts) / len(texts)
    return 0.4 + 0.2 * order + 0.2 * clocked


def _time(one: Filled, look: Look) -> str:
    if one.record.pivot.element in look.times:
        return one.record.pivot.text
    return next(filter(None, map(look.times.get, one.record.inside())), "")


def _marked(one: Filled, look: Look) -> Element:
    """The post that *one* is, as an element of its own."""
    assert one.body is not None
    name = one.author
    link = next((a.get("href") for a in name.iter("a")), None) if name is not None else None
    pivot = one.record.pivot.element
    if one.body in pivot.iterancestors():
        detach(pivot)
    for chrome in select(one.body, CHROME):
        if chrome is not one.body:
            detach(chrome)
    return marks.post(
        one.body,
        author=(name_of(name) or first_words(name) or "") if name is not None else "",
        author_url=link,
        date=_time(one, look),
        number=one.number,
    )
