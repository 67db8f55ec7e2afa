"""Headers of flattened text that stand in two halves, with links and buttons between."""

from __future__ import annotations

import pytest
from flattened import read

from threadsite.engines.engine import Part

SAID = (
    ("Maud", "The north wall of the mill has moved again since the frost came."),
    ("Juno Reed", "A prop of oak would hold it until the spring at the very least."),
    ("Odo", "Nobody has a prop of that length but the carpenter in the lane."),
    ("Maud", "Then the carpenter shall have his price, and the mill its prop."),
)


def parts(form: str) -> Part:
    """A page of posts, each written in *form*."""
    written = (
        form.format(name=name, words=words, number=number)
        for number, (name, words) in enumerate(SAID, 1)
    )
    return read("The north wall leans\n\n" + "\n".join(written))


@pytest.mark.parametrize(
    "form",
    [
        "{name}\nMiller\n\nJoin Date: Jun 2016\nPosts: 93\n\nShare\nTweet\n\n#{number}\n"
        "04-1{number}-2017, 05:46 PM\n{words}\n\nComment\n\nPost Cancel\n",
        "{name}\n\nMiller\n\nJoin Date:\n\nJun 2016\n\nPosts:\n\n93\n\nShare\n\n\nTweet\n\n\n"
        "#{number}\n\n04-1{number}-2017, 05:46 PM\n\n{words}\n\nComment\n",
        "{name}\nMiller\n• Jun 2016\n• {number}53\n• Share\n• Tweet\n#{number}\n\n"
        "04-1{number}-2017, 05:46 PM\n{words}\n\nComment\n",
    ],
    ids=["close", "apart", "without labels"],
)
def test_a_profile_and_the_heading_below_its_buttons_are_one_header(form: str) -> None:
    posts = parts(form).thread.posts

    assert [(post.author.name, post.body.strip()) for post in posts] == list(SAID)
    assert not any(post.author.inferred for post in posts)
    assert [post.created.day for post in posts if post.created] == [11, 12, 13, 14]


def test_a_date_above_the_profiles_of_all_posts_makes_none_stand_below_its_post() -> None:
    form = (
        "{name}\n\nMembers\n\n\n2,80{number} posts\n\nLocation:\n\nThe lane\n\n"
        "Posted April {number}, 2017\n\n{words}\n\nQuote\n"
    )
    head = "By Maud\n\nApril 1, 2017\n\nin Mills\n\nShare\n\n"
    written = "\n".join(
        form.format(name=name, words=words, number=number)
        for number, (name, words) in enumerate(SAID, 1)
    )

    thread = read(head + written).thread

    assert [post.body.strip() for post in thread.posts][-3:] == [words for _, words in SAID[1:]]
    assert [post.author.name for post in thread.posts][-3:] == [name for name, _ in SAID[1:]]


def test_what_may_follow_the_name_of_a_profile_may_be_a_sentence() -> None:
    form = (
        "{name}\n\nMembers\n\n8.{number}k posts\n20 Solutions\n\nAbout me:\n"
        "Mills lean, and so do I, I fear.\n\n{name} Members\n\nApril 1{number}, 2017\n\n"
        "{words}\n\nQuote\n"
    )

    posts = parts(form).thread.posts

    assert [(post.author.name, post.body.strip()) for post in posts] == list(SAID)


@pytest.mark.parametrize("below", ["•\n•\n•\n", "{name}M 1 Reply Last reply Reply Quote\n•\n"])
def test_bullets_without_words_and_counts_of_replies_belong_to_the_post_above(below: str) -> None:
    form = f"\n{{name}}\n1{{number}} Apr 2017, 17:46\n\n{{words}}\n\nReply\n{below}"

    part = parts(form)

    last = form.count("\n") + 1
    assert [post.body.strip() for post in part.thread.posts] == [words for _, words in SAID]
    assert [post.offset for post in part.thread.posts] == [4 + step * last for step in range(4)]


@pytest.mark.parametrize("twice", ["{name}{name} ✭✭", "{name} {name}"])
def test_names_that_the_words_for_pictures_say_too_are_said_once(twice: str) -> None:
    form = f"{twice}\n"
    form += "1{number} Apr 2017, 17:46\n\n{words}\n\nQuote\n•\n"

    assert [post.author.name for post in parts(form).thread.posts] == [name for name, _ in SAID]


@pytest.mark.parametrize("twice", ["BoBo", "Ning Ning"])
def test_a_name_that_is_one_word_twice_stays(twice: str) -> None:
    form = "{name}\n1{number} Apr 2017, 17:46\n\n{words}\n\n"
    text = "".join(
        form.format(name=name.replace("Odo", twice), words=words, number=number)
        for number, (name, words) in enumerate(SAID, 1)
    )

    names = [post.author.name for post in read("The north wall leans\n\n" + text).thread.posts]

    assert names == ["Maud", "Juno Reed", twice, "Maud"]


def test_nobody_called_who_is_online() -> None:
    form = "{name}\nPosts: 9{number}\nJoined: 03 Mar 2009\n\n{words}\n\nTop\n"
    text = "".join(
        form.format(name=name, words=words, number=number)
        for number, (name, words) in enumerate(SAID, 1)
    )

    posts = read(f"The north wall leans\n\n{text}\nWho is online\n").thread.posts

    assert [post.author.name for post in posts] == [name for name, _ in SAID]


@pytest.mark.parametrize(
    "form",
    [
        "{name}\n{number}2\n\nPosted April 1{number}, 2017\n\n{name}\nMembers\n{number}2\n\n"
        "4{number} posts\nLocation:\nThe lane\n\nPosted April 1{number}, 2017\n\n{words}\n\n"
        "Quote\n",
        "{name}\n\n\n\n{number}2\n\n\n\nPosted\n\nApril 1{number}, 2017\n\n{name}\n\nMembers\n\n"
        "{number}2\n\n\n4{number} posts\n\nLocation:\n\nThe lane\n\n\nPosted\n\n"
        "April 1{number}, 2017\n\n{words}\n\nQuote\n\n",
    ],
    ids=["close", "apart"],
)
def test_a_header_that_states_its_date_twice_is_one(form: str) -> None:
    posts = parts(form).thread.posts

    assert [(post.author.name, post.body.strip()) for post in posts] == list(SAID)
    assert [post.created.day for post in posts if post.created] == [11, 12, 13, 14]


def test_posts_of_one_day_with_hardly_a_word_are_posts() -> None:
    said = list(
        zip(
            ("Maud", "Juno", "Odo", "Hob", "Maud"), ("Elm", "Ash", "Fir", "Yew", "Box"), strict=True
        )
    )
    text = "".join(f"{name}\nMember\nAugust 2015\n\n{tree} it is.\n\n" for name, tree in said)

    posts = read(f"The north wall leans\n\nHome\n\n{text}").thread.posts

    assert [(post.author.name, post.body.strip()[:3]) for post in posts] == said
