"""Posts that a page states in microdata of schema.org."""

from __future__ import annotations

from threadsite.engines.miner import marks
from threadsite.engines.miner.marks import Found
from threadsite.engines.rules import Element, detach, select, text_of, value

TYPES = ("DiscussionForumPosting", "SocialMediaPosting", "Comment", "UserComments", "Question",
         "Answer")  # fmt: skip
ITEMS = ", ".join(f"[itemtype$='schema.org/{name}']" for name in TYPES)
BODY = tuple(f"[itemprop={name}]:not(meta)" for name in ("articleBody", "text", "commentText"))
AUTHOR = (
    "[itemprop=author] [itemprop=name]",
    "[itemprop=creator] [itemprop=name]",
    "[itemprop=author] meta[itemprop=name]::attr(content)",
    "[itemprop=author]",
    "[itemprop=creator]",
)
URL = ("[itemprop=author] a::attr(href)", "a[itemprop=author]::attr(href)")
DATE = tuple(
    f"[itemprop={name}]{ending}"
    for name in ("datePublished", "dateCreated", "commentTime")
    for ending in ("::attr(datetime)", "::attr(content)", "")
)
NUMBER = "::attr(id)::match(\\d+)"
CONFIDENCE = 0.95


def declared(root: Element) -> Found | None:
    """The posts that microdata states; None when it states none with words and an author."""
    posts = []
    for item in reversed(select(root, ITEMS)):
        # Those inside another were read before it, and are no part of it.
        body = select(item, BODY)
        if body and (post := _post(item, body[0])) is not None:
            posts.append(post)
            detach(item)
    return Found(posts[::-1], CONFIDENCE) if posts else None


def _post(item: Element, body: Element) -> Element | None:
    author = value(item, AUTHOR)
    if not author or not (text_of(body) or select(body, "img, iframe, video")):
        return None
    return marks.post(
        body,
        author=author,
        author_url=value(item, URL),
        date=value(item, DATE) or "",
        number=value(item, NUMBER) or "",
    )
