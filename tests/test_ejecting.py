"""A site's theme: named when the site begins, taken over template by template."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from threadsite import cli
from threadsite.config import load_site
from threadsite.errors import ConfigError, ThemeError
from threadsite.scaffold import scaffold
from threadsite.theme import layers, load_theme
from threadsite.theme.ejecting import eject

PLAIN = Path(__file__).parent.parent / "themes" / "plain" / "templates"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    list(scaffold(tmp_path, "Kiln"))
    return tmp_path


def named(root: Path, theme: str) -> Path:
    """The site of *root*, now with *theme*."""
    with (root / "site.toml").open("a", encoding="utf-8") as file:
        file.write(f'[build]\ntheme = "{theme}"\n')
    return root


def taken(root: Path, template: str) -> str:
    return "\n".join(eject(load_site(root), template))


def test_a_new_site_names_its_theme(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli.commands, ["new", str(tmp_path), "--theme", "terminal"])

    assert done.exit_code == 0, done.output
    assert tomllib.loads((tmp_path / "site.toml").read_text())["build"] == {"theme": "terminal"}
    assert load_theme(load_site(tmp_path)).chain[0].name == "terminal"


@pytest.mark.parametrize(
    ("theme", "hint"), [("gold", "there are: plain, terminal"), ("plane", 'did you mean "plain"')]
)
def test_a_new_site_is_not_begun_with_a_theme_that_there_is_not(
    tmp_path: Path, theme: str, hint: str
) -> None:
    with pytest.raises(ThemeError, match=rf'--theme: there is no theme "{theme}"; {hint}'):
        list(scaffold(tmp_path / "kiln", "Kiln", theme))

    assert not (tmp_path / "kiln").exists()


def test_an_archive_stays_as_it_is(root: Path) -> None:
    with pytest.raises(ConfigError, match="exists already"):
        list(scaffold(root, "Kiln", "terminal"))


def test_a_template_of_a_shipped_theme_goes_into_a_theme_of_the_site(root: Path) -> None:
    done = CliRunner().invoke(
        cli.commands, ["theme", "eject", "words.html", "--site", str(root / "site.toml")]
    )
    copy = root / "themes/mine/templates/words.html"

    assert done.exit_code == 0, done.output
    assert copy.read_bytes() == (PLAIN / "words.html").read_bytes()
    assert 'theme = "mine"' in done.output
    copy.write_text("changed", encoding="utf-8")
    theme = load_theme(load_site(named(root, "mine")))
    assert [layer.name for layer in theme.chain] == ["mine", "plain"]
    loader = theme._environment.loader
    assert loader
    assert loader.get_source(theme._environment, "words.html")[0] == "changed"


def test_what_is_taken_over_goes_into_the_theme_of_the_site(root: Path) -> None:
    (root / "themes/gold").mkdir(parents=True)
    (root / "themes/gold/theme.toml").write_text('extends = "terminal"')
    site = named(root, "gold")

    assert "threadsite serve" in taken(site, "thread.html")
    assert "in site.toml" not in taken(site, "about.html")

    ejected = (site / "themes/gold/templates/thread.html").read_bytes()
    assert ejected == (PLAIN.parents[1] / "terminal/templates/thread.html").read_bytes()


def test_two_templates_go_into_the_same_theme(root: Path) -> None:
    taken(root, "home.html")
    taken(root, "board.html")

    names = {path.name for path in (root / "themes/mine/templates").iterdir()}
    assert names == {"home.html", "board.html"}
    assert [layer.name for layer in layers.chain("mine", root)] == ["mine", "plain"]


def test_nothing_is_overwritten(root: Path) -> None:
    taken(root, "home.html")
    copy = root / "themes/mine/templates/home.html"
    copy.write_text("mine")

    with pytest.raises(ThemeError, match=r"home\.html: exists already; nothing was changed"):
        taken(root, "home.html")
    assert copy.read_text() == "mine"


def test_a_theme_of_the_same_name_that_extends_another_stays_as_it_is(root: Path) -> None:
    (root / "themes/mine").mkdir(parents=True)
    (root / "themes/mine/theme.toml").write_text('extends = "terminal"')

    with pytest.raises(ThemeError, match=r"mine/theme\.toml: this theme does not extend plain"):
        taken(root, "home.html")
    assert not (root / "themes/mine/templates").exists()


@pytest.mark.parametrize(
    ("template", "hint"),
    [("thraed.html", r"did you mean thread\.html\?"), ("../theme.toml", ""), ("x", "there are: ")],
)
def test_a_template_that_there_is_not_is_not_taken_over(
    root: Path, template: str, hint: str
) -> None:
    with pytest.raises(ThemeError, match=f"the theme plain has no template .*; {hint}"):
        taken(root, template)
    assert not (root / "themes").exists()
