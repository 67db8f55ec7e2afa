"""The archive as data: every post once, its own words apart from what it quotes."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

from click.testing import CliRunner

from threadsite import cli, content
from threadsite.exporting import lines
from threadsite.model import Attachment, Author, Post, Source, Thread

DOCS = Path(__file__).parent.parent / "docs"
BODY = """\
> **Bo** ([#41](#p41), inferred):
>
> Is it hot?
>
> > Older words.

Red hot. ![kiln](https://kiln.example/kiln.jpg)

- One
- > ***Spoiler***
  >
  > > **Ede**:
  > >
  > > Far inside.
"""
POST = Post(
    "42",
    Author("inferred:x", None, inferred=True),
    BODY,
    datetime(2009, 3, 1, 10, tzinfo=UTC),
    attachments=(Attachment("plan.pdf", path="media/0.pdf"),),
    source=Source("dump", "page.html", "phpbb3"),
    confidence=0.9,
)
THREAD = Thread("7", "Heat", (Post("41", Author("1", "Bo"), "Is it hot?"), POST), board=("Kilns",))


def written(folder: Path) -> Path:
    (folder / "content/threads").mkdir(parents=True)
    (folder / "content/threads/7.md").write_text(content.dump(THREAD), encoding="utf-8")
    (folder / "site.toml").write_text('[site]\ntitle = "Heat"\n')
    return folder / "content"


def test_a_post_is_a_line(tmp_path: Path) -> None:
    first, second = map(json.loads, lines(written(tmp_path)))

    assert (first["post"], first["number"], first["text"]) == ("41", 1, "Is it hot?")
    assert first["created"] is None
    assert (second["name"], second["author_inferred"], second["confidence"]) == (None, True, 0.9)
    assert second["created"] == "2009-03-01T10:00:00Z"
    assert second["text"] == "Red hot.\nOne"
    assert second["markdown"].startswith("> **Bo**")
    assert second["quotes"] == [
        {"author": "Bo", "post": "41", "inferred": True, "text": "Is it hot?"},
        {"author": "Ede", "post": None, "inferred": False, "text": "Far inside."},
    ]
    assert second["attachments"][0]["name"] == "plan.pdf"
    assert second["source"]["document"] == "page.html"


def test_what_was_taken_down_is_not_there(tmp_path: Path) -> None:
    folder = written(tmp_path)
    (folder / "takedowns.toml").write_text('[[post]]\nthread = "7"\nid = "41"\n')

    (row,) = map(json.loads, lines(folder))

    assert row["post"] == "42"
    assert "Is it hot" not in json.dumps(row)


def test_every_key_is_documented(tmp_path: Path) -> None:
    row = json.loads(next(lines(written(tmp_path))))
    told = (DOCS / "upkeep.md").read_text(encoding="utf-8")
    table = told[told.index("## Posts as data") : told.index("What is not known is")]

    assert set(row) <= set(re.findall(r"`(\w+)`", table))


def test_the_command_writes_to_the_screen_or_a_file(tmp_path: Path) -> None:
    written(tmp_path)
    command = ["export", "--site", str(tmp_path)]

    shown = CliRunner().invoke(cli.commands, command)
    CliRunner().invoke(cli.commands, [*command, str(tmp_path / "posts.jsonl")])

    assert len(shown.stdout_bytes.splitlines()) == 2
    assert (tmp_path / "posts.jsonl").read_bytes() == shown.stdout_bytes
