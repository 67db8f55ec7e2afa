"""The print view of phpBB 3: a page of a thread, without numbers of posts and authors."""

from __future__ import annotations

from threadsite.engines.html import HtmlEngine
from threadsite.engines.phpbbcode import DIALECT
from threadsite.engines.rules import Rules

ADDRESS = (
    "#page-header h2 + p a[href*=viewtopic]",
    ".topic ~ .gensmall a[href*=viewtopic]",
)


class PhpBBPrint(HtmlEngine):
    """What `view=print` shows: prosilver as short posts, subsilver2 as tables between lines."""

    name = "phpbb-print"
    rules = Rules(
        sign=("page-number", "viewtopic"),
        identify=ADDRESS,
        title=("#page-header h2", ".topic"),
        thread_in_url=r"(?:[?&;@]|%3F)t=(\d+)",
        url=("link[rel=canonical]::attr(href)", *(f"{one}::attr(href)" for one in ADDRESS)),
        page_suffix=r"[&](?:sid|start|view|sk|sd|st|p|f)=[^&#]*|#.*$",
        page=(".page-number strong", ".topic ~ .gensmall strong", "td > .gensmall > strong"),
        pages=(".page-number strong", "td > .gensmall > strong"),
        post=("#page-body > .post", "table:has(td > hr.sep)"),
        post_title=(".post > h3", "tr:nth-child(2) td + td > b"),
        author=(".author strong", "tr:first-child td + td > b"),
        date=(".date strong", "tr:first-child td + td::match(\\[\\s*(.+?)\\s*\\]\\s*$)"),
        body=(".content", "td:has(> hr.sep)"),
        drop=(
            "hr.sep, td > table.tablebg:has(b.genmed), .inline-attachment dd",
            ".attachtitle, .attachcontent .gensmall",
        ),
        attachment="td:has(> hr.sep) > table.tablebg td:has([href*='file.php'], [src*='file.php'])",
        attachment_name=("img[src*='file.php']::attr(alt)", "a[href]"),
    )
    dialect = DIALECT
