"""Bodies as HTML that is safe to show: made of nodes, so nothing of a post but its words and the
addresses of its links gets to the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from threadsite.headings import ranked
from threadsite.highlight import highlighted
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

Target = Callable[[str], str | None]
"""The link to the post of an id; None when the archive does not hold it."""
Address = Callable[[str], str | None]
"""The link to what an address means, of the old forum or of a kept file; None when the archive does
not hold it."""


class Picture(NamedTuple):
    """A picture that the archive keeps."""

    href: str
    size: tuple[int, int] | None = None
    """Width and height, where they are known."""


Pictures = Callable[[str], Picture | None]
"""The picture at an address; None when the archive does not keep it."""

OUTSIDE = 'rel="nofollow ugc noopener noreferrer"'
LONG_QUOTE = 900
"""Characters of a quote from which on it is folded."""
MANY_LINES = 12
SUMMARY = 140


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that the page adds to those of a post."""

    spoiler: str = "Spoiler"
    inferred: str = "inferred"
    picture: str = "picture"


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders bodies, each for itself."""

    load_images: bool = False
    """Show pictures of other hosts; else a link stands in the place of each."""
    labels: Labels = Labels()

    def __call__(
        self,
        body: str | Sequence[Block],
        target: Target,
        address: Address = lambda _: None,
        pictures: Pictures = lambda _: None,
    ) -> str:
        """The HTML of *body*, Markdown or its nodes.

        Links to posts lead where *target* says, other links where *address* says, or to where they
        led then; of a host that nobody knows they are words. *pictures* shows those that are kept.
        """
        blocks = read(body) if isinstance(body, str) else body
        sheet = Sheet(self.load_images, self.labels, target, address, pictures)
        return _blocks(ranked(blocks), sheet)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What all nodes of one body are rendered with."""

    load_images: bool
    labels: Labels
    target: Target
    address: Address
    pictures: Pictures
    in_link: bool = False
    in_quote: bool = False


def _blocks(blocks: Iterable[Block], sheet: Sheet) -> str:
    return "\n".join([BLOCKS[type(block)](block, sheet) for block in blocks])


def _inline(nodes: Iterable[Inline], sheet: Sheet) -> str:
    return "".join([INLINES[type(node)](node, sheet) for node in nodes])


def _paragraph(block: Paragraph, sheet: Sheet) -> str:
    return f"<p>{_inline(block.children, sheet)}</p>"


def _heading(block: Heading, sheet: Sheet) -> str:
    # The page's own headings are h1 and h2.
    level = min(max(block.level, 1) + 2, 6)
    return f"<h{level}>{_inline(block.children, sheet)}</h{level}>"


def _code(block: CodeBlock, _: Sheet) -> str:
    # A block that scrolls must be reachable by keyboard.
    return f'<pre tabindex="0"><code>{highlighted(block.text, block.language)}</code></pre>'


def _list(block: List, sheet: Sheet) -> str:
    items = "\n".join(f"<li>{_item(item.children, sheet)}</li>" for item in block.items)
    if not block.ordered:
        return f"<ul>\n{items}\n</ul>"
    start = f' start="{int(block.start)}"' if block.start != 1 else ""
    return f"<ol{start}>\n{items}\n</ol>"


def _item(children: Sequence[Block], sheet: Sheet) -> str:
    match children:
        case (Paragraph(nodes), *lists) if all(isinstance(block, List) for block in lists):
            below = f"\n{_blocks(lists, sheet)}" if lists else ""
            return f"{_inline(nodes, sheet)}{below}"
    return _blocks(children, sheet)


def _quote(block: QuoteBlock, sheet: Sheet) -> str:
    inside = _blocks(block.children, replace(sheet, in_quote=True))
    head = _quote_head(block, sheet)
    if not sheet.in_quote and _is_long(inside):
        summary = escape(words.excerpt(block.children, SUMMARY), quote=False)
        inside = f"<details>\n<summary>{summary}</summary>\n{inside}\n</details>"
    return f'<blockquote class="quote">\n{head}{inside}\n</blockquote>'


def _quote_head(block: QuoteBlock, sheet: Sheet) -> str:
    parts = []
    if block.author:
        parts.append(f"<strong>{escape(block.author, quote=False)}</strong>")
    if block.post:
        href = sheet.target(block.post)
        label = f"#{escape(block.post, quote=False)}"
        parts.append(f'<a href="{escape(href)}">↑ {label}</a>' if href is not None else label)
    elif block.url:
        parts.append(_link(Link(block.url, (Text(heads.ELSEWHERE),)), sheet))
    if parts and block.inferred:
        parts.append(f'<span class="inferred">{escape(sheet.labels.inferred)}</span>')
    return f'<p class="quote-head">{" ".join(parts)}</p>\n' if parts else ""


def _is_long(html: str) -> bool:
    lines = html.count("<br>") + html.count("</p>") + html.count("\n") // 2
    return len(html) > LONG_QUOTE or lines > MANY_LINES


def _spoiler(block: Spoiler, sheet: Sheet) -> str:
    label = escape(sheet.labels.spoiler, quote=False)
    title = f"{label}: {escape(block.title, quote=False)}" if block.title else label
    inside = _blocks(block.children, sheet)
    return f'<details class="spoiler">\n<summary>{title}</summary>\n{inside}\n</details>'


def _table(block: Table, sheet: Sheet) -> str:
    head, *rows = block.rows
    body = "\n".join(_row(row, "td", sheet) for row in rows)
    return (
        '<div class="table" tabindex="0"><table>\n'
        f"<thead>\n{_row(head, 'th', sheet)}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table></div>"
    )


def _row(cells: Iterable[Sequence[Inline]], tag: str, sheet: Sheet) -> str:
    return f"<tr>{''.join(f'<{tag}>{_inline(cell, sheet)}</{tag}>' for cell in cells)}</tr>"


BLOCKS: dict[type[Block], Callable[[Any, Sheet], str]] = {
    Paragraph: _paragraph,
    Heading: _heading,
    CodeBlock: _code,
    List: _list,
    QuoteBlock: _quote,
    Spoiler: _spoiler,
    Table: _table,
    Rule: lambda _, __: "<hr>",
}


def _link(node: Link, sheet: Sheet) -> str:
    inside = _inline(node.children, replace(sheet, in_link=True))
    if node.url.startswith(heads.POST):
        href = sheet.target(unquote(node.url.removeprefix(heads.POST)))
    else:
        href = sheet.address(node.url) or _abroad(node.url)
    if not href or sheet.in_link:
        return inside
    return f'<a href="{escape(href)}"{_rel(href)}>{inside}</a>'


def _rel(href: str) -> str:
    return f" {OUTSIDE}" if _is_outside(href) else ""


def _is_outside(href: str) -> bool:
    return href.lower().startswith(("http:", "https:"))


def _abroad(url: str) -> str | None:
    """*url* if it may be followed and says where to: not one relative to a host that is gone."""
    href = safe(url)
    return href if href and (_is_outside(href) or href.lower().startswith("mailto:")) else None


def _image(node: Image, sheet: Sheet) -> str:
    url = safe(node.url)
    if not url:
        return escape(node.alt, quote=False)
    if picture := sheet.pictures(node.url):
        return _shown(picture, node.alt)
    if sheet.load_images and _is_outside(url):
        return _shown(Picture(url), node.alt)
    label = escape(_image_label(node.alt, url, sheet.labels), quote=False)
    if sheet.in_link or not _is_outside(url):
        return f'<span class="image-elsewhere">{label}</span>'
    return f'<a class="image-elsewhere" href="{escape(url)}" {OUTSIDE}>{label}</a>'


def _shown(picture: Picture, alt: str) -> str:
    size = ' width="{}" height="{}"'.format(*picture.size) if picture.size else ""
    return f'<img src="{escape(picture.href)}" alt="{escape(alt)}"{size} loading="lazy">'


def _image_label(alt: str, url: str, labels: Labels) -> str:
    """What tells a reader which picture stood here, and where it was kept."""
    try:
        parts = urlsplit(url)
        host, file = parts.hostname or "", unquote(parts.path.rpartition("/")[2])
    except ValueError:
        host, file = "", ""
    name = " ".join((alt or file or labels.picture).split())
    return f"{name} ({host})" if host else name


def _marked(tag: str) -> Callable[[Any, Sheet], str]:
    return lambda node, sheet: f"<{tag}>{_inline(node.children, sheet)}</{tag}>"


INLINES: dict[type[Inline], Callable[[Any, Sheet], str]] = {
    Text: lambda node, _: escape(node.text, quote=False),
    Break: lambda _, __: "<br>\n",
    Emphasis: _marked("em"),
    Strong: _marked("strong"),
    Strike: _marked("s"),
    CodeSpan: lambda node, _: f"<code>{escape(node.text, quote=False)}</code>",
    Link: _link,
    Image: _image,
}
