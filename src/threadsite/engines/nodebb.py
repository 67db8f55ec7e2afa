"""NodeBB as its server renders it: `[component=post][data-pid]`, in Persona, Harmony and before."""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.engines.attribution import named
from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.rules import Element, Rules, text_of, value
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Node, QuoteBlock

PARENT = "[component='post/parent']"
POST = "a[href*='/post/']::attr(href)::match(/post/(\\d+))"


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A `<blockquote>`; the editor puts "@NAME said in TITLE:" with a link above it."""
    before = element.getprevious()
    head = before if before is not None and _is_head(before) else None
    name = named(text_of(head).partition(" in ")[0]) if head is not None else None
    post = value(head, POST) if head is not None else None
    return [QuoteBlock(walker.blocks(element), name and name.removeprefix("@"), post)]


def head_of_quote(element: Element, _: Walker) -> Sequence[Node] | None:
    """The paragraph above a quote, which the quote has read; any other is nobody's."""
    following = element.getnext()
    above = following is not None and following.tag == "blockquote"
    return () if above and _is_head(element) else None


def _is_head(element: Element) -> bool:
    return text_of(element).rstrip().endswith(":") and value(element, POST) is not None


class NodeBB(HtmlEngine):
    """NodeBB since 2014."""

    name = "nodebb"
    rules = Rules(
        sign=("nodebb", "NodeBB", "component="),
        identify=(
            "[component=post][data-pid], [data-pid][data-uid][data-username]",
            "[component=category][data-nextstart], [component='category/topic'][data-tid]",
            "[component='categories/category'][data-cid]",
        ),
        title=("[component='topic/title']", "[component='post/header'] h1", "h1"),
        title_of_page=r"^(.+?) (?:\||@) ",
        thread_id=("[component=topic]::attr(data-tid)", "[data-tid]::attr(data-tid)"),
        thread_in_url=r"/topic/(\d+)",
        page_suffix=r"[?&]page=\d+|/\d+$",
        board=(".breadcrumb a::attr(href)::match(/category/\\d+)",),
        tags=(".tags .tag-item, [component='topic/tags'] a",),
        locked="[component='topic/locked']:not(.hidden)",
        page=".pagination .page-item.active::attr(data-page)",
        pages=".pagination .page-item::attr(data-page)",
        hidden="[component='topic/deleted/message']:not(.hidden)",
        # Lists of somebody's posts, or of the best, are of many threads.
        withheld="::attr(class)::match((?:^| )deleted(?: |$))",
        post="[data-pid][data-uid]:not([component='user/picture']):not(a):not(.posts-list-item)",
        post_id="::attr(data-pid)",
        post_url=("a.permalink::attr(href)", "a.post-index::attr(href)", "a.timeago::attr(href)"),
        position=(".post-index::match(#([\\d.,]+))",),
        # As it is shown, which may be another name than that of the account.
        author=(
            "[itemprop=author] [itemprop=name]::attr(content)",
            "a[itemprop=author][data-username]",
            "::attr(data-username)",
        ),
        author_id="::attr(data-uid)::match(^([1-9]\\d*)$)",
        guest="::attr(data-uid)::match(^0$)",
        author_url="[itemprop=author] [itemprop=url]::attr(content)",
        author_title=".group-label, .user-title",
        avatar="img.avatar::attr(src)",
        date=(
            "meta[itemprop=datePublished]::attr(content)",
            "::attr(data-timestamp)",
            ".timeago::attr(title)",
        ),
        edited="meta[itemprop=dateModified]::attr(content)",
        reply_to=(
            f"{PARENT}::attr(data-parent-pid)",
            f"{PARENT}::attr(data-topid)",
            f"{PARENT}::attr(href)::match(/post/(\\d+))",
        ),
        body=("[component='post/content']", ".post-content", ".content"),
        # Themes may put the head of a post into its body.
        drop=(
            "[component='post/edit-indicator'], .post-footer, .post-author, a.permalink,"
            " .bookmarked, [component='post/editor']"
        ),
        signature="[component='post/signature'], .post-signature",
        board_row="[component='categories/category']",
        board_link=".title a",
        board_description=".description",
    )
    dialect = dialect(tags={"blockquote": quote, "p": head_of_quote})
