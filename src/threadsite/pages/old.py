"""Old addresses as files in which the page for missing ones looks them up.

A file is a bucket: a JSON object of addresses on the site, each with what leads there, parted by
spaces. Of boards and authors these are the numbers that they had on the forum. Of threads it is the
thread's number, and on later pages that of the first post; of posts, the numbers of all posts that
stand there, with `=` and the anchor behind one whose anchor is not `p` and the number.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from threadsite import urls
from threadsite.pages.material import Material
from threadsite.pages.page import File
from threadsite.references import FORMS, FRAGMENT, HOME


def forms() -> File:
    """The forms that addresses of forums have, as browsers write regular expressions."""
    written = {
        "forms": [_written(form) for form in FORMS],
        "fragment": _written(FRAGMENT),
        "home": HOME,
    }
    return File(urls.OLD_FORMS, _json(written))


def old(material: Material, bucket: str) -> Iterator[File]:
    """The file of *bucket*."""
    if leads := KINDS[bucket[0]](material, bucket):
        yield File(urls.old(bucket), _json(leads))


def _threads(material: Material, bucket: str) -> dict[str, str]:
    archive = material.archive
    return {
        urls.thread(page.key, urls.page_of(page.number, archive.posts_per_page)): " ".join(
            filter(None, (page.id, page.post))
        )
        for page in archive.old.threads(bucket)
    }


def _posts(material: Material, bucket: str) -> dict[str, str]:
    archive = material.archive
    leads = defaultdict(list)
    for post in archive.old.posts(bucket):
        page = urls.page_of(post.number, archive.posts_per_page)
        usual = post.anchor == f"p{post.id}"
        leads[urls.thread(post.thread, page)].append(
            post.id if usual else f"{post.id}={post.anchor}"
        )
    return {address: " ".join(ids) for address, ids in leads.items()}


def _authors(material: Material, bucket: str) -> dict[str, str]:
    return {urls.author(key): called for key, called in material.archive.old.authors(bucket)}


def _boards(material: Material, _: str) -> dict[str, str]:
    leads = defaultdict(list)
    for key, number in material.archive.old.boards():
        leads[urls.board(key)].append(number)
    return {address: " ".join(dict.fromkeys(numbers)) for address, numbers in leads.items()}


KINDS = {"t": _threads, "p": _posts, "a": _authors, "b": _boards}
"""What is in a bucket, by the letter with which its name begins."""


def _written(form: str) -> str:
    return form.replace("(?P<", "(?<")


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
