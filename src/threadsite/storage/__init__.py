"""Content and output at addresses: what a folder of this machine has of them, and they of it.

Content is brought to a folder in the site's cache, and a site goes from there to its address; only
what changed is carried. All that works with a site works with these folders.
"""

from __future__ import annotations

from threadsite.config import Site, is_address
from threadsite.run import Run
from threadsite.staging import locked
from threadsite.storage import content, output
from threadsite.storage.carrying import Sent
from threadsite.storage.place import Place
from threadsite.workers import Workers

__all__ = ["Sent", "brought", "published", "returned"]


def brought(
    site: Site, jobs: int | Workers = 1, run: Run | None = None, *, new: bool = False
) -> Site:
    """*site* with folders in the place of addresses, its content as it is at its address.

    Where nothing is there yet that is an error, unless it is *new*.
    """
    address = site.settings.build.content
    if is_address(address):
        with locked(site.cache):
            content.bring(Place(address), site, jobs, run or Run(), new=new)
    return site.here()


def returned(site: Site, jobs: int | Workers = 1, run: Run | None = None) -> Sent | None:
    """Send the content of *site*, which was brought, back to its address; None without one.

    What changed there meanwhile is not overwritten: then nothing is sent.
    """
    address = site.settings.build.content
    if not is_address(address):
        return None
    with locked(site.cache):
        return content.send(Place(address), site, jobs, run or Run())


def published(
    site: Site, jobs: int | Workers = 1, run: Run | None = None, *, whole: bool = False
) -> Sent | None:
    """Send the built *site* to the address of its output; None without one.

    What is there as it was sent is not sent again, unless the *whole* is asked for. To be used
    under the lock of the site.
    """
    address = site.settings.build.output
    if not is_address(address):
        return None
    return output.send(Place(address), site, jobs, run or Run(), whole=whole)
