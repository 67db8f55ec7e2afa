"""Templates without their inheritance: each block stands where it is called.

A block that is called makes a context of its own and hands each piece of output on through all
that it stands in; in the loop over posts that costs more than what is shown. A flattened template
gives what the template gives as it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import Environment, Template, nodes

SITE = frozenset(("site", "params"))
"""Names that mean the same on all pages."""
Blocks = dict[str, list[nodes.Block]]
"""Each block by its name: that of the template first, then that of its parent and so on."""


def flattened(environment: Environment, name: str) -> Template | None:
    """The template *name* of *environment*, flattened; None for one that cannot be."""
    chain = list(_chain(environment, name))
    if any(not _is_plain(template) for template in chain):
        return None
    blocks: Blocks = {}
    for template in chain:
        for block in template.find_all(nodes.Block):
            blocks.setdefault(block.name, []).append(block)
    before = [node for child in chain[:-1] for node in _outside(child)]
    body = [*before, *_expanded(chain[-1].body, blocks, [])]
    whole = nodes.Template(body, lineno=1)
    _keep(whole, name, SITE.union(environment.globals))
    whole.set_environment(environment)
    if any(node.name == "super" for node in whole.find_all(nodes.Name)):
        return None
    code = environment.compile(whole, name, name)
    return Template.from_code(environment, code, environment.make_globals(None))


def _chain(environment: Environment, name: str) -> Iterator[nodes.Template]:
    """The template *name* and those that it extends."""
    parent: object = name
    while isinstance(parent, str):
        assert environment.loader
        source, filename, _ = environment.loader.get_source(environment, parent)
        template = environment.parse(source, parent, filename)
        yield template
        extends = template.find(nodes.Extends)
        named = extends.template if extends else None
        parent = named.value if isinstance(named, nodes.Const) else None


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


def _told(block: nodes.CallBlock) -> set[str]:
    """The names that *block* takes from around it."""
    found = [name for part in block.body for name in (part, *part.find_all(nodes.Name))]
    names = [name for name in found if isinstance(name, nodes.Name)]
    inside = {name.name for name in names if name.ctx == "store"}
    if block.find(nodes.For):
        inside.add("loop")
    return {name.name for name in names if name.ctx == "load"} - inside
