"""Files of the site are examined in batches, by any process."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from threadsite import urls
from threadsite.checking import files
from threadsite.checking.desk import Wanted
from threadsite.checking.facts import CANONICAL, LISTS, Facts, Link
from threadsite.checking.finding import Finding
from threadsite.checking.page import LOADS, RELATIONS
from threadsite.checking.policy import OWN, Policy, allows, parse
from threadsite.checking.taken import Taken
from threadsite.checking.ways import RUNNING, SCHEME, Way, Ways
from threadsite.content.headers import TakedownSheet

PAGE = ".html"
LONGEST = 120
"""Characters of an address that are shown."""
DIRECTIVES = frozenset({*LOADS.values(), *RELATIONS.values(), "font-src"}) - {CANONICAL}
"""Uses that are a browser's own doing."""
ANYWHERE = frozenset({"", "top"})
"""Fragments that every page has."""


@dataclass(frozen=True, slots=True)
class Job:
    """What the files of a batch have in common."""

    folder: Path
    home: str
    """Of the site, if it is known."""
    policy: str
    """What the site lets its pages load."""
    taken: TakedownSheet
    """What was taken down."""
    forums: frozenset[str]
    """Those that the settings name."""


@dataclass(slots=True)
class Examined:
    """What a batch of files tells."""

    files: int = 0
    links: int = 0
    """To places of the site."""
    findings: list[Finding] = field(default_factory=list)
    led: set[str] = field(default_factory=set)
    ids: list[tuple[str, str]] = field(default_factory=list)
    wanted: list[Wanted] = field(default_factory=list)


def examine(job: Job, names: Sequence[str]) -> Examined:
    """What the files *names* tell."""
    examiner = Examiner(job)
    for name in names:
        examiner.add(name)
    return examiner.done


class Examiner:
    """Reads files one after the other, and follows what is in them."""

    def __init__(self, job: Job) -> None:
        self.done = Examined()
        self._job = job
        self._ways = Ways(job.home)
        self._taken = Taken(job.taken, job.forums, job.home)
        self._policy = parse(job.policy)
        self._known: dict[tuple[str, str], Way] = {}
        self._there: dict[str, bool] = {}

    def add(self, name: str) -> None:
        """Examine the file *name*."""
        try:
            data = (self._job.folder / name).read_bytes()
        except OSError as problem:
            self.done.findings.append(Finding("unread", name, 0, problem.strerror or "is lost"))
            return
        facts = files.read(name, data, self._job.home)
        policy = parse(self._job.policy if facts.policy is None else facts.policy)
        for link in facts.links:
            facts.findings += self._follow(link, facts, policy)
        if self._taken:
            facts.findings += self._taken.check(facts)
        self.done.files += 1
        self.done.findings += facts.findings
        self.done.ids += ((name, one) for one in facts.ids)

    def _follow(self, link: Link, facts: Facts, policy: Policy) -> Iterator[Finding]:
        """What is wrong with *link*, which is in the file of *facts*."""
        way = self._way(facts.name, link.address)
        if way.wrong:
            yield Finding("outside", facts.name, link.line, f"{shown(link)} {way.wrong}")
        elif way.foreign:
            yield from self._check_foreign(link, way.foreign, facts, policy)
        else:
            self.done.links += 1
            yield from self._check_own(link, way, facts, policy)

    def _check_foreign(
        self, link: Link, address: str, facts: Facts, policy: Policy
    ) -> Iterator[Finding]:
        if link.use not in DIRECTIVES:
            scheme = SCHEME.match(address)
            if scheme and scheme[1].lower() in RUNNING:
                what = f"{shown(link)} is no place, but a script or data"
                yield Finding("no-address", facts.name, link.line, what)
        elif not allows(self._policy, link.use, address):
            yield Finding("foreign", facts.name, link.line, f"the page loads {shown(link)}")
        elif not allows(policy, link.use, address):
            what = f"the policy of the page does not let it load {shown(link)}"
            yield Finding("forbidden", facts.name, link.line, what)

    def _check_own(self, link: Link, way: Way, facts: Facts, policy: Policy) -> Iterator[Finding]:
        at = (facts.name, link.line)
        if not self._is_there(way.file):
            yield Finding("no-file", *at, f"{shown(link)} leads to {way.file}, which is not there")
            return
        if link.use == CANONICAL and way.file != facts.name:
            yield Finding("canonical", *at, f"{shown(link)} is the address of another page")
        if link.use in DIRECTIVES and not allows(policy, link.use, OWN):
            yield Finding("forbidden", *at, f"the policy of the page forbids {shown(link)}")
        # A list of pages leads nobody to them.
        if way.file != facts.name and not (link.use == LISTS and way.file.endswith(PAGE)):
            self.done.led.add(way.file)
        if way.fragment.lower() not in ANYWHERE and way.file.endswith(PAGE):
            yield from self._check_fragment(link, way, facts)

    def _check_fragment(self, link: Link, way: Way, facts: Facts) -> Iterator[Finding]:
        if way.file != facts.name:
            self.done.wanted.append(Wanted(way.file, way.fragment, facts.name, link.line))
        elif way.fragment not in facts.ids:
            what = f"leads to #{way.fragment}, and nothing here has that id"
            yield Finding("no-anchor", facts.name, link.line, what)

    def _way(self, name: str, address: str) -> Way:
        """Where *address* leads from the file *name*."""
        if not address or address[0] in "#?" or name == urls.NOT_FOUND:
            return self._ways.way(name, address)
        key = (name[: name.rfind("/") + 1], address)
        if key not in self._known:
            self._known[key] = self._ways.way(name, address)
        return self._known[key]

    def _is_there(self, name: str) -> bool:
        if name not in self._there:
            # A path would raise an error for a name that no disk takes.
            self._there[name] = os.path.isfile(self._job.folder / name)  # noqa: PTH113
        return self._there[name]


def shown(link: Link) -> str:
    """The address of *link*, not too long to be read."""
    return link.address if len(link.address) <= LONGEST else f"{link.address[:LONGEST]}…"
