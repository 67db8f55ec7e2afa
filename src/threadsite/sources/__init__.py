"""Dumps and the containers they come in, opened as a stream of documents."""

from __future__ import annotations

from threadsite.sources.feed import Limits
from threadsite.sources.media import Media, media
from threadsite.sources.opening import documents
from threadsite.sources.source import Refused
from threadsite.sources.standing import standing

__all__ = ["Limits", "Media", "Refused", "documents", "media", "standing"]
