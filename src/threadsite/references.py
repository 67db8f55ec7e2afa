"""Old addresses: which thread or post of a forum one means, in whatever form it was linked.

A thread has many addresses: with and without its title, of a page, of a post, for print, with a
session, from a search. What they have in common are the numbers of the thread and of the post.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

LONGEST = 2000
"""Characters: no forum's address is longer."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What an address means. At least one of *thread* and *post* is there."""

    host: str
    thread: str | None = None
    post: str | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """An address taken apart."""

    host: str
    path: str
    query: dict[str, str]
    fragment: str


Reader = Callable[[Address], tuple[str | None, str | None]]
"""Thread and post, either or both None."""

# The numbers in the paths of engines whose addresses are made of words: XenForo, Discourse,
# Invision, Vanilla, Flarum, NodeBB, vBulletin 5, WoltLab; and the words of Inyoka's.
PATHS = tuple(
    re.compile(pattern)
    for pattern in (
        r"/threads/(?:[^/]*\.)?(?P<thread>\d+)(?:/(?:post-(?P<post>\d+)|[^/]*))?/?$",
        r"/posts/(?P<post>\d+)/?$",
        r"/t/(?:[^/]+/)?(?P<thread>\d+)(?:/(?P<post>\d+))?/?$",
        r"/topic/(?P<thread>\d+)(?:[-/][^/]*)?(?:/(?P<post>\d+))?/?(?:page/\d+/?)?$",
        r"/topic/(?P<thread>(?!\d+(?:[-/]|$))[\w-]+)(?:/\d+)?/?$",
        r"/post/(?P<post>\d+)/?$",
        r"/discussion/(?:comment/(?P<post>\d+)|(?P<thread>\d+))(?:/.*)?$",
        r"/d/(?P<thread>\d+)(?:-[^/]*)?(?:/(?P<post>\d+))?/?$",
        r"/thread/(?P<thread>\d+)(?:-[^/]*)?/?$",
        r"/thread-(?P<thread>\d+)(?:-post-(?P<post>\d+))?(?:-page-\d+)?\.html$",
        r"/(?:showthread|printthread)\.php/(?P<thread>\d+)(?:-[^/]*)?(?:/page\d+)?/?$",
        r"/(?:t|ftopic|viewtopic|about|post)[-_]?(?P<thread>\d+)(?:[-_.][^/]*)?\.html$",
    )
)
# The parameters of scripts: which names the thread, which the post.
SCRIPTS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("viewtopic.php", ("t", "id"), ("p", "pid")),
    ("showthread.php", ("t", "tid", "threadid"), ("p", "pid", "postid")),
    ("showpost.php", (), ("p", "postid")),
    ("printthread.php", ("t", "tid"), ()),
    ("viewthread.php", ("tid",), ("pid",)),
    ("forum.php", ("tid",), ("pid",)),
    ("read.php", ("tid",), ()),
    ("thread.php", ("threadid",), ("postid",)),
    ("item", ("id",), ()),
    ("post", (), ("id",)),
)
IN_FRAGMENT = re.compile(
    r"(?:p|pid|post|post-|msg-?|js-post-|findComment-|Comment_|comment-)_?(\d+)"
)
MESSAGE = re.compile(r"(?P<thread>\d+)(?:\.(?:msg(?P<post>\d+)|\d+|new|0))?")
COMMAS = re.compile(r"\d+,(\d{1,18})(?:,(\d{1,18}))?(?:,|$)")
KUNENA = re.compile(r"/(?:forums?|kunena)/[^/]+/(\d{1,18})-[^/]*$")
SUJET = re.compile(r"sujet_\d+_\d+\.htm$")
FIRST_WORD = re.compile(r"(\d{1,18})(?:-|$)")
NUMBER = re.compile(r"\d{1,18}")


def reference(url: str) -> Reference | None:
    """What *url* means; None for an address that is not a thread's or a post's."""
    address = _address(url)
    if address is None:
        return None
    thread, post = next((found for read in READERS if any(found := read(address))), (None, None))
    inside = IN_FRAGMENT.fullmatch(address.fragment)
    post = inside[1] if inside else post
    return Reference(address.host, thread, post) if thread or post else None


def host(url: str | None) -> str | None:
    """The host of *url* without `www.`: forums answered to both."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def _address(url: str) -> Address | None:
    name = host(url) if len(url) <= LONGEST else None
    if name is None:
        return None
    parts = urlsplit(url)
    # Old templates wrote `&amp;` into addresses that were escaped again; `;` parted parameters too.
    query = parts.query.replace("&amp;", "&").replace(";", "&")
    pairs = parse_qs(query, keep_blank_values=True, max_num_fields=100, errors="replace")
    first = {key: values[0] for key, values in pairs.items()}
    # `index.php?/topic/7-kiln/` and `index.php?threads/kiln.7/`: a path in the place of a query.
    bare = query.partition("&")[0]
    path = f"/{bare.lstrip('/')}" if "/" in bare and "=" not in bare else parts.path
    return Address(name, unquote(path), first, unquote(parts.fragment))


def _script(address: Address) -> tuple[str | None, str | None]:
    name = address.path.rpartition("/")[2].lower()
    for script, threads, posts in SCRIPTS:
        if name == script:
            return _number(address, threads), _number(address, posts)
    return None, None


def _first_word(address: Address) -> tuple[str | None, str | None]:
    """vBulletin 4: `showthread.php?7-cone-six`."""
    found = FIRST_WORD.match(next(iter(address.query), ""))
    named = address.path.endswith("/showthread.php") and found
    return (found[1], None) if named and found else (None, None)


def _message(address: Address) -> tuple[str | None, str | None]:
    """SMF: `index.php?topic=7.msg42#msg42`, and with short addresses `index.php/topic,7.0.html`."""
    text = address.query.get("topic", "")
    if not text and "/topic," in address.path:
        text = address.path.rpartition("/topic,")[2].removesuffix(".html")
    found = MESSAGE.fullmatch(text)
    return (found["thread"], found["post"]) if found else (None, None)


def _invision(address: Address) -> tuple[str | None, str | None]:
    """IPB: `index.php?showtopic=7`, and for a post `&findpost=` or `?do=findComment&comment=`."""
    thread = _number(address, ("showtopic",))
    post = _number(address, ("comment", "findpost", "pid"))
    return (thread or _path(address)[0], post) if thread or post else (None, None)


def _phorum(address: Address) -> tuple[str | None, str | None]:
    """Phorum: `read.php?BOARD,THREAD,POST`."""
    found = COMMAS.match(next(iter(address.query), ""))
    named = address.path.endswith("/read.php") and found
    return (found[1], found[2]) if named and found else (None, None)


def _kunena(address: Address) -> tuple[str | None, str | None]:
    """Kunena: `/forum/5-looms/7-cone-six#42`, and by parameters: with a view, `id` is a thread."""
    inside = NUMBER.fullmatch(address.fragment)
    post = inside[0] if inside else None
    if found := KUNENA.search(address.path):
        return found[1], post
    if address.query.get("option") != "com_kunena":
        return None, None
    number, message = _number(address, ("id",)), _number(address, ("mesid",))
    if address.query.get("view") == "topic":
        return number, message or post
    return None, number if address.query.get("func") == "view" else None


def _mesdiscussions(address: Address) -> tuple[str | None, str | None]:
    """MesDiscussions: `forum2.php?cat=5&post=7#t42`; without the category, only posts are told."""
    inside = re.fullmatch(r"t(\d{1,18})", address.fragment)
    post = inside[1] if inside else _number(address, ("numreponse",))
    if SUJET.search(address.path):
        return None, post
    category, thread = address.query.get("cat"), _number(address, ("post",))
    if not address.path.endswith("/forum2.php") or not category or not thread:
        return None, None
    return f"{category}-{thread}", post


def _path(address: Address) -> tuple[str | None, str | None]:
    for pattern in PATHS:
        found = pattern.search(address.path)
        if found:
            groups = found.groupdict()
            return groups.get("thread"), groups.get("post")
    return None, None


def _number(address: Address, names: tuple[str, ...]) -> str | None:
    for name in names:
        found = NUMBER.match(address.query.get(name, ""))
        if found:
            return found[0]
    return None


READERS: tuple[Reader, ...] = (
    *(_script, _phorum, _first_word, _message, _kunena, _mesdiscussions, _invision, _path),
)
"""The first that finds something counts."""
