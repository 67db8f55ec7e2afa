"""Bodies as HTML that is safe to show: made of nodes, so nothing of a post but its words and the
addresses of its links gets to the page.

A body is drafted once, for itself; what only a page can tell, where the links to posts and kept
files lead from there, stays open in the draft until it is put on that page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Literal
from urllib.parse import unquote, urlsplit

from threadsite.decoding import clean
from threadsite.markdown.drafts import (
    ENGLISH,
    Address,
    Draft,
    Hole,
    Labels,
    Picture,
    Pictures,
    Sheet,
    Target,
)
from threadsite.markdown.headings import ranked
from threadsite.markdown.highlight import highlighted
from threadsite.markup import heads, words
from threadsite.markup.links import safe
from threadsite.markup.nodes import (
    Block,
    Break,
    CodeBlock,
    CodeSpan,
    Emphasis,
    Heading,
    Image,
    Inline,
    Link,
    List,
    Paragraph,
    QuoteBlock,
    Rule,
    Spoiler,
    Strike,
    Strong,
    Table,
    Text,
)
from threadsite.markup.reader import read

OUTSIDE = 'rel="nofollow ugc noopener noreferrer"'
CAPTURE = (' <a class="capture"', f" {OUTSIDE}>Wayback</a>")
LONG_QUOTE = 600
"""Characters of a quote from which on it is folded."""
MANY_LINES = 8
SUMMARY = 140


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders bodies, each for itself."""

    load_images: bool = False
    """Show pictures of other hosts; else a link stands in the place of each."""
    labels: Labels = ENGLISH

    def draft(self, body: str | Sequence[Block]) -> Draft:
        """*body*, Markdown or its nodes, on its way to any page."""
        blocks = read(body) if isinstance(body, str) else body
        sheet = Sheet(self.load_images, self.labels)
        _blocks(ranked(blocks), sheet)
        return sheet.draft()

    def __call__(
        self,
        body: str | Sequence[Block],
        target: Target,
        address: Address = lambda _: None,
        pictures: Pictures = lambda _: None,
    ) -> str:
        """The HTML of *body* on a page, as `Draft.html` puts it there."""
        return self.draft(body).html(target, address, pictures)


def _blocks(blocks: Iterable[Block], sheet: Sheet) -> None:
    between = ""
    for block in blocks:
        sheet.parts.append(between)
        BLOCKS[type(block)](block, sheet)
        between = "\n"


def _inline(nodes: Iterable[Inline], sheet: Sheet) -> None:
    for node in nodes:
        INLINES[type(node)](node, sheet)


def _around(opening: str, nodes: Iterable[Inline], closing: str, sheet: Sheet) -> None:
    sheet.parts.append(opening)
    _inline(nodes, sheet)
    sheet.parts.append(closing)


def _heading(block: Heading, sheet: Sheet) -> None:
    # The page's own headings are h1 and h2.
    level = min(max(block.level, 1) + 2, 6)
    _around(f"<h{level}>", block.children, f"</h{level}>", sheet)


def _code(block: CodeBlock, sheet: Sheet) -> None:
    code = highlighted(block.text, block.language)
    # A block that scrolls must be reachable by keyboard.
    sheet.parts.append(f'<pre tabindex="0"><code>{code}</code></pre>')


def _list(block: List, sheet: Sheet) -> None:
    tag = "ol" if block.ordered else "ul"
    start = f' start="{int(block.start)}"' if block.ordered and block.start != 1 else ""
    sheet.parts.append(f"<{tag}{start}>\n")
    for item in block.items:
        sheet.parts.append("<li>")
        _item(item.children, sheet)
        sheet.parts.append("</li>\n")
    sheet.parts.append(f"</{tag}>")


def _item(children: Sequence[Block], sheet: Sheet) -> None:
    match children:
        case (Paragraph(nodes), *lists) if all(isinstance(block, List) for block in lists):
            _inline(nodes, sheet)
            if lists:
                sheet.parts.append("\n")
                _blocks(lists, sheet)
        case _:
            _blocks(children, sheet)


def _quote(block: QuoteBlock, sheet: Sheet) -> None:
    sheet.parts.append('<blockquote class="quote">\n')
    _quote_head(block, sheet)
    start = len(sheet.parts)
    sheet.quotes += 1
    _blocks(block.children, sheet)
    sheet.quotes -= 1
    if not sheet.quotes and _is_long(sheet.parts[start:]):
        summary = escape(words.gist(block.children, SUMMARY) or sheet.labels.picture, quote=False)
        sheet.parts.insert(start, f"<details>\n<summary>{summary}</summary>\n")
        sheet.parts.append("\n</details>")
    sheet.parts.append("\n</blockquote>")


def _quote_head(block: QuoteBlock, sheet: Sheet) -> None:
    start = len(sheet.parts)
    if block.author:
        sheet.parts.append(f" <strong>{escape(block.author, quote=False)}</strong>")
    if block.post:
        sheet.parts += [" ", Hole("quoted", block.post, (), f"#{escape(block.post, quote=False)}")]
    elif block.url:
        sheet.parts.append(" ")
        _link(Link(block.url, (Text(heads.ELSEWHERE),)), sheet)
    if len(sheet.parts) == start:
        return
    if block.inferred:
        sheet.parts.append(f' <span class="inferred">{escape(sheet.labels.inferred)}</span>')
    sheet.parts[start] = str(sheet.parts[start]).lstrip()
    sheet.parts.insert(start, '<p class="quote-head">')
    sheet.parts.append("</p>\n")


def _is_long(parts: Sequence[str | Hole]) -> bool:
    html = "".join(part if isinstance(part, str) else part.lost for part in parts)
    lines = html.count("<br>") + html.count("</p>") + html.count("\n") // 2
    return len(html) > LONG_QUOTE or lines > MANY_LINES


def _spoiler(block: Spoiler, sheet: Sheet) -> None:
    label = escape(sheet.labels.spoiler, quote=False)
    title = f"{label}: {escape(block.title, quote=False)}" if block.title else label
    sheet.parts.append(f'<details class="spoiler">\n<summary>{title}</summary>\n')
    _blocks(block.children, sheet)
    sheet.parts.append("\n</details>")


def _table(block: Table, sheet: Sheet) -> None:
    head, *rows = block.rows
    sheet.parts.append('<div class="table" tabindex="0"><table>\n<thead>\n')
    _row(head, "th", sheet)
    sheet.parts.append("\n</thead>\n<tbody>\n")
    for row in rows:
        _row(row, "td", sheet)
        sheet.parts.append("\n")
    sheet.parts.append("</tbody>\n</table></div>")


def _row(cells: Iterable[Sequence[Inline]], tag: str, sheet: Sheet) -> None:
    sheet.parts.append("<tr>")
    for cell in cells:
        _around(f"<{tag}>", cell, f"</{tag}>", sheet)
    sheet.parts.append("</tr>")


BLOCKS: dict[type[Block], Callable[[Any, Sheet], None]] = {
    Paragraph: lambda block, sheet: _around("<p>", block.children, "</p>", sheet),
    Heading: _heading,
    CodeBlock: _code,
    List: _list,
    QuoteBlock: _quote,
    Spoiler: _spoiler,
    Table: _table,
    Rule: lambda _, sheet: sheet.parts.append("<hr>"),
}


def _link(node: Link, sheet: Sheet) -> None:
    if node.url.startswith(heads.POST):
        kind: Literal["post", "address"] = "post"
        name, abroad = unquote(node.url.removeprefix(heads.POST)), None
    else:
        kind, name, abroad = "address", node.url, _abroad(node.url)
    opening = f'<a href="{escape(abroad)}"{_rel(abroad)}>' if abroad else ""
    if not sheet.links:
        sheet.parts.append(Hole(kind, name, ("<a", ">"), opening))
    sheet.links += 1
    _inline(node.children or (Text(abroad or ""),), sheet)
    sheet.links -= 1
    if not sheet.links:
        sheet.parts.append(Hole(kind, name, ("</a>",), "</a>" if abroad else ""))


def _rel(href: str) -> str:
    return f" {OUTSIDE}" if _is_outside(href) else ""


def _is_outside(href: str) -> bool:
    return href.lower().startswith(("http:", "https:"))


def _abroad(url: str) -> str | None:
    """*url* if it may be followed and says where to: not one relative to a host that is gone."""
    href = safe(url)
    return href if href and (_is_outside(href) or href.lower().startswith("mailto:")) else None


def _image(node: Image, sheet: Sheet) -> None:
    url = safe(node.url)
    if not url:
        sheet.parts.append(escape(node.alt, quote=False))
        return
    # Every picture is a link, and one without words could not be read out.
    image = f' alt="{escape(node.alt or sheet.labels.picture)}" loading="lazy">'
    link = '<a class="picture"'
    shown = ("<img", image) if sheet.links else (link, "><img", f"{image}</a>")
    if sheet.load_images and _is_outside(url):
        away = shown if sheet.links else (f"{link} {OUTSIDE}", *shown[1:])
        sheet.parts.append(Hole("picture", node.url, shown, Picture(url).within(away)))
        return
    sheet.parts.append(Hole("picture", node.url, shown, _elsewhere(node.alt, url, sheet)))
    if _is_outside(url) and not sheet.links:
        sheet.parts.append(Hole("capture", url, CAPTURE, ""))


def _elsewhere(alt: str, url: str, sheet: Sheet) -> str:
    """What stands in the place of a picture that nobody kept."""
    label = escape(_image_label(alt, url, sheet.labels), quote=False)
    if sheet.links or not _is_outside(url):
        return f'<span class="image-elsewhere">{label}</span>'
    return f'<a class="image-elsewhere" href="{escape(url)}" {OUTSIDE}>{label}</a>'


def _image_label(alt: str, url: str, labels: Labels) -> str:
    """What tells a reader which picture stood here, and where it was kept."""
    try:
        parts = urlsplit(url)
        host, file = parts.hostname or "", clean(unquote(parts.path.rpartition("/")[2]))
    except ValueError:
        host, file = "", ""
    name = " ".join((alt or file or labels.picture).split())
    return f"{name} ({host})" if host else name


def _marked(tag: str) -> Callable[[Any, Sheet], None]:
    opening, closing = f"<{tag}>", f"</{tag}>"
    return lambda node, sheet: _around(opening, node.children, closing, sheet)


INLINES: dict[type[Inline], Callable[[Any, Sheet], None]] = {
    Text: lambda node, sheet: sheet.parts.append(escape(node.text, quote=False)),
    Break: lambda _, sheet: sheet.parts.append("<br>\n"),
    Emphasis: _marked("em"),
    Strong: _marked("strong"),
    Strike: _marked("s"),
    CodeSpan: lambda node, sheet: sheet.parts.append(
        f"<code>{escape(node.text, quote=False)}</code>"
    ),
    Link: _link,
    Image: _image,
}
