"""Lemmy, as its own interface renders it on the server: `#comment-N` in a tree of lists."""

from __future__ import annotations

import re
from dataclasses import replace

from threadsite.engines.html import HtmlEngine
from threadsite.engines.nesting import above
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules
from threadsite.model import Post

COMMENT = re.compile(r"comment-(\d+)$")
PERSON = "a[href*='/u/']:not([href*='/u/@'])"
CREATED = r"^(?:[^:\d]+: )?([^\n]+)"
EDITED = r"\n[^\d]*?(\S+, [^\n]+)$"


class Lemmy(HtmlEngine):
    """The words of a submission, if it has any, and the comments on it."""

    name = "lemmy"
    rules = Rules(
        sign=("lemmy", "Lemmy"),
        identify=(
            "#app .post-listing",
            "#root .post-listing",
            "#app .comment-node, #root .comment-node",
        ),
        title=("h1.h4", ".post-title h1", ".post-title h5", "h1"),
        title_of_page=r"^(.*?) - [^-]*$",
        thread_id=(
            "link[rel=canonical]::attr(href)::match(/post/(\\d+))",
            "meta[property='og:url']::attr(content)::match(/post/(\\d+))",
        ),
        thread_in_url=r"/post/(\d+)",
        page_suffix=r"[?#].*$",
        board=".post-listing a.community-link",
        post="article.comment-node, .comment > .comment-node, .post-listing:has(#postContent)",
        post_id="::attr(id)::match(^comment-(\\d+)$)",
        post_url="a[href*='/comment/']::attr(href)",
        author=(f"{PERSON} > span", PERSON),
        author_id=f"{PERSON}::attr(href)::match(/u/([^/?#]+)$)",
        author_url=f"{PERSON}::attr(href)",
        avatar=f"{PERSON} img::attr(src)",
        date=(
            f".moment-time::attr(data-tippy-content)::match({CREATED})",
            f"span > span[data-tippy-content]::attr(data-tippy-content)::match({CREATED})",
        ),
        edited=f".moment-time::attr(data-tippy-content)::match({EDITED})",
        body=(".comment-content", "#postContent", ".md-div"),
    )

    def post(self, element: Element, page: Page) -> Post:
        """The submission has the number of its thread, which a comment may have too."""
        post, number = super().post(element, page), self.thread_id(page)
        return post if post.id or not number else replace(post, id=f"post-{number}")

    def reply_to(self, element: Element) -> str | None:
        """The comment that this one stands below."""
        return above(element, "li", COMMENT) or above(element, "div", COMMENT)
