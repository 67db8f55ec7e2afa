"""FluxBB and PunBB: `div#pN.blockpost`, `.postleft`, `.postmsg`, `.quotebox`."""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.engines.attribution import named
from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.rules import Element, Rules, text_of, value
from threadsite.engines.signature import without_rule
from threadsite.markup.code import literal
from threadsite.markup.html import Walker
from threadsite.markup.nodes import CodeBlock, Node, QuoteBlock

# PunBB since 1.3 has addresses to choose from: "topic/56/cracked-tenor/", "topic56.html".
TOPIC = r"viewtopic\.php\?id=(\d+)|topic/?(\d+)"
AUTHOR = r"(?:profile\.php\?id=|user/?)(\d+)"


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


def box(element: Element, walker: Walker) -> Sequence[Node] | None:
    """A quote of PunBB 1.2: a `<blockquote>` around a box with a head."""
    inner = next((child for child in element if child.get("class") == "incqbox"), None)
    if inner is None:
        return None
    head = next((child for child in inner if child.tag == "h4"), None)
    name = named(text_of(head)) if head is not None else None
    return [QuoteBlock(walker.without(head).blocks(inner), name)]


def listing(element: Element, _: Walker) -> Sequence[Node] | None:
    """Code, in PunBB 1.2 below a head."""
    found = next(element.iter("pre"), None)
    return [CodeBlock(literal(found))] if found is not None else None


class FluxBB(HtmlEngine):
    """FluxBB since 2008, and PunBB, from which it came."""

    name = "fluxbb"
    rules = Rules(
        sign=("blockpost", "punbb", "PunBB", "fluxbb", "FluxBB", "punview", "brd-"),
        identify=(
            # Each kind of page has an id of its own: "punviewtopic", "brd-userlist".
            "div.pun[id^=pun], #punviewtopic, #punviewforum, #punindex, #punsearch",
            "div.brd-page[id^=brd-], #brd-viewtopic, #brd-viewforum, #brd-index",
            ".blockpost[id^=p] .postleft",
        ),
        title=(
            ".crumbs > li:last-child a",
            ".crumbs > li:last-child",
            "h1.main-title .permalink",
            "h1.main-title",
            ".linkst li:last-child::match([^\\s\u00bb].*)",
        ),
        title_of_page=r"^(.+?)(?: \((?:Page|Seite|Strona|Страница) \d+\))? / ",
        thread_id=(
            f"link[rel=canonical]::attr(href)::match({TOPIC})",
            f".crumbs > li:last-child a::attr(href)::match({TOPIC})",
            f"h1.main-title .permalink::attr(href)::match({TOPIC})",
            "a[href*='post.php?tid=']::attr(href)::match(tid=(\\d+))",
            "form[action*='post.php?tid=']::attr(action)::match(tid=(\\d+))",
            f".pagelink a::attr(href)::match({TOPIC})",
        ),
        thread_in_url=TOPIC,
        page_suffix=r"&p=\d+|&action=\w+|(?<=/)page/\d+/?$|#.*$",
        board=(
            ".crumbs a::attr(href)::match(viewforum\\.php)",
            ".crumb a::attr(href)::match(viewforum|forum/?\\d)",
            ".linkst li a::attr(href)::match(viewforum\\.php)",
        ),
        page=(".pagelink > strong::match(^\\d+$)", ".paging strong::match(^\\d+$)"),
        pages=(".pagelink > a::match(^\\d+$)", ".paging a::match(^\\d+$)"),
        post=(
            "div.blockpost::attr(id)::match(^p\\d+$)",
            ".main-topic .post::attr(id)::match(^p\\d+$)",
            ".main-topic .post:has(> .posthead[id^=p])",
        ),
        post_id=("::attr(id)::match(^p(\\d+)$)", ".posthead::attr(id)::match(^p(\\d+)$)"),
        post_url=("h2 a::attr(href)", ".post-link a::attr(href)"),
        position=("h2 .conr::match(^#?\\s?([\\d.,]+))", ".post-num"),
        author=(".postleft dt", ".post-byline a", ".post-byline strong", ".username"),
        author_id=(
            f".postleft dt a::attr(href)::match({AUTHOR})",
            f".postleft a::attr(href)::match({AUTHOR})",
            f".post-byline a::attr(href)::match({AUTHOR})",
        ),
        author_url=(".postleft dt a::attr(href)", ".post-byline a::attr(href)"),
        author_title=(".postleft .usertitle", ".usertitle"),
        avatar=(".postavatar img::attr(src)", ".useravatar img::attr(src)"),
        date=("h2 a", ".post-link a"),
        edited=(".postedit", ".lastedit"),
        body=(".postmsg", ".entry-content"),
        drop=".postedit, .lastedit",
        signature=(".postsignature", ".sig-content"),
        locked=(
            "p.postlink:not(:has(a))",
            "h1.main-title:has(.permalink)::text::match(\\w)",
        ),
        board_group="[id^=idx], .main-content",
        board_group_title="h2 > span",
        board_row="td.tcl:has(h3 a[href*=viewforum])",
        board_link="h3 a",
        board_description=(".forumdesc", ".tclcon"),
        board_end="p, em",
        row="#vf tr:has(td.tcl a[href*='viewtopic.php?id='])",
        row_thread="td.tcl a[href*='viewtopic.php?id=']",
        row_board="td.tc2 a[href*='viewforum.php']",
        # Results of a search have the board in the place of the replies.
        row_replies=("td.tc2:not(:has(a))", "td.tc3"),
        row_views="td.tc2:not(:has(a)) + td.tc3",
        row_sticky=(".stickytext", "::attr(class)::match(\\bi?sticky\\b)"),
        row_locked=(".closedtext", "::attr(class)::match(\\bi?closed\\b)"),
    )
    dialect = dialect({"quotebox": quote, "codebox": listing}, {"blockquote": box})

    def signature_element(self, element: Element) -> Element | None:
        """Without the line above it."""
        return without_rule(super().signature_element(element))
