"""The index that is written answers, as a browser reads it, what was put in."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from threadsite.search import Entry, SearchIndex, Summary, documents, layout, postings

SCRIPT = re.compile(r'threadsiteSearch\("([a-z]+)",(\d+),(.*)\);\n', re.DOTALL)
POST = Entry(
    url="t/1-ash.html#p1",
    title="Ash glazes",
    thread="1",
    author="Ilse Marrow",
    author_key="7-ilse",
    board=("Kilns", "Wood"),
    board_key="kilns-wood",
    created=datetime(2009, 5, 1, 12),
    text="The shelf warped at cone ten.",
)


class Read:
    """A small reader of the format, apart from the browser's."""

    def __init__(self, folder: Path) -> None:
        self.parts: dict[tuple[str, int], list[Any]] = {}
        for path in folder.iterdir():
            match = SCRIPT.fullmatch(path.read_text(encoding="utf-8"))
            assert match, path.name
            kind, number, data = match.groups()
            named = f"{kind}.js" if kind in {"meta", "days"} else f"{kind}-{number}.js"
            assert path.name == named
            self.parts[kind, int(number)] = json.loads(f"[{data}]")
        self.meta = self.parts["meta", 0][0]

    def numbers(self, units: str) -> list[int]:
        values = [ord("\\" if u == "!" else u) - 0x23 for u in units]
        found, last = [], 0
        digits = iter(values)
        for digit in digits:
            last += digit if digit < 40_960 else (digit - 40_960) * 40_960 + next(digits)
            found.append(last)
        return found

    def all(self, kind: str) -> list[list[Any]]:
        return [data for (k, _), data in sorted(self.parts.items()) if k == kind]

    def terms(self) -> dict[str, tuple[list[str], list[int]]]:
        """Each term, its stems and its postings."""
        found = {}
        for terms, lists in self.all("terms"):
            left = iter(lists)
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

    def texts(self) -> list[str]:
        return [cells[i + 5] for _, _, cells in self.all("posts") for i in range(0, len(cells), 6)]


def write(folder: Path, entries: Iterable[Entry], language: str = "en") -> Summary:
    with SearchIndex(folder, language) as index:
        for entry in entries:
            index.add(entry)
        return index.write()


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
            url=f"t/{n // 5}.html#p{n}",
            thread=str(n // 5),
            author=draw.choice(["Ilse", "Bo <b>", "Ж"]),
            author_key=draw.choice(["1", "2", "3"]),
            created=draw.choice(
                [None, datetime(2009, 1, 1) + timedelta(days=draw.randint(0, 900))]
            ),
            text=" ".join(draw.choices(vocabulary, k=30)),
        )
        for n in range(count)
    ]


def test_a_post_is_found_by_its_words(tmp_path: Path) -> None:
    summary = write(tmp_path / "search", [POST])
    index = Read(tmp_path / "search")

    assert index.posts("shelf") == index.posts("cone") == [0]
    assert index.terms()["warped"] == (["warp"], [])
    assert index.posts("warp") == [0]
    assert index.posts("marrow") == [0]
    assert index.meta["boards"] == [["kilns-wood", ["Kilns", "Wood"], 1]]
    assert index.posts("@7-ilse") == index.posts("=kilns-wood") == [0]
    assert summary == Summary(
        posts=1,
        terms=len(index.terms()),
        files=len(index.parts),
        bytes=sum(p.stat().st_size for p in (tmp_path / "search").iterdir()),
    )


def test_posts_are_numbered_by_date_and_those_without_come_first(tmp_path: Path) -> None:
    dates = [datetime(2010, 3, 1), None, datetime(2008, 3, 1), datetime(2008, 3, 1, 1)]
    west = timezone(timedelta(hours=-8))
    dates += [datetime(2008, 12, 31, 23, tzinfo=west), datetime(1, 1, 1, tzinfo=UTC)]
    entries = [replace(POST, created=d, text=str(n)) for n, d in enumerate(dates)]

    write(tmp_path, entries)
    index = Read(tmp_path)

    assert index.texts() == ["1", "5", "2", "3", "4", "0"]
    assert index.meta["undated"] == 1
    assert index.meta["years"] == [[1, 1], [2008, 2], [2009, 4], [2010, 5]]
    assert [index.posts(str(n)) for n in range(6)] == [[5], [0], [2], [3], [4], [1]]


def test_the_days_say_where_each_day_begins(tmp_path: Path) -> None:
    days = [datetime(2009, 5, 1), datetime(2009, 5, 1, 9), datetime(2009, 5, 3)]

    write(tmp_path, [replace(POST, created=day) for day in days])
    index = Read(tmp_path)
    ordinals, firsts = map(index.numbers, index.parts["days", 0])

    assert ordinals == [days[0].toordinal(), days[2].toordinal()]
    assert firsts == [0, 2]


def test_a_title_matters_most_in_the_first_post_and_own_words_more_than_quoted(
    tmp_path: Path,
) -> None:
    texts = [("tile", "", ""), ("", "tile", ""), ("", "", "tile")]
    entries = [
        replace(POST, thread=str(n), title=title, text=f"{own} mug bowl", quoted=quoted)
        for n, (title, own, quoted) in enumerate(texts)
    ]
    entries.append(replace(entries[-1], title="tile tile", thread="9"))
    entries.append(replace(entries[-1], thread="9"))

    write(tmp_path, entries)
    index = Read(tmp_path)
    title, own, quoted, _, later = (index.level("tile", n) for n in range(5))

    assert title > own > quoted
    assert title > later


def test_spilling_changes_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = many(200)
    write(tmp_path / "whole", entries)
    monkeypatch.setattr(postings, "SPILL", 100)
    monkeypatch.setattr("threadsite.search.index.STEMS", 3)
    write(tmp_path / "spilled", entries)

    assert contents(tmp_path / "whole") == contents(tmp_path / "spilled")


def test_every_posting_is_written_in_any_number_of_shards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = many(200)
    monkeypatch.setattr(layout, "SMALLEST", 64)
    monkeypatch.setattr(documents, "SMALLEST", 512)
    monkeypatch.setattr("threadsite.search.authors.TARGET", 8)
    write(tmp_path, entries)
    index = Read(tmp_path)
    by_date = [e for e in entries if e.created is None]
    by_date += sorted((e for e in entries if e.created), key=lambda e: e.created or datetime.max)

    assert len(index.all("terms")) > 5
    assert len(index.all("posts")) > 5
    assert len(index.all("authors")) == 3
    assert index.texts() == [e.text for e in by_date]
    for word in ("clay", "печ", "陶芸", "𠮷野"):
        held = [n for n, e in enumerate(by_date) if word in e.text]
        assert index.posts(word) == held


def test_shards_and_blocks_begin_where_the_table_of_contents_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "SMALLEST", 64)
    monkeypatch.setattr(documents, "SMALLEST", 512)
    write(tmp_path, many(100))
    index = Read(tmp_path)
    firsts = [re.split("[:; ]", terms)[0] for terms, _ in index.all("terms")]
    sizes = [len(cells) // 6 for _, _, cells in index.all("posts")]

    assert index.meta["terms"] == firsts == sorted(firsts, key=postings.order)
    assert index.numbers(index.meta["blocks"]) == [sum(sizes[:n]) for n in range(len(sizes))]


def test_the_same_posts_give_the_same_bytes(tmp_path: Path) -> None:
    write(tmp_path / "a", many(50))
    write(tmp_path / "b", many(50))

    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_writing_again_touches_only_what_changed(tmp_path: Path) -> None:
    write(tmp_path, [POST])
    (tmp_path / "terms-9.js").write_text("old")
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}

    write(tmp_path, [replace(POST, text="The shelf held at cone ten.")])
    after = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    same = {name for name, time in after.items() if before[name] == time}

    assert before.keys() - after.keys() == {"terms-9.js"}
    assert same == {"authors-0.js", "days.js"}


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
    (block,) = index.all("posts")

    assert block[0] == [["t/1-ash.html", hostile]]
    assert block[1] == [hostile]
    assert index.posts("alert") == index.posts("!__proto__") == [0]
    assert index.meta["has"] == ["__proto__", "link"]
    assert sum(term.startswith("@") for term in index.terms()) == 1
    assert all("\u2028" not in p.read_text(encoding="utf-8") for p in tmp_path.iterdir())


def test_a_post_outside_any_board_is_in_no_board(tmp_path: Path) -> None:
    write(tmp_path, [replace(POST, board=(), board_key="")])

    assert not [term for term in Read(tmp_path).terms() if term.startswith("=")]


def test_an_empty_archive_has_an_index(tmp_path: Path) -> None:
    summary = write(tmp_path, [])

    assert summary.posts == 0
    assert Read(tmp_path).meta["terms"] == []


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
