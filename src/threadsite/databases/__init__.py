"""Databases of forum software. Another one is one more file here and its entry in `ALL`."""

from __future__ import annotations

from threadsite.databases import (
    bbpress,
    discourse,
    discuz,
    flarum,
    fluxbb,
    invision3,
    invision4,
    kunena,
    mybb,
    phpbb2,
    phpbb3,
    smf1,
    smf2,
    vanilla,
    vbulletin,
    vbulletin5,
    woltlab,
    xenforo,
)
from threadsite.databases.software import Software

ALL: tuple[Software, ...] = tuple(
    module.SOFTWARE
    for module in (
        phpbb3,
        phpbb2,
        xenforo,
        smf2,
        mybb,
        vbulletin,
        fluxbb,
        discourse,
        invision4,
        flarum,
        vanilla,
        woltlab,
        smf1,
        bbpress,
        invision3,
        kunena,
        vbulletin5,
        discuz,
    )
)
