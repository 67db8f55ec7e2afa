"""Bytecode of templates that is kept: the same pages, whatever is damaged or a stranger's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from jinja2 import Environment

from threadsite import theme
from threadsite.config import load_site
from threadsite.errors import ThemeError
from threadsite.pages import Page
from threadsite.theme import Theme, bytecode

SITE = '[site]\ntitle = "Kiln"\n[build]\ntheme = "mine"\n'
BASE = "<p>{{ _('Author') }} {% block body %}{% endblock %}</p>"
PAGE = '{% extends "base.html" %}{% block body %}{{ page }}{% endblock %}'
EXPECTED = "<p>Author 7</p>"


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where bytecode is kept, at first nothing."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "threadsite" / "templates"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site whose theme has a page and what it extends."""
    root = tmp_path / "site"
    put(root, "base.html", BASE)
    put(root, "page.html", PAGE)
    (root / "themes/mine/theme.toml").write_text("")
    (root / "site.toml").write_text(SITE)
    return root


def put(root: Path, name: str, text: str) -> None:
    path = root / "themes/mine/templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def shown(root: Path) -> str:
    """What the page shows to a program that starts anew."""
    return loaded(root).render(page_of(root))


def loaded(root: Path) -> Theme:
    return theme.load_theme(load_site(root))


def page_of(root: Path) -> Page:
    return Page("page.html", "page.html", 7, "page", load_site(root))  # type: ignore[arg-type]


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that are compiled from here on."""
    names: list[str] = []
    compile_ = Environment.compile

    def compile_one(self: Environment, source: object, name: str, *rest: object) -> object:
        names.append(name)
        return compile_(self, source, name, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", compile_one)
    return names


def test_a_template_is_compiled_once(root: Path, compiled: list[str]) -> None:
    assert shown(root) == shown(root) == EXPECTED
    assert compiled == ["page.html"]


@pytest.mark.parametrize(
    ("edited", "text", "now"),
    [
        ("base.html", BASE.replace("<p>", "<p class=a>"), "<p class=a>Author 7</p>"),
        ("page.html", PAGE.replace("{{ page", "{{ page + 1"), "<p>Author 8</p>"),
    ],
)
def test_what_a_template_stands_on_counts(root: Path, edited: str, text: str, now: str) -> None:
    assert shown(root) == EXPECTED

    put(root, edited, text)

    assert shown(root) == now


def test_the_language_counts(root: Path) -> None:
    assert shown(root) == EXPECTED

    (root / "site.toml").write_text(SITE.replace("[build]", 'language = "de"\n[build]'))

    assert shown(root) == "<p>Autor 7</p>"


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, b"short"])
def test_what_is_damaged_is_compiled_anew(
    root: Path, kept: Path, compiled: list[str], damage: bytes
) -> None:
    shown(root)
    for path in kept.iterdir():
        path.write_bytes(damage or path.read_bytes()[:-1])

    assert shown(root) == shown(root) == EXPECTED
    assert len(compiled) == 2


def test_where_nothing_can_be_kept_pages_are_the_same(root: Path, kept: Path) -> None:
    kept.parent.write_text("a file")

    assert shown(root) == EXPECTED


def test_a_user_without_a_home_gets_no_folder(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bytecode, "user_cache_path", lambda *_, **__: Path("~/.cache/threadsite"))
    monkeypatch.chdir(tmp_path)

    assert shown(root) == EXPECTED
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_nothing_is_read_where_others_can_write(
    root: Path, kept: Path, compiled: list[str]
) -> None:
    shown(root)
    kept.chmod(0o770)

    assert shown(root) == EXPECTED
    assert len(compiled) == 2


def test_nothing_is_read_of_another_user(
    root: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(root)
    monkeypatch.setattr(os, "getuid", lambda: 4711)

    assert shown(root) == EXPECTED
    assert len(compiled) == 2


def test_an_edit_while_it_is_compiled_is_not_kept(
    root: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = loaded(root)
    assert made._written
    put(root, "base.html", BASE.replace("<p>", "<div>"))

    assert made.render(page_of(root)) == "<div>Author 7</p>"

    put(root, "base.html", BASE)
    assert shown(root) == EXPECTED


def test_a_mistake_is_named_where_it_is_now(root: Path, tmp_path: Path) -> None:
    put(root, "page.html", PAGE.replace("{{ page }}", "{{ page.kiln }}"))
    with pytest.raises(ThemeError, match=r"site.themes.mine.templates.page\.html:1"):
        shown(root)

    root.rename(tmp_path / "moved")

    with pytest.raises(ThemeError, match=r"moved.themes.mine.templates.page\.html:1"):
        shown(tmp_path / "moved")


def test_not_more_is_kept_than_is_of_use(
    root: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bytecode, "MOST", 4)
    for number in range(9):
        put(root, "base.html", BASE.replace("<p>", f"<p id={number}>"))
        shown(root)
        for path in kept.iterdir():
            os.utime(path, (path.stat().st_mtime - 9, path.stat().st_mtime - 9))

    assert 2 <= len(list(kept.iterdir())) <= 4
