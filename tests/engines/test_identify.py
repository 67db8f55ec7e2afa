"""Which engine made a document: one, or none, and never two without a word."""

from __future__ import annotations

import pytest

from threadsite.document import Document
from threadsite.engines import ENGINES, all_engines, identify
from threadsite.errors import ThreadsiteError


def test_every_engine_of_the_table_is_there_under_its_name() -> None:
    assert [engine.name.replace("-", "_") for engine in all_engines()][: len(ENGINES)] == [*ENGINES]


def test_two_engines_that_claim_one_document_are_both_named() -> None:
    page = b'<html id="XF"><body id="phpbb"><a href="viewtopic.php">one</a></body></html>'

    with pytest.raises(ThreadsiteError, match=r"page\.html: xenforo2 and phpbb3 both claim it"):
        identify(Document("demo", "page.html", page))


def test_a_page_of_no_forum_is_nobodys() -> None:
    page = b"<!DOCTYPE html><html><body><h1>Phone book</h1><p>phpbb, XenForo</p></body></html>"

    assert identify(Document("demo", "page.html", page)) is None
