"""Posts that a page states in JSON-LD of schema.org."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from threadsite.document import parse_json
from threadsite.engines.miner import marks
from threadsite.engines.miner.marks import Found
from threadsite.engines.rules import Element, all_text, select

DATA = "script[type='application/ld+json']"
TYPES = frozenset(("DiscussionForumPosting", "SocialMediaPosting", "Comment", "Question", "Answer"))
ANSWERS = ("comment", "acceptedAnswer", "suggestedAnswer", "mainEntity", "@graph")
TEXTS = ("articleBody", "text")
DEEPEST = 20
FEWEST = 2
CONFIDENCE = 0.9


def linked(root: Element) -> Found | None:
    """The posts that JSON-LD states with their words; None for fewer than two."""
    posts: list[Element] = []
    for script in select(root, DATA):
        data, _ = parse_json(all_text(script))
        posts += (post for item in _items(data) if (post := _post(item)) is not None)
    return Found(posts, CONFIDENCE) if len(posts) >= FEWEST else None


def _items(data: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """The postings in *data*, each before the answers to it."""
    if depth > DEEPEST:
        return
    if isinstance(data, list):
        for one in data:
            yield from _items(one, depth + 1)
    elif isinstance(data, dict):
        if data.get("@type") in TYPES if isinstance(data.get("@type"), str) else False:
            yield data
        for name in ANSWERS:
            yield from _items(data.get(name), depth + 1)


def _post(item: Mapping[str, object]) -> Element | None:
    text = next((t for name in TEXTS if isinstance(t := item.get(name), str) and t.strip()), "")
    author = item.get("author")
    author = author[0] if isinstance(author, list) and author else author
    person = author if isinstance(author, dict) else {"name": author}
    name, url = person.get("name"), person.get("url")
    if not text or not isinstance(name, str):
        return None
    date = item.get("datePublished") or item.get("dateCreated")
    return marks.post(
        _body(text),
        author=name,
        author_url=url if isinstance(url, str) else None,
        date=date if isinstance(date, str) else "",
    )


def _body(text: str) -> Element:
    """*text* as an element: an empty line ends a paragraph."""
    body = etree.Element("div")
    for lines in text.replace("\r", "").split("\n\n"):
        paragraph = etree.SubElement(body, "p")
        first, *rest = lines.split("\n")
        paragraph.text = first
        for line in rest:
            etree.SubElement(paragraph, "br").tail = line
    return body
