"""Titles of single posts: kept where they say what the title of the thread does not."""

from __future__ import annotations

import re
from dataclasses import replace

from threadsite.model import Post

REPLY = re.compile(
    r"\s*(?:re|r|aw|antw|antwort|sv|svar|vs|vá|válasz|odp|odpověď|odpoveď|odpowiedź|od|odg|odgovor"
    r"|res|resp|resposta|respuesta|réponse|rép|risposta|rif|ynt|yanıt|cevap|ref|rv|bls|balas"
    r"|vl|vastaus|antwoord|απ|απάντηση|ответ|отв|відповідь|отговор"
    r"|fwd?|wg|tr|enc|ha|回复|回覆|答复|转发|返信|رد|پاسخ|תגובה|השב)"
    r"(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?\s?[:：]\s*",
    re.I,
)
"""What programs write before the title of what is answered, or handed on, in their languages."""
MOST = 30
"""Such marks looked at: a war of programs ends somewhere."""
CUT = 24
"""Letters after which a title may be cut off within a word."""
ELLIPSES = ("..", "…")


def titled(post: Post, thread: str) -> Post:
    """*post* without a title that says no more than the title of the *thread*."""
    if post.title is None or not says_more(post.title, thread):
        return replace(post, title=None) if post.title is not None else post
    return post


def says_more(title: str, thread: str) -> bool:
    """Whether *title* has words that the title of the *thread* has not, in that order; where it is
    cut off, as far as it goes."""
    words, held = _words(unmarked(title)), f" {_words(thread)} "
    if not words or f" {words} " in held:
        return False
    cut = title.rstrip().endswith(ELLIPSES) or len(title) >= CUT
    return not (cut and f" {words}" in held)


def unmarked(title: str) -> str:
    """*title* without the marks of a reply."""
    for _ in range(MOST):
        found = REPLY.match(title)
        if not found:
            break
        title = title[found.end() :]
    return title


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
