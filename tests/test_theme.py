"""Themes: inheritance, errors that name file and line, files, and what no template may do."""

from __future__ import annotations

import gzip
import re
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

import themedocs
from threadsite import language
from threadsite import theme as themes
from threadsite.archive import Archive
from threadsite.config import load_site
from threadsite.errors import ThemeError
from threadsite.markdown import Renderer
from threadsite.pages import Page, pages
from threadsite.pages.views import ThreadView
from threadsite.theme import Theme
from threadsite.theme.filters import filters
from threadsite.theme.flattening import Flattener
from threadsite.theme.layers import ThemeTable

ROOT = Path(__file__).parent.parent
PLAIN = ROOT / "themes" / "plain"
DOCS = ROOT / "docs" / "themes.md"
READING = Path(__file__).parent / "sites" / "reading"
TEMPLATES = sorted((ROOT / "themes").rglob("*.html"))
STYLED = re.compile(r"<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)


@pytest.fixture(scope="module")
def thread() -> Page:
    """A page of a thread with several posts."""
    with Archive.open(READING / "content") as archive:
        found = pages(load_site(READING), archive, Renderer().draft)
        return next(page for page in found if page.path.startswith("t/102-"))


def load(tmp_path: Path, files: dict[str, str], name: str = "mine") -> Theme:
    """The theme *name* of a site whose `themes/` hold *files*."""
    (tmp_path / "site.toml").write_text(f'[site]\ntitle = "T"\n[build]\ntheme = "{name}"\n')
    for path, text in files.items():
        file = tmp_path / "themes" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text), encoding="utf-8")
    return themes.load_theme(load_site(tmp_path))


def documented(heading: str) -> dict[str, str]:
    """The files that docs/themes.md shows below *heading*, by name."""
    text = DOCS.read_text(encoding="utf-8")
    section = text.split(f"## {heading}\n")[1].split("\n## ")[0]
    return {
        path.removeprefix("themes/"): code
        for path, code in re.findall(r"`(themes/\S+)`\n\n```\w+\n(.*?)```", section, re.DOTALL)
    }


def test_the_theme_in_the_docs_overrides_one_block(tmp_path: Path, thread: Page) -> None:
    theme = load(tmp_path, documented("A theme of your own"))

    html = theme.render(thread)

    posts = html.count('<article class="post')
    assert posts > 1
    assert html.count("Cite this post") == posts
    assert "Answered by" in html
    assert f'href="../{theme.asset("mine.css")}"' in html
    assert f'href="../{theme.asset("plain.css")}"' in html


def test_params_come_from_the_whole_chain(tmp_path: Path, thread: Page) -> None:
    theme = load(tmp_path, {"mine/theme.toml": 'extends = "plain"\nparams = {text = "serif"}'})

    assert "text-serif" in theme.render(thread)


def test_a_param_keeps_its_type(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match=r"mine/theme\.toml: params\.text must be a str"):
        load(tmp_path, {"mine/theme.toml": 'extends = "plain"\nparams = {text = 3}'})


def test_static_files_of_a_child_hide_those_of_its_parent(tmp_path: Path) -> None:
    files = {
        "mine/theme.toml": 'extends = "plain"',
        "mine/static/favicon.svg": "<svg/>",
        "mine/static/fonts/a.woff2": "font",
        "mine/static/.hidden": "",
    }

    static = dict(load(tmp_path, files).static_files())

    assert static["favicon.svg"] == b"<svg/>"
    assert static["fonts/a.woff2"] == b"font"
    assert not any(name.startswith(".") for name in static)
    assert any(re.fullmatch(r"plain\.[0-9a-f]{8}\.css", name) for name in static)


def test_a_theme_may_do_without_files_of_its_parent(tmp_path: Path) -> None:
    files = {
        "mine/theme.toml": 'extends = "plain"\nwithout = ["*.js", "fonts/*"]',
        "mine/static/mine.js": "own",
    }
    theme = load(tmp_path, files)

    assert {name.rpartition(".")[2] for name, _ in theme.static_files()} == {"css", "js", "svg"}
    assert theme.asset("mine.js")
    with pytest.raises(LookupError, match=r"no file static/plain\.js"):
        theme.asset("plain.js")


def test_a_stylesheet_is_named_after_what_is_in_it(tmp_path: Path) -> None:
    files = {"mine/theme.toml": "", "mine/static/a.css": "a{}"}
    before = load(tmp_path, files).asset("a.css")

    after = load(tmp_path, {**files, "mine/static/a.css": "b{}"}).asset("a.css")

    assert before != after


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, r'site\.toml: there is no theme "mine"; there are: plain, terminal'),
        ({"mien/theme.toml": ""}, r'there is no theme "mine"; did you mean "mien"\?'),
        ({"mine/other.toml": ""}, r'mine/theme\.toml: no such file; .*extends = "plain"'),
        ({"mine/theme.toml": 'extend = "plain"'}, r':1: unknown key "extend"; .*"extends"'),
        ({"mine/theme.toml": 'extends = "plian"'}, r'mine/theme\.toml: .*did you mean "plain"'),
        ({"mine/theme.toml": 'extends = "mine"'}, r"mine extends mine: that has no end"),
        ({"mine/theme.toml": "extends = 3"}, r"theme\.toml:1: extends: Expected `str`"),
    ],
)
def test_a_wrong_theme_is_said_to_be_wrong(
    tmp_path: Path, files: dict[str, str], message: str
) -> None:
    with pytest.raises(ThemeError, match=message):
        load(tmp_path, files)


@pytest.mark.parametrize("name", ["../mine", "/etc", ".", "a/b"])
def test_a_theme_stays_in_its_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ThemeError, match="there is no theme"):
        load(tmp_path, {"mine/theme.toml": ""}, name)


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("\n{{ nothing }}", r"thread\.html:2: 'nothing' is undefined \(on the page t/"),
        ("\n\n{{ page.titel }}", r"thread\.html:3: .*no attribute 'titel'"),
        ("\n{% if %}", r"thread\.html:2: Expected an expression"),
        ("{{ page.title|safe }}", r"thread\.html:1: No filter named 'safe'"),
        ("{{ page.title|body }}", r"thread\.html:1: body takes rendered Markdown, not str"),
        ('{{ asset("no.css") }}', r"thread\.html:1: there is no file static/no\.css"),
        ('{% include "no.html" %}', r"thread\.html:1: there is no template no\.html"),
        ('{% extends "plain/no.html" %}', r"thread\.html:1: there is no template plain/no\.html"),
        ('{% include "thread.html" %}', r"thread\.html:1: a template includes itself"),
        ("{{ 1 // 0 }}", r"thread\.html:1: .*zero"),
    ],
)
def test_a_wrong_template_is_named_with_its_line(
    tmp_path: Path, thread: Page, template: str, message: str
) -> None:
    files = {"mine/theme.toml": 'extends = "plain"'}
    theme = load(tmp_path, files)
    (tmp_path / "themes/mine/templates").mkdir()
    (tmp_path / "themes/mine/templates/thread.html").write_text(template)

    with pytest.raises(ThemeError, match=message):
        theme.render(thread)


def test_a_theme_without_a_template_says_which(tmp_path: Path, thread: Page) -> None:
    with pytest.raises(ThemeError, match=r"theme mine: there is no template thread\.html"):
        load(tmp_path, {"mine/theme.toml": ""}).render(thread)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: f"{p.parts[-3]}-{p.name}")
def test_no_template_gets_past_escaping_or_the_policy(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    scripts = re.findall(r"<script([^>]*)>(.)", text, re.DOTALL)

    assert not re.search(r"\|\s*safe|Markup|autoescape", text)
    assert not STYLED.search(text)
    assert all("src=" in head or 'type="application/ld+json"' in head for head, _ in scripts)


def test_only_the_filters_of_templates_make_markup() -> None:
    source = ROOT / "src" / "threadsite"
    making = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if "Markup(" in path.read_text(encoding="utf-8")
    }

    assert making == {"theme/filters.py", "language/__init__.py"}


def test_the_theme_is_light() -> None:
    def weight(name: str) -> int:
        return len(gzip.compress((PLAIN / "static" / name).read_bytes(), mtime=0))

    assert weight("plain.css") <= 12_000
    assert weight("plain.js") <= 5_000


def test_every_variable_is_documented() -> None:
    text = DOCS.read_text(encoding="utf-8")

    assert themedocs.document(text) == text, "docs/themes.md is not up to date: run `make docs`"


def test_every_variable_says_what_it_is() -> None:
    assert themedocs.unsaid() == [], "give it a docstring below, or a place in EVIDENT"


def test_every_key_filter_and_block_is_documented() -> None:
    text = DOCS.read_text(encoding="utf-8")
    blocks = {
        b
        for p in PLAIN.rglob("*.html")
        for b in re.findall(r"{% block (\w+)", p.read_text("utf-8"))
    }

    assert {key for key in ThemeTable.__struct_fields__ if f"| `{key}` |" not in text} == set()
    assert {
        name for name in filters(language.load("en")) if not re.search(rf"\| `{name}[`(]", text)
    } == set()
    assert {block for block in blocks if f"`{block}`" not in text} == set()


def test_flattened_templates_show_what_they_show_as_they_were_written(tmp_path: Path) -> None:
    mine = {
        "mine/theme.toml": 'extends = "plain"',
        "mine/templates/base.html": """
            {% extends "plain/base.html" %}
            {% set mine = "kiln" %}
            {% block footer %}{{ super() }}<p>{{ mine }}, {{ kind }}</p>{{ super() }}{% endblock %}
            """,
    }
    theme = load(tmp_path, mine)
    with Archive.open(READING / "content") as archive:
        made = list(pages(load_site(READING), archive, Renderer().draft))
    kinds = {page.kind for page in made}

    for page in made:
        shown = theme.render(page)
        written = theme._environment.get_template(page.template)
        assert written.render(site=page.site, page=page.context, kind=page.kind) == shown
        assert shown.count(f"<p>kiln, {page.kind}</p>") == 1
    flattener = Flattener(theme._environment)
    assert all(flattener.flatten(f"{kind}.html") for kind in kinds)


def constant(tmp_path: Path, shown: str) -> Theme:
    """A theme that says of *shown* that it is constant."""
    template = (
        '{% extends "plain/thread.html" %}{% set mine = page.title %}'
        "{% block main %}{% call constant(kind) %}" + shown + "{% endcall %}{% endblock %}"
    )
    files = {"mine/theme.toml": 'extends = "plain"', "mine/templates/thread.html": template}
    return load(tmp_path, files)


@pytest.mark.parametrize(
    "shown", ["{{ page.title }}", "{{ mine }}", "{% for n in [1] %}{{ mine }}{% endfor %}"]
)
def test_what_differs_between_pages_is_made_for_each(
    tmp_path: Path, thread: Page, shown: str
) -> None:
    theme = constant(tmp_path, shown)
    assert isinstance(thread.context, ThreadView)

    for title in ("Flues", "Glazes"):
        page = replace(thread, context=structs.replace(thread.context, title=title))
        _, _, main = theme.render(page).partition("<main")
        assert title in main


def test_what_is_constant_is_made_once(
    tmp_path: Path, thread: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def asset(_: Theme, name: str) -> str:
        asked.append(name)
        return name

    monkeypatch.setattr(Theme, "asset", asset)
    theme = constant(
        tmp_path, "{{ asset('a.css') }} {{ kind }}{% for _ in [1] %}{{ loop.index }}{% endfor %}"
    )

    assert theme.render(thread) == theme.render(thread)
    assert asked.count("a.css") == 1


@pytest.mark.parametrize(
    "template",
    ['{% include "words.html" %}', "{{ self.title() }}", "{{ super()|upper }}"],
)
def test_a_template_that_takes_more_is_left_as_it_was_written(
    tmp_path: Path, thread: Page, template: str
) -> None:
    body = "{% extends 'plain/thread.html' %}{% block footer %}" + template + "{% endblock %}"
    theme = load(
        tmp_path, {"mine/theme.toml": 'extends = "plain"', "mine/templates/thread.html": body}
    )

    assert Flattener(theme._environment).flatten("thread.html") is None
    assert "<article" in theme.render(thread)
