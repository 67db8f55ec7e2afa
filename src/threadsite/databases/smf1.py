"""Simple Machines 1.0 and 1.1: the tables of version 2, whose columns had other names."""

import re
from dataclasses import replace

from threadsite.databases import smf2
from threadsite.databases.software import Table

NAMES = {
    "poster_time": "postertime",
    "poster_name": "postername",
    "modified_time": "modifiedtime",
    "is_sticky": "issticky",
    "num_views": "numviews",
    "num_replies": "numreplies",
    "member_groups": "membergroups",
    "real_name": "realname",
    "attachment_type": "attachmenttype",
    "hide_results": "hideresults",
}
NAMED = re.compile(rf"\b({'|'.join(NAMES)})\b")


def _older(text: str) -> str:
    return NAMED.sub(lambda found: NAMES[found[1]], text)


def _table(table: Table) -> Table:
    column, pattern = table.only or ("", "")
    return replace(
        table,
        needs=_older(table.needs),
        numbers=_older(table.numbers),
        texts=_older(table.texts),
        only=(_older(column), pattern) if table.only else None,
    )


SOFTWARE = replace(
    smf2.SOFTWARE,
    name="smf1",
    tables=tuple(map(_table, smf2.SOFTWARE.tables)),
    boards=_older(smf2.SOFTWARE.boards),
    threads=_older(smf2.SOFTWARE.threads),
    posts=_older(smf2.SOFTWARE.posts),
    choices=_older(smf2.SOFTWARE.choices),
)
