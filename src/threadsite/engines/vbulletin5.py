"""vBulletin 5 and 6: `li.b-post[data-node-id]`, microdata, quotes as in vBulletin 4."""

from __future__ import annotations

from threadsite.engines.embeds import card, dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.rules import Rules
from threadsite.engines.vbulletin4 import quote
from threadsite.markup.code import code


class VBulletin5(HtmlEngine):
    """vBulletin since 2012: all is nodes with numbers. Comments below posts are not read."""

    name = "vbulletin5"
    rules = Rules(
        sign=("vBulletin", "b-post"),
        identify=(
            "meta[name=generator][content^='vBulletin 5']",
            "meta[name=generator][content^='vBulletin 6']",
            "li.b-post.js-post",
        ),
        # Announcements and widgets have headings of the same class as the title.
        title_of_page=r"^(.+?)(?: - \S+ \d+)? - (?:(?! - ).)+$",
        thread_id=(
            "link[rel=canonical]::attr(href)::match(/(\\d+)-[^/]*$)",
            "li.b-post--first::attr(data-node-id)",
        ),
        thread_in_url=r"/(\d+)-[^/]*(?:/page\d+)?$",
        page_suffix=r"/page\d+.*$|[?#].*$",
        board="#breadcrumbs .crumb a:not([href='/'])",
        tags=".js-tags a, .b-tags a",
        page=(".js-pagenum::attr(value)", ".b-pagenav .selected"),
        pages=(".pagetotal", ".b-pagenav a::match(^\\d+$)"),
        post="li.b-post:not(.b-comment)::attr(data-node-id)::match(^\\d+$)",
        post_id="::attr(data-node-id)",
        post_url=("a.b-post__count::attr(href)", "meta[itemprop=url]::attr(content)"),
        position="a.b-post__count",
        author=(".author strong", ".author", "[itemprop=author] [itemprop=name]"),
        author_id=(
            "[data-vbnamecard]::attr(data-vbnamecard)",
            ".author a::attr(href)::match(member/(\\d+))",
        ),
        author_url=".author a::attr(href)",
        author_title=".usertitle",
        avatar=".b-avatar img::attr(src)",
        date=(
            "time[itemprop=dateCreated]::attr(datetime)",
            ".b-post__timestamp time::attr(datetime)",
            ".b-post__timestamp",
        ),
        edited=(".b-post__edit-info time::attr(datetime)", ".b-post__edit-info"),
        body=("[itemprop=text]", ".js-post__content-text"),
        signature=(".b-post__signature", ".signature"),
        drop=".b-post-attachments",
        attachment=".b-post-attachments__item",
        attachment_name=("img::attr(alt)::match(:\\s*(\\S+\\.\\w+))", "a[href]"),
        reactions=(".js-post__votes-count::match(\\d+)",),
    )
    dialect = dialect(
        classes={
            "bbcode_quote": quote,
            "bbcode_container": code("bbcode_code"),
            "b-bbcode__url--preview": card,
        }
    )
