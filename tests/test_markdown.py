"""Bodies as HTML: what is shown, and that nothing else can be."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from threadsite.markdown import OUTSIDE, Renderer
from threadsite.markdown.drafts import Labels, Picture, Place
from threadsite.markup.nodes import Block, Paragraph, Text
from threadsite.markup.writer import write

sys.path.insert(0, str(Path(__file__).parent / "markup"))
from markup_cases import Case, cases
from markup_nodes import FRAGMENTS, blocks, texts

render = Renderer()
POSTS = {"1007": Place("../t/1.html#p1007", 7)}
ALLOWED = {
    "a": {"href", "rel", "class"},
    "blockquote": {"class"},
    "details": {"class"},
    "div": {"class", "tabindex"},
    "img": {"src", "alt", "loading", "width", "height"},
    "ol": {"start"},
    "p": {"class"},
    "pre": {"tabindex"},
    "span": {"class"},
} | {
    tag: set[str]()
    for tag in (
        *("br", "code", "em", "h3", "h4", "h5", "h6", "hr", "li", "s", "strong", "summary"),
        *("table", "tbody", "td", "th", "thead", "tr", "ul"),
    )
}
SCHEME = re.compile(r"([^/?#]*?):")


def html(body: str) -> str:
    return render(body, POSTS.get)


def tree(html: str) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    return etree.fromstring(f"<html><body><div>{html}</div></body></html>".encode(), parser)[0][0]


def offences(html: str) -> list[str]:
    """What stands in *html* that no body may bring."""
    found = []
    for element in tree(html).iterdescendants():
        tag = str(element.tag)
        names = map(str, element.attrib)
        found += [f"{tag} {name}" for name in names if name not in ALLOWED.get(tag, ())]
        found += [tag] if tag not in ALLOWED else []
        for name in ("href", "src"):
            url = element.get(name) or ""
            scheme = SCHEME.match(url)
            if scheme and scheme[1].lower() not in ("http", "https", "mailto"):
                found.append(url)
    return found


def words(html: str) -> str:
    return "".join("".join(map(str, tree(html).itertext())).split())


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "markup" / "render"))
def test_case(case: Case) -> None:
    assert html(case.given) == case.expected


def test_a_quote_of_another_thread_is_told_from_one_above() -> None:
    found = render("> ([#8](#p8)):\n>\n> Cold?", {"8": Place("2.html#p8", 3, near=False)}.get)

    assert '<a href="2.html#p8">↗ #3</a>' in found


def test_a_picture_that_nobody_kept_can_be_looked_for_elsewhere() -> None:
    draft = render.draft("![lip](http://pictures.example/lip.jpg?a=1&b=2) ![kept](media/lip.jpg)")
    found = draft.html(POSTS.get, capture="https://captures.example/2011/{}".format)

    hrefs = [link.get("href") for link in tree(found).iterdescendants("a")]
    assert hrefs == [
        "http://pictures.example/lip.jpg?a=1&b=2",
        "https://captures.example/2011/http://pictures.example/lip.jpg?a=1&b=2",
    ]


@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=20).map("".join))
def test_no_markdown_brings_more_than_is_allowed(markdown: str) -> None:
    assert offences(html(markdown)) == []


@given(blocks)
def test_no_nodes_bring_more_than_is_allowed(nodes: tuple[Block, ...]) -> None:
    assert offences(html(write(nodes))) == []


@given(texts)
def test_the_words_on_the_page_are_those_of_the_post(text: str) -> None:
    written = write((Paragraph((Text(text),)),))

    assert words(html(written)) == "".join(words_of(text).split())


def words_of(text: str) -> str:
    """*text* as a page can show it."""
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", "", text.replace("\r", "\n"))
    return re.sub("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]", "\ufffd", text)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '"><svg/onload=alert(1)>',
        "</code></pre></details></blockquote><script>x</script>",
        "{{ cycler.__init__ }} {% include 'x' %}",
        '```html"onload=x\n</code><script>x</script>',
        "[a](http://a.example/\"onmouseover='x')",
        '![a](x"onerror=alert(1)//)',
        '!["onerror=x](x.png)',
        "[id]: http://a.example/ 'x'\n\n[id]",
        "<!--\n<p title='--><script>x</script>'>",
        "&lt;script&gt;x&lt;/script&gt;",
        "\u202e<b>\u2028javascript:x",
        "+++\npost = 'x'\n+++",
        '> **a** ([#1](#p1"onclick=x)):\n>\n> b',
        "> " * 5000 + "a",
        "- " * 5000 + "a",
        "*" * 20000 + "a" + "*" * 20000,
        "[" * 5000 + "a" + "](b)" * 5000,
        "|a" * 3000 + "\n" + "|-" * 3000,
    ],
    ids=lambda text: text[:20],
)
def test_hostile_bodies_are_words(hostile: str) -> None:
    shown = html(hostile)

    assert offences(shown) == []
    assert words(shown) or "<img" in shown


def test_a_post_cannot_change_the_next_one() -> None:
    html("[id]: http://a.example/\n\n```\nunclosed")

    assert html("[id] `x`") == "<p>[id] <code>x</code></p>"


def test_long_quotes_are_folded_behind_their_first_words() -> None:
    lines = "\n>\n".join(f"> Line {number} of it." for number in range(20))
    shown = html(f"> **Maud**:\n>\n{lines}")

    assert '<p class="quote-head"><strong>Maud</strong></p>\n<details>\n<summary>Line 0' in shown
    assert shown.count("<details>") == 1
    assert "<p>Line 19 of it.</p>\n</details>\n</blockquote>" in shown


def test_a_folded_quote_without_words_of_its_own_says_what_it_quotes_or_shows() -> None:
    quoted = "".join(f"> > Line {number}\\\n" for number in range(30))
    pictures = "> ![](https://pots.example/kiln.png)\n>\n" * 30

    assert "<summary>Line 0" in html(f"> **Maud**:\n>\n{quoted}")
    assert "<summary>picture</summary>" in html(f"> **Maud**:\n>\n{pictures}")


def test_short_quotes_are_not_folded() -> None:
    assert "<details>" not in html("> Words.")


def test_a_picture_that_nobody_described_has_a_name_all_the_same() -> None:
    shown = Renderer(load_images=True)("![](http://a.example/b.png)", POSTS.get)

    assert 'alt="picture"' in shown


def test_pictures_of_other_hosts_load_when_the_site_says_so() -> None:
    shown = Renderer(load_images=True)("![a](http://a.example/b.png)", POSTS.get)

    assert shown == (
        f'<p><a class="picture" {OUTSIDE} href="http://a.example/b.png">'
        '<img src="http://a.example/b.png" alt="a" loading="lazy"></a></p>'
    )


def test_kept_pictures_are_shown_in_their_size() -> None:
    kept = {"../media/a.png": Picture("../media/a.png", (30, 20)), "b": Picture("b.png")}

    shown = render("![a](../media/a.png) ![b](b)", POSTS.get, pictures=kept.get)

    assert shown == (
        '<p><a class="picture" href="../media/a.png">'
        '<img src="../media/a.png" width="30" height="20" alt="a" loading="lazy"></a>'
        ' <a class="picture" href="b.png"><img src="b.png" alt="b" loading="lazy"></a></p>'
    )


@pytest.mark.parametrize("images", [True, False])
def test_what_is_relative_to_a_lost_host_is_words(images: bool) -> None:
    body = "[up](../t/1.html) [here](#top) [root](/x) ![pot](img/pot.png) ![](img/lid.png?v=1)"

    shown = Renderer(load_images=images)(body, POSTS.get)

    assert shown == (
        '<p>up here root <span class="image-elsewhere">pot</span>'
        ' <span class="image-elsewhere">lid.png</span></p>'
    )


def test_a_picture_without_words_is_named_without_controls() -> None:
    shown = render("![](http://a.example/%00%1b[2J%C2%85lid%0a.png)", POSTS.get)

    assert ">[2Jlid .png (a.example)</a>" in shown


def test_the_words_of_the_page_can_be_translated() -> None:
    labels = Labels(spoiler="Klappe", inferred="vermutet", picture="Bild")
    body = "> ***Spoiler***\n>\n> x\n\n> **M** (inferred):\n\n![](http://a.example/)"

    shown = Renderer(labels=labels)(body, POSTS.get)

    assert "<summary>Klappe</summary>" in shown
    assert '<span class="inferred">vermutet</span>' in shown
    assert "Bild (a.example)" in shown


def test_code_of_any_known_language_keeps_every_character() -> None:
    code = "\n\n  <?php echo '\t\\u00e9 &amp; é'; # x \n%% {{ }} \n"
    for language in ("php", "html+jinja", "bash", "c++", "tex", "console", "diff", "brainfuck"):
        shown = html(f"```{language}\n{code}\n```")

        assert "".join(map(str, tree(shown).itertext())) == code


def test_code_that_is_long_has_no_colours() -> None:
    # What lexers make of hostile code takes time by the square of its length.
    code = "int kiln;\n" * 1_000

    short = render(f"```c\n{code[:4_999]}\n```", POSTS.get)
    long = render(f"```c\n{code}```", POSTS.get)

    assert "<span" in short
    assert long == f'<pre tabindex="0"><code>{code[:-1]}</code></pre>'
