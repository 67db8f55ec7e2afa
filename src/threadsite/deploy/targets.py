"""Places that a site can be brought to, as `[deploy.NAME]` in `site.toml` describes them."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

# Neither ssh nor a shell can take such a name for an option or for more than one word.
HOST = r"^[A-Za-z0-9_][A-Za-z0-9_.@-]*$"
WORD = r"^[^-\s\x00-\x1f][^\x00-\x1f]*$"
BRANCH = r"^[A-Za-z0-9_][A-Za-z0-9_./-]*$"


class FolderTarget(msgspec.Struct, tag_field="kind", tag="folder", forbid_unknown_fields=True):
    """`kind = "folder"`: a folder on this machine."""

    path: Annotated[str, Meta(min_length=1)]
    """Relative to the folder of `site.toml`."""


class RsyncTarget(msgspec.Struct, tag_field="kind", tag="rsync", forbid_unknown_fields=True):
    """`kind = "rsync"`: a folder on a machine that ssh and rsync reach."""

    host: Annotated[str, Meta(pattern=HOST)]
    """A name, an address, or `account@name`; what `~/.ssh/config` says of it counts."""
    path: Annotated[str, Meta(pattern=WORD)]
    """The folder there; its parent must exist."""
    port: Annotated[int, Meta(ge=1, le=65535)] | None = None
    identity: Annotated[str, Meta(pattern=WORD)] | None = None
    """The file of the private key."""
    known_hosts: Annotated[str, Meta(pattern=WORD)] | None = None
    """The file of the host keys to trust."""


class GitTarget(msgspec.Struct, tag_field="kind", tag="git", forbid_unknown_fields=True):
    """`kind = "git"`: a branch of a repository that a host serves as pages."""

    remote: Annotated[str, Meta(pattern=WORD)]
    """An address, or the name of a remote of the repository that `site.toml` is in."""
    branch: Annotated[str, Meta(pattern=BRANCH)] = "gh-pages"


Target = FolderTarget | RsyncTarget | GitTarget
