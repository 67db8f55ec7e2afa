"""Catalogs of translated words: the `.po` files of gettext, read as translators keep them."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from threadsite.code import PACKAGE
from threadsite.errors import ThemeError

SHIPPED = PACKAGE / "locale"
LINE = re.compile(
    r'(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d)\])?\s+)?"((?:[^"\\]|\\.)*)"', re.ASCII
)
RULE = re.compile(r"^Plural-Forms:[^;]*;\s*plural=([^;\n]+)", re.MULTILINE)
ESCAPE = re.compile(r"\\(.)")
MEANT = {"n": "\n", "t": "\t", "r": "\r"}

Key = tuple[str, str]
"""The context of a message, empty for most, and its English text; that of one thing."""
Fields = dict[str, str]
"""What an entry says by its keywords: `msgid`, `msgstr[0]` and so on."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """One file: what is translated in it, and how its language counts."""

    messages: Mapping[Key, tuple[str, ...]]
    """Each in as many forms as the language has for numbers, or in one."""
    rule: str = "n != 1"
    """Which of the forms a number takes, as gettext has it."""

    def form(self, count: int) -> int:
        """The form that *count* things take."""
        return _counting(self.rule)(count)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the interface in one language: what no catalog has is said in English."""

    catalogs: tuple[Catalog, ...] = ()
    """The first that has a message says it."""

    def gettext(self, message: str) -> str:
        """*message* in the language."""
        return self.pgettext("", message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """The one of *singular* and *plural* that *count* things ask for, in the language."""
        return self.npgettext("", singular, plural, count)

    def pgettext(self, context: str, message: str) -> str:
        """*message*, which means what it means in the *context*, in the language."""
        for catalog in self.catalogs:
            if found := catalog.messages.get((context, message)):
                return found[0]
        return message

    def npgettext(self, context: str, singular: str, plural: str, count: int) -> str:
        """As `ngettext`, of a message with a *context*."""
        for catalog in self.catalogs:
            if found := catalog.messages.get((context, singular)):
                return found[min(catalog.form(count), len(found) - 1)]
        return singular if count == 1 else plural


def words(language: str, folders: Iterable[Path]) -> Words:
    """The words for *language*, a BCP 47 tag, from the catalogs for it in *folders*, first ones
    first."""
    return Words(tuple(read(path) for path in files(language, folders)))


def files(language: str, folders: Iterable[Path]) -> Iterator[Path]:
    """The catalogs for *language* in *folders*: `pt-BR.po`, then `pt.po`."""
    for folder in folders:
        named = {path.stem.lower(): path for path in folder.glob("*.po")}
        tag = language.lower()
        while tag:
            if tag in named:
                yield named[tag]
            tag, _, _ = tag.rpartition("-")


def read(path: Path) -> Catalog:
    """The catalog *path*; `ThemeError` with the line when it is none."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise ThemeError(f"{path}: {problem}") from None
    messages: dict[Key, tuple[str, ...]] = {}
    for entry in _entries(text.splitlines(), path):
        forms = tuple(entry[keyword] for keyword in sorted(entry) if "msgstr" in keyword)
        if all(forms):
            messages[entry.get("msgctxt", ""), entry.get("msgid", "")] = forms
    header = "".join(messages.pop(("", ""), ()))
    rule = RULE.search(header)
    catalog = Catalog(messages, rule[1].strip()) if rule else Catalog(messages)
    try:
        catalog.form(1)
    except ValueError as problem:
        raise ThemeError(f"{path}: Plural-Forms: {problem}") from None
    return catalog


@cache
def _counting(rule: str) -> Callable[[int], int]:
    return gettext.c2py(rule)


def _entries(lines: Sequence[str], path: Path) -> Iterator[Fields]:
    """The entries of *lines*, but those that nobody has looked over."""
    entry: Fields = {}
    keyword, fuzzy = "", False
    for number, line in enumerate([*lines, ""], 1):
        comment = not line.strip() or line.startswith("#")
        if "msgstr" in keyword and (comment or line.startswith(("msgid", "msgctxt"))):
            if not fuzzy:
                yield entry
            entry, keyword, fuzzy = {}, "", False
        if comment:
            fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
            continue
        found = LINE.fullmatch(line.strip())
        if found is None:
            raise ThemeError(f"{path}:{number}: not a line of a catalog: {line.strip()}")
        named, form, quoted = found.groups()
        keyword = f"{named}[{form}]" if form else named or keyword
        entry[keyword] = entry.get(keyword, "") + ESCAPE.sub(_meant, quoted)


def _meant(escaped: re.Match[str]) -> str:
    return MEANT.get(escaped[1], escaped[1])
