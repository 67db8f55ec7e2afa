"""Drupal: a node, mostly of its forum module, and the comments below it; Drupal 5 to 10."""

from __future__ import annotations

import re

from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules

NODE = re.compile(r"/?(?:node|comment)/(\d+)|(\d+)\.html$")
# "Submitted by NAME on DATE": the name is a link, but for guests.
NAME = (
    r"^\W*(?:Submitted by|Posted by|By|Par|Soumis par|Von|Eingetragen von|Enviado por|Inviato da"
    r"|Verzonden door|Автор) (.+?)(?: \(not verified\))? (?:on|le|am|el|il|op|в)\b"
)


class Drupal(HtmlEngine):
    """A node with comments."""

    name = "drupal"
    rules = Rules(
        sign=("drupal", "Drupal", "sites/default", "sites/all"),
        identify=(
            "#comments .comment, .comment-wrapper .comment, [data-comment-user-id]",
            ".node-forum, .node--type-forum",
        ),
        title=("h1.page-title", "h1#page-title", ".node .title", "h1.title"),
        title_of_page=r"^(.+?) \| ",
        thread_id=(
            "link[rel=shortlink]::attr(href)::match(node/(\\d+))",
            "[id^=node-]::attr(id)::match(^node-(\\d+)$)",
            "[data-history-node-id]::attr(data-history-node-id)",
            "form[action*='comment/reply/']::attr(action)::match(reply/(?:node/)?(\\d+))",
            "a[href*='comment/reply/']::attr(href)::match(reply/(?:node/)?(\\d+))",
        ),
        thread_in_url=r"node/(\d+)",
        page_suffix=r"[?&]page=[\d,]+|#.*$",
        board=".breadcrumb a::attr(href)::match(forum/|taxonomy/term/)",
        post=(
            "#comments .comment, .comment-wrapper .comment, .node:not(:has(.node))",
            "article.comment, article.node",
        ),
        post_id=(
            "::attr(id)::match(^comment-(\\d+)$)",
            "::attr(about)::match(comment/((?:node-)?\\d+))",
            "a::attr(href)::match(#comment-(\\d+)$)",
        ),
        author=(".submitted .username", ".submitted a", f".submitted::match({NAME})", ".username"),
        author_id=(".submitted a::attr(href)::match(user/(\\d+))", ".username::attr(data-uid)"),
        author_url=(".submitted a::attr(href)",),
        avatar=".picture img::attr(src), .user-picture img::attr(src)",
        date=(
            "time::attr(datetime)",
            ".submitted [property*='dc:date']::attr(content)",
            ".submitted::match(\\b\\w{2,4}, \\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4} - \\d{1,2}:\\d\\d)",
            ".submitted",
        ),
        body=(".content .field-name-body, .content .field-name-comment-body", ".content"),
        guest=".submitted::match(\\(not verified\\))",
        drop=".links, .comment_forbidden",
        signature=".user-signature",
        attachment="table#attachments tr:has(a), .field-name-upload .file, .file--mime",
    )

    def elements(self, page: Page) -> list[Element]:
        """The comments, and the node; the id of a comment may stand in an anchor before it."""
        found = super().elements(page)
        number = self.thread_id(page) or _number(page)
        for element in found:
            before = element.getprevious()
            anchor = before.get("id", "") if before is not None and before.tag == "a" else ""
            if anchor.startswith("comment-") and not element.get("id"):
                element.set("id", anchor)
            elif number and not _is_comment(element):
                element.set("about", f"comment/node-{number}")
        return found


def _is_comment(element: Element) -> bool:
    inside = element.iterancestors()
    return element.get("id", "").startswith("comment-") or any(
        outer.get("id") == "comments" for outer in inside
    )


def _number(page: Page) -> str | None:
    found = NODE.search(page.url or page.document.name)
    return (found[1] or found[2]) if found else None
