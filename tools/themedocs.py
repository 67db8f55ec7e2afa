"""The reference of docs/themes.md, made of the classes that templates see and their docstrings.

Run it to write the document anew: `make docs`. What a person wrote stands between the made parts.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "threadsite"
TEMPLATES = ROOT / "themes" / "plain" / "templates"
DOCUMENT = ROOT / "docs" / "themes.md"
# What a view leads to, and of other modules only what a view hands on as it is.
MODULES: dict[str, tuple[str, ...]] = {
    "pages/views.py": (),
    "pages/parts.py": (),
    "rows.py": (),
    "coverage.py": ("Coverage",),
    "model.py": ("Quote", "Reaction", "Choice", "Source"),
}
# What every field of such a name is; a field that is something else has a docstring.
EVIDENT = {
    "author: str | None": "The name.",
    "authors: int": "How many authors there are.",
    "board: tuple[str, ...]": "The titles of the boards that it is in, outermost first.",
    "boards: int": "How many boards there are.",
    "captured: datetime | None": "When it was saved.",
    "confidence: float | None": "How sure the place of an inferred post is, from 0 to 1.",
    "contact: str": "Where to ask for changes, from `site.toml`.",
    "count: int": "How many.",
    "created: datetime | None": "When it was written.",
    "created_inferred: bool": "Whether `created` was worked out and is not stated.",
    "description: str": "One or two sentences, from `site.toml`.",
    "direction: Literal['ltr', 'rtl']": "In which the language is written.",
    "documents: int": "How many documents there are.",
    "dump: str": "The name of the dump.",
    "dumps: tuple[tuple[str, int], ...]": "Each dump and its number of posts.",
    "duplicate: int": "How many were there already.",
    "edited: datetime | None": "When it was last edited.",
    "engine: str": "The engine that read it.",
    "engines: tuple[str, ...]": "The engines that read it.",
    "excerpt: str": "Its beginning, as plain text.",
    "failed: int": "How many could not be read.",
    "first: datetime | None": "The earliest date.",
    "first_captured: datetime | None": "When the first of it was saved.",
    "forum: str": "Whose ids these are.",
    "guest: bool": "Whether they wrote without an account.",
    "html: str": "The HTML; the filter `body` inserts it.",
    "id: str": "As the forum had it.",
    "imported: int": "How many are in the archive.",
    "inferred: bool": "Whether who it is was worked out and is not stated.",
    "inferred_authors: int": "How many authors are inferred.",
    "key: str": "Its part of an address.",
    "kind: Literal['tag', 'board']": "Which of the two it is.",
    "last: datetime | None": "The latest date.",
    "last_captured: datetime | None": "When the last of it was saved.",
    "locked: bool": "Whether the forum had closed it.",
    "moved: bool": "Whether the forum had moved it from another board.",
    "missing_pages: tuple[Span, ...]": "First and last number of each run of pages.",
    "name: str": "The name.",
    "named: bool": "Whether `name` is a name, or only stands for a lost one.",
    "number: int": "Which one it is, from 1.",
    "outcome: str": "What became of it.",
    "page: int": "On which page of its thread it stands, from 1.",
    "path: tuple[str, ...]": "The titles that lead to it, outermost first.",
    "posts: int": "How many posts there are.",
    "problems: int": "How many problems there were.",
    "question: str": "What was asked.",
    "reason: str": "Why.",
    "replies: int | None": "How many answers the forum counted.",
    "seen: int": "How many there were.",
    "skipped: int": "How many were left out on purpose.",
    "sticky: bool": "Whether the forum had pinned it.",
    "tags: tuple[str, ...]": "Its tags.",
    "text: str": "The words.",
    "threads: int": "How many threads there are.",
    "title: str": "The title; it may be empty.",
    "title: str | None": "What the forum called them below the name.",
    "topics: int": "How many topics there are.",
    "url: str | None": "Where it was on the forum.",
    "views: int | None": "How often it was read, as the forum counted.",
    "voters: int | None": "How many people voted.",
    "votes: int | None": "How many chose it.",
    "year: int": "Which year.",
    "address: str": "Its address.",
    "unit: Unit": "What is counted: `year` or `month`.",
}


@dataclass(frozen=True)
class Field:
    """One field of a class."""

    name: str
    type: ast.expr
    docstring: str

    @property
    def written(self) -> str:
        """The field as the class has it."""
        return f"{self.name}: {ast.unparse(self.type)}"

    @property
    def said(self) -> str:
        """What it is; empty when neither the class nor its name says that."""
        return self.docstring or EVIDENT.get(self.written, "")


def document(text: str) -> str:
    """*text* of the document with each of its made parts as it should be."""
    for name, made in PARTS.items():
        opening, closing = f"<!-- made: {name} -->\n", "<!-- until here -->\n"
        before, mark, rest = text.partition(opening)
        _, end, after = rest.partition(closing)
        if not (mark and end):
            raise ValueError(f"{DOCUMENT.name} has no place for {name}: {opening}{closing}")
        text = f"{before}{opening}\n{made()}\n{closing}{after}"
    return text


def unsaid() -> list[str]:
    """The fields of which nobody says what they are."""
    return [
        f"{node.name}.{field.written}"
        for node in _classes()
        for field in _fields(node)
        if not field.said and not _names_a_class(field.type)
    ]


def _kinds() -> str:
    """A table of the kinds of pages."""
    rows = (
        f"| `{name}.html` | [`{node.name}`](#{node.name.lower()}) | {_blocks(name)} |"
        for node in _classes()
        if (name := _kind(node))
    )
    base = f"| `base.html` | every page | {_blocks('base')} |"
    return "\n".join(["| template | view | its own blocks |", "|---|---|---|", base, *rows, ""])


def _reference() -> str:
    """A section for each class: what it is, then its fields."""
    return "\n".join(line for node in _classes() for line in _section(node))


def _blocks(template: str) -> str:
    """The blocks of a template of `plain` that base.html has not."""
    text = (TEMPLATES / f"{template}.html").read_text(encoding="utf-8")
    found = dict.fromkeys(re.findall(r"{%-? block (\w+)", text))
    known = () if template == "base" else _blocks("base")
    return ", ".join(f"`{block}`" for block in found if f"`{block}`" not in known)


@cache
def _classes() -> tuple[ast.ClassDef, ...]:
    return tuple(
        node
        for module, names in MODULES.items()
        for node in ast.parse((SOURCE / module).read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and (not names or node.name in names)
    )


def _kind(node: ast.ClassDef) -> str:
    """The kind of page that the view *node* is of; empty for what is no view."""
    for line in node.body:
        match line:
            case ast.AnnAssign(
                target=ast.Name(id="kind"), annotation=type_, value=ast.expr() as value
            ):
                return str(ast.literal_eval(value)) if "ClassVar" in ast.unparse(type_) else ""
    return ""


def _section(node: ast.ClassDef) -> Iterator[str]:
    yield from (f"### `{node.name}`", "", ast.get_docstring(node) or "", "")
    fields = _fields(node)
    if fields:
        yield from ("| field | type | what it is |", "|---|---|---|")
    for field in fields:
        said = f" {field.said} " if field.said else " "
        yield f"| `{field.name}` | {_type(field.type)} |{said}|"
    if fields:
        yield ""


def _fields(node: ast.ClassDef) -> list[Field]:
    """The fields of *node* and its properties."""
    found = []
    for line, after in zip(node.body, [*node.body[1:], ast.Pass()], strict=True):
        match line:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=type_):
                if "ClassVar" not in ast.unparse(type_):
                    found.append(Field(name, type_, _string(after)))
            case ast.FunctionDef(name=name, returns=ast.expr() as type_, decorator_list=[_]):
                found.append(Field(name, type_, ast.get_docstring(line) or ""))
    return found


def _string(node: ast.stmt) -> str:
    match node:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return " ".join(text.split())
    return ""


def _names_a_class(annotation: ast.expr) -> bool:
    """Whether *annotation* leads to a class that is documented."""
    named = {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}
    return any(node.name in named for node in _classes())


def _type(annotation: ast.expr) -> str:
    match annotation:
        case ast.BinOp(left=left, right=right):
            return f"{_type(left)} or {_type(right)}"
        case ast.Subscript(value=ast.Name(id="tuple"), slice=ast.Tuple(elts=[one, last])):
            if ast.unparse(last) == "...":
                return f"{_type(one)} …"
            return f"({_type(one)}, {_type(last)})"
        case ast.Subscript(value=ast.Name(id="Literal"), slice=ast.Tuple(elts=words)):
            return " or ".join(f"`{ast.unparse(word)}`" for word in words)
        case ast.Name(id=name) if _names_a_class(annotation):
            return f"[{name}](#{name.lower()})"
    return ast.unparse(annotation)


PARTS: dict[str, Callable[[], str]] = {"kinds": _kinds, "views": _reference}

if __name__ == "__main__":
    DOCUMENT.write_text(document(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
