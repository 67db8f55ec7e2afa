"""Stack Exchange's data dump: `Posts.xml`, with the names from `Users.xml` beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from threadsite.dates import parse_date
from threadsite.document import Document, parse_html
from threadsite.engines.chats import part
from threadsite.engines.engine import Part
from threadsite.engines.xmltext import elements
from threadsite.markup.html import Dialect, read_html
from threadsite.markup.lines import line
from threadsite.markup.words import quotes
from threadsite.markup.writer import write
from threadsite.model import Author, Post, Thread

QUESTION, ANSWER = "1", "2"
"""Types of posts; the others are texts about tags and moderators."""
TAG = re.compile(r"[^<>|]{1,60}")
OTHERS = "wikis of tags and other texts of the site, not posts"
USERS = "users.xml"

Row = Mapping[str, str]


class StackExchangeXml:
    """Each question with its answers, in the order of their numbers."""

    name = "stackexchange-xml"

    def __init__(self, names: Mapping[str, str] | None = None) -> None:
        self._names = names or {}

    def identify(self, document: Document) -> bool:
        """Whether *document* is the posts of a site."""
        head = document.text[:8_000]
        return "<posts>" in head and "<row " in head and "PostTypeId=" in head

    def surveyed(self, documents: Iterable[Document]) -> StackExchangeXml:
        """This engine, knowing the names in `Users.xml`; no other field of it is looked at."""
        names = {
            row.get("Id", ""): line(row.get("DisplayName", ""))
            for document in documents
            if (document.whole or document.name).rpartition("/")[2].lower() == USERS
            for row in elements(document, "row")
        }
        return StackExchangeXml(names)

    def extract(self, document: Document) -> Iterator[Part]:
        """The questions; an answer whose question is lost stands in a thread of its number."""
        threads: dict[str, list[Row]] = {}
        others = 0
        for element in elements(document, "row"):
            row = {str(name): str(value) for name, value in element.attrib.items()}
            kind = row.get("PostTypeId")
            asked = row.get("Id") if kind == QUESTION else row.get("ParentId")
            if kind in (QUESTION, ANSWER) and asked and row.get("Id"):
                threads.setdefault(asked, []).append(row)
            else:
                others += 1
        left_out = ((OTHERS, others),) if others else ()
        for asked, rows in threads.items():
            thread = part(self._thread(asked, rows), document, self.name).thread
            yield Part(thread, left_out=left_out)
            left_out = ()

    def _thread(self, asked: str, rows: Sequence[Row]) -> Thread:
        rows = sorted(rows, key=lambda row: (row["Id"] != asked, _number(row["Id"])))
        first = rows[0] if rows[0]["Id"] == asked else {}
        return Thread(
            id=asked,
            title=line(first.get("Title", "")) or f"#{asked}",
            posts=tuple(self._post(row) for row in rows),
            tags=tuple(TAG.findall(first.get("Tags", ""))),
            locked="ClosedDate" in first,
            views=_number(first.get("ViewCount")) or None,
            replies=_number(first["AnswerCount"]) if "AnswerCount" in first else None,
        )

    def _post(self, row: Row) -> Post:
        blocks = read_html(parse_html(row.get("Body", ""))[0], Dialect())
        return Post(
            id=row["Id"],
            author=self._author(row),
            body=write(blocks),
            created=parse_date(row.get("CreationDate", "")),
            edited=parse_date(row.get("LastEditDate", "")),
            reply_to=row.get("ParentId"),
            quotes=quotes(blocks),
        )

    def _author(self, row: Row) -> Author:
        id_, stated = row.get("OwnerUserId", ""), line(row.get("OwnerDisplayName", ""))
        if id_:
            return Author(id_, self._names.get(id_) or stated or None)
        # Whose account is gone has left a name.
        return Author(
            f"guest:{stated}" if stated else "inferred:nobody",
            stated or None,
            inferred=not stated,
            guest=bool(stated),
        )


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else 0
