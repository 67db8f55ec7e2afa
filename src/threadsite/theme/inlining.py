"""Macros shown where they are called.

A call of a macro costs more than most macros show: Jinja looks for what the callee wants, puts
its arguments together and its output into one string. A macro that is shown by itself, with values
for all that it takes, can as well stand in the place of its call.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from jinja2 import nodes

Made = Callable[[], nodes.Expr]
N = TypeVar("N", bound=nodes.Node)

LISTS = ("body", "else_", "elif_")
"""Where a node holds others that are shown one after the other."""


@dataclass(frozen=True, slots=True)
class Library:
    """A template that others import."""

    template: str
    macros: dict[str, nodes.Macro]
    """Those that mean the same wherever they stand."""
    imports: dict[str, str]
    """The templates that it imports itself, by the names that it gives them."""
    names: frozenset[str]
    """All that it exports."""

    @classmethod
    def of(cls, template: str, tree: nodes.Template, known: frozenset[str]) -> Library:
        """The library in the *tree* of the *template*; *known* names mean the same everywhere."""
        imports = _imports(tree)
        macros = {node.name: node for node in tree.body if isinstance(node, nodes.Macro)}
        names = _exported(tree).union(name for name in macros if not name.startswith("_"))
        shared = names | imports.keys()
        plain = {name: macro for name, macro in macros.items() if _is_plain(macro, shared, known)}
        return cls(template, plain, imports, names)


class Inliner:
    """Shows the macros that one template imports where it calls them."""

    def __init__(self, whole: nodes.Template, library: Callable[[str], Library]) -> None:
        self._whole = whole
        self._library = library
        self._imports = _imports(whole)
        self._names = {template: name for name, template in self._imports.items()}

    def run(self) -> None:
        """Change the template."""
        before = set(self._imports)
        body = self._shown(self._whole.body, ())
        added = (
            nodes.Import(nodes.Const(template), name, False, lineno=1)
            for name, template in self._imports.items()
            if name not in before
        )
        self._whole.body = [*added, *body]

    def _shown(
        self, body: Iterable[nodes.Node], above: tuple[nodes.Macro, ...]
    ) -> list[nodes.Node]:
        """*body*, which stands in the macros *above*."""
        shown: list[nodes.Node] = []
        for node in body:
            if isinstance(node, nodes.Output):
                shown += self._output(node, above)
                continue
            for field in LISTS:
                if held := getattr(node, field, None):
                    setattr(node, field, self._shown(held, above))
            shown.append(node)
        return shown

    def _output(self, output: nodes.Output, above: tuple[nodes.Macro, ...]) -> Iterator[nodes.Node]:
        held: list[nodes.Expr] = []
        for node in output.nodes:
            inlined = self._inlined(node, above) if isinstance(node, nodes.Call) else None
            if inlined is None:
                held.append(node)
                continue
            yield nodes.Output(held, lineno=output.lineno)
            yield inlined
            held = []
        yield nodes.Output(held, lineno=output.lineno)

    def _inlined(self, call: nodes.Call, above: tuple[nodes.Macro, ...]) -> nodes.With | None:
        """What *call* shows; None where it must stay a call."""
        match call.node:
            case nodes.Getattr(node=nodes.Name(name=name), attr=attr) if name in self._imports:
                library = self._library(self._imports[name])
            case _:
                return None
        macro = library.macros.get(attr)
        given = _given(macro, call) if macro and macro not in above else None
        if macro is None or given is None:
            return None
        renamed = self._renamed(library, given)
        body = self._shown([copy(node, renamed) for node in macro.body], (*above, macro))
        targets: list[nodes.Expr] = [nodes.Name(name, "param") for name in given]
        return nodes.With(targets, list(given.values()), body, lineno=call.lineno)

    def _renamed(self, library: Library, given: Collection[str]) -> Mapping[str, Made]:
        """What the names of *library* are in the template; those *given* are what they were."""
        own: dict[str, Made] = {
            name: partial(self._exported, library.template, name) for name in library.names
        }
        imported = {name: partial(self._name, path) for name, path in library.imports.items()}
        return {name: made for name, made in (own | imported).items() if name not in given}

    def _exported(self, template: str, name: str) -> nodes.Getattr:
        return nodes.Getattr(self._name(template), name, "load")

    def _name(self, template: str) -> nodes.Name:
        """*template*, which is imported if it was not."""
        if template not in self._names:
            self._names[template] = f"imported_{len(self._names)}"
            self._imports[self._names[template]] = template
        return nodes.Name(self._names[template], "load")


def copy(node: N, renamed: Mapping[str, Made] = MappingProxyType({})) -> N:
    """*node* and all that it holds, with names as they are *renamed*."""
    if isinstance(node, nodes.Name) and node.ctx == "load" and node.name in renamed:
        return renamed[node.name]()  # type: ignore[return-value]  # an expression for an expression
    fields = (_copied(value, renamed) for _, value in node.iter_fields())
    return type(node)(*fields, lineno=node.lineno)


def _copied(value: object, renamed: Mapping[str, Made]) -> object:
    if isinstance(value, nodes.Node):
        return copy(value, renamed)
    if isinstance(value, list):
        return [_copied(item, renamed) for item in value]
    return value


def _exported(tree: nodes.Template) -> frozenset[str]:
    """What *tree* sets for those that import it."""
    targets = (node.target for node in tree.body if isinstance(node, nodes.Assign))
    names = (target.name for target in targets if isinstance(target, nodes.Name))
    return frozenset(name for name in names if not name.startswith("_"))


def _is_plain(macro: nodes.Macro, shared: Collection[str], known: frozenset[str]) -> bool:
    """Whether *macro* means the same wherever it stands: it tells of what it takes, of names that
    its template shares, and of *known* ones."""
    names = list(macro.find_all(nodes.Name))
    made = {node.name for node in names if node.ctx == "store"}
    taken = {node.name for node in macro.args} | ({"loop"} if macro.find(nodes.For) else set())
    asked = {node.name for node in names if node.ctx == "load"} - made - taken
    return (
        asked <= known.union(shared)
        and made.isdisjoint(shared)
        and macro.find(nodes.CallBlock) is None
    )


def _imports(template: nodes.Template) -> dict[str, str]:
    """The templates that *template* imports, by the names that it gives them."""
    return {
        node.target: node.template.value
        for node in template.body
        if isinstance(node, nodes.Import)
        and isinstance(node.template, nodes.Const)
        and not node.with_context
    }


def _given(macro: nodes.Macro, call: nodes.Call) -> dict[str, nodes.Expr] | None:
    """What *macro* takes, as *call* gives it; None where that is seen in no template."""
    names = [argument.name for argument in macro.args]
    defaults = zip(reversed(names), reversed(macro.defaults), strict=False)
    given = {name: value for name, value in defaults if isinstance(value, nodes.Const)}
    taken = dict(zip(names, call.args, strict=False))
    named = {pair.key: pair.value for pair in call.kwargs}
    whole = {**given, **taken, **named}
    fits = (
        not call.dyn_args
        and not call.dyn_kwargs
        and len(call.args) <= len(names)
        and not taken.keys() & named.keys()
        and whole.keys() == set(names)
    )
    return {name: whole[name] for name in names} if fits else None
