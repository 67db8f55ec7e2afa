"""The forum that never was, as dumps of it: pages in a folder, a zip or a web archive.

python benchmarks/dumps.py PAGES FOLDER
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from html import escape
from itertools import islice
from pathlib import Path

import click
from markdown_it import MarkdownIt

from forum import FORUM, POSTS_PER_PAGE, Forum
from threadsite.model import Author, Post, Thread

STAMP = (2012, 3, 4, 5, 6, 8)
"""When all of a zip was packed, so that the same pages give the same bytes."""
CAPTURED = "2012-03-04T05:06:08Z"
ENOUGH = 10**9
"""Posts: more than any dump has."""
MENU = "".join(
    f'<li><a href="/forums/board.{number}/" class="p-navEl-link">Board {number}</a></li>'
    for number in range(60)
)
"""What is around the posts of every page."""
rendered = MarkdownIt("commonmark").render

Page = tuple[str, str, str]
"""The name of a page, its address, and its HTML."""


def pages(count: int) -> Iterator[Page]:
    """The first pages of the forum, as many as *count*."""
    threads = Forum().threads(ENOUGH)
    return islice((page for thread in threads for page in _of_thread(thread)), count)


def as_folder(found: Iterator[Page], folder: Path) -> None:
    """Save the pages *found* as files of their own, a thousand threads in each folder."""
    for name, _, html in found:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(html.encode())


def as_zip(found: Iterator[Page], path: Path) -> None:
    """Pack the pages *found*."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, _, html in found:
            archive.writestr(zipfile.ZipInfo(name, STAMP), html, zipfile.ZIP_DEFLATED)


def as_warc(found: Iterator[Page], path: Path) -> None:
    """Record the pages *found* as answers of a server."""
    with path.open("wb") as file:
        for _, url, html in found:
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
            answer += html.encode()
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
                f"WARC-Date: {CAPTURED}\r\nContent-Type: application/http;msgtype=response\r\n"
                f"Content-Length: {len(answer)}\r\n\r\n"
            )
            file.write(head.encode() + answer + b"\r\n\r\n")


def _of_thread(thread: Thread) -> Iterator[Page]:
    total = -(-len(thread.posts) // POSTS_PER_PAGE)
    for number in range(1, total + 1):
        posts = thread.posts[(number - 1) * POSTS_PER_PAGE : number * POSTS_PER_PAGE]
        address = _address(thread, number)
        name = f"{int(thread.id) // 1000:03}/{thread.id}-{number}.html"
        yield name, f"https://{FORUM}{address}", _page(thread, posts, number, total)


def _address(thread: Thread, number: int) -> str:
    return f"/threads/thread.{thread.id}/" + (f"page-{number}" if number > 1 else "")


def _page(thread: Thread, posts: tuple[Post, ...], number: int, total: int) -> str:
    """A page as XenForo shows it."""
    title = escape(thread.title)
    crumbs = "".join(
        f'<li><a href="/forums/{place}.{place}/"><span itemprop="name">{escape(board)}</span></a>'
        for place, board in enumerate(thread.board, start=1)
    )
    links = "".join(_paging(thread, one, number) for one in range(1, total + 1))
    return f"""<!DOCTYPE html>
<html id="XF" lang="en-US" data-template="thread_view" data-content-key="thread-{thread.id}">
<head><meta charset="utf-8"><title>{title} | The forum that never was</title>
<link rel="canonical" href="https://{FORUM}{_address(thread, number)}"></head>
<body><nav class="p-nav"><ul>{MENU}</ul></nav>
<div class="p-body-main"><div class="p-body-content">
<ul class="p-breadcrumbs">{crumbs}</ul><h1 class="p-title-value">{title}</h1>
<nav class="pageNavWrapper"><div class="pageNav"><ul class="pageNav-main">{links}</ul></div></nav>
<div class="block-body">{"".join(map(_post, posts))}</div>
</div></div></body></html>"""


def _paging(thread: Thread, number: int, present: int) -> str:
    present_class = " pageNav-page--current" if number == present else ""
    address = _address(thread, number)
    return f'<li class="pageNav-page{present_class}"><a href="{address}">{number}</a></li>'


def _post(post: Post) -> str:
    time = f"{post.created:%Y-%m-%dT%H:%M:%S%z}"
    body = rendered(post.body)
    return f"""
<article class="message message--post js-post" data-author="{escape(post.author.name or "")}"
 data-content="post-{post.id}" id="js-post-{post.id}">{_person(post.author)}
<div class="message-cell message-cell--main"><header class="message-attribution">
<a href="/posts/{post.id}/"><time class="u-dt" datetime="{time}">{time}</time></a>
<ul class="message-attribution-opposite"><li><a href="/posts/{post.id}/">#{post.position}</a></li>
</ul></header><div class="message-content"><article class="message-body">
<div class="bbWrapper">{body}</div></article></div></div></article>"""


def _person(author: Author) -> str:
    link = f'href="/members/m.{author.id}/" data-user-id="{author.id}"'
    name = escape(author.name or "")
    return (
        '<div class="message-cell message-cell--user"><section class="message-user">'
        f'<h4 class="message-name"><a {link} class="username">{name}</a></h4>'
        '<h5 class="userTitle">Regular</h5></section></div>'
    )


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.argument("count", type=click.IntRange(min=1), metavar="PAGES")
@click.argument("folder", type=click.Path(path_type=Path))
def main(count: int, folder: Path) -> None:
    as_folder(pages(count), folder)


if __name__ == "__main__":
    main()
