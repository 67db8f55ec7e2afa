"""Deltas as the HTML that they stand for."""

from __future__ import annotations

import json

import pytest

from threadsite.engines.quill import html_of


def step(insert: object, **attributes: object) -> dict[str, object]:
    return {"insert": insert, "attributes": attributes}


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([step("a <b>"), step("c", bold=True), step("\n")], "<p>a &lt;b&gt;<b>c</b></p>"),
        ([step("a", link='"x'), step(" b\n")], '<p><a href="&quot;x">a</a> b</p>'),
        (
            [step("a"), step("\n", list="bullet"), step("b"), step("\n", list={"type": "bullet"})],
            "<ul><li>a</li><li>b</li></ul>",
        ),
        ([step("x {}"), step("\n", codeBlock=True)], "<pre>x {}\n</pre>"),
        ([step({"mention": {"name": "Odo"}}), step(" !\n")], "<p>@Odo !</p>"),
        (
            [
                step("a"),
                step({"embed-external": {"data": {"embedType": "image", "url": "u.png"}}}),
                step("b\n"),
            ],
            '<p>a</p><p><img src="u.png" alt=""></p><p>b</p>',
        ),
        ([step(None), "odd", step({"odd": 1})], ""),
    ],
)
def test_steps_become_html(steps: list[object], expected: str) -> None:
    assert html_of(json.dumps(steps)) == expected


@pytest.mark.parametrize(("delta", "expected"), [("<x", "<p>&lt;x</p>"), ("{}", ""), ("3", "")])
def test_what_is_no_delta_is_words_or_nothing(delta: str, expected: str) -> None:
    assert html_of(delta) == expected
