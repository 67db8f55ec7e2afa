"""Stack Exchange, 2010 until today: `#question`, `#answer-N`. The comments below are no posts."""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, detach, select_all
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Node, Spoiler

# Who edited a post signs before its author.
AUTHOR = ".post-signature:last-child .user-details"
# Where something else comes last, and in cards since 2025.
NAMED = ".user-details[itemprop=author] > a, .post-signature .s-user-card--link"
TIME = "[title]::attr(title)::match(^[^,]+)"


def unveiled(element: Element, walker: Walker) -> Sequence[Node]:
    """A quotation mark that hides words of the author."""
    return [Spoiler(walker.blocks(element))]


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
        hidden="#question.deleted-question, #question.deleted-answer",
        withheld="::attr(class)::match(\\bdeleted-(?:answer|question)\\b)",
        post="#question, .answer[id^=answer-]",
        post_id="::attr(id)",
        post_url=".js-share-link::attr(href)",
        author=(
            f"{AUTHOR} > a",
            f"{AUTHOR} [itemprop=name]::attr(content)",
            f"{AUTHOR}::text",
            NAMED,
            "[itemprop=author] [itemprop=name]",
        ),
        author_id=(
            f"{AUTHOR} > a::attr(href)::match(/users/(\\d+))",
            f"{NAMED}::attr(href)::match(/users/(\\d+))",
        ),
        author_url=(f"{AUTHOR} > a::attr(href)", f"{NAMED}::attr(href)"),
        avatar=".post-signature:last-child [class*=gravatar] img::attr(src)",
        date=(
            f".post-signature:last-child .user-action-time {TIME}",
            f".post-signature .s-user-card--time {TIME}",
            "time[itemprop=dateCreated]::attr(datetime)",
        ),
        edited=f".post-signature:not(:last-child) .user-action-time {TIME}",
        body=(".js-post-body", ".post-text", ".s-prose"),
        drop="button, .snippet-ctas",
    )
    dialect = dialect(classes={"spoiler": unveiled})

    def elements(self, page: Page) -> list[Element]:
        """Questions and answers, without the comments below them."""
        found = super().elements(page)
        for element in found:
            for comments in list(select_all(element, ".comments")):
                detach(comments)
        return found
