"""The pages of a site, as data: what each shows and which template shows it."""

from __future__ import annotations

from collections.abc import Iterator

from threadsite.archive import Archive
from threadsite.config import Site
from threadsite.pages.material import Render, material
from threadsite.pages.page import File, Page, Piece
from threadsite.pages.parts import Rendered, SiteView
from threadsite.pages.units import pieces, units
from threadsite.pages.views import View

__all__ = ["File", "Page", "Piece", "Rendered", "SiteView", "View", "pages"]


def pages(site: Site, archive: Archive, render: Render) -> Iterator[Page]:
    """Every page of *site*, made of *archive* as it is read; bodies become HTML by *render*."""
    made_of = material(site, archive, render)
    for unit in units(archive):
        yield from (piece for piece in pieces(made_of, unit) if isinstance(piece, Page))
