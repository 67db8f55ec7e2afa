"""The build: whole sites from small archives, every link of which leads somewhere."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import etree

from threadsite import urls
from threadsite.archive import Archive
from threadsite.building import BuildReport, build
from threadsite.checking import check
from threadsite.config import Site, load_site
from threadsite.markdown import Renderer
from threadsite.pages import Page, pages
from threadsite.staging import MARKER

POTTERY = Path(__file__).parent / "sites" / "pottery"
HOME = "https://h.example/clay/"


@pytest.fixture
def pottery(tmp_path: Path) -> Site:
    return copy_of(tmp_path / "site")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, BuildReport, list[Page]]:
    site = copy_of(tmp_path_factory.mktemp("pottery") / "site")
    report = build(site)
    with Archive.open(site.content, posts_per_page=3) as archive:
        return site, report, list(pages(site, archive, Renderer().draft))


def copy_of(folder: Path) -> Site:
    shutil.copytree(POTTERY, folder)
    return load_site(folder)


def without_home(site: Site) -> Site:
    toml = site.root / "site.toml"
    text = toml.read_text(encoding="utf-8").replace('url = "https://h.example/clay"\n', "")
    toml.write_text(text, encoding="utf-8")
    return load_site(toml)


def files(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


def own_files(output: Path) -> set[str]:
    """The names of what is neither the theme's nor the search's."""
    return {name for name in files(output) if not name.startswith(("static/", "search/"))}


Built = tuple[Site, BuildReport, list[Page]]


def test_every_page_has_its_address(built: Built) -> None:
    site, _, _ = built

    assert own_files(site.output) >= {
        MARKER,
        "404.html",
        "a/12-maud.html",
        "a/14-osk.html",
        "about.html",
        "authors.2.html",
        "authors.3.html",
        "authors.html",
        "b/workshop-glazes.html",
        "b/workshop-glazes.json",
        "b/workshop-glazes.xml",
        "b/workshop.html",
        "b/workshop.json",
        "b/workshop.xml",
        "feed.json",
        "feed.xml",
        "index.html",
        "k/glaze.html",
        "media/old/page.html.bin",
        "media/tile.jpg",
        "robots.txt",
        "search.html",
        "sitemap.xml",
        "t/3-lost-lines.html",
        "t/7-cone-six.2.html",
        "t/7-cone-six.html",
        "t/9-печь.html",
        "topics.html",
    }


def test_the_account_adds_up(built: Built) -> None:
    site, report, made = built
    found = files(site.output)

    assert report.posts == report.stats.posts == 8
    assert sum(count for _, count in report.pages) == len(made)
    assert len(made) == sum(name.endswith(".html") for name in found)
    assert report.files == len(found)
    assert report.bytes == sum(map(len, found.values()))
    said = list(report.lines())
    assert any(line.startswith("8 posts in ") for line in said)
    assert any(line.endswith(" of other kinds") for line in said)


def test_every_post_stands_once_on_the_pages_of_threads(built: Built) -> None:
    site, _, _ = built

    for thread, anchors in {
        "t/7-cone-six.html": ["p101", "p102", "p103"],
        "t/7-cone-six.2.html": ["p104"],
        "t/9-печь.html": ["p201"],
        "t/3-lost-lines.html": ["p1", "p2", "p2-2"],
    }.items():
        found = tree(site.output, thread).xpath("//article/@id")
        assert found == anchors


def test_every_link_of_every_page_leads_somewhere(built: Built) -> None:
    site, _, _ = built
    found = set(files(site.output))
    anchors = {name: ids(site.output, name) for name in found if name.endswith(".html")}

    for page in anchors:
        for link in links(site.output, page):
            target = urlsplit(urljoin(HOME + page, link))
            if not target.geturl().startswith(HOME):
                continue
            name = unquote(target.path.removeprefix("/clay/")) or urls.INDEX
            assert name in found, f"{page} links {link}"
            assert not target.fragment or unquote(target.fragment) in anchors[name], link


def test_only_the_page_for_missing_pages_has_links_from_the_home(built: Built) -> None:
    site, _, _ = built

    for page in own_files(site.output):
        if page.endswith(".html") and page != urls.NOT_FOUND:
            elements = tree(site.output, page).iter("a", "script", "img", "form")
            for link in (item.get("href", item.get("src", "")) for item in elements):
                assert not link.startswith(("/", HOME)), f"{page} links {link}"


def test_a_quote_leads_to_the_quoted_post_and_back(built: Built) -> None:
    site, _, _ = built

    assert "#p101" in links(site.output, "t/7-cone-six.html")
    assert "9-%D0%BF%D0%B5%D1%87%D1%8C.html#p201" in links(site.output, "t/7-cone-six.html")
    assert "7-cone-six.html#p102" in links(site.output, "t/9-печь.html")


def test_all_posts_of_an_author_are_on_their_pages(built: Built) -> None:
    site, _, _ = built
    found = set()
    for page in sorted((site.output / "a").iterdir()):
        hrefs = links(site.output, f"a/{page.name}")
        found |= {unquote(link) for link in hrefs if "#p" in link}

    assert {f"../t/7-cone-six.html#p{n}" for n in (101, 102, 103)} <= found
    assert {"../t/7-cone-six.2.html#p104", "../t/9-печь.html#p201"} <= found
    assert {f"../t/3-lost-lines.html#p{n}" for n in ("1", "2", "2-2")} <= found


def test_the_sitemap_names_every_page_but_the_one_for_missing_pages(built: Built) -> None:
    site, _, pages = built

    found = etree.parse(site.output / "sitemap.xml").xpath("//*[local-name() = 'loc']/text()")
    assert isinstance(found, list)
    assert {str(url) for url in found} == {
        urls.absolute(HOME, page.path) for page in pages if page.path != urls.NOT_FOUND
    }


def test_a_check_finds_nothing_but_the_file_that_no_post_mentions(
    built: tuple[Site, BuildReport, list[Page]],
) -> None:
    with closing(check(built[0])) as outcome:
        assert outcome.desk.counts() == {"orphan-media": 1}
        assert [one.file for one in outcome.desk.findings("orphan-media")] == [
            "media/old/page.html.bin"
        ]
        assert outcome.links > 1000


def test_a_site_without_a_home_has_no_sitemap(pottery: Site) -> None:
    site = without_home(pottery)

    build(site)

    assert "sitemap.xml" not in files(site.output)
    assert b"Sitemap" not in (site.output / "robots.txt").read_bytes()
    assert HOME.encode() not in b"".join(files(site.output).values())


def tree(output: Path, name: str) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    return etree.fromstring((output / name).read_bytes(), parser)


def values(output: Path, page: str, *names: str) -> list[str]:
    """The values of the attributes *names* of all elements of *page*."""
    found = (item.get(name) for item in tree(output, page).iter(etree.Element) for name in names)
    return [value for value in found if value is not None]


def links(output: Path, page: str) -> list[str]:
    return values(output, page, "href", "src")


def ids(output: Path, page: str) -> set[str]:
    return set(values(output, page, "id"))
