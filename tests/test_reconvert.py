"""What a conversion remembers changes nothing but how long it takes."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import signal
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from made_forum import Said, board, index, page, printed
from threadsite import content, tasks
from threadsite.config import load_site
from threadsite.content import boards
from threadsite.conversion import binding, convert, delivery
from threadsite.conversion.dumps import of_site
from threadsite.conversion.ledger import FILE, memory
from threadsite.conversion.reading import Dump
from threadsite.document import Document
from threadsite.engines import all_engines
from threadsite.engines.engine import Part
from threadsite.model import Author, Post, Thread
from threadsite.report import Outcome, Report
from threadsite.run import Meter, unseen

DUMPS = {"hedge": "", "copse": "", "spare": ".zip"}
NAMES = ("Maud", "Odo", "Ines", "Per")
WORDS = (
    "The thorn is out.",
    '<span class="gone">Never mind.</span> Cut it back.',
    '<img src="./pic1.png" alt="a thorn">',
    '<img src="./pic2.png" alt="another"> and <img src="./pic1.png" alt="one">',
    "+++",
)
THREADS = {number: f"Thorn {number}" for number in range(1, 7)}
POSTS = 5
"""Posts of a thread; so each has a day of March for its number."""


class Hoard:
    """A site with dumps, and people who change them and what came of them."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.content = root / "content"
        self.cache = root / ".threadsite"
        self.content.mkdir(parents=True)
        self.random = random.Random(seed)
        self.count = 0
        self.pages: dict[str, dict[str, bytes]] = {name: {} for name in DUMPS}
        self.named = dict.fromkeys(DUMPS, True)
        self.rules = ""
        for _ in range(14):
            self.add()
        self.pages["hedge"]["pic1.png"] = self.picture()
        self.pages["copse"]["pic2.png"] = self.picture()
        self.save()

    def save(self) -> None:
        """Have on disk what the dumps hold now, touching only what changed."""
        for name, ending in DUMPS.items():
            if ending:
                packed(self.root / "dumps" / f"{name}{ending}", self.pages[name])
                continue
            folder = self.root / "dumps" / name
            folder.mkdir(parents=True, exist_ok=True)
            for path in folder.iterdir():
                if path.name not in self.pages[name]:
                    path.unlink()
            for file, data in self.pages[name].items():
                put(folder / file, data)
        tables = (
            f'[[dumps]]\npath = "dumps/{name}{ending}"\nforum = "hedge.example"\n'
            for name, ending in DUMPS.items()
            if self.named[name]
        )
        text = "\n".join(('[site]\ntitle = "Hedges"', *tables, self.rules))
        put(self.root / "site.toml", text.encode())

    def convert(self, *, jobs: int = 1, meter: Meter = unseen) -> Report:
        dumps = of_site(load_site(self.root))
        return convert(dumps, self.content, jobs=jobs, cache=self.cache, meter=meter)

    def clean(self, folder: Path) -> Report:
        """What a conversion without any memory makes of the same content."""
        shutil.copytree(self.content, folder, dirs_exist_ok=True)
        return convert(of_site(load_site(self.root)), folder)

    def new(self) -> str:
        self.count += 1
        return f"page{self.count}.html"

    def picture(self) -> bytes:
        return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10" + self.random.randbytes(40)

    def made(self) -> bytes:
        """A page as somebody may have saved it."""
        choose = self.random.choice
        thread = choose(list(THREADS))
        first = self.random.randrange(POSTS)
        posts = [self.said(thread, place) for place in range(first, POSTS)]
        return choose(
            [
                page(posts, title=THREADS[thread], thread=thread),
                page(posts, title=THREADS[thread], thread=thread),
                page(posts, title=f"{THREADS[thread]}, solved", thread=thread),
                printed(posts, thread=thread),
                board({choose((thread, 9)): (THREADS[thread], 3)}),
                index({choose(("Shrubs", "Trees")): choose(("Thorny.", "Tall &amp; old."))}),
                "<html><p>Opening hours: Monday.</p></html>",
            ]
        ).encode()

    def said(self, thread: int, place: int) -> Said:
        choose = self.random.choice
        who = self.random.randrange(len(NAMES))
        name = choose((NAMES[who], NAMES[who], f"X{who}"))
        words = choose(WORDS)
        return Said(thread * POSTS + place - 4, words, name, choose((who + 1, who + 1, None)))

    def dump(self) -> dict[str, bytes]:
        return self.random.choice(list(self.pages.values()))

    def page(self) -> tuple[dict[str, bytes], str]:
        found = [(dump, name) for dump in self.pages.values() for name in dump]
        return self.random.choice(found)

    def file(self, folder: str) -> Path | None:
        files = sorted((self.content / folder).rglob("*.*"))
        return self.random.choice(files) if files else None

    def add(self) -> None:
        self.dump()[self.new()] = self.made()

    def change(self) -> None:
        dump, name = self.page()
        dump[name] = self.picture() if name.endswith(".png") else self.made()

    def remove(self) -> None:
        dump, name = self.page()
        del dump[name]
        self.add()

    def rename(self) -> None:
        dump, name = self.page()
        dump[self.new()] = dump.pop(name)

    def copy(self) -> None:
        dump, name = self.page()
        self.dump()[self.new()] = dump[name]

    def unname(self) -> None:
        name = self.random.choice(list(DUMPS))
        self.named[name] = not self.named[name]

    def rule(self) -> None:
        rules = '[convert.phpbb3]\ndrop = [".attachbox", ".notice", ".gone", ".signature"]\n'
        self.rules = "" if self.rules else rules

    def edit(self) -> None:
        if path := self.file("threads"):
            self.count += 1
            put(path, path.read_bytes() + b"By hand " + b"x" * self.count + b".\n")

    def cut(self) -> None:
        """A person takes the last post out of a file."""
        if path := self.file("threads"):
            head, *posts = path.read_text("utf-8").split("\n+++\npost = ")
            put(path, "\n+++\npost = ".join([head, *posts[:-1]]).encode())

    def mend(self) -> None:
        """A file is again as a conversion may write it, with other words."""
        if path := self.file("threads"):
            thread = content.read_thread(path)
            put(
                path, content.dump(Thread(thread.id, "Mended", thread.posts, thread.forum)).encode()
            )

    def move(self) -> None:
        if path := self.file("threads"):
            self.count += 1
            place = self.content / "threads" / "moved" / f"{self.count}.md"
            place.parent.mkdir(exist_ok=True)
            path.rename(place)

    def write(self) -> None:
        """A thread of which no dump knows, or not yet; it shows a picture."""
        thread = self.random.choice((3, 9))
        mine = [path for path in content.thread_files(self.content) if path.stem == "mine"]
        known = {content.read_thread(path).id for path in content.thread_files(self.content)}
        picture = self.file("media")
        if not mine and str(thread) not in known and picture:
            body = f"![mine](../media/{picture.name})"
            post = Post("400", Author("7", "Maud"), body)
            text = content.dump(Thread(str(thread), "Mine", (post,), "hedge.example"))
            put(self.content / "threads" / "mine.md", text.encode())
        for path in mine:
            path.unlink()

    def lose(self) -> None:
        if path := self.file(self.random.choice(("threads", "authors", "media"))):
            path.unlink()

    def tell(self) -> None:
        if path := self.file("authors"):
            put(path, path.read_bytes() + b"A life.\n")

    def describe(self) -> None:
        """A person says more of boards than the dumps do, or no longer."""
        path = self.content / boards.FILE
        if path.exists() and b"By hand" in path.read_bytes():
            path.unlink()
        elif path.exists():
            put(path, path.read_bytes() + b"# By hand.\n")

    def spoil(self) -> None:
        if path := self.file("media"):
            put(path, self.picture() + b"more")

    def forget(self) -> None:
        shutil.rmtree(self.cache, ignore_errors=True)

    def damage(self) -> None:
        path = self.cache / FILE
        if path.exists():
            data = bytearray(path.read_bytes())
            start = self.random.randrange(len(data))
            data[start : start + 20_000] = b"\xff" * len(data[start : start + 20_000])
            path.write_bytes(data)


def packed(path: Path, pages: Mapping[str, bytes]) -> None:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, page_ in pages.items():
            archive.writestr(zipfile.ZipInfo(name), page_)
    put(path, data.getvalue())


def put(path: Path, data: bytes) -> None:
    if not path.exists() or path.read_bytes() != data:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differing(one: Path, two: Path) -> list[str]:
    here, there = files(one), files(two)
    return sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name))


CHANGES: tuple[Callable[[Hoard], None], ...] = (
    *(Hoard.add, Hoard.change, Hoard.change, Hoard.remove, Hoard.rename, Hoard.copy),
    *(Hoard.unname, Hoard.rule, Hoard.edit, Hoard.edit, Hoard.cut, Hoard.mend, Hoard.move),
    *(Hoard.write, Hoard.write, Hoard.lose, Hoard.lose, Hoard.tell, Hoard.describe, Hoard.spoil),
    *(Hoard.forget, Hoard.damage),
)


@pytest.mark.parametrize("seed", range(12))
def test_any_changes_give_what_a_conversion_without_memory_gives(tmp_path: Path, seed: int) -> None:
    hoard = Hoard(tmp_path / "site", seed)
    hoard.convert()

    for step in range(8):
        done = [hoard.random.choice(CHANGES) for _ in range(hoard.random.choice((0, 1, 1, 2)))]
        for change in done:
            change(hoard)
        hoard.save()
        clean = hoard.clean(tmp_path / f"clean{step}")
        report = hoard.convert()

        said = f"{step}: {[change.__name__ for change in done]}"
        assert differing(hoard.content, tmp_path / f"clean{step}") == [], said
        assert report.as_json() == clean.as_json(), said
        # Where damage shows late, some of the files are written by then.
        assert Hoard.damage in done or report == clean, said


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "BATCH", 3_000)
    monkeypatch.setattr(binding, "BATCH", 500)


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("seed", range(50, 53))
def test_more_processes_give_the_same_content_and_account(tmp_path: Path, seed: int) -> None:
    one, two = Hoard(tmp_path / "one", seed), Hoard(tmp_path / "two", seed)

    for _ in range(4):
        assert one.convert(jobs=1) == two.convert(jobs=2)
        assert differing(one.content, two.content) == []
        for hoard in (one, two):
            for _ in range(3):
                hoard.random.choice(CHANGES[:-2])(hoard)
            hoard.save()


READ: list[str] = []
"""The names of the documents that `Reader` read in this process."""


class Reader:
    """An engine that does not survive some documents."""

    name = "reader"

    def identify(self, document: Document) -> bool:
        return b"KILL" in document.data or not any(
            engine.identify(document) for engine in all_engines()
        )

    def extract(self, document: Document) -> Iterator[Part]:
        READ.append(document.name)
        if b"KILL" in document.data:
            os.kill(os.getpid(), signal.SIGKILL)
        name = document.name
        yield Part(Thread(name, name, (Post("1", Author("1", "Maud"), document.text),)))


def dump(folder: Path, count: int, deadly: int = 0) -> Dump:
    """A dump of *count* documents, of which one is *deadly* to its reader."""
    for number in range(1, count + 1):
        words = f"{'KILL' if number == deadly else 'Words'} of {number}.\n" * 40
        put(folder / f"{number:02}.txt", words.encode())
    return Dump(folder, "notes", engine="reader", engines=(Reader(),))


def test_what_was_read_is_not_read_again(tmp_path: Path) -> None:
    found, place, cache = dump(tmp_path / "dump", 9), tmp_path / "content", tmp_path / "cache"
    READ.clear()
    first = convert([found], place, cache=cache)
    assert len(READ) == 9

    again = convert([found], place, cache=cache)
    assert len(READ) == 9
    assert again.as_json() == first.as_json()
    assert again.written == 0

    put(tmp_path / "dump" / "05.txt", b"Other words.")
    (tmp_path / "dump" / "06.txt").rename(tmp_path / "dump" / "6.txt")
    convert([found], place, cache=cache)
    assert READ[9:] == ["05.txt", "6.txt"]

    convert([replace(found, forum="kiln.example")], place, cache=cache)
    assert len(READ) == 9 + 2 + 9


def test_two_conversions_at_once_do_not_wait_for_each_other(tmp_path: Path) -> None:
    found, cache = dump(tmp_path / "dump", 3), tmp_path / "cache"

    with memory(cache):
        report = convert([found], tmp_path / "content", cache=cache)

    assert report.documents.outcomes[Outcome.IMPORTED] == 3


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("count", [1, 25])
def test_a_document_that_kills_its_reader_fails_alone(tmp_path: Path, count: int) -> None:
    found, place, cache = dump(tmp_path / "dump", count, 1), tmp_path / "content", tmp_path / "c"

    report = convert([found], place, jobs=2, cache=cache)

    assert report.documents.outcomes[Outcome.IMPORTED] == count - 1
    assert report.documents.outcomes[Outcome.FAILED] == 1
    assert [problem.place for problem in report.problems] == ["notes/01.txt"]
    assert len(list(content.thread_files(place))) == count - 1
    (tmp_path / "dump" / "01.txt").write_text("Mended.")
    assert not convert([found], place, jobs=2, cache=cache).problems


def test_one_process_is_not_the_one_that_commands(tmp_path: Path) -> None:
    found, place = dump(tmp_path / "dump", 3, 2), tmp_path / "content"

    report = tasks.convert([found], place, tmp_path / "cache", 1)

    assert [problem.place for problem in report.problems] == ["notes/02.txt"]
    assert len(list(content.thread_files(place))) == 2


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize(
    ("phase", "done"), [("reading documents", 4), ("reading documents", 20), ("writing threads", 3)]
)
def test_a_conversion_that_was_killed_is_taken_up_again(
    tmp_path: Path, phase: str, done: int
) -> None:
    def deadly(what: str, number: int, _: int | None) -> None:
        if what == phase and number >= done:
            os.kill(os.getpid(), signal.SIGKILL)

    hoard = Hoard(tmp_path / "site", 60)
    hoard.random.seed(7)
    for _ in range(20):
        hoard.add()
    hoard.save()
    clean = hoard.clean(tmp_path / "clean")
    process = multiprocessing.get_context("fork").Process(
        target=hoard.convert, kwargs={"meter": deadly}
    )
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL

    report = hoard.convert()

    assert report.as_json() == clean.as_json()
    assert differing(hoard.content, tmp_path / "clean") == []


@pytest.mark.parametrize(
    "text",
    [
        "[" * 300_000,
        '{"a":' * 300_000,
        page([Said(1, "<b>" * 100_000)]),
        page([Said(1, "<blockquote><div>" * 20_000 + "x")]),
        page([Said(1, "[quote]" * 50_000)]),
        "> " * 50_000 + "x",
    ],
    ids=["lists", "tables", "bold", "quotes", "codes", "lines"],
)
def test_a_document_that_goes_deep_stops_no_other(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "dump"
    put(folder / "deep.html", text.encode())
    put(folder / "page.html", page([Said(2, "Ash.")], thread=8).encode())

    report = convert([Dump(folder, "hedge")], tmp_path / "content", jobs=2)

    assert report.balanced
    assert list((tmp_path / "content").rglob("8-*.md"))


@pytest.mark.parametrize("start", [0, 100, 5_000, 20_000, 60_000])
def test_damage_to_what_is_remembered_is_not_believed(tmp_path: Path, start: int) -> None:
    hoard = Hoard(tmp_path / "site", 70)
    before = hoard.convert().as_json()
    path = hoard.cache / FILE
    data = path.read_bytes()
    path.write_bytes(data[:start] + b"\xff" * 30_000 + data[start + 30_000 :])
    hoard.rename()
    hoard.save()
    clean = hoard.clean(tmp_path / "clean")

    assert hoard.convert().as_json() == clean.as_json() == before
    assert differing(hoard.content, tmp_path / "clean") == []
