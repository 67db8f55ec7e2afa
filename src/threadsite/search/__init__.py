"""The search index of a site: one document a post, written as scripts that a browser loads one by
one, so that search works without a server. `docs/search.md` tells the format.
"""

from __future__ import annotations

from threadsite.search.index import Entry, SearchIndex, Summary

__all__ = ["Entry", "SearchIndex", "Summary"]
