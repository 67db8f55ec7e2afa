"""XenForo 2.0 to 2.3, whatever the theme, with or without its data attributes.

Over 150 lines, since each version and theme leaves out other attributes: its rules have many falls.
"""

from __future__ import annotations

from collections.abc import Iterator

from threadsite.engines.counts import number
from threadsite.engines.embeds import card, dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.rules import Element, Rules, select, value, values
from threadsite.engines.xenforocode import QUOTE, media, quote
from threadsite.markup.code import code
from threadsite.markup.hooks import spoiler
from threadsite.model import Reaction

PAGE = r"link[rel=canonical]::attr(href)::match(page-(\d+))"
MEMBER = r"\.(\d+)/?$"
LIST = "[data-template^=forum_view]"
"""The page of a board, which may show its articles whole."""
THREAD = f"html:not({LIST}) > body:not({LIST})"
CARDS = "div.california-article-post, .MessageCard:has(.MessageCard__content)"
"""Posts of a widespread theme, of which the first, or all, have classes of their own."""
PERMALINK = r"[./](\d+)(?:\.html|/)(?:page-\d+/?)?(?:#post-|post-)\d"
BOARD = r"[./]\d+/?$|(?:forums|categories)/[^/?]+/?$"


class XenForo2(HtmlEngine):
    """XenForo since 2017: `data-content="post-N"`, `time[datetime]`, `.bbWrapper`."""

    name = "xenforo2"
    rules = Rules(
        sign=('id="XF"', "js-post", "p-body-"),
        identify=("html#XF", "article.js-post.message", ".p-body-main .p-body-content"),
        title=(
            "h1.p-title-value::text",
            "h1.p-title-value > a::text",
            "h1.MessageCard__thread-title, h1[qid=page-header]",
            "meta[property='og:title']::attr(content)",
        ),
        title_of_page=r"^(.+?)(?: \| [^|]*? \d+)?(?: [|-] (?:(?! [|-] ).)+)$",
        thread_id=(
            "html[data-content-key^=thread-]::attr(data-content-key)::match(\\d+)",
            "[data-lb-id^=thread-]::attr(data-lb-id)::match(\\d+)",
            f".message-attribution a::attr(href)::match({PERMALINK})",
        ),
        thread_in_url=r"[./](\d+)(?:\.html|/)?(?:page-\d+|post-\d+|latest|unread)?/?(?:[?#].*)?$",
        page_suffix=r"page-\d+/?(?:[?#].*)?$",
        board=f".p-breadcrumbs a::attr(href)::match({BOARD})",
        tags=(".js-tagList a.tagItem", "a.tagItem"),
        locked=".blockStatus-message--locked",
        page=(".pageNav-page--current", ".pageNavSimple-el--current", PAGE),
        pages=(".pageNav-main .pageNav-page", ".pageNavSimple-el--current::match(\\d+\\D+$)"),
        hidden=".blockStatus-message--deleted, .blockStatus-message--moderated",
        withheld=(
            ".message--deleted",
            ".messageNotice--deleted, .messageNotice--moderated",
        ),
        post=(
            f"{THREAD} article.message.js-post, article.message--post, {CARDS}",
            f"{THREAD} .message.js-post, .message--post, {THREAD} [id^=js-post-]",
        ),
        post_id=(
            "::attr(data-content)::match(^post-(\\d+))",
            "::attr(id)::match(post-(\\d+))",
            ".u-anchorTarget::attr(id)::match(^post-(\\d+))",
            ".message-userContent::attr(data-lb-id)::match(^post-(\\d+))",
            ".MessageCard__content::attr(data-post-id)",
            ".message-attribution a::attr(href)::match(\\bpost-(\\d+))",
        ),
        post_url=(
            ".message-attribution a[href*='post-']::attr(href)",
            ".MessageCard__date-created::attr(href)",
        ),
        position=(
            ".message-attribution-opposite a::match(#\\s?(\\d[\\d.,]*))",
            ".message-attribution a::match(#\\s?(\\d[\\d.,]*))",
            ".message-attribution::match(#\\s?(\\d[\\d.,]*))",
            ".MessageCard__post-position::match(\\d[\\d.,]*)",
        ),
        author=(
            "::attr(data-author)",
            ".message-name [itemprop=name]",
            ".message-name .username",
            ".message-name",
            ".message-user .username",
            ".MessageCard__user-info__name",
        ),
        author_id=(
            ".message-name [data-user-id]::attr(data-user-id)",
            ".message-user [data-user-id]::attr(data-user-id)",
            ".message-attribution-user [data-user-id]::attr(data-user-id)",
            ".message-articleUserInfo [data-user-id]::attr(data-user-id)",
            ".MessageCard__header [data-user-id]::attr(data-user-id)",
            f".message-name a[href]::attr(href)::match({MEMBER})",
            f".message-user a.avatar[href]::attr(href)::match({MEMBER})",
            ".message-user [class*=avatar-u]::attr(class)::match(avatar-u(\\d+)-)",
        ),
        author_url=(
            ".message-name a[href]::attr(href)",
            ".message-attribution-user a.username::attr(href)",
            ".message-articleUserName a::attr(href)",
            ".MessageCard__header a[data-user-id]::attr(href)",
        ),
        author_title=".userTitle",
        avatar=(
            ".message-avatar img::attr(src)",
            ".message-attribution-user img::attr(src)",
            ".message-articleUserInfo .avatar img::attr(src)",
            ".MessageCard__avatar img::attr(src)",
        ),
        date=(
            ".message-attribution time::attr(datetime)",
            ".message-attribution time::attr(data-time)",
            ".message-attribution time::attr(data-timestamp)",
            ".message-attribution .u-dt::attr(title)",
            "time[itemprop=datePublished]::attr(datetime)",
            ".MessageCard__date-created time::attr(datetime)",
            "[data-lb-caption-desc]::attr(data-lb-caption-desc)::match(·(.+)$)",
            ".message-attribution *::text",
            "header *::text",
        ),
        edited=(".message-lastEdit time::attr(datetime)", ".message-lastEdit"),
        body=(".message-body .bbWrapper", ".message-body", ".message-userContent .bbWrapper"),
        drop=(
            ".samCodeUnit, .samBannerUnit, .js-selectToQuoteEnd",
            ".bbCodeBlock-expandLink, .bbCodeBlock-shrinkLink",
        ),
        signature=(
            ".message-signature .bbWrapper",
            ".message-signature",
            "#signature-content-wrapper .bbWrapper",
        ),
        attachment=".message-attachments li.attachment, .message-attachments li.file",
        attachment_name=(
            ".attachment-name a",
            ".file-name::attr(title)",
            ".file-name",
            "img::attr(alt)",
        ),
        poll=(".block:has(.pollResult)", ".js-pollBlock"),
        poll_question=".block-header::text",
        poll_choice=(".pollResult", ".inputChoices-choice"),
        poll_answer=(".pollResult-response", ".iconic-label"),
        poll_votes=".pollResult-votes",
        poll_voters=(".block-footer .pairs dd", ".pairs dd"),
        board_about=f"{LIST} .p-description",
        board_group=".block--category",
        board_group_title=".block-header a",
        board_row=".node-main",
        board_link=".node-title a",
        board_description=".node-description",
        board_title=f"{LIST} h1.p-title-value",
        # What was moved stands in its old board with an id of its own, which is no thread's.
        row=".structItem--thread:not(:has(.structItem-status--redirect)), .message--article",
        row_thread=(
            ".structItem-title a[data-tp-primary]",
            ".structItem-title a[data-preview-url]",
            ".structItem-title a:not(.labelLink)",
            ".article-title a:not(.labelLink), .articlePreview-title a:not(.labelLink)",
        ),
        row_id="::attr(class)::match(js-threadListItem-(\\d+))",
        row_board=".structItem-parts a[href*='/forums/']",
        row_replies=(
            ".structItem-cell--meta dl:not(.structItem-minor) dd",
            ".actionBar-action--replies, .articlePreview-replies",
        ),
        row_views=".structItem-cell--meta dl.structItem-minor dd",
        row_sticky=".structItem-status--sticky",
        row_locked=".structItem-status--locked",
    )
    dialect = dialect(
        classes={
            QUOTE: quote,
            "bbMediaJustifier": media,
            "bbOembed": media,
            "bbCodeBlock--code": code("bbCodeCode"),
            "bbCodeBlock--unfurl": card,
            "bbCodeSpoiler": spoiler("bbCodeSpoiler-content", "bbCodeSpoiler-button-title"),
        }
    )

    def reactions(self, element: Element) -> Iterator[Reaction]:
        """How many reacted; a page that shows several kinds does not say which had how many."""
        link = select(element, ".reactionsBar-link")
        if not link:
            return
        others = number(value(link[0], "*::match(\\d[\\d.,]{0,12}(?=\\D{0,40}$))")) or 0
        kinds = values(element, ".reactionSummary img::attr(alt)")
        count = len(select(link[0], "bdi")) + others
        yield Reaction(kinds[0] if len(kinds) == 1 else "Reaction", count)
