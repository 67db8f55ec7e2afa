"""E-mail and news as mailing lists and servers keep them."""

from threadsite.engines.mail.engine import Mail

__all__ = ["Mail"]
