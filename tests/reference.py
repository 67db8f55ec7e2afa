"""The reference of what templates see, as Markdown, made of the classes and their docstrings."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "threadsite"
# What a view leads to, and of the model only what a view hands on as it is.
MODULES: dict[str, tuple[str, ...]] = {
    "pages/views.py": (),
    "pages/parts.py": (),
    "rows.py": (),
    "model.py": ("Quote", "Reaction", "Choice", "Source"),
}


def reference() -> str:
    """A section for each class: what it is, then its fields."""
    return "\n".join(line for node in _classes() for line in _section(node))


def kinds() -> str:
    """A table of the kinds of pages."""
    rows = (
        f"| `{ast.literal_eval(field.value)}.html` | `{node.name}` |"
        for node in _classes()
        for field in _fields(node)
        if ast.unparse(field.target) == "kind" and field.value
    )
    return "\n".join(["| template | view |", "|---|---|", *rows])


def _classes() -> Iterator[ast.ClassDef]:
    for module, names in MODULES.items():
        for node in ast.parse((SOURCE / module).read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and (not names or node.name in names):
                yield node


def _section(node: ast.ClassDef) -> Iterator[str]:
    yield from (f"### `{node.name}`", "", ast.get_docstring(node) or "", "")
    fields = [field for field in _fields(node) if "ClassVar" not in ast.unparse(field.annotation)]
    if fields:
        yield from ("| field | type | what it is |", "|---|---|---|")
    for field in fields:
        cells = (f"`{ast.unparse(field.target)}`", _type(field.annotation), _said(node, field))
        yield f"| {' | '.join(cells)} |".replace("|  |", "| |")
    if fields:
        yield ""


def _fields(node: ast.ClassDef) -> list[ast.AnnAssign]:
    return [line for line in node.body if isinstance(line, ast.AnnAssign)]


def _type(annotation: ast.expr) -> str:
    text = ast.unparse(annotation).replace("tuple[", "").replace(", ...]", " …")
    return text.replace(" | ", " or ").replace("Literal[", "").replace("']", "'")


def _said(node: ast.ClassDef, field: ast.AnnAssign) -> str:
    """The string below *field*."""
    after = node.body[node.body.index(field) + 1 :][:1]
    match after:
        case [ast.Expr(value=ast.Constant(value=str(text)))]:
            return " ".join(text.split())
    return ""
