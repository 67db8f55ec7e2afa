"""The index that is written answers, as a browser reads it, what was put in."""

from __future__ import annotations

import json
import random
import re
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from datetime import date, timedelta
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pytest
from made_source import Made
from msgspec.structs import replace

from threadsite.run import Run
from threadsite.search import Entry, Outcome, SearchIndex, cells
from threadsite.search.cache import Cache

SCRIPT = re.compile(r'threadsiteSearch\("([a-z]+)",("[0-9a-f-]*"|\d+),(.*)\);\n', re.DOTALL)
POST = Entry(
    url="t/1-ash.html#p1",
    thread="1-ash",
    title="Ash glazes",
    author="Ilse Marrow",
    author_key="7-ilse",
    board=("Kilns", "Wood"),
    board_key="kilns-wood",
    created=date(2009, 5, 1),
    text="The shelf warped at cone ten.",
)


class Read:
    """A small reader of the format, apart from the browser's."""

    def __init__(self, folder: Path) -> None:
        self.parts: dict[tuple[str, int | str], list[Any]] = {}
        for path in folder.iterdir():
            match = SCRIPT.fullmatch(path.read_text(encoding="utf-8"))
            assert match, path.name
            kind, number, data = match.groups()
            number = json.loads(number)
            assert path.name == (f"{kind}-{number}.js" if number != "" else f"{kind}.js")
            self.parts[kind, number] = json.loads(f"[{data}]")
        self.meta = self.parts["meta", ""][0]

    def numbers(self, units: str) -> list[int]:
        values = [ord("\\" if u == "!" else u) - 0x23 for u in units]
        found, last = [], 0
        digits = iter(values)
        for digit in digits:
            last += digit if digit < 40_960 else (digit - 40_960) * 40_960 + next(digits)
            found.append(last)
        return found

    def all(self, kind: str) -> list[list[Any]]:
        if kind == "terms":
            return [self.parts[kind, id_] for id_ in self.meta["shards"].split()]
        count = sum(k == kind for k, _ in self.parts)
        return [self.parts[kind, number] for number in range(count)]

    def terms(self) -> dict[str, tuple[list[str], list[int]]]:
        """Each term, its stems and its postings."""
        found = {}
        for _, ends, terms, lists in self.all("terms"):
            left = iter(lists)
            assert self.numbers(ends) == self.ends(lists)
            for written in terms.split(" "):
                term, mark, stems = re.fullmatch("([^:;]*)([:;]?)(.*)", written).groups()  # type: ignore[union-attr]  # it always matches
                own = [] if mark == ":" else self.numbers(next(left))
                found[term] = (stems.split(",") if stems else [], own)
            assert next(left, None) is None
        return found

    def posts(self, term: str) -> list[int]:
        return [code // 8 for code in self.terms()[term][1]]

    def level(self, term: str, post: int) -> int:
        (code,) = (c for c in self.terms()[term][1] if c // 8 == post)
        return code % 8

    def ends(self, things: list[Any]) -> list[int]:
        """Where each of *things* ends in bytes, with a comma behind each."""
        sizes = (
            len(json.dumps(t, ensure_ascii=False, separators=(",", ":")).encode()) for t in things
        )
        return [*accumulate(size + 1 for size in sizes)]

    def texts(self) -> list[str]:
        return [post[-1] for _, _, *posts in self.all("posts") for post in posts]


def write(
    folder: Path, entries: Iterable[Entry], language: str = "en", cache: Path | None = None
) -> Outcome:
    """The index of *entries*, each a thread, or those of one title together."""
    threads: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        threads[entry.url.partition("#")[0]].append(entry)
    made = Made({row: list(posts) for row, posts in enumerate(threads.values(), 1)})
    return write_made(folder, made, cache, language=language)


def write_made(
    folder: Path, made: Made, cache: Path | None = None, *, language: str = "en"
) -> Outcome:
    """Bring the index of *made* in *folder* up to date, with what is kept in *cache*."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as place,
        closing(Cache(cache or Path(place) / "cache", "test")) as kept,
    ):
        done = SearchIndex(made.access, kept, language, Run()).write(folder, "site")
        kept.publish("site")
    for name in done.removed:
        (folder / name).unlink()
    return done


def many(count: int) -> list[Entry]:
    draw = random.Random(7)
    vocabulary = [
        "clay",
        "clays",
        "fire",
        "firing",
        "печь",
        "глина",
        "طين",
        "陶芸",
        "𠮷野",
        "cone10",
    ]
    return [
        replace(
            POST,
            url=f"t/{n // 5:03}.html#p{n:03}",
            author=draw.choice(["Ilse", "Bo <b>", "Ж"]),
            author_key=draw.choice(["1", "2", "3"]),
            created=draw.choice([None, date(2009, 1, 1) + timedelta(days=draw.randint(0, 900))]),
            text=" ".join(draw.choices(vocabulary, k=30)),
        )
        for n in range(count)
    ]


def test_a_post_is_found_by_its_words(tmp_path: Path) -> None:
    done = write(tmp_path / "search", [POST])
    index = Read(tmp_path / "search")

    assert index.posts("shelf") == index.posts("cone") == [0]
    assert index.terms()["warped"] == (["warp"], [])
    assert index.posts("warp") == [0]
    assert index.posts("marrow") == [0]
    assert index.meta["boards"] == [["kilns-wood", ["Kilns", "Wood"], 1]]
    assert index.posts("@7-ilse") == index.posts("=kilns-wood") == index.posts("~1-ash") == [0]
    assert (done.posts, done.terms, done.files) == (1, len(index.terms()), len(index.parts))
    assert done.bytes == sum(p.stat().st_size for p in (tmp_path / "search").iterdir())


def test_a_word_may_begin_otherwise_than_its_stem(tmp_path: Path) -> None:
    word, stem = "بالكتاب", "كتاب"
    write(tmp_path, [replace(POST, title="", author="", text=word)], language="ar")
    index = Read(tmp_path)

    assert cells.CELLS[word[:2]] != cells.CELLS[stem[:2]]
    assert index.terms()[word] == ([stem], [])
    assert index.posts(stem) == [0]


def test_forms_of_a_word_in_one_post_count_together(tmp_path: Path) -> None:
    texts = ("glaze kiln", "glaze glazes glazed", "glaze glaze glaze")
    write(tmp_path, [replace(POST, url=f"t/{n}.html", text=t) for n, t in enumerate(texts)])
    once, forms, thrice = (Read(tmp_path).level("glaze", n) for n in range(3))

    assert once < forms == thrice


def test_posts_are_numbered_by_date_and_those_without_come_first(tmp_path: Path) -> None:
    dates = [date(2010, 3, 1), None, date(2008, 3, 1), date(2008, 3, 1), date(2009, 1, 1)]
    entries = [
        replace(POST, url=f"t/{n}.html", created=day, text=str(n)) for n, day in enumerate(dates)
    ]

    write(tmp_path, entries)
    index = Read(tmp_path)

    assert index.texts() == ["1", "2", "3", "4", "0"]
    assert index.meta["undated"] == 1
    assert index.meta["years"] == [[2008, 1], [2009, 3], [2010, 4]]
    assert [index.posts(str(n)) for n in range(5)] == [[4], [0], [1], [2], [3]]


def test_the_days_say_where_each_day_begins(tmp_path: Path) -> None:
    days = [date(2009, 5, 1), date(2009, 5, 1), date(2009, 5, 3)]

    write(tmp_path, [replace(POST, created=day) for day in days])
    index = Read(tmp_path)
    ordinals, firsts = map(index.numbers, index.parts["days", ""])

    assert ordinals == [days[0].toordinal(), days[2].toordinal()]
    assert firsts == [0, 2]


def test_a_title_matters_most_in_the_first_post_and_own_words_more_than_quoted(
    tmp_path: Path,
) -> None:
    texts = [("tile", "", ""), ("", "tile", ""), ("", "", "tile")]
    entries = [
        replace(POST, url=f"t/{n}.html", title=title, text=f"{own} mug bowl", quoted=quoted)
        for n, (title, own, quoted) in enumerate(texts)
    ]
    entries.append(replace(entries[-1], title="tile tile", url="t/9.html#p1"))
    entries.append(replace(entries[-1], url="t/9.html#p2"))

    write(tmp_path, entries)
    index = Read(tmp_path)
    title, own, quoted, _, later = (index.level("tile", n) for n in range(5))

    assert title > own > quoted
    assert title > later


def test_spilling_and_teams_change_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = many(200)
    write(tmp_path / "whole", entries)
    monkeypatch.setattr("threadsite.search.tally.SPILL", 100)
    monkeypatch.setattr("threadsite.search.tally.MOST", 3)
    monkeypatch.setattr("threadsite.search.index.TEAM", 20)
    write(tmp_path / "spilled", entries)

    assert contents(tmp_path / "whole") == contents(tmp_path / "spilled")


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small shards, blocks and teams."""
    monkeypatch.setattr("threadsite.search.cells.SMALLEST", 60)
    monkeypatch.setattr("threadsite.search.cells.SHARDS", 100)
    monkeypatch.setattr("threadsite.search.documents.SMALLEST", 4)
    monkeypatch.setattr("threadsite.search.index.TEAM", 20)
    monkeypatch.setattr("threadsite.search.authors.TARGET", 1)


@pytest.mark.usefixtures("small")
def test_every_posting_is_written_in_any_number_of_shards(tmp_path: Path) -> None:
    entries = many(200)
    write(tmp_path, entries)
    index = Read(tmp_path)
    by_date = sorted(entries, key=lambda e: (e.created or date.min, e.url))

    assert len(index.all("terms")) > 5
    assert len(index.all("posts")) == 50
    assert len(index.all("authors")) == 3
    assert index.texts() == [e.text for e in by_date]
    for word in ("clay", "печ", "陶芸", "𠮷野"):
        held = [n for n, e in enumerate(by_date) if word in e.text]
        assert index.posts(word) == held


@pytest.mark.usefixtures("small")
def test_shards_begin_where_the_table_of_contents_says(tmp_path: Path) -> None:
    write(tmp_path, many(100))
    index = Read(tmp_path)
    firsts = [re.split("[:; ]", terms)[0] for _, _, terms, _ in index.all("terms")]
    sizes = [len(posts) for _, _, *posts in index.all("posts")]

    assert index.meta["terms"] == firsts == sorted(firsts, key=cells.order)
    assert set(sizes) == {index.meta["block"]}


def test_cells_rise_with_their_terms() -> None:
    letters = "!@=09_azéяع国国\ue000\uffee𠮷"
    terms = [a + b + c for a in letters for b in ("", *letters) for c in ("", "k")]
    terms.sort(key=cells.order)
    found = [cells.CELLS[term[:2]] for term in terms]

    assert found == sorted(found)


def test_the_same_posts_give_the_same_bytes(tmp_path: Path) -> None:
    write(tmp_path / "a", many(50))
    write(tmp_path / "b", many(50))

    assert contents(tmp_path / "a") == contents(tmp_path / "b")


@pytest.mark.usefixtures("small")
def test_an_edit_writes_only_what_it_changes(tmp_path: Path) -> None:
    threads = {n: list(many(200))[n * 5 : n * 5 + 5] for n in range(1, 40)}
    cache = tmp_path / "cache"
    write_made(tmp_path / "search", Made(threads), cache)
    threads[7][2] = replace(threads[7][2], text=f"{threads[7][2].text} zwieback")
    made = Made(threads)

    done = write_made(tmp_path / "search", made, cache)
    write_made(tmp_path / "clean", Made(threads))

    assert contents(tmp_path / "search") == contents(tmp_path / "clean")
    assert not done.whole
    assert {name.partition("-")[0] for name in done.written} == {"meta.js", "posts", "terms"}
    assert len(done.written) == 3
    assert len(made.asked) == 4


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("seed", range(8))
def test_any_changes_give_what_a_clean_index_is(tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)
    cache = tmp_path / "cache"
    pool = {n: list(many(300))[n * 5 : n * 5 + 5] for n in range(60)}
    threads = {n: pool[n] for n in draw.sample(sorted(pool), 30)}
    for turn in range(6):
        for n in draw.sample(sorted(pool), draw.randint(1, 4)):
            if n in threads and draw.random() < 0.7:
                del threads[n]
            else:
                posts = draw.sample(pool[n], draw.randint(1, 5))
                threads[n] = [replace(post, text=f"{post.text} turn{turn}") for post in posts]
        write_made(tmp_path / "search", Made(threads), cache)
        write_made(tmp_path / f"clean{turn}", Made(threads))

        assert contents(tmp_path / "search") == contents(tmp_path / f"clean{turn}")


def test_an_index_of_another_site_is_written_whole(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    made = Made({1: [POST]})
    write_made(tmp_path / "search", made, cache)

    with closing(Cache(cache, "test")) as kept:
        done = SearchIndex(made.access, kept, "en", Run()).write(tmp_path / "other", "other site")

    assert done.whole
    assert contents(tmp_path / "search") == contents(tmp_path / "other")
    assert made.asked == [1]


def test_a_damaged_run_is_no_answer(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    write_made(tmp_path / "search", Made({1: [POST]}), cache)
    with closing(sqlite3.connect(cache)) as db, db:
        db.execute("UPDATE run SET data = zeroblob(length(data))")
        db.execute("DELETE FROM published")

    with pytest.raises(sqlite3.DatabaseError):
        write_made(tmp_path / "search", Made({1: [POST]}), cache)


def test_no_round_number_is_below_what_it_rounds() -> None:
    sizes = [cells.step(size) for size in range(1, 3000)]

    assert all(size <= found < 2 * size for size, found in enumerate(sizes, 1) if size > 1)
    assert sizes == sorted(sizes)
    assert len(set(sizes)) < 30


def test_an_author_is_listed_under_each_word_of_the_name(tmp_path: Path) -> None:
    entries = [POST, replace(POST, author="Ölaf", author_key="8"), POST]

    write(tmp_path, entries)
    (names,) = Read(tmp_path).all("authors")

    assert names[0] == [
        ["ilse marrow", "Ilse Marrow", "7-ilse", 2],
        ["marrow", "Ilse Marrow", "7-ilse", 2],
        ["olaf", "Ölaf", "8", 1],
    ]


def test_hostile_keys_and_texts_stay_data(tmp_path: Path) -> None:
    hostile = '"];alert(1);//\u2028</script>\\ \n: ;é'
    entry = replace(
        POST,
        title=hostile,
        author=hostile,
        author_key=hostile,
        board=(hostile,),
        board_key=hostile,
        text=hostile,
        has=frozenset({"link", "__proto__"}),
    )

    write(tmp_path, [entry])
    index = Read(tmp_path)
    ((*_, post),) = index.all("posts")
    shown = hostile.replace("\n", " ")

    assert post == ["t/1-ash.html", "p1", hostile, hostile, [hostile], "2009-05-01", shown]
    assert index.posts("alert") == index.posts("!__proto__") == [0]
    assert index.meta["has"] == ["__proto__", "link"]
    assert sum(term.startswith("@") for term in index.terms()) == 1
    assert all("\u2028" not in p.read_text(encoding="utf-8") for p in tmp_path.iterdir())


@pytest.mark.parametrize(("kind", "opening"), [("posts", b""), ("terms", b"[")])
def test_a_file_says_where_each_of_its_things_is(tmp_path: Path, kind: str, opening: bytes) -> None:
    write(tmp_path, [replace(POST, text=f"Ölfaß {n} \u2028 窯") for n in range(20)])
    index = Read(tmp_path)

    for path in tmp_path.glob(f"{kind}-*.js"):
        data = path.read_bytes()
        begun = re.match(rb'threadsiteSearch\("\w+",(?:\d+|"[^"]*"),(\d+),', data)
        assert begun
        head, rest = data[begun.end() :][: int(begun[1])], data[begun.end() + int(begun[1]) :]
        assert rest.startswith(opening)
        places = [0, *index.numbers(json.loads(b"[%b0]" % head)[0])]
        things = rest.removeprefix(opening)
        told = [json.loads(things[a : b - 1]) for a, b in pairwise(places)]
        assert told
        assert things[places[-1] - 1 :].strip(b"]") == b");\n"


def test_a_post_outside_any_board_is_in_no_board(tmp_path: Path) -> None:
    write(tmp_path, [replace(POST, board=(), board_key="")])

    assert not [term for term in Read(tmp_path).terms() if term.startswith("=")]


def test_an_empty_archive_has_an_index(tmp_path: Path) -> None:
    done = write(tmp_path, [])

    assert done.posts == 0
    assert Read(tmp_path).meta["terms"] == []


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
