"""What a unit of the site is made of: pages, each of a template and what it shows, and files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from threadsite.pages.parts import SiteView
from threadsite.pages.views import View


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is rendered."""

    path: str
    """Where it goes, from the home of the site."""
    template: str
    context: View
    """What the template sees as `page`."""
    kind: str
    site: SiteView
    changed: datetime | None = None
    """The date of the newest thing on it, for the sitemap."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site that no template makes: a feed, a table, a picture."""

    path: str
    """Where it goes, from the home of the site."""
    data: bytes
    """The same for the same archive, wherever and whenever it is made."""


Piece = Page | File
