"""What a body says, read in one go."""

from __future__ import annotations

import pytest

from threadsite.markup import words
from threadsite.model import Quote

BODY = """\
Hello **Maud**, :wave: see [my page](http://a.example/ "x").\\
Second line.

> **Maud** ([#7](#p7)):
>
> Not mine. ![no](a.png) `no`
>
> > **Otto**:
> >
> > Nor this.

![a bowl](b.png)

> ***Spoiler: the end***
>
> Mine.
>
> > Quoted inside.

1. one
   - two

| a | b |
| --- | --- |
| c | d |

```python
x = ":smile:"
```

> **Otto** (inferred):
>
> Last.
"""


def test_the_own_words_are_without_quotes_pictures_and_smilies() -> None:
    assert words.own_text(BODY) == (
        "Hello Maud, see my page.\nSecond line.\nthe end\nMine.\none\ntwo\na\tb\nc\td\n"
        'x = ":smile:"'
    )


def test_quotes_are_those_on_top_in_order() -> None:
    assert words.quotes(BODY) == (
        Quote("Maud", "7"),
        Quote(),
        Quote("Otto", None, inferred=True),
    )


def test_pictures_in_quotes_are_not_own() -> None:
    assert words.own_images(BODY) == 1
    assert words.has(BODY) == {"image", "link", "code", "quote"}


def test_what_only_a_quote_brings_is_not_had() -> None:
    assert words.has("> `x` [a](b) ![c](d)") == {"quote"}
    assert words.has("words") == frozenset()


@pytest.mark.parametrize(
    ("body", "length", "excerpt"),
    [
        ("One **two**\n\nthree", 40, "One two three"),
        ("One two three", 10, "One two…"),
        ("One two three", 13, "One two three"),
        ("Unbroken" * 4, 10, "UnbrokenU…"),
        ("字" * 30, 5, "字字字字…"),
        ("> only a quote", 20, ""),
    ],
)
def test_an_excerpt_ends_with_a_whole_word(body: str, length: int, excerpt: str) -> None:
    assert words.excerpt(body, length) == excerpt
    assert len(excerpt) <= length


@pytest.mark.parametrize(
    "text", ["at 10:30:45 sharp", "a::b::c", "C:\\dir:x", "http://a.example:80:x"]
)
def test_colons_are_no_smilies(text: str) -> None:
    assert words.SHORTCODE.sub("", text) == text
