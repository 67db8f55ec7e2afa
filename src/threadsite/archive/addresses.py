"""The part of an address that is a thing's own: kept from its file, or made of its name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from threadsite import slugs
from threadsite.content.store import author_stem
from threadsite.errors import ContentError
from threadsite.model import Author

HARMLESS = re.compile(r"[^\W_]+(?:[-_]+[^\W_]+)*")
LONGEST = 200
"""Bytes: with a page number and an ending, any file system takes it."""


def of_file(path: Path) -> str:
    """The key of the thread or author in the file *path*: its stem, if harmless as an address."""
    try:
        stem = unicodedata.normalize("NFKC", path.stem)
        size = len(stem.encode("utf-8"))
    except UnicodeEncodeError:
        raise ContentError(f"{path!a}: the file's name is not UTF-8; rename it") from None
    # Names that differ in case only are one file on some systems.
    plain = stem == stem.casefold() and HARMLESS.fullmatch(_bare(stem)) and size <= LONGEST
    return stem if plain and stem not in slugs.DEVICES else slugs.key(stem)


def of_names(names: Mapping[str, str]) -> dict[str, str]:
    """A key for each thing, made of its name; what shares a name gets a mark, all alike."""
    stems = {thing: slugs.slug(name) for thing, name in names.items()}
    uses = Counter(stems.values())
    taken = {stem for stem, count in uses.items() if count == 1}
    keys = {}
    for thing, stem in sorted(stems.items()):
        if uses[stem] > 1 or not stem or stem in slugs.DEVICES:
            stem = slugs.key(f"{thing} ")  # noqa: PLW2901  (The space keeps it from being taken as it is.)
            while stem in taken:
                stem += "-2"  # noqa: PLW2901
            taken.add(stem)
        keys[thing] = stem
    return keys


def of_authors(authors: Iterable[tuple[str, str, str | None]], taken: set[str]) -> Iterator[str]:
    """A key for each author of (forum, id, name), in order; none that is *taken* already."""
    for forum, known, name in authors:
        author = Author(known, name)
        keys = (author_stem(author), author_stem(author, forum), slugs.key(known, forum))
        key = next((key for key in keys if key not in taken), keys[-1])
        taken.add(key)
        yield key


def _bare(stem: str) -> str:
    """*stem* without the marks that combine with a letter, which no pattern counts as one."""
    return "".join(c for c in stem if unicodedata.category(c) != "Mn")
