"""Old addresses: what of a forum one means, in whatever form it was linked.

A thread has many addresses: with and without its title, of a page, of a post, for print, with a
session, from a search. What they have in common are the numbers of the thread and of the post. So
have boards and authors.

The forms of addresses are regular expressions of the kind that Python, browsers and web servers
read alike: links in posts, the page that stands for missing ones and redirects all go by them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote, urlsplit

LONGEST = 2000
"""Characters: no forum's address is longer."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What an address means: a thread, a post or both, or else a board or an author."""

    host: str
    thread: str | None = None
    post: str | None = None
    board: str | None = None
    author: str | None = None


def _asks(group: str, names: str) -> str:
    """The first of the parameters *names* that has a number, wherever in the query."""
    return rf"(?=[^#]*?[?&;](?:{names})=(?P<{group}>\d+))"


def _may_ask(group: str, names: str) -> str:
    return f"(?:{_asks(group, names)}|)"


def _path(form: str) -> str:
    """*form*, words in the place of a script, wherever the folder of the software is."""
    return rf"^[^?#]*(?:/|\?/?){form}(?=[?&#]|$)"


def _asked(script: str, group: str, names: str) -> str:
    """A *script* whose parameters *names* mean a board or an author."""
    return rf"/{script}(?=\?){_asks(group, names)}"


def _script(name: str, thread: str = "", post: str = "") -> str:
    """A script and the parameters that mean a *thread* or a *post*."""
    either = rf"(?=[^#]*?[?&;](?:{thread}|{post})=\d)" if thread and post else ""
    asks = _may_ask if either else _asks
    meant = ((group, names) for group, names in (("thread", thread), ("post", post)) if names)
    return rf"/{name}(?=\?){either}" + "".join(asks(group, names) for group, names in meant)


QUERY = r"^[^?#]*(?=\?)"
KUNENA = rf"{QUERY}(?=[^#]*option=com_kunena)(?=[^#]*view=topic){_asks('thread', 'id')}"
MESDISCUSSIONS = rf"/forum2\.php(?=\?){_asks('board', 'cat')}{_asks('thread', 'post')}"
OTHERS = r"(?:members?|users?|profiles?|blogs?|albums?|groups?|tags?|articles?|attachments?)/"
"""Folders of addresses that begin with a number, as those of threads do."""
INVISION = "comment|findpost|pid"

SCRIPTS = (
    # phpBB 2, whose anchors are bare numbers.
    rf"/viewtopic\.php(?=\?){_asks('thread', 't')}[^#]*#(?P<post>\d+)$",
    _script(r"viewtopic\.php", "t|id", "p|pid"),
    _script(r"showthread\.php", "t|tid|threadid", "p|pid|postid"),
    _script(r"showpost\.php", post="p|postid"),
    _script(r"printthread\.php", "t|tid"),
    _script(r"viewthread\.php", "tid", "pid"),
    _script(r"forum\.php", "tid|ptid", "pid"),
    _script(r"read\.php", "tid"),
    _script(r"thread\.php", "threadid", "postid"),
    _script("item", "id"),
    _script("post", post="id"),
    _script(r"topic_show\.pl", "tid", "pid"),
    _script(r"index\.php", "threadID", "postID"),
    # Phorum: the board, the thread, the post.
    r"/read\.php\?\d+,(?P<thread>\d+)(?:,(?P<post>\d+))?(?=[,&#]|$)",
    # vBulletin 4: `showthread.php?7-cone-six`.
    r"/showthread\.php\?(?P<thread>\d+)(?=[-&#]|$)",
    # SMF: `index.php?topic=7.msg42#msg42`, and with short addresses `index.php/topic,7.0.html`.
    r"(?:[?&;]topic=|/topic,)(?P<thread>\d+)(?:\.(?:msg(?P<post>\d+)|\d+|new))?"
    r"(?:\.html)?(?=[&;#]|$)",
    r"^[^?#]*/index\.php\?(?:[^#]*[&;])?msg=(?P<post>\d+)",
    # Kunena, where a bare number behind the address is a post, and MesDiscussions, where threads
    # are counted in each category.
    rf"^[^?#]*/(?:forums?|kunena)/(?!{OTHERS})(?:[^/?#]+/)+(?P<thread>\d+)-[^/?#]*(?:/page\d+)?"
    r"(?=[?#]|$)(?:[^#]*#(?P<post>\d+)$|)",
    KUNENA + r"[^#]*#(?P<post>\d+)$",
    KUNENA + _may_ask("post", "mesid"),
    rf"{QUERY}(?=[^#]*option=com_kunena)(?=[^#]*func=view){_asks('post', 'id')}",
    MESDISCUSSIONS + r"[^#]*#t(?P<post>\d+)$",
    MESDISCUSSIONS + _may_ask("post", "numreponse"),
    r"sujet_\d+_\d+\.htm#t(?P<post>\d+)$",
    # Invision, of all ages.
    rf"{QUERY}{_asks('thread', 'showtopic')}" + _may_ask("post", INVISION),
    rf"^[^?#]*(?:/|\?/?)topic/(?P<thread>\d+)(?=[-/?]){_asks('post', INVISION)}",
    rf"{QUERY}{_asks('post', INVISION)}",
)
"""Addresses that ask a script."""
# XenForo, Discourse, Invision, Vanilla, Flarum, NodeBB, vBulletin 5, WoltLab; the words of Inyoka.
PATHS = (
    r"threads/(?:[^/?&#]*\.)?(?P<thread>\d+)(?:/(?:post-(?P<post>\d+)|[^/?&#]*))?/?",
    r"posts/(?P<post>\d+)/?",
    r"t/(?:[^/?&#]+/)?(?P<thread>\d+)(?:/(?P<post>\d+))?/?",
    r"topic/(?P<thread>\d+)(?:[-/][^/?&#]*)?(?:/(?P<post>\d+))?/?(?:page/\d+/?)?",
    r"topic/(?P<thread>(?!\d+(?:[-/?&#]|$))[\w-]+)(?:/\d+)?/?",
    r"post/(?P<post>\d+)/?",
    r"discussion/(?:comment/(?P<post>\d+)|(?P<thread>\d+))(?:/[^?&#]*)?",
    r"d/(?P<thread>\d+)(?:-[^/?&#]*)?(?:/(?P<post>\d+))?/?",
    r"thread/(?P<thread>\d+)(?:-[^/?&#]*)?/?",
    r"thread-(?P<thread>\d+)-\d+-\d+\.html",
    r"thread-(?P<thread>\d+)(?:-post-(?P<post>\d+))?(?:-page-\d+)?\.html",
    r"(?:showthread|printthread)\.php/(?P<thread>\d+)(?:-[^/?&#]*)?(?:/page\d+)?/?",
    r"(?:t|ftopic|viewtopic|about|post)[-_]?(?P<thread>\d+)(?:[-_.][^/?&#]*)?\.html",
    r"question/(?P<thread>\d+)(?:/[^/?&#]*)?/?",
    r"node/(?P<thread>\d+)",
)
"""Addresses made of words, from behind the folder of the software."""
BOARDS = (
    _asked(r"viewforum\.php", "board", "f|id"),
    _asked(r"forumdisplay\.php", "board", "f|fid|forumid"),
    _asked(r"forum\.php", "board", "fid"),
    _asked(r"board_show\.pl", "board", "bid"),
    _asked(r"index\.php", "board", "boardID|showforum"),
    r"/forumdisplay\.php[/?](?P<board>\d+)(?=[-&#/?]|$)",
    r"/list\.php\?(?P<board>\d+)(?=[,&#]|$)",
    r"(?:[?&;]board=|/board,)(?P<board>\d+)(?:\.\d+)?(?:\.html)?(?=[&;#]|$)",
    _path(r"forums/(?:[^/?&#]*\.)?(?P<board>\d+)(?:/page-?\d+)?/?"),
    _path(r"forum/(?P<board>\d+)(?:-[^/?&#]*)?(?:/page/\d+)?/?"),
    _path(r"(?:board|category)/(?P<board>\d+)(?:[-/][^/?&#]*)?/?"),
    _path(r"c/(?:[^/?&#]+/){0,3}(?P<board>\d+)(?:/l/\w+)?/?"),
    _path(r"forum-(?P<board>\d+)(?:-\d+|-page-\d+)?\.html"),
)
AUTHORS = (
    _asked(r"(?:memberlist|profile)\.php", "author", "u|id"),
    _asked(r"member\.php", "author", "u|uid|userid"),
    _asked(r"(?:home|space)\.php", "author", "uid"),
    _asked(r"index\.php", "author", "userID|showuser"),
    r"/member\.php[/?](?P<author>\d+)(?=[-&#/?]|$)",
    r"[?&;]action=profile(?:[&;][^#]*)?[&;]u=(?P<author>\d+)(?=[&;#]|$)",
    _path(r"members/(?:[^/?&#]*\.)?(?P<author>\d+)(?:-[^/?&#]*)?/?"),
    _path(r"(?:profile|users?)/(?P<author>\d+)(?:[-/][^/?&#]*)?/?"),
    _path(r"u/(?P<author>[A-Za-z0-9_][\w.-]*)(?:/(?:summary|activity))?/?"),
    _path(r"(?:user|space-uid)-(?P<author>\d+)\.html"),
)
FORMS = (
    *SCRIPTS,
    # Where a server rewrites no addresses, words stand in the place of the query.
    *map(_path, PATHS),
    # vBulletin with words added to its addresses, which elsewhere are those of days.
    r"^[^?#]*/(?P<post>\d+)-post\d*\.html(?=[?#]|$)",
    rf"^(?![^?#]*/(?:{OTHERS}|\d{{4}}/))[^?#]*/(?P<thread>\d+)-[^/?#]+\.html(?=[?#]|$)",
    *BOARDS,
    *AUTHORS,
)
"""What stands behind the host, in the order in which they count: the first that matches tells the
`thread`, the `post` or both, else the `board` or the `author`. A `board` beside a thread is of
engines that count the threads of each."""
FRAGMENT = (
    r"#(?:p|pid|entry|post-?|post-id-|js-post-|msg-?|findComment-|Comment_|comment-)_?"
    r"(?P<post>\d+)$"
)
"""A post on the page of any form."""
HOME = (
    r"^[^?#]*/(?:index|forum|portal|ubbthreads)\.php"
    r"(?:\?(?:(?:sid|s|PHPSESSID)=[^&;#]*)?)?(?:#.*)?$"
)
"""The first page of a forum."""


@cache
def _compiled() -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """The fragment and the forms: to compile them takes longer than most commands."""
    return re.compile(FRAGMENT, re.ASCII), tuple(re.compile(form, re.ASCII) for form in FORMS)


def reference(url: str) -> Reference | None:
    """What *url* means; None for an address that is not a thread's or a post's."""
    name = host(url) if len(url) <= LONGEST else None
    if name is None:
        return None
    path, mark, query = url.partition("//")[2].partition("?")
    place = unquote(path) + mark + query
    fragment, forms = _compiled()
    found = next((match for form in forms if (match := form.search(place))), None)
    meant = found.groupdict() if found else {}
    board, thread, post = (meant.get(group) for group in ("board", "thread", "post"))
    inside = fragment.search(place)
    post = inside["post"] if inside else post
    if thread and board:
        thread = f"{board}-{thread}"
    if thread or post:
        return Reference(name, thread, post)
    return Reference(name, None, None, board, meant.get("author")) if found else None


def host(url: str | None) -> str | None:
    """The host of *url* without `www.`: forums answered to both."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None
