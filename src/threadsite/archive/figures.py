"""An archive summed up: its figures, its dumps, its boards and its topics."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from msgspec.structs import replace

from threadsite.archive.shapes import date, texts
from threadsite.archive.tables import GAPPY
from threadsite.rows import BoardRow, SourceRow, Stats, TopicRow
from threadsite.stamps import stamp

COUNTS = """
SELECT count(*), total(posts), count(*) FILTER (WHERE board IS NULL), count(gap),
  total(undated), min(first), max(last) FROM thread
"""
PEOPLE = "SELECT count(*), total(inferred), count(*) FILTER (WHERE name IS NULL) FROM author"
ENGINES = "SELECT engine, sum(posts) FROM document GROUP BY engine ORDER BY 2 DESC, 1"
DUMPS = "SELECT dump, sum(posts) FROM document GROUP BY dump ORDER BY 2 DESC, 1"
SOURCES = """
SELECT dump, count(DISTINCT name), sum(posts), json_group_array(DISTINCT engine),
  min(captured), max(captured) FROM document GROUP BY dump ORDER BY dump
"""
BOARDS = """
SELECT b.key, b.path, coalesce(a.description, ''),
  count(t.id), coalesce(sum(t.posts), 0), min(t.first), max(t.last)
FROM board AS b LEFT JOIN about AS a USING (path) LEFT JOIN thread AS t ON t.board = b.path
GROUP BY b.path
"""
TAGS = """
SELECT g.key, g.name, count(*), coalesce(sum(t.posts), 0)
FROM tag AS g JOIN tagged AS d ON d.tag = g.folded JOIN thread AS t ON t.id = d.thread
GROUP BY g.folded ORDER BY g.folded
"""


def stats(db: sqlite3.Connection) -> Stats:
    """The archive in figures."""
    threads, posts, boardless, partial, undated, first, last = db.execute(COUNTS).fetchone()
    authors, inferred, unnamed = db.execute(PEOPLE).fetchone()
    (gappy,) = db.execute(f"SELECT count(*) FROM thread AS t WHERE {GAPPY}").fetchone()  # noqa: S608
    (boards,) = db.execute("SELECT count(*) FROM board").fetchone()
    return Stats(
        threads=threads,
        posts=int(posts),
        authors=authors,
        boards=boards,
        topics=len(topics(db, tree(db))),
        first=date(first),
        last=date(last),
        engines=tuple(db.execute(ENGINES)),
        dumps=tuple(db.execute(DUMPS)),
        undated=int(undated),
        inferred_authors=int(inferred),
        unnamed=unnamed,
        partial=partial,
        gappy=gappy,
        boardless=boardless,
    )


def sources(db: sqlite3.Connection) -> tuple[SourceRow, ...]:
    """The dumps, by name."""
    return tuple(
        SourceRow(dump, documents, posts, tuple(sorted(texts(engines))), date(first), date(last))
        for dump, documents, posts, engines, first, last in db.execute(SOURCES)
    )


def topics(db: sqlite3.Connection, boards: tuple[BoardRow, ...]) -> tuple[TopicRow, ...]:
    """The tags by name; when there is none, those of *boards* that hold threads."""
    tags = tuple(
        TopicRow(key, name, "tag", threads, posts) for key, name, threads, posts in db.execute(TAGS)
    )
    return tags or tuple(_topic(board) for board in flat(boards) if board.own)


def tree(db: sqlite3.Connection) -> tuple[BoardRow, ...]:
    """The outermost boards, each with those inside it, by title."""
    inside: defaultdict[tuple[str, ...], list[BoardRow]] = defaultdict(list)
    rows = (
        BoardRow(
            key, titles := texts(path), titles[-1], own, posts, date(first), date(last), own, about
        )
        for key, path, about, own, posts, first, last in db.execute(BOARDS)
    )
    for board in sorted(rows, key=lambda board: (-len(board.path), _by_title(board))):
        children = tuple(inside.pop(board.path, ()))
        inside[board.path[:-1]].append(_with(board, children))
    return tuple(inside[()])


def flat(boards: tuple[BoardRow, ...]) -> tuple[BoardRow, ...]:
    """All of *boards* and all those inside them, each before its own."""
    return tuple(found for board in boards for found in (board, *flat(board.children)))


def _by_title(board: BoardRow) -> tuple[str, tuple[str, ...]]:
    return board.title.casefold(), board.path


def _with(board: BoardRow, children: tuple[BoardRow, ...]) -> BoardRow:
    both = (board, *children)
    return replace(
        board,
        threads=sum(row.threads for row in both),
        posts=sum(row.posts for row in both),
        first=min((row.first for row in both if row.first), key=stamp, default=None),
        last=max((row.last for row in both if row.last), key=stamp, default=None),
        children=children,
    )


def _topic(board: BoardRow) -> TopicRow:
    posts = board.posts - sum(child.posts for child in board.children)
    return TopicRow(board.key, " › ".join(board.path), "board", board.own, posts)
