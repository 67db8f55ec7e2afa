"""What a check finds: kinds of problems, each with a way out, and where one is."""

from __future__ import annotations

from typing import NamedTuple

REBUILD = "`threadsite build --whole` writes every page anew"
TEMPLATE = "mend the template that shows it"
THEME = "mend the theme"
CONTENT = "`threadsite build`; if it stays, edit the file in content/"


class Kind(NamedTuple):
    """What many problems have in common."""

    check: str
    """Of what the check was."""
    hint: str
    """The way out."""
    is_note: bool = False
    """Whether it is only told, since it may be as it should."""


KINDS = {
    "no-file": Kind("links", REBUILD),
    "no-anchor": Kind("links", REBUILD),
    "outside": Kind("links", "links of a site are relative, and stay below its home"),
    "no-address": Kind("links", "no browser goes there; " + TEMPLATE),
    "canonical": Kind("links", "a page is its own canonical address; " + TEMPLATE),
    "orphan-media": Kind("orphans", "no post shows it; delete it in content/media/, and build"),
    "orphan": Kind("orphans", REBUILD),
    "orphan-index": Kind("orphans", "no page of the theme searches, so nobody needs it", True),
    "missing-page": Kind("html", REBUILD),
    "unread": Kind("html", REBUILD),
    "unclosed": Kind("html", TEMPLATE),
    "twice": Kind("html", "an id is of one element; " + TEMPLATE),
    "no-lang": Kind("html", TEMPLATE),
    "no-title": Kind("html", TEMPLATE),
    "no-alt": Kind("html", TEMPLATE),
    "no-name": Kind("html", TEMPLATE),
    "heading": Kind("html", TEMPLATE),
    "inline": Kind("html", "put it into a file of the theme, which the policy lets run"),
    "no-policy": Kind("html", TEMPLATE),
    "forbidden": Kind("html", "no browser will load it; " + THEME),
    "foreign": Kind("html", "it would tell another host who reads; keep a copy in the theme"),
    "host": Kind("hosts", "docs/deploy.md says which hosts take it, and what makes it smaller"),
    "taken-page": Kind("takedowns", "`threadsite build` leaves it out"),
    "taken-words": Kind("takedowns", CONTENT),
    "taken-name": Kind("takedowns", CONTENT),
    "taken-address": Kind("takedowns", CONTENT),
    "mentioned": Kind("takedowns", "if it is the same name, edit the file in content/", True),
    "hidden": Kind("private", "delete it, and find out what put it there"),
    "source": Kind("private", "delete it, and find out what put it there"),
    "no-file-of-a-site": Kind("private", "a site is made of regular files; " + REBUILD),
    "unreadable": Kind("private", "`chmod -R a+rX` on the folder, or another umask when you build"),
    "writable": Kind("private", "`chmod -R o-w` on the folder, or another umask when you build"),
}
"""The kinds of problems, in the order in which they are told."""


class Finding(NamedTuple):
    """One problem."""

    kind: str
    file: str
    """Its name in the site."""
    line: int
    """From 1; 0 for the file as a whole."""
    what: str
