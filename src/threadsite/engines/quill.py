"""The deltas of the editor Quill, in which Vanilla keeps posts: as the HTML that they stand for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from threadsite.engines.values import Json, of

MARKS = {"bold": "b", "italic": "i", "strike": "s", "code": "code"}
WRAPPED: Mapping[str, tuple[str, str]] = {
    "ordered": ("<ol>{}</ol>", "<li>{}</li>"),
    "bullet": ("<ul>{}</ul>", "<li>{}</li>"),
    "blockquote-line": ("<blockquote>{}</blockquote>", "<p>{}</p>"),
    "blockquote": ("<blockquote>{}</blockquote>", "<p>{}</p>"),
    "codeBlock": ("<pre>{}</pre>", "{}\n"),
    "code-block": ("<pre>{}</pre>", "{}\n"),
    "spoiler-line": (
        '<div class="UserSpoiler"><div class="SpoilerText">{}</div></div>',
        "<p>{}</p>",
    ),
    "header": ("{}", "<h3>{}</h3>"),
}
"""What lines of a kind stand in together, and each of them, by its attribute."""
PLAIN = ("{}", "<p>{}</p>")
Line = tuple[str, str]
"""The kind of a line, and its HTML."""


def html_of(delta: str) -> str:
    """The HTML of *delta*; what is no delta is words."""
    try:
        steps = json.loads(delta)
    except (ValueError, RecursionError):
        return f"<p>{escape(delta)}</p>"
    return "".join(_wrapped(_lines(steps if isinstance(steps, list) else ())))


def _wrapped(lines: Iterable[Line]) -> Iterator[str]:
    for kind, group in groupby(lines, key=lambda line: line[0]):
        around, each = WRAPPED.get(kind, PLAIN)
        yield around.format("".join(each.format(words) for _, words in group))


def _lines(steps: Sequence[object]) -> Iterator[Line]:
    line: list[str] = []
    for step in map(of, steps):
        said, attributes = step.get("insert"), of(step.get("attributes"))
        if not isinstance(said, str):
            line.append(_embedded(of(said)))
            if "embed-external" in of(said):
                yield from (("", one) for one in ("".join(line[:-1]), line[-1]) if one)
                line = []
            continue
        first, *others = said.split("\n")
        line.append(_marked(first, attributes))
        for words in others:
            yield _kind(attributes), "".join(line)
            line = [_marked(words, attributes)]
    if any(line):
        yield "", "".join(line)


def _kind(attributes: Json) -> str:
    if "list" in attributes:
        how = attributes["list"]
        return str(of(how).get("type") or how) if how != "ordered" else "ordered"
    return next((name for name in attributes if name in WRAPPED), "")


def _marked(words: str, attributes: Json) -> str:
    if not words:
        return ""
    words = escape(words)
    for name, tag in MARKS.items():
        if attributes.get(name):
            words = f"<{tag}>{words}</{tag}>"
    link = attributes.get("link")
    return f'<a href="{escape(link)}">{words}</a>' if isinstance(link, str) else words


def _embedded(thing: Json) -> str:
    """What is no words: a person, a sign, or something from elsewhere."""
    if person := of(thing.get("mention")).get("name"):
        return escape(f"@{person}")
    if sign := of(thing.get("emoji")).get("emojiChar"):
        return escape(str(sign))
    told = of(of(thing.get("embed-external")).get("data"))
    url = escape(str(told.get("url") or ""))
    if told.get("embedType") == "image":
        return f'<img src="{url}" alt="{escape(str(told.get("name") or ""))}">'
    if told.get("embedType") == "quote":
        return f'<div class="js-embed" data-embedjson="{escape(json.dumps(told))}"></div>'
    return url and f'<a href="{url}">{escape(str(told.get("name") or told.get("url") or ""))}</a>'
