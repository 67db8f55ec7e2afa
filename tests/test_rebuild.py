"""Building again: the same bytes, the old site or the new one, and nothing that runs."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import pytest
from lxml import etree

from threadsite import content
from threadsite.building import build
from threadsite.config import Site, load_site
from threadsite.errors import BuildError, ContentError
from threadsite.model import Author, Post, Quote, Thread
from threadsite.staging import locked

POTTERY = Path(__file__).parent / "sites" / "pottery"
HARMLESS = {"", "http", "https", "mailto"}

PROGRAM = """
from pathlib import Path
from threadsite.building import build
from threadsite.config import load_site
site = load_site(Path("site.toml"))
print("ready", flush=True)
"""


@pytest.fixture
def pottery(tmp_path: Path) -> Site:
    return copy_of(tmp_path / "site")


def copy_of(folder: Path) -> Site:
    shutil.copytree(POTTERY, folder)
    return load_site(folder)


def files(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


def test_two_builds_are_equal_byte_by_byte(pottery: Site, tmp_path: Path) -> None:
    build(pottery)
    first = files(pottery.output)
    shutil.move(pottery.root, tmp_path / "elsewhere")

    surroundings = {"PYTHONHASHSEED": "7", "TZ": "Asia/Kolkata", "LC_ALL": "C", "LANG": "tr_TR"}
    subprocess.run(
        [sys.executable, "-c", PROGRAM + "build(site)"],
        cwd=tmp_path / "elsewhere",
        env=os.environ | surroundings,
        check=True,
    )

    assert files(tmp_path / "elsewhere" / "public") == first


def test_a_wrong_file_leaves_the_old_site(pottery: Site) -> None:
    build(pottery)
    before = files(pottery.output)
    (pottery.content / "threads" / "bad.md").write_text("no header", encoding="utf-8")

    with pytest.raises(ContentError, match=r"bad\.md:1"):
        build(pottery)

    assert files(pottery.output) == before
    assert sorted(path.name for path in pottery.root.iterdir()) == [
        ".threadsite",
        "content",
        "public",
        "site.toml",
    ]


def test_a_build_killed_at_any_time_leaves_the_old_site(pottery: Site) -> None:
    build(pottery)
    before = files(pottery.output)
    dice = random.Random(4)
    for _ in range(4):
        program = PROGRAM + "while True: build(site)"
        with subprocess.Popen(
            [sys.executable, "-c", program], cwd=pottery.root, stdout=subprocess.PIPE
        ) as running:
            assert running.stdout
            running.stdout.readline()
            with contextlib.suppress(subprocess.TimeoutExpired):
                running.wait(timeout=dice.uniform(0, 0.6))
            running.kill()

        assert running.returncode == -signal.SIGKILL
        assert files(pottery.output) == before

    build(pottery)
    assert [path.name for path in pottery.root.glob("public*")] == ["public"]


def test_a_page_that_is_gone_from_content_is_gone_from_the_site(pottery: Site) -> None:
    build(pottery)
    (pottery.content / "threads" / "3-lost-lines.md").unlink()

    build(pottery)

    assert "t/3-lost-lines.html" not in files(pottery.output)


def test_two_builds_do_not_meet(pottery: Site) -> None:
    with locked(pottery.cache), pytest.raises(BuildError, match=f"process {os.getpid()}"):
        build(pottery)


def test_a_link_among_the_media_is_not_followed(pottery: Site, tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_text("secret", encoding="utf-8")
    (pottery.content / "media" / "secret.jpg").symlink_to(tmp_path / "secret.jpg")
    (pottery.content / "media" / ".DS_Store").touch()

    build(pottery)

    assert {name for name in files(pottery.output) if name.startswith("media/")} == {
        "media/old/page.html.bin",
        "media/tile.jpg",
    }


HOSTILE = (
    '</title><script>alert("x")</script>',
    "{{ 7 * 7 }}{% raw %}",
    "]]><!--",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "\u202egnp.exe",
)


def test_hostile_words_stay_words(pottery: Site) -> None:
    for number, words in enumerate(HOSTILE):
        author = Author(f"name:{words}", words, title=words, avatar="javascript:alert(1)")
        quotes = (Quote(words, words),)
        post = Post(words, author, words, url="javascript:alert(1)", quotes=quotes)
        thread = Thread(
            str(number), words, (post, replace(post, id="7")), words, (words,), (words,)
        )
        path = pottery.content / "threads" / f"{number}-bad.md"
        path.write_text(content.dump(thread), encoding="utf-8")

    report = build(pottery)

    assert report.posts == 8 + 2 * len(HOSTILE)
    for page in files(pottery.output):
        if page.endswith(".html"):
            assert PurePosixPath(page).parts[0] in {"t", "a", "b", "c", "k", page}
            assert not list(live(pottery.output, page)), page


def test_an_empty_archive_is_a_site(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text('[site]\ntitle = "Nothing yet"\n', encoding="utf-8")

    report = build(load_site(tmp_path))

    assert report.posts == 0
    assert {"index.html", "about.html", "feed.xml"} <= set(files(tmp_path / "public"))


def tree(output: Path, name: str) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    return etree.fromstring((output / name).read_bytes(), parser)


def live(output: Path, page: str) -> Iterator[str]:
    """What would run on *page*."""
    for element in tree(output, page).iter(etree.Element):
        for name, value in ((str(name), str(value)) for name, value in element.items()):
            leads = name in {"href", "src", "srcset", "action", "formaction", "data", "poster"}
            runs = leads and urlsplit(value.strip()).scheme not in HARMLESS
            if runs or name.startswith("on") or name in {"style", "srcdoc"}:
                yield f"{element.tag!s} {name}={value}"
        data = element.get("type") in {"application/ld+json", "application/json"}
        if element.tag == "script" and (element.text or "").strip() and not data:
            yield str(element.text)


def test_the_last_day_there_is_has_a_page(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text('[site]\ntitle = "Kiln"\n', encoding="utf-8")
    (tmp_path / "content" / "threads").mkdir(parents=True)
    post = Post("1", Author("1", "Maud"), "Words.", created=datetime(9999, 12, 31, 23, 59))
    text = content.dump(Thread("1", "Kiln", (post,)))
    (tmp_path / "content" / "threads" / "1.md").write_text(text, encoding="utf-8")

    build(load_site(tmp_path))

    assert (tmp_path / "public" / "c" / "9999-12.html").is_file()
