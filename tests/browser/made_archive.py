"""An invented archive to search: threads in four scripts, and one that means harm."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from threadsite import content
from threadsite.model import Author, Post, Thread

HOSTILE = '<img src=x onerror="document.title=1">'
ILSE, BO = Author("1", "Ilse Marrow"), Author("2", "Bo Fenwick")
HOSTILE_AUTHOR = Author("3", f"{HOSTILE} __proto__")
LONG = "Ballast words that fill the post. " * 20
FOLDED = "> ***Spoiler***\n>\n> More porcelain."
# Title, board, then author, year and body of each post.
THREADS: tuple[tuple[str, tuple[str, ...], tuple[tuple[Author, int | None, str], ...]], ...] = (
    (
        "Warped kiln shelves",
        ("Kilns", "Wood"),
        (
            (ILSE, 2008, "Two shelves warped while firing. Is cordierite too thin?"),
            (BO, 2009, f"{LONG}Mine never did. Fire slower and prop them.{LONG}"),
            (ILSE, 2011, "![shelf](https://clay.example/shelf.jpg) Props helped."),
        ),
    ),
    (
        "Ash glaze",
        ("Glazes",),
        (
            (BO, 2010, "Sieve the ash twice, then prop nothing.\n\n```\nash = 40\n```"),
            (ILSE, None, "My café crème glaze crawled; see C++ notes of x86_64."),
        ),
    ),
    ("Печь и глина", ("Kilns",), ((BO, 2009, "Новая печь греет глину медленно."),)),
    ("طين", ("Kilns",), ((ILSE, 2009, "جربت الطِّين الأحمر في الفرن."),)),
    ("陶芸の話", ("Kilns",), ((BO, 2012, "東京で新しい窯を買いました。"),)),
    (HOSTILE, (HOSTILE,), ((HOSTILE_AUTHOR, 2010, f"constructor {HOSTILE} hostile words"),)),
    (
        "Plate diary",
        ("Diaries",),
        tuple((ILSE, 1999, f"Day {day}: the plates are still drying.") for day in range(1, 6)),
    ),
    ("", ("Diaries",), ((BO, 1999, "A nameless remark."),)),
    ("Secrets", ("Diaries",), ((BO, 1999, f"The porcelain.\n\n{FOLDED}"),)),
)


def write(root: Path) -> Path:
    """Write the archive to *root*, ready to be built."""
    (root / "content/threads").mkdir(parents=True)
    (root / "site.toml").write_text('[site]\ntitle = "Clay"\n')
    for number, (title, board, posts) in enumerate(THREADS, 1):
        written = tuple(
            Post(f"{number}{n}", author, body, datetime(year, 3, n + 1) if year else None)
            for n, (author, year, body) in enumerate(posts)
        )
        thread = Thread(str(number), title, written, board=board)
        path = root / f"content/threads/{number}.md"
        path.write_text(content.dump(thread), encoding="utf-8")
    return root
