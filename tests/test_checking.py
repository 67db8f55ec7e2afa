"""A check of a built site finds what is wrong with it, and nothing else."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from made_sites import Files, built
from threadsite import checking, cli
from threadsite.checking.finding import KINDS
from threadsite.checking.hosts import HOSTS, Host
from threadsite.checking.policy import allows, parse
from threadsite.checking.ways import Way, Ways
from threadsite.config import load_site
from threadsite.content.headers import TakedownSheet, TakenAuthor, TakenPost, TakenThread
from threadsite.content.takedowns import FILE, Takedowns, dump
from threadsite.errors import BuildError
from threadsite.pages.material import policy
from threadsite.run import Run
from threadsite.staging import MARKER

POLICY = policy(foreign_images=False)
SETTINGS = '[site]\ntitle = "Kettles"\nurl = "https://kettles.example/old/"\n'


def page(body: str = "", head: str = "", lang: str = "en", rules: str = POLICY) -> str:
    said = f'<meta http-equiv="Content-Security-Policy" content="{rules}">' if rules else ""
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>{said}<title>Tea</title>\n{head}</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )


HOME = '<a href="t/1-tea.html#p1">Tea</a> <a href="t/2-чай.html">Чай</a>'
SOUND: Files = {
    "index.html": page(HOME),
    "404.html": page('<a href="/old/">Home</a>'),
    "robots.txt": "User-agent: *\nSitemap: https://kettles.example/old/sitemap.xml\n",
    "sitemap.xml": '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>'
    "<loc>https://kettles.example/old/t/1-tea.html</loc></url></urlset>",
    "t/1-tea.html": page(
        '<p id="p1">Tea <img src="../media/pot.png" alt="A pot"> <a href="#p1">#1</a></p>',
        '<link rel="canonical" href="https://kettles.example/old/t/1-tea.html">',
    ),
    "t/2-чай.html": page('<a href="1-tea.html?q=1#p1">Tea</a> <a href="//tea.example">x</a>'),
    "media/pot.png": "a picture",
}


def found(folder: Path, files: Files, target: str = "", settings: str = SETTINGS) -> list[str]:
    """The problems of a sound site with *files* added: kind, place and what is wrong."""
    (folder / "site.toml").write_text(settings, encoding="utf-8")
    built(folder / "public", SOUND | files)
    return told(folder, target)


def told(folder: Path, target: str = "") -> list[str]:
    return list(_told(folder, target))


def _told(folder: Path, target: str) -> Iterator[str]:
    with closing(checking.check(load_site(folder), target)) as outcome:
        for kind in outcome.desk.counts():
            for one in outcome.desk.findings(kind):
                yield f"{kind} {one.file}:{one.line}: {one.what}"


def test_a_sound_site_has_no_problems(tmp_path: Path) -> None:
    assert found(tmp_path, {}) == []


def test_a_site_that_was_not_built_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text(SETTINGS)

    with pytest.raises(BuildError, match="no finished site; run `threadsite build` first"):
        told(tmp_path)


LINKS = {
    '<a href="../t/1-tea.htm">': "no-file: ../t/1-tea.htm leads to t/1-tea.htm, which is not there",
    '<a href="1-tea.html#p9">': "no-anchor: leads to t/1-tea.html#p9, and nothing there has that"
    " id",
    '<label for="p9">Tea</label>': "no-anchor: leads to #p9, and nothing here has that id",
    '<i data-old="../media/pot.png"></i>': "no-file: ../media/../old/forms.json leads to"
    " old/forms.json, which is not there",
    '<a href="#p9">': "no-anchor: leads to #p9, and nothing here has that id",
    '<a href="../../x.html">': "outside: ../../x.html leads out of the folder of the site",
    '<a href="/old/index.html">': "outside: /old/index.html starts at the root of the host, and not"
    " at that of the site",
    '<a href="java\tscript:x()">': "no-address: java\tscript:x() is no place, but a script or data",
    '<img alt="" srcset="../media/pot.png 1x, ../media/2.png 2x">': "no-file: ../media/2.png leads"
    " to media/2.png, which is not there",
    f'<a href="{"x" * 300}.html">': f"no-file: {'x' * 120}… leads to t/{'x' * 300}.html, which is"
    " not there",
    '<a href="../media/2.png"><img alt="x" src="../media/2.png">': "no-file: ../media/2.png leads"
    " to media/2.png, which is not there",
    '<video poster="p.png"></video>': "no-file: p.png leads to t/p.png, which is not there",
    '<a href="https://kettles.example/old/x.html">': "no-file: https://kettles.example/old/x.html"
    " leads to x.html, which is not there",
    '<link rel="canonical" href="1-tea.html">': "canonical: 1-tea.html is the address of another"
    " page",
    '<script type="application/ld+json">{"url": "https://kettles.example/old/y.html"}</script>':
    "no-file: https://kettles.example/old/y.html leads to y.html, which is not there",
}  # fmt: skip
PAGES = {
    '<p id="a"></p>\n<p id="a"></p>': 'twice:7: the id "a" is that of line 6 too',
    "<div>\n<p>": "unclosed:6: <div> is not closed",
    "</section>": "unclosed:6: </section> closes nothing",
    "<b><i>x</b></i>": "unclosed:6: <i> is not closed",
    '<img src="../media/pot.png">': "no-alt:6: ../media/pot.png has no `alt`",
    '<a href="1-tea.html"><span></span></a>': "no-name:6: <a> with nothing in it that could be read"
    " out",
    "<button></button>": "no-name:6: <button> with nothing in it that could be read out",
    "<p><input></p>": "no-name:6: <input> without a label",
    "<h2>Tea</h2>": "heading:6: <h2> stands below no <h1>",
    "<h1>Tea</h1>\n<h3>Pot</h3>": "heading:7: <h3> stands below <h1>",
    "<script>x()</script>": "inline:6: a script in the page",
    "<style>p{}</style>": "inline:6: a style in the page",
    '<p style="color:red">': "inline:6: a style in `style`",
    '<p onclick="x()">': "inline:6: a script in `onclick`",
    '<img alt="" src="https://cdn.example/x.png">': "foreign:6: the page loads"
    " https://cdn.example/x.png",
    '<script src="//cdn.example/x.js"></script>': "foreign:6: the page loads //cdn.example/x.js",
    '<iframe src="1-tea.html"></iframe>': "forbidden:6: the policy of the page forbids 1-tea.html",
    '<script type="application/ld+json">{</script>': "unread:6: the data for search engines: Input"
    " data was truncated",
}


@pytest.mark.parametrize("body", LINKS)
def test_a_link_that_leads_nowhere_is_found(tmp_path: Path, body: str) -> None:
    closed = body + ("x</a>" if body.startswith("<a") else "")

    kind, _, what = LINKS[body].partition(": ")
    assert found(tmp_path, {"t/2-чай.html": page(closed)}) == [f"{kind} t/2-чай.html:6: {what}"]


@pytest.mark.parametrize("body", PAGES)
def test_a_fault_of_a_page_is_found(tmp_path: Path, body: str) -> None:
    kind, line, what = PAGES[body].split(":", 2)

    problems = found(tmp_path, {"t/2-чай.html": page(body)})

    assert f"{kind} t/2-чай.html:{line}:{what}" in problems
    assert {problem.partition(" ")[0] for problem in problems} == {kind}


NAMED = (
    '<a href="1-tea.html"><img alt="Tea" src="../media/pot.png"></a>',
    '<a href="1-tea.html" aria-label="Tea"></a>',
    "<a></a>",
    '<label for="x">Tea</label> <input id="x">',
    "<label>Tea <input></label>",
    '<input type="hidden">',
    "<h1>Tea</h1><h2>Pot</h2><h3>Lid</h3><h2>Cup</h2>",
)


@pytest.mark.parametrize("body", NAMED)
def test_what_has_a_name_is_no_fault(tmp_path: Path, body: str) -> None:
    assert found(tmp_path, {"t/2-чай.html": page(body)}) == []


def test_what_a_page_must_say_is_missed(tmp_path: Path) -> None:
    bare = page(lang="", rules="").replace("<title>Tea</title>", "")

    assert found(tmp_path, {"t/2-чай.html": bare, "index.html": SOUND["index.html"]}) == [
        "no-lang t/2-чай.html:1: the page does not say its language (`<html lang>`)",
        "no-title t/2-чай.html:1: the page has no title",
        "no-policy t/2-чай.html:1: the page has no content security policy",
    ]


def test_pictures_elsewhere_are_no_fault_of_a_site_that_loads_them(tmp_path: Path) -> None:
    shown = page('<img alt="" src="https://pots.example/x.png">', rules=policy(foreign_images=True))
    loads = f'{SETTINGS}[privacy]\nimages = "load"\n'

    assert found(tmp_path, {"t/2-чай.html": shown}, settings=loads) == []


def test_a_page_that_its_own_policy_forbids_something_is_found(tmp_path: Path) -> None:
    strict = page('<img alt="" src="../media/pot.png">', rules="default-src 'none'")

    assert found(tmp_path, {"t/2-чай.html": strict}) == [
        "forbidden t/2-чай.html:6: the policy of the page forbids ../media/pot.png"
    ]


OTHERS = {
    "static/plain.css": ("/* url(a.png) */\n\np{background:url('b.png')}", "no-file", 3),
    "static/more.css": ('@import "c.css";', "no-file", 1),
    "static/far.css": ("p{background:url(https://cdn.example/x.png)}", "foreign", 1),
    "feed.xml": ('<feed xmlns="http://www.w3.org/2005/Atom">\n<link href="gone.html"/></feed>',
                 "no-file", 2),
    "feed.json": ('{"items":[{"url":"https://kettles.example/old/t/1-tea.html#p8"}]}',
                  "no-anchor", 1),
    "statistics.xml": ("<feed>", "unread", 1),
    "old/p1.json": ('{"t/1-tea.html":"1 77=p1 2"}', "no-anchor", 1),
    "old/t1.json": ('{"t/3-milk.html":"3"}', "no-file", 1),
    "search/posts-0.js": ('threadsiteSearch("posts",0,9,"x",["t/1-tea.html","p3","Tea"]);\n',
                          "no-anchor", 1),
    "search/meta.js": ('threadsiteSearch("meta","",{"shards":"","posts":1,"block":16,"authors":[]'
                       '});\n', "no-file", 1),
}  # fmt: skip


DAMAGED = {
    "search/meta.js": 'threadsiteSearch("meta","",{"format":1});\n',
    "search/posts-0.js": 'threadsiteSearch("posts",0,["t/1-tea.html"]);\n',
    "search/days.js": "threadsiteSearch();\n",
    "old/t.json": '{"t/1-tea.html":1}',
    "feed.json": "{",
    "t/2-чай.html": "",
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_is_found(tmp_path: Path, name: str) -> None:
    led = page(f'<a href="{name}">x</a>{HOME}')

    problems = found(tmp_path, {name: DAMAGED[name], "index.html": led})

    assert [one.partition(":")[0] for one in problems] == [f"unread {name}"]


@pytest.mark.parametrize("name", OTHERS)
def test_links_of_files_that_are_no_pages_are_followed(tmp_path: Path, name: str) -> None:
    text, kind, line = OTHERS[name]
    led = page(f'<a href="{name}">x</a> {HOME}')

    problems = found(tmp_path, {name: text, "robots.txt": f"Sitemap: {name}\n", "index.html": led})

    assert [one.partition(": ")[0] for one in problems if f" {name}:" in one][:1] == [
        f"{kind} {name}:{line}"
    ]


def test_files_that_nothing_leads_to_are_found_pictures_first(tmp_path: Path) -> None:
    listed = SOUND["sitemap.xml"].replace("t/1-tea.html", "a/1-maud.html")
    lone = {
        "sitemap.xml": listed,
        "a/1-maud.html": page('<a href="1-maud.html">Me</a> <a href="?q=1">Me</a>'),
        "a/2-bo.html": page('<a href="?q=1">Me</a> <a href="">Me</a>'),
        "media/lone.png": "x",
        "search/days.js": 'threadsiteSearch("days","","","");\n',
        "static/more.css": "p{}",
    }

    assert found(tmp_path, lone) == [
        "orphan-media media/lone.png:0: nothing leads here",
        "orphan a/1-maud.html:0: nothing leads here",
        "orphan a/2-bo.html:0: nothing leads here",
        "orphan-index search/days.js:0: nothing leads here",
    ]


def test_a_site_without_its_first_page_is_not_whole(tmp_path: Path) -> None:
    found(tmp_path, {})
    (tmp_path / "public/404.html").unlink()

    assert told(tmp_path) == ["missing-page 404.html:0: is not there"]


def test_what_has_no_place_on_a_site_is_found(tmp_path: Path) -> None:
    odd = {".git/config": "x", "t/x.html.tmp": "x", "site.toml": "x", "media/notes.md.bin": "x"}
    built_of = page('<a href="media/notes.md.bin">x</a>' + HOME)

    problems = found(tmp_path, odd | {"index.html": built_of})

    assert [one for one in problems if one.startswith(("hidden", "source"))] == [
        "hidden .git/config:0: is hidden, and no part of a site",
        "source site.toml:0: is nothing to put online",
        "source t/x.html.tmp:0: is nothing to put online",
    ]


def test_files_that_a_server_cannot_send_are_found(tmp_path: Path) -> None:
    found(tmp_path, {})
    public = tmp_path / "public"
    (public / "index.html").chmod(0o600)
    (public / "404.html").chmod(0o666)
    (public / "media").chmod(0o700)
    (public / "t/1-tea.html").rename(tmp_path / "tea.html")
    (public / "t/1-tea.html").symlink_to(tmp_path / "tea.html")

    problems = {one.partition(":")[0] for one in told(tmp_path)}

    assert problems >= {
        "unreadable index.html",
        "writable 404.html",
        "unreadable media",
        "no-file-of-a-site t/1-tea.html",
    }


def test_a_host_takes_so_many_files_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = Host("Small", files=3, folder=1, file=9, site=20, redirects=1, headers=1)
    monkeypatch.setitem(HOSTS, "small", small)
    rules = {"_redirects": "# old\n/a /b\n/c /d\n", "_headers": "/a\n  X: y\n/b\n  X: y\n"}

    problems = found(tmp_path, rules, target="small")

    told = {one.partition(":")[0]: one.partition(": ")[2] for one in problems}
    assert {one for one in problems if one.startswith("host :")} == {
        "host :0: 9 files of 3: too much for Small",
        "host :0: 0.0 MB of 0.0 MB: too much for Small",
    }
    assert told["host _redirects"] == told["host _headers"] == "2 rules of 1: too much for Small"
    assert told["host ."] == "6 files of 1 in a folder: too much for Small"
    assert told["host t/1-tea.html"] == "0.0 MB of 0.0 MB for a file: too much for Small"
    assert len(problems) == 6


def test_the_documentation_says_what_hosts_take() -> None:
    text = (Path(__file__).parent.parent / "docs" / "deploy.md").read_text(encoding="utf-8")
    for name, host in HOSTS.items():
        (row,) = (line for line in text.splitlines() if f"| `{name}` |" in line)
        numbers = (host.files, host.folder, host.redirects, host.headers)
        assert [number for number in numbers if number and f"{number:,}" not in row] == []


def test_a_name_that_not_every_host_takes_is_found(tmp_path: Path) -> None:
    led = page('<a href="t/a%3Fb.html">x</a>' + HOME)

    assert found(tmp_path, {"t/a?b.html": page(), "index.html": led}) == [
        "host t/a?b.html:0: a name that not every host and file system takes"
    ]


def test_names_that_differ_in_case_only_are_found(tmp_path: Path) -> None:
    assert found(tmp_path, {"static/Tea.css": "", "static/tea.css": ""}) == [
        "host static/tea.css:0: on many a disk the same as static/Tea.css"
    ]


def test_a_site_that_changes_meanwhile_is_looked_at_again(tmp_path: Path) -> None:
    found(tmp_path, {})

    def build_anew(what: str, done: int, total: int | None) -> None:
        built(tmp_path / "public", SOUND)
        (tmp_path / "public" / MARKER).write_text("another")

    with pytest.raises(BuildError, match="built anew meanwhile; check it again"):
        checking.check(load_site(tmp_path), run=Run(meter=build_anew))


def test_a_name_that_is_no_text_is_found(tmp_path: Path) -> None:
    found(tmp_path, {})
    (tmp_path / "public" / os.fsdecode(b"caf\xe9.html")).write_text(page())

    assert told(tmp_path) == ["host caf\\udce9.html:0: a name that is not UTF-8"]


def test_addresses_are_read_as_a_browser_reads_them() -> None:
    ways = Ways("https://kettles.example/old")

    assert ways.way("t/1.html", "../b/./x/../y%C3%A9.html?q#a%20b") == Way("b/yé.html", "a b")
    assert ways.way("t/1.html", "..\\b.html") == Way("b.html")
    assert ways.way("t/1.html", "https://kettles.example/old") == Way("index.html")
    assert ways.way("t/1.html", "https://kettles.example/new/x").foreign
    assert ways.way("t/1.html", "https:///far.example/x").foreign == "https://far.example/x"
    assert ways.way("t/1.html", "/\\far.example").foreign == "//far.example"
    assert ways.way("t/1.html", "HTTPS:far.example").foreign == "HTTPS://far.example"
    assert ways.way("t/1.html", "mailto:keeper@kettles.example").foreign
    assert Ways("https://x.example/ö").way("t/1.html", "https://x.example/%C3%B6/%3F").file == "?"
    assert ways.way("404.html", "/old/t/") == Way("t/index.html")
    assert ways.way("t/1.html", "//[").foreign == "//["


def test_a_policy_is_that_of_a_browser() -> None:
    rules = parse("default-src 'none'; img-src 'self' data: https:; script-src *.cdn.example; ; x")

    assert allows(rules, "img-src", "'self'")
    assert allows(rules, "img-src", "data:image/png;base64,x")
    assert allows(rules, "img-src", "https://far.example/x.png")
    assert not allows(rules, "img-src", "http://far.example/x.png")
    assert allows(rules, "script-src", "//a.cdn.example/x.js")
    assert not allows(rules, "script-src", "'self'")
    assert not allows(rules, "frame-src", "'self'")
    assert allows(rules, "form-action", "https://far.example/")
    assert allows(parse("default-src *"), "img-src", "https://far.example/x.png")


def test_the_command_tells_the_first_problems_of_each_kind(tmp_path: Path) -> None:
    lost = "".join(f'<a href="{number}.html">{number}</a>\n' for number in range(1, 6))
    found(tmp_path, {"t/2-чай.html": page(lost)})

    done = CliRunner().invoke(
        cli.commands, ["check", "--site", str(tmp_path), "--most", "2", "--jobs", "1"]
    )

    first, second, more, total, hosts = done.stdout.splitlines()
    assert first == (
        f"{tmp_path}/public/t/2-чай.html:6: 1.html leads to t/1.html, which is not there"
        f" ({KINDS['no-file'].hint})"
    )
    assert ":7: 2.html" in second
    assert more == "… 3 more like this"
    assert total.startswith(f"{tmp_path}/public: 7 files, 0.0 MB, ")
    assert hosts.startswith("fits on Cloudflare Pages (free), ")
    assert (type(done.exception).__name__, str(done.exception)) == (
        "ThreadsiteError",
        f"5 problems in {tmp_path}/public",
    )


def test_the_command_tells_programs_all(tmp_path: Path) -> None:
    found(tmp_path, {"media/lone.png": "x"})

    done = CliRunner().invoke(
        cli.commands, ["check", "--site", str(tmp_path), "--json", "--jobs", "1"]
    )

    one, site = map(json.loads, done.stdout.splitlines())
    assert (one["check"], one["kind"], one["file"]) == ("orphans", "orphan-media", "media/lone.png")
    assert site["problems"] == {"orphan-media": 1}
    assert site["hosts"]["github"] is True


def test_a_host_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli.commands, ["check", "--site", str(tmp_path), "--target", "x"])

    assert done.exit_code == 2
    assert "cloudflare" in done.stderr


BARE = Takedowns(TakedownSheet(salt="s"))
WORDS = "Never glaze the foot of a pot that stands on a porous shelf."
GONE = TakedownSheet(
    salt="s",
    post=(TakenPost(forum="pots.example", thread="1", id="42", words=BARE.marked_words(WORDS)),),
    thread=(TakenThread(forum="pots.example", id="9"),),
    author=(
        TakenAuthor(
            forum="pots.example",
            id="12",
            pseudonym="A potter",
            names=(BARE.marked_name("Maud Thimble"), BARE.marked_name("maud77")),
        ),
    ),
)
LEFT = {
    "<bdi>maud thimble</bdi>": "taken-name",
    '<img alt="Maud Thimble" src="../media/pot.png">': "taken-name",
    "<p>As “Maud Thimble” said once.</p>": "mentioned",
    "<p>Ask @maud77, please.</p>": "mentioned",
    '<div class="body"><blockquote>x</blockquote><p>Never glaze the <b>foo</b>t of a<br>pot that'
    " stands on a porous shelf.</p></div>": "taken-words",
    '<blockquote class="quote"><p class="quote-head"><b>Bo</b></p><p>Never glaze the <b>foot</b> of'
    " a pot that stands on a porous shelf.</p></blockquote>": "taken-words",
    '<a href="https://www.pots.example/viewtopic.php?t=9">x</a>': "taken-address",
    '<a href="https://pots.example/viewtopic.php?p=42#p42">x</a>': "taken-address",
}


def taken(folder: Path, files: Files, settings: str = SETTINGS) -> list[str]:
    """The problems of a site from which things were taken down: kind and file."""
    (folder / "content").mkdir()
    (folder / "content" / FILE).write_text(dump(GONE))
    return [one.partition(":")[0] for one in found(folder, files, settings=settings)]


@pytest.mark.parametrize("body", LEFT)
def test_what_is_left_of_what_was_taken_down_is_found(tmp_path: Path, body: str) -> None:
    assert taken(tmp_path, {"t/2-чай.html": page(body)}) == [f"{LEFT[body]} t/2-чай.html"]


def test_nothing_is_left_where_all_is_gone(tmp_path: Path) -> None:
    rest = page(
        "<p>A potter, Maud and Thimble. Never glaze it.</p>"
        '<a href="https://pots.example/viewtopic.php?t=10">x</a>'
    )

    assert taken(tmp_path, {"t/2-чай.html": rest}) == []


def test_a_name_within_a_sentence_is_told_and_no_problem(tmp_path: Path) -> None:
    taken(tmp_path, {"t/2-чай.html": page("<p>Maud Thimble said so.</p>")})

    with closing(checking.check(load_site(tmp_path))) as outcome:
        assert outcome.desk.counts() == {"mentioned": 1}
        assert outcome.problems == 0


def test_feeds_and_the_search_are_looked_through(tmp_path: Path) -> None:
    files = {
        "feed.xml": '<feed xmlns="http://www.w3.org/2005/Atom"><name>Maud Thimble</name></feed>',
        "feed.json": '{"authors":[{"name":"Maud Thimble"}]}',
        "search/authors-0.js": 'threadsiteSearch("authors",0,[["maud","Maud Thimble","12",3]]);\n',
        "search/posts-0.js": f'threadsiteSearch("posts",0,["t/1-tea.html","p1","{WORDS}"]);\n',
    }
    led = page("".join(f'<a href="{name}">x</a>' for name in files) + HOME)

    assert taken(tmp_path, files | {"index.html": led}) == [
        "taken-words search/posts-0.js",
        "taken-name feed.json",
        "taken-name feed.xml",
        "taken-name search/authors-0.js",
    ]


def test_pages_of_what_was_taken_down_are_found(tmp_path: Path) -> None:
    files = {
        "t/9-feet.2.html": page(),
        "t/1-tea.html": SOUND["t/1-tea.html"].replace("<body>", '<body><p id="p42"></p>'),
        "t/90-x.html": page(),
    }
    led = page("".join(f'<a href="{name}">x</a>' for name in files) + HOME)

    assert taken(tmp_path, files | {"index.html": led}) == [
        "taken-page t/1-tea.html",
        "taken-page t/9-feet.2.html",
    ]


def test_a_thread_of_another_forum_may_have_the_number(tmp_path: Path) -> None:
    other = page('On the forum <a href="https://kilns.example/viewtopic.php?t=9">this</a>')
    led = page(f'<a href="t/9-bricks.html">x</a>{HOME}')
    files = {"t/9-bricks.html": other, "index.html": led}
    named = f'{SETTINGS}[[dumps]]\npath = "x"\nforum = "pots.example"\n'

    assert taken(tmp_path, files) == []
    assert [one.partition(":")[0] for one in found(tmp_path, files, settings=named)] == [
        "taken-page t/9-bricks.html"
    ]
