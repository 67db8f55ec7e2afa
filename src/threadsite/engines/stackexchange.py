"""Stack Exchange, 2010 until today: `#question`, `#answer-N`. The comments below are no posts."""

from __future__ import annotations

from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, detach, select_all

# Who edited a post signs before its author.
AUTHOR = ".post-signature:last-child .user-details"
TIME = "[title]::attr(title)::match(^[^,]+)"


class StackExchange(HtmlEngine):
    """Questions and answers, dated to the second in tooltips."""

    name = "stackexchange"
    rules = Rules(
        sign=("stackexchange", "StackExchange", "sstatic.net"),
        identify=(
            "#mainbar #question",
            "#mainbar #questions .question-summary, #mainbar #questions .s-post-summary",
            "#qlist-wrapper #question-mini-list",
        ),
        title="#question-header h1",
        title_of_page=r"^(?:[^-]{1,40} - )?(.+) - [^-]+$",
        thread_id=(
            "#question::attr(data-questionid)",
            "#question-header a::attr(href)::match(/questions/(\\d+))",
        ),
        thread_in_url=r"/questions/(\d+)",
        page_suffix=r"[?#].*$",
        tags=("#question .post-taglist a[rel=tag]", "#question a.post-tag"),
        page=(".pager-answers .current", ".s-pagination .is-selected"),
        pages=(".pager-answers .page-numbers", ".s-pagination--item"),
        post="#question, .answer[id^=answer-]",
        post_id="::attr(id)",
        post_url=".js-share-link::attr(href)",
        author=(
            f"{AUTHOR} > a",
            f"{AUTHOR} [itemprop=name]::attr(content)",
            f"{AUTHOR}::text",
        ),
        author_id=f"{AUTHOR} > a::attr(href)::match(/users/(\\d+))",
        author_url=f"{AUTHOR} > a::attr(href)",
        avatar=".post-signature:last-child [class*=gravatar] img::attr(src)",
        date=(
            f".post-signature:last-child .user-action-time {TIME}",
            "time[itemprop=dateCreated]::attr(datetime)",
        ),
        edited=f".post-signature:not(:last-child) .user-action-time {TIME}",
        body=(".js-post-body", ".post-text"),
    )

    def elements(self, page: Page) -> list[Element]:
        """Questions and answers, without the comments below them."""
        found = super().elements(page)
        for element in found:
            for comments in list(select_all(element, ".comments")):
                detach(comments)
        return found
