"""Vanilla 2 and later: the first post of a thread stands in the thread."""

from threadsite.databases.software import (
    CUT,
    DELETED,
    DRAFT,
    HIDDEN,
    MOVED,
    PRIVATE,
    SECONDS,
    UNTOLD,
    Software,
    Table,
)

GUESTS = """(SELECT roleid FROM role WHERE lower(type) = 'guest'
    UNION SELECT roleid FROM userrole WHERE userid = 0)"""
RIGHT = f"""SELECT 1 FROM permission WHERE roleid IN {GUESTS} AND "vanilla.discussions.view"
    AND junctiontable = 'Category' AND junctionid = coalesce(permissioncategoryid, categoryid)"""
TIMES = f"""{SECONDS.format("dateinserted")} AS created, {SECONDS.format("dateupdated")} AS edited,
    body, format AS mark, NULL AS reply_to"""
WRITER = """insertuserid AS author, user.name AS name, title,
    coalesce(insertuserid, 0) <= 0 AS guest"""

SOFTWARE = Software(
    name="vanilla",
    markup="vanilla",
    essential="discussion",
    tables=(
        Table(
            "discussion",
            "discussionid categoryid insertuserid body format",
            "discussionid categoryid groupid insertuserid countcomments countviews closed announce",
            texts="type name body format dateinserted dateupdated",
            key=True,
        ),
        Table(
            "comment",
            "commentid discussionid body format",
            "commentid discussionid insertuserid deleteuserid",
            texts="body format dateinserted dateupdated",
            flags="datedeleted",
            key=True,
            index="discussionid",
        ),
        Table(
            "category",
            "categoryid parentcategoryid name urlcode",
            "categoryid parentcategoryid permissioncategoryid",
            texts="name description",
            key=True,
        ),
        Table("role", "roleid name", "roleid", texts="type", key=True),
        Table("userrole", "userid roleid", "userid roleid", only=("userid", "0")),
        Table(
            "permission",
            "roleid junctiontable junctionid vanilla.discussions.view",
            "roleid junctionid vanilla.discussions.view",
            texts="junctiontable",
        ),
        Table("group", "groupid name privacy", "groupid", texts="privacy", key=True),
        Table("user", "userid name hashmethod", "userid", texts="name title", key=True),
        Table("tag", "tagid name", "tagid", texts="name fullname type", key=True),
        Table("tagdiscussion", "tagid discussionid", "tagid discussionid", index="discussionid"),
        Table(
            "media",
            "mediaid name foreignid foreigntable",
            "mediaid foreignid",
            texts="name foreigntable",
            index="foreignid",
            only=("foreigntable", "discussion|comment"),
        ),
        Table(
            "poll",
            "pollid name discussionid",
            "pollid discussionid",
            texts="name",
            key=True,
            index="discussionid",
        ),
        Table(
            "polloption",
            "polloptionid pollid body",
            "polloptionid pollid countvotes",
            texts="body",
            index="pollid",
        ),
        Table("conversationmessage", "messageid conversationid body", counted=PRIVATE),
        Table("draft", "draftid body", counted=DRAFT),
    ),
    # What holds all boards has the number -1.
    boards=f"""
        SELECT categoryid AS id, name AS title, description, parentcategoryid AS parent, CASE
            WHEN NOT EXISTS (SELECT 1 FROM permission) THEN '{UNTOLD}'
            WHEN NOT EXISTS ({RIGHT}) THEN '{HIDDEN}' END AS shut
        FROM category WHERE categoryid > 0""",
    threads=f"""
        SELECT discussionid AS id, categoryid AS board, name AS title, CASE
            WHEN lower(type) = 'redirect' THEN '{MOVED}'
            WHEN groupid > 0 AND groupid NOT IN (
                SELECT groupid FROM "group" WHERE lower(privacy) = 'public') THEN '{HIDDEN}'
            END AS shut, closed AS locked, announce AS sticky, countviews AS views,
            countcomments AS replies, NULL AS prefix
        FROM discussion ORDER BY discussionid""",
    orphans=f"""
        SELECT discussionid AS id, NULL AS board, NULL AS title, '{CUT}' AS shut FROM comment
        WHERE discussionid NOT IN (SELECT discussionid FROM discussion) GROUP BY discussionid""",
    # Ids are as on saved pages.
    posts=f"""
        SELECT 'Discussion_' || discussionid AS id, {WRITER}, {TIMES}, NULL AS shut, 0 AS last
        FROM (SELECT * FROM discussion WHERE discussionid = :thread)
            LEFT JOIN user ON userid = insertuserid
        UNION ALL
        SELECT 'Comment_' || commentid, {WRITER}, {TIMES}, CASE
            WHEN datedeleted OR deleteuserid > 0 THEN '{DELETED}' END, 1
        FROM comment LEFT JOIN user ON userid = insertuserid
        WHERE discussionid = :thread ORDER BY last, created, id""",
    files="""
        SELECT 'Comment_' || foreignid AS post, mediaid AS id, name FROM media
        WHERE foreigntable = 'comment'
            AND foreignid IN (SELECT commentid FROM comment WHERE discussionid = :thread)
        UNION ALL SELECT 'Discussion_' || foreignid, mediaid, name FROM media
        WHERE foreigntable = 'discussion' AND foreignid = :thread ORDER BY id""",
    poll="SELECT name AS question, NULL AS voters FROM poll WHERE discussionid = :thread",
    choices="""
        SELECT body AS text, countvotes AS votes FROM polloption JOIN poll USING (pollid)
        WHERE discussionid = :thread ORDER BY polloptionid""",
    tags="""
        SELECT coalesce(nullif(fullname, ''), name) AS tag FROM tagdiscussion JOIN tag USING (tagid)
        WHERE discussionid = :thread AND coalesce(type, '') IN ('', 'Tag') ORDER BY tag""",
)
