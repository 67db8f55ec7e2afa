"""Posts from the lines of a page: whose they are, when they were written, what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, pairwise

from threadsite.dates import Dated, day_first, read_date
from threadsite.dates.words import fold, tokens
from threadsite.document import Document
from threadsite.engines.text.bodies import Origin, attachments_of, write_body
from threadsite.engines.text.lines import Kind, Line
from threadsite.engines.text.names import find_authors
from threadsite.engines.text.numbering import NUMBERING
from threadsite.engines.text.page import Page
from threadsite.engines.text.segments import Segment
from threadsite.engines.text.times import CLOCK, ORDINAL
from threadsite.engines.text.words import POSTED
from threadsite.model import Author, Post, Source

ENGINE = "text"
"""The name of the engine, as posts state it for their source."""
SURE = {
    "header": 0.95,
    "mark": 0.8,
    "quote": 0.8,
    "footer": 0.7,
    "first": 0.7,
    "bullet": 0.8,
    "gap": 0.5,
}
"""How sure it is that a post begins where it does, by what told it."""
DATING = (Kind.DATE, Kind.BYLINE, Kind.SIGNED)


@dataclass(frozen=True)
class Reader:
    """Posts from the lines of a page."""

    page: Page
    document: Document

    def posts(self) -> Iterator[Post]:
        """The posts of the page, in order."""
        page = self.page
        authors = find_authors(page, self.document.name)
        order = day_first(
            line.text for line in page.lines if line.kind in (*DATING, Kind.LABEL, Kind.VALUE)
        )
        ids = self._ids()
        for number, segment in enumerate(page.segments):
            yield self._post(segment, number, authors, ids, order)

    def _ids(self) -> list[str]:
        """The numbers that the page gives its posts if it gives all, else the order."""
        stated = [_ordinal(self.page.lines, segment) for segment in self.page.segments]
        numbers = [int(one) for one in stated if one]
        rising = all(a < b for a, b in pairwise(numbers))
        if stated and len(numbers) == len(stated) and rising:
            return [str(number) for number in numbers]
        return [str(number) for number in range(1, len(stated) + 1)]

    def _post(
        self,
        segment: Segment,
        number: int,
        authors: Sequence[Author],
        ids: Sequence[str],
        order: bool | None,
    ) -> Post:
        page, document = self.page, self.document
        lines = _unlisted(segment, page.lines[segment.body : segment.end])
        roles = [role[1] if role else "" for role in page.roles[segment.body : segment.end]]
        origins = [self._origin(place, authors, ids) for place in range(segment.body, segment.end)]
        body = write_body(lines, roles, origins)
        dated = self._dated(segment, order)
        return Post(
            id=ids[number],
            author=authors[number],
            body=body.markdown,
            created=dated.value if dated else None,
            created_inferred=dated.inferred if dated else False,
            edited=self._edited(lines, order),
            quotes=body.quotes,
            attachments=tuple(attachments_of(lines, roles)),
            signature=body.signature,
            source=Source(document.dump, document.name, ENGINE, document.captured),
            offset=segment.start + 1,
            confidence=SURE[segment.why],
        )

    def _origin(self, place: int, authors: Sequence[Author], ids: Sequence[str]) -> Origin | None:
        source = self.page.traced.get(place)
        role = self.page.roles[source] if source is not None else None
        here = self.page.roles[place]
        if not role or role[0] < 0 or not here or here[1] not in "QA" or role[0] >= here[0]:
            return None
        author = authors[role[0]]
        return Origin(None if author.inferred else author.name, ids[role[0]])

    def _dated(self, segment: Segment, order: bool | None) -> Dated | None:
        """When the header, or the line that signs the post, says that it was written."""
        lines = self.page.lines
        for kind in DATING:
            for place in range(segment.start, segment.end):
                line = lines[place]
                if line.kind is kind and (place < segment.body or kind is Kind.SIGNED):
                    if kind is Kind.DATE and not _of_post(lines, segment, place):
                        continue
                    if dated := self._read(line, order):  # "Posted" may stand alone.
                        return dated
        return None

    def _read(self, line: Line, order: bool | None) -> Dated | None:
        text: str = line.text.replace(line.name, " ", 1) if line.name else line.text
        text = ORDINAL.sub(" ", text)
        return read_date(text, captured=self.document.captured, day_first=order)

    def _edited(self, lines: Sequence[Line], order: bool | None) -> datetime | None:
        for line in lines:
            if line.kind is Kind.EDITED:
                dated = read_date(line.text, captured=self.document.captured, day_first=order)
                if dated:
                    return dated.value
        return None


def _unlisted(segment: Segment, lines: Sequence[Line]) -> Sequence[Line]:
    """*lines* of *segment* without the bullet that made it an item of a list: nobody wrote it."""
    if segment.why != "bullet" or not lines:
        return lines
    return [replace(lines[0], raw=lines[0].text), *lines[1:]]


def _of_post(lines: Sequence[Line], segment: Segment, place: int) -> bool:
    """Whether the date at *place* of a header is the post's: a mere day may be when its author
    joined, unless it opens the header, stands below "Posted" or beside the number of the post."""
    text = lines[place].text
    said = any(word in POSTED and len(word) > 3 for word in tokens(fold(text)))
    if CLOCK.search(text) or lines[place].key or said:
        return True
    filled = [
        number
        for number in range(segment.start, segment.body)
        if lines[number].kind is not Kind.BLANK
    ]
    at = filled.index(place)
    beside = [lines[number].kind for number in filled[max(0, at - 1) : at + 2]]
    above = lines[filled[at - 1]]
    posted = above.kind is Kind.DATE and not any(map(str.isdigit, above.text))
    return at == 0 or posted or Kind.ORDINAL in beside or Kind.BYLINE in beside


def _ordinal(lines: Sequence[Line], segment: Segment) -> str:
    """The number that the header or the footer of a post states, "" for none."""
    for place in chain(
        range(segment.start, segment.body), range(segment.end - 1, segment.body, -1)
    ):
        line = lines[place]
        if line.kind in NUMBERING and line.key.isdecimal():
            return line.key
    return ""
