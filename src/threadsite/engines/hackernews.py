"""The software of Hacker News, 2007 until today: tables, a comment in each `td.default`."""

from __future__ import annotations

from collections.abc import Iterator

from threadsite.engines.counts import number
from threadsite.engines.html import HtmlEngine
from threadsite.engines.nesting import ABOVE
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, select, text_of, value

USER = "a[href*='user?id=']"
SUBTEXT = "td.subtext"
STORY = f"table:has(> tr > {SUBTEXT}), table:has(> tbody > tr > {SUBTEXT})"
DEPTH = ("td.ind::attr(indent)", "td:first-child > img::attr(width)")


class HackerNews(HtmlEngine):
    """The words of a story, if it has any, and the comments on it."""

    name = "hackernews"
    rules = Rules(
        sign=("user?id=",),
        identify=(f"td.default .comhead {USER}", f"{SUBTEXT} {USER}", "table#hnmain"),
        title=(".titleline > a", "td.title > a[href]:not([href^=vote])", ".onstory a"),
        title_of_page=r"^(.*?) \| [^|]*$",
        thread_id=(
            "tr.submission::attr(id)",
            f"{SUBTEXT} [id^=score_]::attr(id)::match(\\d+)",
            ".onstory a::attr(href)::match(item\\?id=(\\d+))",
        ),
        thread_in_url=r"item\?id=(\d+)",
        page_suffix=r"&p=\d+$",
        post=f"tr:has(> td.default {USER}), {STORY}",
        post_id=(
            "tr.submission::attr(id)",
            f"{SUBTEXT} [id^=score_]::attr(id)::match(\\d+)",
            "a::attr(id)::match(^up_(\\d+)$)",
            ".age a::attr(href)::match(item\\?id=(\\d+))",
            ".comhead a::attr(href)::match(item\\?id=(\\d+))",
        ),
        post_url=(".age a::attr(href)", ".comhead a[href*='item?id=']::attr(href)"),
        author=USER,
        author_url=f"{USER}::attr(href)",
        date=(
            ".age::attr(title)::match(\\d{9,10}$)",
            ".age::attr(title)::match(^\\S+)",
            ".age",
            ".comhead::text",
            f"{SUBTEXT}::text",
        ),
        reply_to=f"::attr({ABOVE})",
        body=(
            ".toptext",
            # What polls offer has these classes too, in other cells.
            "td.default .commtext",
            "td.default .comment",
            f"tr:has(> {SUBTEXT}) ~ tr > td:nth-child(2):not(:has(form)):not(:has(table))",
        ),
        drop=(".reply", "p:has(> font[size='1'])"),
    )

    def elements(self, page: Page) -> list[Element]:
        """The story, when the page is about one only, and the comments, each with its parent.

        None of a page of comments on several stories: it is about who wrote them, or about nothing.
        """
        if len(set(_stories(page.root))) > 1:
            return []
        found = super().elements(page)
        self._answered(page)
        return [element for element in found if len(select(element, SUBTEXT)) < 2]

    def _answered(self, page: Page) -> None:
        """Write down at each comment which one it answers: the last that stands less deep."""
        path: list[tuple[int, str]] = []
        for row in select(page.root, "tr:has(> td.default)"):
            # One that a page is about stands above its answers, and is the only one not indented.
            stated = value(row, DEPTH)
            depth = -1 if stated is None else number(stated) or 0
            while path and path[-1][0] >= depth:
                path.pop()
            answered = path[-1][1] if path else self._parent(row, page)
            if answered:
                row.set(ABOVE, answered)
            path.append((depth, value(row, self.rules.post_id) or ""))

    def _parent(self, row: Element, page: Page) -> str | None:
        """The comment that the first of a page links as its parent; the story is none."""
        links = [link for link in select(row, ".comhead a") if text_of(link) == "parent"]
        id_ = value(links[0], "::attr(href)::match(item\\?id=(\\d+))") if links else None
        return None if id_ == self.thread_id(page) else id_


def _stories(root: Element) -> Iterator[str]:
    """The addresses of the stories that comments say they are on."""
    for link in select(root, ".comhead a[href*='item?id=']"):
        before = link.getprevious()
        parent = link.getparent()
        text = before.tail if before is not None else parent.text if parent is not None else None
        if (text or "").rstrip().endswith("on:"):
            yield link.get("href") or ""
