"""The theme `terminal`: every kind of page for everyone, in any width, and without any script."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from test_reading import RULES

from conftest import READING
from threadsite.building import build
from threadsite.config import load_site

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("chromium")]


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site `reading` in this theme."""
    root = tmp_path_factory.mktemp("terminal")
    (root / "content").symlink_to(READING / "content")
    site = load_site(READING)
    table = msgspec.structs.replace(site.settings.build, theme="terminal")
    settings = msgspec.structs.replace(site.settings, build=table)
    return build(msgspec.structs.replace(site, root=root, settings=settings)).output


@pytest.fixture(scope="module")
def kinds(terminal: Path) -> list[str]:
    """The longest page of each kind."""
    longest: dict[str, Path] = {}
    for path in sorted(terminal.rglob("*.html"), key=lambda path: path.stat().st_size):
        if found := re.search(r'<body class="kind-(\w+)', path.read_text(encoding="utf-8")):
            longest[found[1]] = path
    assert len(longest) > 12
    return [path.as_uri() for path in longest.values()]


def test_nothing_runs(terminal: Path) -> None:
    names = {path.name for path in (terminal / "static").iterdir()}
    pages = [path.read_text(encoding="utf-8") for path in terminal.rglob("*.html")]

    assert not any("<script" in page for page in pages)
    assert {re.sub(r"\.\w{8}\.", ".", name) for name in names} == {
        "favicon.svg",
        "lists.css",
        "terminal.css",
    }


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1280)])
def test_axe_finds_nothing(browser: Browser, kinds: list[str], scheme: str, width: int) -> None:
    size = {"width": width, "height": 900}
    context = browser.new_context(viewport=size, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    found, wide = [], []
    for address in kinds:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
        checked = Axe().run(page, options={"runOnly": RULES[scheme], "preload": False})
        violations = checked.response["violations"]
        found += [(address[-30:], v["id"], v["nodes"][0]["html"]) for v in violations]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(address)
    context.close()

    assert found == []
    assert wide == []


def test_the_overview_says_who_answers_whom(terminal: Path) -> None:
    (page,) = (terminal / "t").glob("102-*")
    overview = page.read_text(encoding="utf-8").partition('id="overview"')[2]
    lines = re.findall(r'class="tree">([^<]*)</span><a href="#(\w+)"', overview)

    assert [(len(lead), anchor) for lead, anchor in lines] == [
        (0, "p2001"),
        (4, "p2002"),
        (6, "p2003"),
        (4, "p2004"),
        (6, "p2005"),
    ]
