"""How much a term matters in a post: BM25F over title, author, own words and quoted words, in eight
levels. The length that counts as usual is fixed, so that no post's level depends on the others.
"""

from __future__ import annotations

LEVELS = 8
TITLE, OTHER_TITLE, AUTHOR, QUOTED = 4.0, 1.0, 2.0, 0.25
"""Weights against a word of one's own in a post of usual length. A thread's title counts fully for
its first post: that is what one looks for who knows the title."""

SATURATION = 1.2
LENGTH = 0.6
"""How much a long post is marked down, 0 to 1."""
USUAL = 100
"""Words of a post."""
STEP = 8
LONGEST = 2_000
MANY = 16
"""Occurrences in one post; more do not count."""


def level(weight: float) -> int:
    """The level of a term that weighs *weight* in a post."""
    return int(LEVELS * weight / (SATURATION + weight))


def relative_length(words: int) -> float:
    """By what the weight of a post's own words is divided when it has so many *words*."""
    return 1 - LENGTH + LENGTH * min(words, LONGEST) / USUAL


ROWS = tuple(
    tuple(level(count / relative_length(words)) for count in range(MANY + 1))
    for words in range(0, LONGEST + STEP, STEP)
)


def own_levels(words: int) -> tuple[int, ...]:
    """The level of a word by how often it stands in a post of so many *words* and nowhere else."""
    return ROWS[min(words, LONGEST) // STEP]
