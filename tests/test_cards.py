"""Cards: pictures that other sites show beside a link."""

from __future__ import annotations

import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from threadsite import content
from threadsite.building import build
from threadsite.cards import HEIGHT, MARGIN, WIDTH, Cards
from threadsite.config import load_site
from threadsite.errors import ConfigError
from threadsite.language import load
from threadsite.model import Author, Post, Thread

CARDS = Cards(load("en", ()), None, threads=False)
DATES = (datetime(2004, 1, 2), datetime(2011, 3, 4))
HOME = "https://h.example/kilns/"
TOP, MIDDLE, BOTTOM = (
    (0, MARGIN + 50),
    (MARGIN + 50, HEIGHT - MARGIN - 45),
    (HEIGHT - MARGIN - 45, HEIGHT),
)


def inked(card: bytes, band: tuple[int, int]) -> bool:
    """Whether something is written in the *band*, right of the bar at the edge."""
    picture = Image.open(BytesIO(card))
    assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
    lowest, highest = picture.crop((60, band[0], WIDTH, band[1])).getextrema()
    return lowest != highest


def test_a_card_shows_a_title_what_it_is_in_and_figures() -> None:
    card = CARDS.draw("Cone six", "Kilns", 1234, DATES)

    assert [inked(card, band) for band in (TOP, MIDDLE, BOTTOM)] == [True, True, True]
    assert card == CARDS.draw("Cone six", "Kilns", 1234, DATES)
    assert card != CARDS.draw("Cone ten", "Kilns", 1234, DATES)
    assert len(card) < 40_000


@pytest.mark.parametrize("title", ["печь", "فرن", "窯", "e\u0301\u0302", "\u202eabc", "🔥"])
def test_a_line_that_cannot_be_shown_is_left_out(title: str) -> None:
    card = CARDS.draw(title, "Kilns", 1, DATES)

    assert [inked(card, band) for band in (TOP, MIDDLE, BOTTOM)] == [True, False, True]


@pytest.mark.parametrize("title", ["W" * 100_000, "kiln " * 20_000, "", " \n\t ", "a\x00b"])
def test_no_title_is_too_much(title: str) -> None:
    card = CARDS.draw(title, title, 1, (None, None))

    right = Image.open(BytesIO(card)).crop((WIDTH - MARGIN + 10, 0, WIDTH, HEIGHT))
    assert right.getextrema() == (0, 0)


def site(root: Path, settings: str, url: str = HOME) -> Path:
    (root / "content" / "threads").mkdir(parents=True)
    for number, board in ((1, ("Fire", "Wood")), (2, ())):
        posts = (Post("1", Author("1", "Maud"), "Wet.", datetime(2009, 3, number)),)
        thread = Thread(str(number), f"Kiln {number}", posts, "f.example", board)
        path = root / "content" / "threads" / f"{number}-kiln.md"
        path.write_text(content.dump(thread), "utf-8")
    about = f'[site]\ntitle = "Kilns"\n{f"url = {url!r}" if url else ""}\n'
    (root / "site.toml").write_text(about + settings, "utf-8")
    return build(load_site(root)).output


def drawn(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.png")}


def shown(page: Path) -> tuple[list[str], list[str]]:
    root = html.fromstring(page.read_bytes())
    pictures = root.findall(".//meta[@property='og:image']")
    kinds = root.findall(".//meta[@name='twitter:card']")
    return [str(tag.get("content")) for tag in pictures], [str(tag.get("content")) for tag in kinds]


def test_threads_show_the_card_of_their_board_or_of_the_site(tmp_path: Path) -> None:
    found = site(tmp_path, '[cards]\nof = "boards"\n')

    assert drawn(found) == {"card.png", "b/fire.png", "b/fire-wood.png"}
    large = ["summary_large_image"]
    assert shown(found / "t" / "1-kiln.html") == ([f"{HOME}b/fire-wood.png"], large)
    assert shown(found / "t" / "2-kiln.html") == ([f"{HOME}card.png"], large)
    assert shown(found / "b" / "fire.html") == ([f"{HOME}b/fire.png"], large)
    assert shown(found / "authors.html") == ([f"{HOME}card.png"], large)


def test_threads_have_cards_of_their_own_when_asked_for(tmp_path: Path) -> None:
    found = site(tmp_path, '[cards]\nof = "threads"\n')

    assert {"t/1-kiln.png", "t/2-kiln.png", "card.png"} < drawn(found)
    assert shown(found / "t" / "1-kiln.html")[0] == [f"{HOME}t/1-kiln.png"]


@pytest.mark.parametrize(("settings", "url"), [("", HOME), ('[cards]\nof = "threads"\n', "")])
def test_without_being_asked_for_or_an_address_there_are_none(
    tmp_path: Path, settings: str, url: str
) -> None:
    found = site(tmp_path, settings, url)

    assert drawn(found) == set()
    assert shown(found / "t" / "1-kiln.html") == ([], ["summary"] if url else [])


def test_cards_without_pillow_are_an_error_that_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)

    with pytest.raises(ConfigError, match=r"pip install 'threadsite\[cards\]'"):
        site(tmp_path, '[cards]\nof = "boards"\n')


def test_a_font_that_is_none_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "mine.ttf").write_bytes(b"no font")

    with pytest.raises(ConfigError, match=r"\[cards\] font: mine\.ttf"):
        site(tmp_path, '[cards]\nof = "boards"\nfont = "mine.ttf"\n')
