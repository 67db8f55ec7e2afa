"""Flattened text: each file here gives exactly the posts and roles of the `.md` beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from threadsite.document import Document
from threadsite.engines.engine import Engine, Part
from threadsite.engines.text import FlattenedText
from threadsite.model import Author, Post, Quote

HERE = Path(__file__).parent
PAGES = sorted(HERE.glob("*.txt"))
PIECES = st.sampled_from(
    [
        "", " ", "Maud", "Posts: 3", "#1",
        "3 May 2012, 10:00", "Maud wrote:", "> a line of words",
        "Reactions: Juno", "Joined", "Re: the pond", "by Maud » 3 May 2012, 10:00", "_______",
        "Last edited:", "Quote", "Log in", "  • an item of some list, which goes on", "Top", "12",
        "The pond froze over in a night, and nobody had brought the ladder in.", "Similar threads",
    ]
)  # fmt: skip


def document(text: str, name: str = "page.txt") -> Document:
    return Document("dump", name, text.encode("utf-8", "surrogatepass"))


def read(text: str, name: str = "page.txt") -> Part:
    return next(FlattenedText().extract(document(text, name)))


def page(name: str) -> Part:
    return read((HERE / f"{name}.txt").read_text(encoding="utf-8"))


def shown(part: Part, text: str) -> str:
    """*part* as a person checks it: the posts, then each line with its role."""
    posts = "\n".join(told(post) for post in part.thread.posts)
    roles = "\n".join(
        f"{'' if role is None else f'{role[0] + 1} {role[1]}':>5} | {line}".rstrip()
        for role, line in zip(part.line_roles or (), text.split("\n"), strict=True)
    )
    return f"# {part.thread.title}\n\n{posts}\n## Lines\n\n{roles}\n"


def told(post: Post) -> str:
    """*post* in a few lines, and its body."""
    author = f"{post.author.name} ({post.author.id})" + " inferred" * post.author.inferred
    rows = {
        "created": post.created and post.created.isoformat(),
        "edited": post.edited and post.edited.isoformat(),
        "title": post.author.title,
        "quotes": ", ".join(f"{quote.author} #{quote.post}" for quote in post.quotes),
        "attachments": ", ".join(file.name for file in post.attachments),
        "signature": post.signature.strip(),
    }
    facts = "".join(f"{key}: {value}\n" for key, value in rows.items() if value)
    return f"## {post.id} at line {post.offset}: {author}\n{facts}\n{post.body.strip()}\n"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_gives_its_posts(path: Path, golden: Callable[[str, Path], None]) -> None:
    text = path.read_text(encoding="utf-8")

    golden(shown(read(text), text), path.with_suffix(".md"))


def test_it_is_an_engine() -> None:
    assert isinstance(FlattenedText(), Engine)
    assert FlattenedText().identify(document("Maud\n#1\nThe pond froze."))


@pytest.mark.parametrize("text", ["", " \n\n", "<!doctype html><p>x</p>", '{"posts": []}'])
def test_other_documents_are_left_alone(text: str) -> None:
    assert not FlattenedText().identify(document(text))


def test_a_quote_without_attribution_links_the_post_and_is_no_own_text() -> None:
    post = page("lost-names").thread.posts[4]

    assert post.quotes == (Quote(None, "4", inferred=True),)
    assert "> Forty boxes" in post.body
    assert [file.name for file in post.attachments] == ["attachment 771"]


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


def test_chrome_is_listed() -> None:
    assert {"Follow us on social media", "Top Bottom"} <= {*page("lost-names").chrome}


def test_a_quote_with_changed_case_and_a_cut_is_traced() -> None:
    words = "The north wall of the mill has moved again since the frost and leans over the lane"
    text = (
        f"Maud\n3 May 2012\n{words} now.\nJuno\n4 May 2012\n[...] {words.upper()} [...]\nProp it."
    )

    quotes = read(text).thread.posts[1].quotes

    assert quotes == (Quote("Maud", "1", inferred=True),)


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES | st.text(max_size=40), max_size=60))
def test_no_line_is_lost(pieces: list[str]) -> None:
    doc = document("\n".join(pieces))
    lines = doc.text.split("\n")

    for part in FlattenedText().extract(doc):
        roles = part.line_roles or ()
        assert len(roles) == len(lines)
        assert all(
            (role is None) == (not line.strip()) for role, line in zip(roles, lines, strict=True)
        )
        assert {role[0] for role in roles if role} <= {*range(-1, len(part.thread.posts))}
        assert len({post.id for post in part.thread.posts}) == len(part.thread.posts)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "x" * 1_000_000,
        "\n".join(
            f"Maud\n3 May 2012\nMaud wrote:\nall of these words are said again {n % 7}"
            for n in range(12_500)
        ),
        "\n".join(f"> {'> ' * (n % 50)}deep words" for n in range(50_000)),
        "Posts: 1\n\n" * 25_000,
    ],
    ids=["long line", "no spaces", "quotes", "marks", "labels"],
)
def test_no_line_of_a_hostile_text_is_lost(text: str) -> None:

    for part in FlattenedText().extract(document(text)):
        assert len(part.line_roles or ()) == len(text.split("\n"))
