"""phpBB 3.0 to 3.3: prosilver, subsilver2 and the themes derived from them."""

from __future__ import annotations

from threadsite.engines.html import HtmlEngine
from threadsite.engines.phpbbcode import DIALECT
from threadsite.engines.rules import Element, Rules
from threadsite.engines.signature import below_line

# A mirror has "@" or an escape for what begins the query, and more behind "viewtopic".
USER = r"(?:[?&;@]|%3F)u=(\d+)"
TOPIC = r"(?:[?&;@]|%3F)t=(\d+)"
# What phpBB 2 has as well is the list itself: "memberlist.php?mode=joined".
MEMBERS = r"(?:[?&@]|%3F)mode=(?:viewprofile|contactadmin|team|leaders|group|searchuser|email)"
# A post may link any forum, one of another version too.
NOT_OLD = "body:not(:has(.forumline)):not(:has(.bodyline)):not(:has(a.mainmenu))"
# Results of a search, and the review below an editor, are one table for many posts.
NOT_FOUND = ":not(:has(p.topictitle)):not(:has(a[name^=pr], a[id^=pr]))"
BOARD = r"::attr(href)::match(viewforum[^?@%]*(?:[?@]|%3F)(?:.*&)?f=\d+|-f\d+)"


class PhpBB3(HtmlEngine):
    """phpBB since 2007: `#pN` or `a[name=pN]`, `.postprofile` or `.postauthor`.

    The file is long for its rules: each of the two old styles has its own word for everything.
    """

    name = "phpbb3"
    rules = Rules(
        sign=("viewtopic", "viewforum", "memberlist", "phpbb"),
        identify=(
            # The print view has an engine of its own.
            "body#phpbb:not(:has(#page-header h2 + p a))",
            "table.tablebg .postauthor, table.tablebg a.forumlink, table.tablebg a.topictitle",
            f"{NOT_OLD} a[href*=ucp][href*='mode=']",
            f"{NOT_OLD} a[href*=memberlist]::attr(href)::match({MEMBERS})",
            "link[href*='/styles/prosilver/'], img[src*='/styles/subsilver2/']",
        ),
        title=(
            ".topic-title",
            "#pageheader h2",
            "#page-header h2",
            "h2 a[href*=viewtopic]",
            "h3 a[href*=viewtopic][href*='t=']",
            # Where addresses have words, or the title is no link.
            "#page-body > h2",
            "meta[property='og:title']::attr(content)",
        ),
        title_of_page=r"^.+? (?:•|::) .{3,40}? - (.+)$|^(.+?)(?: - \S+ \d+)? - [^-]+$",
        thread_id=(
            f"h2 a[href*=viewtopic]::attr(href)::match({TOPIC})",
            f"link[rel=canonical]::attr(href)::match({TOPIC})",
            f"a[href*='mode=reply']::attr(href)::match({TOPIC})",
            f"a[href*='view=print']::attr(href)::match({TOPIC})",
        ),
        thread_in_url=rf"{TOPIC}|(?:-t|topic)(\d+)",
        url=("link[rel=canonical]::attr(href)", "h2 a[href*=viewtopic]::attr(href)"),
        page_suffix=r"[&](?:sid|start|hilit|view|sk|sd|st|p|f)=[^&#]*|#.*$",
        board=(
            f"#nav-breadcrumbs a{BOARD}",
            f".breadcrumbs a{BOARD}",
            f".breadcrumb a{BOARD}",
            f"#breadcrumbs a{BOARD}",
            f".navlinks a{BOARD}",
            f".crumb a{BOARD}",
        ),
        page=(
            ".pagination li.active::match(^\\d+$)",
            ".pagination strong",
            "td.nav > strong::match(^\\d+$)",
        ),
        pages=(
            ".pagination li a::match(^\\d+$)",
            ".pagination strong, .pagination a::match(^\\d+$)",
            "td.nav > strong::match(^\\d+$)",
        ),
        private="body.section-ucp",
        withheld=(
            ".post-notice.unapproved, .post-notice.deleted, form.mcp_approve, .postapprove",
            ".rules a[href*='mode=approve_details']",
            "::attr(class)::match((?:^| )(?:unapproved|deleted)(?: |$))",
        ),
        post=(
            "div.post::attr(id)::match(^p\\d+$)",
            # Without ids, but neither results of a search nor the review below an editor.
            "div.post:not(.search):not([id^=pr]):has(.postbody .content)",
            "div.post:not(.search):not([id^=pr]):has(> .content)",
            f"table.tablebg:has(.postbody):has(a[name^=p]){NOT_FOUND}",
            f"table.tablebg:has(.postbody):has(td > .postauthor):has(.gensmall a[href*='#p'])"
            f"{NOT_FOUND}",
            "[id^=p]::attr(id)::match(^p\\d+$)",
        ),
        post_id=(
            "::attr(id)::match(^p(\\d+)$)",
            "[id^=p]::attr(id)::match(^p(\\d+)$)",
            "a[name^=p]::attr(name)::match(^p(\\d+)$)",
            "[id^=post_content]::attr(id)::match(\\d+)",
            ".postprofile::attr(id)::match(\\d+)",
            "h3 a::attr(href)::match(#p(\\d+))",
            ".gensmall a[href*=viewtopic]::attr(href)::match(#p(\\d+)$)",
        ),
        post_url="a[href*=viewtopic][href*='#p']::attr(href)::match(^[^&#]*)",
        position="a.icon_post_target::match(#\\s?(\\d+))",
        post_title=(
            "h3 a[href*='#p']",
            "td.gensmall > div[style*=left]:has(> b)::text",
            ".postsubject",
        ),
        author=(
            ".postprofile .username, .postprofile .username-coloured",
            ".author .username, .author .username-coloured",
            ".postauthor",
            ".author strong",
            "a.username, a.username-coloured, span.username",
            ".postprofile dt a[href*='mode=viewprofile']",
            ".postprofile dt",
            "a[href*='mode=viewprofile']",
        ),
        author_id=(
            f".postprofile a[href*='mode=viewprofile']::attr(href)::match({USER})",
            f"a.username::attr(href)::match({USER})",
            f"a.username-coloured::attr(href)::match({USER})",
            f".author a[href*='mode=viewprofile']::attr(href)::match({USER})",
            f".postauthor a::attr(href)::match({USER})",
            ".postprofile a::attr(href)::match(author_id=(\\d+))",
            f"td > div.gensmall a[href*='mode=viewprofile']::attr(href)::match({USER})",
        ),
        guest=".postprofile:has(span.username):not(:has(.profile-joined))",
        author_title=(
            ".profile-rank",
            ".postprofile dd:not(:has(*))",
            "td.profile td.postdetails, .posterrank",
        ),
        avatar=(".postprofile .avatar img::attr(src)", "img[src*='file.php?avatar=']::attr(src)"),
        date=(
            ".author time::attr(datetime)",
            ".author::match(»(.+)$)",
            ".author",
            ".date",
            "td.gensmall div:has(a[href*='#p'])::text",
            "td.gensmall div::text",
            "td.postbottom:first-child",
            "*:has(> a[href*=viewtopic][href*='#p']):not(cite):not(h2):not(h3)",
            ".postbody time::attr(datetime)",
        ),
        edited=(".notice", "td > .gensmall"),
        body=(".postbody .content", ".content", ".postbody"),
        drop=(
            ".attachbox, .notice, .inline-attachment dd, .signature",
            ".attachtitle, .attachcontent .gensmall",
        ),
        signature=(".signature", ".postbody ~ .postbody"),
        attachment=(
            ".attachbox dl.file, .attachbox dl.thumbnail",
            "td:has(> .postbody) > table.tablebg td:has([href*='file.php'], [src*='file.php'])",
        ),
        attachment_name=("img[src*='file.php']::attr(alt)", "a.postlink", "a[href]"),
        attachment_url=("a::attr(href)", "img::attr(src)"),
        locked=(
            "a[href*='mode=reply'].button .fa-lock, a[href*='mode=reply'].locked-icon",
            ".locked-icon, img[src*='_topic_locked.']",
        ),
        poll=(".panel:has(fieldset.polls)", "td.row2 > form:has(td > span.gen)"),
        poll_question=(".content > h2", "span.gen > b"),
        poll_choice=(
            "table table tr:has(> td > span.gen)",
            "fieldset.polls dl[data-poll-option-id]",
            "fieldset.polls dl:has(> dd[class^=resultbar] > div)",
            "fieldset.polls dl:has(input[name^=vote_id])",
        ),
        poll_answer=("dt", "td > span.gen"),
        poll_votes=(
            "dd > [class^=pollbar]",
            "dd.resultbar > div",
            "td.gen::match(\\[\\s*(\\d+)\\s*\\])",
        ),
        board_title="h2.forum-title",
        board_about="h2 + div > div[style*='display: none']",
        board_group=".forabg, .forumbg",
        board_group_title="li.header dt a",
        board_row=("li.row:has(a.forumtitle)", "tr:has(> td > a.forumlink)"),
        board_link="a.forumtitle, a.forumlink",
        board_description=(".list-inner", "dt", "p.forumdesc"),
        board_end="strong:not([class]), div, a.subforum",
        row=("li.row:has(a.topictitle)", "tr:has(> td > a.topictitle)"),
        row_thread="a.topictitle",
        row_board="a[href*=viewforum]",
        row_replies=("dd.posts::text", "dd:has(> dfn)::text", "td > .topicdetails"),
        row_views=(
            "dd.views::text",
            "dd:has(> dfn) ~ dd:has(> dfn)::text",
            "td:has(> .topicdetails) + td > .topicdetails",
        ),
        row_sticky="::attr(class)::match(sticky|announce)",
        row_locked=("dl::attr(class)::match(_locked)", "img[src*=_locked]"),
        row_moved=("dl::attr(class)::match(_moved)", "[style*=_moved], img[src*=_moved]"),
    )
    dialect = DIALECT

    def signature_element(self, element: Element) -> Element | None:
        """Without the line that subsilver2 sets above it."""
        found = super().signature_element(element)
        below = below_line(found) if found is not None else None
        return found if below is None else below
