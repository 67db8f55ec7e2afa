"""forum-dl: boards, threads and posts of any forum as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from threadsite.dates import parse_date
from threadsite.document import Document
from threadsite.engines.bodies import read_body, software
from threadsite.engines.chats import losses, part
from threadsite.engines.engine import Part
from threadsite.engines.mail.quoting import read_quoted
from threadsite.engines.values import Json, moment, objects, of, raw, text, texts
from threadsite.installs import forum
from threadsite.markup.words import quotes
from threadsite.markup.writer import write
from threadsite.model import Author, Post, Thread

GENERATOR = '"generator": "forum-dl"'
LETTERS = frozenset(("hyperkitty", "pipermail", "hypermail"))
"""Extractors whose bodies are plain text."""

Path = tuple[str, ...]


class ForumDl:
    """The threads of a crawl; titles and boards where the crawl wrote them, too."""

    name = "forum-dl"

    def identify(self, document: Document) -> bool:
        """Whether *document* was written by forum-dl."""
        head = document.text[:2_000].replace('":"', '": "')
        return document.kind == "json" and GENERATOR in head

    def extract(self, document: Document) -> Iterator[Part]:
        """The threads."""
        value = document.json
        titles: dict[tuple[str, Path], Json] = {}
        posts: dict[Path, list[Json]] = {}
        for entry in objects([value] if isinstance(value, dict) else value):
            item, kind = of(entry, "item"), raw(entry, "type")
            path = texts(item.get("path"))
            if kind == "post" and path:
                posts.setdefault(path, []).append(entry)
            elif kind in ("thread", "board"):
                titles[kind, path] = item
        problems = losses(document)
        for path, entries in posts.items():
            thread = part(_thread(path, entries, titles), document, self.name).thread
            yield Part(thread, problems=problems)
            problems = ()


def _thread(path: Path, entries: Sequence[Json], titles: dict[tuple[str, Path], Json]) -> Thread:
    stated = titles.get(("thread", path), {})
    boards = (titles.get(("board", path[:n]), {}) for n in range(1, len(path)))
    url = raw(stated, "url") or raw(of(entries[0], "item"), "origin")
    return Thread(
        id=path[-1],
        title=text(stated, "title") or f"#{path[-1]}",
        posts=tuple(map(_post, entries)),
        forum=forum(url),
        board=tuple(name for board in boards if (name := text(board, "title"))),
        url=url if url.startswith(("http:", "https:")) else None,
    )


def _post(entry: Json) -> Post:
    item, extractor = of(entry, "item"), raw(entry, "extractor")
    path, below = texts(item.get("path")), texts(item.get("subpath"))
    url, content = raw(item, "url"), raw(item, "content")
    if extractor in LETTERS:
        blocks = read_quoted(content)
    else:
        blocks = read_body(content, software(extractor, url), url or None)
    name = text(item, "author")
    captured = moment(entry, "download_time")
    return Post(
        id=(below or path)[-1],
        author=Author(f"name:{name}" if name else "inferred:nobody", name, inferred=not name),
        body=write(blocks),
        created=parse_date(raw(item, "creation_time"), captured=captured),
        url=url if url.startswith(("http:", "https:")) else None,
        reply_to=below[-2] if len(below) > 1 else None,
        quotes=quotes(blocks),
    )
