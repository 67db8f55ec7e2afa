"""Superscript and subscript without markup: as characters of their own where all exist."""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.markup.nodes import Inline, Text

RAISED = str.maketrans(
    "0123456789+-=()abcdefghijklmnoprstuvwxyz",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
)
LOWERED = str.maketrans("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")


def superscript(nodes: Sequence[Inline]) -> Sequence[Inline]:
    """*nodes* raised: `x²`, or `^(…)` where a character cannot be."""
    return _set(nodes, RAISED, "^")


def subscript(nodes: Sequence[Inline]) -> Sequence[Inline]:
    """*nodes* lowered: `H₂O`, or `_(…)` where a character cannot be."""
    return _set(nodes, LOWERED, "_")


def _set(nodes: Sequence[Inline], characters: dict[int, int], mark: str) -> Sequence[Inline]:
    if not nodes:
        return ()
    if all(isinstance(node, Text) for node in nodes):
        text = "".join(node.text for node in nodes if isinstance(node, Text)).strip()
        if all(ord(character) in characters for character in text):
            return (Text(text.translate(characters)),)
    return (Text(f"{mark}("), *nodes, Text(")"))
