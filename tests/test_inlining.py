"""Macros shown where they are called show what they show as they are called."""

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, Template, nodes

from threadsite.language import load
from threadsite.theme.filters import sayings
from threadsite.theme.flattening import Flattener
from threadsite.theme.inlining import Inliner, Library

PARTS = """
{% import "words.html" as words %}
{% set mark = "*" %}
{% macro pot(pot, glaze="none") %}<b>{{ mark }}{{ pot }} {{ glaze }}</b>{% endmacro %}
{% macro shelf(pots) %}{% for one in pots %}{{ loop.index }}{{ words.count(one) }}{% endfor %}
{{ parts_of(pots) }}{% endmacro %}
{% macro parts_of(pots) %}{% set n = pots|length %}{{ pot(n) }}{% endmacro %}
{% macro nest(n) %}{{ n }}{% if n %}({{ nest(n - 1) }}){% endif %}{% endmacro %}
{% macro hidden(pots) %}{% for pot in pots %}{{ pot }}{% endfor %}{% endmacro %}
{% macro told() %}{{ secret }}{% endmacro %}
{% macro wrapped() %}[{{ caller() }}]{% endmacro %}
"""
WORDS = """
{% macro count(n) %}{{ ngettext("%(count)s pot", "%(count)s pots", n, count=n) }}{% endmacro %}
"""


def environment(shown: str) -> Environment:
    imports = '{% import "parts.html" as p %}'
    templates = {"page.html": imports + shown, "parts.html": PARTS, "words.html": WORDS}
    made = Environment(
        loader=DictLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    made.globals |= sayings(load("en").words)
    return made


def flat(made: Environment) -> Template:
    """The page of *made*, flattened."""
    code = Flattener(made).flatten("page.html")
    assert code
    return Template.from_code(made, code, made.make_globals(None))


@pytest.mark.parametrize(
    "shown",
    [
        "{{ p.pot('<vase>') }} and {{ p.pot(glaze='ash', pot=page) }}",
        "{% for pot in [1, 2] %}{{ p.pot(pot, pot) }}{% else %}none{% endfor %}",
        "{% if page %}{{ p.shelf([1, 2]) }}{% endif %}",
        "{% set n = 7 %}{{ p.parts_of([1]) }}{{ n }}",
        "{% macro mine(x) %}{{ p.pot(x) }}{% endmacro %}{{ mine(1) }}",
        "{{ _('100%% clay') }}",
    ],
)
def test_a_macro_shows_the_same_where_it_is_called(shown: str) -> None:
    made = environment(shown)
    assert flat(made).render(page="<kiln>") == made.get_template("page.html").render(page="<kiln>")


def calls(shown: str) -> list[str]:
    """The macros of *shown* that stay calls."""
    made = environment(shown)

    def parsed(name: str) -> nodes.Template:
        assert made.loader
        return made.parse(made.loader.get_source(made, name)[0], name)

    whole, known = parsed("page.html"), frozenset(made.globals)
    Inliner(whole, lambda name: Library.of(name, parsed(name), known)).run()
    asked = (call.node for call in whole.find_all(nodes.Call))
    return [node.attr for node in asked if isinstance(node, nodes.Getattr)]


def test_no_call_is_left_of_a_macro_that_is_shown_by_itself() -> None:
    assert calls("{{ p.pot(1) }}{{ p.shelf([1]) }}") == []


@pytest.mark.parametrize(
    "shown",
    [
        "{{ p.pot() }}",
        "{{ p.pot(1, 2, 3) }}",
        "{{ p.pot(1, colour=2) }}",
        "{{ p.pot(*page) }}",
        "{{ p.pot(1)|upper }}",
        "{{ p.missing() }}",
        "{{ p.told() }}",
        "{{ p.hidden([1]) }}",
    ],
)
def test_what_is_no_plain_call_of_a_plain_macro_is_left_to_the_template(shown: str) -> None:
    assert len(calls(shown)) == 1


def test_a_macro_that_calls_itself_is_shown_once() -> None:
    assert calls("{{ p.nest(3) }}") == ["nest"]
    assert flat(environment("{{ p.nest(3) }}")).render() == "3(2(1(0)))"


def test_a_macro_that_shows_what_its_call_holds_stays_one() -> None:
    made = environment("{% call p.wrapped() %}{{ p.pot(1) }}{% endcall %}")
    assert flat(made).render() == "[<b>*1 none</b>]"
