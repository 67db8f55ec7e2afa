"""Discuz! X: threads and files may cost points, need a rank, or be written without a name."""

from threadsite.databases.software import (
    CUT,
    DELETED,
    DRAFT,
    HIDDEN,
    LOCKED,
    MEMBERS,
    MOVED,
    UNAPPROVED,
    UNTOLD,
    VEILED,
    Software,
    Table,
)

GUESTS = 7
"""The group of guests."""
FILES = tuple(f"forum_attachment_{number}" for number in range(10))
"""Files stand in ten tables."""
STATES = f"""CASE {{0}} WHEN -1 THEN '{DELETED}' WHEN -2 THEN '{UNAPPROVED}'
    WHEN -3 THEN '{{1}}' WHEN -4 THEN '{DRAFT}' ELSE '{DELETED}' END"""
# What has to be met to read a board: by default nothing.
ASKED = (
    """coalesce(formulaperm, '') <> '' AND formulaperm NOT LIKE 'a:%:{i:0;s:0:"";i:1;s:0:"";%'"""
)

SOFTWARE = Software(
    name="discuz",
    markup="discuz",
    essential="forum_post",
    tables=(
        Table(
            "forum_post",
            "pid tid authorid message invisible anonymous",
            "pid fid tid authorid dateline invisible anonymous status",
            texts="author subject message",
            key=True,
            index="tid",
        ),
        Table(
            "forum_thread",
            "tid fid subject displayorder readperm",
            "tid fid readperm price views replies displayorder closed",
            texts="subject",
            key=True,
        ),
        Table(
            "forum_forum",
            "fid fup type name status",
            "fid fup status",
            texts="name",
            key=True,
        ),
        Table(
            "forum_forumfield",
            "fid description viewperm",
            "fid",
            texts="description viewperm formulaperm",
            flags="password redirect",
            key=True,
        ),
        Table(
            "common_usergroup",
            "groupid grouptitle allowvisit",
            "allowvisit",
            only=("groupid", str(GUESTS)),
        ),
        Table(
            "common_usergroup_field",
            "groupid readaccess",
            "readaccess",
            only=("groupid", str(GUESTS)),
        ),
        Table("common_member_field_forum", "uid customstatus", "uid", "customstatus", key=True),
        Table("forum_poll", "tid voters visible", "tid voters visible", key=True),
        Table(
            "forum_polloption",
            "polloptionid tid votes polloption",
            "tid votes displayorder",
            texts="polloption",
            index="tid",
        ),
        *(
            Table(
                name,
                "aid tid pid filename",
                "aid tid pid readperm price",
                texts="filename",
                index="tid",
            )
            for name in FILES
        ),
    ),
    boards=f"""
        SELECT fid AS id, name AS title, description, nullif(fup, 0) AS parent, CASE
            WHEN EXISTS (SELECT 1 FROM common_usergroup WHERE allowvisit = 0)
                OR EXISTS (SELECT 1 FROM common_usergroup_field WHERE readaccess = 0)
                THEN '{MEMBERS}'
            WHEN password THEN '{LOCKED}'
            WHEN fid NOT IN (SELECT fid FROM forum_forumfield) THEN '{UNTOLD}'
            WHEN status NOT IN (1, 2) OR {ASKED} THEN '{HIDDEN}'
            WHEN trim(coalesce(viewperm, ''), char(9, 32)) <> ''
                AND char(9) || viewperm || char(9) NOT LIKE '%' || char(9) || {GUESTS} || char(9)
                || '%' THEN '{HIDDEN}' END AS shut
        FROM forum_forum LEFT JOIN forum_forumfield USING (fid)""",
    threads=f"""
        SELECT tid AS id, fid AS board, subject AS title, CASE
            WHEN displayorder < 0 THEN {STATES.format("displayorder", UNAPPROVED)}
            WHEN closed > 1 THEN '{MOVED}'
            WHEN price > 0 OR readperm > coalesce(
                (SELECT max(readaccess) FROM common_usergroup_field), 1) THEN '{HIDDEN}'
            END AS shut,
            closed = 1 AS locked, displayorder > 0 AS sticky, views, replies, NULL AS prefix
        FROM forum_thread ORDER BY tid""",
    orphans=f"""
        SELECT tid AS id, fid AS board, subject AS title, '{CUT}' AS shut
        FROM forum_post WHERE tid NOT IN (SELECT tid FROM forum_thread) GROUP BY tid""",
    posts=f"""
        SELECT pid AS id, CASE WHEN NOT anonymous THEN authorid ELSE 0 END AS author,
            CASE WHEN NOT anonymous THEN author END AS name,
            CASE WHEN NOT anonymous THEN customstatus END AS title, authorid = 0 AS guest,
            dateline AS created, NULL AS edited, subject, message AS body, NULL AS mark,
            NULL AS reply_to, CASE
            WHEN invisible < 0 THEN {STATES.format("invisible", DRAFT)}
            WHEN status & 1 THEN '{VEILED}' END AS shut
        FROM forum_post LEFT JOIN common_member_field_forum ON uid = authorid
        WHERE tid = :thread ORDER BY dateline, pid""",
    files=" UNION ALL ".join(
        f"SELECT pid AS post, aid AS id, filename AS name FROM {name}"
        " WHERE tid = :thread AND coalesce(readperm, 0) <= 0 AND coalesce(price, 0) <= 0"
        for name in FILES
    ),
    poll="""
        SELECT subject AS question, CASE WHEN NOT visible THEN voters END AS voters
        FROM forum_poll JOIN forum_thread USING (tid) WHERE tid = :thread""",
    choices="""
        SELECT polloption AS text, CASE WHEN NOT visible THEN votes END AS votes
        FROM forum_polloption JOIN forum_poll USING (tid)
        WHERE tid = :thread ORDER BY displayorder""",
)
