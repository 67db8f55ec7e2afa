"""The search index of a site: one document a post, written as scripts that a browser loads one by
one, so that search works without a server. `docs/search.md` tells the format.
"""

from __future__ import annotations

from threadsite.search.documents import Access
from threadsite.search.entries import PLACES, Entry, Held, Source
from threadsite.search.index import Outcome, SearchIndex

__all__ = ["PLACES", "Access", "Entry", "Held", "Outcome", "SearchIndex", "Source"]
