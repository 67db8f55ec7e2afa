"""Flattened text: a page of a thread that an extractor reduced to its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import ClassVar

from threadsite.document import Document
from threadsite.engines.engine import Part
from threadsite.engines.text.page import Page, read_page
from threadsite.engines.text.posts import ENGINE, Reader
from threadsite.engines.text.recurring import NOTHING, Recurring, Survey
from threadsite.engines.text.trails import find_boards
from threadsite.model import Thread

SAYING = 12
"""Characters of a line that may say something, in scripts without spaces too."""
MARKUP = re.compile(rb"\s*[<{]")
"""How a document begins that need not be decoded to tell that it is no text."""


@dataclass(frozen=True, slots=True)
class FlattenedText:
    """A thread of any forum, as plain text of which much is lost."""

    known: Recurring = NOTHING
    """Lines that the pages of the dump have in common."""
    name: ClassVar[str] = ENGINE

    def identify(self, document: Document) -> bool:
        """Whether *document* is text in which somebody says something."""
        if document.kind != "text":
            return False
        return any(len(line.strip()) >= SAYING for line in document.text.split("\n"))

    def surveyed(self, documents: Iterable[Document]) -> FlattenedText:
        """This engine, knowing the lines that the texts among *documents* have in common."""
        survey = Survey()
        for document in documents:
            if not MARKUP.match(document.data) and self.identify(document):
                survey.add(document.text)
        return FlattenedText(survey.recurring())

    def extract(self, document: Document) -> Iterator[Part]:
        """The one thread of *document*."""
        page = read_page(document.text, self.known)
        reader = Reader(page, document)
        posts = tuple(reader.posts())
        if not posts:
            return
        stem = PurePosixPath(document.name).stem
        thread = Thread(
            stem,
            page.title_text or stem,
            posts,
            forum=document.dump,
            board=find_boards(page.lines[: page.segments[0].start], page.title),
            url=document.url,
        )
        yield Part(
            thread,
            confidence=min(post.confidence or 0.0 for post in posts),
            chrome=tuple(_chrome(page)),
            line_roles=tuple(page.roles),
        )


def _chrome(page: Page) -> Iterator[str]:
    for line, role in zip(page.lines, page.roles, strict=True):
        if role and role[1] == "C":
            yield line.raw.strip()
