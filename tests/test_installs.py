"""Which forum an address is of: two on one host, and one that is reached in several ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from threadsite import content
from threadsite.archive import Archive
from threadsite.content import dump
from threadsite.conversion import convert
from threadsite.conversion.reading import Dump
from threadsite.installs import forum, told
from threadsite.model import Author, Post, Thread

HOST = "kiln.example"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://kiln.example/clay/viewtopic.php?t=5", "kiln.example/clay"),
        ("https://www.kiln.example/clay/viewtopic.php?t=5&start=20", "kiln.example/clay"),
        ("https://kiln.example/clay/archive/index.php/t-5.html", "kiln.example/clay"),
        ("https://kiln.example/cgi-bin/yabb2/YaBB.pl?num=5", "kiln.example/cgi-bin/yabb2"),
        ("https://kiln.example/clay/threads/slow.5/", "kiln.example/clay"),
        ("https://kiln.example/clay/index.php?threads/slow.5/", "kiln.example/clay"),
        ("https://kiln.example/clay/topic,5.0.html", "kiln.example/clay"),
        ("https://kiln.example/en/discussion/5/slow", "kiln.example"),
        ("https://kiln.example/t/slow/5.json", "kiln.example"),
        ("https://kiln.example/glazes/5-slow.html", "kiln.example"),
        ("file:///clay/viewtopic.php?t=5", ""),
        ("http://[/viewtopic.php", ""),
        (None, ""),
    ],
)
def test_the_forum_of_an_address(url: str | None, expected: str) -> None:
    assert forum(url) == expected


def test_a_page_whose_address_does_not_tell_states_its_base() -> None:
    url, base = "https://kiln.example/clay/glazes/5-slow.html", "https://kiln.example/clay/"

    assert told(url) is None
    assert forum(url, base) == "kiln.example/clay"
    assert forum(url, url) == "kiln.example"


def test_a_page_without_a_base_has_links_to_scripts() -> None:
    url = "https://kiln.example/clay/slow-t5.html"
    chrome = [f"https://kiln.example/clay/{name}.php" for name in ("ucp", "faq", "memberlist")]
    others = ["https://kiln.example/wiki/index.php"] * 2 + ["https://other.example/a/b.php"] * 9

    assert forum(url, None, [*chrome, *others]) == "kiln.example/clay"
    assert forum(url, None, others) == "kiln.example"


def page(address: str, post: int, words: str) -> bytes:
    return f"""<html><head><link rel="canonical" href="{address}"></head>
<body id="phpbb"><h2 class="topic-title"><a href="{address}">Slow fire</a></h2>
<div class="post" id="p{post}"><dl class="postprofile"><dt><a class="username" \
href="./memberlist.php?mode=viewprofile&amp;u=2">Maud</a></dt></dl>
<div class="postbody"><p class="author"><time datetime="2009-03-0{post}T10:00:00+00:00">then</time>\
</p><div class="content">{words}</div></div></div></body></html>""".encode()


def converted(folder: Path) -> list[Thread]:
    convert([Dump(folder / "dump", "dump")], folder / "content")
    return [content.read_thread(path) for path in content.thread_files(folder / "content")]


def test_two_forums_on_one_host_are_two(tmp_path: Path) -> None:
    for number, name in enumerate(("clay", "wool"), 1):
        place = tmp_path / "dump" / f"{name}.html"
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(page(f"https://{HOST}/{name}/viewtopic.php?t=5", number, f"Of {name}."))

    threads = converted(tmp_path)

    assert {(one.forum, one.id, len(one.posts)) for one in threads} == {
        ("kiln.example/clay", "5", 1),
        ("kiln.example/wool", "5", 1),
    }


def test_one_forum_reached_in_several_ways_is_one(tmp_path: Path) -> None:
    addresses = (
        f"http://{HOST}/clay/viewtopic.php?t=5",
        f"https://www.{HOST}/clay/viewtopic.php?f=1&amp;t=5&amp;start=1",
        f"https://{HOST.upper()}/clay/viewtopic.php?t=5&amp;start=2",
    )
    (tmp_path / "dump").mkdir()
    for number, address in enumerate(addresses, 1):
        data = page(address, number, f"Words {number}.")
        (tmp_path / "dump" / f"{number}.html").write_bytes(data)

    (thread,) = converted(tmp_path)

    assert thread.forum == "kiln.example/clay"
    assert [post.id for post in thread.posts] == ["1", "2", "3"]


def test_folders_that_wget_mirrored_are_forums(tmp_path: Path) -> None:
    for number, (name, query) in enumerate((("clay", "t=5"), ("wool", "t=5"), ("clay", "start=1"))):
        address = f"viewtopic.php?t=5&amp;{query}"
        place = tmp_path / "dump" / HOST / name / f"viewtopic.php@{query}.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(page(address, number + 1, f"Words {number}."))

    threads = converted(tmp_path)

    assert {(one.forum, len(one.posts)) for one in threads} == {
        ("kiln.example/clay", 2),
        ("kiln.example/wool", 1),
    }


def test_old_addresses_lead_to_the_forum_in_their_folder(tmp_path: Path) -> None:
    for name in ("clay", "wool"):
        url = f"https://{HOST}/{name}/viewtopic.php?t=5"
        post = Post(f"{name}1", Author("2", "Maud"), "Words.")
        thread = Thread("5", name, (post,), forum=f"{HOST}/{name}", url=url)
        place = tmp_path / "threads" / f"{name}.md"
        place.parent.mkdir(exist_ok=True)
        place.write_text(dump(thread), encoding="utf-8")

    with Archive.open(tmp_path) as archive:
        found = archive.finder.address(f"http://www.{HOST}/wool/viewtopic.php?f=2&t=5")
        lost = archive.finder.address(f"http://www.{HOST}/silk/viewtopic.php?f=2&t=5")

    assert found is not None
    assert found.title == "wool"
    assert lost is None
