"""What strangers posted, in every place of a page, built: only the theme's own markup comes out."""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from lxml import etree, html

from threadsite import cli
from threadsite.document import Document, parse_html, parse_json
from threadsite.terminal import visible

PAYLOADS = (
    "<script>boil(1)</script>",
    "<ScRiPt/x>boil(2)</sCrIpT >",
    "</title><script>boil(3)</script>",
    '"><script src=//kettle.example/x></script>',
    "'-boil(4)-'",
    "<img src=x onerror=boil(5)>",
    "<img/src='//kettle.example/p.png'/onload=boil(6)>",
    "<svg/onload=boil(7)>",
    "<svg><style>*{}",
    "<svg><a xlink:href=javascript:boil(8)><text>tap</text></a></svg>",
    "<iframe srcdoc='<p>x'>",
    "<iframe src=javascript:boil(9)>",
    "<object data=//kettle.example/o>",
    "<embed src=//k.example>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=boil(10)>",
    "<a href=javascript:boil(11)>tea</a>",
    "<a href=' java\tscript:boil(12)'>tea</a>",
    "<a href=&#106;avascript&colon;boil(13)>tea</a>",
    "<a href=data:text/html,boil>tea</a>",
    "<a href=vbscript:boil>tea</a>",
    '<a href=https://kettle.example/?"onclick=boil(14)>tea</a>',
    "[tea](javascript:boil(15))",
    '[tea]( <javascript:boil(16)> "t")',
    "![t](data:image/svg+xml,x)",
    "[tea]: javascript:boil(17)\n\n[tea]",
    "<javascript:boil(18)>",
    "`</code><script>boil(19)</script>`",
    '```"onload=boil(20)\n</code></pre><img src=x>\n```',
    "[url=javascript:boil(21)]tea[/url]",
    '[img]https://kettle.example/x" onerror="boil(22)[/img]',
    "[color=red;url(//k.example)]x[/color]",
    "<form action=//kettle.example><input name=q><button>go</button></form>",
    "<base href=//k.example>",
    "<meta http-equiv=refresh content='0;url=//kettle.example'>",
    "<link rel=stylesheet href=//k.example>",
    "<style>@import '//kettle.example'</style>",
    "<p style='background:url(//k.example)'>x</p>",
    "<video poster=//k.example/x><source srcset=//k.example/y></video>",
    "<!--><script>boil(23)</script>-->",
    "<noscript><p title='</noscript><img src=x onerror=boil(24)>'>",
    "<template><script>boil(25)</script>",
    "{{ 7 * 191 }}{% include 'base.html' %}",
    '+++\npost = "9"\n+++\nboil',
    "]]><script>boil(26)</script>",
    "\u2028</script><!--<script>",
    "<b id=main name=forms class=post>x</b>",
    "&lt;script&gt;boil(27)",
    "&#27;[2J&#x9b;31m&#0;kettle",
    "\u202eelttek\u2066",
    "../../../kettle",
    "%2e%2e%2f",
    "CON",
    "ſcript",
)
ALL = frozenset(
    {
        "class",
        "dir",
        "id",
        "lang",
        "hidden",
        "role",
        "tabindex",
        "aria-label",
        "aria-hidden",
        "aria-current",
        "aria-live",
    }
)
INPUT = """name type placeholder autocomplete autocapitalize spellcheck enterkeyhint list
inputmode value min max checked aria-autocomplete aria-controls aria-expanded
aria-keyshortcuts"""
ATTRIBUTES = {
    "a": {"href", "rel", "download"},
    "meta": {"charset", "http-equiv", "content", "name"},
    "link": {"rel", "href", "type", "title"},
    "script": {"src", "defer", "type", "data-clear", "data-label", "data-next"},
    "ol": {"start"},
    "time": {"datetime"},
    "th": {"scope"},
    "form": {"action", "data-index"},
    "input": set(INPUT.split()),
    "label": {"for"},
    "p": {"data-label", "data-number"},
    "button": {"type"},
    "svg": {"viewbox", "preserveaspectratio", "width", "height"},
    "rect": {"width", "height", "x", "y", "rx"},
    "path": {"d"},
    "option": {"value"},
    "select": {"name"},
}
ELEMENTS = """html head body title header main nav footer div span section article h1 h2 h3 h4 h5 h6
ul li dl dt dd table thead tbody tr td details summary blockquote pre code em strong s br hr bdi
figure figcaption fieldset legend datalist template small caption kbd noscript"""
PLAIN = frozenset(ELEMENTS.split()) | ATTRIBUTES.keys()
ADDRESSES = frozenset({"href", "src", "action", "poster", "srcset", "data", "formaction"})
SCHEME = re.compile(r"[\x00-\x20]*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

PAGE = """<!DOCTYPE html><html id="XF" data-content-key="thread-{n}"><head>
<title>{said}</title></head><body>
<div class="p-body-main"><div class="p-body-content"><ul
class="p-breadcrumbs"><li>
<a href="/forums/x.{n}/"><span itemprop="name">{said}</span></a></li></ul>
<h1 class="p-title-value">{said}</h1>
<dl class="js-tagList"><dd><a class="tagItem">{said}</a></dd></dl>
<div class="block"><h3 class="block-header">{said}</h3><div class="pollResult">
<h3 class="pollResult-response">{said}</h3><span class="pollResult-votes">2</span></div></div>
<article class="message message--post js-post" data-author="{said}" data-content="post-{n}">
<h4 class="message-name"><a class="username" data-user-id="{n}" href="{said}">{said}</a></h4>
<h5 class="userTitle">{said}</h5>
<div class="message-body"><div class="bbWrapper">kettles <blockquote data-quote="{said}"
class="bbCodeBlock--quote"><div class="bbCodeBlock-content">{said}</div></blockquote>
<div class="bbCodeBlock--code"><pre class="bbCodeCode" data-lang="{said}"><code>{said}</code></pre>
</div><img src="{said}" alt="{said}"><a href="{said}">{said}</a><p>{said}</p>{raw}</div></div>
<section class="message-attachments"><ul><li class="attachment"><div class="attachment-name">
<a href="{said}">{said}</a></div></li></ul></section>
<aside class="message-signature"><div class="bbWrapper">{raw}</div></aside></article>
</div></div></body></html>"""
SITE = """[site]
title = "</title><script>boil(0)</script>"
[[dumps]]
path = "dumps"
forum = "kettle.example"
"""


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a dump that holds every payload in every place."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "dumps").mkdir()
    (folder / "site.toml").write_text(SITE)
    for n, payload in enumerate(PAYLOADS, start=1):
        page = PAGE.format(n=n, said=escape(payload), raw=payload)
        (folder / "dumps" / f"{n}.html").write_text(page, encoding="utf-8")
    said = [f"{payload}\x00\x1b[31m\ud800" for payload in PAYLOADS]
    (folder / "dumps" / "topic.json").write_text(json.dumps(topic(said)))
    run("build", folder)
    edited = folder / "content" / "threads"
    for path in edited.rglob("*.md"):
        bodies = "\n\n".join(payload for payload in PAYLOADS if not payload.startswith("+++"))
        path.write_text(f"{path.read_text(encoding='utf-8')}\n\n{bodies}\n", encoding="utf-8")
    run("build", folder, "--no-convert")
    return folder / "public"


def topic(said: list[str]) -> dict[str, object]:
    posts = [
        {
            **{"id": n, "username": words, "user_id": 10**30 + n, "user_title": words},
            **{"cooked": f"<p>kettles</p>{words}", "created_at": "2024-01-01T00:00:00Z"},
            **{"post_number": n, "post_type": 1, "topic_id": 900, "topic_slug": words},
        }
        for n, words in enumerate(said, start=1)
    ]
    counts = {"views": 10**30, "posts_count": 10**18}
    return {"post_stream": {"posts": posts}, "id": 900, "title": said[0], "tags": said, **counts}


def run(command: str, folder: Path, *more: str) -> str:
    done = CliRunner().invoke(cli.commands, [command, "--site", str(folder), *more])
    assert done.exit_code == 0, done.output
    return done.output


def test_nothing_on_a_page_is_of_a_strangers_making(public: Path) -> None:
    pages = sorted(public.rglob("*.html"))
    assert len(pages) > 2 * len(PAYLOADS)

    strange = {found for path in pages for found in strange_on(path, public)}

    assert not strange


def strange_on(path: Path, public: Path) -> set[str]:
    """What *path* holds that no template writes."""
    text = path.read_text(encoding="utf-8")
    root = html.document_fromstring(text.encode(), html.HTMLParser(encoding="utf-8"))
    found = {f"control {found[0]!r}" for found in CONTROLS.finditer(text)}
    # What the theme keeps for its script is the theme's, and the last thing on the page.
    for body in root.findall("body"):
        for tools in body.findall("template[@id='tools']")[-1:]:
            body.remove(tools)
    for element in root.iter():
        tag, attributes = str(element.tag), {str(k): str(v) for k, v in element.attrib.items()}
        if tag not in PLAIN:
            found.add(tag)
        found |= {f"{tag} {name}" for name in attributes.keys() - ALL - ATTRIBUTES.get(tag, set())}
        for name in attributes.keys() & ADDRESSES:
            if not leads_well(tag, attributes[name], path, public):
                found.add(f"{tag} {name}={attributes[name]!r}")
        if tag == "script" and element.text:
            assert element.get("type") == "application/ld+json"
            json.loads(element.text)
    return found


def leads_well(tag: str, address: str, path: Path, public: Path) -> bool:
    """Whether *address* is a file of the site, or a link that loads nothing."""
    scheme = SCHEME.match(address)
    if scheme:
        return tag == "a" and scheme[1].lower() in {"http", "https", "mailto"}
    name = unquote(re.split("[?#]", address)[0])
    target = (path.parent / name).resolve()
    if path.name == "404.html":
        # Its addresses begin at the root of the host: it is shown for any address.
        target = public / name.lstrip("/")
    return target.is_relative_to(public) and target.exists()


def test_what_machines_read_is_well_formed(public: Path) -> None:
    files = sorted(public.rglob("*.xml"))

    assert {etree.parse(path).getroot().tag for path in files} == {
        "{http://www.w3.org/2005/Atom}feed"
    }


def test_no_title_commands_the_terminal(public: Path) -> None:
    done = CliRunner().invoke(cli.commands, ["inspect", "--all", str(public.parent / "dumps")])

    assert done.exit_code == 0
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", done.output)
    assert "\\u202e" in done.output


def test_what_commands_a_terminal_is_shown_not_sent() -> None:
    assert visible("a\x1b[2J\x9b\nb\u202e \u0639") == "a\\u001b[2J\\u009b\\u000ab\\u202e \u0639"


@pytest.mark.parametrize("written", ["&#27;", "&#x1B;", "&#0;", "&#x0000b", "&#127;", "&#00001;"])
def test_a_control_written_as_a_reference_is_none(written: str) -> None:
    root, _ = parse_html(f"<p title='a{written} b'>a{written} b</p>")

    assert [root[0][0].text, root[0][0].get("title")] == ["a b", "a b"]


@pytest.mark.parametrize("written", ["&#9;", "&#32;", "&#x1F375;", "&#270;", "&#x7fe;"])
def test_any_other_reference_stands(written: str) -> None:
    assert parse_html(f"<p>{written}</p>")[0][0][0].text == html.fromstring(f"<p>{written}").text


def test_json_says_no_control_no_half_character_and_no_endless_number() -> None:
    text = r'{"a\u0000": ["\ud800", "\ud83c\udf75", "x\u009b"], "n": [1%s, 9223372036854775807]}'

    assert parse_json(text % ("0" * 30))[0] == {
        "a": ["\ufffd", "🍵", "x"],
        "n": [None, 2**63 - 1],
    }


def test_a_half_character_costs_no_post() -> None:
    document = Document("d", "x.html", b"")

    assert document.losses == ()
    assert parse_html("<p>\udfff tea</p>")[0][0][0].text == "\ufffd tea"
