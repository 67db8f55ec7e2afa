"""Lobsters and its sister sites: `.comment[data-shortid]` in a tree of lists."""

from __future__ import annotations

import re

from threadsite.engines.html import HtmlEngine
from threadsite.engines.nesting import above
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, changed, select

COMMENT = re.compile(r"c_(\w+)$")
STORY = "ol.stories li.story"
NAME = ".byline a[href*='/~']:not(:has(img)), .byline a[href*='/u/']:not(:has(img))"


class Lobsters(HtmlEngine):
    """The words of a story, if it has any, and the comments on it."""

    name = "lobsters"
    rules = Rules(
        sign=("data-shortid",),
        identify=(".story[data-shortid] .story_liner", ".comments_subtree [data-shortid]"),
        title=f"{STORY} .link > a",
        title_of_page=r"^(.*?) \| [^|]*$",
        thread_id=f"{STORY}::attr(data-shortid)",
        thread_in_url=r"/s/(\w+)",
        page_suffix=r"[?#].*$",
        tags=f"{STORY} .tags .tag",
        post=f".comments [data-shortid].comment:has(.byline), {STORY}",
        post_id="::attr(data-shortid)",
        post_url=(".byline a[href*='/c/']::attr(href)", ".byline a[href*='#c_']::attr(href)"),
        author=NAME,
        author_url=f"{NAME}::attr(href)",
        avatar=".byline img::attr(src)",
        date=(
            ".byline time::attr(data-at-unix)",
            ".byline time::attr(datetime)",
            ".byline time::attr(title)",
            ".byline span[title]::attr(title)",
            ".byline time",
        ),
        body=(".comment_text", ".story_text"),
    )

    def elements(self, page: Page) -> list[Element]:
        """The story, with the words that stand behind its list, and the comments."""
        stories, words = select(page.root, STORY), select(page.root, ".story_content > .story_text")
        if len(stories) == 1 and words:
            stories[0].append(words[0])
            changed()
        return super().elements(page)

    def reply_to(self, element: Element) -> str | None:
        """The comment that this one stands below."""
        return above(element, "li", COMMENT)
