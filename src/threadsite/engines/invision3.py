"""IP.Board 3.0 to 3.4: `#post_id_N`, `.entry-content`, `blockquote.ipsBlockquote`."""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.engines.attribution import named
from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.rules import Element, Rules, detach, select, text_of, value
from threadsite.markup.code import literal
from threadsite.markup.hooks import spoiler
from threadsite.markup.html import Walker
from threadsite.markup.nodes import CodeBlock, Node, QuoteBlock

USER = r"/user/(\d+)|showuser=(\d+)"
TOPIC = r"/topic/(\d+)|showtopic=(\d+)"
SHOWN = ":not(.no_sidebar):not(:has([id^=postsDelete_]))"
"""Not of results of a search, which are of many threads; not taken back."""


def citation(element: Element, _: Walker) -> Sequence[Node] | None:
    """The head of a quote of 3.0 to 3.3, and the quote that follows it."""
    following = element.getnext()
    return () if following is not None and "blockquote" in _kinds(following) else None


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A quote: its attributes say whose it is, or else the line above its words."""
    author, post = element.get("data-author"), element.get("data-cid")
    heads = [head for head in select(element, ".citation") if head.getparent() is element]
    before = element.getprevious()
    if not heads and before is not None and "citation" in _kinds(before):
        heads = [before]
    for head in heads[:1]:
        author = author or _author(head)
        post = post or value(head, "a::attr(href)::match(pid=(\\d+)|entry(\\d+)$)")
        if head is not before:
            detach(head)
    return [QuoteBlock(walker.blocks(element), author or None, post or None)]


def _author(head: Element) -> str | None:
    """In "View Post Juno, on 05 Jan 2012 - 12:00, said:" a name stands before the date."""
    link = select(head, "a")
    words = text_of(head).removeprefix(text_of(link[0])) if link else text_of(head)
    name, comma, _ = words.rpartition(", ") if words.count(", ") == 1 else words.partition(", ")
    return name.strip() if comma else named(words)


def _kinds(element: Element) -> list[str]:
    return (element.get("class") or "").split()


def code(element: Element, _: Walker) -> Sequence[Node]:
    """Code, painted in the browser."""
    return [CodeBlock(literal(element))]


class Invision3(HtmlEngine):
    """IP.Board from 2009 to 2015."""

    name = "invision3"
    rules = Rules(
        sign=("ipboard_body", "ipb.vars", "post_block", "ipbwrapper"),
        identify=("body#ipboard_body", ".post_block[id^=post_id_]"),
        title=(
            "h1.ipsType_pagetitle",
            ".main_topic_title::text",
            "h2.maintitle .topic_title",
            "meta[property='og:title']::attr(content)",
        ),
        title_of_page=r"^(.+?)(?: - [^-]+){1,2}$",
        thread_id=(
            f"link[rel=canonical]::attr(href)::match({TOPIC})",
            "input[name=t]::attr(value)",
            "a[href*='do=reply_post']::attr(href)::match([?&;]t=(\\d+))",
            f".pagination a, .post_id a::attr(href)::match({TOPIC})",
        ),
        thread_in_url=TOPIC,
        page_suffix=r"/page-\d+.*$|/page__.*$|[?&](?:s|st|page|p|view|pid)=.*$|#.*$",
        board=(
            "#breadcrumb a::attr(href)::match(/forum/\\d|showforum=)",
            ".breadcrumb.top a::attr(href)::match(/forum/\\d|showforum=)",
            "#secondary_navigation a::attr(href)::match(/forum/\\d|showforum=)",
        ),
        tags="a.ipsTag, .topic_tags a[data-tooltip]",
        locked=".topic_buttons li.important",
        page=(".pagination .page.active", ".pagination .active"),
        pages=(".pagination .pagejump::match((\\d+)\\D*$)", ".pagination .page"),
        private="form[action*='module=messaging']",
        withheld="::attr(class)::match((?:^| )moderated(?: |$))",
        post=(f"[id^=post_id_]{SHOWN}", f".post_block{SHOWN}"),
        post_id=(
            "::attr(id)::match(^post_id_(\\d+)$)",
            "a[id^=entry]::attr(id)::match(^entry(\\d+)$)",
            "[data-entry-pid]::attr(data-entry-pid)",
        ),
        post_url=(".post_id a::attr(href)", "a[itemprop=replyToUrl]::attr(href)"),
        position=".post_id a::match(#\\s?(\\d[\\d.,]*))",
        author=(
            ".author [itemprop=name]",
            ".author.vcard .fn",
            ".author a:not([class^=__user])",
            ".author",
            "h3.guest::text",
        ),
        author_id=(
            f".author a.url::attr(href)::match({USER})",
            f".author a::attr(href)::match({USER})",
            ".author [class*=__id]::attr(class)::match(__id(\\d+))",
        ),
        author_url=(".author a.url::attr(href)", ".author a[href*=user]::attr(href)"),
        author_title=(".author_info .title", ".author_info .group_title"),
        avatar=(".author_info .avatar img::attr(src)", "img.photo::attr(src)"),
        guest=".author_info .group_title:has(.guest), .post_wrap .guest",
        date=(
            "abbr.published::attr(title)",
            "[itemprop=commentTime]::attr(title)",
            "abbr.published",
            ".posted_info",
        ),
        edited=(".edit::match(,(?=.*\\d)(.*)$)", ".edit"),
        body=("[itemprop=commentText]", ".post.entry-content", ".entry-content", ".post"),
        drop=".edit, .ipsLikeBar, #attach_wrap",
        reactions=".rep_bar .reputation.positive",
        signature=".signature",
        attachment=("[id^=attach_wrap] li", ".attachment a[href*='module=attach']"),
        attachment_name=("a[title]::attr(title)::match(^\\S+\\.\\w+$)", "a", "img::attr(alt)"),
        poll=".poll[id^=poll_]",
        poll_question=".poll_question h4",
        poll_choice=("div.poll_question:nth-of-type(1) li", ".poll_question li"),
        poll_answer=(".answer", "label"),
        poll_votes=".votes",
        poll_voters="h3 .desc",
        board_title="h1.ipsType_pagetitle",
        board_group=".category_block",
        board_group_title="h3 a[href*=forum]",
        board_row="td.col_c_forum",
        board_link="h4 a",
        board_description="p.desc",
        row="tr[id^=trow_]:has(a.topic_title)",
        row_thread="a.topic_title",
        row_id="::attr(id)::match(\\d+)",
        row_replies="td[class*=views] li, td.stats li",
        row_views="td[class*=views] li.views, td.stats li.views",
    )
    dialect = dialect(
        classes={
            "ipsBlockquote": quote,
            "blockquote": quote,
            "citation": citation,
            "prettyprint": code,
            "bbc_spoiler": spoiler("bbc_spoiler_content", "bbc_spoiler_title"),
        }
    )
