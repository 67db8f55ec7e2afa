"""Authors of flattened text: stated, probable or unknown, and never somebody else."""

from __future__ import annotations

import pytest
from flattened import HERE, page, read

from threadsite.model import Author


def test_a_byline_in_an_article_is_neither_author_nor_date() -> None:
    post = page("lost-names").thread.posts[1]

    assert "Odo Hartlepool" in post.body
    assert post.created is None
    assert post.author.name == "Unnamed: Seasoned keeper, Board warden, Lower Marsh"


def test_a_lone_line_above_a_header_is_a_probable_name() -> None:
    author = page("lost-names").thread.posts[0].author

    assert author == Author("name:Wandering Comb", "Wandering Comb", inferred=True)


def test_the_same_remains_of_a_header_are_the_same_author_on_every_page() -> None:
    text = (HERE / "lost-names.txt").read_text(encoding="utf-8")
    grown = text.replace("131 18,002", "140 19,500")

    before, after = read(text, "1.txt").thread.posts[5], read(grown, "2.txt").thread.posts[5]

    assert before.author == after.author
    assert before.author.id.startswith("inferred:")


def test_two_unknown_authors_are_never_the_same() -> None:
    text = (HERE / "lost-names.txt").read_text(encoding="utf-8")

    here, there = (read(text, name).thread.posts[2].author for name in ("1.txt", "2.txt"))

    assert here.name == there.name == "Unnamed"
    assert here.id != there.id


def names(text: str) -> list[str | None]:
    """The authors of *text* that are stated; None for one that is inferred."""
    posts = read(text).thread.posts
    return [None if post.author.inferred else post.author.name for post in posts]


WORDS = (
    "The north wall of the mill has moved again since the frost came.",
    "A prop of oak would hold it until the spring at the very least.",
    "Nobody has a prop of that length but the carpenter in the lane.",
    "Then the carpenter shall have his price, and the mill its prop.",
)
AUTHORS = ("Maud", "Juno", "Odo Reed", "Hob")


def posts(header: str, below: str = "") -> str:
    """A page whose posts have *header* above them, and *below* below."""
    return "".join(
        header.format(name=name, n=n, count=n * 317) + f"\n{words}\n" + below
        for n, (name, words) in enumerate(zip(AUTHORS, WORDS, strict=True), 1)
    )


@pytest.mark.parametrize(
    "header",
    [
        "Post by {name} »",
        "Postby {name} » 3 May 2012, 10:0{n}",
        "{name} May 3, 2012, 1:3{n}pm {n}",
        "Post by:\n{name}\non\n3 May 2012, 10:0{n}",
        "{name} (not verified)\n3 May 2012, 10:0{n}",
        "{name}\n0{n}.05.2012\n#{n}",
        "{name} {n}. Mai 2012 um 10:0{n} #{n}\n",
        "{name}\n\nMember\n\nPosts\n{count}\n\nMay {n}, 2012\n\nAdd bookmark\n#{n}\n",
    ],
)
def test_a_header_states_the_name(header: str) -> None:
    assert names(posts(header)) == [*AUTHORS]


def test_a_title_that_several_authors_have_is_nobodys_name() -> None:
    text = posts("Old hand\nPosts\n{count}\nJoined\n{n} Jan 2009\n3 May 2012, 10:0{n}")

    assert names(text) == [None] * 4


def test_a_button_of_an_unknown_name_is_nobodys_name() -> None:
    text = posts("{name}\n3 May 2012, 10:0{n}\n#{n}", "Reply\nWhittle this\n")

    assert names(text) == [*AUTHORS]
    assert all("Whittle" not in post.body for post in read(text).thread.posts)


def test_a_line_of_every_header_is_nobodys_name() -> None:
    assert names(posts("Whittle this\n#{n}\n3 May 2012, 10:0{n}")) == [None] * 4


def test_a_line_below_another_that_may_be_the_name_is_inferred() -> None:
    text = posts("{name}\n3 May 2012, 10:0{n}").replace("Odo Reed\n", "Odo Reed\nOld hand\n")

    assert names(text) == ["Maud", "Juno", None, "Hob"]


def test_the_name_behind_the_buttons_of_the_post_above_is_of_the_next() -> None:
    text = posts("{name}\n\n\n\nJoined: 3 Jan 2009\nPosts: {count}", "Back to top\n")

    assert names(text)[1:] == [*AUTHORS[1:]]


def test_who_liked_a_post_one_to_a_line_did_not_write_the_next() -> None:
    liked = "Reactions:\nWilla\n,\nJuno\nand 2 others\n"

    assert names(posts("{name}\nMember\n3 May 2012\n#{n}", liked)) == [*AUTHORS]


@pytest.mark.parametrize(
    "liked", ["Willa", "Willa\n,\nPer\n,\nInes\nand 2 others", "Willa\nand\nPer"]
)
def test_who_liked_a_post_below_a_blank_line_did_not_write_the_next(liked: str) -> None:
    text = posts("{name}\n\n{n} May 2012\n\n#{n}\n\n", f"\n\nReactions:\n\n{liked}\n\n")

    assert names(text) == [*AUTHORS]


def test_a_heading_of_reactions_without_names_takes_none_from_the_next_post() -> None:
    text = posts("{name}\n\n{n} May 2012\n\n#{n}\n\n", "\n\nReactions:\n\n")

    assert names(text) == [*AUTHORS]


def test_a_role_behind_a_name_is_no_part_of_it() -> None:
    glued, apart = "{name}Contributor - July {n}, 2020\n", "{name} Participant - July {n}, 2020\n"

    assert names(posts(glued)) == names(posts(apart)) == [*AUTHORS]


def test_a_badge_behind_a_name_is_no_part_of_it() -> None:
    text = posts("{name}\n3 May 2012, 10:0{n}\n#{n}").replace("Juno\n", "Juno mod\n")

    assert names(text) == [*AUTHORS]


def test_a_badge_between_name_and_date_is_no_part_of_the_name() -> None:
    text = posts("{name} May 3, 2012, 1:3{n}pm #{n}").replace("Maud May", "Maud Pinned May")
    again = posts("{name} May 4, 2012, 1:3{n}pm #1{n}")

    assert names(text + again) == [*AUTHORS, *AUTHORS]


def test_a_guest_has_not_the_title_above_for_a_name() -> None:
    header = "The leaning mill\n\nSubmitted by {name} on Wed, 0{n}/10/2014 - 02:37\n"
    text = posts(header).replace("Maud", "Guest").replace("leaning mill", "mill", 1)

    assert names(text) == [None, *AUTHORS[1:]]


def test_an_initial_may_end_a_name() -> None:
    header = "{name}\nPosts: {count}\nJoined: Jan 2009\n#{n}\n{n} May 2012, 10:00\n"

    assert names(posts(header).replace("Odo Reed", "Odo R.")) == ["Maud", "Juno", "Odo R.", "Hob"]


def test_what_is_counted_below_the_thread_is_nobodys_name() -> None:
    below = "".join(f"Read: {n}08\n\n{n}1.05.2012\n\nAnother mill\n\n" for n in (1, 2, 3))

    found = names(posts("{name}\n0{n}.05.2012\n\n#{n}\n") + below)

    assert found[:4] == [*AUTHORS]
    assert not any("Read" in name for name in found if name)


def test_one_name_among_many_posts_without_is_inferred() -> None:
    text = "".join(f"Posts: {n}\nJoined: May\n{words}\n\n" for n, words in enumerate(WORDS * 2))

    assert names(f"Wide stage\n{text}") == [None] * 8


def test_a_profile_below_the_number_of_a_post_is_of_its_own_author() -> None:
    header = (
        "{n} May 2012, 10:00\n\n#{n}\n\n\n{name}\n\nJoined\n\n{n} Jan 2009\n\nPosts\n\n{count}\n\n"
    )

    assert names(posts(header, "\nShare\n\n\n")) == [*AUTHORS]


def test_stars_between_the_fields_of_a_header_are_of_it() -> None:
    date = " * May {n}, 2012\n\n *\n *\n * Add bookmark\n * #{n}\n\n"
    header = "{name}\n\nMember\n\nPosts\n{count}\n\n" + date

    assert names(posts(header)) == [*AUTHORS]
    assert len(read(posts(header)).thread.posts) == 4


def test_bbpress_says_when_before_it_says_who() -> None:
    above = "Author\nPosts\n"

    text = above + posts("{n} February 2013 at 8:55 pm #2156{n}\n\n{name}\nMember\n\n")

    assert names(text) == [*AUTHORS]


VBULLETIN = (
    "View Profile\n\n\nView Forum Posts\n\n\nModerator\n\n\nJoin Date\n\nMay 2004\n\nPosts",
    "Profil\n\n\nBeiträge anzeigen\n\nHolz {n}\n\n\nRegistriert seit\n\nDec 2007\n\nBeiträge",
)


@pytest.mark.parametrize("links", VBULLETIN)
def test_vbulletin_has_links_between_a_name_and_its_profile(links: str) -> None:
    text = posts("0{n}-09-2012,\n06:46 PM\n\n#1{n}\n\n{name}\n\n" + links + "\n\n{count}\n\n")

    assert names(text) == [*AUTHORS]
    assert len(read(text).thread.posts) == 4


NODEBB = "{name}\n\n Old hands\n\nlast edited by {edited}\n\n{words}\n\nReply\n\nQuote\n\n1\n\n"


@pytest.mark.parametrize("above", ["{name[0]}\n\nOffline\n\n", "{name[0]} Offline\n"])
def test_nodebb_says_who_edited_above_the_words(above: str) -> None:
    text = "".join(
        (above + NODEBB).format(name=name, edited=name if n else "", words=words)
        for n, (name, words) in enumerate(zip(("maud", "juno", "odo", "hob"), WORDS, strict=True))
    )

    assert names(text) == ["maud", "juno", "odo", "hob"]


def test_the_date_of_an_edit_on_its_own_line_begins_no_post() -> None:
    text = posts("{name}\nMember\n3 May 2012\n#{n}", "Last edited:\n4 May 2012\n")

    assert names(text) == [*AUTHORS]
    assert [str(post.edited)[:10] for post in read(text).thread.posts] == ["2012-05-04"] * 4


def test_who_began_the_thread_is_known_again_above_the_words() -> None:
    text = f"A mill that leans\n\nStarted by Odo Reed, 3 May 2012\n\nOdo Reed\n\n{WORDS[0]}\n"

    assert names(text) == ["Odo Reed"]


def test_names_of_two_words_are_trusted_where_lines_of_one_word_are_kept() -> None:
    header = "{name} Reed\n3 May 2012, 10:0{n}"

    assert names(posts(header).replace("Odo Reed Reed", "Odo Reed") + "\nThanks\n") == [
        "Maud Reed", "Juno Reed", "Odo Reed", "Hob Reed",
    ]  # fmt: skip


def test_who_is_offline_is_named_above_the_words_too() -> None:
    text = posts("#{n}\n3 May 2012, 10:0{n}\n{name} is offline\nMember\nPosts: {count}")

    assert names(text) == [*AUTHORS]


@pytest.mark.parametrize(
    ("line", "name"),
    [("maud wrote on 3 May last edited by", "maud"), ("maud last edited by", "maud")],
)
def test_nodebb_names_who_wrote_before_who_edited(line: str, name: str) -> None:
    text = "".join(f"{line.replace('maud', 'maud' * n)}\n\n{WORDS[n]}\n\n" for n in (1, 2, 3))

    assert names(text) == [name, name * 2, name * 3]


def test_the_fields_of_a_page_that_has_lost_its_names_are_nobodys_name() -> None:
    dumps = HERE.parents[2] / "content" / "dumps" / "flattened"
    text = (dumps / "mould-in-the-clay-bag.txt").read_text(encoding="utf-8")

    assert names(text) == [None] * 6


@pytest.mark.parametrize("picture", ["Offline", "Online"])
def test_the_picture_of_who_is_there_is_no_part_of_the_name(picture: str) -> None:
    header = f" {picture} {{name}}\nPosts: 54\nRe: The prop\n« Reply #{{n}} on: May 3, 2012 »"

    assert names(posts(header)) == [*AUTHORS]
