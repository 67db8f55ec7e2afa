"""The light views that vBulletin 3 and 4, Invision Power Board 2 and MyBB kept for crawlers.

Names, dates and words, and a link to the full page of the thread: no ids of posts, no signatures.
"""

from __future__ import annotations

from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.invisioncode import CLASSES
from threadsite.engines.mybbcode import quote
from threadsite.engines.rules import Rules

FULL = ("#navbar ~ .largefont a", "#ipbwrapper > #largetext a", "#fullversion a")
"""The link to the full page: of vBulletin, of Invision, of MyBB."""


class ArchiveView(HtmlEngine):
    """What `archive/` shows, and `lofiversion/`."""

    name = "archive-view"
    rules = Rules(
        sign=("largefont", "largetext", "fullversion"),
        identify=(
            ".pagebody > #navbar ~ .largefont a",
            "#ipbwrapper > #largetext ~ #ipbcontent",
            "#container > #fullversion ~ #content",
        ),
        title=FULL,
        url=tuple(f"{link}::attr(href)" for link in FULL),
        thread_in_url=(
            r"[?&]t(?:id)?=(\d+)|showtopic=(\d+)|showthread\.php[?/](\d+)|thread-(\d+)"
            r"|\bt-?(\d+)(?:-p?-?\d+)?\.html|/(\d+)-[^/]*$"
        ),
        page_suffix=r"[?&](?:s|page|st)=[^&#]*|-page-\d+|#.*$",
        board=(
            "#navbar a::attr(href)::match(f-\\d)",
            ".ipbnav a::attr(href)::match(\\bf\\d+\\.html)",
            ".navigation a::attr(href)::match(forum-\\d)",
        ),
        page=(
            "#pagenumbers b::match(\\[(\\d+)\\])",
            ".ipbpagespan b::match(\\d+)",
            ".multipage strong::match(^\\d+$)",
        ),
        pages="#pagenumbers a, .ipbpagespan a, .multipage a",
        post=(".post:has(> .posttext)", ".postwrapper", "#content > .post:has(> .message)"),
        author=(".posttop .username", ".postname", ".header .author"),
        author_id=".header .author a::attr(href)::match(uid=(\\d+)|user-(\\d+))",
        author_url=".header .author a::attr(href)",
        date=(".posttop .date", ".postdate", ".dateline"),
        body=(".posttext", ".postcontent", ".message"),
        board_title=FULL,
        row=("#content ol > li", ".topicwrap li"),
        row_thread="a::attr(href)::match(\\bt-?\\d+\\.html|thread-\\d+)",
        row_replies=".replycount, .desc, i",
    )
    dialect = dialect(classes=CLASSES, tags={"blockquote": quote})
