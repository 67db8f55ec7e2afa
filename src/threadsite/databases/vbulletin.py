"""vBulletin 3 and 4."""

from threadsite.databases.software import (
    DELETED,
    HIDDEN,
    LOCKED,
    PRIVATE,
    UNAPPROVED,
    VEILED,
    Software,
    Table,
)

# The first versions say nowhere else that something is deleted.
SHUT = f"""CASE
    WHEN visible = 2 OR EXISTS (
        SELECT 1 FROM deletionlog WHERE primaryid = {{}} AND type = '{{}}')
        THEN '{DELETED}'
    WHEN coalesce(visible, 1) <> 1 THEN '{UNAPPROVED}' {{}} END AS shut"""
# Guests have to see the board, what others began, and threads, which not all versions ask for.
CLOSED = """NOT (forumpermissions & 1 AND forumpermissions & 2 AND (forumpermissions & 524288
    OR EXISTS (SELECT 1 FROM usergroup)
    AND NOT EXISTS (SELECT 1 FROM usergroup WHERE forumpermissions & 524288)))"""
# Some authors are read by nobody but themselves.
UNHEARD = f"""WHEN ' ' || replace((
        SELECT value FROM setting WHERE varname = 'globalignore'), ',', ' ') || ' '
    LIKE '% ' || post.userid || ' %' THEN '{VEILED}'"""

SOFTWARE = Software(
    name="vbulletin",
    escaped=True,
    essential="post",
    gate="usergroup",
    tables=(
        Table(
            "post",
            "postid threadid pagetext",
            "postid threadid userid dateline visible parentid",
            texts="username title pagetext",
            key=True,
            index="threadid",
        ),
        Table(
            "editlog",
            "postid dateline reason",
            "postid dateline",
            index="postid",
        ),
        Table(
            "thread",
            "threadid forumid title",
            "threadid forumid open views replycount sticky visible pollid firstpostid",
            texts="title prefixid taglist",
            key=True,
        ),
        Table(
            "forum",
            "forumid parentid title",
            "forumid parentid options",
            texts="title description",
            flags="password",
            key=True,
        ),
        Table(
            "forumpermission",
            "forumid usergroupid forumpermissions",
            "forumid forumpermissions",
            only=("usergroupid", "1"),
        ),
        Table(
            "usergroup",
            "usergroupid forumpermissions",
            "usergroupid forumpermissions",
        ),
        Table(
            "user",
            "userid username",
            "userid",
            texts="username usertitle",
            key=True,
        ),
        Table(
            "attachment",
            "attachmentid filename",
            "attachmentid postid contentid contenttypeid visible",
            texts="filename state",
            index="coalesce(postid, contentid)",
        ),
        Table(
            "poll",
            "pollid question options",
            "pollid voters",
            texts="question options votes",
            key=True,
        ),
        Table(
            "phrase",
            "varname text",
            texts="varname text",
            index="varname",
            only=("varname", r"prefix_\w+_title_plain"),
        ),
        Table(
            "deletionlog",
            "primaryid type",
            "primaryid",
            texts="type",
            index="primaryid",
            only=("type", "thread|post"),
        ),
        Table(
            "setting",
            "varname value",
            texts="varname value",
            only=("varname", "bburl|globalignore"),
        ),
        Table("pmtext", "pmtextid message", counted=PRIVATE),
    ),
    boards=f"""
        SELECT forumid AS id, title, description, parentid AS parent, CASE
            WHEN password THEN '{LOCKED}'
            WHEN options & 1 = 0 THEN '{HIDDEN}'
            WHEN parentid > 0 OR forumid IN (SELECT forumid FROM forumpermission) THEN
                (SELECT '{HIDDEN}' FROM forumpermission AS own
                WHERE own.forumid = forum.forumid AND {CLOSED})
            ELSE (SELECT '{HIDDEN}' FROM usergroup WHERE usergroupid = 1 AND {CLOSED})
            END AS shut
        FROM forum""",
    threads=f"""
        SELECT threadid AS id, forumid AS board, title, {SHUT.format("threadid", "thread", "")},
            open = 0 AS locked, sticky, views, replycount AS replies, text AS prefix
        FROM thread LEFT JOIN phrase
            ON prefixid <> '' AND varname = 'prefix_' || prefixid || '_title_plain'
        GROUP BY threadid ORDER BY threadid""",
    orphans=f"""
        SELECT threadid AS id, NULL AS board, NULL AS title,
            {SHUT.format("threadid", "thread", "")}, min(postid)
        FROM post WHERE threadid NOT IN (SELECT threadid FROM thread) GROUP BY threadid""",
    posts=f"""
        SELECT postid AS id, post.userid AS author, coalesce(user.username, post.username) AS name,
            usertitle AS title, post.userid = 0 AS guest, post.dateline AS created,
            (SELECT max(dateline) FROM editlog WHERE editlog.postid = post.postid) AS edited,
            post.title AS subject, pagetext AS body, NULL AS mark, CASE WHEN parentid <> coalesce(
                (SELECT firstpostid FROM thread WHERE thread.threadid = post.threadid), 0)
            THEN parentid END AS reply_to, {SHUT.format("postid", "post", UNHEARD)}
        FROM post LEFT JOIN user USING (userid)
        WHERE threadid = :thread ORDER BY post.dateline, postid""",
    files="""
        SELECT coalesce(postid, contentid) AS post, attachmentid AS id, filename AS name
        FROM attachment
        WHERE coalesce(postid, contentid) IN (SELECT +postid FROM post WHERE threadid = :thread)
            AND coalesce(contenttypeid, 1) = 1 AND coalesce(visible, 1) = 1
            AND coalesce(state, 'visible') = 'visible'
        ORDER BY attachmentid""",
    poll="""
        SELECT question, voters FROM poll JOIN thread USING (pollid) WHERE threadid = :thread""",
    choices="""
        SELECT options AS text, votes FROM poll JOIN thread USING (pollid)
        WHERE threadid = :thread""",
    separator="|||",
    tags="SELECT taglist AS tag FROM thread WHERE threadid = :thread",
    address="SELECT value FROM setting WHERE varname = 'bburl'",
    urls={
        "thread": "showthread.php?t={thread}",
        "post": "showthread.php?p={post}#post{post}",
        "board": "forumdisplay.php?f={board}",
        "author": "member.php?u={author}",
        "file": "attachment.php?attachmentid={file}",
    },
)
