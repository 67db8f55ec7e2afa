"""YaBB 2: `.displaycontainer` with `.message`, posts numbered in their thread, `YaBB.pl?num=`."""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.engines.attribution import named
from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.rules import Element, Rules, detach, text_of, value
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Node, QuoteBlock

TOPIC = r"[?;&]num=(\d+)"
POST = "a::attr(href)::match([?;&]num=\\d+/(\\d+))"


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A quote; its head before it links the quoted post: "NAME wrote on DATE"."""
    head, words = _before(element), walker.blocks(element)
    if head is None:
        return [QuoteBlock(words)]
    return [QuoteBlock(words, named(value(head, "a") or ""), value(head, POST))]


def head_of_quote(element: Element, _: Walker) -> Sequence[Node] | None:
    """What a quote has read; anything else is nobody's."""
    after = element.getnext()
    after = after.getnext() if after is not None and after.tag == "br" else after
    return () if after is not None and _is_quote(after) and _is_head(element) else None


def image(element: Element, _: Walker) -> Sequence[Node] | None:
    """A picture, which a script shows when it has its size."""
    if (element.get("name") or "").endswith("img_resize"):
        element.attrib.pop("style", "")
    return None


def _before(quoted: Element) -> Element | None:
    head = quoted.getprevious()
    head = head.getprevious() if head is not None and head.tag == "br" else head
    return head if head is not None and _is_head(head) else None


def _is_quote(element: Element) -> bool:
    return "quote" in (element.get("class") or "").split()


def _is_head(element: Element) -> bool:
    return text_of(element).rstrip().endswith(":") and value(element, POST) is not None


class YaBB(HtmlEngine):
    """YaBB since 2004."""

    name = "yabb"
    rules = Rules(
        sign=("YaBB", "yabb"),
        identify=(
            ".displaycontainer .message",
            "#yabbclock, script[src$='/YaBB.js'], script[src*='/YaBB.js?']",
        ),
        title=(
            "td.titlebg a[href*='num=']",
            "td.titlebg b",
        ),
        title_of_page=r"^(?:.+? - )?(.+)$",
        thread_id=(
            f"link[rel=canonical]::attr(href)::match({TOPIC})",
            f"td.titlebg a::attr(href)::match({TOPIC})",
            f".displaycontainer .small a::attr(href)::match({TOPIC})",
            "a[href*='action=print']::attr(href)::match([?;]num=(\\d+))",
        ),
        thread_in_url=TOPIC,
        page_suffix=r"(?<=\d)/\d+.*$|#.*$",
        board=".nav a::attr(href)::match([?;](?:catselect|board)=)",
        views="td.titlebg::match(\\(\\D+([\\d,.]+)[^()]*\\)\\s*$)",
        post=".displaycontainer:has(.message)",
        post_id=(
            "a[name]::attr(name)::match(^\\d+$)",
            ".anchor::attr(id)::match(^\\d+$)",
        ),
        post_title=".small:has(> .small) > b",
        author=(
            "td a[href*='action=viewprofile']",
            "td.post-userinfo > b",
            "td > a[name] ~ b",
        ),
        author_id="td a[href*='action=viewprofile']::attr(href)::match(username=([^;&#]+))",
        author_url="td a[href*='action=viewprofile']::attr(href)",
        guest="td.post-userinfo > b:not(:has(a)), td > a[name] ~ b:not(:has(a))",
        date=(
            ".small .small:has(> b)::text",
            ".small:has(> b ~ br)::text",
            ".small .small",
        ),
        edited=".small i::match(:\\s*(.+\\d[ap]m))",
        body=".message",
        signature=".small:has(> hr.hr:first-child):not(:has(> .small))",
        attachment="a[href*='action=downloadfile']:not(:has(img[name]))",
        attachment_name="::match(\\S.*)",
        attachment_url="::attr(href)",
        row="tr:has(> td a[href*='num=']):has(> td + td + td + td)",
        row_thread=f"td a::attr(href)::match({TOPIC}$)",
        row_replies="td:nth-child(4)",
        row_views="td:nth-child(5)",
    )
    dialect = dialect({"quote": quote}, {"img": image, "b": head_of_quote, "span": head_of_quote})

    def signature_element(self, element: Element) -> Element | None:
        """Without the line above it."""
        found = super().signature_element(element)
        if found is not None:
            detach(found[0])
        return found
