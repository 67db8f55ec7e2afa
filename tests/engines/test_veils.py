"""What only some were shown is not written, whatever markup says so."""

from __future__ import annotations

import pytest

from threadsite.engines.veils import veiled


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a [hide]x [b]y[/b][/hide] b", "a [hide]…[/hide] b"),
        ("[HIDE-REPLY=5]x[/HIDE-REPLY]y", "[HIDE-REPLY=5]…[/HIDE-REPLY]y"),
        ("[hide:1a2b]x[hide]y[/hide]z[/hide:1a2b]", "[hide:1a2b]…[/hide:1a2b]"),
        ("[hide]x[/hide][hide]y[/hide]", "[hide]…[/hide][hide]…[/hide]"),
        ("<r><HIDE><s>[hide]</s>x<e>[/hide]</e></HIDE></r>", "<r><HIDE>…</HIDE></r>"),
        ("[hide] is never ended", "[hide] is never ended"),
        ("[/hide] never began", "[/hide] never began"),
        ("[hideous]x[/hideous]", "[hideous]x[/hideous]"),
    ],
)
def test_words_between_such_tags_are_left_out(body: str, expected: str) -> None:
    assert veiled(body) == expected


def test_tags_made_to_hurt_take_no_room() -> None:
    assert veiled("[hide]" * 9999 + "x" + "[/hide]" * 9999) == "[hide]…[/hide]"
