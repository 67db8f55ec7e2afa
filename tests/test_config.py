"""site.toml: little is needed, nothing is misread in silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from threadsite import config
from threadsite.errors import ConfigError


def site(folder: Path, text: str) -> config.Site:
    path = folder / "site.toml"
    path.write_text(text, encoding="utf-8")
    return config.load_site(path)


def test_a_title_and_a_dump_are_enough(tmp_path: Path) -> None:
    found = site(tmp_path, '[site]\ntitle = "Kiln"\n[[dumps]]\npath = "raw/forum.tar.gz"\n')

    assert found.content == tmp_path / "content"
    assert found.output == tmp_path / "public"
    assert found.settings.build.theme == "plain"
    assert found.dump_path(found.dumps[0]) == tmp_path / "raw" / "forum.tar.gz"
    assert config.dump_name(found.dumps[0]) == "forum"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[site]\ntilte = "x"\n',
            'site.toml:2: unknown key "tilte" in [site]; did you mean "title"?',
        ),
        (
            '[site]\ntitle = "x"\n\n[biuld]\n',
            'site.toml:4: unknown key "biuld"; did you mean "build"?',
        ),
        ('[site]\ntitle = ""\n', "site.toml:2: site.title: Expected `str` of length >= 1"),
        ("[site]\n", "site.toml:1: site: Object missing required field `title`"),
        (
            '[site]\ntitle = "x"\n[build]\nposts_per_page = 0\n',
            "site.toml:4: build.posts_per_page: Expected `int` >= 1",
        ),
        (
            '[site]\ntitle = "x"\n[[dumps]]\npth = "a"\n',
            'site.toml:4: unknown key "pth" in [dumps]; did you mean "path"?',
        ),
        (
            '[site]\ntitle = "x"\ntheme = "plain"\n',
            'site.toml:3: unknown key "theme" in [site]; it belongs in [build]',
        ),
        ("[site\n", "site.toml:1: "),
    ],
)
def test_an_error_names_line_key_and_way_out(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        site(tmp_path, text)

    assert str(caught.value).startswith(f"{tmp_path}/{said}")


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="threadsite new"):
        config.load_site(tmp_path / "site.toml")


def test_two_dumps_of_one_name_are_refused(tmp_path: Path) -> None:
    text = '[site]\ntitle = "x"\n[[dumps]]\npath = "a/f.zip"\n[[dumps]]\npath = "b/f.zip"\n'

    with pytest.raises(ConfigError, match='two dumps are called "f"'):
        site(tmp_path, text)


def test_an_address_is_no_cache(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cache is a folder, and an address is given"):
        site(tmp_path, '[site]\ntitle = "x"\n[build]\ncache = "s3://mud/a"\n')


def test_what_is_at_an_address_has_a_folder_in_the_cache(tmp_path: Path) -> None:
    places = 'content = "s3://mud/a"\noutput = "s3://mud/b"\ncache = "c"\n'

    found = site(tmp_path, f'[site]\ntitle = "x"\n[build]\n{places}')

    assert (found.content, found.output) == (tmp_path / "c/content", tmp_path / "c/public")
    assert "s3://" not in repr(found.here())


def test_the_schema_knows_every_table() -> None:
    tables = json.loads(config.schema())["$defs"]["Settings"]["properties"]

    assert set(tables) >= {"site", "dumps", "build", "privacy"}
