"""Askbot: a question and its answers, `.post[data-post-id]`. The comments below are no posts."""

from __future__ import annotations

from threadsite.engines.html import HtmlEngine
from threadsite.engines.rules import Rules

INFO = ".post-update-info"
# The first box says who asked or answered; a second one who edited last.
FIRST = f"{INFO}:first-child"


class Askbot(HtmlEngine):
    """Askbot since 0.7; what is older has the same boxes under other names."""

    name = "askbot"
    rules = Rules(
        sign=("askbot",),
        identify=(
            f".post .post-body {INFO}",
            ".short-summary .userinfo, #question-list .short-summary",
            "script::match(askbot\\['data'\\])",
        ),
        title=(".post-content > h1 a", ".js-question h1", "h1 a[href*='/question/']"),
        thread_id=(
            ".js-question::attr(data-post-id)",
            "#question-table::attr(data-post-id)",
            "link[rel=canonical]::attr(href)::match(/question/(\\d+))",
        ),
        thread_in_url=r"/question/(\d+)",
        page_suffix=r"[?#].*$",
        tags="#question-tags a[rel=tag]",
        page=(".paginator .curr[data-page]::attr(data-page)", ".paginator .curr"),
        pages=(".paginator::attr(data-num-pages)", ".paginator .page"),
        post="div.post:has(.post-body), #question-table:has(.post-body), .answer:has(.post-body)",
        post_id=(
            "::attr(data-post-id)",
            "::attr(id)::match(^post-id-(\\d+)$)",
            ".post-content::attr(id)::match(^post-id-(\\d+)$)",
        ),
        post_url="a.permant-link::attr(href)",
        author=(f"{FIRST} .user-info > a", f"{INFO} .user-info > a", f"{INFO} a[href*='/users/']"),
        author_id=f"{INFO} a[href*='/users/']::attr(href)::match(/users/(\\d+))",
        author_url=f"{INFO} a[href*='/users/']::attr(href)",
        avatar=f"{FIRST} img.gravatar::attr(src)",
        date=(
            f"{FIRST} abbr.timeago::attr(title)",
            f"{FIRST} time::attr(datetime)",
            f"{INFO} .timeago::attr(title)",
        ),
        edited=f"{FIRST} ~ {INFO} .timeago::attr(title)",
        body=(".post-body", ".post-content"),
        drop=(
            ".post-update-info-container, .comments, .post-controls, .vote-buttons",
            "span.expander",
        ),
    )
