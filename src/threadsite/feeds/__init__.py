"""What programs read of the site in place of its pages: feeds, the sitemap and robots.txt."""

from __future__ import annotations

from threadsite.feeds.atom import atom
from threadsite.feeds.feed import NEWEST, Feed, dated
from threadsite.feeds.jsonfeed import json_feed
from threadsite.feeds.sitemap import robots, sitemap

__all__ = ["NEWEST", "Feed", "atom", "dated", "json_feed", "robots", "sitemap"]
