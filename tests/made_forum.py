"""An invented forum whose pages any test may save as it likes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

HOST = "hedge.example"
PER_PAGE = 4


@dataclass(frozen=True, slots=True)
class Said:
    """A post as the forum shows it."""

    id: int
    words: str
    name: str = "Maud"
    author: int | None = 12
    """None for a guest, or an account that is gone."""

    @property
    def day(self) -> str:
        """The day of March on which it was said."""
        return f"{self.id:02}"


def page(
    posts: Iterable[Said],
    number: int = 1,
    pages: int = 1,
    title: str = "Which thorn?",
    thread: int = 7,
) -> str:
    """A page of a thread, as prosilver shows it."""
    links = "".join(_paging(n, number, thread) for n in range(1, pages + 1))
    return (
        f'<!DOCTYPE html><html lang="en-gb"><head><title>{title} - Hedgerow</title></head>'
        '<body id="phpbb" class="section-viewtopic ltr">'
        '<ul id="nav-breadcrumbs" class="navlinks"><li class="breadcrumbs">'
        '<span class="crumb"><a href="./viewforum.php?f=6">Shrubs</a></span></li></ul>'
        f'<h2 class="topic-title"><a href="./viewtopic.php?t={thread}">{title}</a></h2>'
        f'<div class="pagination"><ul>{links}</ul></div>'
        f"{''.join(map(_post, posts))}</body></html>"
    )


def _paging(number: int, present: int, thread: int) -> str:
    if number == present:
        return f'<li class="active"><span>{number}</span></li>'
    address = f"./viewtopic.php?t={thread}&amp;start={(number - 1) * PER_PAGE}"
    return f'<li><a class="button" href="{address}">{number}</a></li>'


def _post(post: Said) -> str:
    name = f'<span class="username">{post.name}</span>'
    if post.author:
        address = f"./memberlist.php?mode=viewprofile&amp;u={post.author}"
        name = f'<a href="{address}" class="username">{post.name}</a>'
    return (
        f'<div id="p{post.id}" class="post bg2"><div class="inner">'
        f'<dl class="postprofile"><dt>{name}</dt></dl><div class="postbody">'
        f'<p class="author"><a href="./viewtopic.php?p={post.id}#p{post.id}"></a>'
        f"by <strong>{name}</strong> &raquo; "
        f'<time datetime="2012-03-{post.day}T10:00:00+00:00">then</time></p>'
        f'<div class="content">{post.words}</div></div></div></div>'
    )


def quote(name: str, post: int, words: str) -> str:
    """A quote of a post, as phpBB 3.2 and later write it."""
    link = f'<a href="./viewtopic.php?p={post}#p{post}" data-post-id="{post}">&uarr;</a>'
    return f"<blockquote><div><cite>{name} wrote: {link}</cite>{words}</div></blockquote>"


def board(threads: Mapping[int, tuple[str, int]]) -> str:
    """A list of threads: title and number of replies by id."""
    rows = "".join(
        '<li class="row bg1"><dl><dt>'
        f'<a href="./viewtopic.php?f=6&amp;t={id_}" class="topictitle">{title}</a></dt>'
        f'<dd class="posts">{replies} <dfn>Replies</dfn></dd>'
        '<dd class="views">90 <dfn>Views</dfn></dd></dl></li>'
        for id_, (title, replies) in threads.items()
    )
    return (
        '<!DOCTYPE html><html lang="en-gb"><head><title>Hedgerow - Shrubs</title></head>'
        '<body id="phpbb" class="section-viewforum ltr">'
        '<h2 class="forum-title"><a href="./viewforum.php?f=6">Shrubs</a></h2>'
        f'<ul class="topiclist topics">{rows}</ul></body></html>'
    )


def index(boards: Mapping[str, str]) -> str:
    """An index of boards: what each is about by its title."""
    rows = "".join(
        f'<li class="row"><dl><dt><a href="./viewforum.php?f=6" class="forumtitle">{title}</a><br>'
        f"{about}</dt></dl></li>"
        for title, about in boards.items()
    )
    return (
        '<!DOCTYPE html><html lang="en-gb"><head><title>Hedgerow - Index page</title></head>'
        '<body id="phpbb" class="section-index ltr"><div class="forabg">'
        f'<ul class="topiclist forums">{rows}</ul></div></body></html>'
    )


def printed(posts: Iterable[Said], number: int = 1, pages: int = 1, thread: int = 7) -> str:
    """The print view of a page of a thread: no numbers of posts or authors."""
    shown = "".join(
        f'<div class="post"><h3>Re: Which thorn?</h3><div class="date">Posted: <strong>'
        f"{post.day} Mar 2012, 10:00</strong></div>"
        f'<div class="author">by <strong>{post.name}</strong></div>'
        f'<div class="content">{post.words}</div></div><hr>'
        for post in posts
    )
    address = f"http://{HOST}/viewtopic.php?f=6&amp;t={thread}"
    return (
        '<!DOCTYPE html><html lang="en-gb"><head><title>Hedgerow</title></head><body id="phpbb">'
        '<div id="wrap"><div id="page-header"><h1>Hedgerow</h1><h2>Which thorn?</h2>'
        f'<p><a href="{address}">{address}</a></p></div><div id="page-body">'
        f'<div class="page-number">Page <strong>{number}</strong> of <strong>{pages}</strong></div>'
        f"{shown}</div></div></body></html>"
    )


def saved(folder: Path, pages: Mapping[tuple[str, str], str]) -> Path:
    """*folder* with captures of *pages*, each under its time and its address."""
    for (time, address), text in pages.items():
        path = folder / time / HOST / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
