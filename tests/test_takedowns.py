"""What was taken down stays away: from content, pages and quotes, whatever dump has it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from threadsite import content
from threadsite.building import build
from threadsite.config import Site, load_site
from threadsite.content import takedowns
from threadsite.content.headers import TakedownSheet, TakenAuthor, TakenPost, TakenThread
from threadsite.content.takedowns import Takedowns, dump, read
from threadsite.conversion import convert
from threadsite.conversion.reading import Dump
from threadsite.errors import ContentError
from threadsite.model import Attachment, Author, Post, Quote, Thread
from threadsite.takingdown import take_down

FORUM = "pots.example"
MAUD, BO = Author("12", "Maud Thimble", avatar="media/face.png"), Author("7", "Bo")
WORDS = "Never glaze the foot of a pot that stands on a porous shelf at cone ten."
QUOTING = f"> **Maud Thimble** ([#42](#p42)):\n>\n> {WORDS}\n\nQuite so."


def thread(*posts: Post, id: str = "9") -> Thread:  # noqa: A002
    url = f"https://{FORUM}/viewtopic.php?t={id}"
    return Thread(id, "Feet of pots", posts, forum=FORUM, url=url, replies=2)


POST = Post("42", MAUD, WORDS, datetime(2009, 3, 1), position=1)
REPLY = Post(
    "43", BO, QUOTING, datetime(2009, 3, 2), reply_to="42", position=2,
    quotes=(Quote("Maud Thimble", "42"),),
)  # fmt: skip
OTHER = Post(
    "44", Author("8", "Ede"), "> **Bo** ([#43](#p43)):\n>\n> Quite so.\n\nAye.", position=3
)
FEET = thread(POST, REPLY, OTHER)
TAKEN = TakenPost(forum=FORUM, thread="9", id="42")


def taken(**tables: tuple[object, ...]) -> Takedowns:
    bare = Takedowns(TakedownSheet(salt="s"))
    author = TakenAuthor(forum=FORUM, id="12", names=(bare.marked_name("maud thimble"),))
    given = {"author": (author,)} if tables.get("author") == (True,) else tables
    return Takedowns(TakedownSheet(salt="s", **given))


def test_a_post_goes_with_the_quotes_of_it() -> None:
    left = taken(post=(TAKEN,)).applied(FEET)

    assert left
    assert [post.id for post in left.posts] == ["43", "44"]
    assert left.posts[0].body == "> …\n\nQuite so."
    assert (left.posts[0].quotes, left.posts[0].reply_to) == ((), None)
    assert left.posts[1] == OTHER
    assert left.taken_down == 1


def test_a_signature_that_quotes_a_post_loses_its_words() -> None:
    signed = replace(OTHER, signature=QUOTING)

    left = taken(post=(TAKEN,)).applied(thread(POST, signed))

    assert left
    assert left.posts[0].signature == "> …\n\nQuite so."


def test_a_thread_goes_whole() -> None:
    gone = taken(thread=(TakenThread(forum=FORUM, id="9"),))

    assert gone.applied(FEET) is None
    assert gone.applied(replace(FEET, id="10")) is not None
    assert gone.applied(replace(FEET, forum="other.example")) is not None


def test_an_author_goes_with_all_posts_and_quotes() -> None:
    by_name = replace(REPLY, body=QUOTING.replace(" ([#42](#p42))", ""), quotes=(Quote(MAUD.name),))
    guest = replace(POST, id="45", author=Author("name:Maud Thimble", "Maud Thimble"))

    left = taken(author=(True,)).applied(thread(POST, by_name, guest))

    assert left
    assert [post.id for post in left.posts] == ["43"]
    assert "glaze" not in left.posts[0].body
    assert "Maud" not in repr(left)


def test_a_pseudonym_stands_wherever_the_name_did() -> None:
    bare = Takedowns(TakedownSheet(salt="s"))
    names = (bare.marked_name("Maud Thimble"),)
    hidden = taken(author=(TakenAuthor(forum=FORUM, id="12", pseudonym="A potter", names=names),))

    left = hidden.applied(FEET)

    assert left
    assert [post.author.name for post in left.posts] == ["A potter", "Bo", "Ede"]
    assert left.posts[0].body == WORDS
    assert left.posts[1].body == QUOTING.replace("Maud Thimble", "A potter")
    assert left.posts[1].quotes == (Quote("A potter", "42"),)
    assert not {"Maud", "face.png"} & set(repr(left).replace('"', " ").replace("'", " ").split())
    assert hidden.applied(left) == left


def test_a_post_is_known_by_its_words_in_another_dump() -> None:
    bare = Takedowns(TakedownSheet(salt="s"))
    gone = taken(
        post=(TakenPost(forum=FORUM, thread="9", id="42", words=bare.marked_words(WORDS)),)
    )
    copy = replace(POST, id="unnumbered-1", body=WORDS.upper().replace(".", " !"))
    quoting = replace(REPLY, body=f"> {WORDS}\n\nQuite so.", quotes=(), reply_to=None)

    left = gone.applied(replace(thread(copy, quoting), forum="text"))

    assert left
    assert [(post.id, post.body) for post in left.posts] == [("43", "> …\n\nQuite so.")]


def test_a_post_of_another_thread_with_the_same_number_stays() -> None:
    numbered = thread(replace(POST, author=BO), replace(OTHER, body=QUOTING), id="10")

    assert taken(post=(TAKEN,)).applied(numbered) == numbered


def test_the_file_says_what_was_read() -> None:
    sheet = TakedownSheet(
        salt="s",
        post=(TAKEN,),
        thread=(TakenThread(forum=FORUM, id='a "9"'),),
        author=(TakenAuthor(forum=FORUM, id="12", names=("ab", "cd"), pseudonym="X"),),
    )

    import tomllib

    assert tomllib.loads(dump(sheet))["author"] == [
        {"forum": FORUM, "id": "12", "pseudonym": "X", "names": ["ab", "cd"]}
    ]


def test_a_wrong_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "takedowns.toml").write_text('[[post]]\nforum = "a"\nthread = "9"\nnumber = "42"\n')

    with pytest.raises(ContentError, match=r'takedowns\.toml:4: unknown key "number" in \[post\]'):
        read(tmp_path)


PAGE = """<!doctype html><html id=XF data-template=thread_view><head><title>{title} | Pots</title>
<meta property="og:url" content="https://pots.example/threads/{slug}.{id}/"></head>
<body data-template=thread_view><h1 class=p-title-value>{title}</h1><div class=block-body>{posts}
</div></body></html>"""
MESSAGE = """<article class="message message--post js-post" data-author="{name}"
 data-content="post-{id}" id="js-post-{id}">
<div class=message-cell--user><h4 class=message-name><a href="/members/x.{author}/"
 class=username data-user-id={author}>{name}</a></h4></div>
<div class=message-cell--main><time class=u-dt datetime="2009-03-0{id}T10:00:00+0000"></time>
<article class=message-body><div class=bbWrapper>{body}</div></article></div></article>"""
QUOTE = """<blockquote class="bbCodeBlock bbCodeBlock--quote" data-quote="{name}"
 data-source="post: {id}"><div class=bbCodeBlock-content>{words}</div></blockquote>"""
CANARY = "zephyrine kestrel umbrage lattice quorum velvet anthem marrow"
SECOND = "ossuary juniper halcyon tinder pewter cobalt grommet sable"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Two threads of XenForo: Maud writes in both, and is quoted in both."""
    pages = tmp_path / "dump"
    pages.mkdir()
    quote = QUOTE.format(name="Maud Thimble", id="1", words=CANARY)
    far = QUOTE.format(name="Maud Thimble", id="4", words=SECOND)
    for number, slug, posts in (
        ("9", "feet", ((1, 12, "Maud Thimble", CANARY), (2, 7, "Bo", f"{quote}Quite so."))),
        ("10", "lids", ((3, 7, "Bo", f"{far}Lids too."), (4, 12, "Maud Thimble", SECOND))),
    ):
        told = "".join(
            MESSAGE.format(id=one, author=who, name=name, body=body)
            for one, who, name, body in posts
        )
        page = PAGE.format(title=f"About {slug}", slug=slug, id=number, posts=told)
        (pages / f"{slug}.html").write_text(page)
    settings = '[site]\ntitle = "Pots"\nurl = "https://old.example/"\n[[dumps]]\npath = "dump"\n'
    (tmp_path / "site.toml").write_text(settings)
    site = load_site(tmp_path)
    made(site)
    return site


def made(site: Site) -> str:
    """All that content and site hold, after both were made."""
    dumps = [Dump(site.root / "dump", "dump")]
    report = convert(dumps, site.content, cache=site.cache)
    assert report.balanced
    build(site)
    return held(site.content) + held(site.output)


def held(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return "".join(f"{path} {path.read_bytes().decode('utf-8', 'replace')}\n" for path in files)


@pytest.mark.parametrize(
    "address", ["https://old.example/t/9-about-feet.html#p1", "https://pots.example/posts/1/"]
)
def test_a_post_is_taken_down_for_good(site: Site, address: str) -> None:
    assert CANARY in held(site.output)

    lines = list(take_down(site, [address]))

    assert "1 post taken down" in lines
    assert "zephyrine" not in held(site.content)
    for _ in range(2):
        everything = made(site)
        assert "zephyrine" not in everything
        assert SECOND in everything
    assert "1 post was taken down" in (site.output / "t/9-about-feet.html").read_text()
    # Another dump, with other numbers, does not bring it back.
    page = (site.root / "dump/feet.html").read_text()
    other = page.replace("pots.example", "moved.example").replace("post-1", "post-91")
    (site.root / "other.html").write_text(other.replace("post: 1", "post: 91"))
    convert([Dump(site.root / "other.html", "other")], site.content, cache=site.cache)
    build(site)
    everything = held(site.content) + held(site.output)
    assert "moved.example" in everything
    assert "zephyrine" not in everything


@pytest.mark.parametrize(
    "address", ["a/12-maud-thimble.html", "https://pots.example/members/maud-thimble.12/"]
)
def test_an_author_is_taken_down_for_good(site: Site, address: str) -> None:
    tuple(take_down(site, [address]))

    for cache in (site.cache, None):
        if cache is None:
            shutil.rmtree(site.cache)
        everything = made(site).casefold()
        assert not {"zephyrine", "ossuary", "maud"} & set(everything.replace("-", " ").split())
        assert "thimble" not in everything
        assert "quite so" in everything


def test_a_pseudonym_holds_from_dump_to_page(site: Site) -> None:
    tuple(take_down(site, ["a/12-maud-thimble.html"], "A potter"))

    for _ in range(2):
        everything = made(site)
        assert "thimble" not in everything.casefold()
        assert CANARY in everything
    assert (site.output / "a/12-a-potter.html").is_file()


def test_a_thread_is_taken_down_for_good(site: Site) -> None:
    tuple(take_down(site, ["t/9-about-feet.html"]))

    everything = made(site)
    assert "about-feet" not in everything
    assert "zephyrine" not in everything
    assert "Lids too" in everything


def test_what_a_person_edited_loses_only_what_was_taken_down(site: Site) -> None:
    path = next(site.content.rglob("9-*.md"))
    path.write_text(path.read_text().replace("Quite so.", "Quite so, indeed."))

    tuple(take_down(site, ["t/9-about-feet.html#p1"]))

    made(site)
    assert "indeed" in path.read_text()
    assert "zephyrine" not in path.read_text()
    # Restored from a backup it stays off the site.
    path.write_text(
        content.dump(replace(FEET, id="9", posts=(replace(POST, id="1", body=CANARY),)))
    )
    build(site)
    assert "zephyrine" not in held(site.output)


def test_what_means_nothing_changes_nothing(site: Site) -> None:
    before = held(site.content)

    with pytest.raises(ContentError, match=r"t/77\.html: no post, thread or author"):
        tuple(take_down(site, ["t/9-about-feet.html#p1", "t/77.html"]))
    with pytest.raises(ContentError, match="not an author"):
        tuple(take_down(site, ["t/9-about-feet.html#p1"], "Nobody"))

    assert held(site.content) == before
    assert not takedowns.read(site.content)


def test_files_that_only_what_was_taken_down_names_are_withheld(tmp_path: Path) -> None:
    files = [f"media/{number * 16}.png" for number in "123"]
    hung, pictured, shared = files
    (tmp_path / "content" / "media").mkdir(parents=True)
    for file in files:
        (tmp_path / "content" / file).write_bytes(b"a picture")
    (tmp_path / "site.toml").write_text('[site]\ntitle = "Pots"\n')
    site = load_site(tmp_path)
    gone = replace(
        POST,
        body=f"![pot](../{pictured}) ![lid](../{shared})",
        attachments=(Attachment("pot.png", path=hung),),
    )
    threads = site.content / "threads"
    threads.mkdir()
    (threads / "9.md").write_text(content.dump(thread(gone, OTHER)))
    (threads / "10.md").write_text(content.dump(thread(replace(POST, body=gone.body), id="10")))
    naming = thread(replace(OTHER, attachments=(Attachment("lid.png", path=shared),)), id="11")
    (threads / "11.md").write_text(content.dump(naming))
    (site.content / "takedowns.toml").write_text(
        f'[[post]]\nforum = "{FORUM}"\nthread = "9"\nid = "42"\n'
        f'[[thread]]\nforum = "{FORUM}"\nid = "10"\n'
    )

    def shown() -> list[str]:
        build(site)
        return [file for file in files if (site.output / file).exists()]

    assert shown() == [shared]
    also = thread(replace(OTHER, body=f"![pot](../{pictured})"), id="12")
    (threads / "12.md").write_text(content.dump(also))
    assert shown() == [pictured, shared]
    (threads / "12.md").unlink()
    assert shown() == [shared]
    (threads / "10.md").unlink()
    (threads / "9.md").unlink()
    assert shown() == files


def test_the_picture_of_who_was_taken_down_is_withheld(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text('[site]\ntitle = "Pots"\n')
    site = load_site(tmp_path)
    own, shared = (f"media/{number * 16}.png" for number in "12")
    for folder in ("media", "threads", "authors"):
        (site.content / folder).mkdir(parents=True)
    for file in (own, shared):
        (site.content / file).write_bytes(b"a face")
    (site.content / "threads" / "9.md").write_text(content.dump(thread(OTHER)))
    gone = replace(POST.author, avatar=own)
    page = content.AuthorPage(gone, FORUM, bio=f"![kiln](../{shared})")
    (site.content / "authors" / "12.md").write_text(content.dump_author(page))
    other = content.AuthorPage(replace(OTHER.author, avatar=shared), FORUM)
    (site.content / "authors" / "8.md").write_text(content.dump_author(other))

    def shown() -> list[str]:
        build(site)
        return [file for file in (own, shared) if (site.output / file).exists()]

    assert shown() == [own, shared]
    (site.content / "takedowns.toml").write_text(
        f'[[author]]\nforum = "{FORUM}"\nid = "{gone.id}"\n'
    )
    assert shown() == [shared]
    assert shown() == [shared]
    (site.content / "authors" / "8.md").unlink()
    assert shown() == []
    (site.content / "takedowns.toml").unlink()
    assert shown() == [own, shared]
