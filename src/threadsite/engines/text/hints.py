"""Names of authors that other lines give away: who quoted them, who edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from threadsite.engines.text.lines import Kind
from threadsite.engines.text.naming import EDITOR
from threadsite.engines.text.page import Page


def find_hints(page: Page) -> dict[int, str]:
    """For posts by number, the name that those who quote them call their author; else the name
    in the note of their last edit, which may have been another's."""
    counts: dict[int, Counter[str]] = {}
    for post, name in _quoted(page):
        counts.setdefault(post, Counter())[name] += 1
    named = {post: count.most_common(1)[0][0] for post, count in counts.items()}
    return dict(_edited(page)) | named


def _quoted(page: Page) -> Iterator[tuple[int, str]]:
    """Post and name for each quote with a head; quotes inside it are of earlier posts."""
    name, post = "", -1
    for place, line in enumerate(page.lines):
        role = page.roles[place]
        if role is None:
            continue
        if role[1] not in "AQ" or line.kind is Kind.SAID:
            if name and post >= 0:
                yield post, name
            name, post = line.name or "" if line.kind is Kind.SAID else "", -1
        source = page.roles[page.traced[place]] if place in page.traced else None
        if source and role[1] in "AQ" and source[0] < role[0]:
            post = max(post, source[0])


def _edited(page: Page) -> Iterator[tuple[int, str]]:
    for line, role in zip(page.lines, page.roles, strict=True):
        found = EDITOR.search(line.text) if line.kind is Kind.EDITED else None
        if found and role and role[0] >= 0:
            yield role[0], found[1].strip()
