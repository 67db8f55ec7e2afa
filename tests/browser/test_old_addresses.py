"""Old addresses of the forum lead to where their threads, posts, boards and authors are now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from threadsite import content
from threadsite.building import build
from threadsite.config import load_site
from threadsite.content import boards
from threadsite.model import Author, Board, Post, Thread
from threadsite.references import Reference, reference
from threadsite.serve.live import Live
from threadsite.serve.server import running

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("chromium")]

ILSE = Author("1", "Ilse Marrow")
MAUD = Author("2", "Maud Kest", url="https://kiln.example/members/maud.12/")
ADDRESSES = [
    "/viewtopic.php?f=2&t=7",
    "/viewtopic.php?p=42#p42",
    "/showthread.php?7-Cone-six&p=42&viewfull=1#post42",
    "/threads/cone-six.7/page-3#post-42",
    "/index.php?threads/cone-six.7/",
    "/t/cone-six/7/42?u=maud",
    "/index.php?topic=7.msg42#msg42",
    "/index.php?/topic/7-cone-six/page/2/",
    "/discussion/comment/42/#Comment_42",
    "/forum/read.php?5,7,42",
    "/topic/cone-six/3/",
    "/forum/5-looms/7-cone-six?start=6#42",
    "/index.php?option=com_kunena&view=topic&catid=5&id=7&mesid=42",
    "/forum2.php?config=kiln.inc&cat=5&post=7&page=1#t42",
    "/members/maud.12/",
    "/u/maud.b/summary",
    "/index.php?board=3.20",
    "/forumdisplay.php?3-looms",
    "/calendar.php",
]


def thread(number: str, forum: str, *ids: str, by: Author = ILSE) -> Thread:
    posts = tuple(Post(one, by, f"Said {one}.", datetime(2009, 3, 1)) for one in ids)
    url = f"https://{forum}/viewtopic.php?t={number}"
    return Thread(number, f"Thread {number}", posts, forum=forum, url=url, board=("Looms",))


def words(name: str, id: str) -> Thread:  # noqa: A002
    """A thread that its address calls by words, with a post that it calls otherwise than we do."""
    url = f"https://kiln.example/discussion/comment/{id[8:]}/#{id}"
    post = Post(id, ILSE, "Said.", datetime(2009, 3, 1), url=url)
    address = f"https://kiln.example/forums/topic/{name}/"
    return Thread("881", "Looms", (post,), forum="kiln.example", url=address)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A preview of two forums: kiln.example and loom.example have a thread 9 each."""
    root = tmp_path_factory.mktemp("old")
    settings = ("[site]", 'title = "Clay"', 'url = "https://clay.example/"', "[build]")
    (root / "site.toml").write_text("\n".join((*settings, "posts_per_page = 2")))
    for one in (
        thread("7", "kiln.example", "40", "41", "42", "43", "12045"),
        thread("9", "kiln.example", "50"),
        thread("9", "loom.example", "60"),
        thread("1007", "kiln.example", "70", by=MAUD),
        words("growing-looms", "Comment_80"),
    ):
        path = root / f"content/threads/{one.id}-{one.forum[:4]}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content.dump(one), encoding="utf-8")
    looms = Board(("Looms",), forum="kiln.example", url="https://kiln.example/viewforum.php?f=3")
    (root / "content" / boards.FILE).write_text(boards.dump([looms])[0], encoding="utf-8")
    build(load_site(root))
    live = Live()
    live.built(root / "public")
    with running(live, "127.0.0.1", 0) as server:
        yield server.url.rstrip("/")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize(
    ("old", "now"),
    [
        ("/viewtopic.php?f=2&t=7", "/t/7-kiln.html"),
        ("/forum/viewtopic.php?t=7&start=20", "/t/7-kiln.html"),
        ("/viewtopic.php?p=42#p42", "/t/7-kiln.2.html#p42"),
        ("/viewtopic.php?t=7&p=41", "/t/7-kiln.html#p41"),
        ("/viewtopic.php?p=12045", "/t/7-kiln.3.html#p12045"),
        ("/threads/cone-six.7/page-2#post-43", "/t/7-kiln.2.html#p43"),
        ("/threads/cone-six.1007/", "/t/1007-kiln.html"),
        ("/forum/index.php?sid=0a1b", "/"),
        ("/forums/topic/growing-looms/", "/t/881-kiln.html"),
        ("/discussion/comment/80", "/t/881-kiln.html#pComment_80"),
        ("/forum/viewforum.php?f=3&start=50", "/b/looms.html"),
        ("/index.php?forums/looms.3/", "/b/looms.html"),
        ("/memberlist.php?mode=viewprofile&u=12", "/a/2-maud-kest.html"),
        # Of a thread that is known, a post that is not: to where it would be.
        ("/threads/cone-six.7/#post-9999", "/t/7-kiln.2.html#p9999"),
        ("/t/7-kiln.html#post41", "/t/7-kiln.html#p41"),
        ("/t/7-kiln.html#post-43", "/t/7-kiln.2.html#p43"),
        ("/t/7-kiln.html#p12045", "/t/7-kiln.3.html#p12045"),
    ],
)
def test_an_old_address_leads_on(home: str, page: Page, old: str, now: str) -> None:
    page.goto(home + old)

    page.wait_for_url(home + now)


def test_what_two_forums_have_is_left_to_the_reader(home: str, page: Page) -> None:
    page.goto(f"{home}/viewtopic.php?t=9")

    links = page.locator("#old a")
    expect(links).to_have_count(2)
    found = {link.get_attribute("href") for link in links.all()}
    assert found == {f"{home}/t/9-kiln.html", f"{home}/t/9-loom.html"}


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ("/viewtopic.php?t=8", True),
        ("/viewtopic.php?p=4711", True),
        ("/forumdisplay.php?f=4", True),
        ("/memberlist.php", False),
    ],
)
def test_what_is_not_there_is_said_of_old_addresses_only(
    home: str, page: Page, old: str, said: bool
) -> None:
    with page.expect_response(lambda answer: "/old/" in answer.url):
        page.goto(home + old)

    page.wait_for_load_state("networkidle")
    expect(page.get_by_text("What stood there is not in the archive")).to_be_visible(visible=said)
    expect(page.get_by_role("heading", name="This page is not here")).to_be_visible()


def test_browsers_understand_addresses_as_we_do(home: str, page: Page) -> None:
    page.goto(f"{home}/about.html")
    script = """async ([forms, addresses]) => {
      const data = await (await fetch(forms)).json();
      const meant = (form, place) => new RegExp(form).exec(place)?.groups;
      return addresses.map((place) => {
        const found = data.forms.map((form) => meant(form, place)).find(Boolean);
        const { board, thread, post, author } = found ?? {};
        const inside = meant(data.fragment, place)?.post;
        const told = thread && board ? `${board}-${thread}` : thread;
        const all = told || post || inside ? [told, inside ?? post] : [null, null, board, author];
        return [0, 1, 2, 3].map((place) => all[place] ?? null);
      });
    }"""

    told = page.evaluate(script, ["/old/forms.json", ADDRESSES])

    ours = [reference(f"https://kiln.example{address}") for address in ADDRESSES]
    nothing = Reference("")
    assert told == [[*astuple(one or nothing)[1:]] for one in ours]
