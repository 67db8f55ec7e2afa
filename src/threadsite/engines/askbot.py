"""Askbot, and OSQA, which has the same roots: a question and its answers, `.post[data-post-id]`.
The comments below are no posts."""

from __future__ import annotations

from threadsite.engines.html import HtmlEngine
from threadsite.engines.rules import Rules

INFO = ".post-update-info"
# The first box says who asked or answered; a second one who edited last.
FIRST = f"{INFO}:first-child"
PERSON = f"{FIRST} .gravatar + p"
NAME = "::match(^\\s*([^♦]*[^♦\\s]))"


class Askbot(HtmlEngine):
    """Askbot since 0.6; what is older has the same boxes under other names."""

    name = "askbot"
    rules = Rules(
        sign=("askbot", "osqa", "OSQA", "post-update-info"),
        identify=(
            f".post .post-body {INFO}",
            "#question-table .question-body",
            ".short-summary .userinfo, #question-list .short-summary",
            "script::match(askbot\\['data'\\])",
        ),
        title=(
            ".post-content > h1 a",
            ".js-question h1 .js-editable-content",
            ".js-question h1",
            "h1 a[href*='/question/'], h1 a[href*='/questions/']",
        ),
        thread_id=(
            ".js-question::attr(data-post-id)",
            "#question-table::attr(data-post-id)",
            "link[rel=canonical]::attr(href)::match(/questions?/(\\d+))",
            "h1 a::attr(href)::match(/questions?/(\\d+))",
        ),
        thread_in_url=r"/questions?/(\d+)",
        page_suffix=r"[?#].*$",
        tags=("#question-tags a[rel=tag]", "#question-tags [rel=tag]"),
        page=(".paginator .curr[data-page]::attr(data-page)", ".paginator .curr"),
        pages=(".paginator::attr(data-num-pages)", ".paginator .page"),
        withheld="::attr(class)::match((?:^| )deleted(?: |$))",
        post=(
            "div.post:has(.post-body), #question-table:has(.post-body), .answer:has(.post-body)",
            "#question-table:has(.question-body), .answer:has(.answer-body)",
        ),
        post_id=(
            "::attr(data-post-id)",
            "::attr(id)::match(^(?:post-id|answer-container)-(\\d+)$)",
            ".post-content::attr(id)::match(^post-id-(\\d+)$)",
            ".vote-number::attr(id)::match(^question-vote-number-(\\d+)$)",
            ".comments::attr(id)::match(^comments-for-question-(\\d+)$)",
            ".post-score::attr(id)::match(^post-(\\d+)-score$)",
        ),
        post_url="a.permant-link::attr(href)",
        author=(
            f"{FIRST} .user-info > a",
            f"{INFO} .user-info > a",
            f"{INFO} a[href*='/users/']",
            # Where an archive took the links to people away.
            f"{PERSON} > span:first-child:not([class]){NAME}",
            f"{PERSON}::text{NAME}",
        ),
        author_id=f"{INFO} a[href*='/users/']::attr(href)::match(/users/(\\d+))",
        author_url=f"{INFO} a[href*='/users/']::attr(href)",
        avatar=f"{FIRST} img.gravatar::attr(src)",
        date=(
            f"{FIRST} abbr.timeago::attr(title)",
            f"{FIRST} time::attr(datetime)",
            f"{INFO} .timeago::attr(title)",
            f"{FIRST} strong::attr(title)",
            f"{FIRST} strong",
        ),
        edited=f"{FIRST} ~ {INFO} .timeago::attr(title)",
        body=(".post-body", ".question-body", ".answer-body", ".post-content"),
        drop=(
            ".post-update-info-container, .comments, .post-controls, .vote-buttons",
            "span.expander, .js-editable-controls, p.moderated",
        ),
    )
