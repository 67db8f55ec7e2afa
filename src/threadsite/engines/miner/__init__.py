"""The miner: threads on pages of software that no engine knows.

What a page states as data (microdata, JSON-LD) comes first. Else a page of posts is told as in
MiBAT (Song et al., CIKM 2010): parts that are alike repeat, each has a date and an author, and
each has words of its own. What is not sure enough is left alone.
"""

from threadsite.engines.miner.engine import Miner

__all__ = ["Miner"]
