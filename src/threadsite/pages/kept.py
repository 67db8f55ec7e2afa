"""Kept files: the pictures and files below `content/media/`, as pages link and show them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from threadsite import urls
from threadsite.markdown.drafts import Picture
from threadsite.markup import addresses
from threadsite.pages.imagesize import HEAD, size

FOLDER = addresses.MEDIA.rstrip("/")


@dataclass(frozen=True, slots=True)
class Kept:
    """The kept files as the page *page* links them."""

    content: Path
    page: str

    def link(self, address: str) -> str | None:
        """The link to the file that *address* in a body means; None when it is not kept."""
        file = self._file(address)
        return self._link(file) if file else None

    def picture(self, address: str) -> Picture | None:
        """The picture that *address* in a body means; None when it is not kept."""
        file = self._file(address)
        if file is None:
            return None
        with (self.content / file).open("rb") as picture:
            return Picture(self._link(file), size(picture.read(HEAD)))

    def _link(self, file: str) -> str:
        return urls.relative(self.page, urls.media(file))

    def _file(self, address: str) -> str | None:
        file = addresses.kept(address)
        return file if file and is_kept(self.content, file) else None


def is_kept(content: Path, file: str) -> bool:
    """Whether *file* is one below `media/` in the *content* folder; what is only a link may lead
    anywhere."""
    parts = PurePosixPath(file).parts
    if parts[:1] != (FOLDER,) or ".." in parts:
        return False
    path = content / file
    return path.is_file() and not path.is_symlink()
