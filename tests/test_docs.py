"""The documentation names everything a person can type or set."""

from __future__ import annotations

import re
from pathlib import Path

import click
import msgspec
import pytest

from threadsite import cli, config
from threadsite.content import headers
from threadsite.engines import all_engines

ROOT = Path(__file__).parent.parent
COMMANDS = {
    f"{name} {inner}".strip(): command
    for name, group in cli.commands.commands.items()
    for inner, command in (
        group.commands if isinstance(group, click.Group) else {"": group}
    ).items()
}
DOCS = ROOT / "docs"


def said(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_documented(name: str) -> None:
    text = said("commands.md")
    command = COMMANDS[name]
    options = {o for p in command.params if isinstance(p, click.Option) for o in p.opts}

    assert f"## `threadsite {name}" in text
    assert {o for o in options if f"`{o}" not in text} == set()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_documented_option_is_there(name: str) -> None:
    _, _, text = said("commands.md").partition(f"## `threadsite {name}")
    text, _, _ = text.partition("\n## ")
    command = COMMANDS[name]
    options = {o for p in command.params if isinstance(p, click.Option) for o in p.opts}

    rows = re.findall(r"^\| (`--[^|]*)\|", text, re.MULTILINE)
    assert {o for row in rows for o in re.findall(r"`(--[a-z-]+)", row)} <= options


@pytest.mark.parametrize(
    "table",
    [
        config.SiteTable,
        config.DumpTable,
        config.BuildTable,
        config.PrivacyTable,
        config.SearchTable,
    ],
)
def test_every_key_of_site_toml_is_documented(table: type[msgspec.Struct]) -> None:
    text = said("configuration.md")

    assert {f for f in table.__struct_fields__ if f"| `{f}` |" not in text} == set()


@pytest.mark.parametrize("header", [headers.Header, headers.PostHeader, headers.AuthorHeader])
def test_every_key_of_the_content_is_documented(header: type[msgspec.Struct]) -> None:
    text = said("content.md")

    assert {f for f in header.__struct_fields__ if f"`{f}`" not in text} == set()


def test_every_engine_is_documented() -> None:
    text = said("engines.md")

    assert {e.name for e in all_engines() if f"| `{e.name}` |" not in text} == set()


@pytest.mark.parametrize("path", [*ROOT.glob("*.md"), *DOCS.glob("*.md")], ids=lambda p: p.name)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    prose = re.sub(r"`[^`\n]*`", "", path.read_text(encoding="utf-8"))
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", prose)

    assert [link for link in links if not (path.parent / link).exists()] == []
