"""Engines without Python: a table in site.toml reads pages, a patch changes an engine's rules."""

from __future__ import annotations

import pickle
import re
import tomllib
from pathlib import Path

import pytest

from threadsite import config
from threadsite.document import Document
from threadsite.engines import all_engines, engine_named, identify
from threadsite.engines.custom import Table, TableEngine, customised
from threadsite.engines.html import HtmlEngine
from threadsite.engines.probe import probe
from threadsite.errors import ConfigError

GUIDE = Path(__file__).parents[2] / "docs" / "adding-an-engine.md"
TABLES = tomllib.loads(
    "\n".join(re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.S)[:1])
)["engines"]
PAGE = re.findall(r"```html\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.S)[0]


def document(text: str = PAGE) -> Document:
    return Document("dump", "talk.html", text.encode())


def engine(**changes: str | tuple[str, ...]) -> TableEngine:
    table: Table = {**TABLES["hearth"], **changes}
    *_, made = customised((), {}, {"hearth": table})
    assert isinstance(made, TableEngine)
    return made


def test_the_table_of_the_guide_reads_the_page_of_the_guide() -> None:
    made = engine()

    assert made.identify(document())
    (part,) = made.extract(document())
    thread = part.thread
    assert (thread.id, thread.title, thread.board) == ("7", "Which clay for a chimney?", ("Kilns",))
    assert [(post.id, post.author.name) for post in thread.posts] == [("41", "Maud"), ("42", "Bo")]
    assert thread.posts[0].created is not None
    assert thread.posts[1].quotes[0].author == "Maud"
    assert thread.posts[1].quotes[0].post == "41"
    assert "wrote" not in thread.posts[1].body
    assert "***Spoiler***" in thread.posts[1].body


def test_engines_can_be_sent_to_other_processes() -> None:
    engines = customised(all_engines(), {"phpbb3": {"body": ".b"}}, TABLES)

    sent = pickle.loads(pickle.dumps(engines))

    assert [engine.name for engine in sent] == [engine.name for engine in engines]
    assert next(engine for engine in sent if engine.name == "phpbb3").rules.body == ".b"


def test_the_table_is_one_of_the_engines_that_are_asked() -> None:
    engines = customised(all_engines(), {}, TABLES)

    found = identify(document(), engines)

    assert found is not None
    assert found.name == "hearth"


def test_a_patch_changes_one_rule_and_only_in_this_archive() -> None:
    before = {e.name: e.rules for e in all_engines() if isinstance(e, HtmlEngine)}

    patched = customised(all_engines(), {"xenforo2": {"author_title": ".rank"}}, {})

    (xenforo,) = (e for e in patched if e.name == "xenforo2")
    assert isinstance(xenforo, HtmlEngine)
    assert xenforo.rules.author_title == ".rank"
    assert xenforo.rules.body == before["xenforo2"].body
    assert {e.name: e.rules for e in all_engines() if isinstance(e, HtmlEngine)} == before


def test_a_probe_names_what_each_rule_caught_and_what_is_missing() -> None:
    found = {caught.rule: caught for caught in probe(engine(author=".nobody"), document())}

    assert (found["post"].places, found["date"].places) == (2, 2)
    assert found["post_id"].sample == "41"
    assert found["author"].missing
    assert not found["date"].missing


def test_a_probe_names_a_rule_that_was_never_written() -> None:
    rules = {name: TABLES["hearth"][name] for name in ("identify", "post", "body")}
    (made,) = (e for e in customised((), {}, {"bare": rules}) if isinstance(e, HtmlEngine))

    missing = [caught.rule for caught in probe(made, document()) if caught.missing]

    assert missing == ["post_id", "author"]


@pytest.mark.parametrize(
    ("patches", "tables", "said"),
    [
        ({"xenforo3": {"body": ".b"}}, {}, 'did you mean "xenforo'),
        ({"xenforo2": {"bdoy": ".b"}}, {}, 'unknown rule "bdoy"; did you mean "body"?'),
        ({"xenforo2": {"body": "..b"}}, {}, "[convert.xenforo2]: body: rule '..b'"),
        ({"xenforo2": {"page_suffix": ("a", "b")}}, {}, "page_suffix is one regular expression"),
        ({}, {"mine": {"identify": "p", "post": "p"}}, "the rule body is missing"),
        ({}, {"phpbb3": {}}, "threadsite has an engine of that name"),
    ],
)
def test_a_wrong_rule_is_named(
    patches: dict[str, Table], tables: dict[str, Table], said: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        customised(all_engines(), patches, tables)

    assert said in str(caught.value)


def test_site_toml_takes_both(tmp_path: Path) -> None:
    text = (
        '[site]\ntitle = "x"\n[convert.phpbb3]\nbody = [".a", ".b"]\n[engines.mine]\nbody = "p"\n'
    )
    (tmp_path / "site.toml").write_text(text)

    settings = config.load_site(tmp_path).settings

    assert settings.convert == {"phpbb3": {"body": (".a", ".b")}}
    assert settings.engines == {"mine": {"body": "p"}}


@pytest.mark.parametrize("name", ["text", "miner", "phpbb3"])
def test_every_engine_of_the_documentation_can_be_asked_for(name: str) -> None:
    assert engine_named(name).name == name
