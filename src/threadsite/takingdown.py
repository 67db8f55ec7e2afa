"""Taking down: what an address means goes from content, and stays away when dumps are converted."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec

from threadsite import content, storage
from threadsite.archive import Archive
from threadsite.building import making
from threadsite.config import Site
from threadsite.content import takedowns
from threadsite.content.headers import TakedownSheet, TakenAuthor, TakenPost, TakenThread
from threadsite.content.takedowns import FILE, Takedowns
from threadsite.conversion.pruning import prune
from threadsite.disk import write_whole
from threadsite.errors import ContentError
from threadsite.references import reference
from threadsite.report import counted
from threadsite.run import Run
from threadsite.staging import locked

Entry = TakenPost | TakenThread | TakenAuthor
NAMES: dict[type[Entry], str] = {
    TakenPost: "post",
    TakenThread: "thread",
    TakenAuthor: "author",
}


@dataclass(slots=True)
class Cleaned:
    """What went from content."""

    posts: int = 0
    threads: int = 0
    """Whose files are gone."""
    changed: int = 0
    """Files of threads that were written anew."""
    authors: int = 0
    kept: int = 0
    """Pictures and files."""

    def lines(self) -> Iterator[str]:
        """The account, for people."""
        yield f"{counted(self.posts, 'post')} taken down"
        yield f"{counted(self.changed, 'file')} of threads changed, {self.threads:,} deleted"
        yield f"{counted(self.authors, 'file')} of authors and {self.kept:,} kept files deleted"


def take_down(
    site: Site, addresses: Iterable[str], pseudonym: str = "", run: Run | None = None
) -> Iterator[str]:
    """Take down what *addresses* mean: a post, a thread or an author, by the address of its page or
    by that which it had on the forum. An author with a *pseudonym* goes on under that. Yields what
    was done.

    `ContentError` when an address means nothing in the archive; nothing is changed then.
    """
    run, given = run or Run(), site
    site = storage.brought(given, run=run)
    with locked(site.cache):
        sheet = takedowns.read(site.content).sheet
        if not sheet.salt:
            sheet = msgspec.structs.replace(sheet, salt=secrets.token_hex(16))
        with making.opened(site, run) as archive:
            meaning = Meaning(archive, Takedowns(sheet), pseudonym)
            for address in addresses:
                sheet = meaning.added(sheet, address)
        write_whole(site.content / FILE, takedowns.dump(sheet).encode())
        cleaned = _clean(site.content, Takedowns(sheet))
    sent = storage.returned(given, run=run)
    yield f"noted in {site.content / FILE}"
    yield from cleaned.lines()
    if sent:
        yield from sent.lines()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What addresses mean in an archive, as entries for the file."""

    archive: Archive
    takedowns: Takedowns
    """Whose marks are made."""
    pseudonym: str

    def added(self, sheet: TakedownSheet, address: str) -> TakedownSheet:
        """*sheet* with what *address* means, once."""
        entry = self._on_site(address) or self._on_forum(address)
        if entry is None:
            raise ContentError(
                f"{address}: no post, thread or author of the archive; give the address of its"
                " page, such as t/7-cone-six.html#p42 or a/12-maud.html, or that on the forum"
            )
        if self.pseudonym and not isinstance(entry, TakenAuthor):
            raise ContentError(f"{address}: not an author, so it can have no pseudonym")
        name = NAMES[type(entry)]
        others = (one for one in getattr(sheet, name) if _thing(one) != _thing(entry))
        return msgspec.structs.replace(sheet, **{name: (*others, entry)})

    def _on_site(self, address: str) -> Entry | None:
        parts = urlsplit(address)
        *_, folder, page = ("", *unquote(parts.path).split("/"))
        key, _, ending = page.partition(".")
        if not ending.endswith("html"):
            return None
        if folder == "a":
            return self._author(key)
        return self._in_thread(key, unquote(parts.fragment)) if folder == "t" else None

    def _on_forum(self, address: str) -> Entry | None:
        finder, meant = self.archive.finder, reference(address)
        if author := finder.author(address):
            return self._author(author)
        row = finder.address(address)
        return (
            self._in_thread(row.thread, row.anchor if meant.post else "") if row and meant else None
        )

    def _in_thread(self, key: str, anchor: str) -> Entry | None:
        row = self.archive.thread_row(key)
        if row is None:
            return None
        if not anchor:
            return TakenThread(forum=row.forum, id=row.id)
        ids = {post.anchor: post.id for post in self.archive.posts(key)}
        if anchor not in ids:
            return None
        post = next(post for post in self.archive.thread(key).posts if post.id == ids[anchor])
        by = self.takedowns.marked_name(post.author.name)
        words = self.takedowns.marked_words(post.body)
        return TakenPost(forum=row.forum, thread=row.id, id=post.id, by=by, words=words)

    def _author(self, key: str) -> Entry | None:
        author = self.archive.author(key)
        if author is None:
            return None
        marked = self.takedowns.marked_name
        names = (author.name if author.named else None, *author.aliases)
        return TakenAuthor(
            forum=author.forum,
            # An id of ours is made of the name.
            id=self.takedowns.marked(author.id) if ":" in author.id else author.id,
            pseudonym=self.pseudonym,
            names=tuple(dict.fromkeys(filter(None, map(marked, names)))),
            words=() if self.pseudonym else tuple(self._words(key, author.id)),
        )

    def _words(self, author: str, id_: str) -> Iterator[str]:
        """The marks of the words of all posts of *author*, called *id_* on the forum."""
        threads = dict.fromkeys(post.thread for post in self.archive.posts_by(author))
        for key in threads:
            for post in self.archive.thread(key).posts:
                if post.author.id == id_ and (mark := self.takedowns.marked_words(post.body)):
                    yield mark


def _thing(entry: Entry) -> tuple[str, ...]:
    """What *entry* is about."""
    thread = entry.thread if isinstance(entry, TakenPost) else ""
    return entry.forum, thread, entry.id


def _clean(folder: Path, taken: Takedowns) -> Cleaned:
    """Take what is *taken* down out of the content *folder*, files edited by hand too."""
    done = Cleaned()
    for path in content.thread_files(folder):
        text = content.read_text(path)
        thread = content.load(text, str(path))
        left = taken.applied(thread)
        if left == thread:
            continue
        done.posts += len(thread.posts) - (len(left.posts) if left else 0)
        if left:
            new = content.dump(left)
            if content.edited(text):
                # Without a digest, no conversion takes a file edited by hand for its own.
                new = content.DIGEST.sub("", new, count=1)
            write_whole(path, new.encode())
            done.changed += 1
        else:
            path.unlink()
            done.threads += 1
    for path in content.author_files(folder):
        page = content.read_author(path)
        if taken.named(page.forum, page.author):
            path.unlink()
            done.authors += 1
    done.kept = sum(1 for _ in prune(folder))
    return done
