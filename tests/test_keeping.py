"""Pictures and files that a dump holds come into the archive, and links lead to them there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from threadsite import content
from threadsite.building import build
from threadsite.config import load_site
from threadsite.conversion import convert
from threadsite.conversion.reading import Dump
from threadsite.model import Thread
from threadsite.report import Outcome

sys.path.insert(0, str(Path(__file__).parent / "sources"))
from made_dumps import zipped
from made_warcs import http, record

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x09" + b"kettle" * 9
NOTES = b"%PDF-1.4\nFill, light, wait.\n"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='1'></svg>"

SEEN = "media/" + sha256(PNG).hexdigest()[:16] + ".png"
READ = "media/" + sha256(NOTES).hexdigest()[:16] + ".pdf"


def page(body: str, attached: str = "") -> bytes:
    """A page of phpBB whose one post says *body*."""
    files = f'<dl class="attachbox"><dd>{attached}</dd></dl>' if attached else ""
    return f"""<!doctype html><html><head><title>Kettles</title></head>
    <body id="phpbb" class="nojs notouch section-viewtopic ltr">
    <h2 class="topic-title"><a href="./viewtopic.php?f=2&amp;t=5">Kettles</a></h2>
    <div id="p11" class="post has-profile bg2"><dl class="postprofile" id="profile11">
    <dt><a href="./memberlist.php?mode=viewprofile&amp;u=3" class="username">Maud</a></dt></dl>
    <div class="postbody"><div id="post_content11">
    <p class="author">by <a class="username" href="./memberlist.php?mode=viewprofile&amp;u=3">Maud
    </a> &raquo; <time datetime="2009-08-07T06:05:04+00:00">Fri Aug 07</time></p>
    <div class="content">{body}</div>{files}</div></div></div></body></html>""".encode()


def folder(path: Path, files: Mapping[str, bytes]) -> Path:
    for name, data in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(data)
    return path


def packed(path: Path, files: Mapping[str, bytes]) -> Path:
    place = path.with_suffix(".zip")
    place.write_bytes(zipped(files))
    return place


def captured(path: Path, files: Mapping[str, bytes]) -> Path:
    """A web archive of *files*, which lie below one folder that is the host."""
    place = path.with_suffix(".warc")
    kinds = {".png": "image/png", ".pdf": "application/pdf"}
    place.write_bytes(
        b"".join(
            record(
                http(data, Content_Type=kinds.get(name[-4:], "text/html; charset=utf-8")),
                f"https://{name}",
            )
            for name, data in files.items()
        )
    )
    return place


CONTAINERS = (folder, packed, captured)
MIRROR = {
    "kettle.org/viewtopic.php?t=5": page(
        'Look: <img src="./img/a.png" alt="steam"> and'
        ' <a href="http://www.kettle.org/img/a.png#top">the same</a>,'
        ' <img src="./img/gone.png">',
        '<dl class="file"><dt><a class="postlink" href="./download/notes.pdf">notes.pdf</a></dt>'
        "</dl>",
    ),
    "kettle.org/img/a.png": PNG,
    "kettle.org/img/other.png": PNG + b"other",
    "kettle.org/download/notes.pdf": NOTES,
}


def thread(archive: Path) -> Thread:
    """The one thread of the archive."""
    (path,) = content.thread_files(archive)
    return content.read_thread(path)


@pytest.mark.parametrize("container", CONTAINERS)
def test_what_a_dump_holds_is_kept_and_linked(
    tmp_path: Path, container: Callable[[Path, Mapping[str, bytes]], Path]
) -> None:
    report = convert([Dump(container(tmp_path / "d", MIRROR), "d")], tmp_path / "content")

    (post,) = thread(tmp_path / "content").posts
    assert post.body.startswith(f"Look: ![steam](../{SEEN}) and [the same](../{SEEN}),")
    assert "://kettle.org/img/gone.png)" in post.body
    assert [(file.name, file.path) for file in post.attachments] == [("notes.pdf", READ)]
    held = {path.name: path.read_bytes() for path in (tmp_path / "content" / "media").iterdir()}
    assert held == {SEEN[6:]: PNG, READ[6:]: NOTES}
    assert report.media.seen == report.media.outcomes[Outcome.IMPORTED] == 2


def test_what_browsers_save_beside_a_page_is_kept(tmp_path: Path) -> None:
    saved = {"a/Tee.html": page('<img src="Tee_files/a.png">'), "a/Tee_files/a.png": PNG}

    convert([Dump(folder(tmp_path / "d", saved), "d")], tmp_path / "content")

    assert thread(tmp_path / "content").posts[0].body == f"![](../{SEEN})"


def test_a_page_that_is_a_dump_by_itself_has_only_its_own_files(tmp_path: Path) -> None:
    files = {
        "Tee.html": page('<img src="Tee_files/a.png"> <img src="Tea_files/b.png">'),
        "Tee_files/a.png": PNG,
        "Tea.html": page("Another"),
        "Tea_files/b.png": PNG + b"b",
    }
    one = folder(tmp_path / "d", files) / "Tee.html"

    report = convert([Dump(one, "d")], tmp_path / "content")

    assert thread(tmp_path / "content").posts[0].body == f"![](../{SEEN}) ![](Tea_files/b.png)"
    assert (report.documents.seen, report.media.seen) == (1, 1)


def test_a_page_that_says_where_it_was_has_its_files_beside_it_too(tmp_path: Path) -> None:
    stated = b"<!-- saved from url=(0040)https://kettle.org/viewtopic.php?t=5 -->\n"
    saved = {"Tee.html": stated + page('<img src="./Tee_files/a.png">'), "Tee_files/a.png": PNG}

    convert([Dump(folder(tmp_path / "d", saved), "d")], tmp_path / "content")

    assert thread(tmp_path / "content").posts[0].body == f"![](../{SEEN})"


@pytest.mark.parametrize(
    "address",
    [
        "https://mug.org/img/a.png",
        "https://kettle.org/img/a.png?v=2",
        "../../../../a.png",
        "/a.png",
    ],
)
def test_what_is_not_surely_meant_is_not_taken(tmp_path: Path, address: str) -> None:
    files = {"kettle.org/x/5.html": page(f'<img src="{address}">'), "kettle.org/img/a.png": PNG}

    convert([Dump(folder(tmp_path / "d", files), "d")], tmp_path / "content")

    assert "media/" not in thread(tmp_path / "content").posts[0].body
    assert not (tmp_path / "content" / "media").exists()


def test_what_can_run_is_not_kept_and_is_said(tmp_path: Path) -> None:
    files = {"kettle.org/5.html": page('<img src="a.png">'), "kettle.org/a.png": SVG}

    report = convert([Dump(folder(tmp_path / "d", files), "d")], tmp_path / "content")

    assert report.media.outcomes == {Outcome.SKIPPED: 1}
    assert report.balanced
    assert not (tmp_path / "content" / "media").exists()


def test_a_picture_of_one_dump_serves_the_posts_of_another(tmp_path: Path) -> None:
    files = dict(MIRROR)
    words = {"kettle.org/viewtopic.php?t=5": files.pop("kettle.org/viewtopic.php?t=5")}
    dumps = [Dump(folder(tmp_path / "a", words), "a"), Dump(folder(tmp_path / "b", files), "b")]

    convert(dumps, tmp_path / "content")

    assert f"](../{SEEN})" in thread(tmp_path / "content").posts[0].body


def files(archive: Path) -> dict[Path, tuple[bytes, int]]:
    """What the archive holds but its report, and when it was written."""
    below = (path for folder in ("threads", "media") for path in (archive / folder).rglob("*.*"))
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in below}


def test_converting_again_writes_nothing(tmp_path: Path) -> None:
    dumps = [Dump(folder(tmp_path / "d", MIRROR), "d")]
    first = convert(dumps, tmp_path / "content")
    before = files(tmp_path / "content")

    again = convert(dumps, tmp_path / "content")

    assert again.written == 0
    assert again.as_json() == first.as_json()
    assert len(before) == 3
    assert files(tmp_path / "content") == before


def test_links_fit_the_folder_that_a_file_was_moved_to(tmp_path: Path) -> None:
    dumps = [Dump(folder(tmp_path / "d", MIRROR), "d")]
    convert(dumps, tmp_path / "content")
    (path,) = content.thread_files(tmp_path / "content")
    moved = tmp_path / "content" / "threads" / "best" / "of" / "kettles.md"
    moved.parent.mkdir(parents=True)
    path.rename(moved)

    convert(dumps, tmp_path / "content")

    assert f"![steam](../../../{SEEN})" in moved.read_text()


def test_the_site_shows_kept_pictures_and_links_kept_files(tmp_path: Path) -> None:
    convert([Dump(folder(tmp_path / "d", MIRROR), "d")], tmp_path / "content")
    (tmp_path / "site.toml").write_text('[site]\ntitle = "Kettles"\n')

    build(load_site(tmp_path))

    (html,) = (tmp_path / "public" / "t").glob("*.html")
    shown = html.read_text()
    assert f'<img src="../{SEEN}" width="16" height="9" alt="steam" loading="lazy">' in shown
    assert f'<a href="../{SEEN}">the same</a>' in shown
    assert f'<a href="../{READ}">' in shown
    assert (tmp_path / "public" / SEEN).read_bytes() == PNG


def test_what_nothing_mentions_any_more_is_removed(tmp_path: Path) -> None:
    place, notes = tmp_path / "content", tmp_path / "content" / "media" / "notes.png"
    dump = Dump(folder(tmp_path / "d", MIRROR), "d")
    convert([dump], place)
    notes.write_bytes(PNG)
    changed = notes.with_name("0123456789abcdef.png")
    changed.write_bytes(PNG)
    kept = {path.name for path in content.media_files(place)}

    (tmp_path / "d" / "kettle.org" / "viewtopic.php?t=5").write_bytes(page("Sold."))
    report = convert([dump], place)

    left = {path.name for path in content.media_files(place)}
    assert left == {notes.name, changed.name}
    assert report.pruned == len(kept) - 2 > 0
    assert convert([dump], place).pruned == 0
