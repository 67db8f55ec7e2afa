"""FluxBB and PunBB: `div#pN.blockpost`, `.postleft`, `.postmsg`, `.quotebox`."""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.engines.attribution import named
from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.rules import Element, Rules, text_of, value
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Node, QuoteBlock


def quote(element: Element, walker: Walker) -> Sequence[Node] | None:
    """A box around the head in `<cite>` (older: `<h4>`) and the words in `<blockquote>`."""
    words = next(element.iter("blockquote"), None)
    head = next((child for child in element.iter("cite", "h4")), None)
    if words is None:
        return None
    # In PunBB 1.3 the box is the quote, and the head stands inside the words.
    inside = walker.without(head).blocks(words)
    post = value(head, "a::attr(href)::match(pid=(\\d+))") if head is not None else None
    return [QuoteBlock(inside, named(text_of(head)) if head is not None else None, post)]


class FluxBB(HtmlEngine):
    """FluxBB since 2008, and PunBB, from which it came."""

    name = "fluxbb"
    rules = Rules(
        sign=("blockpost", "punbb", "PunBB", "fluxbb", "FluxBB"),
        identify=(
            "#punviewtopic, #punviewforum, #punindex, #punsearch",
            "#brd-viewtopic, #brd-viewforum, #brd-index",
            ".blockpost[id^=p] .postleft",
        ),
        title=(".crumbs > li:last-child a", ".crumbs > li:last-child", "h1.main-title"),
        title_of_page=r"^(.+?)(?: \((?:Page|Seite|Strona|Страница) \d+\))? / ",
        thread_id=(
            "link[rel=canonical]::attr(href)::match(viewtopic\\.php\\?id=(\\d+))",
            ".crumbs > li:last-child a::attr(href)::match(viewtopic\\.php\\?id=(\\d+))",
            "a[href*='post.php?tid=']::attr(href)::match(tid=(\\d+))",
            "form[action*='post.php?tid=']::attr(action)::match(tid=(\\d+))",
            ".pagelink a::attr(href)::match(viewtopic\\.php\\?id=(\\d+))",
        ),
        thread_in_url=r"viewtopic\.php\?id=(\d+)",
        page_suffix=r"&p=\d+|&action=\w+|#.*$",
        board=(
            ".crumbs a::attr(href)::match(viewforum\\.php)",
            ".crumb a::attr(href)::match(forum)",
        ),
        page=(".pagelink > strong::match(^\\d+$)", ".paging strong::match(^\\d+$)"),
        pages=(".pagelink > a::match(^\\d+$)", ".paging a::match(^\\d+$)"),
        post=(
            "div.blockpost::attr(id)::match(^p\\d+$)",
            ".main-topic .post::attr(id)::match(^p\\d+$)",
        ),
        post_id="::attr(id)::match(^p(\\d+)$)",
        post_url=("h2 a::attr(href)", ".post-link a::attr(href)"),
        position=("h2 .conr::match(^#?\\s?([\\d.,]+))", ".post-num"),
        author=(".postleft dt", ".post-byline a", ".post-byline strong", ".username"),
        author_id=(
            ".postleft dt a::attr(href)::match(profile\\.php\\?id=(\\d+))",
            ".postleft a::attr(href)::match(profile\\.php\\?id=(\\d+))",
            ".post-byline a::attr(href)::match(id=(\\d+))",
        ),
        author_url=".postleft dt a::attr(href)",
        author_title=(".postleft .usertitle", ".usertitle"),
        avatar=(".postavatar img::attr(src)", ".useravatar img::attr(src)"),
        date=("h2 a", ".post-link a"),
        edited=(".postedit",),
        body=(".postmsg", ".entry-content"),
        drop=".postedit",
        signature=(".postsignature", ".sig-content"),
    )
    dialect = dialect({"quotebox": quote})
