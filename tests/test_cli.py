"""The commands, run as a person runs them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from threadsite import cli

DUMPS = Path(__file__).parent.parent / "content" / "dumps"


def run(*words: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from threadsite.cli import main; raise SystemExit(main())"]
    return subprocess.run(
        [*command, *map(str, words)], cwd=cwd, capture_output=True, text=True, check=False
    )


def test_a_new_archive_is_built_from_a_dump_without_further_settings(tmp_path: Path) -> None:
    assert run("new", "kiln", "--title", 'The "Kiln"', cwd=tmp_path).returncode == 0
    folder = tmp_path / "kiln"
    shutil.copytree(DUMPS / "xenforo2", folder / "dumps" / "forum")
    with (folder / "site.toml").open("a") as file:
        file.write('\n[[dumps]]\npath = "dumps/forum"\n')

    done = run("build", cwd=folder)

    assert done.returncode == 0, done.stderr
    assert "documents = 5 imported + 0 duplicate + 0 skipped + 0 failed" in done.stdout
    assert "The &#34;Kiln&#34;" in (folder / "public" / "index.html").read_text()


def test_new_overwrites_nothing(tmp_path: Path) -> None:
    run("new", tmp_path)
    (tmp_path / "site.toml").write_text("mine")

    done = run("new", tmp_path)

    assert done.returncode == 1
    assert "exists already" in done.stderr
    assert (tmp_path / "site.toml").read_text() == "mine"


def test_a_site_without_threads_says_what_to_do_next(tmp_path: Path) -> None:
    CliRunner().invoke(cli.commands, ["new", str(tmp_path)])

    done = CliRunner().invoke(cli.commands, ["build", "--site", str(tmp_path)])
    dumps = CliRunner().invoke(cli.commands, ["inspect", str(tmp_path / "dumps")])

    assert done.exit_code == 0
    assert "name a dump in site.toml" in done.stdout
    assert "documents by engine: none" in dumps.stdout


def test_convert_needs_no_site(tmp_path: Path) -> None:
    done = run("convert", DUMPS / "discourse-json", "--content", tmp_path)

    assert done.returncode == 0, done.stderr
    assert sorted((tmp_path / "threads").rglob("*.md"))


def test_a_sample_is_built_apart_from_the_site(tmp_path: Path) -> None:
    run("new", tmp_path)
    run("convert", DUMPS / "discourse-json", "--content", tmp_path / "content")

    done = run("build", "--sample", "1", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert " in 1 thread by " in done.stdout
    assert (tmp_path / ".threadsite" / "sample" / "public" / "index.html").exists()
    assert not (tmp_path / "public").exists()


def test_inspect_says_what_there_is_and_writes_nothing(tmp_path: Path) -> None:
    done = run("inspect", DUMPS / "phpbb3-prosilver", cwd=tmp_path)

    assert "9 documents = 7 imported" in done.stdout
    assert "2 skipped: no posts in it" in done.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["inspect", "convert"])
def test_a_dump_without_a_document_is_said_to_be_empty(tmp_path: Path, command: str) -> None:
    (tmp_path / "dump").mkdir()
    to = ["--content", str(tmp_path / "content")] if command == "convert" else []

    result = CliRunner().invoke(cli.commands, [command, str(tmp_path / "dump"), *to])

    assert "no documents here" in result.output
    assert "0 posts" not in result.output


def test_what_no_engine_knows_is_named(tmp_path: Path) -> None:
    dump = tmp_path / "dump"
    dump.mkdir()
    for number in range(23):
        (dump / f"odd-{number:02}.json").write_text(f'{{"kiln": {number}}}')

    some = CliRunner().invoke(cli.commands, ["inspect", str(dump)]).stdout
    every = CliRunner().invoke(cli.commands, ["inspect", "--all", str(dump)]).stdout
    told = (
        CliRunner()
        .invoke(cli.commands, ["convert", str(dump), "--content", str(tmp_path / "content")])
        .stdout
    )

    report = json.loads((tmp_path / "content" / "report.json").read_text())
    assert "23 skipped: no engine knows it" in some
    assert "no engine knows it: dump/odd-19.json" in some
    assert "docs/engines.md says what is read" in some
    assert "named in report.json" in told
    assert "dump/odd-20.json" not in some
    assert "no engine knows it: dump/odd-22.json" in every
    assert report["unread"] == [f"dump/odd-{number:02}.json" for number in range(23)]


def test_lists_of_commands_are_whole_sentences() -> None:
    listed = CliRunner().invoke(cli.commands, ["--help"]).stdout.partition("Commands:")[2]

    assert listed.count(".\n") == len(cli.commands.commands)
    assert "..." not in listed


def test_inspect_gives_json_lines() -> None:
    result = CliRunner().invoke(cli.commands, ["inspect", "--json", str(DUMPS / "xenforo2")])

    parts = [json.loads(line) for line in result.stdout.splitlines()]
    assert {part["engine"] for part in parts} == {"xenforo2"}
    assert all(post["author"]["name"] for part in parts for post in part["thread"]["posts"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["build", "--site", "nowhere"], "threadsite new my-archive"),
        (["serve", "--site", "nowhere"], "threadsite new my-archive"),
        (["inspect", "nowhere.zip"], "nowhere.zip: no such file"),
        (["inspect", "--engine", "vanila", "."], 'called "vanila"; did you mean "vanilla"?'),
        (["inspect", "--engine", "gazebo", "."], 'no engine is called "gazebo"; there are: '),
        (["convert", "x", "--contents", "y"], "No such option"),
    ],
)
def test_an_error_says_what_to_do_and_shows_no_traceback(
    tmp_path: Path, words: list[str], said: str
) -> None:
    done = run(*words, cwd=tmp_path)

    assert done.returncode in (1, 2)
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_an_error_commands_no_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["threadsite", "build", "--site", str(tmp_path / "a\ab\x1b[2J")])

        assert cli.main() == 1

    assert "a\\u0007b\\u001b[2J: no such file" in capsys.readouterr().err


def test_strict_fails_when_a_document_has_a_problem(tmp_path: Path) -> None:
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04 and then nothing")

    done = run("convert", "bad.zip", "--content", "content", "--strict", cwd=tmp_path)

    assert done.returncode == 1
    assert "--strict" in done.stderr


@pytest.mark.parametrize(
    ("what", "heavy"),
    [
        ("cli", {"lxml", "jinja2", "markdown_it", "pygments", "rich"}),
        # Of which a build that finds nothing new needs none.
        (
            "building, meter",
            {"lxml", "markdown_it", "pygments", "rich", "snowballstemmer", "urllib.request"},
        ),
    ],
)
def test_a_command_is_quick_to_come_because_nothing_heavy_is_imported(
    what: str, heavy: set[str]
) -> None:
    code = (
        f"import sys; from threadsite import {what};"
        f"sys.exit(', '.join(sorted({heavy!r} & sys.modules.keys())) or 0)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
