"""What the miner must leave alone, and how sure it is of what it takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from threadsite.document import Document
from threadsite.engines import identify
from threadsite.engines.miner import Miner

HERE = Path(__file__).parent
ROW = '<tr><td><a href="t{n}.html">{title}</a></td><td>{n}</td><td class="last">{last}</td></tr>'
BOARD = (
    '<div class="row"><h3><a href="b{n}.html">{title}</a></h3><p class="about">All there is to say'
    ' about {title} and more</p><div class="last">by <a class="author">Ira</a> {last}</div></div>'
)
TERM = (
    '<dl><dt><b><tt class="member">{title}</tt></b></dt><dd>What everybody in the pottery means'
    " when they speak of {title}.</dd></dl>"
)
JOINED = (
    '<div class="row"><div class="user_box">Ira {n}. Member since: {last}</div>'
    '<div class="last_words">What {title} are made of, and why they crack in the kiln.</div></div>'
)
BLOG = (
    '<article class="post-{n}"><hgroup class="entry-title"><h5 class="category-title">On {title}'
    '</h5><h2><a href="e{n}.html">All about {title} and more</a></h2></hgroup>'
    '<time>{n} May 2015, 10:00</time><div class="entry-text">Whoever makes {title} begins with'
    " clay and with patience.</div></article>"
)
SIMILAR = (
    '<li><a class="similar-title" href="s{n}.html">A question on {title}</a>'
    '<div class="author-name"><a href="/members/{n}-ira">Ira{n}</a> <span>on {n} May 2015</span>'
    '</div><div class="summary">Which {title} would one make first, and out of what clay?'
    "</div></li>"
)
FOUND = (
    '<div class="hit"><p><a href="t{n}#p{n}">Why do my {title} crack</a> <a href="b1">Clay</a></p>'
    '<p><a class="author" href="u{n}">Ira{n}</a> <i>{n} May 2015, 10:00</i></p><div class="said">'
    "Let all of your {title} dry for as long as a week.</div></div>"
)
GOODS = (
    '<td class="item" id="g{n}"><div class="name"><a href="http://remembered.example/{title}">'
    "{title}</a></div><div>Glazed {title} made by hand and sent within a week.</div></td>"
)
TITLES = ("Wedging", "Slabs", "Coils", "Lids", "Spouts")


def document(body: str) -> Document:
    page = f"<!DOCTYPE html><html><head><title>Clay</title></head><body>{body}</body></html>"
    return Document("demo", "page.html", page.encode())


def listing(row: str) -> str:
    last = ("3 May 2015, 10:00", "1 May 2015, 09:00", "8 May 2015, 07:30", "2 Jan 2014, 23:15")
    return "".join(
        row.format(n=n, title=title, last=last[n % 4]) for n, title in enumerate(TITLES, 1)
    )


@pytest.mark.parametrize(
    "body",
    [
        f"<table>{listing(ROW)}</table>",
        f"<div>{listing(BOARD)}</div>",
        f"<div>{listing(TERM)}</div>",
        f"<div>{listing(JOINED)}</div>",
        f"<div>{listing(BLOG)}</div>",
        f"<ul>{listing(SIMILAR)}</ul>",
        f"<div>{listing(FOUND)}</div>",
        f"<table><tr>{listing(GOODS)}</tr></table>",
        "<p>On 3 May 2015 at 10:00 nothing happened.</p>",
        "",
    ],
    ids=[
        "threads",
        "boards",
        "terms",
        "people",
        "blog",
        "similar",
        "found",
        "goods",
        "one date",
        "nothing",
    ],
)
def test_a_page_without_posts_is_left_alone(body: str) -> None:
    page = document(body)

    assert identify(page) is None
    assert list(Miner().extract(page)) == []


@pytest.mark.parametrize(
    ("name", "confidence"), [("microdata", 0.95), ("jsonld", 0.9), ("rows", 0.9), ("undated", 0.7)]
)
def test_what_the_page_states_is_surer_than_what_repeats(name: str, confidence: float) -> None:
    page = Document("demo", name, (HERE / f"{name}.html").read_bytes())

    (part,) = Miner().extract(page)

    assert part.confidence == pytest.approx(confidence, abs=0.06)
    assert {post.confidence for post in part.thread.posts} == {part.confidence}


def test_json_ld_that_is_broken_or_bottomless_is_passed_over() -> None:
    scripts = ('{"@type": "Comment"', "[" * 100_000, '{"@type": ["Comment"], "comment": 7}')
    page = document("".join(f'<script type="application/ld+json">{s}</script>' for s in scripts))

    assert identify(page) is None


def test_what_is_no_text_in_json_ld_costs_no_post() -> None:
    page = (
        (HERE / "jsonld.html").read_text(encoding="utf-8").replace("Vesna", r"V\ud800\u0000\u001b")
    )
    (part,) = Miner().extract(Document("demo", "page.html", page.encode()))

    assert "V\ufffd" in {post.author.name for post in part.thread.posts}


def test_a_page_of_a_thousand_kinds_of_dates_ends() -> None:
    body = "".join(
        f'<div class="{"x" * (n % 900)}"><b class="author">Ann</b> 3 May 2015, 10:00</div>'
        for n in range(2000)
    )

    assert list(Miner().extract(document("<div>" * 400 + body))) == []


def test_a_name_is_not_what_its_author_has() -> None:
    body = "".join(
        f'<div class="c" id="c{n}"><span class="name">{name}</span><b class="user">{n} Fans</b>'
        f"<i>1{n} May 2015, 10:00</i><div>Tell {name} that it is slow when it rains.</div></div>"
        for n, name in enumerate(("Tolly", "Marchbank", "Ossian"), 1)
    )

    (part,) = Miner().extract(document(f"<div>{body}</div>"))

    assert [post.author.name for post in part.thread.posts] == ["Tolly", "Marchbank", "Ossian"]


def test_one_date_shows_the_order_of_all() -> None:
    body = "".join(
        f'<div class="c" id="c{n}"><b class="user">{name}</b><i>{day}/04/2015 10:00</i>'
        f"<div>Tell {name} that it is slow when it rains.</div></div>"
        for n, (name, day) in enumerate((("Tolly", "05"), ("Marchbank", "07"), ("Ossian", "21")))
    )

    (part,) = Miner().extract(document(f"<div>{body}</div>"))

    days = [post.created and post.created.isoformat() for post in part.thread.posts]
    assert days == ["2015-04-05T10:00:00", "2015-04-07T10:00:00", "2015-04-21T10:00:00"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Slow kilns - Clay Talk</title>", "Slow kilns - Clay Talk"),
        (
            "<title>Slow kilns - Clay Talk</title><meta property=og:site_name content='Clay Talk'>",
            "Slow kilns",
        ),
        (
            "<title>Clay Talk » Slow kilns</title><meta property=og:title content='Clay Talk »"
            " Slow kilns'><body><a rel=home href=/>Clay Talk</a>",
            "Slow kilns",
        ),
        ("<title>Slow kilns | Clay Talk</title><body><h1>Clay Talk</h1>", "Clay Talk"),
        (
            "<title>Slow kilns | Clay Talk</title><body><h1>Clay Talk</h1>"
            "<p class=breadcrumb><a>Clay Talk</a> <a>Kilns</a></p>",
            "Slow kilns",
        ),
        (
            "<title>Clay Talk</title><meta property=og:site_name content='Clay Talk'>",
            "Clay Talk",
        ),
    ],
)
def test_a_title_goes_without_what_the_page_calls_its_site(head: str, title: str) -> None:
    post = (
        "<div class=post id=p{n}><b class=author>Ira{n}</b> <time>{n} May 2015, 10:00</time>"
        "<div class=words>Whoever makes bricks begins with clay, not with fire, {n} times.</div>"
        "</div>"
    )
    page = f"<html><head>{head}{''.join(post.format(n=n) for n in range(1, 4))}</html>"

    (part,) = Miner().extract(Document("demo", "page.html", page.encode()))

    assert part.thread.title == title


WORDS = "Whoever makes bricks begins with clay, not with fire, {n} times."
JOINED_ON = (
    "<div class=post id=p5{n}><dl class=who><dt><a class=author href=/u{n}>Ira{n}</a></dt>"
    "<dd><span>Posts : </span> {n}<br><span>Join date : </span> 2010-02-1{n}<br></dd></dl>"
    "<div class=said><p class=when>0{n} May 2015, 10:00</p>"
    f"<div class=content>{WORDS}</div></div></div>"
)
KNOWN_AS = (
    "<div class=post id=p5{n}><div class=who><div class=author-handle>(i{n})</div>"
    "<div class=author-name>Ira{n}</div></div><div class=when>0{n} May 2015, 10:00</div>"
    f"<div class=content>{WORDS}</div></div>"
)
BOXED = (
    "<table><tr id=p5{n}><td class=by><a class=author>Ira{n}</a></td><td>0{n} May 2015, 10:00</td>"
    "</tr><tr><td class=UserBox>Rank: Burner of the fifth kiln<br>Groups: Burners, Stokers, Potters"
    f"<br>Posts: {{n}}4 in all of these years</td><td class=message>{WORDS}</td></tr></table>"
)
COUNTED = (
    "<div id=view{n} data-lia-message-uid=5{n}><a class=author>Ira{n}</a>"
    f"<i>0{{n}} May 2015, 10:00</i><p class=comment-content>{WORDS}</p></div>"
)


@pytest.mark.parametrize("row", [JOINED_ON, KNOWN_AS, BOXED, COUNTED])
def test_a_post_is_told_from_what_stands_beside_it(row: str) -> None:
    (part,) = Miner().extract(document("".join(row.format(n=n) for n in range(1, 5))))

    for n, post in enumerate(part.thread.posts, 1):
        assert (post.id, post.author.name, post.body) == (f"5{n}", f"Ira{n}", WORDS.format(n=n))
        assert str(post.created) == f"2015-05-0{n} 10:00:00"
