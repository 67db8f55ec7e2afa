"""Templates without their inheritance: each block stands where it is called.

A block that is called makes a context of its own and hands each piece of output on through all
that it stands in; in the loop over posts that costs more than what is shown. A flattened template
gives what the template gives as it was written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import CodeType

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer

from threadsite.theme.inlining import Inliner, Library, copy

SITE = frozenset(("site", "params"))
"""Names that mean the same on all pages."""
Blocks = dict[str, list[nodes.Block]]
"""Each block by its name: that of the template first, then that of its parent and so on."""


class Flattener:
    """Flattens the templates of an environment, each of which it parses once."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._trees: dict[str, nodes.Template] = {}
        self._libraries: dict[str, Library] = {}

    def flatten(self, name: str) -> CodeType | None:
        """The code of the template *name*, flattened; None for one that cannot be."""
        chain = [copy(tree) for tree in self._chain(name)]
        if any(not _is_plain(template) for template in chain):
            return None
        blocks: Blocks = {}
        for template in chain:
            for block in template.find_all(nodes.Block):
                blocks.setdefault(block.name, []).append(block)
        before = [node for child in chain[:-1] for node in _outside(child)]
        body = [*before, *_expanded(chain[-1].body, blocks, [])]
        whole = nodes.Template(body, lineno=1)
        names = {node.name for node in whole.find_all(nodes.Name)}
        return None if "super" in names else self._compiled(whole, name)

    def _compiled(self, whole: nodes.Template, name: str) -> CodeType:
        Inliner(whole, self._library).run()
        _keep(whole, name, SITE.union(self._environment.globals))
        _Saying(self._environment).visit(whole)
        whole.set_environment(self._environment)
        return self._environment.compile(whole, name, name)

    def _chain(self, name: str) -> Iterator[nodes.Template]:
        """The template *name* and those that it extends."""
        parent: object = name
        while isinstance(parent, str):
            template = self._tree(parent)
            yield template
            extends = template.find(nodes.Extends)
            named = extends.template if extends else None
            parent = named.value if isinstance(named, nodes.Const) else None

    def _library(self, name: str) -> Library:
        if name not in self._libraries:
            known = frozenset(self._environment.globals)
            self._libraries[name] = Library.of(name, self._tree(name), known)
        return self._libraries[name]

    def _tree(self, name: str) -> nodes.Template:
        if name not in self._trees:
            assert self._environment.loader
            source, file, _ = self._environment.loader.get_source(self._environment, name)
            self._trees[name] = self._environment.parse(source, name, file)
        return self._trees[name]


def _is_plain(template: nodes.Template) -> bool:
    extends = list(template.find_all(nodes.Extends))
    return (
        len(extends) <= 1
        and all(
            node in template.body and isinstance(node.template, nodes.Const) for node in extends
        )
        and not any(block.required for block in template.find_all(nodes.Block))
        and not any(node.name == "self" for node in template.find_all(nodes.Name))
        and template.find(nodes.Include) is None
    )


def _outside(child: nodes.Template) -> Iterator[nodes.Node]:
    """What *child* does outside of its blocks: it sets names; only before it extends it shows."""
    extends = child.find(nodes.Extends)
    place = child.body.index(extends) if extends else len(child.body)
    for number, node in enumerate(child.body):
        shows = isinstance(node, nodes.Output | nodes.Block)
        if node is not extends and (number < place or not shows):
            yield node


def _expanded(
    body: Iterable[nodes.Node], blocks: Blocks, above: list[nodes.Block]
) -> list[nodes.Node]:
    """*body* with each block as what it holds; *above* are the blocks that `super()` means."""
    done: list[nodes.Node] = []
    for node in body:
        if isinstance(node, nodes.Block):
            first, *rest = blocks[node.name]
            done.append(nodes.Scope(_expanded(first.body, blocks, rest), lineno=node.lineno))
        elif isinstance(node, nodes.Output):
            done += _output(node, blocks, above)
        else:
            for field, value in node.iter_fields():
                if isinstance(value, list) and field in ("body", "else_", "elif_"):
                    setattr(node, field, _expanded(value, blocks, above))
            done.append(node)
    return done


def _output(output: nodes.Output, blocks: Blocks, above: list[nodes.Block]) -> Iterator[nodes.Node]:
    """*output*, with what the block above holds in the place of `super()`."""
    held: list[nodes.Expr] = []
    for node in output.nodes:
        if above and isinstance(node, nodes.Call) and _is_super(node.node):
            yield nodes.Output(held, lineno=output.lineno)
            held = []
            first, *rest = above
            yield nodes.Scope(_expanded(first.body, blocks, rest), lineno=output.lineno)
        else:
            held.append(node)
    yield nodes.Output(held, lineno=output.lineno)


def _is_super(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.Name) and node.name == "super"


def _keep(whole: nodes.Template, name: str, same: frozenset[str]) -> None:
    """Have each `{% call constant(KEY...) %}` of *whole* shown once a key, where nothing that is
    shown in it can differ otherwise: it tells only of its key and of names that are the *same*."""
    same |= {imported.target for imported in whole.find_all(nodes.Import)}
    for number, block in enumerate(whole.find_all(nodes.CallBlock)):
        called = block.call.node
        if isinstance(called, nodes.Name) and called.name == "constant":
            key = {node.name for node in block.call.find_all(nodes.Name)}
            if _told(block) <= same | key:
                called.name = "kept"
                block.call.args.insert(0, nodes.Const(f"{name} {number}"))


class _Saying(NodeTransformer):
    """Says at once what a template always says, in the language of its site."""

    def __init__(self, environment: Environment) -> None:
        self._say: Callable[[str], str] = environment.globals["_"]  # type: ignore[assignment]

    def visit_Call(self, call: nodes.Call) -> nodes.Node:  # noqa: N802  (as Jinja names it)
        match call:
            case nodes.Call(
                node=nodes.Name(name="_"), args=[nodes.Const(value=str(text))], kwargs=[]
            ):
                return nodes.Const(self._say(text), lineno=call.lineno)
        return self.generic_visit(call)


def _told(block: nodes.CallBlock) -> set[str]:
    """The names that *block* takes from around it."""
    found = [name for part in block.body for name in (part, *part.find_all(nodes.Name))]
    names = [name for name in found if isinstance(name, nodes.Name)]
    inside = {name.name for name in names if name.ctx != "load"}
    if block.find(nodes.For):
        inside.add("loop")
    return {name.name for name in names if name.ctx == "load"} - inside
