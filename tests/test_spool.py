"""Parts and authors on their way: grouped by thread, and known by one id."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from threadsite.conversion.spool import Spool
from threadsite.model import Author, Post, Source, Thread


def part(thread: str, *authors: Author, forum: str = "kiln.example", year: int = 2009) -> Thread:
    created = datetime(year, 3, 12, tzinfo=UTC)
    posts = tuple(Post(str(n), author, "Words.", created) for n, author in enumerate(authors))
    return Thread(thread, "Kiln", posts, forum)


MAUD = Author("12", "Maud")
NAMED = Author("name:Maud", "Maud")


def test_parts_come_back_by_thread_in_their_order() -> None:
    with Spool() as spool:
        one, two, other = part("7", MAUD), part("7", NAMED), part("8", MAUD)
        for given in (one, other, two):
            spool.add(given)

        assert list(spool.threads()) == [[one, two], [other]]


def test_an_author_who_is_only_named_takes_the_one_id_of_that_name() -> None:
    with Spool() as spool:
        spool.add(part("7", MAUD))
        spool.add(part("8", NAMED))

        assert [post.author for post in spool.identified(part("8", NAMED)).posts] == [MAUD]
        assert [author.id for _, author, _ in spool.authors()] == ["12"]


def test_nobody_is_joined_where_two_ids_bore_the_name_or_the_forum_is_another() -> None:
    with Spool() as spool:
        spool.add(part("7", MAUD, Author("13", "Maud")))
        spool.add(part("8", Author("14", "Ruben"), forum="wheel.example"))
        ruben = Author("name:Ruben", "Ruben")

        found = spool.identified(part("9", NAMED, ruben)).posts

        assert [post.author for post in found] == [NAMED, ruben]


def test_guests_and_inferred_authors_stay_apart() -> None:
    others = (Author("guest:Maud", "Maud", guest=True), replace(NAMED, inferred=True))
    with Spool() as spool:
        spool.add(part("7", MAUD, *others))

        found = spool.identified(part("7", *others)).posts

        assert tuple(post.author for post in found) == others
        assert {author.id for _, author, _ in spool.authors()} == {"12", "guest:Maud", "name:Maud"}


def test_a_rename_is_an_alias_and_the_newest_name_is_the_name() -> None:
    with Spool() as spool:
        spool.add(part("7", replace(MAUD, name="maud_k"), year=2005))
        spool.add(part("8", MAUD, year=2011))

        assert list(spool.authors()) == [("kiln.example", MAUD, ("maud_k",))]


def test_a_name_is_as_new_as_the_capture_that_shows_it() -> None:
    def captured(thread: Thread, year: int) -> Thread:
        source = Source("d", "p.html", "phpbb3", datetime(year, 1, 1, tzinfo=UTC))
        return replace(thread, posts=tuple(replace(p, source=source) for p in thread.posts))

    with Spool() as spool:
        spool.add(captured(part("7", replace(MAUD, name="maud_k"), year=2009), 2010))
        spool.add(captured(part("8", MAUD, year=2003), 2012))

        assert list(spool.authors()) == [("kiln.example", MAUD, ("maud_k",))]
