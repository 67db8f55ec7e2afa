"""A page of the site: where it goes, which template makes it, and of what."""

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
