"""Polls of threads, as they stood when the page was saved."""

from __future__ import annotations

from threadsite.engines.counts import count
from threadsite.engines.rules import Element, Rules, select, text_of, value
from threadsite.model import Choice, Poll


def poll(root: Element, rules: Rules) -> Poll | None:
    """The poll of the thread; None when the page shows none, or no answers of it."""
    for found in select(root, rules.poll):
        choices = tuple(_choice(one, rules) for one in select(found, rules.poll_choice))
        if choices:
            question = value(found, rules.poll_question) or ""
            return Poll(question, choices, count(value(found, rules.poll_voters)))
    return None


def _choice(element: Element, rules: Rules) -> Choice:
    text = value(element, rules.poll_answer) or text_of(element)
    votes = value(element, rules.poll_votes)
    beside = element.getnext()
    if votes is None and element.tag == "dt" and beside is not None:
        votes = value(beside, rules.poll_votes)
    return Choice(text, count(votes))
