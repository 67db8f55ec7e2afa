"""UBB.threads 7: `td.subjecttable`, `td.author-content`, `.post_inner`, `.ubbcode-block`."""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.engines.attribution import named
from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.rules import Element, Rules, own_text, select
from threadsite.markup.code import literal
from threadsite.markup.html import Walker
from threadsite.markup.nodes import CodeBlock, Node, QuoteBlock, Spoiler

TOPIC = r"/topics/(\d+)|showflat\D+Number[=/](\d+)"
USER = r"/users/(\d+)|User[=/](\d+)"
MOMENT = r"(\d{1,2}/\d{1,2}/\d{2,4} +\d{1,2}:\d{2} ?(?:[AaPp][Mm])?)"
CODE = frozenset(("code", "php code", "html"))


def block(element: Element, walker: Walker) -> Sequence[Node] | None:
    """A box with a head and a body: a quote, code or a spoiler, as its head says."""
    words = next(iter(select(element, ".ubbcode-body")), None)
    if words is None:
        return None
    head = next(iter(select(element, ".ubbcode-header")), None)
    title = " ".join(own_text(head).split()).strip(" :") if head is not None else ""
    if title.casefold() in CODE:
        return [CodeBlock(literal(words))]
    if select(element, ".ubbcode-header input, .ubbcode-header button"):
        return [Spoiler(walker.blocks(words))]
    return [QuoteBlock(walker.blocks(words), named(title))]


class UBBThreads(HtmlEngine):
    """UBB.threads since 2006."""

    name = "ubbthreads"
    rules = Rules(
        sign=("ubbthreads", "subjecttable", "topicsubject"),
        identify=(
            "td.post-content .post_inner",
            "td.topicsubject a[href*='ubbthreads.php']",
            "meta[name=generator][content^='UBB.threads']",
        ),
        title=("h1", ".breadcrumbs > span:last-child::text::match([^»>\\s].*)"),
        title_of_page=r"^(.+?) - .+$",
        thread_id=(
            f"link[rel=canonical]::attr(href)::match({TOPIC})",
            "a[href*=printthread]::attr(href)::match([mM]ain[=/](\\d+))",
            f"td.subjecttable a::attr(href)::match({TOPIC})",
        ),
        thread_in_url=TOPIC,
        page_suffix=r"#.*$",
        board=".breadcrumbs a::attr(href)::match(/forums/\\d|/category/\\d|postlist|ubb=cfrm&c=)",
        post=(
            "table:has(> tr > td.post-content)",
            "table:has(> tbody > tr > td.post-content)",
        ),
        post_id=(
            "a[id^=number]::match(\\d+)",
            "span[id^=number]::match(\\d+)",
            ".subjecttable a::attr(href)::match(#Post(\\d+))",
        ),
        post_url=".subjecttable a[href*='#Post']::attr(href)",
        post_title=".subjecttable a[href*='#Post']",
        author=(
            ".author-content .username",
            ".author-content a[href*='/users/']",
            ".author-name",
        ),
        author_id=f".author-content a::attr(href)::match({USER})",
        author_url=".author-content a[href*=user]::attr(href)",
        avatar=".author-content img.avatar::attr(src)",
        date=(
            f".subjecttable .iblock::match({MOMENT})",
            f".subjecttable::match({MOMENT})",
            ".subjecttable .iblock",
            ".subjecttable .date",
        ),
        edited=(f".post_inner .edited-wording::match({MOMENT})", ".edited-wording .date"),
        reply_to=".subjecttable .small a::attr(href)::match(#Post(\\d+)$)",
        body=(".post_inner [id^=body]", ".post_inner"),
        drop=".edited-wording, .signature, .post_top_link",
        signature=".signature",
        attachment="a[href*='ubb=download'], a[href*='ubb/download']",
        attachment_name="::match(\\S.*)",
        attachment_url="::attr(href)",
        row="tr:has(> td.topicsubject)",
        row_thread=f"td.topicsubject a::attr(href)::match({TOPIC})",
        row_replies="td.topicreplies",
        row_views="td.topicviews",
    )
    dialect = dialect({"ubbcode-block": block})
