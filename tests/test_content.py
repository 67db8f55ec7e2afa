"""The content format: what is written is read back whole, and what a person wrote is told apart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadsite import content
from threadsite.content import AuthorPage
from threadsite.decoding import clean
from threadsite.errors import ContentError
from threadsite.model import Attachment, Author, Choice, Poll, Post, Quote, Reaction, Source, Thread

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=60).map(clean)
ids = words.filter(bool)
lines = st.sampled_from(["+++", "\\+++", "\\\\+++", "+++ ", "", "a", "++++", '+++x = "', "```"])
bodies = words | st.lists(lines, max_size=8).map("\n".join)
zones = st.none() | st.integers(-720, 720).map(lambda m: timezone(timedelta(minutes=m)))
times = st.none() | st.datetimes(timezones=zones)
counts = st.none() | st.integers(0, 2**31)
sources = st.none() | st.builds(Source, ids, ids, ids, times)
authors = st.builds(
    Author, ids, st.none() | words, st.none() | words, st.none() | words, st.none() | words
)
posts = st.builds(
    Post,
    id=ids,
    author=authors,
    body=bodies,
    created=times,
    created_inferred=st.booleans(),
    edited=times,
    reply_to=st.none() | words,
    position=counts,
    quotes=st.lists(st.builds(Quote, st.none() | words, st.none() | words, st.booleans())).map(
        tuple
    ),
    attachments=st.lists(st.builds(Attachment, words, st.none() | words)).map(tuple),
    reactions=st.lists(st.builds(Reaction, words, st.integers(0, 99))).map(tuple),
    signature=bodies,
    title=st.none() | words,
    source=sources,
    offset=counts,
    confidence=st.none() | st.floats(0, 1),
)
polls = st.builds(Poll, words, st.lists(st.builds(Choice, words, counts)).map(tuple), counts)
threads = st.builds(
    Thread,
    id=ids,
    title=words,
    posts=st.lists(posts, max_size=4).map(tuple),
    forum=words,
    board=st.lists(words, max_size=3).map(tuple),
    tags=st.lists(words, max_size=3).map(tuple),
    url=st.none() | words,
    poll=st.none() | polls,
    locked=st.booleans(),
    sticky=st.booleans(),
    views=counts,
    replies=counts,
    pages_seen=st.lists(st.integers(1, 99), max_size=3).map(tuple),
    pages=counts,
)


@given(threads)
def test_a_thread_is_read_as_it_was_written(thread: Thread) -> None:
    assert content.load(content.dump(thread)) == thread


@given(threads)
def test_what_was_written_counts_as_unedited(thread: Thread) -> None:
    text = content.dump(thread)

    assert not content.edited(text)
    assert content.edited(text + "A line more.\n")


@given(st.builds(AuthorPage, authors, words, st.lists(words).map(tuple), bodies))
def test_an_author_is_read_as_it_was_written(page: AuthorPage) -> None:
    assert content.load_author(content.dump_author(page)) == page


def test_a_file_saved_on_windows_is_the_same_thread() -> None:
    text = content.dump(thread_of("one\ntwo"))

    assert content.load(text.replace("\n", "\r\n")) == thread_of("one\ntwo")
    assert not content.edited(text.replace("\n", "\r\n"))


def test_a_post_reads_well() -> None:
    text = content.dump(thread_of("Glaze first.\n\n+++\n\nThen fire."))

    assert text.partition("+++\n\n")[2] == (
        '+++\npost = "7"\nauthor = "Maud"\nauthor_id = "12"\n'
        "created = 2009-03-12T18:04:00+00:00\n+++\n\nGlaze first.\n\n\\+++\n\nThen fire.\n"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hello\n", "x.md:1: a content file begins with a line `+++`"),
        ('+++\nid = "1"\n', "x.md:1: this header has no closing `+++`"),
        ('+++\nid = "1"\ntilte = "x"\n+++\n', 'x.md:3: unknown key "tilte"; did you mean "title"?'),
        ('+++\nid = "1"\ntitle = 3\n+++\n', "x.md:3: title: Expected `str`, got `int`"),
        ('+++\nid = "1"\n+++\n', "x.md:2: Object missing required field `title`"),
        ('+++\nid = "1"\ntitle = oops\n+++\n', "x.md:3: Invalid value"),
        (
            '+++\nid = "1"\ntitle = ""\n+++\n\n+++\npost = "1"\nauthor_id = "1"\nsource = 4\n+++\n',
            "x.md:9: source 4, the thread has 0",
        ),
    ],
)
def test_a_wrong_file_is_named_with_its_line(text: str, said: str) -> None:
    with pytest.raises(ContentError) as caught:
        content.load(text, "x.md")

    assert str(caught.value).startswith(said)


def test_the_header_is_read_without_the_posts(tmp_path: Path) -> None:
    path = tmp_path / "7-kiln.md"
    path.write_text(content.dump(thread_of("x")), encoding="utf-8")

    assert content.read_header(path).title == "Kiln"


def thread_of(body: str) -> Thread:
    created = datetime(2009, 3, 12, 18, 4, tzinfo=UTC)
    return Thread("7", "Kiln", (Post("7", Author("12", "Maud"), body, created),))


def test_a_quote_of_nobody_known_is_written_without_a_gap() -> None:
    thread = Thread("7", "Kiln", (Post("1", Author("1", "Maud"), "> A", quotes=(Quote(),)),))

    assert "quotes = [\n  {},\n]\n" in content.dump(thread)
    assert content.load(content.dump(thread)) == thread
