"""Parts of a thread become one thread: each post once, in order, at its most complete."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from threadsite.conversion.collate import join
from threadsite.model import Author, Post, Source, Thread

MAUD = Author("12", "Maud")


def post(number: int, body: str = "Words.", **fields: object) -> Post:
    return replace(Post(str(number), MAUD, body), **fields)  # type: ignore[arg-type]  # any field


def page(*numbers: int, **fields: object) -> Thread:
    part = Thread("7", "Kiln", tuple(post(n) for n in numbers))
    return replace(part, **fields)  # type: ignore[arg-type]  # any field


def ids(thread: Thread) -> list[str]:
    return [post.id for post in thread.posts]


def test_pages_are_put_in_order_of_their_numbers() -> None:
    joined = join([page(30, 31, pages_seen=(2,)), page(90, 20, pages_seen=(1,))])

    assert ids(joined.thread) == ["90", "20", "30", "31"]
    assert joined.thread.pages_seen == (1, 2)


def test_a_view_that_overlaps_adds_nothing_twice() -> None:
    joined = join([page(1, 2, 3, pages_seen=(1,)), page(3, pages_seen=(1,))])

    assert ids(joined.thread) == ["1", "2", "3"]
    assert joined.duplicates == 1


def test_parts_without_page_numbers_go_by_date_then_by_id() -> None:
    late = replace(page(5), posts=(post(5, created=datetime(2009, 5, 1, tzinfo=UTC)),))
    early = replace(page(9), posts=(post(9, created=datetime(2009, 4, 1)),))

    assert ids(join([late, early]).thread) == ["9", "5"]
    assert ids(join([page(20, 3), page(10, 11)]).thread) == ["10", "11", "20", "3"]


def test_times_at_the_end_of_all_times_are_put_in_order() -> None:
    times = ("9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00")
    last, first = (post(n, created=datetime.fromisoformat(time)) for n, time in enumerate(times))

    assert ids(join([page(posts=(last,)), page(posts=(first,))]).thread) == ["1", "0"]


def test_numbers_of_any_length_are_put_in_order() -> None:
    parts = [
        Thread("7", "Kiln", (Post(digits, MAUD, "Words."),))
        for digits in ("1" + "0" * 5_000, "9" * 5_000)
    ]

    assert [id_[0] for id_ in ids(join(parts).thread)] == ["9", "1"]


def test_the_forums_own_numbers_decide_where_all_posts_have_them() -> None:
    part = replace(page(), posts=(post(8, position=2), post(9, position=1)))

    assert ids(join([part]).thread) == ["9", "8"]


def test_the_more_complete_reading_of_a_post_wins_and_takes_what_it_lacks() -> None:
    early = Source("a", "x", "xenforo2", datetime(2010, 1, 1, tzinfo=UTC))
    late = Source("b", "y", "xenforo2", datetime(2012, 1, 1, tzinfo=UTC))
    first = post(1, "As written at first.", source=early, url="https://forum.example/p/1")
    second = post(1, "As edited.", source=late)

    joined = join([replace(page(), posts=(first,)), replace(page(), posts=(second,))])

    assert joined.thread.posts == (replace(second, url=first.url, versions=2),)


def test_texts_of_captures_are_counted_and_the_last_edit_is_kept() -> None:
    bodies = {2010: "Cone 6.", 2012: "Cone 7.", 2013: "**Cone** 7.", 2011: "", 2014: "Cone 8."}
    parts = [
        replace(
            page(),
            posts=(
                post(
                    1,
                    body,
                    source=Source("a", str(year), "xenforo2", datetime(year, 1, 1, tzinfo=UTC)),
                    edited=datetime(2012, 5, 1) if year == 2013 else None,
                ),
            ),
        )
        for year, body in bodies.items()
    ]

    (joined,) = join(parts).thread.posts

    assert (joined.body, joined.versions, joined.edited) == ("Cone 8.", 3, datetime(2012, 5, 1))
    assert join([replace(page(), posts=(joined,)), parts[0]]).thread.posts == (joined,)


def test_two_views_in_one_capture_are_one_text() -> None:
    views = [
        replace(page(), posts=(post(1, body, source=Source("a", name, "phpbb3")),))
        for name, body in (("thread", "Cone 6."), ("print", "Cone 6 (attached)."))
    ]

    assert join(views).thread.posts[0].versions == 1


def test_an_empty_reading_never_wins() -> None:
    whole, empty = replace(page(), posts=(post(1),)), replace(page(), posts=(post(1, ""),))

    assert join([whole, empty]).thread == join([empty, whole]).thread == whole


def test_two_posts_with_one_id_on_one_page_are_both_kept() -> None:
    part = replace(page(), posts=(post(1, "One."), post(1, "Another."), post(1, "Another.")))

    joined = join([part, part])

    assert [p.body for p in joined.thread.posts] == ["One.", "Another."]
    assert joined.duplicates == 4


def test_two_posts_that_share_no_more_than_their_number_are_both_kept() -> None:
    bo = post(1, "Other words.", author=Author("3", "Bo"), created=datetime(2011, 1, 1))
    first = page(posts=(post(1, created=datetime(2009, 4, 1)), post(2)))
    parts = [first, page(posts=(bo,)), page(posts=(bo,))]

    joined = join(parts)

    assert [one.body for one in joined.thread.posts] == ["Words.", "Words.", "Other words."]
    assert joined.duplicates == 1
    assert join([joined.thread, *parts]).thread.posts == joined.thread.posts
    renamed = replace(bo, author=Author("3", "Bob"))
    assert len(join([page(posts=(bo,)), page(posts=(renamed,))]).thread.posts) == 1


def test_what_only_a_later_page_says_of_the_thread_is_kept() -> None:
    first = page(1, pages_seen=(1,), tags=("glaze",), replies=3)
    second = page(2, pages_seen=(2,), board=("Clay", "Kilns"), tags=("fire",), pages=2, locked=True)

    thread = join([first, second]).thread

    assert (thread.board, thread.tags) == (("Clay", "Kilns"), ("glaze", "fire"))
    assert (thread.replies, thread.pages, thread.locked) == (3, 2, True)


numbers = st.lists(st.integers(1, 9), max_size=5)


@given(st.lists(numbers, min_size=1, max_size=4))
def test_no_post_is_lost_and_joining_again_changes_nothing(pages: list[list[int]]) -> None:
    parts = [page(*found) for found in pages]

    joined = join(parts)

    assert set(ids(joined.thread)) == {str(n) for found in pages for n in found}
    assert len(joined.thread.posts) + joined.duplicates == sum(map(len, pages))
    assert join([joined.thread]).thread == joined.thread
    assert join([joined.thread, *parts]).thread.posts == joined.thread.posts or any(
        p.posts == () for p in parts
    )


def test_a_list_of_threads_says_what_the_pages_do_not() -> None:
    row = Thread("7", "Kiln, cut", views=90, replies=4, sticky=True, board=("Clay",))

    joined = join([row, page(1, 2, url="https://clay.example/t/7")])

    assert ids(joined.thread) == ["1", "2"]
    assert (joined.thread.title, joined.thread.views, joined.thread.sticky) == ("Kiln", 90, True)


def test_lists_alone_give_a_thread_without_posts() -> None:
    assert join([page(views=3), page(views=5)]).thread == page(views=5)


def test_a_post_without_a_number_is_the_one_that_another_part_numbers() -> None:
    at = datetime(2009, 5, 1, 10, 3)
    numbered = page(pages_seen=(1,), posts=(post(1, created=at), post(2, "Same here.")))
    nobody = Author("name:Maud", "Maud")
    printed = [
        Post("unnumbered-a", nobody, "Words.", created=at),
        Post("unnumbered-b", nobody, "Same *here*.", created=at.replace(tzinfo=UTC)),
        Post("unnumbered-c", nobody, "Only in print.", created=at),
    ]

    joined = join([page(pages_seen=(1,), posts=tuple(printed)), numbered])

    assert ids(joined.thread) == ["1", "2", "unnumbered-c"]
    assert [post.author for post in joined.thread.posts] == [MAUD, MAUD, nobody]
    assert joined.duplicates == 2


def test_a_post_without_a_number_that_may_be_several_stays_by_itself() -> None:
    numbered = page(1, 2)
    printed = Post("unnumbered-a", Author("name:Maud", "Maud"), "Words.")

    assert ids(join([numbered, replace(page(), posts=(printed,))]).thread) == [
        "1",
        "2",
        "unnumbered-a",
    ]
