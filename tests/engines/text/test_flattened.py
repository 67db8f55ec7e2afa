"""Flattened text: each file here gives exactly the posts and roles of the `.md` beside it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from threadsite.document import Document
from threadsite.engines.engine import Engine, Part
from threadsite.engines.text import FlattenedText
from threadsite.engines.text.recurring import PAGES as PAGES_COMPARED
from threadsite.engines.text.recurring import Survey
from threadsite.model import Author, Post, Quote
from threadsite.reading import Dump
from threadsite.reading import read as read_dump

HERE = Path(__file__).parent
PAGES = sorted(HERE.glob("*.txt"))
TOGETHER = sorted((HERE / "together").glob("*.txt"))
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


def dump(paths: list[Path]) -> list[Document]:
    return [Document("dump", path.name, path.read_bytes()) for path in paths]


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


@pytest.mark.parametrize(
    "link",
    [
        "\nClick to expand...",
        " Click to expand...",
        "\n[ Click to expand... ]",
        "\nZum Vergrößern anklicken....",
        "\n> Click to expand…",
    ],
)
def test_the_link_that_opens_a_quote_is_no_words(link: str) -> None:
    words = "The north wall of the mill has moved again since the frost."
    text = f"Maud\n3 May 2012\n{words}\nJuno\n4 May 2012\nMaud said:\n{words}{link}\nProp it."

    body = read(text).thread.posts[1].body

    assert body.split("\n")[2:] == [f"> {words}", "", "Prop it."]


@pytest.mark.parametrize(
    ("trail", "board"),
    [
        ("Wheel & Ember : Clay : Glazes and materials", ("Clay", "Glazes and materials")),
        ("Home » Forums » Clay » Glazes", ("Clay", "Glazes")),
        ("Quay > Hulls > Tar >", ("Hulls", "Tar")),
        ("Quay / Hulls / The north wall of the mill leans", ("Hulls",)),
        ("Quay > Hulls", ()),
        (
            "Some say : it leans : "
            + "and others say that it does not lean at all, but sinks " * 2,
            (),
        ),
    ],
)
def test_the_path_above_the_posts_names_the_boards(trail: str, board: tuple[str, ...]) -> None:
    posts = "".join(
        f"Post by {name} » 3 May 2012, 10:00\n\nThe wall moved > so / it, says {name}.\n\n"
        for name in ("Maud", "Juno", "Odo")
    )

    part = read(f"{trail}\n\nThe north wall of the mill leans\n\n{posts}Ash > Oak > Elm\n")

    assert part.thread.board == board
    assert part.thread.title == "The north wall of the mill leans"


def test_a_quote_of_the_words_above_begins_a_post_at_the_name_that_stands_alone() -> None:
    words = "The north wall of the mill has moved again since the frost and leans over the lane."
    texts = ("One more lane.", f"{words}\n\n\nJuno\n\n{words}\n\nProp it.", "It is done.")
    text = "\n\n".join(f"Posts: {n}\nJoined: May\n{said}" for n, said in enumerate(texts))

    posts = read(text).thread.posts

    assert "Juno" in str(posts[2].author.name)
    assert len(posts) == 4


@pytest.mark.parametrize("path", TOGETHER, ids=lambda path: path.stem)
def test_pages_of_one_dump_tell_each_others_chrome(
    path: Path, golden: Callable[[str, Path], None]
) -> None:
    text = path.read_text(encoding="utf-8")
    engine = FlattenedText().surveyed(dump(TOGETHER))

    part = next(engine.extract(document(text, path.name)))

    golden(shown(part, text), path.with_suffix(".md"))


def test_the_order_of_a_dump_changes_nothing() -> None:
    there, back = (FlattenedText().surveyed(dump(order)) for order in (TOGETHER, TOGETHER[::-1]))

    assert there == back
    assert {"Tide ledger", "Nod"} <= there.known.head
    assert {"Cast off", "0 souls aboard"} <= there.known.tail


@pytest.mark.parametrize("paths", [PAGES, TOGETHER[:2], []], ids=["unrelated", "two", "none"])
def test_texts_that_share_nothing_are_read_each_alone(paths: list[Path]) -> None:
    assert FlattenedText().surveyed(dump(paths)) == FlattenedText()


def test_captures_of_one_page_are_one_page() -> None:
    text = TOGETHER[0].read_text(encoding="utf-8")
    captures = [document(text.replace("37 souls", f"{n} souls")) for n in range(9)]

    assert FlattenedText().surveyed(captures) == FlattenedText()


def test_the_title_that_all_pages_of_a_thread_have_is_its_title() -> None:
    pages = [path.read_text(encoding="utf-8").split("\n") for path in TOGETHER]
    texts = ["\n".join([*lines[:8], "All that drips", *lines[9:]]) for lines in pages]
    engine = FlattenedText().surveyed(document(text) for text in texts)

    titles = {part.thread.title for text in texts for part in engine.extract(document(text))}

    assert "All that drips" in engine.known.head
    assert titles == {"All that drips"}


def test_dates_below_the_thread_begin_no_posts() -> None:
    listed = "Moored alongside\nOld ropes\nPost by Jory Slate » 3 May 2011, 10:00"
    texts = [
        path.read_text(encoding="utf-8").replace("Moored alongside", listed) for path in TOGETHER
    ]
    engine = FlattenedText().surveyed(document(text) for text in texts)

    posts = [len(part.thread.posts) for text in texts for part in engine.extract(document(text))]

    assert posts == [3, 3, 3, 4, 2]


def test_who_writes_on_every_page_is_an_author_on_every_page() -> None:
    texts = [
        re.sub("Post by .* » (.*)\n", r"Keeper\n\1\n", path.read_text(encoding="utf-8"), count=1)
        for path in TOGETHER
    ]
    texts = [re.sub("Post by (.*) » (.*)\n", r"\1\n\2\n", text) for text in texts]
    engine = FlattenedText().surveyed(document(text) for text in texts)

    roles = [
        (part.line_roles or ())[text.split("\n").index("Keeper")]
        for text in texts
        for part in engine.extract(document(text))
    ]

    assert "Keeper" in engine.known.head
    assert roles == [(0, "H")] * len(TOGETHER)


def test_a_folder_is_read_as_one_dump_and_a_file_alone(tmp_path: Path) -> None:
    for path in TOGETHER:
        shutil.copy(path, tmp_path)
    (tmp_path / "page.html").write_text("<!doctype html><p>Nothing of a forum.</p>")

    together, alone = (
        [part for reading in read_dump(Dump(place, "quay")) for part in reading.parts]
        for place in (tmp_path, tmp_path / TOGETHER[0].name)
    )

    assert len(together) == 5
    assert all("Cast off" in part.chrome for part in together)
    assert not any("Cast off" in part.chrome for part in alone)


def test_a_survey_keeps_no_more_than_it_compares() -> None:
    survey = Survey()
    for n in range(PAGES_COMPARED + 40):
        survey.add("\n".join(f"line {place} of page {n} says something" for place in range(9)))

    assert len(survey.outlines) == PAGES_COMPARED


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
