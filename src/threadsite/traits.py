"""What a post brings besides words; what it quotes is not its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from threadsite.markup import words
from threadsite.model import Post

FENCE = re.compile(r"(?m)^(?:[-*+0-9.)]+ |  )?[ ]{0,3}(?:```|~~~)")
LINK = re.compile(r"(?:(?<!!)|(?<=\\!))\[[^\[\]]*\]\(https?:|<https?:")


def traits(post: Post) -> Iterator[str]:
    """Which of `attachment`, `code`, `image`, `link` and `quote` *post* has, in this order."""
    own = "\n".join(line for line in post.body.split("\n") if not line.startswith(">"))
    if post.attachments:
        yield "attachment"
    if FENCE.search(own):
        yield "code"
    if "![" in post.body and words.own_images(post.body):
        yield "image"
    if LINK.search(own):
        yield "link"
    if post.quotes:
        yield "quote"
