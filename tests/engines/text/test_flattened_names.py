"""Authors of flattened text: stated, probable or unknown, and never somebody else."""

from __future__ import annotations

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
