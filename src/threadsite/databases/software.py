"""What there is to say of the database of a forum software: tables, columns, and questions to them.

A column that stands in no table here is never loaded: no e-mail or IP address, no password, no
session, no private message.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

HIDDEN = "in a board that guests may not read"
MEMBERS = "in a forum that only members may read"
LOCKED = "in a board with a password"
DELETED = "deleted by the forum"
UNAPPROVED = "not approved"
VEILED = "hidden by the forum"
MOVED = "stand-ins for moved threads"
UNTOLD = "in a board of which the dump does not tell who may read it"
CUT = "of threads or boards that are cut off, which may be private"
NOTICES = "notices of the forum, not posts"
SECONDS = "CAST(strftime('%s', {}) AS INTEGER)"
"""Of a date and time in UTC, since 1970."""
DRAFT = "drafts"
PRIVATE = "private messages"


@dataclass(frozen=True)
class Table:
    """A table, with the columns of it that are loaded; one that a dump lacks is empty. Names of
    columns are written with spaces between."""

    name: str
    """Behind whatever prefix the forum has."""
    needs: str
    """Columns without which a table of this name is another software's."""
    numbers: str = ""
    texts: str = ""
    flags: str = ""
    """Columns of which only this is loaded: whether anything stands there."""
    key: bool = False
    """The first of `numbers` is counted up by the database, where the dump does not say it."""
    index: str = ""
    only: tuple[str, str] | None = None
    """A column, and the pattern of its values in the rows that are loaded."""
    counted: str = ""
    """Rows, those of `only`, are never loaded, but counted as left out, for this reason."""

    @cached_property
    def columns(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """The numbers, the texts and the flags."""
        return tuple(self.numbers.split()), tuple(self.texts.split()), tuple(self.flags.split())

    @property
    def names(self) -> tuple[str, ...]:
        """All columns that are loaded."""
        return sum(self.columns, ())


@dataclass(frozen=True, slots=True, eq=False)
class Software:
    """Forum software, as its database shows it. The questions are SQL over the tables; those with
    `:thread` are asked of each thread."""

    name: str
    tables: tuple[Table, ...]
    essential: str
    """The table without which there is nothing to read."""
    boards: str
    """id, title, description, parent; mark, where descriptions have one, or 'bbcode'; shut: why
    nobody may read in it nor in the boards within it, '' or NULL if nothing keeps anybody from it.
    Boards, threads and posts: place, the address below the forum's, where ids do not make it."""
    threads: str
    """id, board (NULL: in all boards), title, shut (NULL: all may read it), locked, sticky, views,
    replies, prefix."""
    orphans: str
    """The same of threads that only posts tell of: id, board, title, shut."""
    posts: str
    """id, author, name, title, guest, created, edited, body, mark, reply_to, shut; subject, where
    posts have titles; likes, where they are counted; profile, the place of the author."""
    files: str = ""
    """post, id, name; stored, the name on the forum's disk."""
    poll: str = ""
    """question, voters."""
    choices: str = ""
    """text, votes."""
    separator: str = ""
    """What stands between the choices, and between their votes, where one text holds all."""
    tags: str = ""
    """tag."""
    address: str = ""
    """Where the forum was."""
    gate: str = ""
    """The table that says what guests may read at all; without it, boards pass as open."""
    escaped: bool = False
    """Titles and names are kept with the entities of HTML."""
    markup: str = "bbcode"
    """How bodies are kept: a name that the engine knows."""
    urls: Mapping[str, str] | None = None
    """The addresses of a thread, a post, a board, an author and a file, below the forum's."""
