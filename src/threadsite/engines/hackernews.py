"""The software of Hacker News, 2007 until today: tables, a comment in each `td.default`."""

from __future__ import annotations

from threadsite.engines.counts import number
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, select, value

USER = "a[href*='user?id=']"
SUBTEXT = "td.subtext"
STORY = f"table:has(> tr > {SUBTEXT}), table:has(> tbody > tr > {SUBTEXT})"
DEPTH = ("td.ind::attr(indent)", "td:first-child > img::attr(width)")
ABOVE = "data-threadsite-above"


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
            ".commtext",
            ".comment",
            ".toptext",
            f"tr:has(> {SUBTEXT}) ~ tr > td:nth-child(2):not(:has(form))",
        ),
        drop=(".reply", "p:has(> font[size='1'])"),
    )

    def elements(self, page: Page) -> list[Element]:
        """The story, when the page is about one only, and the comments, each with its parent."""
        posts = []
        for element in super().elements(page):
            stories = select(element, SUBTEXT)
            if len(stories) < 2:
                posts.append(element)
        self._answered(posts)
        return posts

    def _answered(self, posts: list[Element]) -> None:
        """Write down at each of *posts* which one it answers: the last that stands less deep."""
        path: list[tuple[int, str]] = []
        for element in posts:
            if element.tag == "table":
                continue
            depth = number(value(element, DEPTH)) or 0
            while path and path[-1][0] >= depth:
                path.pop()
            if path:
                element.set(ABOVE, path[-1][1])
            path.append((depth, value(element, self.rules.post_id) or ""))
