"""Flattened text: pages of threads that an extractor reduced to their lines."""

from threadsite.engines.text.engine import FlattenedText

__all__ = ["FlattenedText"]
