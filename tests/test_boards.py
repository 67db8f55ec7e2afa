"""What boards are about: read from indexes, kept where a person can mend it, shown."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from made_forum import Said, index, page
from threadsite.archive.boards import Boards
from threadsite.building import build
from threadsite.config import load_site
from threadsite.content import boards
from threadsite.conversion import convert
from threadsite.conversion.reading import Dump
from threadsite.conversion.spool import Spool
from threadsite.document import Document
from threadsite.engines.discourse_json import DiscourseJson
from threadsite.errors import ContentError
from threadsite.inspect import summary
from threadsite.model import Board, Source
from threadsite.report import Report

HOSTILE = "</p><script>alert(1)</script> & more"
THREAD = page([Said(1, "Which?"), Said(2, "That.")])


def dump(root: Path, pages: Mapping[str, str], name: str = "crawl") -> Dump:
    folder = root / name
    folder.mkdir(exist_ok=True)
    for file, text in pages.items():
        (folder / file).write_text(text, encoding="utf-8")
    return Dump(folder, name, forum="hedge.example")


def said(content: Path) -> dict[tuple[str, ...], str]:
    return {board.path: board.description for board in boards.read(content)}


def site(root: Path) -> Path:
    (root / "site.toml").write_text('[site]\ntitle = "Hedges"\n', encoding="utf-8")
    return build(load_site(root)).output


def about(file: Path) -> list[str]:
    found = re.findall(r'<p class="about"[^>]*>(.*?)</p>', file.read_text(encoding="utf-8"))
    return [html.unescape(words) for words in found]


def test_an_index_tells_what_a_board_is_about(tmp_path: Path) -> None:
    pages = {
        "index.html": index({"Shrubs": "Thorny &amp; <b>low</b>.", "Trees": ""}),
        "7.html": THREAD,
    }

    convert([dump(tmp_path, pages)], tmp_path / "content")

    assert said(tmp_path / "content") == {("Shrubs",): "Thorny & low."}
    output = site(tmp_path)
    assert about(output / "boards.html") == ["Thorny & low."]
    assert about(output / "b" / "shrubs.html") == ["Thorny & low."]
    head = '<meta name="description" content="Thorny &amp; low.">'
    assert head in (output / "b" / "shrubs.html").read_text(encoding="utf-8")


def test_inspect_counts_each_board_once(tmp_path: Path) -> None:
    pages = {f"{n}.html": index({"Shrubs": f"Thorny {n}.", "Trees": "Tall."}) for n in (1, 2)}

    assert summary(dump(tmp_path, pages)).described == 2


def test_a_description_is_text_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    convert([dump(tmp_path, {"7.html": THREAD})], tmp_path / "content")
    text, _ = boards.dump([Board(("Shrubs",), HOSTILE)])
    (tmp_path / "content" / boards.FILE).write_text(text, encoding="utf-8")

    output = site(tmp_path)

    assert about(output / "boards.html") == [HOSTILE]
    assert "<script>alert" not in (output / "b" / "shrubs.html").read_text(encoding="utf-8")


def test_a_description_of_another_forum_is_not_shown(tmp_path: Path) -> None:
    convert([dump(tmp_path, {"7.html": THREAD})], tmp_path / "content")
    text, _ = boards.dump([Board(("Shrubs",), "Elsewhere.", "other.example")])
    (tmp_path / "content" / boards.FILE).write_text(text, encoding="utf-8")

    assert about(site(tmp_path) / "boards.html") == []


def converted(root: Path, *dumps: Dump) -> Report:
    return convert(dumps, root / "content", cache=root / "cache")


def test_what_a_person_wrote_stays_and_is_reported(tmp_path: Path) -> None:
    first = dump(tmp_path, {"index.html": index({"Shrubs": "Thorny."}), "7.html": THREAD})
    converted(tmp_path, first)
    file = tmp_path / "content" / boards.FILE
    file.write_text(file.read_text().replace("Thorny.", "Full of thorns."), encoding="utf-8")

    report = converted(tmp_path, dump(tmp_path, {"index.html": index({"Shrubs": "Low."})}))

    assert said(tmp_path / "content") == {("Shrubs",): "Full of thorns."}
    assert report.edited == [boards.FILE]


def test_each_dump_keeps_what_it_told(tmp_path: Path) -> None:
    first = dump(tmp_path, {"index.html": index({"Shrubs": "Thorny."}), "7.html": THREAD})
    second = dump(tmp_path, {"index.html": index({"Trees": "Tall."})}, "later")
    converted(tmp_path, first)
    converted(tmp_path, second)
    assert said(tmp_path / "content") == {("Shrubs",): "Thorny.", ("Trees",): "Tall."}

    (first.path / "index.html").unlink()
    report = converted(tmp_path, first)

    assert said(tmp_path / "content") == {("Trees",): "Tall."}
    assert report.edited == []


def test_the_newest_capture_says_what_a_board_is_about() -> None:
    def told(year: int, description: str) -> Board:
        captured = datetime(year, 1, 1, tzinfo=UTC)
        source = Source("d", f"{year}.html", "phpbb3", captured)
        return Board(("Shrubs",), description, source=source)

    with Spool() as spool:
        spool.db.execute("CREATE TABLE document (id INTEGER PRIMARY KEY, place INTEGER)")
        spool.db.execute("INSERT INTO document VALUES (1, 1), (2, 2), (3, NULL)")
        spool.describe(1, [told(2015, "New.")])
        spool.describe(2, [told(2009, "Old.")])
        spool.describe(3, [told(2020, "Of a document that is gone.")])

        merged = boards.merged((), spool.boards(), {"d"})

    assert [board.description for board in merged] == ["New."]


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (("Fire",), ("Fire",)),
        (("Fire", "Wood"), ("Fire", "Wood")),
        (("Ash",), ("Clay", "Ash")),
        (("The yard", "Fire", "Wood"), ("Fire", "Wood")),
        (("The yard", "Clay"), ("Clay",)),
        (("Wood",), None),
        (("Other", "Ash"), None),
        (("Tin",), None),
        ((), None),
    ],
)
def test_a_board_is_meant_only_where_it_is_sure(
    told: tuple[str, ...], meant: tuple[str, ...] | None
) -> None:
    ways = [("Fire",), ("Fire", "Wood"), ("Clay",), ("Clay", "Wood"), ("Clay", "Ash")]

    assert Boards(ways).meant_by(told) == meant


def test_boards_that_are_not_for_all_are_not_described() -> None:
    listed = [
        {"id": 1, "name": "Shrubs", "description": "<p>Thorny &amp; low.</p>", "topic_count": 4},
        {"id": 2, "name": "Staff", "description": "Keys.", "read_restricted": True},
    ]
    answer = (
        str({"category_list": {"categories": listed}}).replace("'", '"').replace("True", "true")
    )
    document = Document("api", "categories.json", answer.encode())

    assert DiscourseJson().identify(document)
    assert [board.description for board in DiscourseJson().boards(document)] == ["Thorny & low."]


def test_more_than_a_file_holds_is_left_out_and_counted() -> None:
    long = [Board((f"{number:04}",), "x" * 1000) for number in range(1000)]

    text, left = boards.dump(long)

    assert 0 < left < 200
    assert text.count("[[board]]") == 1000 - left


def test_a_mistake_in_the_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / boards.FILE).write_text('[[board]]\npath = ["A"]\ndescribtion = "x"\n')

    with pytest.raises(
        ContentError, match=r'boards\.toml:3: unknown key "describtion".* "description"'
    ):
        boards.read(tmp_path)


def test_what_the_newest_page_does_not_say_stays() -> None:
    address = "https://shrubs.example/viewforum.php?f=3"
    index = Board(("Shrubs",), "Thorny & low.", url=address)

    merged = boards.merged([index], [Board(("Shrubs",), "Low.")], ["crawl"])

    assert merged == [Board(("Shrubs",), "Low.", url=address)]
