"""Blocks from the tags and words of BBCode, in the order in which they come.

Tags may be nested wrongly and to any depth: a mark ends with the block that it stands in, a block
ends all that was begun in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from threadsite.markup import bbtags
from threadsite.markup.bbblocks import Blocks, Rows, finished
from threadsite.markup.bbleaves import leaf, link
from threadsite.markup.flow import Flow, Make
from threadsite.markup.links import linked
from threadsite.markup.nodes import DEPTH, INLINE_DEPTH, Break, Inline, Rule, Text

HOLDERS = dict.fromkeys(bbtags.ITEMS, bbtags.LISTS) | dict.fromkeys(
    bbtags.CELLS | bbtags.ROWS, bbtags.TABLES
)
"""What has items, what has rows and cells."""


@dataclass(slots=True)
class Entry:
    """A tag whose end is not reached."""

    name: str
    arg: str
    flow: Flow
    make: Make | None = None
    """What becomes of its words, when it is a mark."""
    shallow: bool = False
    """A block that is too deep to have an inside of its own."""
    rows: Rows = field(default_factory=list)
    """Of a list or a table, what of it has ended."""


@dataclass
class Tree:
    """Takes tags and words; `blocks()` gives what they make."""

    base: str | None = None
    """The address of the forum, for links that are relative."""
    files: Mapping[str, Sequence[Inline]] = field(default_factory=dict)
    """What to write for an attachment, by its id."""

    def __post_init__(self) -> None:
        self._stack = [Entry("", "", Flow())]
        self._begun: Counter[str] = Counter()
        self._too_deep: Counter[str] = Counter()
        self._links = 0
        self._blocks = 0

    @property
    def _flow(self) -> Flow:
        return self._stack[-1].flow

    def words(self, text: str) -> None:
        """Add words; a newline is a break."""
        first, *others = text.split("\n")
        self._line(first)
        for line in others:
            self._flow.add((Break(),))
            self._line(line)

    def leaf(self, name: str, arg: str, content: str) -> None:
        """Add a tag whose *content* is not looked into."""
        nodes = leaf(name, arg, content, self.base, self.files)
        if nodes is None:
            self.words(content)
        else:
            self._flow.add(nodes)

    def takes(self, name: str) -> bool:
        """Whether the item, row or cell *name* may begin here: in a list, in a table."""
        place = -1 - self._marks()
        if self._stack[place].name in bbtags.ITEMS | bbtags.CELLS:
            place -= 1
        return self._stack[place].name in HOLDERS[name]

    def open(self, name: str, arg: str = "") -> None:
        """Begin a tag."""
        if make := bbtags.MARKS.get(name) or link(name, arg, self.base):
            self._open_mark(name, make)
        elif name in bbtags.BLOCKS:
            self._open_block(name, arg)
        elif name in bbtags.PARTS:
            self._open_part(name)
        elif name in bbtags.BREAKS:
            self._flow.add((Rule() if name == "hr" else Break(),))
        elif name in bbtags.SECTIONS:
            self._flow.end_paragraph()

    def close(self, name: str) -> None:
        """End the tag that was begun last under this *name*, if one is to be ended here."""
        if self._too_deep[name]:
            self._too_deep[name] -= 1
        elif name in bbtags.SECTIONS:
            self._flow.end_paragraph()
        elif self._begun[name] and name in bbtags.BLOCKS:
            while self._pop().name != name:
                pass
        elif self._begun[name] and name in bbtags.ITEMS | bbtags.CELLS:
            self._end_part()
        elif self._begun[name]:
            self._close_mark(name)

    def blocks(self) -> Blocks:
        """All that was added, as blocks."""
        while len(self._stack) > 1:
            self._pop()
        return self._flow.blocks()

    def _line(self, line: str) -> None:
        self._flow.add((Text(line),) if self._links else linked(line))

    def _open_mark(self, name: str, make: Make) -> None:
        if self._marks() >= INLINE_DEPTH:
            self._too_deep[name] += 1
            return
        self._flow.open(make)
        self._push(Entry(name, "", self._flow, make))

    def _close_mark(self, name: str) -> None:
        """End a mark, and those begun within it only to begin them again."""
        marks = self._stack[len(self._stack) - self._marks() :]
        places = [place for place, entry in enumerate(marks) if entry.name == name]
        if not places:
            return
        within = marks[places[-1] + 1 :]
        for _ in range(len(within) + 1):
            self._pop()
        for entry in within:
            if entry.make:
                self._open_mark(entry.name, entry.make)

    def _open_block(self, name: str, arg: str) -> None:
        if self._blocks < DEPTH:
            self._push(Entry(name, arg, Flow()))
        else:
            self._flow.end_paragraph()
            self._push(Entry(name, arg, self._flow, shallow=True))

    def _open_part(self, name: str) -> None:
        self._end_part()
        holder = self._stack[-1 - self._marks()]
        if holder.shallow:
            self._flow.end_paragraph()
        elif holder.name in HOLDERS[name]:
            self._end_marks()
            _inside(holder)
            if name not in bbtags.CELLS:
                holder.rows.append([])
            if name not in bbtags.ROWS:
                self._push(Entry(name, "", Flow()))

    def _end_part(self) -> None:
        """End the item or the cell that this stands in, if no other block is between."""
        if self._stack[-1 - self._marks()].name in bbtags.ITEMS | bbtags.CELLS:
            self._end_marks()
            self._pop()

    def _end_marks(self) -> None:
        while self._stack[-1].make:
            self._pop()

    def _marks(self) -> int:
        """How many marks are open in the block that is open."""
        marks = 0
        while self._stack[-1 - marks].make:
            marks += 1
        return marks

    def _push(self, entry: Entry) -> None:
        self._stack.append(entry)
        self._begun[entry.name] += 1
        self._links += entry.name in bbtags.LINKS
        self._blocks += entry.make is None

    def _pop(self) -> Entry:
        entry = self._stack.pop()
        self._begun[entry.name] -= 1
        self._links -= entry.name in bbtags.LINKS
        self._blocks -= entry.make is None
        if entry.make:
            entry.flow.close()
        elif entry.shallow:
            entry.flow.end_paragraph()
        elif entry.name in bbtags.ITEMS | bbtags.CELLS:
            holder = self._stack[-1]
            if not holder.rows:
                holder.rows.append([])
            holder.rows[-1].append(entry.flow.blocks())
        else:
            inside = _inside(entry)
            self._flow.add(finished(entry.name, entry.arg, inside, entry.rows))
        return entry


def _inside(entry: Entry) -> Blocks:
    """What is in *entry*; in a list or a table it joins the part before it."""
    inside = entry.flow.blocks()
    if inside and entry.name in bbtags.LISTS | bbtags.TABLES:
        entry.flow = Flow()
        if entry.rows and entry.rows[-1]:
            entry.rows[-1][-1] += inside
        else:
            entry.rows.append([inside])
    return inside
