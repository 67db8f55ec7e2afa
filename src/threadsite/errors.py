"""What a person using threadsite can cause, said as place, fact and way out."""

from __future__ import annotations


class ThreadsiteError(Exception):
    """The base of every error that is shown to a person without a traceback."""


class ConfigError(ThreadsiteError):
    """`site.toml` says something that cannot be understood."""


class ContentError(ThreadsiteError):
    """A file in `content/` is not in the format."""


class DumpError(ThreadsiteError):
    """A dump cannot be opened."""


class ThemeError(ThreadsiteError):
    """A theme is missing, incomplete or wrong."""


class BuildError(ThreadsiteError):
    """The site cannot be written."""


class StorageError(ThreadsiteError):
    """What is at an address cannot be read or written."""


class DeployError(ThreadsiteError):
    """The site cannot be brought to its host."""
