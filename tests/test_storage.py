"""Content and output at addresses: a folder by `file://`, and an FTP server on this machine."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, unquote

import fsspec
import pytest
from click.testing import CliRunner
from fsspec import AbstractFileSystem

from made_forum import Said, page
from made_storage import PASSWORD, served
from threadsite import cli, content, storage
from threadsite.building import BuildReport, build
from threadsite.config import Site, load_site
from threadsite.deploy.manifest import MANIFEST
from threadsite.errors import ConfigError, StorageError, ThreadsiteError
from threadsite.model import Author, Post, Thread
from threadsite.run import Run
from threadsite.staging import MARKER
from threadsite.storage import carrying
from threadsite.storage.carrying import Names
from threadsite.storage.known import FILE
from threadsite.storage.place import NEW, Open, Place

THREADS = 12


class Shelf:
    """A folder that has an address."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        self.address = address

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def site(self) -> dict[str, bytes]:
        """What a reader of the site there can see."""
        return files(self.folder / "site")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    folder = tmp_path_factory.mktemp("served")
    with served(folder) as address:
        yield Shelf(folder, address)


@pytest.fixture(params=["file", "ftp"])
def shelf(request: pytest.FixtureRequest, server: Shelf, tmp_path: Path) -> Shelf:
    """Content at an address."""
    if request.param == "ftp":
        folder = server.folder / tmp_path.name
        found = Shelf(folder, f"{server.address}/{folder.name}")
    else:
        found = Shelf(tmp_path / "there", f"file://{tmp_path}/there")
    for number in range(THREADS):
        write(found.content, thread(number))
    return found


@pytest.fixture
def local(tmp_path: Path) -> Shelf:
    """Content at the address of a folder."""
    found = Shelf(tmp_path / "there", f"file://{tmp_path}/there")
    for number in range(THREADS):
        write(found.content, thread(number))
    return found


def thread(number: int, words: str = "went out") -> Thread:
    posts = [
        Post(
            id=str(number * 10 + place),
            author=Author(id=str(place), name="Odo"),
            body=f"The *kiln* {words}.",
            created=datetime(2004, 1 + number % 12, 1 + place),
        )
        for place in range(3)
    ]
    return Thread(id=str(number), title=f"Mud {number}", posts=tuple(posts), forum="mud.example")


def write(folder: Path, thread: Thread) -> None:
    path = folder / "threads" / "a b" / f"{thread.id}-mud.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content.dump(thread), encoding="utf-8")


def site_of(shelf: Shelf, root: Path, more: str = "") -> Site:
    root.mkdir(exist_ok=True)
    places = f'content = "{shelf.address}/content"\noutput = "{shelf.address}/site"'
    text = f'[site]\ntitle = "Mud"\n[build]\nposts_per_page = 2\n{places}\n{more}'
    (root / "site.toml").write_text(text, encoding="utf-8")
    return load_site(root)


def of_folders(shelf: Shelf, root: Path) -> dict[str, bytes]:
    """The site as it is built from a folder into a folder."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(shelf.content, root / "content")
    (root / "site.toml").write_text('[site]\ntitle = "Mud"\n[build]\nposts_per_page = 2\n')
    build(load_site(root))
    return files(root / "public")


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in found}
    own = (MARKER, MANIFEST)
    return {name: path.read_bytes() for name, path in names.items() if name not in own}


def fetched(site: Site) -> tuple[int, BuildReport]:
    """How many files a build fetches, and its report."""
    counts = [0]

    def count(what: str, done: int, total: int | None) -> None:
        if what == "fetching content":
            counts.append(done)

    report = build(site, run=Run(meter=count))
    return counts[-1], report


def test_a_site_at_an_address_is_that_of_a_folder(shelf: Shelf, tmp_path: Path) -> None:
    site = site_of(shelf, tmp_path / "mud")

    brought, report = fetched(site)

    assert brought == THREADS
    assert report.sent is not None
    assert report.sent.size == sum(map(len, shelf.site.values()))
    assert shelf.site == of_folders(shelf, tmp_path / "plain")


def test_only_what_changed_goes_over_the_wire(shelf: Shelf, tmp_path: Path) -> None:
    site = site_of(shelf, tmp_path / "mud")
    build(site)
    again, same = fetched(site)
    write(shelf.content, thread(3, "was cold again"))
    (shelf.content / "threads" / "a b" / "5-mud.md").unlink()
    before = shelf.site

    brought, report = fetched(site)

    assert (again, same.sent and same.sent.files) == (0, 0)
    assert brought == 1
    assert report.sent is not None
    assert report.sent.removed == len(before.keys() - shelf.site.keys()) > 0
    changed = {name for name, data in shelf.site.items() if before.get(name) != data}
    assert report.sent.files == len(changed)
    assert shelf.site == of_folders(shelf, tmp_path / "plain")


def test_without_its_cache_a_site_is_not_sent_again(local: Shelf, tmp_path: Path) -> None:
    site = site_of(local, tmp_path / "mud")
    build(site)
    shutil.rmtree(site.cache)

    report = build(site)

    assert report.sent is not None
    assert report.sent.files == 0


def test_a_damaged_memory_is_made_anew(local: Shelf, tmp_path: Path) -> None:
    site = site_of(local, tmp_path / "mud")
    build(site)
    (site.cache / FILE).write_bytes(b"SQLite format 3\0" + b"clay" * 2_000)

    brought, report = fetched(site)

    assert brought == THREADS
    assert report.sent is not None
    assert report.sent.files == 0


def test_whole_sends_what_was_lost_there(local: Shelf, tmp_path: Path) -> None:
    site = site_of(local, tmp_path / "mud")
    build(site)
    (local.folder / "site" / "index.html").unlink()

    build(site, whole=True)

    assert local.site == of_folders(local, tmp_path / "plain")


def test_a_file_is_sent_whole_before_it_has_its_name(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = site_of(shelf, tmp_path / "mud")
    build(site)
    before = shelf.site
    monkeypatch.setattr(Open, "_settle", lambda *_: 1 / 0)
    write(shelf.content, thread(3, "was cold again"))

    with pytest.raises(StorageError, match="division by zero"):
        build(site)

    seen = shelf.site
    assert {name: data for name, data in seen.items() if not name.endswith(NEW)} == before


def test_a_sending_that_was_cut_off_is_finished_by_the_next(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = site_of(shelf, tmp_path / "mud")
    monkeypatch.setattr(carrying, "BATCH", 5)
    put, left = Open.put, iter(range(3))

    def fail(there: Open, names: Names, sources: Sequence[Path]) -> None:
        if MANIFEST not in names and next(left, None) is None:
            raise ConnectionResetError("gone")
        put(there, names, sources)

    monkeypatch.setattr(Open, "put", fail)
    with pytest.raises(StorageError, match=r"/site: sending failed: gone; .* give the command"):
        build(site)
    begun = shelf.site
    monkeypatch.setattr(Open, "put", put)
    report = build(site)

    assert len(begun) == 3 * carrying.BATCH
    assert not any(name.endswith(".html") for name in begun)
    assert report.sent is not None
    assert report.sent.unchanged == len(begun)
    assert shelf.site == of_folders(shelf, tmp_path / "plain")


def test_what_is_not_ours_is_not_overwritten(shelf: Shelf, tmp_path: Path) -> None:
    there = shelf.folder / "site" / "index.html"
    there.parent.mkdir()
    there.write_text("another's")

    with pytest.raises(StorageError, match=r"/site: not empty, and not written by threadsite"):
        build(site_of(shelf, tmp_path / "mud"))

    assert shelf.site == {"index.html": b"another's"}


@pytest.mark.parametrize("line", ["no list", f"{'0' * 64}  ../content/threads/x.md"])
def test_a_list_that_is_wrong_deletes_nothing(local: Shelf, tmp_path: Path, line: str) -> None:
    site = site_of(local, tmp_path / "mud")
    build(site)
    (local.folder / "site" / MANIFEST).write_text(f"{line}\n")
    before = files(local.folder)

    with pytest.raises(ThreadsiteError, match=r"site: .*threadsite-manifest"):
        build(site)

    assert files(local.folder) == before


def test_where_there_is_nothing_nothing_is_taken_away(local: Shelf, tmp_path: Path) -> None:
    site = site_of(local, tmp_path / "mud")
    build(site)
    before = local.site
    local.content.rename(local.folder / "elsewhere")

    with pytest.raises(StorageError, match=r"content: no such folder; name dumps"):
        build(site)

    assert local.site == before


def test_a_sample_is_not_sent(local: Shelf, tmp_path: Path) -> None:
    site = site_of(local, tmp_path / "mud")

    report = build(site, sample="4")

    assert report.stats.threads == 4
    assert not (local.folder / "site").exists()


def test_dumps_are_converted_to_an_address(shelf: Shelf, tmp_path: Path) -> None:
    shutil.rmtree(shelf.content)
    root = tmp_path / "mud"
    dump = root / "dumps" / "clay"
    dump.mkdir(parents=True)
    (dump / "t7.html").write_text(page([Said(1, "Hot.")]), encoding="utf-8")
    site_of(shelf, root, '[[dumps]]\npath = "dumps/clay"\n')
    words = ["build", "--site", str(root), "--jobs", "1"]

    first, again = (
        CliRunner().invoke(cli.commands, words, catch_exceptions=False).output for _ in range(2)
    )

    assert len(list(shelf.content.rglob("threads/**/*.md"))) == 1
    # The report of the conversion is written each time.
    assert "/content: 1 files (0.0 MB) sent, 0 deleted" in again
    assert PASSWORD not in first + again
    assert shelf.site == of_folders(shelf, tmp_path / "plain")


def test_the_option_for_a_folder_takes_no_address(tmp_path: Path) -> None:
    words = ["convert", str(tmp_path), "--content", "s3://mud/content"]

    with pytest.raises(ConfigError, match="--content is a folder; an address is"):
        cli.commands.main(words, standalone_mode=False)


def test_what_was_changed_there_meanwhile_is_not_overwritten(local: Shelf, tmp_path: Path) -> None:
    site = site_of(local, tmp_path / "mud")
    storage.brought(site)
    write(site.content, thread(1, "is ours"))
    write(local.content, thread(1, "is theirs now"))
    write(site.content, thread(2, "is ours"))
    before = files(local.folder)

    with pytest.raises(StorageError, match=r"1-mud\.md was changed there while dumps"):
        storage.returned(site)

    assert files(local.folder) == before


def test_a_password_is_told_to_nobody(
    server: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(server.folder / "hidden", f"{server.address}/hidden")
    write(shelf.content, thread(1))
    site = site_of(shelf, tmp_path / "mud")
    report = build(site)
    place = Place(f"{shelf.address}/site?token=of-clay")
    monkeypatch.setattr(Open, "is_there", fail_with(f"{place.url} at {PASSWORD}"))

    with pytest.raises(StorageError) as caught:
        build(site, whole=True)
    with pytest.raises(StorageError) as queried, place.open("looking") as there:
        there.is_there()

    kept = b"".join(path.read_bytes() for path in site.cache.rglob("*") if path.is_file())
    said = " ".join(map(str, (*report.lines(), caught.value, queried.value, repr(place), place)))
    assert "127.0.0.1" in said
    for secret in (PASSWORD, "of-clay"):
        assert secret not in said
        assert secret.encode() not in kept + b"".join(shelf.site.values())


def fail_with(words: str) -> Callable[..., bool]:
    def fail(*_: object) -> bool:
        raise OSError(words)

    return fail


class Web(AbstractFileSystem):  # type: ignore[misc]  # fsspec has no types
    """A folder of this machine as a web server lists it."""

    protocol = "web"
    cachable = False
    root = Path()

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return path

    def ls(self, path: str, detail: bool = True, **_: object) -> list[dict[str, object]]:
        found: list[dict[str, object]] = [{"name": f"{path}/?C=N;O=D", "type": "file"}]
        for one in self._file(path).iterdir():
            name, kind = quote(one.name), "directory" if one.is_dir() else "file"
            found.append({"name": f"{path}/{name}", "type": kind})
        return found

    def info(self, path: str, **_: object) -> dict[str, object]:
        if not self._file(path).exists():
            raise FileNotFoundError(path)
        return {"name": path}

    def get_file(self, path: str, here: str, **_: object) -> None:
        shutil.copyfile(self._file(path), here)

    def _file(self, path: str) -> Path:
        return Web.root / unquote(path.removeprefix("web://mud.example/"))


def test_content_may_be_on_the_web(local: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    fsspec.register_implementation("web", Web, clobber=True)
    monkeypatch.setattr(Web, "root", local.folder)
    site = site_of(Shelf(local.folder, "web://mud.example"), local.folder / "mud")

    counts = [len(files(storage.brought(site).content)) for _ in range(2)]

    assert counts == [THREADS, THREADS]
    assert files(site.content) == files(local.content)


class Hostile(AbstractFileSystem):  # type: ignore[misc]  # fsspec has no types
    """A place whose listing has a name that leads elsewhere."""

    protocol = "hostile"
    cachable = False
    name = ""

    def ls(self, path: str, detail: bool = True, **_: object) -> list[dict[str, object]]:
        return [{"name": f"{path}/{Hostile.name}", "type": "file", "size": 1, "mtime": 1}]


@pytest.mark.parametrize(
    "name", ["../../site.toml", "a/../../x.md", "..", "a\\..\\x.md", "a\0.md", "a\n.md"]
)
def test_a_listing_does_not_lead_out_of_the_folder(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsspec.register_implementation("hostile", Hostile, clobber=True)
    monkeypatch.setattr(Hostile, "name", name)
    (tmp_path / "site.toml").write_text(
        '[site]\ntitle = "Mud"\n[build]\ncontent = "hostile://shelf"\n'
    )

    with pytest.raises(StorageError, match="is no name of a file"):
        build(load_site(tmp_path))

    found = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {"build.lock", "site.toml", FILE}


def test_links_there_are_passed_over(local: Shelf, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("mine")
    (local.content / "media").mkdir()
    (local.content / "media" / "a.txt").symlink_to(tmp_path / "secret")
    (local.content / "more").symlink_to(tmp_path)

    site = storage.brought(site_of(local, tmp_path / "mud"))

    assert {path.split("/")[0] for path in files(site.content)} == {"threads"}


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("clay://mud", "clay://mud: listing failed: Protocol not known: clay"),
        ("memory://mud", "memory://mud: the memory of one process"),
        ("ftp://o:dor@127.0.0.1:1/x", r"ftp://127.0.0.1:1/x: listing failed: .*Connection refused"),
    ],
)
def test_an_address_that_does_not_answer_is_named(address: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text(f'[site]\ntitle = "Mud"\n[build]\ncontent = "{address}"\n')

    with pytest.raises(StorageError, match=f"^{said}"):
        build(load_site(tmp_path))


def test_a_library_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)

    with pytest.raises(StorageError, match=r"pip install 'threadsite\[cluster\]'"):
        storage.brought(site_of(Shelf(tmp_path, "s3://mud"), tmp_path / "mud"))


def test_a_worker_that_does_not_see_the_cache_is_named(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"not the same for the worker on .* all workers see"):
        carrying.put(Place(f"file://{tmp_path}"), tmp_path / "nowhere", ["a"])

    assert list(tmp_path.iterdir()) == []
